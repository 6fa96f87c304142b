"""Reporting words by the reporter's stance and by what the source does."""

from __future__ import annotations

import math

import pytest

from framing.lexicon.schema import ACTS, STANCES
from framing.scorers.reporting import ReportingScorer

ROAD = "The mayor said the road was open. Lavrov claimed that it was shut. Kyiv confirmed that it was wet. It rained."


def test_each_cue_is_found_with_the_actor_it_reports(score):
    found = score(ReportingScorer(), ROAD).evidence

    assert [(each.surface, each.label, each.voice, each.actor) for each in found] == [
        ("said", "neutral:say", "narration", None),
        ("claimed", "distancing:assert", "narration", "RUS"),
        ("confirmed", "endorsing:say", "narration", "UKR"),
    ]


@pytest.mark.parametrize(
    ("name", "numerator", "denominator"),
    [
        ("reports_per_1000", 3, 21),
        ("reports_neutral_share", 1, 3),
        ("reports_distancing_share", 1, 3),
        ("reports_say_share", 2, 3),
        ("reports_deny_share", 0, 3),
    ],
)
def test_rates_and_shares(score, name, numerator, denominator):
    assert score(ReportingScorer(), ROAD).parts(name) == (numerator, denominator)


def test_shares_of_stances_and_of_acts_add_up(score):
    found = score(ReportingScorer(), ROAD)

    assert sum(found[f"reports_{stance}_share"] for stance in STANCES) == pytest.approx(1)
    assert sum(found[f"reports_{act}_share"] for act in ACTS) == pytest.approx(1)


def test_without_reports_there_are_no_shares(score):
    found = score(ReportingScorer(), "It rained.")

    assert found["reports_per_1000"] == 0
    assert math.isnan(found["reports_neutral_share"])


@pytest.mark.parametrize("text", ["The claims were paid.", "Needless to say, it rained.", "The stated aim is peace."])
def test_a_word_that_only_looks_like_a_report_does_not_count(score, text):
    assert score(ReportingScorer(), text).evidence == ()


def test_the_voice_is_that_of_whoever_uses_the_word(score):
    found = score(ReportingScorer(), "Lavrov said that Kyiv had denied that the bridge was gone.").evidence

    assert [(each.surface, each.voice, each.actor) for each in found] == [
        ("said", "narration", "RUS"),
        ("denied", "indirect", "UKR"),
    ]
