"""Bytes -> `Article`: the text is final from here on."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import BinaryIO

from framing.article import Article, Excluded
from framing.errors import InputError
from framing.read.assemble import Assembler
from framing.read.boilerplate import masked_spans
from framing.read.formats import READERS, format_of
from framing.read.inputs import UNDERSTOOD, Source, named, sources, why
from framing.read.options import Format, ReadOptions
from framing.read.record import Notes, Record, place
from framing.read.streams import SAMPLE, peeked, unzipped

__all__ = ["Format", "ReadOptions", "masked_spans", "read"]

_DEFAULT = ReadOptions()


def read(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    options: ReadOptions = _DEFAULT,
    stdin: BinaryIO | None = None,
    notes: list[str] | None = None,
) -> Iterator[Article | Excluded]:
    """Read articles from files, folders, patterns and standard input, lazily and in order.

    What cannot be read, or is not to be scored, comes as `Excluded` in its place; one bad file, page or row never
    ends a run.

    Parameters
    ----------
    inputs : str, path, or iterable of them
        Files, folders (read recursively, by name), patterns (``"articles/*.txt"``), or ``-`` for standard input.
        Plain text, Markdown, HTML, JSON, JSON Lines, CSV, TSV and Parquet are understood, each also gzipped.
    options : ReadOptions
        Which columns to take and what to let in.
    stdin : binary file, optional
        What ``-`` reads; standard input by default.
    notes : list of str, optional
        Is filled with sentences about what was changed or not understood, as each file ends.

    Yields
    ------
    Article or Excluded

    Raises
    ------
    UsageError
        At once for an option or a path that cannot be meant; while reading, for a column that is not there.
    MissingExtraError
        While reading a Parquet file without pyarrow.

    Examples
    --------
    >>> import io
    >>> rows = io.BytesIO(b'{"outlet": "The Harbour Post", "text": "The ferry was late again."}')
    >>> [article.outlet for article in read("-", stdin=rows)]
    ['The Harbour Post']
    """
    options.check()
    paths = named([inputs] if isinstance(inputs, str | os.PathLike) else inputs)
    return _articles(paths, options, stdin, Notes(notes))


def _articles(
    paths: list[str], options: ReadOptions, stdin: BinaryIO | None, notes: Notes
) -> Iterator[Article | Excluded]:
    assembler = Assembler(options, notes)
    for source in sources(paths):
        if isinstance(source, Excluded):
            yield source
            continue
        for record in _records(source, options, stdin, notes):
            yield record if isinstance(record, Excluded) else assembler.article(record)
        notes.close(source)


def _records(source: Source, options: ReadOptions, stdin: BinaryIO | None, notes: Notes) -> Iterator[Record | Excluded]:
    """What one file holds; whatever is wrong with its bytes ends it, not the run."""
    try:
        with _opened(source, stdin) as file:
            head, stream = peeked(unzipped(file), SAMPLE)
            name = format_of(source, head, options)
            if name is None:
                yield Excluded(
                    place(source), "a kind of file that is not understood", remedy=f"understood: {UNDERSTOOD}"
                )
            elif not head:
                yield Excluded(place(source), "an empty file", kind="empty")
            else:
                yield from READERS[name](source, stream, options, notes)
    except InputError as error:
        yield Excluded(place(source), error.what, remedy=error.remedy)
    except (EOFError, zlib.error) as error:
        yield Excluded(place(source), f"the compressed file is damaged or breaks off: {error}")
    except OSError as error:
        yield Excluded(place(source), f"cannot be read: {why(error)}")


def _opened(source: Source, stdin: BinaryIO | None) -> BinaryIO | nullcontext[BinaryIO]:
    if source.path is None:
        return nullcontext(stdin if stdin is not None else sys.stdin.buffer)
    return source.path.open("rb")
