"""Like with like: the same comparison among articles about the same things.

An outlet that wrote more in the week of an invasion has more threat in it whatever its framing. Articles are sorted
into cells (the same event; or the same week, length and section), cells in which only one side has articles are left
out, and those of the other side are weighted so that both fill the cells in the same proportions (coarsened exact
matching; Iacus, King and Porro 2012). Each outlet on the other side counts the same within a cell.

References
----------
Iacus, S. M., King, G., & Porro, G. (2012). Causal inference without balance checking: Coarsened exact matching.
Political Analysis, 20(1), 1-24.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.compare.contrasts import Contrast
from framing.compare.units import Floats, Integers, numbered

# Words at which short, middling and long articles part: a brief, a report, a long read.
LENGTHS = (300, 800)
SECTIONS = ("section", "desk", "category", "topic")


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Into which cell each article falls.

    Parameters
    ----------
    what : str
        What articles of one cell have in common, in words.
    numbers : array of shape (n_articles,)
        Number of the cell of each article; -1 for an article that fits into none.
    """

    what: str
    numbers: Integers


def week(date: dt.date) -> str:
    """The week a day is in, as its Monday."""
    return (date - dt.timedelta(days=date.weekday())).isoformat()


def length(words: int) -> str:
    """Short, middling or long.

    Examples
    --------
    >>> [length(words) for words in (120, 300, 2000)]
    ['short', 'middling', 'long']
    """
    return ("short", "middling", "long")[int(np.searchsorted(LENGTHS, words, side="right"))]


def cells(articles: Sequence[Article], words: Sequence[int], events: Sequence[str]) -> Cells | None:
    """Cells of articles: by event where events are known, else by week, length and section as far as these are.

    None where there is nothing to match on but length.
    """
    if sum(1 for event in events if event) * 2 >= len(events) > 0:
        labels, what = list(events), "event"
    else:
        section = next((name for name in SECTIONS if any(article.column(name) for article in articles)), "")
        parts = [
            (week(article.date) if article.date else "", article.column(section) or "" if section else "*")
            for article in articles
        ]
        labels = [
            f"{when}|{where}|{length(count)}" if when and where else ""
            for (when, where), count in zip(parts, words, strict=True)
        ]
        what = "week, section and length" if section else "week and length"
    if not any(labels):
        return None
    numbers = numbered(labels)
    return Cells(what, np.where([bool(label) for label in labels], numbers, -1))


def matched(contrast: Contrast, cells: Cells, groups: Integers) -> Contrast:
    """The contrast among articles that share cells, the second side weighted to the cells of the first."""
    fit = cells.numbers >= 0
    top = int(cells.numbers.max()) + 1
    ours = np.bincount(cells.numbers[fit], (contrast.focal > 0)[fit].astype(float), minlength=top).astype(float)
    theirs = np.bincount(cells.numbers[fit], (contrast.rest > 0)[fit].astype(float), minlength=top)
    common = (ours > 0) & (theirs > 0)
    inside = fit & common[np.where(fit, cells.numbers, 0)]
    focal = np.where(inside & (contrast.focal > 0), 1.0, 0.0)
    return Contrast(
        contrast.group, contrast.other, focal, _weights(inside & (contrast.rest > 0), cells.numbers, groups, ours)
    )


def _weights(inside: NDArray[np.bool_], numbers: Integers, groups: Integers, wanted: Floats) -> Floats:
    """Weights that give each cell as much as is wanted of it, in equal parts to the groups that are in it."""
    weights = np.zeros(len(numbers))
    at = np.flatnonzero(inside)
    if not len(at):
        return weights
    pairs = np.stack((numbers[at], groups[at]))
    kinds, which, counts = np.unique(pairs, axis=1, return_inverse=True, return_counts=True)
    groups_in_cell = np.bincount(kinds[0], minlength=len(wanted))
    weights[at] = wanted[numbers[at]] / groups_in_cell[numbers[at]] / counts[which.ravel()]
    return weights
