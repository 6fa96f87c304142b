"""What a reader hands on: one article as its file has it, before anything is decided about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from framing.article import Excluded
from framing.read.inputs import Source
from framing.read.options import ReadOptions
from framing.spans import Span


@dataclass(slots=True)
class Record:
    """An article-to-be.

    Parameters
    ----------
    source : Source
        The file.
    text : object
        What stands where the text should; anything but a string is set aside later.
    number : int
        Its row or line in the file, from 1; 0 where the file is the article.
    unit : str
        What `number` counts, ``row`` or ``line``.
    id, title, outlet, url, language : str
        As given; empty where not.
    date : object
        As given, not yet understood.
    title_span : Span, optional
        Where the title stands in the text, where that is how it was found.
    front : Span, optional
        Lines before the article that say what it is.
    extra : tuple of (str, str)
        Whatever else there is to group by.
    """

    source: Source
    text: object
    number: int = 0
    unit: str = "row"
    id: str = ""
    title: str = ""
    outlet: str = ""
    date: object = None
    url: str = ""
    language: str = ""
    title_span: Span | None = None
    front: Span | None = None
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def origin(self) -> str:
        """File and row, for messages."""
        return place(self.source, self.number, self.unit)


def place(source: Source, number: int = 0, unit: str = "row") -> str:
    """``coverage.csv, row 3``; the file alone when it is not of several rows."""
    name = "standard input" if source.path is None else source.name
    return f"{name}, {unit} {number}" if number else name


class Notes:
    """What the user should know though nothing was left out: one sentence a file and cause."""

    def __init__(self, sentences: list[str] | None = None) -> None:
        self._sentences = [] if sentences is None else sentences
        self._pending: dict[str, tuple[int, str]] = {}

    def add(self, cause: str, example: str = "", count: int = 1) -> None:
        """Count another case of `cause` in the file being read."""
        before, first = self._pending.get(cause, (0, example))
        self._pending[cause] = (before + count, first)

    def close(self, source: Source) -> None:
        """Write down what was counted in `source`."""
        for cause, (count, example) in self._pending.items():
            first = f" (first: {example})" if example else ""
            self._sentences.append(f"{place(source)}: {cause}: {count}{first}")
        self._pending.clear()


class Reader(Protocol):
    """Takes the bytes of one file apart into records."""

    def __call__(
        self, source: Source, stream: BinaryIO, options: ReadOptions, notes: Notes
    ) -> Iterator[Record | Excluded]: ...
