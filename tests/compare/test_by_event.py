"""Events become a column to group by; copies are left out on request, and listed."""

from __future__ import annotations

from dataclasses import replace

from framing import pipeline
from framing.compare.by_event import copied, counted_once, gathered, largest, with_events
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


def test_the_largest_events_are_kept_and_all_are_known():
    three = [*ARTICLES, *event(3, day=200, outlets=2)]
    made = gathered(three, by="event", most=2)
    assert len(made.events) == 3
    assert {article.id for article in made.articles} == {article.id for article in ARTICLES}
    assert len({article.column("event") for article in made.articles}) == 2


def test_events_that_the_input_names_are_taken():
    named = [replace(article, extra=(("event", "flood" if at < 4 else "fair"),)) for at, article in enumerate(ARTICLES)]
    made = gathered(named, by="event", most=1)
    assert [(each.name, len(each.members)) for each in made.events] == [("flood", 4), ("fair", 2)]
    assert [each.name for each in largest(made.events, 1)] == ["flood"]
    assert len(made.articles) == 4


def test_copies_are_known_without_being_asked_for_and_gone_when_counted_once():
    made = gathered([COPY, *ARTICLES])
    assert [(member.article, member.copy_of) for member in made.events.copies] == [("e1-9", "e1-0")]
    assert len(made.articles) == 7
    assert copied(made.events).startswith("1 article carries")
    once = gathered([COPY, *ARTICLES], once=True)
    assert not once.events.copies
    assert len(once.articles) == 6


def test_a_comparison_knows_its_copies():
    comparison = pipeline.compare([COPY, *ARTICLES])
    assert [member.article for member in comparison.events.copies] == ["e1-9"]
    assert [item.kind for item in pipeline.compare([COPY, *ARTICLES], copies="once").excluded] == ["duplicate"]
