"""Parquet, read a batch of rows at a time; pyarrow is an extra."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from framing.article import Excluded
from framing.errors import InputError, MissingExtraError
from framing.read.columns import Row, find_columns, records
from framing.read.inputs import Source
from framing.read.options import ReadOptions
from framing.read.record import Notes, Record, place

MAGIC = b"PAR1"

_BATCH = 256


def read_parquet(source: Source, stream: BinaryIO, options: ReadOptions, notes: Notes) -> Iterator[Record | Excluded]:
    """The rows of a Parquet file.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError(
            "reading Parquet needs pyarrow",
            where=place(source),
            remedy="pip install 'framing-toolkit[parquet]'",
        ) from error
    with _seekable(source, stream) as file:
        try:
            table = parquet.ParquetFile(file)
            columns = find_columns(table.schema_arrow.names, options, place(source))
            yield from records(source, _rows(pyarrow, table), options, columns=columns)
        except (pyarrow.ArrowException, OSError, ValueError) as error:
            said = (str(error) or type(error).__name__).splitlines()[0][:200]
            raise InputError(f"not a sound Parquet file: {said}") from error


@contextmanager
def _seekable(source: Source, stream: BinaryIO) -> Iterator[BinaryIO]:
    """A Parquet file is read from its end, which standard input and gzip do not have: they are copied."""
    if source.path is not None and source.path.is_file():
        with source.path.open("rb") as file:
            if file.read(len(MAGIC)) == MAGIC:
                yield file
                return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        yield cast(BinaryIO, copy)


def _rows(pyarrow: Any, table: Any) -> Iterator[tuple[int, Row]]:
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH):
        for at, field in enumerate(batch.schema):
            if pyarrow.types.is_timestamp(field.type):  # Python has neither nanoseconds nor every time zone
                days = batch.column(at).cast(pyarrow.timestamp("s"), safe=False).cast(pyarrow.date32(), safe=False)
                batch = batch.set_column(at, field.name, days)
        for row in batch.to_pylist():
            number += 1
            yield number, row
