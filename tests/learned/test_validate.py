"""Folds, figures and intervals."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.learned.validate import best_thresholds, calibration_error, figures, folds, interval, macro_f1


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=60), st.integers(2, 5))
def test_a_group_is_in_one_fold(groups, number):
    found = folds(groups, number)

    assert all(
        len({fold for fold, name in zip(found.tolist(), groups, strict=True) if name == group}) == 1 for group in groups
    )
    assert set(found.tolist()) <= set(range(number))


def test_folds_are_of_like_size():
    assert np.bincount(folds([str(at) for at in range(23)], 5)).tolist() == [5, 5, 5, 4, 4]


def test_figures_are_those_of_counting():
    given_ = np.array([[True], [True], [False], [False]])
    true = np.array([[True], [False], [True], [False]])
    [each] = figures(["x"], given_, true)

    assert (each.precision, each.recall, each.f1, each.number) == (0.5, 0.5, 0.5, 2)
    assert macro_f1(given_, true) == 0.5


def test_an_interval_holds_its_figure_and_is_wider_for_groups():
    chance = np.random.default_rng(1)
    true = chance.random((400, 1)) < 0.4
    group = [str(at // 10) for at in range(400)]
    wrong = np.repeat(chance.random(40) < 0.3, 10)[:, None]
    given_ = true ^ wrong
    single, grouped = interval(given_, true), interval(given_, true, group)

    assert single is not None
    assert grouped is not None
    assert single[0] < macro_f1(given_, true) < single[1]
    assert grouped[1] - grouped[0] > 1.5 * (single[1] - single[0])
    assert interval(given_[:29], true[:29]) is None


@pytest.mark.parametrize(("probability", "error"), [(0.5, 0.0), (0.9, 0.4)])
def test_calibration_is_the_distance_of_probability_and_share(probability, error):
    found = calibration_error(np.full(10, probability), np.arange(10) % 2 == 0)

    assert found == pytest.approx(error)


def test_a_threshold_is_where_f1_is_highest():
    probable = np.array([[0.25], [0.35], [0.45], [0.1]])

    assert best_thresholds(probable, np.array([[False], [True], [True], [False]])) == (0.35,)
