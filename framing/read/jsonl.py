"""JSON Lines, and JSON: one object an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from framing.article import Excluded
from framing.errors import InputError
from framing.read.columns import Item, records
from framing.read.inputs import Source
from framing.read.options import ReadOptions
from framing.read.record import Notes, Record, place
from framing.read.streams import LARGEST, note_guesses, text_stream

_CHUNK = 1 << 16
_BETWEEN = " \t\r\n,"


def read_json_lines(
    source: Source, stream: BinaryIO, options: ReadOptions, notes: Notes
) -> Iterator[Record | Excluded]:
    """An article a line; a line that is no JSON object is reported with its number, and the others go on."""
    text = text_stream(stream, options.encoding)
    yield from records(source, _lines(source, text.file), options, "line", decoder=text.decoder)
    note_guesses(notes, text.decoder.encoding, text.decoder.guessed)


def _lines(source: Source, file: TextIO) -> Iterator[Item]:
    number = 0
    within = False
    while line := file.readline(LARGEST):
        ended = line.endswith(("\n", "\r"))
        if within:  # the rest of a line too long to be held
            within = not ended
            continue
        number += 1
        origin = place(source, number, "line")
        if not ended and len(line) == LARGEST:
            within = True
            yield Excluded(origin, f"longer than {LARGEST >> 20} million characters, which no article is")
        elif not line.isspace():
            yield _row(origin, number, line)


def _row(origin: str, number: int, line: str) -> Item:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Excluded(origin, f"not valid JSON: {_said(error)}")
    return _checked(origin, number, value)


def _checked(origin: str, number: int, value: object) -> Item:
    return (number, value) if isinstance(value, dict) else Excluded(origin, "not a JSON object with an article in it")


def read_json(source: Source, stream: BinaryIO, options: ReadOptions, notes: Notes) -> Iterator[Record | Excluded]:
    """The articles of a JSON file: an array of objects, ``{"articles": [...]}``, one object, or several in a row.

    An array is read element by element, so that its size does not matter.
    """
    text = text_stream(stream, options.encoding)
    items = _objects(source, text.file, single=not text.head.lstrip().startswith("["))
    yield from records(source, items, options, decoder=text.decoder)
    note_guesses(notes, text.decoder.encoding, text.decoder.guessed)


def _objects(source: Source, file: TextIO, *, single: bool) -> Iterator[Item]:
    number = 0
    for value in _values(file):
        inside = value.get("articles") if single and isinstance(value, dict) else None
        if single and not isinstance(inside, list) and not number:
            yield _checked(place(source), 0, value)  # the file is the article, as with plain text
            number = 1
            continue
        for element in inside if isinstance(inside, list) else [value]:
            number += 1
            yield _checked(place(source, number), number, element)


def _values(file: TextIO) -> Iterator[object]:
    """The JSON values of an array, or of a row of them, one after the other."""
    decoder = json.JSONDecoder()
    buffer, at, ended = "", 0, False
    wanted = _CHUNK
    opened = closed = False
    while True:
        at = _skip(buffer, at)
        if not opened and buffer[at : at + 1] == "[":
            opened, at = True, at + 1
            continue
        if opened and buffer[at : at + 1] == "]":
            closed, at = True, at + 1
            continue
        try:
            value, at = decoder.raw_decode(buffer, at)
        except RecursionError as error:
            raise InputError("not valid JSON: nested too deeply") from error
        except ValueError as error:
            if at == len(buffer) and ended:
                if opened and not closed:
                    raise InputError("the JSON breaks off: its array is never closed") from error
                return
            if ended or len(buffer) - at > LARGEST:
                raise InputError(f"not valid JSON: {_said(error)}") from error
            more = file.read(wanted)
            ended = not more
            buffer, at = buffer[at:] + more, 0
            wanted = min(2 * wanted, LARGEST)
        else:
            wanted = _CHUNK
            yield value


def _skip(buffer: str, at: int) -> int:
    while at < len(buffer) and buffer[at] in _BETWEEN:
        at += 1
    return at


def _said(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error).split(": line ")[0]
