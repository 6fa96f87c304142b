"""Rows -> records: which column is the text, which the outlet, and so on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, islice

from framing.article import Excluded
from framing.errors import UsageError
from framing.read.decode import TOO_MANY, WRONG_ENCODING, Decoder, mended
from framing.read.inputs import Source
from framing.read.options import ReadOptions
from framing.read.record import Record, place

Row = Mapping[str, object]
Item = tuple[int, Row] | Excluded
"""A row with its number, or why there is none."""

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article_text", "full_text", "maintext"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source_name", "newspaper"),
    "date": (
        "date",
        "published",
        "published_at",
        "publish_date",
        "date_published",
        "pubdate",
        "date_publish",
    ),
    "url": ("url", "link"),
    "id": ("id", "doc_id", "article_id"),
    "language": ("language", "lang"),
}
"""Names each column goes by; where a table has two of them, the first in this order is taken. `source` and `doc`
are missing on purpose: they are as often a source that is quoted, a file or an address as they are the outlet."""

_OFFERED = {
    "text": ("article", "story", "description", "summary"),
    "title": ("head", "subject"),
    "outlet": ("source", "site", "domain", "media", "publication"),
    "date": ("day", "time", "timestamp", "datetime"),
}
"""Names never taken unasked, but offered in a hint."""

_LOOKED_AT = 100
_LONGEST_EXTRA = 1000


@dataclass(frozen=True, slots=True)
class Columns:
    """The name each role goes by in one table; None where it has no column."""

    text: str | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    id: str | None = None
    language: str | None = None
    extra: tuple[str, ...] = ()


def find_columns(found: Sequence[str], options: ReadOptions, where: str) -> Columns:
    """Tell the columns of a table from their names, whatever their case.

    Parameters
    ----------
    found : sequence of str
        The names there are.
    options : ReadOptions
        What the user told.
    where : str
        The table, for messages.

    Raises
    ------
    UsageError
        If a column the user named is not there.
    """
    told = {
        "text": options.text_col,
        "title": options.title_col,
        "outlet": options.outlet_col,
        "date": options.date_col,
        "url": options.url_col,
        "id": options.id_col,
        "language": options.lang_col,
    }
    taken: dict[str, str] = {}
    for role, column in told.items():
        if column is not None:
            taken[role] = _told(role, column, found, where)
    for role, names in SYNONYMS.items():
        if role not in taken:
            free = {_folded(column): column for column in reversed(found) if column not in taken.values()}
            match = next((free[name] for name in names if name in free), None)
            if match is not None:
                taken[role] = match
    return Columns(**taken, extra=tuple(column for column in found if column and column not in taken.values()))


def records(
    source: Source,
    rows: Iterator[Item],
    options: ReadOptions,
    unit: str = "row",
    *,
    columns: Columns | None = None,
    decoder: Decoder | None = None,
) -> Iterator[Record | Excluded]:
    """Turn the rows of a table into records, lazily.

    Parameters
    ----------
    source : Source
        The file.
    rows : iterator of (int, mapping) or Excluded
        Each with its number.
    options : ReadOptions
        What the user told.
    unit : str
        What the numbers count, ``row`` or ``line``.
    columns : Columns, optional
        Which column is which. Tables without a header (JSON) have the columns that their first hundred rows have
        between them.
    decoder : Decoder, optional
        What the rows were decoded with, to set aside the ones it could not decode.
    """
    if columns is None:
        for item in rows:
            if not isinstance(item, Excluded):
                break
            yield item
        else:
            return
        first, rows = _looked_ahead(chain([item], rows))
        names = dict.fromkeys(name for item in first if not isinstance(item, Excluded) for name in item[1])
        columns = find_columns(tuple(names), options, place(source))
        rows = chain(first, rows)
    if columns.text is None:
        yield no_text(source, columns)
        return
    for item in rows:
        record = item if isinstance(item, Excluded) else _record(source, item[0], item[1], columns, unit)
        yield _spoiled(record, decoder) or record


def _looked_ahead(rows: Iterator[Item]) -> tuple[list[Item], Iterator[Item]]:
    """The first rows, and the others; a failure on the way comes after the rows that came before it."""
    first: list[Item] = []
    try:
        first.extend(islice(rows, _LOOKED_AT))
    except Exception as error:
        return first, _failing(error)
    return first, rows


def _failing(error: Exception) -> Iterator[Item]:
    raise error
    yield


def no_text(source: Source, columns: Columns) -> Excluded:
    """What is said of a table in which no column is the text."""
    names = columns.extra
    offered = next((name for name in names if _folded(name) in _OFFERED["text"]), "COLUMN")
    return Excluded(
        place(source),
        f"no column with the text (found: {_listed(names)})",
        remedy=f"--text-col {offered}",
    )


def _record(source: Source, number: int, row: Row, columns: Columns, unit: str) -> Record:
    return Record(
        source,
        row.get(columns.text or ""),
        number,
        unit,
        id=_cell(row, columns.id).strip(),
        title=_cell(row, columns.title),
        outlet=_cell(row, columns.outlet).strip(),
        date=row.get(columns.date) if columns.date else None,
        url=_cell(row, columns.url).strip(),
        language=_cell(row, columns.language).strip(),
        extra=tuple(_extra(row, columns.extra)),
    )


def _spoiled(record: Record | Excluded, decoder: Decoder | None) -> Excluded | None:
    if isinstance(record, Excluded) or decoder is None or not decoder.guessed or decoder.encoding == "utf-8":
        return None
    text = record.text if isinstance(record.text, str) else ""
    lost = text.count("\ufffd")
    if lost <= TOO_MANY * len(text):
        return None
    return Excluded(record.origin, f"{lost} characters cannot be read as {decoder.encoding}", remedy=WRONG_ENCODING)


def _extra(row: Row, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        written = _cell(row, name)
        if written and len(written) <= _LONGEST_EXTRA:
            yield mended(name), written


def _cell(row: Row, name: str | None) -> str:
    value = row.get(name) if name else None
    missing = value is None or value != value  # NaN, where a table has no other word for nothing
    return "" if missing else as_text(value)


def as_text(value: object) -> str:
    """A cell as a string: nested values as compact JSON."""
    if isinstance(value, str):
        return mended(value)
    if isinstance(value, bool | dict | list):
        try:
            return mended(json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str))
        except (ValueError, RecursionError):
            return ""
    return mended(str(value))


def _told(role: str, column: str, found: Sequence[str], where: str) -> str:
    if column in found:
        return column
    for name in found:
        if _folded(name) == _folded(column):
            return name
    near = get_close_matches(column, found, n=1, cutoff=0.75) or [
        name for name in found if _folded(name) in SYNONYMS[role] + _OFFERED.get(role, ())
    ]
    option = "lang" if role == "language" else role
    hint = f"--{option}-col {near[0]}" if near else ""
    raise UsageError(f"column {column!r} not in {where} (found: {_listed(found)})", remedy=hint)


def _folded(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(mended(name) for name in names[:20])
    return (f"{shown} and {len(names) - 20} more" if len(names) > 20 else shown) or "none"
