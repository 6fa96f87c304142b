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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from framing.compare.reported import ReportedDifference
from framing.compare.results import Difference, Statistics
from framing.evidence import MeasureSpec

MOST = 3

CHECKS = {
    "article": "without one of its articles",
    "event": "without one of its events",
    "entry": "without one entry of the lexicon",
    "own-voice": "in the outlet’s own voice alone",
    "headline": "without headlines",
    "lexicon": "by the lexicon alone",
    "model": "by the model alone",
    "matched": "among like articles",
}
# Findings are told in this order; what the toolkit itself could not resolve is none.
_SORTS = ("_own_per_1000", "speaker_", "_distancing_share", "_sentences", "role_", "")
# What is said of the words before an actor's.
REPORTED = MeasureSpec(
    "reported",
    "Reporting words of one stance",
    "share of its reporting words",
    "Of one stance, over all for one actor.",
)
UNTOLD = ("sources_unresolved_share", "quotations")


class Compared(Protocol):
    """What there is to tell of."""

    @property
    def by(self) -> str:
        """Column grouped by."""

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
    claim : str
        What differs, with its values.
    grounds : str
        By how much, with what interval, how many articles, and whether it survives.
    difference : Difference or None
        What it tells of; None where there is nothing to tell.
    """

    claim: str
    grounds: str = ""
    difference: Difference | None = None

    @property
    def sentence(self) -> str:
        """All of it."""
        return f"{self.claim} {self.grounds}".rstrip()


def sentences(
    comparison: Compared, most: int = MOST, *, title: Callable[[Difference], str] | None = None
) -> tuple[Told, ...]:
    """The findings that weigh most: of each sort the one that is sure to be largest, then more.

    Differences that survive every check come first; one that does not says so. Where nothing differs, that is said.

    Parameters
    ----------
    comparison : Comparison
    most : int
        How many.
    title : callable, optional
        What a measure is called, where its own title will not do.
    """
    found = comparison.statistics
    if found is None:
        return ()
    chosen = headlines(found.differences.rows, most)
    if not chosen:
        return (Told(nothing(found)),)
    others = "the other outlets" if comparison.by == "outlet" else "the other groups"
    return tuple(told(row, comparison.spec(row.measure), title(row) if title else "", others) for row in chosen)


def told_of_reporting(comparison: Compared, most: int = MOST) -> tuple[str, ...]:
    """What is sure of how outlets introduce the words of actors, in sentences, the largest first."""
    others = "the other outlets" if comparison.by == "outlet" else "the other groups"
    found = comparison.statistics
    return tuple(treated(row, others) for row in treatments(found, most)) if found else ()


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


def told(row: Difference, spec: MeasureSpec, title: str = "", others: str = "the other groups") -> Told:
    """One difference in words."""
    title, other = title or spec.title, row.other or others
    share = spec.unit.startswith("share")
    values = f"{number(row.value, spec)} against {number(row.rest, spec)} {spec.unit.removeprefix('share ')}"
    grounds = f"Difference {gap(row.difference, spec)}{' points' if share else ''}, 95% interval "
    grounds += f"{gaps(row.low, row.high, spec)}; {row.articles:,} and {row.rest_articles:,} articles."
    if not row.claimed:
        grounds = f"{grounds} {undetected(row, spec)}".rstrip()
        return Told(f"{title}: we cannot tell {row.group} from {other}, {values}.", grounds, row)
    return Told(f"{title}: {claim(row)} in {row.group} than in {other}, {values}.", f"{grounds} {survival(row)}", row)


def claim(row: Difference | ReportedDifference) -> str:
    """What is said of a difference: "more", "may be slightly less"."""
    kind = row.verdict.removeprefix("may be ")
    return f"{'may be ' if kind != row.verdict else ''}{'slightly ' if row.slight else ''}{kind}"


def survival(row: Difference | ReportedDifference) -> str:
    """Whether a difference survives its checks, and which it does not."""
    if row.survives:
        return "It survives every check."
    return f"It does not survive: not {' and not '.join(CHECKS[fail] for fail in row.fails)}."


def undetected(row: Difference | ReportedDifference, spec: MeasureSpec) -> str:
    """What a comparison could have found."""
    if math.isnan(row.detectable):
        return ""
    return f"With these articles, a difference of {gap(row.detectable, spec)} would be found four times in five."


def nothing(found: Statistics) -> str:
    """That nothing differs, and out of how many comparisons."""
    measures = {row.family for row in found.differences}
    tested = sum(family.tested for family in found.families if family.family in measures)
    if not tested:
        return "There are too few articles to compare groups: nothing is claimed of any."
    return (
        f"No difference between the groups is larger than what chance would give: of {tested} comparisons, none holds "
        "after correction for their number."
    )


def treatments(found: Statistics, most: int = MOST) -> list[ReportedDifference]:
    """Differences in how words are introduced that are sure, those that survive and are largest first."""
    fit = [row for row in found.reported_differences if row.sure]
    return sorted(fit, key=lambda row: (not row.survives, row.slight, -_least(row), row.group, row.label))[:most]


def _least(row: ReportedDifference) -> float:
    """How large a difference is at least."""
    return row.low if row.difference > 0 else -row.high


def treated(row: ReportedDifference, others: str = "the other groups", title: Callable[[str], str] = str) -> str:
    """One difference in how words are introduced, in a sentence or two.

    Parameters
    ----------
    row : ReportedDifference
    others : str
        What all other groups are called.
    title : callable
        What an actor is called.
    """
    within = row.compared == "labels"
    if within and row.difference < 0:
        row = row.turned()
    here, there = (title(row.label), title(row.other_label)) if within else (row.group, row.other or others)
    words, way = f"{row.stance.capitalize()} reporting words", "for" if within else "in"
    words += f" in {row.group}" if within else f" for {title(row.label)}"
    values = f"{number(row.value, REPORTED)} against {number(row.rest, REPORTED)} ({REPORTED.unit})"
    spread = f"difference {gap(row.difference, REPORTED)} points, 95% interval {gaps(row.low, row.high, REPORTED)}; "
    spread += f"{row.articles:,} and {row.rest_articles:,} articles"
    if not row.claimed:
        return f"{words}: we cannot tell {here} from {there}, {values}; {spread}. {undetected(row, REPORTED)}"
    return f"{words}: {claim(row)} {way} {here} than {way} {there}, {values}; {spread}. {_survived(row)}"


def _survived(row: ReportedDifference) -> str:
    """Whether it survives; a word that it rests on is named."""
    if row.survives or "entry" not in row.fails:
        return survival(row)
    others = [CHECKS[fail] for fail in row.fails if fail != "entry"]
    return f"It does not survive: not {' and not '.join([f'without the word “{row.weakest}”', *others])}."


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


def gap(value: float, spec: MeasureSpec) -> str:
    """A difference as it is printed: of shares, in percentage points.

    Examples
    --------
    >>> gap(0.314, MeasureSpec("x_share", "X", "share of quotations", ""))
    '31.4'
    """
    return number(value, spec).removesuffix("%")


def gaps(low: float, high: float, spec: MeasureSpec) -> str:
    """Bounds of a difference as they are printed."""
    return "–" if math.isnan(low) else f"{gap(low, spec)} to {gap(high, spec)}"


def chance(q: float) -> str:
    """A corrected p-value as it is printed.

    Examples
    --------
    >>> chance(0.0312), chance(0.0001)
    ('0.031', '<0.001')
    """
    return "–" if math.isnan(q) else "<0.001" if q < 0.0005 else f"{q:.3f}"


def families(found: Statistics) -> Iterator[str]:
    """How many comparisons were made of each sort, and what became of them; one line each."""
    for each in found.families:
        yield (
            f"{each.family}: {each.tested} comparisons; {each.uncorrected} with an interval that leaves out zero, "
            f"{each.corrected} after correction for their number, {each.surviving} of these survive every check"
        )
