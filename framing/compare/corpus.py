"""Articles in groups, ready to be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from framing.compare.contrasts import Contrast, contrasts, side
from framing.compare.matching import Cells, cells
from framing.compare.measuring import Measuring, in_own_voice, without_headline
from framing.compare.results import Inference, Told
from framing.compare.units import Units, numbered, units
from framing.scoring import Scored, TextScorer

if TYPE_CHECKING:
    from framing.compare.events import Events

# Fewer articles than this say something about themselves, not about their outlet: no interval, no claim.
ENOUGH = 10
# So few events cannot stand for all others.
ENOUGH_EVENTS = 5
# Found events of which one holds more of all articles than this are no events: there is too little to tell them apart.
MOST_OF_ALL = 0.2


class Corpus:
    """Articles in groups, ready to be compared.

    Parameters
    ----------
    groups : sequence of (str, sequence of Scored)
        Names and articles.
    scorers : sequence of TextScorer
        Those that made the scores.
    inference : Inference
    events : Events, optional
        Found among these articles, for where no column names them.
    """

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[Scored]]],
        scorers: Sequence[TextScorer],
        inference: Inference,
        events: Events | None = None,
    ) -> None:
        self.inference = inference
        self.names = tuple(name for name, _ in groups)
        self.articles = tuple(scored for _, rows in groups for scored in rows)
        self.groups = np.array([at for at, (_, rows) in enumerate(groups) for _ in rows], dtype=np.int64)
        self.measuring = Measuring.of([rows for _, rows in groups], scorers)
        self.sizes = np.bincount(self.groups, minlength=len(self.names))
        self.events, self.told = self._events(events)
        self.units = self._units([self.measuring.measures(each) for each in self.articles])
        spread = self._spread(self.events)
        self.enough = tuple(
            at for at in range(len(self.names)) if self.sizes[at] >= ENOUGH and spread[at] >= ENOUGH_EVENTS
        )

    def _events(self, found: Events | None) -> tuple[tuple[str, ...], Told]:
        """The event of each article, empty for one that is alone in its own; and how they are known."""
        nothing = ("",) * len(self.articles)
        if self.inference.clusters == "article":
            return nothing, "none"
        named = tuple(each.document.article.column(self.inference.events) or "" for each in self.articles)
        if any(named):
            return named, "named"
        if found is None:
            return nothing, "none"
        event_of = {member.article: event.name for event in found if len(event.members) > 1 for member in event.members}
        events = tuple(event_of.get(each.document.article.id, "") for each in self.articles)
        largest = max(Counter(filter(None, events)).values(), default=0)
        spread = self._spread(events)
        enough = all(spread[at] >= ENOUGH_EVENTS for at in range(len(self.names)) if self.sizes[at] >= ENOUGH)
        if not enough or largest > MOST_OF_ALL * len(events):
            return nothing, "few"
        return events, "found"

    def _spread(self, events: Sequence[str]) -> list[int]:
        """About how many events the articles of each group are."""
        numbers = numbered(events)
        return [len(np.unique(numbers[self.groups == at])) for at in range(len(self.names))]

    def _units(self, rows: Sequence[Sequence[object]]) -> Units:
        return units(rows, self.groups.tolist(), self.events)  # type: ignore[arg-type]

    def contrasts(self) -> list[Contrast]:
        """What is set against what."""
        chosen = self.inference
        return list(contrasts(self.names, self.groups, self.enough, design=chosen.design, baseline=chosen.baseline))

    def alone(self, group: int) -> Contrast:
        """A group by itself."""
        return Contrast(self.names[group], "", side(self.groups, [group]), np.zeros(len(self.groups)))

    def cells(self) -> Cells | None:
        """Articles that are about the same."""
        articles = [each.document.article for each in self.articles]
        return cells(articles, [each.document.words for each in self.articles], self.events)

    def without_headlines(self) -> Units:
        """The same articles without their headlines."""
        return self._units([self.measuring.again(each, *without_headline(each)) for each in self.articles])

    def in_own_voice(self) -> Units:
        """The same articles with only what the outlets say themselves."""
        return self._units([self.measuring.again(each, *in_own_voice(each)) for each in self.articles])
