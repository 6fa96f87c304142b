"""Who is quoted, how often, and in how many words."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.scorers.sources import SourceScorer, entropy

ROAD = (
    '"The road is open," Lavrov said. Kyiv said the bridge was "very wet". A fisherman said the pier was gone. '
    "It rained."
)


def test_each_statement_is_found_with_the_words_it_owns(score):
    found = score(SourceScorer(), ROAD).evidence

    assert [(each.label, each.entry, each.actor, each.role, each.weight) for each in found] == [
        ("RUS", "direct", "RUS", "government", 4),
        ("UKR", "mixed", "UKR", "government", 5),
        ("unresolved", "indirect", None, "citizen", 4),
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("quotations", 3),
        ("quotations_direct_share", 1 / 3),
        ("quotations_indirect_share", 1 / 3),
        ("quotations_mixed_share", 1 / 3),
        ("quoted_words_share", 13 / 22),
        ("sources_effective_number", 2),
        ("sources_official_share", 2 / 3),
        ("sources_unresolved_share", 1 / 3),
        ("sources_unnamed_share", 0),
    ],
)
def test_counts_and_shares(score, name, value):
    assert score(SourceScorer(), ROAD)[name] == pytest.approx(value)


def test_a_word_in_a_statement_inside_another_belongs_to_the_inner_one(score):
    found = score(SourceScorer(), "Lavrov said that Kyiv had denied that the bridge was gone.")

    assert [(each.actor, each.weight) for each in found.evidence] == [("RUS", 4), ("UKR", 5)]
    assert found.parts("quoted_words_share") == (9, 11)


def test_where_nobody_is_quoted_there_are_no_shares(score):
    found = score(SourceScorer(), "It rained.")

    assert (found["quotations"], found["quoted_words_share"]) == (0, 0)
    assert math.isnan(found["quotations_direct_share"])
    assert math.isnan(found["sources_effective_number"])


def test_an_unnamed_source_counts_as_one(score):
    assert score(SourceScorer(), "Sources said the road was open.")["sources_unnamed_share"] == 1


COUNTS = st.lists(st.integers(1, 50), min_size=1, max_size=8)


@given(COUNTS)
def test_the_effective_number_lies_between_one_and_the_number_of_sources(counts):
    assert 1 - 1e-9 <= math.exp(entropy(counts)) <= len(counts) + 1e-9


@given(st.integers(1, 30), st.integers(1, 8))
def test_sources_quoted_equally_are_as_many_as_they_are(count, sources):
    assert math.exp(entropy([count] * sources)) == pytest.approx(sources)


@given(COUNTS)
def test_a_source_more_never_quoted_changes_nothing(counts):
    assert entropy([*counts, 0]) == entropy(counts)
