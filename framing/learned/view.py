"""What lexicons and models say of the sentences of some passages, laid end to end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from framing.learned.carried import Carried
from framing.learned.denial import TRIGGERS, Facts, Surroundings
from framing.learned.model import Floats, Scores
from framing.learned.signs import Laid
from framing.learned.stretches import stretch
from framing.lexicon.matching import Hit
from framing.lexicon.terms import Term


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
    by_model : array of shape (n_sentences, n_labels), optional
        Which sentences the package's model alone would give its labels, where it judges together with lexicons.
    """

    def __init__(self, laid: Laid, lexicons: Sequence[str]) -> None:
        self.laid = laid
        self.columns: dict[str, tuple[int, Scores]] = {}
        self.given: dict[str, list[bool]] = {}
        self.table: Floats = np.zeros((laid.rows[-1], 0), np.float32)
        self.by_model: NDArray[np.bool_] | None = None
        self.carried: dict[int, Carried] = {}
        self._apart: dict[bool, View] = {}
        self._alone: dict[int, list[str]] = {}
        self._surroundings: dict[int, Surroundings[float]] = {}
        self._column = {name: column for column, name in enumerate(lexicons)}
        # Passage by passage, and within each lexicon by lexicon.
        found = [[(name, hits) for name in lexicons if (hits := each.hits.get(name))] for each in laid.passages]
        rows = laid.rows_of([[hit for _, hits in each for hit in hits] for each in found])
        sizes = [len(hits) for each in found for _, hits in each]
        number = len(lexicons) + 1
        columns = np.array([self._column[name] for each in found for name, _ in each], np.intp)
        columns = columns.repeat(np.array(sizes, np.intp))
        # With a column more, of lexicons that are not there.
        self._terms = np.bincount(rows * number + columns, minlength=laid.rows[-1] * number).reshape(-1, number)
        parted = _parted(rows.tolist(), sizes)
        self._hits = [{name: (hits, next(parted)) for name, hits in each} for each in found]

    def terms(self, labels: Iterable[str]) -> NDArray[np.intp]:
        """Number of terms that the lexicons of some labels found in each sentence, a column a label."""
        return self._terms[:, [self._column.get(label, -1) for label in labels]]

    def add(self, columns: Mapping[str, int], scores: Scores, probable: Floats, over: NDArray[np.bool_]) -> None:
        """Keep labels of a model, each with its column."""
        self.columns.update((label, (column, scores)) for label, column in columns.items())
        self.table = np.concatenate([self.table, probable[:, list(columns.values())]], axis=1)
        labels = sorted(columns, key=columns.__getitem__)
        given = over[:, [columns[label] for label in labels]]
        self.given.update(zip(labels, given.T.tolist(), strict=True))
        rows, places = np.nonzero(given & (self.terms(labels) == 0))
        for row, place in zip(rows.tolist(), places.tolist(), strict=True):
            self._alone.setdefault(row, []).append(labels[place])

    def apart(self, model: Sequence[str] = ()) -> View:
        """The same sentences as lexicons alone see them or, given its labels, as the package's model does."""
        way = bool(model)
        if way not in self._apart:
            self._apart[way] = view = copy(self)
            view.carried, view._alone, view.given = {}, {}, {}
            if model:
                assert self.by_model is not None
                view._hits = [{} for _ in self._hits]
                for row, column in zip(*(each.tolist() for each in np.nonzero(self.by_model)), strict=True):
                    view._alone.setdefault(row, []).append(model[column])
        return self._apart[way]

    def hits(self, lexicon: str, number: int) -> tuple[Sequence[Hit[Term]], list[int]]:
        """What a lexicon found in a passage, and the row of the sentence of each hit."""
        return self._hits[number].get(lexicon, ((), []))

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

    def surroundings(self, number: int, row: int, weights: Facts[float]) -> Surroundings[float]:
        """What may deny the frames of a sentence."""
        found = self._surroundings.get(row)
        if found is None:
            found = Surroundings(self.laid.passages[number], self.laid.sentences[row], weights)
            self._surroundings[row] = found
        return found

    @cached_property
    def may_deny(self) -> list[bool]:
        """Whether anything in each sentence could deny its frames."""
        return list((self.laid.having(TRIGGERS) | self.laid.denied).tolist())


def _parted(rows: list[int], sizes: Sequence[int]) -> Iterator[list[int]]:
    """Rows cut into stretches of some sizes."""
    return (rows[low:high] for low, high in pairwise(accumulate(sizes, initial=0)))
