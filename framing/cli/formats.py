"""Rows in the formats users ask for: a table for the terminal, JSON Lines, JSON, CSV, Parquet."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterable
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from framing.errors import MissingExtraError

if TYPE_CHECKING:
    from framing.rows import Columns, Row

# A spreadsheet runs a cell that begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BATCH = 5000


def _jsonl(rows: Iterable[Row], columns: Columns, stream: IO[str]) -> None:
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _json(rows: Iterable[Row], columns: Columns, stream: IO[str]) -> None:
    stream.write("[")
    for number, row in enumerate(rows):
        stream.write(("\n" if number == 0 else ",\n") + json.dumps(row, ensure_ascii=False))
    stream.write("\n]\n")


def _flat(row: Row) -> Row:
    """Nested values as JSON text."""
    return {
        key: json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
        for key, value in row.items()
    }


def _safe(value: Any) -> Any:
    """Text that a spreadsheet will not run."""
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def _csv(rows: Iterable[Row], columns: Columns, stream: IO[str]) -> None:
    writer = csv.DictWriter(stream, list(columns), lineterminator="\n")
    writer.writeheader()
    for row in map(_flat, rows):
        writer.writerow({key: _safe(value) for key, value in row.items()})


def _parquet(rows: Iterable[Row], columns: Columns, file: IO[bytes]) -> None:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError(
            "Parquet needs pyarrow", remedy="pip install 'framing-toolkit[parquet]', or choose another format."
        ) from error
    types = {
        "text": pa.string(),
        "nested": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "truth": pa.bool_(),
    }
    schema = pa.schema([(name, types[kind]) for name, kind in columns.items()])
    flat = map(_flat, rows)
    with pq.ParquetWriter(file, schema) as writer:
        while batch := list(islice(flat, _BATCH)):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))


def _table(rows: Iterable[Row], columns: Columns, stream: IO[str]) -> None:
    shown = [{key: _cell(value) for key, value in row.items()} for row in rows]
    if not shown:
        return
    width = shutil.get_terminal_size((120, 24)).columns
    left = [key for key in columns if any(row[key] for row in shown)]
    widths = {key: min(40, max(len(key), *(len(row[key]) for row in shown))) for key in left}
    # As many columns as fit side by side; the rest below, in further blocks, each beginning with the first column.
    while left:
        block: list[str] = []
        used = 0
        for key in left:
            if block and used + widths[key] > width:
                break
            block.append(key)
            used += widths[key] + 2
        stream.write("  ".join(key[: widths[key]].ljust(widths[key]) for key in block).rstrip() + "\n")
        for row in shown:
            stream.write("  ".join(row[key][: widths[key]].ljust(widths[key]) for key in block).rstrip() + "\n")
        left = left[len(block) :]
        if left:
            stream.write("\n")
            if left[0] != block[0] and widths[block[0]] < width // 2 and len(block) > 1:
                left = [block[0], *left]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)
    return "".join(char if char.isprintable() else " " for char in text)


_WRITERS: dict[str, Callable[[Iterable[Row], Columns, Any], None]] = {
    "table": _table,
    "jsonl": _jsonl,
    "json": _json,
    "csv": _csv,
    "parquet": _parquet,
}
FORMATS = tuple(_WRITERS)


def write_rows(form: str, rows: Iterable[Row], columns: Columns, stream: Any) -> None:
    """Write rows in one of `FORMATS`.

    Parameters
    ----------
    form : str
    rows : iterable of dict
    columns : mapping
        Names and kinds of what the rows hold, in order; a table and a file without rows still have them.
    stream : file
        Of bytes for Parquet, else of text.
    """
    _WRITERS[form](rows, columns, stream)
