"""Fitting a model: which features there are, a logistic regression a label, and the tables that scoring adds up."""

from __future__ import annotations

import math
import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.learned.examples import Example
from framing.learned.model import Floats, Weights, vocabulary
from framing.learned.vectors import vectors
from framing.learned.words import LETTER_WEIGHT, PAIR_WEIGHT, letters


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is fitted.

    Parameters
    ----------
    strength : float
        Inverse of the regularisation (``C`` of scikit-learn).
    sign_scale : float
        Weight of a sign beside the words of a sentence, which have length one.
    vector_scale : float
        Weight of what like words say beside the words themselves; 0 for none.
    word_examples, pair_examples, run_examples, sign_examples : int
        In how many examples a feature must stand.
    signs : tuple of str
        Beginnings of the names of the signs that are learned from.
    balanced : bool
        Whether rare labels weigh as much as frequent ones.
    """

    strength: float = 2.0
    sign_scale: float = 0.5
    vector_scale: float = 1.0
    word_examples: int = 2
    pair_examples: int = 3
    run_examples: int = 4
    sign_examples: int = 5
    signs: tuple[str, ...] = ("",)
    balanced: bool = False


# A word in more than this share of the examples is given no vector.
_COMMON = 0.08


class Features:
    """The features of a set of examples, each with its rarity, as columns.

    Parameters
    ----------
    examples : sequence of Example
        Those that are learned from.
    recipe : Recipe
    """

    def __init__(self, examples: Sequence[Example], recipe: Recipe) -> None:
        self.recipe = recipe
        number = len(examples)
        self.words = _frequent((each.words for each in examples), recipe.word_examples)
        self.pairs = _frequent((each.pairs for each in examples), recipe.pair_examples)
        self.runs = _frequent((each.runs for each in examples), recipe.run_examples)
        self.signs = _frequent(
            ([name for name in each.signs if name.startswith(recipe.signs)] for each in examples), recipe.sign_examples
        )
        parts = ((self.words, 1.0), (self.pairs, PAIR_WEIGHT), (self.runs, LETTER_WEIGHT))
        rarity = [weight * (math.log((1 + number) / (1 + df)) + 1) for part, weight in parts for df in part.values()]
        self.rarity = np.asarray(rarity, dtype=np.float64)
        names = [*self.words, *self.pairs, *self.runs]
        kinds = [0] * len(self.words) + [1] * len(self.pairs) + [2] * len(self.runs)
        self.column = {(kind, name): at for at, (kind, name) in enumerate(zip(kinds, names, strict=True))}
        self.sign_column = {name: len(names) + at for at, name in enumerate(self.signs)}
        self.vector_start = len(names) + len(self.signs)
        self.vectors, self.table = vectors() if recipe.vector_scale else ((), np.zeros((0, 0), np.float32))
        common = number * _COMMON
        seen: Counter[str] = Counter()
        for each in examples:
            seen.update(each.words.keys())
        # What stands in every other sentence has no meaning to share.
        self.vector = {
            word: (at, math.log((1 + number) / (1 + seen[word])) + 1)
            for at, word in enumerate(self.vectors)
            if seen[word] <= common
        }
        self.size = self.vector_start + self.table.shape[1]

    def matrix(self, examples: Sequence[Example]) -> Any:
        """Sparse matrix of shape (n_examples, n_features)."""
        from scipy.sparse import csr_matrix

        values: list[float] = []
        columns: list[int] = []
        ends = [0]
        for each in examples:
            found: list[tuple[int, float]] = []
            square = 0.0
            for kind, counts in enumerate((each.words, each.pairs, each.runs)):
                for name, count in counts.items():  # type: ignore[attr-defined]
                    at = self.column.get((kind, name))
                    if at is not None:
                        found.append((at, count * self.rarity[at]))
                        square += count * self.rarity[at] ** 2
            meaning = np.zeros(self.table.shape[1])
            for word, count in each.words.items():
                if word in self.vector:
                    at, rarity = self.vector[word]
                    meaning += count * rarity * self.table[at]
                    if (0, word) not in self.column:
                        square += count * rarity**2
            norm = math.sqrt(max(square, 1e-6))
            columns += [at for at, _ in found]
            values += [value / norm for _, value in found]
            signs = [self.sign_column[name] for name in sorted(each.signs) if name in self.sign_column]
            columns += signs
            values += [self.recipe.sign_scale] * len(signs)
            columns += range(self.vector_start, self.size)
            values += (meaning * self.recipe.vector_scale / norm).tolist()
            ends.append(len(values))
        return csr_matrix((values, columns, ends), shape=(len(examples), self.size))

    def weights(self, coefficients: NDArray[np.float64], bias: NDArray[np.float64]) -> Weights:
        """Tables for scoring.

        Parameters
        ----------
        coefficients : array of shape (n_labels, n_features)
        bias : array of shape (n_labels,)
        """
        labels = len(bias)
        plain = len(self.rarity)
        table = np.concatenate([coefficients[:, :plain] * self.rarity, [self.rarity**2]]).T
        runs = list(self.runs)
        run_start = len(self.words) + len(self.pairs)
        run_rows = table[run_start:]
        place = {run: at for at, run in enumerate(runs)}
        words = vocabulary([*self.words, *(word for pair in self.pairs for word in pair), *self.vector])
        meanings = self.table @ coefficients[:, self.vector_start :].T * self.recipe.vector_scale
        number = {word: at for at, word in enumerate(words)}
        word_rows = np.zeros((len(words), labels + 1))
        for word, at in number.items():
            column = self.column.get((0, word))
            if column is not None:
                word_rows[at] = table[column]
            if word in self.vector:
                row, rarity = self.vector[word]
                word_rows[at, :-1] += rarity * meanings[row]
                if column is None:
                    word_rows[at, -1] = rarity**2
            known = [place[run] for run in letters(word) if run in place]
            if known:
                word_rows[at] += run_rows[known].sum(axis=0)
        keys = np.asarray([number[a] * len(words) + number[b] for a, b in self.pairs], dtype=np.int64)
        order = np.argsort(keys)
        pair_rows = table[len(self.words) : run_start]
        sign_rows = coefficients[:, plain : self.vector_start].T * self.recipe.sign_scale
        return Weights(
            words,
            _small(word_rows),
            tuple(runs),
            _small(run_rows),
            keys[order],
            _small(pair_rows[order]),
            tuple(self.signs),
            _small(sign_rows),
            _small(bias),
            np.ones(labels, np.float32),
            np.zeros(labels, np.float32),
        )


def _small(table: NDArray[np.float64]) -> Floats:
    return np.asarray(table, dtype=np.float32)


def _frequent(counts: Iterable[Any], least: int) -> dict[Any, int]:
    """What stands in at least so many examples, sorted by name, with their number."""
    seen: Counter[Any] = Counter()
    for each in counts:
        seen.update(dict.fromkeys(each, 1))
    return {name: number for name, number in sorted(seen.items()) if number >= least}


def fit(matrix: Any, outcomes: NDArray[np.bool_], recipe: Recipe) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Coefficients and biases, a logistic regression a label.

    Parameters
    ----------
    matrix : sparse matrix of shape (n_examples, n_features)
    outcomes : array of shape (n_examples, n_labels)
    recipe : Recipe
    """
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    coefficients, biases = [], []
    for column in outcomes.T:
        if column.all() or not column.any():
            coefficients.append(np.zeros(matrix.shape[1]))
            biases.append(6.0 if column.any() else -6.0)
            continue
        learner = LogisticRegression(
            C=recipe.strength,
            class_weight="balanced" if recipe.balanced else None,
            max_iter=400,
            tol=1e-4,
        )
        # One thread: sums in one order give the same digits everywhere, and small problems do not wait for each other.
        with warnings.catch_warnings(), threadpool_limits(1):
            warnings.simplefilter("ignore", ConvergenceWarning)
            learner.fit(matrix, column)
        coefficients.append(learner.coef_[0])
        biases.append(float(learner.intercept_[0]))
    return np.asarray(coefficients), np.asarray(biases)


def platt(scores: NDArray[np.float64], outcomes: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Slope and shift that make probabilities of scores, a label each (Platt 1999).

    Parameters
    ----------
    scores : array of shape (n_examples, n_labels)
        Of examples that the model that gave them had not seen.
    outcomes : array of the same shape
    """
    from sklearn.linear_model import LogisticRegression

    slopes, shifts = [], []
    for column, outcome in zip(scores.T, outcomes.T, strict=True):
        if outcome.all() or not outcome.any():
            slopes.append(1.0)
            shifts.append(0.0)
            continue
        line = LogisticRegression(C=1e3).fit(column.reshape(-1, 1), outcome)
        slopes.append(max(0.05, float(line.coef_[0, 0])))
        shifts.append(float(line.intercept_[0]))
    return np.asarray(slopes, np.float32), np.asarray(shifts, np.float32)
