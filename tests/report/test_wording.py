"""Rounding, plural forms and which differences are put into words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from framing.evidence import Measure
from framing.report import wording
from framing.report.contrasts import strongest


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0%"), (0.001, "<1%"), (0.005, "0%"), (0.126, "13%"), (0.997, ">99%"), (1, "100%")],
)
def test_a_trace_is_not_nothing_and_nearly_all_is_not_all(value: float, text: str) -> None:
    assert wording.percent(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (0.04, "0.0"), (9.96, "10.0"), (99.97, "100"), (1234.5, "1,234")]
)
def test_rates(value: float, text: str) -> None:
    assert wording.rate(value) == text


@pytest.mark.parametrize(("value", "text"), [(3, "3"), (2.5, "2.5"), (12000, "12,000")])
def test_counts(value: float, text: str) -> None:
    assert wording.count(value) == text


def test_no_words_no_rate() -> None:
    printed = wording.number(Measure.rate("x", 0, 0), "per 1,000 words", href="#somewhere")

    assert (printed.text, printed.value, printed.href) == ("–", "", "")


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (["2031-05-02", "2031-05-02", None], "2 May 2031"),
        (["2031-05-03", "2031-05-01"], "1 May 2031 to 3 May 2031"),
        ([None], ""),
    ],
)
def test_periods(days: list[str | None], text: str) -> None:
    assert wording.period([dt.date.fromisoformat(day) if day else None for day in days]) == text


@pytest.mark.parametrize(
    ("text", "short"),
    [("a b", "a b"), ("one two three four", "one two…"), ("x" * 40, "x" * 12 + "…"), (" a\n b ", "a b")],
)
def test_shortened(text: str, short: str) -> None:
    assert wording.shortened(text, 12) == short


def group(name: str) -> Any:
    """Something with a name: contrasts do not look further."""
    return name


def rate(count: float, words: float) -> Measure:
    """A rate per 1,000 words."""
    return Measure.rate("x", count, words)


def test_a_difference_that_two_misread_passages_would_undo_is_not_named() -> None:
    weak = strongest([(group("A"), rate(6, 1000)), (group("B"), rate(2, 1000))])
    strong = strongest([(group("A"), rate(12, 1000)), (group("B"), rate(2, 1000))])

    assert weak
    assert not weak.holds
    assert strong
    assert strong.holds
    assert (strong.high, strong.low, strong.strength) == ("A", "B", 2.5)


def test_a_difference_resting_on_few_passages_is_not_named() -> None:
    few = strongest([(group("A"), rate(4, 200)), (group("B"), rate(0, 9000))])

    assert few
    assert not few.holds


@pytest.mark.parametrize("values", [[], [("A", rate(9, 1000))], [("A", rate(9, 50)), ("B", rate(0, 1000))]])
def test_too_little_text_is_not_compared(values: list[tuple[Any, Measure]]) -> None:
    assert strongest(values) is None
