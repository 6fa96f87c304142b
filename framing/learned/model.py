"""A model: a linear score over words, neighbours, letters and signs, with calibrated probabilities.

Everything it knows is a table of numbers beside a list of names. Loading one reads arrays and JSON and runs nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.learned.signs import PLACEHOLDERS, Bounds, bounds, hidden, signs
from framing.learned.words import letters, normal
from framing.structure.document import Passage

Floats = NDArray[np.float32]
Kind = Literal["several", "one"]
_MOST_WORDS = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What was learned, with a column a label; tables of words have one more for the square of their weight.

    Parameters
    ----------
    words : tuple of str
        Spellings known as a whole, placeholders for names among them.
    word_rows : array of shape (n_words, n_labels + 1)
        With the letters inside the word.
    runs : tuple of str
        Runs of letters, for words never seen.
    run_rows : array of shape (n_runs, n_labels + 1)
    pairs : array of int
        Neighbours as ``first * n_words + second``, sorted.
    pair_rows : array of shape (n_pairs, n_labels + 1)
    signs : tuple of str
        See `framing.learned.signs`.
    sign_rows : array of shape (n_signs, n_labels)
    bias, slope, shift : array of shape (n_labels,)
        Score without any evidence; calibration: a probability is ``expit(slope * score + shift)``.
    """

    words: tuple[str, ...]
    word_rows: Floats
    runs: tuple[str, ...]
    run_rows: Floats
    pairs: NDArray[np.int64]
    pair_rows: Floats
    signs: tuple[str, ...]
    sign_rows: Floats
    bias: Floats
    slope: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Blend:
    """How a model's score and the terms of a lexicon make one probability.

    The log-odds of a frame are ``slope * score + shift``, and ``once`` more where its lexicon finds a term, and
    ``twice`` more again where it finds several.

    Parameters
    ----------
    slope, once, twice : float
        The same for all labels.
    shift : tuple of float
        A label each.
    thresholds : tuple of float
        Probability from which a label is given.
    """

    slope: float
    once: float
    twice: float
    shift: tuple[float, ...]
    thresholds: tuple[float, ...]


class _Spellings(dict[str, int]):
    """Number of the row of every spelling met; a spelling met first gets its row from the letters inside."""

    def __init__(self, weights: Weights) -> None:
        super().__init__({word: at for at, word in enumerate(weights.words)})
        self._runs = {run: at for at, run in enumerate(weights.runs)}
        self._run_rows = weights.run_rows
        self._known = weights.word_rows
        self.table: Floats = np.concatenate([weights.word_rows, np.zeros((1024, self._known.shape[1]), np.float32)])
        self._next = len(weights.words)

    def __missing__(self, spelling: str) -> int:
        plain = normal(spelling)
        if plain != spelling and plain in self:
            self[spelling] = self[plain]
            return self[plain]
        if self._next == len(self.table):
            self.table = np.concatenate([self.table, np.zeros_like(self.table)])
        at = self._next
        runs = [self._runs[run] for run in letters(plain) if run in self._runs]
        if runs:
            self.table[at] = self._run_rows[runs].sum(axis=0)
        self[spelling] = at
        self._next += 1
        return at


class Scores(NamedTuple):
    """A model's view of one passage.

    Parameters
    ----------
    raw : array of shape (n_sentences, n_labels)
        Scores before calibration.
    words : array of shape (n_tokens, n_labels + 1)
        What every token adds before the length of its sentence is taken out, with its share of pairs.
    norm : array of shape (n_sentences,)
        That length.
    bounds : Bounds
        Tokens of each sentence.
    """

    raw: Floats
    words: Floats
    norm: Floats
    bounds: Bounds

    def contributions(self, sentence: int, label: int) -> Floats:
        """What each token of a sentence adds to the score of a label.

        Parameters
        ----------
        sentence : int
            From 0.
        label : int
            Its column.
        """
        first, last = self.bounds.first[sentence], self.bounds.last[sentence]
        return np.asarray(self.words[first:last, label] / self.norm[sentence], dtype=np.float32)


@dataclass(slots=True, eq=False)
class Model:
    """Labels for sentences, with probabilities.

    Parameters
    ----------
    id : str
        Its name.
    labels : tuple of str
        What a sentence may have.
    kind : {"several", "one"}
        Whether a sentence may have several labels, or has one of them (or `absent`).
    absent : str
        The label that stands for none of the others; may be empty.
    weights : Weights
    thresholds : tuple of float
        Probability from which a label is given.
    lexicons : tuple of str
        Ids of the lexicons whose hits it sees.
    hides_names : bool
        Whether names of states, bodies and people are hidden from it.
    blend : Blend, optional
        How it goes together with lexicons that have the names of its labels.
    titles : mapping
        Plain words for each label.
    manifest : mapping
        Everything else that is known: versions, hashes, figures.
    """

    id: str
    labels: tuple[str, ...]
    kind: Kind
    absent: str
    weights: Weights
    thresholds: tuple[float, ...]
    lexicons: tuple[str, ...]
    hides_names: bool
    blend: Blend | None = None
    titles: dict[str, str] = field(default_factory=dict)
    manifest: dict[str, Any] = field(default_factory=dict)
    _spellings: _Spellings | None = field(default=None, repr=False)
    _signs: dict[str, int] = field(default_factory=dict, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """Without what was remembered of spellings."""
        return {name: getattr(self, name) for name in self.__slots__ if not name.startswith("_")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._spellings, self._signs = None, {}
        for name, value in state.items():
            setattr(self, name, value)

    def _ready(self) -> _Spellings:
        if self._spellings is None or len(self._spellings) > _MOST_WORDS:
            self._spellings = _Spellings(self.weights)
            self._signs = {name: at for at, name in enumerate(self.weights.signs)}
        return self._spellings

    def scores(self, passage: Passage) -> Scores:
        """Scores of every sentence of a passage."""
        spellings, weights = self._ready(), self.weights
        words: Iterable[str] = passage.tokens.words
        numbers = np.fromiter(map(spellings.__getitem__, words), np.int64, len(passage.tokens))
        if self.hides_names:
            for at, placeholder in hidden(passage).items():
                numbers[at] = spellings[placeholder]
        edges = bounds(passage)
        rows = spellings.table[numbers]
        self._add_pairs(rows, numbers, edges)
        summed = _sums(rows, edges)
        norm = np.sqrt(np.maximum(summed[:, -1], 1e-6))
        raw = summed[:, :-1] / norm[:, None] + weights.bias
        for at, names in enumerate(signs(passage, self.lexicons)):
            known = [self._signs[name] for name in sorted(names) if name in self._signs]
            if known:
                raw[at] += weights.sign_rows[known].sum(axis=0)
        return Scores(raw.astype(np.float32), rows, norm.astype(np.float32), edges)

    def _add_pairs(self, rows: Floats, numbers: NDArray[np.int64], edges: Bounds) -> None:
        """Half of what a pair of neighbours adds to each of the two."""
        weights = self.weights
        size = len(weights.words)
        if len(numbers) < 2 or not len(weights.pairs):
            return
        known = (numbers[:-1] < size) & (numbers[1:] < size)
        inner = edges.first[(edges.first > 0) & (edges.first < len(numbers))]
        known[inner - 1] = False  # the last word of a sentence and what comes after it are no neighbours
        known[edges.last[(edges.last > 0) & (edges.last < len(numbers))] - 1] = False
        at = np.flatnonzero(known)
        keys = numbers[at] * size + numbers[at + 1]
        found = np.minimum(np.searchsorted(weights.pairs, keys), len(weights.pairs) - 1)
        hit = weights.pairs[found] == keys
        at, halves = at[hit], weights.pair_rows[found[hit]] / 2
        # A token is the first of one pair and the second of another, never twice in either role.
        rows[at] += halves
        rows[at + 1] += halves

    def calibrated(self, raw: Floats) -> Floats:
        """Probabilities of scores."""
        found = expit(self.weights.slope * raw + self.weights.shift)
        if self.kind == "one" and len(self.labels) > 1 and not self.absent:
            found = found / np.maximum(found.sum(axis=1, keepdims=True), 1e-6)
        return found

    def blended(self, raw: Floats, terms: NDArray[np.int64]) -> Floats:
        """Probabilities of scores together with the number of terms that the lexicons found.

        Parameters
        ----------
        raw, terms : array of shape (n_sentences, n_labels)
        """
        blend = self.blend
        assert blend is not None
        odds = blend.slope * raw + np.asarray(blend.shift, np.float32)
        odds += blend.once * (terms > 0) + blend.twice * (terms > 1)
        return expit(odds)

    def decided(self, probabilities: Floats) -> NDArray[np.bool_]:
        """Which labels each sentence gets."""
        over = probabilities >= np.asarray(self.thresholds, dtype=np.float32)
        if self.kind == "several" or len(self.labels) < 2:
            return np.asarray(over)
        best = probabilities == probabilities.max(axis=1, keepdims=True)
        return np.asarray(best & over if self.absent else best)


def expit(score: Floats) -> Floats:
    """The logistic function.

    Examples
    --------
    >>> float(expit(np.float32([0.0]))[0])
    0.5
    """
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(score, -30, 30))), dtype=np.float32)


def logit(probability: float) -> float:
    """Its inverse."""
    return math.log(probability / (1 - probability))


def _sums(rows: Floats, edges: Bounds) -> Floats:
    """Rows of tokens added up by sentence."""
    if not len(edges.first):
        return np.zeros((0, rows.shape[1]), np.float32)
    # In sentences cut off by the next they are one stretch; differences of running sums would lose digits.
    padded = np.concatenate([rows, np.zeros((1, rows.shape[1]), np.float32)])
    steps = np.stack([edges.first, edges.last], axis=1).ravel()
    summed = np.add.reduceat(padded, steps, axis=0)[::2]
    summed[edges.first == edges.last] = 0
    return summed


def vocabulary(words: Sequence[str]) -> tuple[str, ...]:
    """Known spellings with the placeholders for names."""
    return tuple(sorted({*words, *PLACEHOLDERS}))
