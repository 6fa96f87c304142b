"""Where rows go: a table, JSON Lines, JSON, CSV or Parquet, on stdout or into a file that is never half-written."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any, TextIO

import click

from framing.errors import MissingExtraError, UsageError

Row = dict[str, Any]
FORMATS = ("table", "jsonl", "json", "csv", "parquet")
_SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".parquet": "parquet",
    ".txt": "table",
}
# A spreadsheet runs a cell that begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_INTEGERS = frozenset("words own_words quoted_words sentences sentence start end".split())
_BATCH = 5000


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Where to write, and in what format."""
    command = click.option(
        "--format",
        "output_format",
        type=click.Choice(FORMATS),
        help="Table on a terminal, else JSON Lines, if not given.",
    )(command)
    return click.option(
        "-o", "--output", metavar="FILE", help="Write to a file instead of stdout; its suffix tells the format."
    )(command)


def chosen_format(output: str | None, output_format: str | None) -> str:
    """The format asked for, by name, by the file's suffix, or by where it goes.

    Raises
    ------
    UsageError
        For a suffix that names no format.
    """
    if output_format:
        if output_format == "parquet" and output in (None, "-"):
            raise UsageError("Parquet cannot be printed", remedy="Name a file: -o scores.parquet.")
        return output_format
    if output and output != "-":
        suffix = Path(output).suffix.lower()
        if suffix not in _SUFFIXES:
            raise UsageError(
                f'"{suffix}" names no format', where=output, remedy=f"Use {', '.join(_SUFFIXES)} or --format."
            )
        return _SUFFIXES[suffix]
    return "table" if sys.stdout.isatty() else "jsonl"


@contextmanager
def replacing(path: str, inputs: Sequence[str], mode: str = "w") -> Iterator[IO[Any]]:
    """A file that takes the place of `path` once it is whole.

    Raises
    ------
    UsageError
        If `path` is one of the inputs, or its folder is not there.
    """
    target = Path(path)
    if target.exists() and any(target.samefile(path) for path in _files(inputs)):
        raise UsageError("the output would overwrite an input", where=path, remedy="Choose another name.")
    if not target.parent.is_dir():
        raise UsageError("there is no such folder", where=str(target.parent), remedy="Make it first.")
    text: dict[str, Any] = {} if "b" in mode else {"encoding": "utf-8", "newline": ""}
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, mode, **text) as file:
            yield file
        if target.exists():
            shutil.copymode(target, name)
        else:
            umask = os.umask(0)
            os.umask(umask)
            os.chmod(name, 0o666 & ~umask)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _files(inputs: Sequence[str]) -> Iterator[Path]:
    """Every file that the inputs name, in folders and by patterns too."""
    from framing.read.inputs import Source, named, sources

    for source in sources(named(inputs)):
        if isinstance(source, Source) and source.path is not None and source.path.exists():
            yield source.path


def write(rows: Iterable[Row], output: str | None, output_format: str | None, inputs: Sequence[str]) -> str:
    """Write rows; returns what was written, for the closing line.

    Parameters
    ----------
    rows : iterable of dict
        Not kept in memory, except for a table.
    output : str, optional
        File, or ``-`` or nothing for stdout.
    output_format : str, optional
        See `chosen_format`.
    inputs : sequence of str
        Files that must not be overwritten.
    """
    kind = chosen_format(output, output_format)
    if output in (None, "-"):
        _WRITERS[kind](rows, utf8_stdout())
        return ""
    assert output is not None
    with replacing(output, inputs, "wb" if kind == "parquet" else "w") as file:
        _WRITERS[kind](rows, file)
    return f"{output} {size_of(Path(output).stat().st_size)}"


def utf8_stdout() -> TextIO:
    """Standard output in UTF-8, whatever the terminal's own encoding."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def size_of(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{number / 1e3:.0f} KB"


def _jsonl(rows: Iterable[Row], stream: IO[str]) -> None:
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _json(rows: Iterable[Row], stream: IO[str]) -> None:
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


def _csv(rows: Iterable[Row], stream: IO[str]) -> None:
    writer = None
    for row in map(_flat, rows):
        if writer is None:
            writer = csv.DictWriter(stream, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow({key: _safe(value) for key, value in row.items()})


def _parquet(rows: Iterable[Row], file: IO[bytes]) -> None:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError(
            "Parquet needs pyarrow", remedy="pip install 'framing-toolkit[parquet]', or choose another format."
        ) from error
    flat = map(_flat, rows)
    first = next(flat, None)
    if first is None:
        pq.write_table(pa.table({}), file)
        return
    strings = {"article", "outlet", "date", "title", "url"}
    schema = pa.schema(
        [
            (
                key,
                pa.bool_()
                if isinstance(first[key], bool)
                else pa.int64()
                if key in _INTEGERS
                else pa.string()
                if key in strings or _is_text(first, key)
                else pa.float64(),
            )
            for key in first
        ]
    )
    source = chain((first,), flat)
    with pq.ParquetWriter(file, schema) as writer:
        while batch := list(islice(source, _BATCH)):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))


def _is_text(row: Row, key: str) -> bool:
    # What may be missing in the first row and is no number where it is there.
    return isinstance(row[key], str) or key in ("parent", "actor", "role", "source", "cue", "source_text", "cue_text")


def _table(rows: Iterable[Row], stream: IO[str]) -> None:
    shown = [{key: _cell(value) for key, value in row.items()} for row in rows]
    if not shown:
        return
    width = shutil.get_terminal_size((120, 24)).columns
    columns = [key for key in shown[0] if any(row[key] for row in shown)]
    widths = {key: min(40, max(len(key), *(len(row[key]) for row in shown))) for key in columns}
    # As many columns as fit side by side; the rest below, in further blocks, each beginning with the first column.
    while columns:
        block: list[str] = []
        used = 0
        for key in columns:
            if block and used + widths[key] > width:
                break
            block.append(key)
            used += widths[key] + 2
        stream.write("  ".join(key[: widths[key]].ljust(widths[key]) for key in block).rstrip() + "\n")
        for row in shown:
            stream.write("  ".join(row[key][: widths[key]].ljust(widths[key]) for key in block).rstrip() + "\n")
        columns = columns[len(block) :]
        if columns:
            stream.write("\n")
            columns = (
                [block[0], *columns]
                if columns[0] != block[0] and widths[block[0]] < width // 2 and len(block) > 1
                else columns
            )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)
    return "".join(char if char.isprintable() else " " for char in text)


_WRITERS: dict[str, Callable[[Iterable[Row], Any], None]] = {
    "table": _table,
    "jsonl": _jsonl,
    "json": _json,
    "csv": _csv,
    "parquet": _parquet,
}
