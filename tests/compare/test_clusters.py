"""What is drawn: events that are named, events that are found, or articles where events cannot be told apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from framing.compare.corpus import Corpus
from framing.compare.results import Inference
from framing.pipeline import compare
from tests.compare.newsroom import event

# Sixteen events, each in the same three outlets.
ARTICLES = [article for number in range(16) for article in event(number, day=9 * number)]


def corpus(articles, **options):
    return compare(articles, mode="corpus", inference=Inference(draws=199, **options))


@pytest.fixture(scope="module")
def found():
    return corpus(ARTICLES)


def test_events_are_found_and_drawn_whole(found):
    assert (found.statistics.clusters, found.statistics.events) == ("event", "found")
    assert {row.clusters for row in found.statistics.differences} == {16}


def test_they_are_those_that_a_column_would_name(found):
    named = [replace(each, extra=(("event", each.id.partition("-")[0]),)) for each in ARTICLES]
    told = corpus(named).statistics
    assert (told.clusters, told.events) == ("event", "named")
    for one, other in zip(found.statistics.differences, told.differences, strict=True):
        assert (one.low, one.high) == pytest.approx((other.low, other.high), nan_ok=True, rel=0.5, abs=0.5)
        assert one.difference == pytest.approx(other.difference, nan_ok=True)


def test_articles_are_drawn_if_asked_for():
    told = corpus(ARTICLES, clusters="article").statistics
    assert (told.clusters, told.events) == ("article", "none")
    assert {row.clusters for row in told.differences} == {48}


def test_few_events_are_not_drawn_and_that_is_said():
    few = [
        replace(each, id=f"{each.id}-{copy}", text=f"{each.text} Again {copy}.")
        for each in event(1)
        for copy in range(12)
    ]
    told = corpus(few).statistics
    assert (told.clusters, told.events) == ("article", "few")


def test_an_event_that_holds_too_much_is_none(found):
    groups = [(group.name, group.articles) for group in found.groups]
    one = replace(found.events.events[0], members=tuple(member for _, member in found.events.members))
    for events, told in ((found.events, "found"), (type(found.events)((one,)), "few")):
        made = Corpus(groups, [], Inference(), events)
        assert made.told == told
        assert len(np.unique(made.units.clusters)) == (16 if told == "found" else 48)
