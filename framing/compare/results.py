"""What a corpus comparison finds, as rows."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal

from framing.compare.agreement import Agreement
from framing.compare.contrasts import Design
from framing.compare.corrections import RATE, Correction
from framing.compare.effects import SLIGHT
from framing.compare.intervals import DRAWS
from framing.compare.keyness import Word
from framing.compare.records import Records
from framing.compare.reported import Reported, ReportedDifference
from framing.compare.robustness import Check
from framing.evidence import MeasureSpec

Clusters = Literal["event", "article"]
Told = Literal["named", "found", "few", "none"]
Verdict = Literal["more", "less", "may be more", "may be less", "cannot tell", "not compared"]


@dataclass(frozen=True, slots=True)
class Inference:
    """How differences between groups are judged.

    Parameters
    ----------
    design : {"rest", "pairs"}
        Each group against all others, of which each counts the same, or each pair of groups.
    baseline : str, optional
        A group that all others are set against instead.
    events : str
        Column with the event an article is about. Articles about one event are drawn together, and compared with each
        other in the matched comparison.
    clusters : {"event", "article"}
        What is drawn: whole events, found by `framing.events` where no column names them, or single articles.
    correction : {"bh", "by"}
        Benjamini and Hochberg, or Benjamini and Yekutieli for any dependence; within each family of measures.
    draws : int
        Of the bootstrap.
    seed : int
        Of its random numbers.
    words : int
        Distinctive words a group.
    """

    design: Design = "rest"
    baseline: str | None = None
    events: str = "event"
    clusters: Clusters = "event"
    correction: Correction = "bh"
    draws: int = DRAWS
    seed: int = 0
    words: int = 20


@dataclass(frozen=True, slots=True)
class GroupValue:
    """A measure of a group with its 95 % interval.

    Parameters
    ----------
    group, measure : str
    value, low, high : float
        In the unit of the measure; bounds are NaN for fewer than ten articles. A plain count is a mean an article.
    numerator, denominator : float
        What `value` is the ratio of, before its scale.
    articles : int
    clusters : int
        Events, or articles where events are not known.
    """

    group: str
    measure: str
    value: float
    low: float
    high: float
    numerator: float
    denominator: float
    articles: int
    clusters: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure of a group against that of another, or of all others.

    Parameters
    ----------
    group, other, measure, family : str
        `other` is empty for all other groups, of which each counts the same. Measures of one family are corrected
        together.
    value, rest, difference, low, high : float
        Both sides, the first less the second, and its 95 % interval, before correction.
    ratio : float
        The first over the second.
    delta, g : float
        Cliff's delta and Hedges' g of single articles.
    p, q : float
        Of no difference; `q` is corrected.
    detectable : float
        The smallest true difference that four of five such samples would have found, before correction.
    articles, rest_articles, clusters : int
        What it rests on.
    verdict : str
        ``more`` or ``less`` if q is at most .05, ``may be more`` or ``may be less`` if only p is, else ``cannot tell``;
        ``not compared`` where there is no interval.
    slight : bool
        Whether the higher side is less than 1.2 times the lower.
    matched_on : str
        What articles of the matched comparison have in common; empty where too few have anything in common.
    matched_value, matched_rest, matched_difference, matched_low, matched_high : float
    matched_articles, matched_rest_articles : int
        The same among like articles.
    survives : bool or None
        Whether a difference survives all checks; None where none is claimed.
    fails : tuple of str
        Checks it does not survive.
    """

    group: str
    other: str
    measure: str
    family: str
    value: float
    rest: float
    difference: float
    low: float
    high: float
    ratio: float
    delta: float
    g: float
    p: float
    q: float
    detectable: float
    articles: int
    rest_articles: int
    clusters: int
    verdict: str = "not compared"
    slight: bool = False
    matched_on: str = ""
    matched_value: float = math.nan
    matched_rest: float = math.nan
    matched_difference: float = math.nan
    matched_low: float = math.nan
    matched_high: float = math.nan
    matched_articles: int = 0
    matched_rest_articles: int = 0
    survives: bool | None = None
    fails: tuple[str, ...] = ()

    @property
    def claimed(self) -> bool:
        """Whether a difference is said to be there, or to be likely."""
        return self.verdict not in ("cannot tell", "not compared")

    @property
    def sure(self) -> bool:
        """Whether it is said without "may"."""
        return self.verdict in ("more", "less")

    @property
    def strength(self) -> float:
        """How many times as much there is at least, by the bound of the interval that is nearest to no difference."""
        if not self.claimed or math.isnan(self.rest):
            return 1.0
        bound = self.low if self.difference > 0 else self.high
        least = self.rest + bound
        if not (least > 0 and self.rest > 0):
            return 1.0 if least <= 0 and self.rest <= 0 else math.inf if self.difference > 0 else 1.0
        return max(least / self.rest, self.rest / least)


@dataclass(frozen=True, slots=True)
class PeriodValue:
    """A measure of a group in a week or month with at least ten of its articles.

    Parameters
    ----------
    group, measure : str
    period : str
        ``2022-02`` for a month, the date of its Monday for a week.
    articles : int
    value, low, high : float
    numerator, denominator : float
        What `value` is the ratio of, before its scale.
    """

    group: str
    measure: str
    period: str
    articles: int
    value: float
    low: float
    high: float
    numerator: float = math.nan
    denominator: float = math.nan


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a group's coverage goes to an actor, source or frame, and how early.

    Parameters
    ----------
    group : str
    period : str
        A week or month; empty for all of them together.
    kind : {"source", "actor", "frame"}
        Who is quoted, who is named at all, which frame is put forward.
    label : str
    count, whole : int
        Quotations, mentions, passages: those with the label, and all of their kind.
    share, low, high : float
        Of all of its kind, with an interval from ten articles on.
    articles : int
        In how many articles it occurs.
    articles_share : float
        Of all articles of the group.
    first_share : float
        Of the articles with anything of its kind, how many begin with it.
    rank : float
        Its mean place among those of its kind in an article, by first occurrence, where it occurs.
    """

    group: str
    period: str
    kind: str
    label: str
    count: int
    share: float
    low: float
    high: float
    articles: int
    articles_share: float
    first_share: float
    rank: float
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Family:
    """How many comparisons were made of one sort of measures, and how many came out.

    Parameters
    ----------
    family : str
    tested : int
        Comparisons that could be made.
    uncorrected, corrected : int
        Of these, with p and with q of at most .05.
    surviving : int
        Of the corrected, those that survive all checks.
    """

    family: str
    tested: int
    uncorrected: int
    corrected: int
    surviving: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything that is inferred about groups.

    Parameters
    ----------
    inference : Inference
        How.
    clusters : {"event", "article"}
        What was drawn.
    events : {"named", "found", "few", "none"}
        Whether a column names the events, or they were found; too few of them to be drawn; not looked for.
    suppressed : tuple of str
        Groups with too few articles: nothing is said of them.
    values, differences, checks, periods, words, coverage, families, reported, reported_differences
        See their rows.
    agreement
        Of codings, where any were given.
    specs : tuple of MeasureSpec
        What is measured beyond what the scorers do: shares of who is quoted.
    """

    inference: Inference
    clusters: str
    suppressed: tuple[str, ...]
    values: Records[GroupValue] = field(default_factory=lambda: Records(GroupValue))
    differences: Records[Difference] = field(default_factory=lambda: Records(Difference))
    checks: Records[Check] = field(default_factory=lambda: Records(Check))
    families: Records[Family] = field(default_factory=lambda: Records(Family))
    periods: Records[PeriodValue] = field(default_factory=lambda: Records(PeriodValue))
    words: Records[Word] = field(default_factory=lambda: Records(Word))
    coverage: Records[Coverage] = field(default_factory=lambda: Records(Coverage))
    agreement: Records[Agreement] = field(default_factory=lambda: Records(Agreement))
    reported: Records[Reported] = field(default_factory=lambda: Records(Reported))
    reported_differences: Records[ReportedDifference] = field(default_factory=lambda: Records(ReportedDifference))
    specs: tuple[MeasureSpec, ...] = ()
    events: Told = "none"

    def value(self, group: str, measure: str) -> GroupValue | None:
        """A measure of a group."""
        return next((row for row in self.values if (row.group, row.measure) == (group, measure)), None)

    def checks_of(self, difference: Difference) -> tuple[Check, ...]:
        """How a difference fared."""
        key = (difference.group, difference.other, difference.measure)
        return tuple(check for check in self.checks if (check.group, check.other, check.measure) == key)


TABLES = (
    "values", "differences", "checks", "families", "periods", "words", "coverage", "agreement", "reported",
    "reported_differences",
)  # fmt: skip


def verdict(difference: float, p: float, q: float) -> Verdict:
    """What may be said of a difference.

    Examples
    --------
    >>> verdict(1.2, 0.001, 0.01), verdict(-1.2, 0.03, 0.2), verdict(1.2, 0.4, 0.6)
    ('more', 'may be less', 'cannot tell')
    """
    if math.isnan(difference) or math.isnan(p):
        return "not compared"
    if q <= RATE:
        return "more" if difference > 0 else "less"
    if p <= RATE:
        return "may be more" if difference > 0 else "may be less"
    return "cannot tell"


def slight(value: float, rest: float) -> bool:
    """Whether two numbers of one sign are close."""
    low, high = sorted((abs(value), abs(rest)))
    return bool(value * rest > 0 and high < SLIGHT * low)
