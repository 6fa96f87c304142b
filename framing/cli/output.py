"""Where output goes: to stdout, or into a file that is never half-written."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TextIO

import click

from framing.cli.formats import FORMATS, write_rows
from framing.errors import UsageError

if TYPE_CHECKING:
    from framing.rows import Columns, Row

_SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".parquet": "parquet",
    ".txt": "table",
}


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


def write(
    rows: Iterable[Row], columns: Columns, output: str | None, output_format: str | None, inputs: Sequence[str]
) -> str:
    """Write rows; returns what was written, for the closing line.

    Parameters
    ----------
    rows : iterable of dict
        Not kept in memory, except for a table.
    columns : mapping
        Their names and kinds.
    output : str, optional
        File, or ``-`` or nothing for stdout.
    output_format : str, optional
        See `chosen_format`.
    inputs : sequence of str
        Files that must not be overwritten.
    """
    kind = chosen_format(output, output_format)
    if output in (None, "-"):
        write_rows(kind, rows, columns, utf8_stdout())
        return ""
    assert output is not None
    with replacing(output, inputs, "wb" if kind == "parquet" else "w") as file:
        write_rows(kind, rows, columns, file)
    return f"{output} {size_of(Path(output).stat().st_size)}"


def utf8_stdout() -> TextIO:
    """Standard output in UTF-8, whatever the terminal's own encoding."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def size_of(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{number / 1e3:.0f} KB"
