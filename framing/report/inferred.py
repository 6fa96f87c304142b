"""Figures of a comparison as the page prints them: each says what it is of, so that a program can count it again."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from framing.compare.results import Difference, GroupValue, Statistics
from framing.compare.sentences import chance, gap, number
from framing.evidence import MeasureSpec
from framing.report.catalog import Catalog, GroupEntry
from framing.report.phrase import Name, Number, Phrase, phrase
from framing.report.tables import Row
from framing.report.wording import exact

# Where the differences that hold are.
TABLE = "#t-holding"


def figure(text: str, value: float, part: str = "", measure: str = "", label: str = "", group: str = "") -> Number:
    """A figure that is no ratio of counts on this page."""
    return Number(text, exact(value), measure, "", "", group=group, label=label, part=part)


def ratio(text: str, value: float, numerator: float, denominator: float, part: str = "", measure: str = "") -> Number:
    """A figure with the counts it is the ratio of."""
    return Number(text, exact(value), measure, exact(numerator), exact(denominator), part=part)


def spread(low: float, high: float, spec: MeasureSpec) -> Phrase:
    """An interval of a value."""
    if math.isnan(low):
        return phrase("–")
    return phrase(figure(number(low, spec), low, "low"), " to ", figure(number(high, spec), high, "high"))


class Inferred:
    """The rows and figures of differences.

    Parameters
    ----------
    catalog : Catalog
    found : Statistics
    """

    def __init__(self, catalog: Catalog, found: Statistics) -> None:
        self._catalog = catalog
        self._values: dict[tuple[str, str], GroupValue] = {(row.group, row.measure): row for row in found.values}
        self._entries: dict[str, GroupEntry] = {entry.group.name: entry for entry in catalog.groups}

    def row(self, row: Difference, header: Phrase, cells: tuple[Phrase, ...]) -> Row:
        """A line whose figures are all of one difference."""
        other = self._entries[row.other].id if row.other else ""
        return Row(header, cells, self._entries[row.group].id, measure=row.measure, other=other)

    def who(self, row: Difference) -> Name:
        """The group of a difference."""
        return Name(row.group or f"(no {self._catalog.comparison.by})")

    def title(self, row: Difference) -> str:
        """What its measure is called."""
        if row.measure.startswith("speaker_"):
            actor = row.measure.removeprefix("speaker_").removesuffix("_share")
            return f"{self._catalog.full_actor(actor)} among those quoted"
        return self.spec(row).title

    def spec(self, row: Difference) -> MeasureSpec:
        """What its measure means."""
        return self._catalog.comparison.spec(row.measure)

    def here(self, row: Difference) -> Phrase:
        """The value of the group, with its counts."""
        return phrase(self._value(row, row.group, row.value))

    def there(self, row: Difference) -> Phrase:
        """That of the other side: of another group with its counts, of all others as a mean of theirs."""
        return phrase(self._rest(row))

    def sides(self, row: Difference, opened: Mapping[str, str]) -> tuple[Number, Number]:
        """Both values in running text, where no row around them says what they are of.

        Parameters
        ----------
        row : Difference
        opened : mapping
            Names of groups to where their passages stand; other values lead to the table of differences.
        """
        here = replace(
            self._value(row, row.group, row.value),
            measure=row.measure,
            group=self._entries[row.group].id,
            href=opened.get(row.group, TABLE),
        )
        about = self._entries[row.other or row.group].id
        return here, replace(self._rest(row), measure=row.measure, group=about, href=opened.get(row.other, TABLE))

    def _rest(self, row: Difference) -> Number:
        if row.other:
            return self._value(row, row.other, row.rest, "rest")
        return figure(number(row.rest, self.spec(row)), row.rest, "rest")

    def _value(self, row: Difference, group: str, value: float, part: str = "") -> Number:
        counts = self._values[group, row.measure]
        return ratio(number(value, self.spec(row)), value, counts.numerator, counts.denominator, part)

    def gap(self, row: Difference, value: float, low: float, high: float, kind: str = "") -> Phrase:
        """A difference with its interval, of one sort where it is not the plain one."""
        spec = self.spec(row)
        names = [f"{kind}-{name}" if kind else name for name in ("difference", "low", "high")]
        if math.isnan(value):
            return phrase("–")
        first, *bounds = (
            figure(gap(each, spec), each, name) for each, name in zip((value, low, high), names, strict=True)
        )
        if math.isnan(low):
            return phrase(first, " (–)")
        return phrase(first, " (", bounds[0], " to ", bounds[1], ")")

    def detectable(self, row: Difference) -> Phrase:
        """What could have been found."""
        return phrase(figure(gap(row.detectable, self.spec(row)), row.detectable, "detectable"))


def times(row: Difference) -> Phrase:
    """How many times as much."""
    return phrase("–" if math.isnan(row.ratio) else figure(f"{row.ratio:.2g}", row.ratio, "ratio"))


def delta(row: Difference) -> Phrase:
    """Cliff's delta."""
    return phrase("–" if math.isnan(row.delta) else figure(f"{row.delta:+.2f}", row.delta, "delta"))


def q_of(row: Difference) -> Phrase:
    """The corrected p-value."""
    return phrase("–" if math.isnan(row.q) else figure(chance(row.q), row.q, "q"))
