"""Agreement of coders: nltk's coefficients, with intervals of items."""

from __future__ import annotations

import math
import random

import pytest
from nltk.metrics.agreement import AnnotationTask

from framing.compare.agreement import agreement
from framing.errors import UsageError


def codings(seed: int, items: int = 60, coders: int = 2, right: float = 0.8) -> list[tuple[str, str, str]]:
    chance = random.Random(seed)
    rows = []
    for item in range(items):
        true = chance.choice("abc")
        rows += [
            (f"coder {coder}", f"{item:03}", true if chance.random() < right else chance.choice("abc"))
            for coder in range(coders)
        ]
    return rows


@pytest.mark.parametrize(("seed", "coders"), [(1, 2), (2, 3), (3, 5)])
def test_values_are_those_of_nltk_and_stand_inside_their_intervals(seed, coders):
    rows = codings(seed, coders=coders)
    task = AnnotationTask(data=rows)
    alpha, kappa = agreement(rows, draws=399)

    assert alpha.value == pytest.approx(task.alpha())
    assert kappa.value == pytest.approx(task.pi())
    for each in (alpha, kappa):
        assert each.low < each.value < each.high
        assert (each.items, each.coders, each.codings) == (60, coders, 60 * coders)


def test_the_interval_is_made_with_the_same_formula():
    """The bootstrap has formulas of its own; on the whole sample they must give the value."""
    import numpy as np

    from framing.compare.agreement import _alpha, _counts, _kappa

    rows = codings(4, coders=3)
    items = {}
    for coder, item, code in rows:
        items.setdefault(item, {})[coder] = code
    counts = _counts(items)
    alpha, kappa = agreement(rows, draws=99)
    once = np.ones((1, len(items)))

    assert _alpha(counts, once)[0] == pytest.approx(alpha.value, abs=1e-9)
    assert _kappa(counts, once)[0] == pytest.approx(kappa.value, abs=1e-9)


def test_more_items_make_a_narrower_interval():
    few, many = (agreement(codings(5, items=count), draws=399)[0] for count in (30, 300))

    assert many.high - many.low < few.high - few.low


def test_items_of_one_coder_are_left_out_and_uneven_ones_have_no_kappa():
    rows = [*codings(6), ("coder 0", "alone", "a"), ("coder 2", "000", "a")]
    alpha, kappa = agreement(rows, draws=99)

    assert alpha.items == 60
    assert math.isfinite(alpha.value)
    assert math.isnan(kappa.value)


def test_one_code_for_all_agrees_about_nothing():
    rows = [(coder, str(item), "a") for item in range(5) for coder in "xy"]

    assert all(math.isnan(each.value) for each in agreement(rows))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("x", "1", "a"), ("x", "1", "b")], "twice"),
        ([("x", "1", "a"), ("y", "2", "b")], "no item was coded twice"),
        ([], "no item was coded twice"),
    ],
)
def test_codings_that_cannot_agree_are_refused(rows, message):
    with pytest.raises(UsageError, match=message):
        agreement(rows)
