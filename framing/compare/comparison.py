"""What a comparison is: groups of articles, side by side on every measure."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from framing.article import Excluded
from framing.compare.agreement import Agreement
from framing.compare.records import Records, shown
from framing.compare.reported import Reported, reported
from framing.compare.results import GroupValue, Statistics
from framing.compare.sentences import sentences
from framing.evidence import Measure, MeasureSpec
from framing.scoring import Scored

if TYPE_CHECKING:
    from framing.compare.events import Events

Mode = Literal["same-story", "corpus"]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that stand together, usually those of one outlet.

    Parameters
    ----------
    name : str
        The value of the column grouped by; ``""`` where an article has none.
    articles : tuple of Scored
        In the order of their dates, then ids.
    measures : tuple of Measure
        Pooled: numerators and denominators are summed over the articles, so that every number is the sum of its parts.
    """

    name: str
    articles: tuple[Scored, ...]
    measures: tuple[Measure, ...]

    @property
    def words(self) -> int:
        """Words of all its articles."""
        return sum(scored.document.words for scored in self.articles)

    def __getitem__(self, name: str) -> Measure:
        for measure in self.measures:
            if measure.name == name:
                return measure
        raise KeyError(name)


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """Groups compared on every measure.

    Parameters
    ----------
    by : str
        Column grouped by.
    mode : {"same-story", "corpus"}
        What may be claimed: about these texts, or about outlets.
    mode_reason : str
        Why this mode, in one sentence for the report.
    groups : tuple of Group
        In alphabetical order of their names.
    specs : tuple of MeasureSpec
        What each measure means, in the order of the measures.
    excluded : tuple of Excluded
        What was given and not scored.
    notes : tuple of str
        Further sentences about the input (ids told apart, dates not understood).
    statistics : Statistics, optional
        What may be said of the groups, in corpus mode.
    events : Events, optional
        Which articles cover the same event and which carry the same text, where that was looked for; also of articles
        that are in no group.
    agreement : Records of Agreement
        Of codings of the same items, where any were given.
    sides : tuple of (str, str)
        Actors and the side each is on, where the user told sides.
    """

    by: str
    mode: Mode
    mode_reason: str
    groups: tuple[Group, ...]
    specs: tuple[MeasureSpec, ...]
    excluded: tuple[Excluded, ...] = ()
    notes: tuple[str, ...] = ()
    statistics: Statistics | None = None
    events: Events | None = None
    agreement: Records[Agreement] = field(default_factory=lambda: Records(Agreement))
    sides: tuple[tuple[str, str], ...] = ()

    @property
    def articles(self) -> Iterator[Scored]:
        """Every article, group by group."""
        return (scored for group in self.groups for scored in group.articles)

    @property
    def values(self) -> Records[GroupValue]:
        """Every measure of every group; with intervals in corpus mode."""
        if self.statistics is not None:
            return self.statistics.values
        return Records(
            GroupValue,
            tuple(
                GroupValue(
                    group.name,
                    measure.name,
                    measure.value,
                    math.nan,
                    math.nan,
                    measure.numerator,
                    1.0 if measure.denominator is None else measure.denominator,
                    len(group.articles),
                    len(group.articles),
                )
                for group in self.groups
                for measure in group.measures
            ),
        )

    @property
    def reported(self) -> Records[Reported]:
        """How each group introduces each actor and side; with intervals in corpus mode."""
        if self.statistics is not None:
            return self.statistics.reported
        return Records(Reported, reported([(group.name, group.articles) for group in self.groups], dict(self.sides)))

    def spec(self, name: str) -> MeasureSpec:
        """What a measure means.

        Raises
        ------
        KeyError
            If the comparison has no such measure.
        """
        for spec in (*self.specs, *(self.statistics.specs if self.statistics else ())):
            if spec.name == name:
                return spec
        raise KeyError(name)

    def to_pandas(self) -> Any:
        """`values` as a pandas DataFrame; see `Records.to_pandas`."""
        return self.values.to_pandas()

    def to_arrow(self) -> Any:
        """`values` as a pyarrow Table; see `Records.to_arrow`."""
        return self.values.to_arrow()

    def __repr__(self) -> str:
        groups = ", ".join(f"{group.name or '-'}: {len(group.articles)}" for group in self.groups)
        return f"<Comparison by {self.by}, {self.mode} mode ({groups}), {len(self.specs)} measures>"

    def _repr_html_(self) -> str:
        """What is found in sentences, and the measures of the groups, without styles or scripts."""
        found = "".join(f"<li>{escape(each.sentence)}</li>" for each in sentences(self))
        rows = "".join(
            f"<tr><th>{escape(spec.title)} <small>({escape(spec.unit)})</small></th>"
            + "".join(f"<td>{escape(shown(group[spec.name].value))}</td>" for group in self.groups)
            + "</tr>"
            for spec in self.specs
        )
        head = "".join(f"<th>{escape(group.name)}</th>" for group in self.groups)
        return (
            f"<p><b>{escape(self.mode)} comparison by {escape(self.by)}.</b> {escape(self.mode_reason)}</p>"
            f"<ul>{found}</ul><table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )
