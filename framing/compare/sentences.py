"""What is found, in words that claim no more than the numbers bear.

========================================================  ==========================
the interval of the difference, after correction           what is said
========================================================  ==========================
leaves out zero                                            more, less
leaves out zero only before correction                     may be more, may be less
holds zero                                                 we cannot tell
the higher side is less than 1.2 times the lower           slightly
fewer than ten articles on a side                          nothing of the outlet
========================================================  ==========================
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from framing.compare.results import Difference, Statistics
from framing.evidence import MeasureSpec

MOST = 3

CHECKS = {
    "article": "without one of its articles",
    "event": "without one of its events",
    "entry": "without one entry of the lexicon",
    "own-voice": "in the outlet’s own voice alone",
    "headline": "without headlines",
    "matched": "among like articles",
    "instrument": "by another instrument",
}
# Findings are told in this order; what the toolkit itself could not resolve is none.
_SORTS = ("_own_per_1000", "speaker_", "_distancing_share", "_sentences", "role_", "")
UNTOLD = ("sources_unresolved_share", "quotations")


class Compared(Protocol):
    """What there is to tell of."""

    @property
    def statistics(self) -> Statistics | None:
        """What may be said of groups."""

    def spec(self, name: str) -> MeasureSpec:
        """What a measure means."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words.

    Parameters
    ----------
    sentence : str
        With its numbers, interval and articles.
    difference : Difference or None
        What it tells of; None where there is nothing to tell.
    """

    sentence: str
    difference: Difference | None = None


def sentences(comparison: Compared, most: int = MOST) -> tuple[Told, ...]:
    """The findings that weigh most: of each sort the one that is sure to be largest, then more.

    Differences that survive every check come first; one that does not says so. Where nothing differs, that is said.
    """
    found = comparison.statistics
    if found is None:
        return ()
    chosen = headlines(found.differences.rows, most)
    if not chosen:
        return (Told(nothing(found)),)
    return tuple(Told(told(row, comparison.spec(row.measure), found), row) for row in chosen)


def headlines(rows: Iterable[Difference], most: int = MOST) -> list[Difference]:
    """Differences to lead with, each of a sort of its own as far as there are sorts enough."""
    fit = [row for row in rows if row.sure and row.measure not in UNTOLD]
    ranked = sorted(fit, key=lambda row: (not row.survives, row.slight, -row.strength, row.measure, row.group))
    chosen: list[Difference] = []
    for sort in _SORTS:
        first = next((row for row in ranked if sort in row.measure and _sort(row) == sort and not row.slight), None)
        if first is not None and len(chosen) < most and first.survives:
            chosen.append(first)
    for row in ranked:
        measures = {each.measure for each in chosen}
        if len(chosen) < most and row.measure not in measures and (row.survives or not chosen):
            chosen.append(row)
    return chosen


def _sort(row: Difference) -> str:
    return next(sort for sort in _SORTS if sort in row.measure)


def told(row: Difference, spec: MeasureSpec, found: Statistics) -> str:
    """One difference in a sentence or two."""
    other = row.other or "the other groups"
    values = f"{number(row.value, spec)} against {number(row.rest, spec)}"
    if not row.claimed:
        return (
            f"{row.group} and {other}: we cannot tell whether they differ in {lowered(spec.title)} ({values}; 95% "
            f"interval of the difference {interval(row.low, row.high, spec)}). {undetected(row, spec)}"
        )
    slightly = "slightly " if row.slight else ""
    higher = "more" if row.difference > 0 else "less"
    verb = "has" if row.sure else "may have"
    return (
        f"{row.group} {verb} {slightly}{higher} than {other} of {lowered(spec.title)}: {values} {spec.unit} "
        f"(difference {number(row.difference, spec)}, 95% interval {interval(row.low, row.high, spec)}; "
        f"{row.articles:,} and {row.rest_articles:,} articles). {survival(row)}"
    )


def survival(row: Difference) -> str:
    """Whether a difference survives its checks, and which it does not."""
    if row.survives:
        return "It survives every check."
    return f"It does not survive: not {' and not '.join(CHECKS[fail] for fail in row.fails)}."


def undetected(row: Difference, spec: MeasureSpec) -> str:
    """What a comparison could have found."""
    if math.isnan(row.detectable):
        return ""
    return f"With these articles, a difference of {number(row.detectable, spec)} would be found four times in five."


def nothing(found: Statistics) -> str:
    """That nothing differs, and out of how many comparisons."""
    tested = sum(family.tested for family in found.families)
    if not tested:
        return "There are too few articles to compare groups: nothing is claimed of any."
    return (
        f"No difference between the groups is larger than what chance would give: of {tested} comparisons, none holds "
        "after correction for their number."
    )


def lowered(title: str) -> str:
    """A title inside a sentence."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def number(value: float, spec: MeasureSpec) -> str:
    """A value as it is printed, by the unit of its measure.

    Examples
    --------
    >>> spec = MeasureSpec("x_share", "X", "share of quotations", "")
    >>> number(0.314, spec), number(12.345, MeasureSpec("y_per_1000", "Y", "per 1,000 words", ""))
    ('31.4%', '12.3')
    """
    if math.isnan(value):
        return "–"
    if spec.unit.startswith("share"):
        return f"{100 * value:.1f}%"
    size = abs(value)
    return f"{value:,.0f}" if size >= 99.95 else f"{value:.1f}" if size >= 0.95 or value == 0 else f"{value:.2f}"


def interval(low: float, high: float, spec: MeasureSpec) -> str:
    """Bounds as they are printed."""
    if math.isnan(low):
        return "–"
    return f"{number(low, spec)} to {number(high, spec)}"


def families(found: Statistics) -> Iterator[str]:
    """How many comparisons were made of each sort, and what became of them; one line each."""
    for each in found.families:
        yield (
            f"{each.family}: {each.tested} comparisons; {each.uncorrected} with an interval that leaves out zero, "
            f"{each.corrected} after correction for their number, {each.surviving} of these survive every check"
        )
