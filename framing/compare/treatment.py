"""Whether an outlet introduces one actor's words otherwise than another's, and otherwise than other outlets do.

The unit is what one article says of one actor: so many of its reporting words for that actor keep their distance. An
actor is compared where a group has ten articles with a word for it. Articles, or events, are drawn as everywhere in
corpus mode, with what they say of all actors together, so that two actors are compared among the same articles.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from framing.compare.contrasts import Contrast, contrasts
from framing.compare.corrections import corrected
from framing.compare.detectable import detectable
from framing.compare.intervals import Estimate, estimates, point
from framing.compare.reported import (
    STANCES,
    Label,
    Reported,
    ReportedDifference,
    Word,
    ranked,
    tallied,
)
from framing.compare.results import Inference, slight, verdict
from framing.compare.units import Floats, Integers, Units, numbered
from framing.scorers.sources import UNRESOLVED

# Of each kind, those with most words: more pairs would leave none of them anything after correction.
MOST_COMPARED = 6
TESTED = ("distancing", "endorsing")
# With fewer words of a stance on both sides together, there is nothing to compare.
LEAST_WORDS = 5
# How many articles and reporting words are left out one at a time: those that weigh most.
_TRIED = 12

Found = Sequence[Mapping[Label, Counter[Word]]]


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    """What is set against what."""

    contrast: Contrast
    label: Label
    other_label: str


class _Treatment:
    """Reporting words as arrays: a row an article and label, a column a stance."""

    def __init__(
        self, names: Sequence[str], found: Found, groups: Integers, events: Sequence[str], inference: Inference
    ) -> None:
        self.names = names
        self.found = found
        self.inference = inference
        self.labels = ranked(found)
        self.events = events
        clusters = numbered(events)
        numbers = {label: at for at, label in enumerate(self.labels)}
        rows = [
            (at, numbers[label], words)
            for at, each in enumerate(found)
            for label, words in each.items()
            if label in numbers
        ]
        self.words = [words for _, _, words in rows]
        self.article = np.array([at for at, _, _ in rows], dtype=np.int64)
        self.label = np.array([number for _, number, _ in rows], dtype=np.int64)
        self.group = groups[self.article]
        # Only articles with a row are drawn.
        self.clusters = np.unique(clusters[self.article], return_inverse=True)[1].astype(np.int64)
        counts = np.zeros((len(rows), len(STANCES)))
        for number, words in enumerate(self.words):
            for word, count in words.items():
                counts[number, STANCES.index(word.stance)] += count
        over = np.repeat(counts.sum(axis=1)[:, None], len(STANCES), axis=1)
        self.units = Units(STANCES, counts, over, np.ones(len(STANCES)), self.group, self.clusters)

    def rows(self, group: int, label: int) -> Floats:
        """Weights of the rows of one group and label."""
        inside: Floats = ((self.group == group) & (self.label == label)).astype(float)
        return inside

    def enough(self, fit: Sequence[int], least: int, least_events: int) -> dict[Label, list[int]]:
        """Groups with articles enough that have a word for each label; no label that nobody can be compared on."""
        found: dict[Label, list[int]] = {}
        for at, label in enumerate(self.labels):
            if label.label == UNRESOLVED:
                continue
            for group in fit:
                inside = self.rows(group, at) > 0
                if inside.sum() >= least and len(np.unique(self.clusters[inside])) >= least_events:
                    found.setdefault(label, []).append(group)
        return found

    def pairs(self, enough: Mapping[Label, Sequence[int]]) -> Iterator[_Pair]:
        """Labels against each other within a group, then groups against each other on a label."""
        chosen = self.inference
        compared: list[Label] = []
        for kind in ("actor", "side"):
            compared += [label for label in enough if label.kind == kind][:MOST_COMPARED]
        for one, other in combinations(compared, 2):
            for group in enough[one] if one.kind == other.kind else ():
                if group in enough[other]:
                    focal, rest = (self.rows(group, self.labels.index(label)) for label in (one, other))
                    yield _Pair(Contrast(self.names[group], "", focal, rest), one, other.label)
        for label in compared:
            inside = np.where(self.label == self.labels.index(label), self.group, -1)
            for contrast in contrasts(
                self.names, inside, enough[label], design=chosen.design, baseline=chosen.baseline
            ):
                yield _Pair(contrast, label, "")

    # -- does it survive? ---------------------------------------------------------------------------------------------

    def judged(self, row: ReportedDifference, pair: _Pair, made: Estimate) -> ReportedDifference:
        """A claimed difference with what it survives: sign and interval without articles, words and headlines."""
        at = STANCES.index(row.stance)
        sign, critical = math.copysign(1.0, row.difference), float(made.critical[at])
        inside = np.flatnonzero((pair.contrast.focal > 0) | (pair.contrast.rest > 0))
        # What is in neither of the two has no part in their difference.
        contrast = replace(pair.contrast, focal=pair.contrast.focal[inside], rest=pair.contrast.rest[inside])
        weakest: dict[str, tuple[float, str]] = {}

        def ask(kind: str, what: str, left: Units) -> None:
            difference, error = (float(part[at]) for part in point(left.taken(inside), contrast))
            bound = sign * difference - critical * error
            bound = bound if math.isfinite(bound) else -math.inf
            weakest[kind] = min(weakest.get(kind, (math.inf, "")), (bound, what))

        influence = self._influence(row, pair, at)
        for kind, of in (("article", self.article), ("event", self.clusters)):
            if kind == "event" and not any(self.events):
                continue
            pulls = np.bincount(of, sign * influence)
            for number in np.argsort(-pulls, kind="stable")[:_TRIED].tolist():
                ask(kind, "", self._without(of == number))
        used: Counter[str] = Counter()
        headlines: list[tuple[int, str, int]] = []
        places: dict[str, list[tuple[int, str, int]]] = {}
        for number in inside.tolist():
            for word, count in self.words[number].items():
                if word.stance == row.stance:
                    used[word.entry] += count
                    places.setdefault(word.entry, []).append((number, word.stance, count))
                if word.headline:
                    headlines.append((number, word.stance, count))
        for entry in sorted(used, key=lambda entry: (-used[entry], entry))[:_TRIED]:
            ask("entry", entry.rpartition("#")[2], self._less(places[entry]))
        ask("headline", "", self._less(headlines))
        fails = tuple(kind for kind, (bound, _) in weakest.items() if not bound > 0)
        return replace(row, survives=not fails, fails=fails, weakest=weakest.get("entry", (0.0, ""))[1])

    def _influence(self, row: ReportedDifference, pair: _Pair, at: int) -> Floats:
        """By how much each row moves the difference, to first order."""
        n, d = self.units.numerators[:, at], self.units.denominators[:, at]
        moved = np.zeros(len(n))
        for weights, share, way in ((pair.contrast.focal, row.value, 1), (pair.contrast.rest, row.rest, -1)):
            moved += way * weights * (n - share * d) / float(weights @ d)
        return moved

    def _without(self, left_out: NDArray[np.bool_]) -> Units:
        """The units without some rows."""
        keep = ~left_out[:, None]
        return self.units.counting(self.units.numerators * keep, self.units.denominators * keep)

    def _less(self, words: Sequence[tuple[int, str, int]]) -> Units:
        """The units without some words: the row, the stance and the number of each."""
        numerators, denominators = self.units.numerators.copy(), self.units.denominators.copy()
        for number, stance, count in words:
            numerators[number, STANCES.index(stance)] -= count
            denominators[number] -= count
        return self.units.counting(numerators, denominators)


def treatment(
    names: Sequence[str],
    found: Found,
    groups: Integers,
    fit: Sequence[int],
    events: Sequence[str],
    inference: Inference,
    *,
    least: int,
    least_events: int,
) -> tuple[tuple[Reported, ...], tuple[ReportedDifference, ...]]:
    """How groups introduce each actor and side, with intervals, and the differences between actors and between groups.

    Parameters
    ----------
    names : sequence of str
        Of the groups.
    found : sequence of mapping
        The reporting words of each article, as `introduced` gives them.
    groups : array of shape (n_articles,)
        Number of the group of each.
    fit : sequence of int
        Groups that may be compared at all.
    events : sequence of str
        What each article is drawn with; empty for an article by itself.
    inference : Inference
    least, least_events : int
        Articles and events with a word for an actor from which on it is compared.

    Examples
    --------
    >>> words = {Label("actor", "RUS"): Counter({Word("distancing", "verbs#claim", False): 2})}
    >>> words[Label("actor", "NATO")] = Counter({Word("neutral", "verbs#say", False): 2})
    >>> numbers = np.zeros(12, dtype=np.int64)
    >>> options = {"inference": Inference(draws=99), "least": 10, "least_events": 5}
    >>> values, [one] = treatment(["Post"], [words] * 12, numbers, [0], [""] * 12, **options)
    >>> one.group, one.label, one.other_label, one.stance, abs(one.difference), one.q <= 0.05
    ('Post', 'NATO', 'RUS', 'distancing', 1.0, True)
    """
    made = _Treatment(names, found, groups, events, inference)
    enough = made.enough(fit, least, least_events)
    alone = [(group, label) for label, inside in enough.items() for group in inside]
    pairs = list(made.pairs(enough))
    nothing = np.zeros(len(made.article))
    single = [Contrast(names[g], "", made.rows(g, made.labels.index(label)), nothing) for g, label in alone]
    drawn = (
        estimates(made.units, [*single, *(p.contrast for p in pairs)], count=inference.draws, seed=inference.seed)
        if single
        else ()
    )
    bounds = {
        key: {
            stance: (max(0.0, float(one.low[at])), min(1.0, float(one.high[at]))) for at, stance in enumerate(STANCES)
        }
        for key, one in zip(alone, drawn[: len(alone)], strict=True)
    }
    values = tuple(
        row
        for number, name in enumerate(names)
        for label in made.labels
        for row in tallied(
            name,
            label,
            [each for each, group in zip(found, groups.tolist(), strict=True) if group == number],
            bounds.get((number, label)),
        )
    )
    return values, tuple(_differences(made, pairs, drawn[len(alone) :]))


def _differences(made: _Treatment, pairs: Sequence[_Pair], drawn: Sequence[Estimate]) -> Iterator[ReportedDifference]:
    rows: list[tuple[ReportedDifference, _Pair, Estimate]] = []
    for pair, one in zip(pairs, drawn, strict=True):
        reach = detectable(one.error, one.critical)
        here, there = (np.flatnonzero(weights) for weights in (pair.contrast.focal, pair.contrast.rest))
        for stance in TESTED:
            at = STANCES.index(stance)
            if made.units.numerators[here, at].sum() + made.units.numerators[there, at].sum() < LEAST_WORDS:
                continue
            row = ReportedDifference(
                compared="labels" if pair.other_label else "groups",
                group=pair.contrast.group,
                other=pair.contrast.other,
                kind=pair.label.kind,
                label=pair.label.label,
                other_label=pair.other_label,
                stance=stance,
                value=float(one.value[at]),
                rest=float(one.rest[at]),
                difference=float(one.difference[at]),
                low=float(one.low[at]),
                high=float(one.high[at]),
                p=float(one.p[at]),
                q=math.nan,
                detectable=float(reach[at]),
                words=int(made.units.denominators[here, at].sum()),
                rest_words=int(made.units.denominators[there, at].sum()),
                articles=len(np.unique(made.article[here])),
                rest_articles=len(np.unique(made.article[there])),
                slight=slight(float(one.value[at]), float(one.rest[at])),
            )
            rows.append((row, pair, one))
    chosen = made.inference.correction
    adjusted = corrected([row.p for row, _, _ in rows], [row.family for row, _, _ in rows], chosen)
    for (row, pair, one), q in zip(rows, adjusted.tolist(), strict=True):
        told = replace(row, q=q, verdict=verdict(row.difference, row.p, q))
        yield made.judged(told, pair, one) if told.claimed else told
