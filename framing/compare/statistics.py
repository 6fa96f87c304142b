"""From articles in groups to what may be said of the groups: the one file that knows the order of these steps."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from framing.compare.checks import checked
from framing.compare.contrasts import Contrast
from framing.compare.corpus import ENOUGH, ENOUGH_EVENTS, Corpus
from framing.compare.corrections import RATE, corrected
from framing.compare.coverage import coverage
from framing.compare.detectable import detectable
from framing.compare.effects import ratio, sizes
from framing.compare.intervals import Estimate, estimates
from framing.compare.keyness import Keyness, Word
from framing.compare.matching import Cells, matched
from framing.compare.periods import over_time, periods
from framing.compare.records import Records
from framing.compare.reported import Reported, ReportedDifference, introduced
from framing.compare.results import (
    Coverage,
    Difference,
    Family,
    GroupValue,
    Inference,
    PeriodValue,
    Statistics,
    slight,
    verdict,
)
from framing.compare.robustness import Check
from framing.compare.treatment import treatment
from framing.compare.words import Names, counted
from framing.scoring import Scored, TextScorer

if TYPE_CHECKING:
    from framing.compare.events import Events


def statistics(
    groups: Sequence[tuple[str, Sequence[Scored]]],
    scorers: Sequence[TextScorer],
    inference: Inference,
    outlets: Sequence[str] = (),
    events: Events | None = None,
    sides: Mapping[str, str] | None = None,
) -> Statistics:
    """Compare groups of articles on every measure.

    Parameters
    ----------
    groups : sequence of (str, sequence of Scored)
        Names and articles, in the order in which they are shown.
    scorers : sequence of TextScorer
        Those that made the scores.
    inference : Inference
    outlets : sequence of str
        Names that are no distinctive words.
    events : Events, optional
        Found among these articles.
    sides : mapping, optional
        Actor to side: how each is reported is compared too.
    """
    corpus = Corpus(groups, scorers, inference, events)
    compared = corpus.contrasts()
    alone = [corpus.alone(at) for at in corpus.enough]
    found = corpus.cells() if compared else None
    like = [_like(corpus, contrast, found) for contrast in compared]
    made = estimates(
        corpus.units,
        [*alone, *compared, *(each for each in like if each)],
        count=inference.draws,
        seed=inference.seed,
    )
    values = tuple(_values(corpus, made[: len(alone)]))
    raw = made[len(alone) : len(alone) + len(compared)]
    rest = iter(made[len(alone) + len(compared) :])
    similar = [next(rest) if each else None for each in like]
    differences = _differences(corpus, compared, raw)
    differences = _matched(corpus, differences, like, similar, found.what if found else "")
    differences, checks = checked(corpus, differences, compared, raw, similar)
    words = [introduced(each, sides or {}) for each in corpus.articles]
    at_least = {"least": ENOUGH, "least_events": ENOUGH_EVENTS}
    reported, treated = treatment(
        corpus.names, words, corpus.groups, corpus.enough, corpus.events, inference, **at_least
    )
    when = periods([each.document.article.date for each in corpus.articles])
    return Statistics(
        inference,
        "event" if corpus.told in ("named", "found") else "article",
        tuple(name for at, name in enumerate(corpus.names) if at not in corpus.enough),
        Records(GroupValue, values),
        Records(Difference, tuple(differences)),
        Records(Check, checks),
        Records(Family, (*_families(differences), *_families(treated))),
        Records(PeriodValue, tuple(over_time(corpus.units, corpus.names, when, enough=ENOUGH))),
        Records(Word, distinctive(corpus.names, corpus.articles, corpus.groups.tolist(), outlets, inference.words)),
        Records(Coverage, coverage(corpus.articles, corpus.groups.tolist(), corpus.names, when, enough=ENOUGH)),
        reported=Records(Reported, reported),
        reported_differences=Records(ReportedDifference, treated),
        specs=corpus.measuring.specs[len(corpus.measuring.families) - corpus.measuring.further :],
        events=corpus.told,
    )


def distinctive(
    names: Sequence[str], articles: Sequence[Scored], groups: Sequence[int], outlets: Sequence[str], most: int
) -> tuple[Word, ...]:
    """Distinctive words of each group against all others, names of outlets left out."""
    hidden = Names.of(outlets)
    words = [counted(each.document, hidden) for each in articles]
    keyness = Keyness(words, names, np.array(groups, dtype=np.int64), enough=ENOUGH)
    return tuple(word for at in range(len(names)) for word in keyness.distinctive(at, most))


def _values(corpus: Corpus, made: Sequence[Estimate]) -> Iterator[GroupValue]:
    sure = dict(zip(corpus.enough, made, strict=True))
    for group, name in enumerate(corpus.names):
        inside = corpus.groups == group
        numerators = corpus.units.numerators[inside].sum(axis=0)
        denominators = corpus.units.denominators[inside].sum(axis=0)
        clusters = len(np.unique(corpus.units.clusters[inside]))
        for at, measure in enumerate(corpus.units.names):
            over = float(denominators[at])
            value = float(corpus.units.scales[at] * numerators[at]) / over if over else math.nan
            low, high = (float(sure[group].low[at]), float(sure[group].high[at])) if group in sure else (math.nan,) * 2
            yield GroupValue(name, measure, value, low, high, float(numerators[at]), over, int(inside.sum()), clusters)


def _differences(corpus: Corpus, compared: Sequence[Contrast], made: Sequence[Estimate]) -> list[Difference]:
    rows = []
    families = corpus.measuring.families
    for contrast, one in zip(compared, made, strict=True):
        reach = detectable(one.error, one.critical)
        sides = (contrast.focal > 0, contrast.rest > 0)
        clusters = len(np.unique(corpus.units.clusters[sides[0] | sides[1]]))
        for at, measure in enumerate(corpus.units.names):
            delta, g = sizes(corpus.units, contrast, at)
            value, rest = float(one.value[at]), float(one.rest[at])
            rows.append(
                Difference(
                    contrast.group,
                    contrast.other,
                    measure,
                    families[at],
                    value,
                    rest,
                    float(one.difference[at]),
                    float(one.low[at]),
                    float(one.high[at]),
                    ratio(value, rest),
                    delta,
                    g,
                    float(one.p[at]),
                    math.nan,
                    float(reach[at]),
                    int(sides[0].sum()),
                    int(sides[1].sum()),
                    clusters,
                    slight=slight(value, rest),
                )
            )
    adjusted = corrected([row.p for row in rows], [row.family for row in rows], corpus.inference.correction)
    return [
        replace(row, q=float(q), verdict=verdict(row.difference, row.p, float(q)))
        for row, q in zip(rows, adjusted, strict=True)
    ]


def _like(corpus: Corpus, contrast: Contrast, found: Cells | None) -> Contrast | None:
    """The contrast among like articles, where there are enough of these."""
    if found is None:
        return None
    like = matched(contrast, found, corpus.groups)
    return like if min(np.count_nonzero(like.focal), np.count_nonzero(like.rest)) >= ENOUGH else None


def _matched(
    corpus: Corpus,
    differences: Sequence[Difference],
    like: Sequence[Contrast | None],
    made: Sequence[Estimate | None],
    what: str,
) -> list[Difference]:
    width = len(corpus.units.names)
    rows = []
    for number, row in enumerate(differences):
        contrast, one, at = like[number // width], made[number // width], number % width
        if contrast is not None and one is not None:
            row = replace(
                row,
                matched_on=what,
                matched_value=float(one.value[at]),
                matched_rest=float(one.rest[at]),
                matched_difference=float(one.difference[at]),
                matched_low=float(one.low[at]),
                matched_high=float(one.high[at]),
                matched_articles=int(np.count_nonzero(contrast.focal)),
                matched_rest_articles=int(np.count_nonzero(contrast.rest)),
            )
        rows.append(row)
    return rows


def _families(differences: Sequence[Difference | ReportedDifference]) -> Iterator[Family]:
    for family in dict.fromkeys(row.family for row in differences):
        rows = [row for row in differences if row.family == family and math.isfinite(row.p)]
        yield Family(
            family,
            len(rows),
            sum(row.p <= RATE for row in rows),
            sum(row.q <= RATE for row in rows),
            sum(row.sure and row.survives is True for row in rows),
        )
