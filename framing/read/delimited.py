"""CSV and TSV: one row an article, the first row their columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from framing.article import Excluded
from framing.read.columns import Item, find_columns, records
from framing.read.inputs import Source
from framing.read.options import ReadOptions
from framing.read.record import Notes, Record, place
from framing.read.streams import LARGEST, note_guesses, text_stream


def read_delimited(
    separator: str, source: Source, stream: BinaryIO, options: ReadOptions, notes: Notes
) -> Iterator[Record | Excluded]:
    """The rows of a table; one with too many or too few cells is reported with its number, the header not counted."""
    text = text_stream(stream, options.encoding)
    header_line = text.head.lstrip("\r\n").partition("\n")[0]
    if separator == "," and "," not in header_line:
        separator = max(";\t|", key=header_line.count)  # what a spreadsheet calls CSV depends on its country
    csv.field_size_limit(max(csv.field_size_limit(), LARGEST))
    table = csv.reader(text.file, delimiter=separator, strict=True)
    rows = _rows(source, table)
    header = next(rows, None)
    if header is None or isinstance(header, Excluded):
        yield header or Excluded(place(source), "an empty file", kind="empty")
        return
    names = [name.strip() for name in header[1]]
    columns = find_columns([name for at, name in enumerate(names) if name not in names[:at]], options, place(source))
    yield from records(source, _squared(source, rows, names), options, columns=columns, decoder=text.decoder)
    note_guesses(notes, text.decoder.encoding, text.decoder.guessed)


def _rows(source: Source, table: Iterator[list[str]]) -> Iterator[tuple[int, list[str]] | Excluded]:
    """The rows that have anything in them, counted from 0 for the header."""
    number = -1
    while True:
        try:
            row = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield Excluded(place(source, number), f"not a sound row: {_said(error)}")
            if "limit" in str(error):
                return
            continue
        if row:
            number += 1
            yield number, row


def _squared(source: Source, rows: Iterator[tuple[int, list[str]] | Excluded], names: list[str]) -> Iterator[Item]:
    for item in rows:
        if isinstance(item, Excluded):
            yield item
        elif len(item[1]) != len(names):
            number, cells = item
            yield Excluded(
                place(source, number),
                f"{len(cells)} cells in a table of {len(names)} columns",
                remedy="put cells that hold separators or line breaks in quotes",
            )
        else:
            yield item[0], dict(zip(reversed(names), reversed(item[1]), strict=True))


def _said(error: csv.Error) -> str:
    if "unexpected end of data" in str(error):
        return "a quotation mark is opened in it and never closed, so that the rest of the file is taken for one cell"
    return str(error)
