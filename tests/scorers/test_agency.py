"""Deeds by how they are told; the reading of sentences is tested with the structure."""

from __future__ import annotations

import math

import pytest

from framing.scorers.agency import FORMS, AgencyScorer

WAR = (
    "Moscow attacked Kyiv. Kyiv was attacked by Moscow. Two men were killed. Clashes erupted. "
    'Warsaw did not attack Minsk. "We arrested two Poles," Lavrov said.'
)


def test_each_deed_is_found_with_who_does_it_to_whom_and_in_whose_voice(score):
    found = score(AgencyScorer(), WAR).evidence

    assert [(each.surface, each.label, each.actor, each.target, each.polarity, each.voice) for each in found] == [
        ("attacked", "active", "RUS", "UKR", "asserted", "narration"),
        ("was attacked", "passive", "RUS", "UKR", "asserted", "narration"),
        ("were killed", "agentless", None, None, "asserted", "narration"),
        ("Clashes", "happening", None, None, "asserted", "narration"),
        ("attack", "active", "POL", "BLR", "denied", "narration"),
        ("arrested", "active", None, "POL", "asserted", "direct"),
    ]


@pytest.mark.parametrize(
    ("name", "numerator", "denominator"),
    [
        ("agency_per_1000", 5, 25),
        ("agency_active_share", 2, 5),
        ("agency_agentless_share", 1, 5),
        ("agency_unnamed_share", 2, 5),
        ("agency_violence_share", 4, 5),
        ("agency_coercion_share", 1, 5),
    ],
)
def test_shares_are_over_the_deeds_told_as_done(score, name, numerator, denominator):
    assert score(AgencyScorer(), WAR).parts(name) == (numerator, denominator)


def test_shares_of_forms_and_of_classes_add_up(score):
    found = score(AgencyScorer(), WAR)

    assert sum(found[f"agency_{form}_share"] for form in FORMS) == pytest.approx(1)
    assert sum(found[f"agency_{label}_share"] for label in ("violence", "coercion", "support")) == pytest.approx(1)


def test_without_deeds_there_are_no_shares(score):
    found = score(AgencyScorer(), "It rained.")

    assert found["agency_per_1000"] == 0
    assert math.isnan(found["agency_active_share"])


def test_a_word_that_reports_is_no_deed(score):
    assert score(AgencyScorer(), "Critics slammed the budget. The mayor defended the plan, he said.").evidence == ()
