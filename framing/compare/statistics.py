"""From articles in groups to what may be said of the groups: the one file that knows the order of these steps."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from framing.compare.contrasts import Contrast, contrasts, side
from framing.compare.corrections import RATE, corrected
from framing.compare.coverage import coverage
from framing.compare.detectable import detectable
from framing.compare.effects import ratio, sizes
from framing.compare.entries import Entries
from framing.compare.intervals import Estimate, estimates
from framing.compare.keyness import Keyness, Word
from framing.compare.leave_out import Sums
from framing.compare.matching import Cells, cells, matched
from framing.compare.measuring import Measuring, in_own_voice, without_headline
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
from framing.compare.robustness import Check, Claim, estimate_check, other_instrument, own_voice_of
from framing.compare.treatment import treatment
from framing.compare.units import Units, units
from framing.compare.words import Names, counted
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
        return self._units([self.measuring.again(*without_headline(each)) for each in self.articles])

    def in_own_voice(self) -> Units:
        """The same articles with only what the outlets say themselves."""
        return self._units([self.measuring.again(*in_own_voice(each)) for each in self.articles])


def statistics(
    groups: Sequence[tuple[str, Sequence[Scored]]],
    scorers: Sequence[TextScorer],
    inference: Inference,
    outlets: Sequence[str] = (),
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
    sides : mapping, optional
        Actor to side: how each is reported is compared too.
    """
    corpus = Corpus(groups, scorers, inference)
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
    checks = tuple(_checks(corpus, differences, compared, raw, similar))
    differences = _judged(differences, checks)
    words = [introduced(each, sides or {}) for each in corpus.articles]
    at_least = {"least": ENOUGH, "least_events": ENOUGH_EVENTS}
    reported, treated = treatment(
        corpus.names, words, corpus.groups, corpus.enough, corpus.events, inference, **at_least
    )
    when = periods([each.document.article.date for each in corpus.articles])
    return Statistics(
        inference,
        "event" if any(corpus.events) else "article",
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


def _checks(
    corpus: Corpus,
    differences: Sequence[Difference],
    compared: Sequence[Contrast],
    made: Sequence[Estimate],
    similar: Sequence[Estimate | None],
) -> Iterator[Check]:
    if not any(row.claimed for row in differences):
        return
    names = corpus.units.names
    entries = Entries(corpus.articles, corpus.measuring)
    headless, own = corpus.without_headlines(), corpus.in_own_voice()
    everyone = np.arange(len(corpus.articles))
    ids = [each.document.article.id for each in corpus.articles]
    for number, row in enumerate(differences):
        if not row.claimed:
            continue
        contrast, one = compared[number // len(names)], made[number // len(names)]
        at = number % len(names)
        claim = Claim(contrast, row.measure, float(one.critical[at]), math.copysign(1.0, row.difference))
        sums = Sums(corpus.units, claim)
        for kind, clusters in (("article", False), ("event", True)):
            if clusters and not any(corpus.events):
                continue
            left, errors, which = sums.leave_out(clusters=clusters)
            names_of = corpus.events if clusters else ids
            labels = [names_of[place] for place in which]
            if check := claim.weakest(kind, left, errors, labels):
                yield check
        without = [
            (entry, changed)
            for entry, each in entries.of(row.measure).items()
            if (changed := sums.changed(each.rows, each.of(row.measure)))
        ]
        if without:
            left, errors = (np.array([changed[part] for _, changed in without]) for part in (0, 1))
            if check := claim.weakest("entry", left, errors, [entry for entry, _ in without]):
                yield check
        for kind, other in (("own-voice", own), ("headline", headless)):
            counterpart = own_voice_of(row.measure, names) if kind == "own-voice" else None
            if counterpart:
                yield estimate_check(claim, kind, one, names.index(counterpart), counterpart)
            elif kind == "headline" or _voiced(row):
                values = np.stack((other.numerators[:, at], other.denominators[:, at]), axis=1)
                changed = sums.changed(everyone, values)
                yield claim.check(kind, *(changed or (row.difference, float(one.error[at]))))
        instrument = other_instrument(row.measure, names)
        if instrument and instrument != row.measure:
            yield estimate_check(claim, "instrument", one, names.index(instrument), instrument)
        alike = similar[number // len(names)]
        if alike is not None:
            yield estimate_check(claim, "matched", alike, at, row.matched_on)


def _voiced(row: Difference) -> bool:
    """Whether it makes a difference to a measure in whose voice its passages are."""
    return row.family in ("frames", "hedging", "reporting") and not row.measure.endswith(
        ("_own_per_1000", "_quoted_per_1000")
    )


def _judged(differences: Sequence[Difference], checks: Sequence[Check]) -> list[Difference]:
    found: dict[tuple[str, str, str], list[Check]] = {}
    for check in checks:
        found.setdefault((check.group, check.other, check.measure), []).append(check)
    rows = []
    for row in differences:
        mine = found.get((row.group, row.other, row.measure), [])
        fails = tuple(check.check for check in mine if not check.survives)
        rows.append(replace(row, survives=not fails if row.claimed else None, fails=fails))
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
