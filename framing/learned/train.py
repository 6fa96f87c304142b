"""Training a model on coded texts, and saying how good it is: at random, and where outlet or topic is new to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing import resources
from framing.errors import UsageError
from framing.learned.agreement import alpha
from framing.learned.examples import examples
from framing.learned.fit import Features, Recipe, fit, platt
from framing.learned.labelled import Coded, Table
from framing.learned.model import Kind, Model, expit
from framing.learned.validate import (
    Outcomes,
    Values,
    calibration_error,
    figures,
    folds,
    held_out,
    interval,
    macro_f1,
)
from framing.lexicon.load import packaged
from framing.scoring import analyser

_ABSENT = re.compile(r"0|no|none|false|neutral|other|absent|non[- _].*|not[- _].*|un(?:biased|related)", re.IGNORECASE)
_PRESENT = frozenset("1 yes true present".split())
_FEWEST = 5
DEFAULT = Recipe()
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Validated:
    """Figures of one way to part the data.

    Parameters
    ----------
    by : str
        ``random``, or the column whose values no two folds share.
    groups : int
        Number of its values.
    macro_f1 : float
        Mean over all labels, the one for none of them among these.
    interval : tuple of float, optional
        Of 95 %, by bootstrap over texts or groups; None where there are fewer than 30.
    labels : tuple of mappings
        Precision, recall, F1 and number of each label.
    calibration : float
        Expected calibration error, the mean over labels.
    """

    by: str
    groups: int
    macro_f1: float
    interval: tuple[float, float] | None
    labels: tuple[dict[str, Any], ...]
    calibration: float


@dataclass(frozen=True, slots=True)
class Trained:
    """A model with everything that is to be said about it.

    Parameters
    ----------
    model : Model
    validated : tuple of Validated
        At random first.
    majority : float
        Macro-F1 of always giving the most frequent label.
    ceiling : mapping, optional
        How two coders agree: macro-F1 of one against the other, and Krippendorff's alpha.
    notes : tuple of str
        What was left out.
    names : mapping
        Labels as the data has them, by their names as columns.
    texts : int
        How many it was fitted to.
    """

    model: Model
    validated: tuple[Validated, ...]
    majority: float
    ceiling: dict[str, float] | None
    notes: tuple[str, ...]
    names: dict[str, str]
    texts: int


@dataclass(frozen=True, slots=True)
class _Scheme:
    """How labels of the data become columns of a model."""

    labels: tuple[str, ...]
    slugs: tuple[str, ...]
    absent: str
    kind: Kind

    def outcomes(self, rows: Sequence[frozenset[str]]) -> Outcomes:
        """Truth, a column a label."""
        return np.array([[label in row for label in self.labels] for row in rows], bool).reshape(len(rows), -1)

    def decided(self, probable: NDArray[np.floating]) -> Outcomes:
        """Labels given, a column a label."""
        if self.kind == "several" or len(self.labels) < 2:
            return np.asarray(probable >= 0.5)
        best = probable == probable.max(axis=1, keepdims=True)
        return np.asarray(best & (probable >= 0.5) if self.absent else best)

    def judged(self, given: Outcomes) -> Outcomes:
        """The columns that figures are over: with one for none of the labels, where a text has one label."""
        if self.kind == "one" and self.absent:
            return np.column_stack([given, ~given.any(axis=1)])
        return given

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.labels, self.absent) if self.kind == "one" and self.absent else self.labels


def train(
    table: Table,
    name: str,
    *,
    group_cols: Sequence[str] = (),
    absent: str | None = None,
    hides_names: bool = False,
    recipe: Recipe = DEFAULT,
) -> Trained:
    """Fit a model to coded texts.

    Parameters
    ----------
    table : Table
        Without copies; see `framing.learned.labelled`.
    name : str
        Of the model.
    group_cols : sequence of str
        What the groups of the rows are called.
    absent : str, optional
        The label that stands for none of the others; found out if not given.
    hides_names : bool
        Whether names of states, bodies and people are hidden from the model.
    recipe : Recipe

    Raises
    ------
    UsageError
        For too few texts, or a single label.
    """
    table = _without_rare(table)
    rows = table.rows
    scheme = _scheme(table, name, absent)
    lexicons = _seen()
    found = list(
        examples(
            (row.text for row in rows), analyser(lexicons), [item.id for item in lexicons], hides_names=hides_names
        )
    )
    true = scheme.outcomes([row.labels for row in rows])
    parts = [("random", [f"{row.row}" for row in rows])]
    parts += [(column, [row.groups[at] for row in rows]) for at, column in enumerate(group_cols)]
    validated, scores = [], []
    for by, groups in parts:
        if len(set(groups)) < 2:
            raise UsageError(f'all texts have one value of "{by}"', remedy="Leave it out.")
        score = held_out(found, true, folds(groups, min(_FOLDS, len(set(groups)))), recipe)
        scores.append(score)
        validated.append(_validated(by, groups, scheme, score, true))
    features = Features(found, recipe)
    coefficients, bias = fit(features.matrix(found), true, recipe)
    weights = features.weights(coefficients, bias)
    # Calibrated where the outlet or topic is new, if one is told: that is where a model is used.
    slope, shift = platt(scores[min(1, len(scores) - 1)], true)
    model = Model(
        id=name,
        labels=scheme.slugs,
        kind=scheme.kind,
        absent=scheme.absent,
        weights=replace(weights, slope=slope, shift=shift),
        thresholds=(0.5,) * len(scheme.slugs),
        lexicons=tuple(item.id for item in lexicons),
        hides_names=hides_names,
        titles=dict(zip(scheme.slugs, _titles(scheme, name), strict=True)),
    )
    often = Counter(label for row in rows for label in row.labels).most_common(1)[0][0]
    always = scheme.judged(scheme.outcomes([frozenset((often,))] * len(rows)))
    return Trained(
        model,
        tuple(validated),
        macro_f1(always, scheme.judged(true)),
        _ceiling(rows, scheme),
        tuple(table.notes),
        dict(zip(scheme.slugs, scheme.labels, strict=True)),
        len(rows),
    )


def _without_rare(table: Table) -> Table:
    """The table without labels that too few texts have to learn them from."""
    counts = Counter(label for row in table.rows for label in row.labels)
    rare = {label for label, number in counts.items() if number < _FEWEST}
    if not rare:
        return table
    notes = [*table.notes]
    for label in sorted(rare):
        texts = "1 text" if counts[label] == 1 else f"{counts[label]} texts"
        notes.append(f'left out the label "{label}", which only {texts} have; {_FEWEST} are needed')
    rows = [replace(row, labels=row.labels - rare) for row in table.rows]
    return Table([row for row in rows if row.labels or table.several], table.several, notes)


def _seen() -> tuple[Any, ...]:
    return tuple(
        item
        for _, item in sorted(packaged().items())
        if item.kind in ("frame", "commitment", "domain") and not item.optional
    )


def _scheme(table: Table, name: str, absent: str | None) -> _Scheme:
    counts = Counter(label for row in table.rows for label in row.labels)
    if absent is not None and absent not in counts:
        raise UsageError(f'no text has the label "{absent}"', remedy=f"Labels: {', '.join(sorted(counts))}.")
    if absent is None and not table.several:
        likely = [label for label in sorted(counts) if _ABSENT.fullmatch(label)]
        absent = likely[0] if len(likely) == 1 else None
    labels = tuple(label for label in sorted(counts) if label != absent)
    if len(counts) < (1 if table.several else 2) or not labels:
        raise UsageError("all texts have one label", remedy="There must be texts that do not have it.")
    slugs = tuple(_slug(label, name, len(labels)) for label in labels)
    if len(set(slugs)) < len(slugs):
        raise UsageError("two labels differ only in marks or capitals", remedy=f"Labels: {', '.join(labels)}.")
    return _Scheme(labels, slugs, absent or "", "several" if table.several else "one")


def _slug(label: str, name: str, number: int) -> str:
    """A label as the beginning of a column's name; "1" and "yes" are called after the model."""
    known = name if number == 1 and label.lower() in _PRESENT else label
    plain = re.sub(r"[^a-z0-9]+", "_", known.lower()).strip("_")
    return plain if plain[:1].isalpha() else f"label_{plain or 'other'}"


def _titles(scheme: _Scheme, name: str) -> list[str]:
    return [(name if label.lower() in _PRESENT else label).replace("_", " ").capitalize() for label in scheme.labels]


def _validated(by: str, groups: Sequence[str], scheme: _Scheme, scores: Values, true: Outcomes) -> Validated:
    slope, shift = platt(scores, true)
    probable = expit(slope * scores.astype(np.float32) + shift)
    given, judged = scheme.judged(scheme.decided(probable)), scheme.judged(true)
    error = float(np.mean([calibration_error(a, b) for a, b in zip(probable.T, true.T, strict=True)]))
    return Validated(
        by,
        len(set(groups)),
        macro_f1(given, judged),
        interval(given, judged, None if by == "random" else groups),
        tuple(each._asdict() for each in figures(scheme.names, given, judged)),
        error,
    )


def _ceiling(rows: Sequence[Coded], scheme: _Scheme) -> dict[str, float] | None:
    pairs = [row.coders for row in rows if len(row.coders) == 2]
    if not pairs:
        return None
    first, second = (scheme.judged(scheme.outcomes([pair[at] for pair in pairs])) for at in (0, 1))
    return {
        "macro_f1": macro_f1(first, second),
        "alpha": float(np.mean([alpha(a, b) for a, b in zip(first.T, second.T, strict=True)])),
        "texts": len(pairs),
    }


def card(trained: Trained) -> dict[str, Any]:
    """Everything that is to be said about a model, for its manifest and its page."""
    import numpy
    import sklearn

    return {
        "trained_on": {"texts": trained.texts, "notes": list(trained.notes)},
        "label_names": trained.names,
        "validated": [
            {
                "by": each.by,
                "groups": each.groups,
                "macro_f1": round(each.macro_f1, 3),
                "interval": None if each.interval is None else [round(edge, 3) for edge in each.interval],
                "calibration_error": round(each.calibration, 3),
                "labels": [
                    {key: round(value, 3) if isinstance(value, float) else value for key, value in label.items()}
                    for label in each.labels
                ],
            }
            for each in trained.validated
        ],
        "majority_macro_f1": round(trained.majority, 3),
        "ceiling": None if trained.ceiling is None else {key: round(v, 3) for key, v in trained.ceiling.items()},
        "made_with": {
            "framing": resources.version(),
            "numpy": numpy.__version__,
            "scikit-learn": sklearn.__version__,
        },
        "lexicon_hashes": {name: packaged()[name].sha256 for name in trained.model.lexicons},
    }
