"""Hedges, boosters and evidentials, apart from the words that report."""

from __future__ import annotations

import pytest

from framing.scorers.hedging import HedgingScorer

ROAD = 'The road may be open. "It is clearly shut," Lavrov said. He reportedly claimed that it might open.'


def found_in(found, label: str) -> list[tuple[str, str]]:
    return [(each.surface, each.voice) for each in found.evidence if each.label == label]


def test_each_kind_is_found_with_its_voice(score):
    found = score(HedgingScorer(), ROAD)

    assert found_in(found, "booster") == [("clearly", "direct")]
    assert found_in(found, "hedge") == [("may", "narration"), ("reportedly", "narration"), ("might", "indirect")]


@pytest.mark.parametrize(
    ("name", "numerator", "denominator"),
    [
        ("hedge_per_1000", 3, 18), ("hedge_own_per_1000", 2, 10), ("hedge_quoted_per_1000", 1, 8),
        ("booster_per_1000", 1, 18), ("booster_own_per_1000", 0, 10), ("booster_quoted_per_1000", 1, 8),
    ],
)  # fmt: skip
def test_rates_are_over_the_words_of_the_voice(score, name, numerator, denominator):
    assert score(HedgingScorer(), ROAD).parts(name) == (numerator, denominator)


def test_a_word_that_reports_is_no_hedge(score):
    found = score(HedgingScorer(), "The mayor alleged that the road was open. The alleged thief ran.")

    assert found_in(found, "hedge") == [("alleged", "narration")]
    assert found.evidence[0].start > 40


def test_lexicons_can_be_chosen():
    names = list(HedgingScorer(lexicons=["boosters"]).get_feature_names_out())

    assert names == ["booster_per_1000", "booster_own_per_1000", "booster_quoted_per_1000"]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The talks might fail.", "hedge"), ("It seems that the talks failed.", "hedge"),
        ("Perhaps the talks failed.", "hedge"), ("The talks clearly failed.", "booster"),
        ("The talks undoubtedly failed.", "booster"), ("Of course the talks failed.", "booster"),
    ],
)  # fmt: skip
def test_plain_examples(score, sentence, label):
    assert [each.label for each in score(HedgingScorer(), sentence).evidence] == [label]


@pytest.mark.parametrize(
    "sentence", ["The talks failed in May.", "The military might of the empire grew.", "The road is open."]
)
def test_nothing_is_hedged(score, sentence):
    assert score(HedgingScorer(), sentence).evidence == ()
