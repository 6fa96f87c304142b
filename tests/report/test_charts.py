"""Geometry: scales, bars and what fits into them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.report.charts import Line, Scale, Share, Value, Whole, panel, stack
from framing.report.phrase import Number


def number(text: str) -> Number:
    """A printed number."""
    return Number(text, text, "m", "1", "1", "g1")


@given(st.lists(st.floats(0, 1e6) | st.just(math.nan), max_size=10))
def test_scales_begin_at_zero_and_hold_everything(values: list[float]) -> None:
    scale = Scale(values)

    assert scale.ticks[0].label == "0"
    assert scale.ticks[0].x == "0%"
    assert scale.ticks[-1].x == "100%"
    assert 2 <= len(scale.ticks) <= 7
    for value in values:
        if not math.isnan(value):
            assert 0 <= float(scale.at(value)[:-1]) <= 100


@pytest.mark.parametrize(
    ("most", "labels"), [(0, ["0", "1"]), (3.1, ["0", "1", "2", "3", "4"]), (20, ["0", "5", "10", "15", "20"])]
)
def test_ticks_are_round(most: float, labels: list[str]) -> None:
    assert [tick.label for tick in Scale([most]).ticks] == labels


def test_a_panel_joins_what_differs_and_leaves_out_what_is_not_there() -> None:
    own, said, nothing = (
        Value(v, s, number(str(v))) for v, s in ((2.0, "solid"), (4.0, "hollow"), (math.nan, "hollow"))
    )
    drawn = panel(
        "p", "T", "c1", ("Own", "Quoted"), [Line("g1", "A", (own, said)), Line("g2", "B", (own, nothing))], Scale([4.0])
    )

    assert drawn.rows[0].join == ("50%", "100%")
    assert drawn.rows[1].join is None
    assert [dot.shape for dot in drawn.rows[1].dots] == ["solid"]
    assert len(drawn.rows[1].figures) == 2


@given(st.lists(st.integers(0, 50), min_size=1, max_size=7).filter(any))
def test_bars_add_up_to_the_whole(amounts: list[int]) -> None:
    parts = tuple(Share(n / sum(amounts), "k1", "ABC", number("9%")) for n in amounts)
    bar = stack("s", "m", "T", "alt", [Whole("g1", "A", "all", parts)]).bars[0]

    assert sum(float(part.width[:-1]) for part in bar.segments) == pytest.approx(100, abs=0.1)
    assert len(bar.segments) == sum(n > 0 for n in amounts)


@pytest.mark.parametrize(("share", "label"), [(0.5, "RUS 50%"), (0.13, "50%"), (0.02, "")])
def test_bars_say_as_much_as_fits(share: float, label: str) -> None:
    parts = (Share(share, "k1", "RUS", number("50%")),)

    assert stack("s", "m", "T", "alt", [Whole("g1", "A", "all", parts)]).bars[0].segments[0].label == label
