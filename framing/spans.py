"""Offsets: half-open, in Unicode code points of the text they belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Field = Literal["text", "title"]


class Span(NamedTuple):
    """A half-open stretch ``text[start:end]``.

    Examples
    --------
    >>> Span(3, 7).of("the threat")
    ' thr'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters the span covers."""
        return text[self.start : self.end]

    def contains(self, other: tuple[int, int]) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other[0] and other[1] <= self.end

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two share a character."""
        return self.start < other[1] and other[0] < self.end


def places(text: str, marks: str) -> list[int]:
    """Offsets of any of some characters, in order: quicker than a regular expression where they are rare.

    Examples
    --------
    >>> places('"Yes," he said. "No."', '"')
    [0, 5, 16, 20]
    """
    found: list[int] = []
    for mark in marks:
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    found.sort()
    return found


def merged(spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Sorted spans with those that touch or overlap joined; empty ones are dropped.

    Examples
    --------
    >>> merged([(5, 8), (0, 2), (2, 3), (6, 7), (4, 4)])
    (Span(start=0, end=3), Span(start=5, end=8))
    """
    joined: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return tuple(joined)


class Cover:
    """Answers in logarithmic time whether a stretch meets any of a set of spans.

    Parameters
    ----------
    spans : iterable of (int, int)
        In any order; overlaps are merged.
    """

    __slots__ = ("_ends", "_starts", "spans")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans: Sequence[Span] = merged(spans)
        self._starts = [span.start for span in self.spans]
        self._ends = [span.end for span in self.spans]

    def __bool__(self) -> bool:
        return bool(self.spans)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` shares a character with any span."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end

    def holds(self, start: int, end: int) -> bool:
        """Whether one span covers all of ``[start, end)``."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]
