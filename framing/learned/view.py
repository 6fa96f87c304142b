"""What lexicons and models say of the sentences of some passages, laid end to end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.learned.denial import TRIGGERS, Facts, Surroundings
from framing.learned.model import Floats, Scores
from framing.learned.signs import Laid
from framing.learned.stretches import stretch
from framing.lexicon.matching import Hit
from framing.lexicon.terms import Term


class Carried(NamedTuple):
    """Words that carry a frame: the row of their sentence, offsets, and whether they and their sentence deny it."""

    row: int
    start: int
    end: int
    label: str
    entry: str
    denied: bool
    weight: float
    denies: bool


class View:
    """Frames by sentence.

    Parameters
    ----------
    laid : Laid
        The passages.
    lexicons : sequence of str
        Ids of the lexicons whose terms carry frames.

    Attributes
    ----------
    columns : dict of str
        Labels that models judge, each with its column of the scores of its model.
    given : dict of str
        Labels that models judge, and whether each sentence has them.
    table : array of shape (n_sentences, n_columns)
        Their probabilities.
    """

    def __init__(self, laid: Laid, lexicons: Sequence[str]) -> None:
        self.laid = laid
        self.columns: dict[str, tuple[int, Scores]] = {}
        self.given: dict[str, list[bool]] = {}
        self.table: Floats = np.zeros((laid.rows[-1], 0), np.float32)
        self._found = {name: [each.hits.get(name, ()) for each in laid.passages] for name in lexicons}
        self._rows = {name: laid.rows_of(found) for name, found in self._found.items()}
        self._hits = {
            name: _parted(self._rows[name].tolist(), [len(each) for each in found])
            for name, found in self._found.items()
        }
        self.carried: dict[int, Sequence[Carried]] = {}
        self._alone: dict[int, list[str]] = {}
        self._surroundings: dict[int, Surroundings[float]] = {}

    def terms(self, label: str) -> NDArray[np.intp]:
        """Number of terms that a lexicon found in each sentence."""
        return np.bincount(self._rows.get(label, np.zeros(0, np.intp)), minlength=self.laid.rows[-1])

    def add(self, columns: Mapping[str, int], scores: Scores, probable: Floats, over: NDArray[np.bool_]) -> None:
        """Keep labels of a model, each with its column."""
        self.columns.update((label, (column, scores)) for label, column in columns.items())
        self.table = np.concatenate([self.table, probable[:, list(columns.values())]], axis=1)
        for label, column in sorted(columns.items(), key=itemgetter(1)):
            self.given[label] = over[:, column].tolist()
            for row in np.flatnonzero(over[:, column] & (self.terms(label) == 0)).tolist():
                self._alone.setdefault(row, []).append(label)

    def hits(self, lexicon: str, number: int) -> tuple[Sequence[Hit[Term]], list[int]]:
        """What a lexicon found in a passage, and the row of the sentence of each hit."""
        if lexicon not in self._found:
            return (), []
        return self._found[lexicon][number], self._hits[lexicon][number]

    def alone(self, number: int) -> Iterator[tuple[int, str, int, int]]:
        """Frames of a passage that no term carries: row, label, and offsets of the words that raised its score most."""
        if self._alone:
            for row in range(self.laid.rows[number], self.laid.rows[number + 1]):
                for label in self._alone.get(row, ()):
                    yield row, label, *self._stretch(number, row, label)

    def _stretch(self, number: int, row: int, label: str) -> tuple[int, int]:
        column, scores = self.columns[label]
        sentence, tokens = self.laid.sentences[row], self.laid.passages[number].tokens
        first, last = int(self.laid.first[row]), int(self.laid.last[row])
        before = self.laid.tokens[number]
        best = stretch(tokens.words[first - before : last - before], scores.words[first:last, column])
        if best is None:
            return sentence.start, sentence.end
        start, end = tokens.span(first - before + best[0], first - before + best[1])
        return start, min(end, sentence.end)

    def surroundings(self, number: int, row: int, weights: Facts[float]) -> Surroundings[float] | None:
        """What may deny the frames of a sentence; None where nothing does."""
        if not self._may_deny[row]:
            return None
        if row not in self._surroundings:
            self._surroundings[row] = Surroundings(self.laid.passages[number], self.laid.sentences[row], weights)
        return self._surroundings[row]

    @cached_property
    def _may_deny(self) -> list[bool]:
        return list((self.laid.having(TRIGGERS) | self.laid.denied).tolist())


def _parted(rows: list[int], sizes: Sequence[int]) -> list[list[int]]:
    """Rows cut into those of each passage."""
    edges = accumulate(sizes, initial=0)
    return [rows[low:high] for low, high in pairwise(edges)]
