"""Records -> articles: what is let in, and under which id, outlet, date and title."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from framing.article import Article, Excluded
from framing.read.boilerplate import masked_spans
from framing.read.dates import parse_date
from framing.read.decode import mended
from framing.read.language import verdict
from framing.read.names import FileName, from_file_name, from_url
from framing.read.options import ReadOptions
from framing.read.record import Notes, Record
from framing.read.seen import Seen
from framing.read.titles import find_title
from framing.spans import Span, merged

_INK = re.compile(r"\S")
_KINDS = {int: "a number", float: "a number", bool: "true or false", list: "a list", dict: "an object"}
_MOST_REPEATED = 4096
_PER_FILE = 40  # bits for the row in a place; the rest number the file


class Assembler:
    """Decides about one record after the other, and remembers only hashes of ids and texts.

    Parameters
    ----------
    options : ReadOptions
        What to let in.
    notes : Notes
        Where to say what was changed or not understood.
    """

    def __init__(self, options: ReadOptions, notes: Notes) -> None:
        self._options = options
        self._notes = notes
        self._ids = Seen()
        self._texts = Seen()
        self._next_of_id: dict[str, int] = {}
        self._files: list[tuple[str, str]] = []

    def article(self, record: Record) -> Article | Excluded:
        """The article a record makes, or why it makes none."""
        if record.text is None or record.text != record.text:  # NaN, as tables without null have it
            return Excluded(record.origin, "no text", kind="empty")
        if not isinstance(record.text, str):
            kind = _KINDS.get(type(record.text), "a value of another kind")
            return Excluded(record.origin, f"the text is {kind}, not a string")
        text = mended(record.text)
        start = record.front.end if record.front else 0
        refused = self._too_short(record, text, start) or self._foreign(record, text, start)
        if refused:
            return refused
        name = self._file_name(record)
        outlet = self._outlet(record, name)
        title = record.title.strip() or name.title
        return self._duplicate(record, text, outlet) or self._built(record, text, start, outlet, title, name)

    def _file_name(self, record: Record) -> FileName:
        source, told = record.source, self._options.outlet_from
        if source.path is None:
            return FileName()
        folders = source.folders if told == "auto" else source.path.parent.parts
        return from_file_name(source.stem, folders, told, bool(record.number))

    def _built(self, record: Record, text: str, start: int, outlet: str, title: str, name: FileName) -> Article:
        title_span = record.title_span or find_title(title, text, start)
        masked = list(masked_spans(text, start))
        if masked and _all_masked(text, start, masked):
            masked = []  # somebody who gives nothing but such a line wants it read
        if title_span:
            masked = [span for span in masked if not span.overlaps(title_span)]
        if record.front:
            masked.append(record.front)
        return Article(
            id=self._id(record, name),
            text=text,
            title=title_span.of(text) if title_span else title,
            outlet=outlet,
            date=self._date(record, name),
            url=record.url,
            title_span=title_span,
            masked=merged(masked),
            extra=record.extra,
            origin=record.origin,
        )

    def _too_short(self, record: Record, text: str, start: int) -> Excluded | None:
        if not _INK.search(text, start):
            return Excluded(record.origin, "no text", kind="empty")
        least = self._options.min_words
        if least and (words := len(text[start:].split())) < least:
            return Excluded(record.origin, f"{words} words, fewer than {least}", kind="empty")
        return None

    def _foreign(self, record: Record, text: str, start: int) -> Excluded | None:
        if not self._options.detect_language:
            return None
        judged = verdict(text, record.language, start)
        if judged.contradicts:
            self._notes.add("texts in English, whatever their language column says", repr(record.language))
        if judged.english:
            return None
        return Excluded(
            record.origin,
            f"{judged.reason}; only English is scored",
            kind="language",
            remedy="--any-language lets it in, and so does a column 'language' that says 'en'",
        )

    def _outlet(self, record: Record, name: FileName) -> str:
        if record.outlet:
            return record.outlet
        if name.outlet and name.sure:
            return name.outlet
        host = from_url(record.url) if self._options.outlet_from != "none" else ""
        outlet = host or name.outlet
        if not outlet:
            self._notes.add("articles without an outlet (--outlet-col or --outlet-from tells it)", record.origin)
        return outlet

    def _date(self, record: Record, name: FileName) -> datetime.date | None:
        given = record.date if record.date not in (None, "") else name.date
        day = parse_date(given)
        if day is None and given not in (None, "") and given == given:
            self._notes.add("dates that could not be understood", repr(given)[:60])
        return day

    def _duplicate(self, record: Record, text: str, outlet: str) -> Excluded | None:
        if self._options.keep_duplicates:
            return None
        file = (record.source.name, record.unit)
        if not self._files or self._files[-1] != file:
            self._files.append(file)
        here = len(self._files) - 1 << _PER_FILE | record.number
        first = self._texts.first(f"{outlet}\0{text}", here)
        if first is None:
            return None
        where, unit = self._files[first >> _PER_FILE]
        number = first & (1 << _PER_FILE) - 1
        return Excluded(
            record.origin,
            f"the same text of the same outlet as {where}{f', {unit} {number}' if number else ''}",
            kind="duplicate",
            remedy="--keep-duplicates",
        )

    def _id(self, record: Record, name: FileName) -> str:
        numbered = f"{record.source.stem}#{record.number}" if record.number else record.source.stem
        wanted = record.id or name.id or numbered
        if self._ids.first(wanted) is None:
            return wanted
        number = self._next_of_id.get(wanted, 2)
        while self._ids.first(f"{wanted}~{number}") is not None:
            number += 1
        if len(self._next_of_id) >= _MOST_REPEATED:
            self._next_of_id.clear()
        self._next_of_id[wanted] = number + 1
        told_apart = f"{wanted}~{number}"
        self._notes.add("ids that were taken already and got a number", f"{wanted!r} is now {told_apart!r}")
        return told_apart


def _all_masked(text: str, start: int, masked: Sequence[Span]) -> bool:
    """Whether nothing would be left of a text."""
    at = start
    for begin, end in masked:
        if _INK.search(text, at, begin):
            return False
        at = end
    return not _INK.search(text, at)
