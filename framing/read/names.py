"""What the name of a file says about the article in it: outlet, day, id, title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

_DAY = r"(?:19|20)\d\d-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])"
_STEM = re.compile(rf"(?:(?P<outlet>.*[^\W\d_].*?)[-_ ])?(?P<date>{_DAY})(?:[-_ ]\w+)?")
_FIELD = {"date": r"\d[\d.-]*"}
_HASH = re.compile(r"[0-9a-fA-F-]{16,}")
_SMALL = frozenset("of and for in on at to".split())
_WORDS = frozenset(
    """the new sky fox sun age day all our one big hot top air bay war vox le la el al de der die das du il los las
    san""".split()
)
"""Short words that are no initials, as in "Sky News" or "El País"."""


@dataclass(frozen=True, slots=True)
class FileName:
    """What was read out of a file's name; empty where it says nothing."""

    outlet: str = ""
    date: str = ""
    id: str = ""
    title: str = ""
    sure: bool = True
    """False where the outlet is only the best guess left."""


@lru_cache(maxsize=256)
def from_file_name(stem: str, folders: tuple[str, ...], outlet_from: str, several: bool) -> FileName:
    """Read the name of one file.

    Parameters
    ----------
    stem : str
        The file's name without its suffix.
    folders : tuple of str
        The folders the file lies in that may name it, outermost first.
    outlet_from : str
        As in `ReadOptions`.
    several : bool
        Whether the file holds many articles: then ``auto`` takes no outlet from its name, which more often says
        what was collected ("coverage") than who published it.

    Examples
    --------
    >>> from_file_name("trt-world_2022-01-12", (), "auto", False).outlet
    'TRT World'
    >>> from_file_name("2022-bbc", (), "{date}-{outlet}", False).outlet
    'BBC'
    """
    if outlet_from == "none" or (several and outlet_from == "auto"):
        return FileName()
    if outlet_from == "folder":
        return FileName(_folder(folders))
    if outlet_from not in ("auto", "stem"):
        return _from_template(stem, folders, outlet_from)
    found = _STEM.fullmatch(stem)
    day = found["date"] if found else ""
    if found and found["outlet"]:
        return FileName(written_out(found["outlet"]), day)
    if outlet_from == "auto" and (folder := _folder(folders)):
        return FileName(folder, day)
    if found or _HASH.fullmatch(stem):
        return FileName(date=day)
    return FileName(written_out(stem), sure=outlet_from == "stem")


def _folder(folders: tuple[str, ...]) -> str:
    """The nearest folder that has a word for a name: ``bbc/2022/01/`` is the BBC's."""
    for folder in reversed(folders):
        if re.search(r"[^\W\d_]", folder):
            return written_out(folder)
    return ""


def _from_template(stem: str, folders: tuple[str, ...], template: str) -> FileName:
    pieces = re.split(r"\{(.*?)\}", template)
    pattern = "".join(
        rf"(?P<{piece}>{_FIELD.get(piece, '[^/]+?')})" if at % 2 else re.escape(piece)
        for at, piece in enumerate(pieces)
    )
    named = [*folders, stem][-1 - template.count("/") :]
    found = re.fullmatch(pattern, "/".join(named))
    if not found:
        return FileName()
    parts = found.groupdict()
    return FileName(
        outlet=written_out(parts.get("outlet", "")),
        date=parts.get("date", ""),
        id=parts.get("id", ""),
        title=parts.get("title", "").replace("_", " "),
    )


def written_out(name: str) -> str:
    """A name as it is printed, from a name as it is typed: ``the-hill`` is The Hill, ``bbc`` the BBC.

    A name with capitals in it is taken as it stands; in the others words of up to three letters, and words
    without a vowel, are initials.
    """
    words = [word for word in re.split(r"[-_\s]+", name) if word]
    if any(character.isupper() for character in name):
        return " ".join(words)
    return " ".join(_capitalised(word, first=not at) for at, word in enumerate(words))


def _capitalised(word: str, *, first: bool) -> str:
    if word in _SMALL and not first:
        return word
    if word in _WORDS or word in _SMALL:
        return word.capitalize()
    if len(word) <= 3 or not re.search("[aeiouyà-ÿ]", word):
        return word.upper()
    return word.capitalize()


def from_url(url: str) -> str:
    """The host an address names, without ``www.``; empty when it names none."""
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
