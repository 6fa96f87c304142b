"""Events are found without being told how many, in thin corpora and in dense ones, and every article says why."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.article import Article
from framing.compare.events import Events, events
from framing.spans import Span
from tests.compare.newsroom import START, event, true_pairs
from tests.strategies import articles as any_article


def pairs(found: Events) -> set[frozenset[str]]:
    return {
        frozenset((one.article, other.article))
        for group in found
        for one in group.members
        for other in group.members
        if one.article != other.article
    }


def agreement(found: Events, articles: list[Article]) -> float:
    """F1 over pairs of articles."""
    mine, true = pairs(found), true_pairs(articles)
    return 2 * len(mine & true) / max(1, len(mine) + len(true))


SPARSE = [article for number in range(40) for article in event(number, day=3 * number)]
ONE_DAY = [article for number in range(12) for article in event(number)]
UNDATED = [article for number in range(12) for article in event(number, day=None)]
DENSE = [article for number in range(60) for article in event(number, day=number // 2, topic=1)]


@pytest.mark.parametrize(("articles", "least"), [(SPARSE, 0.97), (ONE_DAY, 0.95), (UNDATED, 0.95), (DENSE, 0.85)])
def test_events_are_found_at_every_density(articles, least):
    assert agreement(events(articles), articles) >= least


def test_one_event_is_one_group():
    assert len(events(event(1, outlets=4))) == 1


def test_two_events_are_two_groups():
    assert agreement(events(event(1) + event(2)), event(1) + event(2)) == 1


def test_what_happened_at_another_time_is_another_event():
    later = [replace(article, id=f"later-{article.id}", date=START + dt.timedelta(days=60)) for article in event(1)]
    found = events(event(1) + later)
    assert sorted(len(group.members) for group in found) == [3, 3]


def test_order_does_not_matter():
    shuffled = random.Random(1).sample(DENSE, len(DENSE))
    assert events(shuffled) == events(DENSE)


def test_reasons_name_what_is_shared_and_how_far_apart():
    rows = list(events(event(1) + event(2, day=90)).rows())
    names = {word.strip(",.") for article in event(1) for word in article.text.split() if word[0].isupper()}
    for row in rows[:3]:
        shared = row["reason"].removeprefix("shares ").partition(" with ")[0]
        assert any(name in shared for name in names - {"The"})
        assert row["reason"].endswith("with 2 other articles of 2 outlets; same day")
        assert 0 < row["similarity"] <= 1


def test_an_article_alone_says_how_near_the_nearest_was():
    row = next(row for row in events([*event(1), *event(2, outlets=1)]).rows() if row["article"] == "e2-0")
    assert row["reason"].startswith("alone: ")
    assert row["similarity"] is None


def test_names_are_unique_and_begin_with_the_first_day():
    found = events(DENSE)
    names = [group.name for group in found]
    assert len(set(names)) == len(names)
    for group in found:
        assert group.name.startswith(min(member.date for member in group.members).isoformat())


def test_what_an_outlet_prints_every_day_makes_no_event():
    address = " Write to the Harbour Post, Old Customs House, Quay Street 4, Port Selwyn, for corrections and offers."
    articles = [
        replace(article, id=f"{article.id}-{day}", text=article.text + 8 * address, outlet="Harbour Post")
        for day in range(8)
        for article in event(day, day=day, outlets=1)
    ]
    assert all(len(group.members) == 1 for group in events(articles))


def test_masked_lines_and_a_title_in_the_text_do_not_count_twice():
    one, other = event(1, outlets=2)
    inside = replace(
        one,
        text=f"{one.title}\n{one.text}\nREAD MORE",
        title_span=Span(0, len(one.title)),
        masked=(Span(len(one.title) + len(one.text) + 2, len(one.title) + len(one.text) + 11),),
    )
    assert list(events([inside, other]).rows()) == list(events([one, other]).rows())


def test_wire_copy_is_shown_and_counted_once():
    wire, own = event(1, outlets=2)
    copy = replace(wire, id="e1-9", outlet="Brenn Ledger", text=f"By our wire service. {wire.text}")
    found = next(iter(events([wire, own, copy])))
    copied = {member.article: member for member in found.members}["e1-9"]
    assert copied.copy_of == wire.id
    assert copied.copied > 0.9
    assert "carries the text of e1-0" in copied.reason
    assert len(found.members) == 3
    assert found.texts == 2


def test_nothing_to_group():
    assert len(events([])) == 0
    assert [len(group.members) for group in events([Article("a", ""), Article("b", "")])] == [1, 1]


@settings(max_examples=40, deadline=None)
@given(st.lists(any_article(), max_size=6))
def test_any_text_stands_in_exactly_one_event(given_articles):
    articles = [replace(article, id=f"a{at}") for at, article in enumerate(given_articles)]
    found = events(articles)
    assert sorted(member.article for _, member in found.members) == sorted(article.id for article in articles)
    for row in found.rows():
        assert row["similarity"] is None or -1e-6 <= row["similarity"] <= 1 + 1e-6
        assert row["reason"]
