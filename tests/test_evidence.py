from __future__ import annotations

import inspect
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.evidence import QUOTED_VOICES, Evidence, Measure, ScoreCard

PARTS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 2000)), min_size=1, max_size=6)


def evidence(**fields) -> Evidence:
    given = dict.fromkeys(inspect.signature(Evidence).parameters, "")
    return Evidence(**given | {"voice": "narration"} | fields)


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        (Measure.rate("threat_per_1000", 3, 600), 5.0),
        (Measure.share("threat_sentences", 1, 4), 0.25),
        (Measure.mean("grade", 9.5, 200), 9.5),
        (Measure.count("quotations", 7), 7),
        (Measure.count("quotations", 0), 0),
        (Measure.rate("threat_per_1000", 0, 600), 0.0),
    ],
)
def test_a_measure_is_its_parts(measure, value):
    assert measure.value == value


@pytest.mark.parametrize("make", [Measure.rate, Measure.share, Measure.mean])
def test_where_nothing_could_be_counted_there_is_no_number(make):
    assert math.isnan(make("any", 0, 0).value)


@given(PARTS)
def test_pooled_rates_are_those_of_the_joined_texts(parts):
    pooled = Measure.pooled([Measure.rate("r", count, words) for count, words in parts])

    assert pooled == Measure.rate("r", sum(count for count, _ in parts), sum(words for _, words in parts))


def test_pooled_means_are_weighted():
    assert Measure.pooled([Measure.mean("m", 10, 300), Measure.mean("m", 20, 100)]).value == 12.5


def test_an_article_without_words_changes_no_pooled_number():
    assert Measure.pooled([Measure.rate("r", 3, 600), Measure.rate("r", 0, 0)]).value == 5.0


def test_pooled_counts_are_sums():
    assert Measure.pooled([Measure.count("q", 2), Measure.count("q", 3)]) == Measure.count("q", 5)


def test_only_narration_is_the_outlets_own():
    assert evidence(voice="narration").own
    assert not any(evidence(voice=voice).own for voice in QUOTED_VOICES)


def test_evidence_cannot_be_changed():
    with pytest.raises(AttributeError):
        evidence().start = 3


def test_a_card_gives_measures_by_name_and_in_order():
    measures = (Measure.count("a", 1), Measure.count("b", 2))
    card = ScoreCard("x", "The Harbour Post", measures)

    assert tuple(card) == measures
    assert card["b"].value == 2
    with pytest.raises(KeyError):
        card["c"]
