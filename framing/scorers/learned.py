"""Frames by lexicon and by a model that learned from coded sentences, in one judgement a sentence."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from copy import copy
from itertools import accumulate
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.errors import UsageError
from framing.evidence import Alone, Evidence, Judged, Measure
from framing.frame_measures import measures, specs, without_each
from framing.learned.denial import Denial, facts, may_deny
from framing.learned.denial import packaged as packaged_denial
from framing.learned.model import Floats, Model, Scores
from framing.learned.signs import Laid
from framing.learned.store import is_model, load, packaged
from framing.learned.stretches import stretch
from framing.lexicon.load import lexicon, of_kind, unpacked
from framing.lexicon.load import packaged as packaged_lexicons
from framing.lexicon.schema import Lexicon
from framing.scoring import TextScorer, evidence, in_order
from framing.structure.document import Document, Passage
from framing.structure.nouns import Sentence

By = Literal["both", "model", "lexicon"]
WAYS: tuple[By, ...] = ("both", "model", "lexicon")
# In the names of evidence, what stands for a lexicon's entry.
LEARNED = "(learned)"


class LearnedFrameScorer(TextScorer):
    """Judge every sentence for frames, by lexicons, by a model, or by both together.

    The model is a logistic regression a frame over words, pairs of neighbours, runs of letters, words of like meaning,
    voice, reporting cues and the kinds of actors named; names themselves are hidden from it. Together with a lexicon,
    each term found raises the odds of its frame, so that a term in a sentence about something else is let go, and a
    sentence that no term fits is found. Evidence is the lexicon's terms where there are any, else the words that
    raised the model's score most. Probabilities are calibrated (Platt 1999).

    Parameters
    ----------
    frames : sequence of str, optional
        Ids of frame lexicons, paths of TOML files, or folders of models made by ``framing train``; the frames of the
        package if not given. A lexicon that the package's model knows nothing of is scored by its terms alone.
    by : {"both", "model", "lexicon"}
        What decides.
    abstain : float
        A frame whose probability is within this distance of its threshold is not given; 0 decides every sentence.

    Examples
    --------
    >>> scorer = LearnedFrameScorer(frames=["threat"])
    >>> scores = scorer.fit_transform(["The army massed troops on the border, a threat to the capital."])
    >>> dict(zip(scorer.get_feature_names_out(), scores[0]))["threat_sentences"]
    np.float64(1.0)

    References
    ----------
    Platt, J. (1999). Probabilistic outputs for support vector machines. Advances in Large Margin Classifiers.
    """

    name = "frames"
    takes_place = True

    def __init__(self, *, frames: Sequence[str] | None = None, by: By = "both", abstain: float = 0.0) -> None:
        self.frames = frames
        self.by = by
        self.abstain = abstain

    def load(self) -> tuple[Lexicon, ...]:
        """The frame lexicons, and those that the models see.

        Raises
        ------
        UsageError
            For a way of deciding that there is not, a distance that is none, or two frames of one name.
        """
        if self.by not in WAYS:
            raise UsageError(f'frames cannot be found by "{self.by}"', remedy=f"Choose {', '.join(WAYS)}.")
        if not 0 <= self.abstain < 0.5:
            raise UsageError(f"{self.abstain} is no distance to abstain within", remedy="Choose from 0 to below 0.5.")
        names = [item.id for item in of_kind("frame")] if self.frames is None else tuple(unpacked(self.frames))
        self.models_: tuple[Model, ...] = tuple(load(name) for name in names if is_model(name))
        self.lexicons_ = tuple(lexicon(name) for name in names if not is_model(name))
        self.model_: Model | None = None
        self.denial_: Denial | None = None if self.by == "lexicon" else packaged_denial()
        known: tuple[str, ...] = ()
        if self.by != "lexicon" and {item.id for item in self.lexicons_} & {*packaged().labels}:
            self.model_ = packaged()
            known = self.model_.labels
        own = frozenset(item.id for item in of_kind("frame"))
        self._columns = {item.id: known.index(item.id) for item in self.lexicons_ if item.id in {*known} & own}
        titles = {item.label: item.title for item in self.lexicons_}
        for model in self.models_:
            for label in model.labels:
                if label in titles:
                    raise UsageError(f'two frames are called "{label}"', where=model.id, remedy="Leave one out.")
                titles[label] = model.titles.get(label, label)
        self.labels_ = tuple(titles)
        self.specs_ = tuple(spec for label, title in titles.items() for spec in specs(label, title))
        self._ready: tuple[dict[int, int], tuple[Document, ...], _View] | None = None
        seen = {name: None for model in (self.model_, *self.models_) if model for name in model.lexicons}
        matched = {item.id: item for item in self.lexicons_}
        for name in seen:
            if name in packaged_lexicons():
                matched.setdefault(name, packaged_lexicons()[name])
        return tuple(matched.values())

    def about(self) -> tuple[tuple[str, str, str], ...]:
        """Id, hash and a sentence about each model that takes part, once fitted."""
        models = (self.model_, *self.models_) if self.model_ else self.models_
        return tuple(
            (model.id, model.sha256, f"Learned from coded sentences to give {', '.join(model.labels)}.")
            for model in models
        )

    def __getstate__(self) -> dict[str, object]:
        return {name: None if name == "_ready" else value for name, value in vars(self).items()}

    def prepare(self, documents: Sequence[Document]) -> None:
        """Judge several documents in one go, which is several times as fast as one by one."""
        passages = [passage for document in documents for passage in document.passages]
        starts = list(accumulate((len(document.passages) for document in documents), initial=0))
        self._ready = (
            {id(document): start for document, start in zip(documents, starts, strict=False)},
            tuple(documents),
            self._judged(passages),
        )

    def _view(self, document: Document) -> tuple[_View, int]:
        """What the models say of a document, and the number of its first passage there."""
        if self._ready is None or id(document) not in self._ready[0]:
            self.prepare([document])
        assert self._ready is not None
        return self._ready[2], self._ready[0][id(document)]

    def _judged(self, passages: Sequence[Passage]) -> _View:
        view = _View(Laid(passages))
        if self.model_ is not None:
            scores = self.model_.scores(view.laid)
            if self.by == "both":
                assert self.model_.blend is not None
                probable = self.model_.blended(scores.raw, _terms(view.laid, self.model_.labels), view.laid.headlines())
                thresholds = self.model_.blend.thresholds
                least = np.asarray(self.model_.thresholds, np.float32) + self.abstain
                view.alone = _labelled(self._columns, self.model_.calibrated(scores.raw) >= least)
            else:
                probable, thresholds = self.model_.calibrated(scores.raw), self.model_.thresholds
            over = probable >= np.asarray(thresholds, np.float32) + self.abstain
            view.add(self._columns, scores, probable, over)
        for model in self.models_:
            scores = model.scores(view.laid)
            probable = model.calibrated(scores.raw)
            over = model.decided(probable)
            if self.abstain:
                over &= probable >= np.asarray(model.thresholds, np.float32) + self.abstain
            view.add({label: column for column, label in enumerate(model.labels)}, scores, probable, over)
        return view

    def judge(self, document: Document) -> tuple[Judged, ...]:
        """Probabilities of the frames that a model has judged, sentence by sentence."""
        view, start = self._view(document)
        if not view.columns:
            return ()
        labels, rows = tuple(view.columns), view.laid.rows[start:]
        return tuple(
            Judged(passage.field, labels, view.table[first:last])
            for passage, first, last in zip(document.passages, rows, rows[1:], strict=False)
        )

    def alone(self, document: Document) -> tuple[Alone, ...]:
        """What the lexicons and the package's model would each have measured without the other."""
        if self.by != "both" or not self._columns:
            return ()
        view, _ = self._view(document)
        assert self._ready is not None
        found = []
        ways: tuple[By, ...] = ("lexicon", "model")
        for way in ways:
            only = copy(self)
            only.by, only.denial_ = (way, None) if way == "lexicon" else (way, self.denial_)
            only._ready = (*self._ready[:2], view.by(way))
            rows = [row for row in only.find(document) if row.label in self._columns]
            found.append(Alone.of(self.name, way, measures(self._columns, document, rows)))
        return tuple(found)

    def find(self, document: Document) -> tuple[Evidence, ...]:
        """Every passage that carries a frame."""
        view, first = self._view(document)
        found = []
        for at, passage in enumerate(document.passages, first):
            for carried in self._carried(view, at, passage):
                denied = self._denied(passage, carried)
                for start, end, entry, weight, negatable in carried.terms:
                    only = negatable and passage.denied.overlaps(start, end) if denied is None else denied
                    found.append(
                        evidence(
                            document,
                            passage,
                            start,
                            end,
                            scorer=self.name,
                            label=carried.label,
                            entry=entry,
                            denied=only,
                            weight=weight,
                        )
                    )
        return in_order(found)

    def _carried(self, view: _View, number: int, passage: Passage) -> Iterator[_Carried]:
        """The words that carry each frame, sentence by sentence."""
        laid = view.laid
        base, row, before = laid.bases[number], laid.rows[number], laid.tokens[number]
        shown: set[tuple[str, int]] = set()
        for frame in self.lexicons_:
            hits = passage.hits[frame.id]
            judged = frame.label in view.columns
            if not hits or (judged and self.by == "model"):
                continue
            terms: dict[int, list[_Term]] = {}
            rows = laid.sentences_of([base + hit.start for hit in hits])
            for (start, end, term), at in zip(hits, rows, strict=True):
                if not judged or frame.label in view.labels.get(at, ()):
                    entry = term.entry
                    terms.setdefault(at, []).append((start, end, term.name, entry.weight, entry.negatable))
            for at, found in terms.items():
                shown.add((frame.label, at))
                words = passage.tokens.words[laid.first[at] - before : laid.last[at] - before]
                yield _Carried(frame.label, passage.sentences[at - row], found, words)
        for at in range(row, laid.rows[number + 1]):
            for label in view.labels.get(at, ()):
                if (label, at) not in shown:
                    yield self._learned(view, number, passage, label, at)

    def _learned(self, view: _View, number: int, passage: Passage, label: str, at: int) -> _Carried:
        """The words that made a model give a label to the sentence of a row."""
        column, scores = view.columns[label]
        sentence = passage.sentences[at - view.laid.rows[number]]
        first, last = int(view.laid.first[at]), int(view.laid.last[at])
        before = view.laid.tokens[number]
        words = passage.tokens.words[first - before : last - before]
        best = stretch(words, scores.words[first:last, column])
        start, end = sentence.start, sentence.end
        if best is not None:
            start, end = passage.tokens.span(first - before + best[0], first - before + best[1])
        return _Carried(label, sentence, [(start, min(end, sentence.end), f"{label}#{LEARNED}", 1.0, True)], words)

    def _denied(self, passage: Passage, carried: _Carried) -> bool | None:
        """Whether a sentence brings a frame up only to deny it; None where each term stands for itself."""
        if self.denial_ is None:
            return None
        sentence = carried.sentence
        if not may_deny(carried.words) and not passage.denied.overlaps(sentence.start, sentence.end):
            return False
        terms = [(start, end, negatable) for start, end, _, _, negatable in carried.terms]
        found = facts(passage, sentence, carried.label, terms)
        return found is not None and self.denial_.holds(found)

    def measure(self, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Rates per 1,000 words by voice and polarity, and the share of sentences."""
        return measures(self.labels_, document, evidence)

    def without_each(
        self, document: Document, evidence: Sequence[Evidence], entries: Container[str]
    ) -> Iterator[tuple[str, tuple[Measure, ...]]]:
        """Some terms, with the measures of their frames without each."""
        return without_each(document, evidence, entries)


# Offsets, name of the entry, weight, and whether "no X" denies it.
_Term = tuple[int, int, str, float, bool]


class _Carried(NamedTuple):
    """The words that carry one frame in one sentence."""

    label: str
    sentence: Sentence
    terms: list[_Term]
    words: Sequence[str]


class _View:
    """What models say of one document.

    Parameters
    ----------
    laid : Laid
        Its passages.
    """

    def __init__(self, laid: Laid) -> None:
        self.laid = laid
        self.columns: dict[str, tuple[int, Scores]] = {}
        self.labels: dict[int, list[str]] = {}
        # What the package's model gives without the lexicons.
        self.alone: dict[int, list[str]] = {}
        self.table: Floats = np.zeros((laid.rows[-1], 0), np.float32)

    def add(self, columns: Mapping[str, int], scores: Scores, probable: Floats, over: NDArray[np.bool_]) -> None:
        """Keep labels of a model, each with its column."""
        self.columns.update((label, (column, scores)) for label, column in columns.items())
        self.table = np.concatenate([self.table, probable[:, list(columns.values())]], axis=1)
        for row, labels in _labelled(columns, over).items():
            self.labels.setdefault(row, []).extend(labels)

    def by(self, way: By) -> _View:
        """The same sentences as the lexicons or the package's model alone see them."""
        view = copy(self)
        view.labels, view.columns = (self.alone, self.columns) if way == "model" else ({}, {})
        return view


def _labelled(columns: Mapping[str, int], over: NDArray[np.bool_]) -> dict[int, list[str]]:
    """The labels of every row that has any."""
    names = {column: label for label, column in columns.items()}
    found: dict[int, list[str]] = {}
    for row, column in zip(*(each.tolist() for each in np.nonzero(over)), strict=True):
        if column in names:
            found.setdefault(row, []).append(names[column])
    return found


def _terms(laid: Laid, labels: Sequence[str]) -> NDArray[np.int64]:
    """Number of terms that each frame's lexicon found in each sentence."""
    size = len(labels)
    places: list[int] = []
    for base, passage in zip(laid.bases, laid.passages, strict=False):
        for column, label in enumerate(labels):
            if hits := passage.hits.get(label):
                places += [row * size + column for row in laid.sentences_of([base + hit.start for hit in hits])]
    return np.bincount(np.array(places, np.intp), minlength=laid.rows[-1] * size).reshape(-1, size)


SCORER = LearnedFrameScorer
