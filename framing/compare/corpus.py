"""Articles in groups, ready to be compared."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from framing.compare.contrasts import Contrast, contrasts, side
from framing.compare.matching import Cells, cells
from framing.compare.measuring import Measuring, in_own_voice, without_headline
from framing.compare.results import Inference
from framing.compare.units import Units, units
from framing.scoring import Scored, TextScorer

# Fewer articles than this say something about themselves, not about their outlet: no interval, no claim.
ENOUGH = 10
# So few events cannot stand for all others.
ENOUGH_EVENTS = 5


class Corpus:
    """Articles in groups, ready to be compared.

    Parameters
    ----------
    groups : sequence of (str, sequence of Scored)
        Names and articles.
    scorers : sequence of TextScorer
        Those that made the scores.
    inference : Inference
    """

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[Scored]]],
        scorers: Sequence[TextScorer],
        inference: Inference,
    ) -> None:
        self.inference = inference
        self.names = tuple(name for name, _ in groups)
        self.articles = tuple(scored for _, rows in groups for scored in rows)
        self.groups = np.array([at for at, (_, rows) in enumerate(groups) for _ in rows], dtype=np.int64)
        self.measuring = Measuring.of([rows for _, rows in groups], scorers)
        self.events = tuple(each.document.article.column(inference.events) or "" for each in self.articles)
        self.units = self._units([self.measuring.measures(each) for each in self.articles])
        sizes = np.bincount(self.groups, minlength=len(self.names))
        spread = [len(np.unique(self.units.clusters[self.groups == at])) for at in range(len(self.names))]
        self.enough = tuple(at for at in range(len(self.names)) if sizes[at] >= ENOUGH and spread[at] >= ENOUGH_EVENTS)

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
