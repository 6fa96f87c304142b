"""Intervals: by whole clusters, deterministic, as wide as they should be."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.compare.contrasts import Contrast, contrasts, side
from framing.compare.intervals import estimates, point, pooled
from framing.compare.units import Units, numbered
from framing.errors import UsageError


def made(passages, words, groups, clusters=None, scale=1000.0) -> Units:
    n = np.array(passages, dtype=float).reshape(-1, 1)
    d = np.array(words, dtype=float).reshape(-1, 1)
    labels = clusters or [""] * len(groups)
    return Units(("threat_per_1000",), n, d, np.array([scale]), np.array(groups), numbered(labels))


def invented(size=40, outlets=2, seed=3, clusters=None) -> Units:
    random = np.random.default_rng(seed)
    words = random.integers(200, 800, size * outlets)
    rates = np.repeat(np.linspace(4, 8, outlets), size) * random.gamma(2, 0.5, size * outlets)
    groups = np.repeat(np.arange(outlets), size).tolist()
    return made(random.poisson(rates * words / 1000), words, groups, clusters)


def against(units: Units, **options) -> list[Contrast]:
    names = [f"g{at}" for at in range(int(units.groups.max()) + 1)]
    return list(contrasts(names, units.groups, range(len(names)), **options))


def test_values_are_ratios_of_sums():
    units = made([1, 3, 2, 0], [100, 300, 500, 500], [0, 0, 1, 1])
    [one] = estimates(units, against(units), count=99)

    assert one.value[0] == pytest.approx(10)
    assert one.rest[0] == pytest.approx(2)
    assert one.difference[0] == pytest.approx(8)


def test_the_standard_error_is_that_of_a_ratio_over_clusters():
    units = invented()
    [contrast] = against(units)
    _, error = point(units, contrast)
    variance = 0.0
    for group in (0, 1):
        inside = units.groups == group
        n, d = units.numerators[inside, 0], units.denominators[inside, 0]
        variance += ((n - n.sum() / d.sum() * d) ** 2).sum() / d.sum() ** 2

    assert error[0] == pytest.approx(1000 * variance**0.5)


def test_the_same_seed_gives_the_same_interval_and_another_nearly_so():
    units = invented()
    first, again, other = (estimates(units, against(units), count=1999, seed=seed)[0] for seed in (0, 0, 1))

    assert (first.low[0], first.high[0], first.p[0]) == (again.low[0], again.high[0], again.p[0])
    assert other.low[0] != first.low[0]
    assert other.low[0] == pytest.approx(first.low[0], abs=0.4)


def test_articles_about_one_event_are_not_counted_as_many():
    """Each article four times over: as many articles, no more to go by."""
    units = invented(size=10)
    four = Units(
        units.names,
        np.repeat(units.numerators, 4, axis=0),
        np.repeat(units.denominators, 4, axis=0),
        units.scales,
        np.repeat(units.groups, 4),
        np.repeat(np.arange(20), 4),
    )
    careless = Units(four.names, four.numerators, four.denominators, four.scales, four.groups, np.arange(80))
    [one], [careful], [wrong] = (estimates(each, against(each), count=999) for each in (units, four, careless))

    assert careful.error[0] == pytest.approx(one.error[0])
    assert careful.high[0] - careful.low[0] == pytest.approx(one.high[0] - one.low[0], rel=1e-6)
    assert wrong.error[0] == pytest.approx(one.error[0] / 2)


def test_events_that_both_outlets_cover_make_their_difference_surer():
    random = np.random.default_rng(1)
    events = random.gamma(1, 1, 40)
    words = np.full(80, 500)
    passages = random.poisson(np.concatenate((events * 5, events * 4)) * 2)
    groups = [0] * 40 + [1] * 40
    labels = [f"e{at}" for at in range(40)] * 2
    [apart] = estimates(made(passages, words, groups), against(made(passages, words, groups)), count=999)
    together = made(passages, words, groups, labels)
    [shared] = estimates(together, against(together), count=999)

    assert together.shared
    assert shared.difference[0] == pytest.approx(apart.difference[0])
    assert shared.error[0] < 0.8 * apart.error[0]


def test_each_other_outlet_counts_the_same_whatever_its_size():
    units = made([2] * 10 + [4] * 10 + [8] * 90, [1000] * 110, [0] * 10 + [1] * 10 + [2] * 90)
    found = estimates(units, against(units), count=99)

    assert found[0].rest[0] == pytest.approx(6)


def test_few_clusters_reach_no_further_than_student_allows():
    """Five events can be drawn in so few ways that the draws would call anything different."""
    units = made([1, 2, 1, 2, 1, 6, 7, 6, 7, 6], [1000] * 10, [0] * 5 + [1] * 5)
    [one] = estimates(units, against(units), count=999)

    assert one.critical[0] >= 2.3
    assert one.p[0] > 1e-4


def test_a_group_without_a_single_passage_is_not_sure_never_to_have_one():
    units = made([0] * 12 + [1] * 12, [400] * 24, [0] * 12 + [1] * 12)
    [one] = estimates(units, against(units), count=999)

    assert one.error[0] > 0
    assert np.isfinite(one.high[0] - one.low[0])


def test_nothing_counted_gives_no_interval():
    units = made([0] * 6, [0, 0, 0, 10, 10, 10], [0] * 3 + [1] * 3)
    [one] = estimates(units, against(units), count=99)

    assert np.isnan([one.value[0], one.low[0], one.high[0], one.p[0]]).all()


def test_many_clusters_are_drawn_in_bundles_and_say_the_same():
    units = invented(size=900)
    few = pooled(units, most=100)
    [whole], [bundled] = ([estimates(each, against(each), count=999)[0]] for each in (units, few))

    assert few.n_clusters == 200
    assert bundled.difference[0] == pytest.approx(whole.difference[0])
    assert bundled.error[0] == pytest.approx(whole.error[0], rel=0.2)
    assert whole.critical[0] == pytest.approx(1.97, abs=0.12)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.1, 10))
def test_an_interval_holds_its_own_difference_and_follows_the_scale(seed, factor):
    units = invented(size=12, seed=seed)
    scaled = made(units.numerators, units.denominators, units.groups.tolist(), scale=1000 * factor)
    [one], [other] = (estimates(each, against(each), count=199) for each in (units, scaled))

    assert one.low[0] <= one.difference[0] <= one.high[0]
    assert other.low[0] == pytest.approx(factor * one.low[0], rel=1e-6, abs=1e-9)
    assert 0 < one.p[0] <= 1
    assert (one.p[0] <= 0.05) == (one.low[0] > 0 or one.high[0] < 0) or abs(one.p[0] - 0.05) < 0.02


def test_pairs_and_a_baseline():
    groups = np.array([0, 1, 2])
    pairs = list(contrasts("abc", groups, [0, 1, 2], design="pairs"))
    base = list(contrasts("abc", groups, [0, 1, 2], baseline="b"))

    assert [(each.group, each.other) for each in pairs] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert [(each.group, each.other) for each in base] == [("a", "b"), ("c", "b")]
    with pytest.raises(UsageError, match="no group"):
        list(contrasts("abc", groups, [0, 1, 2], baseline="d"))


def test_weights_of_a_side_add_up_to_its_articles():
    assert side(np.array([0, 1, 1, 2]), [1, 2]).sum() == pytest.approx(3)
