"""How similar two articles are by chance: the corpus itself says how similar articles on one event must be.

Articles that appeared more than a few days apart are hardly ever on one event, but often on one affair: their
similarity is what a common topic alone makes. From it follows, for every article, the similarity that an article on
another event would reach by chance with a small probability only, however many appeared in the same days. In a thin
corpus of many topics that is little, in a corpus on one crisis it is much.

The tail of the chance similarities is taken as exponential (peaks over a threshold: Davison and Smith 1990,
doi:10.1111/j.2517-6161.1990.tb01796.x), so that rare probabilities can be told from few articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from framing.compare.vectors import Matrix

CLOSENESS = (1.0, 1.0, 0.93, 0.82, 0.68, 0.5)
"""What is left of a similarity between articles so many days apart; nothing beyond the last."""
WINDOW = len(CLOSENESS) - 1

# Calibrated on the 50 events by three American outlets of BASIL (Fan et al. 2019), thinned, cut short, squeezed in time
# and mixed with other articles.
_CHANCE = 0.06  # articles on other events that an article may be expected to have above its threshold
_LEAST, _LEAST_UNDATED = 0.13, 0.18  # least thresholds, with dates and without
_UNKNOWN = 0.12  # threshold where nothing can be measured: a few articles, which are likely to be on few events

_FAR = 30  # days: chance is measured on articles not much further away, which are on the same affairs
_ENOUGH, _MOST = 200, 1500  # articles to measure it on
_FEWEST = 20
_TAIL, _TAIL_SHARE = 8, 0.02  # how many of the highest chance similarities are its tail
_BULK, _NEAREST = 0.3, 0.1  # without dates: the tail ends where the nearest begin, which may be on the same event
_BULK_WIDER = 1.3
_BLOCK = 256

_TRACE = 0.05  # similarity below which a pair is not even kept
_HALF = (0.4, 0.6)  # of what is needed: similar by topic, not by event
_GRID = np.arange(1.0, 3.01, 0.05)
_SEEN = 30
_PURE = 0.95  # share of the pairs above the threshold that no drift of topics explains
_LEFT = np.array((*CLOSENESS, 1.0, 0.0))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Articles close in time that resemble each other, and how much resemblance each article asks for.

    Parameters
    ----------
    one, other : array of int
        Pairs, each once.
    similarity : array of float
        Their cosine.
    closeness : array of float
        What their distance in days leaves of it.
    needed : array of float, (articles,)
        What an article on the same event must at least reach, on average over its group.
    """

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    similarity: NDArray[np.float64]
    closeness: NDArray[np.float64]
    needed: NDArray[np.float64]

    @property
    def strength(self) -> NDArray[np.float64]:
        """How similar a pair is, in units of what the more demanding of the two needs."""
        needed = np.maximum(self.needed[self.one], self.needed[self.other])
        return self.similarity * self.closeness / needed


class _Tail(NamedTuple):
    """The upper end of an article's chance similarities, and how many articles it is to be held against."""

    rivals: float
    dated: bool
    start: float = math.nan
    scale: float = math.nan
    share: float = 0.0


class _Pairs(NamedTuple):
    """Pairs of articles that resemble each other at all.

    Parameters
    ----------
    one, other, similarity, days : array
        The pairs, with their distance in days.
    same : array of bool
        Whether one outlet published both.
    seen : array of int, (2, distances)
        How many pairs were looked at, of two outlets and of one.
    """

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    similarity: NDArray[np.float64]
    days: NDArray[np.int64]
    same: NDArray[np.bool_]
    seen: NDArray[np.int64]


_UNDATED, _DISTANT = WINDOW + 1, WINDOW + 2


def neighbours(vectors: Matrix, days: Sequence[int | None], outlets: Sequence[str]) -> Neighbours:
    """Find articles that are similar and close in time, and measure chance on those that are not close.

    Parameters
    ----------
    vectors : csr_array, (articles, words)
        Rows of unit length.
    days : sequence of int or None
        Their dates as ordinals, ascending; articles without a date come last and are close to all.
    outlets : sequence of str
        Their outlets.
    """
    names = {name: at for at, name in enumerate(dict.fromkeys(outlets))}
    outlet = np.array([names[name] for name in outlets], dtype=np.int64)
    when = np.array([day for day in days if day is not None], dtype=np.int64)
    tails: list[_Tail] = []
    parts: list[NDArray[np.float64]] = [np.empty((4, 0))]
    seen = np.zeros((2, _DISTANT + 1), dtype=np.int64)
    for rows in _blocks(len(when), len(days)):
        columns = _close_columns(when, rows, len(days))
        distant = _distant_columns(when, rows)
        close = (vectors[rows] @ vectors[columns].T).toarray()
        far = (vectors[rows] @ vectors[distant].T).toarray()
        for at, row in enumerate(rows):
            apart = _days_apart(when, row, columns)
            others = (apart < _DISTANT) & (columns != row)
            chance = _chance(when, row, distant)
            tails.append(_tail(close[at][others], _LEFT[apart[others]], far[at][chance]))
            later = others & (columns > row)
            for same in (0, 1):
                kind = (outlet[columns] == outlet[row]) == same
                seen[same] += np.bincount(apart[later & kind], minlength=_DISTANT + 1)
                seen[same, _DISTANT] += np.count_nonzero(chance & ((outlet[distant] == outlet[row]) == same))
            later &= close[at] > _TRACE
            chance &= far[at] > _TRACE
            parts.append(_part(row, columns[later], close[at][later], apart[later]))
            parts.append(_part(row, distant[chance], far[at][chance], np.full(np.count_nonzero(chance), _DISTANT)))
    one, other, similarity, apart = np.concatenate(parts, axis=1)
    ends = one.astype(np.int64), other.astype(np.int64)
    pairs = _Pairs(*ends, similarity, apart.astype(np.int64), outlet[ends[0]] == outlet[ends[1]], seen)
    needed = _needed(tails)
    left = _LEFT / _demands(pairs, similarity / np.maximum(needed[pairs.one], needed[pairs.other]))
    near = pairs.days < _DISTANT
    closeness = left[pairs.same[near].astype(np.int64), pairs.days[near]]
    return Neighbours(pairs.one[near], pairs.other[near], similarity[near], closeness, needed)


def _part(
    row: int, columns: NDArray[np.int64], similar: NDArray[np.float32], apart: NDArray[np.int64]
) -> NDArray[np.float64]:
    return np.array((np.full(len(columns), row), columns, similar, apart), dtype=np.float64)


def _demands(pairs: _Pairs, ratio: NDArray[np.float64]) -> NDArray[np.float64]:
    """How many times as similar as by chance alone articles must be that appeared so many days apart.

    In a corpus on one crisis, articles of neighbouring days resemble each other more than those of neighbouring weeks
    even where they are on different events. Both can be seen in the corpus: the first in pairs that are only half as
    similar as they need be, the second in how many more pairs are similar enough than among articles of other weeks.
    """
    demands = np.ones((2, _DISTANT + 1))
    levels = np.array((*_HALF, *_GRID))
    for same in (0, 1):
        kind = pairs.same == same
        distant = np.sort(ratio[kind & (pairs.days == _DISTANT)])
        for apart in range(WINDOW + 1):
            near = np.sort(ratio[kind & (pairs.days == apart)])
            if min(_between(near, 1.0, np.inf), _between(near, *_HALF), _between(distant, *_HALF)) < _SEEN:
                continue
            here = _rate(near, levels, pairs.seen[same, apart])
            there = _rate(distant, levels, pairs.seen[same, _DISTANT])
            drift = max(1.0, (here[0] - here[1]) / (there[0] - there[1]))
            pure = np.flatnonzero(drift * there[2:] <= (1.0 - _PURE) * here[2:])
            demands[same, apart] = _GRID[pure[0]] if len(pure) else _GRID[-1]
    # Never less for more days.
    demands[:, : WINDOW + 1] = np.maximum.accumulate(demands[:, : WINDOW + 1], axis=1)
    return demands


def _rate(ordered: NDArray[np.float64], levels: NDArray[np.float64], seen: int) -> NDArray[np.float64]:
    """Share of all pairs seen that reach each level."""
    return np.asarray((len(ordered) - np.searchsorted(ordered, levels)) / seen)


def _between(ordered: NDArray[np.float64], low: float, high: float) -> int:
    return int(np.searchsorted(ordered, high) - np.searchsorted(ordered, low))


def _blocks(dated: int, count: int) -> Iterator[NDArray[np.int64]]:
    for start, end in ((0, dated), (dated, count)):
        for at in range(start, end, _BLOCK):
            yield np.arange(at, min(at + _BLOCK, end))


def _close_columns(when: NDArray[np.int64], rows: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Articles that are close in time to any of some rows, and those without a date."""
    if rows[0] >= len(when):
        return np.arange(count)
    start, end = np.searchsorted(when, (when[rows[0]] - WINDOW, when[rows[-1]] + WINDOW + 1))
    return np.concatenate((np.arange(start, end), np.arange(len(when), count)))


def _distant_columns(when: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Articles to measure chance on: of the same month where they are enough for all of some rows, else any."""
    if rows[0] >= len(when):
        return np.empty(0, dtype=np.int64)
    starts = np.searchsorted(when, when[rows] - _FAR)
    ends = np.searchsorted(when, when[rows] + _FAR + 1)
    within = np.searchsorted(when, when[rows] + WINDOW + 1) - np.searchsorted(when, when[rows] - WINDOW)
    enough = bool(np.all(ends - starts - within >= _ENOUGH))
    columns = np.arange(starts[0], ends[-1]) if enough else np.arange(len(when))
    return columns[:: len(columns) // _MOST + 1]


def _days_apart(when: NDArray[np.int64], row: int, columns: NDArray[np.int64]) -> NDArray[np.int64]:
    apart = np.full(len(columns), _UNDATED)
    if row < len(when):
        dated = columns < len(when)
        gaps = np.abs(when[columns[dated]] - when[row])
        apart[dated] = np.where(gaps <= WINDOW, gaps, _DISTANT)
    return apart


def _chance(when: NDArray[np.int64], row: int, columns: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which articles chance is measured on: those of another time, as near in time as leaves enough of them."""
    if row >= len(when):
        return np.zeros(len(columns), dtype=np.bool_)
    gaps = np.abs(when[columns] - when[row])
    within = (gaps > WINDOW) & (gaps <= _FAR)
    return np.asarray(within if np.count_nonzero(within) >= _ENOUGH else gaps > WINDOW)


def _tail(close: NDArray[np.float32], left: NDArray[np.float64], chance: NDArray[np.float32]) -> _Tail:
    rivals = max(1.0, float(left.sum()))
    if len(chance) >= _FEWEST:
        values = np.sort(chance)[::-1].astype(np.float64)
        size = min(len(values), max(_TAIL, math.ceil(_TAIL_SHARE * len(values))))
        start = float(values[size - 1])
        return _Tail(rivals, True, start, float(values[:size].mean()) - start, size / len(values))
    # No article of another time: the bulk of all others must do, without the nearest.
    values = np.sort(close)[::-1].astype(np.float64)
    nearest, size = int(_NEAREST * len(values)) + 1, int(_BULK * len(values))
    if size - nearest < _TAIL // 2:
        return _Tail(rivals, False)
    start = float(values[size - 1])
    scale = _BULK_WIDER * (float(values[nearest:size].mean()) - start)
    return _Tail(rivals, False, start, scale, size / len(values))


def _needed(tails: Sequence[_Tail]) -> NDArray[np.float64]:
    scales = [tail.scale for tail in tails if not math.isnan(tail.scale)]
    usual = float(np.median(scales)) if scales else 0.0
    needed = np.empty(len(tails))
    for at, tail in enumerate(tails):
        if math.isnan(tail.start):
            needed[at] = _UNKNOWN
            continue
        # The scale of one article's tail is known badly, so half of it is that of all.
        rarer = math.log(max(1.0, tail.share * tail.rivals / _CHANCE))
        reached = tail.start + (tail.scale + usual) / 2 * rarer
        needed[at] = min(1.0, max(_LEAST if tail.dated else _LEAST_UNDATED, reached))
    return needed
