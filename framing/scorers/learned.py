"""Frames by lexicon and by a model that learned from coded sentences, in one judgement a sentence."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from copy import copy
from itertools import accumulate
from typing import Literal

import numpy as np

from framing.errors import UsageError
from framing.evidence import Alone, Evidence, Judged, Measure
from framing.frame_measures import measures, specs, without_each
from framing.learned.carried import Carried
from framing.learned.denial import Denial
from framing.learned.denial import packaged as packaged_denial
from framing.learned.model import Model
from framing.learned.signs import Laid
from framing.learned.store import is_model, load, packaged
from framing.learned.view import View
from framing.lexicon.load import lexicon, of_kind, unpacked
from framing.lexicon.load import packaged as packaged_lexicons
from framing.lexicon.matching import Hit
from framing.lexicon.schema import Lexicon
from framing.lexicon.terms import Term
from framing.scoring import TextScorer
from framing.structure.document import Document, Passage

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
        self._ready: tuple[dict[int, int], tuple[Document, ...], View] | None = None
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
        if not documents:
            self._ready = None
            return
        passages = [passage for document in documents for passage in document.passages]
        starts = list(accumulate((len(document.passages) for document in documents), initial=0))
        self._ready = (
            {id(document): start for document, start in zip(documents, starts, strict=False)},
            tuple(documents),
            self._judged(passages),
        )

    def _view(self, document: Document) -> tuple[View, int]:
        """What the models say of a document, and the number of its first passage there."""
        if self._ready is None or id(document) not in self._ready[0]:
            self.prepare([document])
        assert self._ready is not None
        return self._ready[2], self._ready[0][id(document)]

    def _judged(self, passages: Sequence[Passage]) -> View:
        view = View(Laid(passages), () if self.by == "model" else [item.id for item in self.lexicons_])
        if self.model_ is not None:
            scores = self.model_.scores(view.laid)
            if self.by == "both":
                assert self.model_.blend is not None
                terms = view.terms(self.model_.labels)
                probable = self.model_.blended(scores.raw, terms, view.laid.headlines)
                thresholds = self.model_.blend.thresholds
                least = np.asarray(self.model_.thresholds, np.float32) + self.abstain
                view.by_model = self.model_.calibrated(scores.raw) >= least
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
        """Probabilities of the frames that a model has judged, and the frames denied, sentence by sentence."""
        view, start = self._view(document)
        if not view.columns:
            return ()
        labels, rows = tuple(view.columns), view.laid.rows[start:]
        found = []
        for number, (passage, first, last) in enumerate(zip(document.passages, rows, rows[1:], strict=False), start):
            carried = self._carried(view, number, document, passage)
            denied = frozenset((row - first + 1, label) for row, label in carried.denied)
            found.append(Judged(passage.field, labels, view.table[first:last], denied))
        return tuple(found)

    def alone(self, document: Document) -> tuple[Alone, ...]:
        """What the lexicons and the package's model would each have measured without the other."""
        if self.by != "both" or not self._columns:
            return ()
        view, _ = self._view(document)
        assert self._ready is not None
        assert self.model_ is not None
        found = []
        ways: tuple[By, ...] = ("lexicon", "model")
        for way in ways:
            only = copy(self)
            only.by, only.denial_ = (way, None) if way == "lexicon" else (way, self.denial_)
            only._ready = (*self._ready[:2], view.apart(self.model_.labels if way == "model" else ()))
            rows = [row for row in only.find(document) if row.label in self._columns]
            found.append(Alone.of(self.name, way, measures(self._columns, document, rows)))
        return tuple(found)

    def find(self, document: Document) -> tuple[Evidence, ...]:
        """Every passage that carries a frame."""
        view, first = self._view(document)
        found: list[Evidence] = []
        for number, passage in enumerate(document.passages, first):
            found += self._carried(view, number, document, passage).evidence
        return tuple(found)

    def _carried(self, view: View, number: int, document: Document, passage: Passage) -> Carried:
        """The words that carry frames in a passage."""
        if number not in view.carried:
            carried = view.carried[number] = Carried(self.name, document, passage)
            covers = passage.denied.overlaps
            for frame in self.lexicons_:
                self._by_lexicon(view, number, frame, covers, carried)
            for row, label, start, end in view.alone(number):
                denies = self._denies(view, number, row, [(start, end, True)])
                denied = covers(start, end) if denies is None else denies
                if denied:
                    carried.denied.add((row, label))
                carried.add(start, end, label, f"{label}#{LEARNED}", 1.0, denied)
        return view.carried[number]

    def _by_lexicon(
        self, view: View, number: int, frame: Lexicon, covers: Callable[[int, int], bool], carried: Carried
    ) -> None:
        """The terms of one frame, where the sentences around them have it."""
        label, given = frame.label, view.given.get(frame.label)
        may_deny = None if self.denial_ is None else view.may_deny
        doubtful: dict[int, list[Hit[Term]]] = {}
        for hit, row in zip(*view.hits(frame.id, number), strict=True):
            if given is not None and not given[row]:
                continue
            if may_deny is None or may_deny[row]:
                doubtful.setdefault(row, []).append(hit)
            else:
                start, end, term = hit
                carried.add(start, end, label, term.name, term.entry.weight, False)
        for row, hits in doubtful.items():
            denies = self._denies(view, number, row, [(start, end, term.entry.negatable) for start, end, term in hits])
            if denies:
                carried.denied.add((row, label))
            # What stands outside the denial is not denied, unless the denial is of the sentence as a whole.
            apart = denies and any(covers(start, end) for start, end, _ in hits)
            for start, end, term in hits:
                if denies is None:
                    denied = term.entry.negatable and covers(start, end)
                else:
                    denied = denies and (not apart or covers(start, end))
                carried.add(start, end, label, term.name, term.entry.weight, denied)

    def _denies(self, view: View, number: int, row: int, terms: Sequence[tuple[int, int, bool]]) -> bool | None:
        """Whether a sentence brings a frame up only to deny it; None where each term stands for itself."""
        if self.denial_ is None:
            return None
        if not view.may_deny[row]:
            return False
        return self.denial_.holds(view.surroundings(number, row, self.denial_.weights).facts(terms))

    def measure(self, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Rates per 1,000 words by voice and polarity, and the share of sentences."""
        return measures(self.labels_, document, evidence)

    def without_each(
        self, document: Document, evidence: Sequence[Evidence], entries: Container[str]
    ) -> Iterator[tuple[str, tuple[Measure, ...]]]:
        """Some terms, with the measures of their frames without each."""
        return without_each(document, evidence, entries)


SCORER = LearnedFrameScorer
