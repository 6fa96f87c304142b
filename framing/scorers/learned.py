"""Frames by lexicon and by a model that learned from coded sentences, in one judgement a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.errors import UsageError
from framing.evidence import Evidence, Judged, Measure
from framing.frame_measures import measures, specs
from framing.learned.denial import Denial, facts
from framing.learned.denial import packaged as packaged_denial
from framing.learned.model import Floats, Model, Scores
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
# Probability from which a frame counts as denied.
DENIED = 0.55


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

    name = "learned"
    takes_place_of = "frames"

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
        self.model_ = None
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
        self._last: tuple[Document, list[_View]] | None = None
        seen = {name: None for model in (self.model_, *self.models_) if model for name in model.lexicons}
        matched = {item.id: item for item in self.lexicons_}
        for name in seen:
            if name in packaged_lexicons():
                matched.setdefault(name, packaged_lexicons()[name])
        return tuple(matched.values())

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in vars(self).items() if name != "_last"} | (
            {"_last": None} if hasattr(self, "_last") else {}
        )

    def _views(self, document: Document) -> list[_View]:
        """What the models say of each passage; kept for the document asked about last, which `find` needs too."""
        if self._last is None or self._last[0] is not document:
            self._last = document, [self._view(passage) for passage in document.passages]
        return self._last[1]

    def _view(self, passage: Passage) -> _View:
        view = _View(passage, self.abstain)
        if self.model_ is not None:
            scores = self.model_.scores(passage)
            if self.by == "both":
                terms = _terms(passage, self.model_.labels)
                assert self.model_.blend is not None
                probable, thresholds = self.model_.blended(scores.raw, terms), self.model_.blend.thresholds
            else:
                probable, thresholds = self.model_.calibrated(scores.raw), self.model_.thresholds
            over = probable >= np.asarray(thresholds, np.float32)
            for label, column in self._columns.items():
                view.add(label, column, scores, probable, over, thresholds[column])
        for model in self.models_:
            scores = model.scores(passage)
            probable = model.calibrated(scores.raw)
            over = model.decided(probable)
            for column, label in enumerate(model.labels):
                view.add(label, column, scores, probable, over, model.thresholds[column])
        return view

    def judge(self, document: Document) -> tuple[Judged, ...]:
        """Probabilities of the frames that a model has judged, sentence by sentence."""
        return tuple(
            Judged(view.passage.field, tuple(view.columns), np.stack([p for p, _ in view.probable], axis=1))
            for view in self._views(document)
            if view.columns
        )

    def find(self, document: Document) -> tuple[Evidence, ...]:
        """Every passage that carries a frame."""
        return in_order(row for view in self._views(document) for row in self._found(document, view))

    def _found(self, document: Document, view: _View) -> Iterator[Evidence]:
        passage = view.passage
        for carried in self._carried(view):
            denied = self._denied(passage, carried)
            for start, end, entry, weight, negatable in carried.terms:
                only = passage.denied.overlaps(start, end) and negatable if denied is None else denied
                yield evidence(
                    document,
                    passage,
                    start,
                    end,
                    scorer=self.takes_place_of,
                    label=carried.label,
                    entry=entry,
                    denied=only,
                    weight=weight,
                )

    def _carried(self, view: _View) -> Iterator[_Carried]:
        """The words that carry each frame, sentence by sentence."""
        passage = view.passage
        left = {label: given.copy() for label, given in view.given.items()}
        for frame in self.lexicons_:
            given = left.get(frame.label)
            if given is not None and self.by == "model":
                continue
            terms: dict[int, list[_Term]] = {}
            for start, end, term in passage.hits[frame.id]:
                sentence = passage.sentence_at(start)
                if sentence is not None and (given is None or given[sentence.number - 1]):
                    entry = term.entry
                    terms.setdefault(sentence.number - 1, []).append(
                        (start, end, term.name, entry.weight, entry.negatable)
                    )
            for at, found in terms.items():
                yield _Carried(frame.label, passage.sentences[at], found)
            if given is not None:
                given[list(terms)] = False
        for label, given in left.items():
            column, scores = view.columns[label]
            for at in np.flatnonzero(given).tolist():
                start, end = stretch(passage, scores, at, column)
                yield _Carried(label, passage.sentences[at], [(start, end, f"{label}#{LEARNED}", 1.0, True)])

    def _denied(self, passage: Passage, carried: _Carried) -> bool | None:
        """Whether a sentence brings a frame up only to deny it; None where each term stands for itself."""
        if self.by == "lexicon" or self.denial_ is None:
            return None
        label = carried.label
        terms = [(start, end, negatable) for start, end, _, _, negatable in carried.terms]
        found = facts(passage, carried.sentence, label, terms)
        return found is not None and self.denial_.probability(found) >= DENIED

    def measure(self, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Rates per 1,000 words by voice and polarity, and the share of sentences."""
        return measures(self.labels_, document, evidence)


# Offsets, name of the entry, weight, and whether "no X" denies it.
_Term = tuple[int, int, str, float, bool]


class _Carried(NamedTuple):
    """The words that carry one frame in one sentence."""

    label: str
    sentence: Sentence
    terms: list[_Term]


class _View:
    """What models say of one passage.

    Parameters
    ----------
    passage : Passage
    abstain : float
        See `LearnedFrameScorer`.
    """

    def __init__(self, passage: Passage, abstain: float) -> None:
        self.passage = passage
        self.abstain = abstain
        self.columns: dict[str, tuple[int, Scores]] = {}
        self.probable: list[tuple[Floats, float]] = []
        self.given: dict[str, NDArray[np.bool_]] = {}

    def add(
        self, label: str, column: int, scores: Scores, probable: Floats, over: NDArray[np.bool_], threshold: float
    ) -> None:
        """Keep one label of a model."""
        mine, given = probable[:, column], over[:, column]
        if self.abstain:
            given = given & (mine >= threshold + self.abstain)
        self.columns[label] = column, scores
        self.probable.append((mine, threshold))
        self.given[label] = given


def _terms(passage: Passage, labels: Sequence[str]) -> NDArray[np.int64]:
    """Number of terms that each frame's lexicon found in each sentence."""
    found = np.zeros((len(passage.sentences), len(labels)), np.int64)
    for column, label in enumerate(labels):
        hits = passage.hits.get(label)
        if hits:
            at = np.searchsorted(passage.sentence_starts, [hit.start for hit in hits], "right") - 1
            np.add.at(found[:, column], at, 1)
    return found


SCORER = LearnedFrameScorer
