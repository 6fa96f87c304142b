"""What is set against what: each group against the others, each pair, or all against one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from framing.compare.units import Floats, Integers
from framing.errors import UsageError

Design = Literal["rest", "pairs"]


@dataclass(frozen=True, slots=True, eq=False)
class Contrast:
    """Two sets of articles, each a ratio of weighted sums.

    Parameters
    ----------
    group, other : str
        What stands on either side; `other` is empty for all other groups together.
    focal, rest : array of shape (n_articles,)
        Weights of the articles on either side; 0 for those that are not on it.
    """

    group: str
    other: str
    focal: Floats
    rest: Floats


def side(groups: Integers, which: Sequence[int]) -> Floats:
    """Weights that let each of some groups count the same, as if all had given the same number of articles.

    Examples
    --------
    >>> side(np.array([0, 1, 1, 2]), [1, 2]).tolist()
    [0.0, 0.75, 0.75, 1.5]
    """
    weights = np.zeros(len(groups))
    for group in which:
        inside = groups == group
        weights[inside] = 1.0 / max(1, int(inside.sum()))
    total = weights.sum()
    return weights * (np.count_nonzero(weights) / total) if total else weights


def contrasts(
    names: Sequence[str],
    groups: Integers,
    enough: Sequence[int],
    *,
    design: Design = "rest",
    baseline: str | None = None,
) -> Iterator[Contrast]:
    """The comparisons of a design.

    Parameters
    ----------
    names : sequence of str
        Of the groups.
    groups : array of shape (n_articles,)
        Number of the group of each article.
    enough : sequence of int
        Groups with articles enough to be compared; the others stand on no side.
    design : {"rest", "pairs"}
        Each group against the others, of which each counts the same, or each pair. Two groups make one pair.
    baseline : str, optional
        Name of a group that all others are set against instead.

    Raises
    ------
    UsageError
        If no group has the name of the baseline.
    """
    if baseline is not None and baseline not in names:
        raise UsageError(f'there is no group "{baseline}" to compare with', remedy=f"Groups: {', '.join(names)}.")
    if baseline is not None:
        base = list(names).index(baseline)
        pairs = [(at, base) for at in enough if at != base and base in enough]
    elif design == "pairs" or len(enough) == 2:
        pairs = list(combinations(enough, 2))
    else:
        for at in enough:
            others = [other for other in enough if other != at]
            if others:
                yield Contrast(names[at], "", side(groups, [at]), side(groups, others))
        return
    for one, other in pairs:
        yield Contrast(names[one], names[other], side(groups, [one]), side(groups, [other]))
