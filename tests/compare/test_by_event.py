"""Events become a column to group by; copies are left out on request, and listed."""

from __future__ import annotations

from dataclasses import replace

from framing import pipeline
from framing.compare.by_event import counted_once, with_events
from tests.compare.newsroom import event

ARTICLES = event(1) + event(2, day=90)
COPY = replace(ARTICLES[0], id="e1-9", outlet="Brenn Ledger", origin="coverage.csv, row 9")


def test_every_article_gets_its_event():
    named = with_events(ARTICLES)
    assert [article.id for article in named] == [article.id for article in ARTICLES]
    assert len({article.column("event") for article in named}) == 2


def test_a_column_of_the_input_wins():
    given = [replace(ARTICLES[0], extra=(("event", "the flood"),)), *ARTICLES[1:]]
    assert with_events(given) == tuple(given)


def test_copies_are_left_out_and_listed():
    kept, left_out = counted_once([COPY, *ARTICLES])
    assert [article.id for article in kept] == [article.id for article in ARTICLES]
    assert [item.origin for item in left_out] == ["coverage.csv, row 9"]
    assert "carries the text of e1-0 (100%" in left_out[0].reason
    assert left_out[0].kind == "duplicate"


def test_comparing_by_event_finds_them():
    comparison = pipeline.compare(ARTICLES, by="event")
    assert [len(group.articles) for group in comparison.groups] == [3, 3]
