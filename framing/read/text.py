"""Plain text and Markdown: one file, one article, with or without a few lines that say what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from framing.article import Excluded
from framing.read.boilerplate import is_boilerplate
from framing.read.columns import SYNONYMS
from framing.read.dates import parse_date
from framing.read.inputs import Source
from framing.read.options import ReadOptions
from framing.read.record import Notes, Record
from framing.read.streams import whole_text
from framing.read.titles import headline
from framing.spans import Span

_ROLES = {name: role for role, names in SYNONYMS.items() if role != "text" for name in names}
_OTHERS = ("author", "byline", "section")
_INK = re.compile(r"\S")
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40})[ \t]*:(?P<value>[^\r\n]*)")
_FENCE = re.compile(r"-{3}[ \t]*(?=[\r\n]|\Z)")
_LINE = re.compile(r"(?P<line>[^\r\n]*)(?P<end>\r\n|\r|\n|\Z)")
_MOST_LINES = 60


def read_text(source: Source, stream: BinaryIO, options: ReadOptions, notes: Notes) -> Iterator[Record | Excluded]:
    """The article of a text file.

    Front matter (``key: value`` lines between two lines of three dashes, or lines of well-known keys before the
    first blank line) stays in the text, as the user gave it, and is to be masked. The title is the one it names;
    else a first line that looks like a headline.
    """
    text = whole_text(stream, options.encoding, notes)
    front, pairs = front_matter(text)
    roles = {_ROLES[key]: value for key, value in reversed(pairs) if key in _ROLES}
    record = Record(
        source,
        text,
        id=roles.get("id", ""),
        title=roles.get("title", ""),
        outlet=roles.get("outlet", ""),
        date=roles.get("date"),
        url=roles.get("url", ""),
        language=roles.get("language", ""),
        front=front,
        extra=tuple(pair for pair in pairs if pair[0] not in _ROLES and pair[1]),
    )
    if not record.title:
        line = headline(text, front.end if front else 0)
        if line and not is_boilerplate(line.of(text)):
            record.title, record.title_span = line.of(text), line
    yield record


def front_matter(text: str) -> tuple[Span | None, list[tuple[str, str]]]:
    """Where the lines before the article stand, and what they say; nothing where the article begins at once.

    Examples
    --------
    >>> front_matter("Outlet: The Harbour Post\\nDate: 3 May 2022\\n\\nThe ferry is late.")[1]
    [('outlet', 'The Harbour Post'), ('date', '3 May 2022')]
    """
    ink = _INK.search(text)
    start = ink.start() if ink else 0
    fence = _FENCE.match(text, start)
    pairs: list[tuple[str, str]] = []
    at = start
    for number in range(_MOST_LINES):
        found = _LINE.match(text, at)
        if found is None or at == len(text):
            break
        line = found["line"].strip()
        at = found.end()
        if fence and number == 0:
            continue
        if _FENCE.fullmatch(line) if fence else not line:
            return (Span(start, at), pairs) if pairs else (None, [])
        pair = _PAIR.fullmatch(line)
        if pair:
            pairs.append((_folded(pair["key"]), pair["value"].strip().strip("\"'")))
        if fence:
            if line and not pair and not found["line"].startswith((" ", "\t", "-", "#")):  # the ways YAML goes on
                break
        elif not (pair and _is_known(*pairs[-1])):
            break
    return None, []


def _folded(key: str) -> str:
    return key.strip().casefold().replace(" ", "_").replace("-", "_")


def _is_known(key: str, value: str) -> bool:
    """Whether a line without fences is one about the article, and not a headline with a colon in it."""
    role = _ROLES.get(key)
    if role == "date":
        return parse_date(value) is not None
    if role == "url":
        return "://" in value
    return bool(value) and (role is not None or key in _OTHERS)
