"""Scare quotes: words at a distance, and quotation marks that are something else."""

from __future__ import annotations

import pytest

from framing.article import Article
from framing.scorers.hedging import HedgingScorer
from framing.structure.scare_quotes import scare_quotes

SCORER = HedgingScorer(lexicons=["distance"]).fit()


def kept_apart(text: str) -> list[str]:
    """The words in scare quotes of a text."""
    document = SCORER.analyser_.document(Article("a", text))
    return [span.of(text) for passage in document.passages for span in scare_quotes(passage)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Their "peacekeepers" held the bridge.', ["peacekeepers"]),
        ("Their “peacekeepers” held the bridge.", ["peacekeepers"]),
        ('The "people\'s court" sat on Monday.', ["people's court"]),
        ('The "vote" and the "count" took a day.', ["vote", "count"]),
    ],
)
def test_words_that_nobody_is_quoted_for_are_kept_apart(text, words):
    assert kept_apart(text) == words


@pytest.mark.parametrize(
    "text",
    [
        'The minister called the vote "illegal".',
        'The ministry said the "vote" was over.',
        '"We are ready," he said.',
        'The word "vote" has four letters.',
        'He sang "Yellow Submarine" in the bus.',
        'The plan, known as "north wind", failed.',
        'She read a long letter: "we have decided to leave the town for good tomorrow".',
        '"Never again."',
    ],
)
def test_quotations_titles_and_words_spoken_of_are_not(text):
    assert kept_apart(text) == []
