"""Cross-validation: what a model says of examples it has not seen, in folds drawn at random or by group."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.learned.examples import Example
from framing.learned.fit import Features, Recipe, fit

Outcomes = NDArray[np.bool_]
Values = NDArray[np.float64]


def folds(groups: Sequence[str], number: int = 5) -> NDArray[np.intp]:
    """A fold for each example; those of one group share it, and folds are of like size.

    Parameters
    ----------
    groups : sequence of str
        An outlet, a topic, or the example's own text for folds at random.
    number : int

    Examples
    --------
    >>> folds(["a", "b", "a", "c"], 2).tolist()
    [0, 1, 0, 1]
    """
    members: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        members.setdefault(group, []).append(at)
    found = np.zeros(len(groups), np.intp)
    sizes = [0] * number
    # Largest first into the smallest fold; among equals, an order that has nothing to do with the data's own.
    for group in sorted(members, key=lambda name: (-len(members[name]), hashlib.sha256(name.encode()).hexdigest())):
        smallest = sizes.index(min(sizes))
        found[members[group]] = smallest
        sizes[smallest] += len(members[group])
    return found


def held_out(examples: Sequence[Example], outcomes: Outcomes, fold: NDArray[np.intp], recipe: Recipe) -> Values:
    """Scores of every example by a model fitted to the other folds.

    Parameters
    ----------
    examples : sequence of Example
    outcomes : array of shape (n_examples, n_labels)
    fold : array of shape (n_examples,)
        See `folds`.
    recipe : Recipe

    Returns
    -------
    array of shape (n_examples, n_labels)
    """
    scores = np.zeros(outcomes.shape)
    for number in np.unique(fold).tolist():
        seen, unseen = np.flatnonzero(fold != number).tolist(), np.flatnonzero(fold == number).tolist()
        if not seen:
            continue
        inside = [examples[at] for at in seen]
        features = Features(inside, recipe)
        coefficients, bias = fit(features.matrix(inside), outcomes[seen], recipe)
        scores[unseen] = features.matrix([examples[at] for at in unseen]) @ coefficients.T + bias
    return scores


class Figures(NamedTuple):
    """How well labels are given.

    Parameters
    ----------
    label : str
    precision, recall, f1 : float
    number : int
        Examples that have the label.
    """

    label: str
    precision: float
    recall: float
    f1: float
    number: int


def figures(labels: Sequence[str], given: Outcomes, true: Outcomes) -> list[Figures]:
    """Precision, recall and F1 of each label."""
    return [_one(label, given[:, at], true[:, at]) for at, label in enumerate(labels)]


def _one(label: str, given: Outcomes, true: Outcomes) -> Figures:
    hit, said, wanted = int((given & true).sum()), int(given.sum()), int(true.sum())
    precision, recall = hit / said if said else 0.0, hit / wanted if wanted else 0.0
    both = precision + recall
    return Figures(label, precision, recall, 2 * precision * recall / both if both else 0.0, wanted)


def macro_f1(given: Outcomes, true: Outcomes) -> float:
    """Mean F1 over the columns."""
    hit, sizes = (given & true).sum(axis=0), given.sum(axis=0) + true.sum(axis=0)
    return float(np.mean(2 * hit / np.maximum(sizes, 1)))


def interval(
    given: Outcomes, true: Outcomes, groups: Sequence[str] | None = None, *, draws: int = 1000
) -> tuple[float, float] | None:
    """A 95 % interval of the macro-F1, by bootstrap over examples, or over groups of them.

    None where there are fewer than 30 of what is drawn: so few tell nothing of how the figure would vary.

    Parameters
    ----------
    given, true : array of shape (n_examples, n_labels)
    groups : sequence of str, optional
        What is drawn together.
    draws : int
    """
    names = [str(at) for at in range(len(true))] if groups is None else list(groups)
    index = {name: at for at, name in enumerate(sorted(set(names)))}
    if len(index) < 30:
        return None
    unit = np.asarray([index[name] for name in names])
    parts = []
    for column in (given & true, given, true):
        table = np.zeros((len(index), true.shape[1]))
        np.add.at(table, unit, column)
        parts.append(table)
    chance = np.random.default_rng(0)
    found = []
    for _ in range(draws):
        times = np.bincount(chance.integers(len(index), size=len(index)), minlength=len(index))
        hit, said, wanted = (times @ table for table in parts)
        found.append(float(np.mean(2 * hit / np.maximum(said + wanted, 1))))
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


def calibration_error(probabilities: NDArray[np.floating], outcomes: Outcomes, bins: int = 10) -> float:
    """Expected calibration error: how far probabilities are from shares, in bins of equal width.

    Examples
    --------
    >>> round(calibration_error(np.array([0.9, 0.9, 0.1]), np.array([True, True, False])), 2)
    0.1
    """
    place = np.minimum((probabilities * bins).astype(int), bins - 1)
    error = 0.0
    for each in np.unique(place):
        inside = place == each
        error += float(inside.sum()) * abs(float(probabilities[inside].mean()) - float(outcomes[inside].mean()))
    return error / max(1, len(probabilities))


def best_thresholds(probabilities: NDArray[np.floating], outcomes: Outcomes) -> tuple[float, ...]:
    """For each label the probability from which giving it makes F1 highest, on a grid from .2 to .7."""
    grid: Iterable[float] = [round(0.2 + 0.05 * step, 2) for step in range(11)]
    found = []
    for column, true in zip(probabilities.T, outcomes.T, strict=True):
        scored = [(_one("", column >= least, true).f1, -abs(least - 0.5), least) for least in grid]
        found.append(max(scored)[2])
    return tuple(found)
