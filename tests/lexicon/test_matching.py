"""What is found where: word boundaries, marks, capitals, overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon.fold import Folded, fold
from framing.lexicon.matching import Hit, Matcher, Pattern, longest
from tests.strategies import news


def found(surface: str, text: str, *, case: bool = False, open_end: bool = False) -> list[str]:
    """The stretches of a text that a single pattern finds."""
    [hits] = Matcher([[Pattern(surface, surface, case, open_end)]]).find(Folded.of(text))
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("surface", "text", "expected"),
    [
        ("war", "War, a warden, post-war wars; war", ["War", "war", "war"]),
        ("war", "пwar warя 1war war2", []),
        ("war", "", []),
        ("war", "(war)“war”war's—war", ["war"] * 4),
        ("troop build-up", "The troop build-up; troop build–up; troop build up", ["troop build-up", "troop build–up",
         "troop build up"]),
        ("on the border", "on the\nborder, on the\u00a0border", ["on the\nborder", "on the\u00a0border"]),
        ("on the border", "on the\n\nborder, on  the border", []),
        ("u.s.", "The U.S. said. The US said. The U.S said. In the U.S.", ["U.S.", "U.S", "U.S."]),
        ("'s claim", "Kyiv's claim, Kyiv’s claim, claims claim", ["'s claim", "’s claim"]),
        ("don't", "Don't, don’t, dont", ["Don't", "don’t"]),
        ('called "', 'He called "it"; he called it', ['called "']),
        ("$", "$5 or 5$ or US$5", ["$", "$", "$"]),
        ("-", "a - b-c", []),
        ("!!!", "No!!!", []),
        ("", "a b", []),
        ("attaché", "The attaché, the ATTACHÉ", ["attaché", "ATTACHÉ"]),
    ],
)  # fmt: skip
def test_terms_stand_between_word_boundaries(surface, text, expected):
    assert found(surface, text) == expected


def test_an_open_end_takes_any_ending():
    assert found("sanction", "Sanctions sanctioned a sanction; unsanctioned", open_end=True) == [
        "Sanctions",
        "sanctioned",
        "sanction",
    ]


@pytest.mark.parametrize(
    ("surface", "text", "expected"),
    [
        ("May", "May may MAY", ["May", "MAY"]),
        ("US", "US us Us", ["US"]),
        ("U.S.", "U.S. u.s.", ["U.S."]),
        ("Crimea", "CRIMEA IS CALM, crimea", ["CRIMEA"]),
    ],
)
def test_capitals_agree_where_they_must(surface, text, expected):
    assert found(surface, text, case=True) == expected


def test_all_occurrences_are_reported_and_the_longest_is_kept():
    [hits] = Matcher([[Pattern("war", 1), Pattern("war crime", 2), Pattern("crime", 3)]]).find(Folded.of("a war crime"))

    assert sorted(hits) == [Hit(2, 5, 1), Hit(2, 11, 2), Hit(6, 11, 3)]
    assert longest(hits) == [Hit(2, 11, 2)]


def test_vocabularies_are_kept_apart_and_may_share_a_term():
    matcher = Matcher([[Pattern("talks", "diplomacy")], [], [Pattern("talks", "sport")]])

    assert matcher.find(Folded.of("Talks failed")) == [[Hit(0, 5, "diplomacy")], [], [Hit(0, 5, "sport")]]


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([(0, 11), (0, 3), (6, 11)], [(0, 11)]),
        ([(0, 5), (3, 12)], [(3, 12)]),
        ([(0, 5), (3, 8), (9, 12)], [(0, 5), (9, 12)]),
        ([(0, 5), (5, 8)], [(0, 5), (5, 8)]),
        ([], []),
    ],
)
def test_the_longest_of_overlapping_hits_is_kept(spans, kept):
    assert longest([Hit(start, end, "") for start, end in spans]) == [Hit(start, end, "") for start, end in kept]


HITS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=10).map(
    lambda given: [Hit(start, start + size, "") for start, size in sorted(given, key=lambda hit: (hit[0], -hit[1]))]
)


@given(HITS)
def test_kept_hits_never_overlap_and_none_is_dropped_but_for_one_as_long(hits):
    kept = longest(hits)

    assert all(one.end <= other.start for one, other in pairwise(kept))
    for at, hit in enumerate(hits):
        others = [one for one in hits[:at] + hits[at + 1 :] if hit.start < one.end and one.start < hit.end]
        assert hit in kept or any(one.end - one.start >= hit.end - hit.start for one in others)


@given(news, st.sampled_from(["no", "u.s.", "the kremlin", "said", "build-up", "москва заявила", "may"]))
def test_a_hit_is_its_surface_in_any_text(text, surface):
    for stretch in found(surface, text):
        assert fold(stretch).replace("-", " ").rstrip(".") == surface.replace("-", " ").rstrip(".")
