"""The confidence of a relation: a probability, higher where its kind, cue and source are better."""

from __future__ import annotations

import pytest
from hypothesis import given

from framing.article import Article
from framing.lexicon.load import of_kind
from framing.lexicon.reliability import log_odds, reliability
from framing.scoring import analyser
from tests.strategies import anything, news

ANALYSER = analyser(())  # compiled before the tests are timed


def confidence(text: str) -> float:
    (passage,) = ANALYSER.document(Article(id="1", text=text)).passages
    return passage.attributions[0].confidence


@given(anything | news)
def test_it_is_a_probability(text):
    for passage in ANALYSER.document(Article(id="1", text=text)).passages:
        assert all(0 < made.confidence < 1 for made in passage.attributions)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("“The ferry will sail on Monday,” Maret Dunn said.", "“The ferry will sail on Monday.”"),
        ("“The ferry will sail on Monday,” Maret Dunn said.", "Maret Dunn said the ferry would sail on Monday."),
        ("Maret Dunn said that the ferry would sail.", "Maret Dunn said the ferry would sail."),
        ("Maret Dunn said the ferry would sail.", "It was said the ferry would sail."),
        ("Maret Dunn said the ferry would sail.", "Maret Dunn considered the ferry lost for the year."),
        ("Maret Dunn said the ferry would sail.", "Maret Dunn said no."),
    ],
)
def test_what_tells_more_is_believed_more(better, worse):
    assert confidence(better) > confidence(worse)


def test_every_cue_that_was_counted_is_an_entry():
    entries = {lexicon.name_of(entry) for lexicon in of_kind("reporting") for entry in lexicon.entries}

    assert set(reliability().cues) <= entries


def test_a_cue_seldom_met_is_believed_like_any_other():
    assert log_odds(0, 0, 0) == reliability().of_cue("none of ours")
    assert log_odds(2, 2, 2) < log_odds(20, 20, 20)
    assert log_odds(2, 0, 0) > log_odds(20, 0, 0)
