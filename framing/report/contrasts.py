"""Which differences are large enough to be put into words.

The rule can be said to a reader: a difference is named only if it would survive two misread passages on either side.
It is a rule about these texts, no test of significance.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from framing.evidence import Measure
from framing.report.catalog import GroupEntry

LEAST_PASSAGES = 5
MISREAD = 2
TIMES = 1.5
LEAST_WORDS, LEAST_ITEMS = 100, 5
# Share of quotations with unresolved sources from which on nothing is said of who is quoted.
MOST_UNRESOLVED = 0.3

RULE = (
    f"A difference is put into words only if the higher figure rests on at least {LEAST_PASSAGES} passages and would "
    f"still be at least {TIMES:g} times the lower one after taking {MISREAD} passages from the higher and giving "
    f"{MISREAD} to the lower. Who is quoted more is said only of outlets of whose quotations at most "
    f"{MOST_UNRESOLVED:.0%} have a source that could not be resolved. All this describes these texts; it is no test of "
    f"significance."
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two groups that differ on a measure; `strength` is the ratio that two misread passages would leave."""

    high: GroupEntry
    low: GroupEntry
    most: Measure
    least: Measure
    strength: float

    @property
    def holds(self) -> bool:
        """Whether it may be said."""
        return self.most.numerator >= LEAST_PASSAGES and self.strength >= TIMES


def strongest(values: Sequence[tuple[GroupEntry, Measure]]) -> Contrast | None:
    """The pair of groups that differs most on one measure; None where fewer than two can be compared."""
    fit = [(group, measure) for group, measure in values if _enough(measure)]
    pairs = (
        Contrast(high, low, most, least, _strength(most, least)) for (high, most), (low, least) in permutations(fit, 2)
    )
    return _best(pairs)


def _best(contrasts: Iterable[Contrast]) -> Contrast | None:
    return max(contrasts, key=lambda contrast: (contrast.holds, contrast.strength), default=None)


def _enough(measure: Measure) -> bool:
    least = LEAST_WORDS if measure.scale > 1 else LEAST_ITEMS
    return bool(measure.denominator and measure.denominator >= least and math.isfinite(measure.value))


def _strength(most: Measure, least: Measure) -> float:
    return ((most.numerator - MISREAD) / (most.denominator or 1)) / (
        (least.numerator + MISREAD) / (least.denominator or 1)
    )
