"""The folded forms of a text that matching reads: each as long as the original, so that offsets hold for all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

# One character to one character. Line ends become blanks so that a phrase may stand across a line break;
# a blank line is then two blanks, which no phrase contains.
_REPLACED = {
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u00ad": "-",
}  # fmt: skip
_BLANKS = ("\n", "\r", "\t")
_SIZE = 0x3000
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
# Marks that are terms by themselves ("$" in "$5 billion").
SYMBOLS = "$£€¥%"
_SYMBOLS = np.array([ord(symbol) for symbol in SYMBOLS], dtype=np.uint32)
_ASCII = 127
_JOINTS = np.array([chr(point) in "'-.,&@/_" for point in range(_ASCII + 1)])
_WORD_CHARS = np.array([chr(point).isalnum() for point in range(_SIZE)])
# The same for texts of Western letters, which take one byte a character.
_BYTES = 256
_SPACED = bytes(point if chr(point).isalnum() or chr(point) in SYMBOLS else ord(" ") for point in range(_BYTES))
_WORD_BYTES = _WORD_CHARS[:_BYTES]


def plain(text: str) -> str:
    """Straight quotes, plain dashes and blanks; capitals kept.

    Examples
    --------
    >>> plain("“Don’t”\\nMOVE")
    '"Don\\'t" MOVE'
    """
    for char in _BLANKS:
        if char in text:
            text = text.replace(char, " ")
    if not text.isascii():
        for char, straight in _REPLACED.items():
            if char in text:
                text = text.replace(char, straight)
    return text


def lower(text: str) -> str:
    """Lower case, character for character: a few capitals that would grow stay as they are.

    Examples
    --------
    >>> len(lower("İstanbul")) == len("İstanbul")
    True
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def fold(text: str) -> str:
    """Lower case with straight quotes, plain dashes and blanks.

    Examples
    --------
    >>> fold("“Don’t”\\nMOVE")
    '"don\\'t" move'
    """
    return lower(plain(text))


def word_characters(text: str) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """Code points of a text, and which of them are letters or digits."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    inside = _WORD_CHARS[np.minimum(points, _SIZE - 1)]
    rare = np.flatnonzero(points >= _SIZE)
    if rare.size:
        inside[rare] = [text[at].isalnum() for at in rare]
    return points, inside


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """A text in all the forms that structure and matching read.

    Parameters
    ----------
    text : str
        The original.
    plain, folded : str
        See `plain` and `fold`.
    spaced : str
        Folded, with a blank for everything but letters, digits and symbols of money, and one more at either end: what
        the automaton reads, so that a term between blanks is a term between word boundaries.
    word_starts : array of int
        Offset of every word: a letter or digit that follows neither another one nor a joint ("build-up", "U.S.",
        "1,200") that itself follows one.
    """

    text: str
    plain: str
    folded: str
    spaced: str
    word_starts: NDArray[np.intp]

    @classmethod
    def of(cls, text: str, masked: Iterable[tuple[int, int]] = ()) -> Folded:
        """Fold a text once; nothing is found in what is masked."""
        straight = plain(text)
        folded = lower(straight)
        points, inside, between = _narrow(folded) or _wide(folded)
        for start, end in masked:
            between = between[: start + 1] + "\0" * (end - start) + between[end + 1 :]
        starts = inside.copy()
        starts[1:] &= ~inside[:-1]
        joined = _JOINTS[np.minimum(points, _ASCII)]
        starts[2:] &= ~(joined[1:-1] & inside[:-2])
        return cls(text, straight, folded, between, np.flatnonzero(starts))


_Forms = tuple[NDArray[np.unsignedinteger[Any]], NDArray[np.bool_], str]


def _narrow(folded: str) -> _Forms | None:
    """Code points, which of them belong to words, and the spaced text; None where a character takes two bytes."""
    try:
        encoded = folded.encode("latin-1")
    except UnicodeEncodeError:
        return None
    points = np.frombuffer(encoded, dtype=np.uint8)
    return points, _WORD_BYTES[points], f" {encoded.translate(_SPACED).decode('latin-1')} "


def _wide(folded: str) -> _Forms:
    """The same for any text."""
    points, inside = word_characters(folded)
    padded = np.full(len(points) + 2, ord(" "), dtype=np.uint32)
    np.copyto(padded[1:-1], points, where=inside | np.isin(points, _SYMBOLS))
    return points, inside, padded.tobytes().decode("utf-32-le")


def spaced(term: str) -> tuple[str, str, str]:
    """A term as it stands in a spaced text, with the marks before and after it.

    Examples
    --------
    >>> spaced("build-up"), spaced("u.s."), spaced("'s claim")
    (('', 'build up', ''), ('', 'u s', '.'), ("'", 's claim', ''))
    """
    if term.isalnum():
        return "", term, ""
    match = _CORE.search(term)
    if match is None:
        return term, "", ""
    core = match[0]
    if not core.isalnum():
        core = "".join([char if char.isalnum() else " " for char in core])
    return term[: match.start()], core, term[match.end() :]
