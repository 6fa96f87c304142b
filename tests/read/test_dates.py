from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.read.dates import parse_date

DAY = datetime.date(2022, 1, 12)


@pytest.mark.parametrize(
    "value",
    [
        "2022-01-12",
        "2022-01-12T23:59:59Z",
        "2022-01-12 23:10:00+03:00",
        "20220112",
        "2022/1/12",
        "2022.01.12",
        "Wed, 12 Jan 2022 23:10:00 -0500",
        "12 January 2022",
        "12th of Jan. 2022",
        "January 12, 2022",
        "Jan 12 2022 10:30 AM",
        "Published: Wednesday, January 12th, 2022",
        "1642000000",
        "1642000000000",
        1642000000,
        1642000000.5,
        DAY,
        datetime.datetime(2022, 1, 12, 23, 59),
    ],
)
def test_days_are_understood_in_many_ways_of_writing(value):
    assert parse_date(value) == DAY


@pytest.mark.parametrize(
    "value",
    ["03/04/2022", "last week", "", "2022", "2022-13-45", "32 January 2022", "30 February 2022", "12 2022", "١٢",
     None, True, 7, 1e300, float("nan"), float("inf"), [2022, 1, 12]],
)  # fmt: skip
def test_what_may_be_two_days_or_none_is_not_guessed(value):
    assert parse_date(value) is None


@given(st.dates(datetime.date(1900, 1, 1)))
def test_every_day_comes_back(day):
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day:%d %B} {day.year:04}") == day


@given(st.one_of(st.text(), st.text("0123456789 -/:,.TZ+janfebw"), st.floats(), st.integers()))
def test_anything_else_is_a_day_or_none(value):
    assert parse_date(value) is None or isinstance(parse_date(value), datetime.date)
