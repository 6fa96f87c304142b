"""What a comparison is: groups of articles, side by side on every measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from framing.article import Excluded
from framing.evidence import Measure, MeasureSpec
from framing.scoring import Scored

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


@dataclass(frozen=True, slots=True)
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
    """

    by: str
    mode: Mode
    mode_reason: str
    groups: tuple[Group, ...]
    specs: tuple[MeasureSpec, ...]
    excluded: tuple[Excluded, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def articles(self) -> Iterator[Scored]:
        """Every article, group by group."""
        return (scored for group in self.groups for scored in group.articles)
