"""Where the headline stands, when the text begins with it."""

from __future__ import annotations

import re

from framing.spans import Span

_ALIKE = str.maketrans('‘’‛`´“”„‟«»"–—‑−', "'" * 12 + "-" * 4)
_WORD = re.compile(r"\S+")
_BREAK = re.compile(r"[^\S\r\n]*(?:[\r\n]|\Z)")
_NEW_SENTENCE = re.compile(r"\s+[\"'“‘(]?[A-Z0-9]")
_INK = re.compile(r"\S")
_LINE = re.compile(r"(?:#{1,6}[ \t]+)?([^\r\n]*)")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 200
_CLEARLY_A_HEADLINE = 6


def find_title(title: str, text: str, start: int = 0) -> Span | None:
    """The stretch at the beginning of `text` that says what `title` says, blanks, quote styles and case apart.

    It has to end with its line. A body that lost its line breaks may go on after it, if the title is long enough
    to be more than the first words of the first sentence, and a capital follows.

    Parameters
    ----------
    title, text : str
        The headline as given apart, and the text.
    start : int
        Where in `text` the article begins.

    Examples
    --------
    >>> find_title("Talks “end” early", "Talks 'end'  early\\n\\nThe talks ended.")
    Span(start=0, end=18)
    """
    wanted = _folded(title).split()
    if not wanted:
        return None
    words = _WORD.finditer(text, start)
    first = end = -1
    for word in wanted:
        found = next(words, None)
        if found is None or _folded(found[0]) != word:
            return None
        first = found.start() if first < 0 else first
        end = found.end()
    if _BREAK.match(text, end) or (len(wanted) >= _CLEARLY_A_HEADLINE and _NEW_SENTENCE.match(text, end)):
        return Span(first, end)
    return None


def headline(text: str, start: int = 0) -> Span | None:
    """The first line, if it looks like a headline: short, no full stop, and a blank line after it."""
    ink = _INK.search(text, start)
    found = _LINE.match(text, ink.start()) if ink else None
    blank = _BLANK_LINE.match(text, found.end()) if found else None
    if not found or not blank or not _INK.search(text, blank.end()):
        return None
    line = found[1].strip()
    if len(line) > _LONGEST or line.endswith((".", ",", ";", ":", "…")) or not _LETTER.search(line):
        return None
    begin = text.index(line, found.start(1))
    return Span(begin, begin + len(line))


def _folded(text: str) -> str:
    return text.translate(_ALIKE).casefold()
