"""What every measure would be without one entry of a lexicon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.compare.measuring import Measuring
from framing.compare.units import Floats, Integers
from framing.evidence import Evidence, Measure
from framing.scorers.learned import LEARNED
from framing.scoring import Scored, TextScorer

# An entry that is rarer than so many others carries no finding; what one article repeats shows without that article.
MOST_ENTRIES = 60


@dataclass(frozen=True, slots=True, eq=False)
class Without:
    """Articles in which an entry occurs, measured without it.

    Parameters
    ----------
    names : tuple of str
        Of the measures that change without it.
    rows : array of shape (n_rows,)
        Numbers of the articles.
    values : array of shape (n_rows, n_measures, 2)
        Numerators and denominators.
    """

    names: tuple[str, ...]
    rows: Integers
    values: Floats

    def of(self, measure: str) -> Floats:
        """Numerators and denominators of one measure."""
        return self.values[:, self.names.index(measure)]


class Entries:
    """Measures without each entry, worked out once a scorer and only when asked for.

    Parameters
    ----------
    articles : sequence of Scored
        In the order of the units.
    measuring : Measuring
    """

    def __init__(self, articles: Sequence[Scored], measuring: Measuring) -> None:
        self._articles = articles
        self._scorers = {spec.name: scorer for scorer in measuring.scorers for spec in scorer.specs_}
        self._found: dict[str, dict[str, Without]] = {}

    def of(self, measure: str) -> Mapping[str, Without]:
        """The entries without which a measure changes, those found in most articles; none if it needs no lexicon."""
        scorer = self._scorers.get(measure)
        if scorer is None:
            return {}
        if scorer.name not in self._found:
            self._found[scorer.name] = self._without(scorer)
        found = [(entry, each) for entry, each in self._found[scorer.name].items() if measure in each.names]
        return dict(sorted(found, key=lambda pair: (-len(pair[1].rows), pair[0]))[:MOST_ENTRIES])

    def _without(self, scorer: TextScorer) -> dict[str, Without]:
        found = [[row for row in scored.evidence if row.scorer == scorer.name] for scored in self._articles]
        entries = _often(found)
        rows: dict[str, list[int]] = {}
        values: dict[str, list[list[tuple[float, float]]]] = {}
        names: dict[str, tuple[str, ...]] = {}
        changed: dict[str, set[int]] = {}
        for number, (scored, evidence) in enumerate(zip(self._articles, found, strict=True)):
            before = {measure.name: (measure.numerator, _over(measure)) for measure in scored.card}
            for entry, left in scorer.without_each(scored.document, evidence, entries):
                after = [(each.numerator, _over(each)) for each in left]
                if entry not in rows:
                    rows[entry], values[entry], changed[entry] = [], [], set()
                    names[entry] = tuple(each.name for each in left)
                rows[entry].append(number)
                values[entry].append(after)
                changed[entry].update(at for at, name in enumerate(names[entry]) if after[at] != before[name])
        return {
            entry: Without(
                tuple(names[entry][at] for at in sorted(changed[entry])),
                np.array(rows[entry], dtype=np.int64),
                np.array(values[entry])[:, sorted(changed[entry])],
            )
            for entry in rows
        }


def _often(found: Iterable[Sequence[Evidence]]) -> frozenset[str]:
    """Of every label the lexicon entries found in most articles."""
    articles: dict[str, Counter[str]] = {}
    for evidence in found:
        for label, entry in {(row.label, row.entry) for row in evidence}:
            # What a model found without a term is no entry of a lexicon.
            if "#" in entry and not entry.endswith(f"#{LEARNED}"):
                articles.setdefault(label, Counter())[entry] += 1
    ranked = (sorted(each, key=lambda entry: (-each[entry], entry)) for each in articles.values())
    return frozenset(entry for entries in ranked for entry in entries[:MOST_ENTRIES])


def _over(measure: Measure) -> float:
    return 1.0 if measure.denominator is None else measure.denominator
