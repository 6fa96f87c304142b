"""A model: a linear score over words, neighbours, letters and signs, with calibrated probabilities.

Everything it knows is a table of numbers beside a list of names. Loading one reads arrays and JSON and runs nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.learned.signs import PLACEHOLDERS, Laid
from framing.learned.words import Spellings, letters, normal

Floats = NDArray[np.float32]
Kind = Literal["several", "one"]


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
class Mix:
    """How a model's score and the terms of a lexicon make one probability.

    The log-odds of a frame are ``slope * score + shift``, and ``once`` more where its lexicon finds a term, and
    ``twice`` more again where it finds several.

    Parameters
    ----------
    slope, once, twice : float
        The same for all labels.
    shift : tuple of float
        A label each.
    """

    slope: float
    once: float
    twice: float
    shift: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Blend:
    """How a model and lexicons go together.

    Parameters
    ----------
    sentences, headlines : Mix
        Of sentences; and of headlines, which have few words to say a frame with and often none that a lexicon knows, so
        that the model counts for more.
    thresholds : tuple of float
        Probability from which a label is given.
    """

    sentences: Mix
    headlines: Mix
    thresholds: tuple[float, ...]


class _Rows:
    """The row of every spelling met: that of the word where it is known, else of the letters inside it.

    Parameters
    ----------
    weights : Weights

    Attributes
    ----------
    table : array of shape (n_spellings, n_labels + 1)
    words : array of shape (n_spellings,)
        Number of each spelling among the known words; after their last where it is none.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._known = {word: at for at, word in enumerate(weights.words)}
        self._runs = {run: at for at, run in enumerate(weights.runs)}
        size = len(weights.words)
        # Whether a word is the first (1) or the second (2) of any pair; the last place is that of all other words.
        self.paired = np.zeros(size + 1, np.uint8)
        if size:
            first, second = np.divmod(weights.pairs, size)
            self.paired[first] |= 1
            self.paired[second] |= 2
        self._begin(Spellings())

    def _begin(self, of: Spellings) -> None:
        self._of, self._size = of, 0
        self.table: Floats = np.zeros((1024, self._weights.word_rows.shape[1]), np.float32)
        self.words = np.zeros(1024, np.int64)

    def keep_up(self, found: Spellings) -> None:
        """Make rows for spellings that were met since."""
        if found is not self._of:
            self._begin(found)
        while len(found) > len(self.table):
            self.table = np.concatenate([self.table, np.zeros_like(self.table)])
            self.words = np.concatenate([self.words, np.zeros_like(self.words)])
        for at, spelling in enumerate(found.since(self._size), self._size):
            known = self._known.get(spelling)
            if known is None:
                known = self._known.get(plain := normal(spelling))
            if known is not None:
                self.table[at], self.words[at] = self._weights.word_rows[known], known
            else:
                self.words[at] = len(self._known)
                if runs := [self._runs[run] for run in letters(plain) if run in self._runs]:
                    self.table[at] = self._weights.run_rows[runs].sum(axis=0)
        self._size = len(found)


class Scores(NamedTuple):
    """A model's view of the passages of a document, end to end.

    Parameters
    ----------
    raw : array of shape (n_sentences, n_labels)
        Scores before calibration.
    words : array of shape (n_tokens, n_labels + 1)
        What every token adds before the length of its sentence is taken out, with its share of pairs.
    norm : array of shape (n_sentences,)
        That length.
    """

    raw: Floats
    words: Floats
    norm: Floats


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
    sha256 : str
        Hash of its arrays on disk.
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
    sha256: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    manifest: dict[str, Any] = field(default_factory=dict)
    _rows: _Rows | None = field(default=None, repr=False)
    _signs: dict[str, int] = field(default_factory=dict, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """Without what was remembered of spellings."""
        return {name: getattr(self, name) for name in self.__slots__ if not name.startswith("_")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._rows, self._signs = None, {}
        for name, value in state.items():
            setattr(self, name, value)

    def scores(self, laid: Laid) -> Scores:
        """Scores of every sentence of some passages."""
        if self._rows is None:
            self._rows = _Rows(self.weights)
            self._signs = {name: at for at, name in enumerate(self.weights.signs)}
        weights, numbers = self.weights, laid.anonymous if self.hides_names else laid.words
        self._rows.keep_up(laid.spellings)
        rows = self._rows.table.take(numbers, axis=0)  # several times as fast as by an index
        if len(weights.pairs):
            self._add_pairs(rows, self._rows.words[numbers], self._rows.paired, laid)
        summed = laid.summed(rows)
        norm = np.sqrt(np.maximum(summed[:, -1], 1e-6))
        raw = summed[:, :-1] / norm[:, None] + weights.bias
        seen = {name: having for name, having in laid.signs(self.lexicons, self._signs) if name in self._signs}
        # One order of adding up gives one result.
        for name in sorted(seen, key=self._signs.__getitem__):
            raw[seen[name]] += weights.sign_rows[self._signs[name]]
        return Scores(raw.astype(np.float32), rows, norm.astype(np.float32))

    def _add_pairs(self, rows: Floats, numbers: NDArray[np.int64], paired: NDArray[np.uint8], laid: Laid) -> None:
        """Half of what a pair of neighbours adds to each of the two."""
        weights = self.weights
        size = len(weights.words)
        likely = (paired[numbers[:-1]] & 1) & (paired[numbers[1:]] >> 1)
        # The last word of a sentence and what comes after it are no neighbours.
        likely[laid.first[(laid.first > 0) & (laid.first < len(numbers))] - 1] = 0
        likely[laid.last[(laid.last > 0) & (laid.last < len(numbers))] - 1] = 0
        at = np.flatnonzero(likely)
        keys = numbers[at] * size + numbers[at + 1]
        found = np.minimum(np.searchsorted(weights.pairs, keys), len(weights.pairs) - 1)
        known = weights.pairs[found] == keys
        at, found = at[known], found[known]
        halves = weights.pair_rows.take(found, axis=0) / 2
        # A token is the first of one pair and the second of another, never twice in either role.
        rows[at] += halves
        rows[at + 1] += halves

    def calibrated(self, raw: Floats) -> Floats:
        """Probabilities of scores."""
        found = expit(self.weights.slope * raw + self.weights.shift)
        if self.kind == "one" and len(self.labels) > 1 and not self.absent:
            found = found / np.maximum(found.sum(axis=1, keepdims=True), 1e-6)
        return found

    def blended(self, raw: Floats, terms: NDArray[np.int64], headlines: NDArray[np.bool_]) -> Floats:
        """Probabilities of scores together with the number of terms that the lexicons found.

        Parameters
        ----------
        raw, terms : array of shape (n_sentences, n_labels)
        headlines : array of shape (n_sentences,)
            Which of them are headlines.
        """
        assert self.blend is not None
        odds, others = (
            mix.slope * raw + mix.once * (terms > 0) + mix.twice * (terms > 1) + np.asarray(mix.shift)
            for mix in (self.blend.sentences, self.blend.headlines)
        )
        return expit(np.where(headlines[:, None], others, odds))

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


def vocabulary(words: Sequence[str]) -> tuple[str, ...]:
    """Known spellings with the placeholders for names."""
    return tuple(sorted({*words, *PLACEHOLDERS}))
