"""How well a model, or the package's frames, give the labels of coded texts that it has not learned from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framing.evidence import Evidence, Judged
from framing.learned.labelled import Coded
from framing.learned.validate import Figures, calibration_error, figures, interval, macro_f1


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Figures of labels against a coding.

    Parameters
    ----------
    figures : tuple of Figures
        A label each.
    calibration : mapping
        Expected calibration error of each label that has probabilities.
    macro_f1 : float
    interval : tuple of float, optional
        Of 95 %, by bootstrap over texts; None for fewer than 30.
    texts : int
    unknown : tuple of str
        Labels of the coding that are never given.
    """

    figures: tuple[Figures, ...]
    calibration: dict[str, float]
    macro_f1: float
    interval: tuple[float, float] | None
    texts: int
    unknown: tuple[str, ...]


class Tally:
    """Labels given and true, text by text.

    Parameters
    ----------
    labels : sequence of str
        That can be given.
    names : mapping
        How the coding calls them, where it calls them otherwise.
    """

    def __init__(self, labels: Sequence[str], names: dict[str, str]) -> None:
        self.labels = tuple(labels)
        self.names = tuple(names.get(label, label) for label in labels)
        self._given: list[list[bool]] = []
        self._true: list[list[bool]] = []
        self._probable: list[list[float]] = []
        self._unknown: set[str] = set()

    def add(self, row: Coded, evidence: Sequence[Evidence], judged: Sequence[Judged]) -> None:
        """Count one text: it has a label where any of its sentences has it."""
        given = {found.label for found in evidence}
        probable: dict[str, float] = {}
        for each in judged:
            for label, column in zip(each.labels, each.probabilities.T, strict=True):
                probable[label] = max(probable.get(label, 0.0), float(column.max(initial=0.0)))
        self._given.append([label in given for label in self.labels])
        self._true.append([name in row.labels for name in self.names])
        self._probable.append([probable.get(label, np.nan) for label in self.labels])
        self._unknown |= row.labels - {*self.names}

    def evaluated(self, absent: str = "") -> Evaluated:
        """The figures."""
        shape = (len(self._given), len(self.labels))
        given, true = np.array(self._given, bool).reshape(shape), np.array(self._true, bool).reshape(shape)
        probable = np.array(self._probable).reshape(shape)
        names = self.names
        if absent:
            given = np.column_stack([given, ~given.any(axis=1)])
            true = np.column_stack([true, ~true.any(axis=1)])
            names = (*names, absent)
        errors = {
            label: calibration_error(probable[:, at], true[:, at])
            for at, label in enumerate(self.labels)
            if not np.isnan(probable[:, at]).any()
        }
        unknown = tuple(sorted(self._unknown - {absent}))
        return Evaluated(
            tuple(figures(names, given, true)), errors, macro_f1(given, true), interval(given, true), shape[0], unknown
        )
