"""Every claim of a difference, asked whether it survives: the one file that knows the order of the checks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from framing.compare.contrasts import Contrast
from framing.compare.corpus import Corpus
from framing.compare.entries import Entries
from framing.compare.instruments import Instruments
from framing.compare.intervals import Estimate
from framing.compare.leave_out import Sums
from framing.compare.results import Difference
from framing.compare.robustness import Check, Claim, estimate_check, own_voice_of
from framing.compare.units import Floats, Units


class Checks:
    """What is left of differences, each part worked out once and only when asked for.

    Parameters
    ----------
    corpus : Corpus
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._entries = Entries(corpus.articles, corpus.measuring)
        self._instruments = Instruments(corpus.articles)
        self._everyone = np.arange(len(corpus.articles))
        self._ids = [each.document.article.id for each in corpus.articles]

    @cached_property
    def _headless(self) -> Units:
        return self._corpus.without_headlines()

    @cached_property
    def _own(self) -> Units:
        return self._corpus.in_own_voice()

    def of(self, row: Difference, contrast: Contrast, one: Estimate, like: Estimate | None) -> Iterator[Check]:
        """Every check of one difference.

        Parameters
        ----------
        row : Difference
        contrast : Contrast
            What it is a difference between.
        one : Estimate
            Of all measures of this contrast.
        like : Estimate, optional
            The same among like articles.
        """
        units = self._corpus.units
        at = units.names.index(row.measure)
        claim = Claim(contrast, row.measure, float(one.critical[at]), math.copysign(1.0, row.difference))
        sums = Sums(units, claim, float(one.error[at]))
        yield from self._left_out(claim, sums)
        yield from self._without_entries(claim, sums)
        counterpart = own_voice_of(row.measure, units.names)
        if counterpart:
            yield estimate_check(claim, "own-voice", one, units.names.index(counterpart), counterpart)
        elif _voiced(row):
            yield self._again(claim, sums, "own-voice", self._own)
        yield self._again(claim, sums, "headline", self._headless)
        for instrument, numerators in self._instruments.of(row.measure):
            yield self._with(claim, sums, instrument, numerators, units.denominators[:, at])
        if like is not None:
            yield estimate_check(claim, "matched", like, at, row.matched_on)

    def _left_out(self, claim: Claim, sums: Sums) -> Iterator[Check]:
        for kind, clusters in (("article", False), ("event", True)):
            if clusters and not any(self._corpus.events):
                continue
            left, errors, which = sums.leave_out(clusters=clusters)
            events = self._corpus.events if clusters else self._ids
            if check := claim.weakest(kind, left, errors, [events[place] or self._ids[place] for place in which]):
                yield check

    def _without_entries(self, claim: Claim, sums: Sums) -> Iterator[Check]:
        without = [
            (entry, changed)
            for entry, each in self._entries.of(claim.measure).items()
            if (changed := sums.changed(each.rows, each.of(claim.measure)))
        ]
        if without:
            left, errors = (np.array([changed[part] for _, changed in without]) for part in (0, 1))
            if check := claim.weakest("entry", left, errors, [entry for entry, _ in without]):
                yield check

    def _again(self, claim: Claim, sums: Sums, kind: str, other: Units) -> Check:
        at = other.names.index(claim.measure)
        return self._with(claim, sums, kind, other.numerators[:, at], other.denominators[:, at])

    def _with(self, claim: Claim, sums: Sums, kind: str, numerators: Floats, denominators: Floats) -> Check:
        changed = sums.changed(self._everyone, np.stack((numerators, denominators), axis=1))
        return claim.check(kind, *(changed or sums.difference()))


def _voiced(row: Difference) -> bool:
    """Whether it makes a difference to a measure in whose voice its passages are."""
    return row.family in ("frames", "hedging", "reporting") and not row.measure.endswith(
        ("_own_per_1000", "_quoted_per_1000")
    )


def checked(
    corpus: Corpus,
    differences: Sequence[Difference],
    compared: Sequence[Contrast],
    made: Sequence[Estimate],
    similar: Sequence[Estimate | None],
) -> tuple[list[Difference], tuple[Check, ...]]:
    """Differences with what they survive, and every check of those that are claimed.

    Parameters
    ----------
    corpus : Corpus
    differences : sequence of Difference
        All measures of the first contrast, then of the second, and so on.
    compared, made, similar : sequence of Contrast, Estimate, Estimate or None
        The contrasts, their estimates, and those among like articles.
    """
    checks = Checks(corpus)
    width = len(corpus.units.names)
    rows: list[Difference] = []
    found: list[Check] = []
    for number, row in enumerate(differences):
        if row.claimed:
            at = number // width
            mine = list(checks.of(row, compared[at], made[at], similar[at]))
            fails = tuple(check.check for check in mine if not check.survives)
            row = replace(row, survives=not fails, fails=fails)
            found += mine
        rows.append(row)
    return rows, tuple(found)
