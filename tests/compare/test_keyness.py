"""Distinctive words: the published formula, articles as observations, names of outlets left out."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Article
from framing.compare.keyness import Keyness, log_odds
from framing.compare.words import Names, counted
from framing.pipeline import instrument


def test_the_formula_is_the_published_one():
    """Monroe, Colaresi and Quinn (2008), equations 16, 20 and 22, worked out term by term."""
    ours, theirs, prior = [30, 7, 3, 60], [12, 9, 0, 179], [4.2, 1.6, 0.3, 23.9]
    delta, z = log_odds(np.array(ours, float), np.array(theirs, float), np.array(prior))
    for word in range(4):
        y_i, y_j, a = ours[word], theirs[word], prior[word]
        n_i, n_j, a_0 = sum(ours), sum(theirs), sum(prior)
        expected = math.log((y_i + a) / (n_i + a_0 - y_i - a)) - math.log((y_j + a) / (n_j + a_0 - y_j - a))
        variance = 1 / (y_i + a) + 1 / (y_j + a)
        assert delta[word] == pytest.approx(expected, abs=1e-9)
        assert z[word] == pytest.approx(expected / math.sqrt(variance), abs=1e-9)


def test_a_worked_example_keeps_its_numbers():
    delta, z = log_odds(np.array([10.0, 90.0]), np.array([5.0, 195.0]), np.array([1.0, 19.0]))

    # log(11/109) - log(6/214), and over the root of 1/11 + 1/6
    assert delta[0] == pytest.approx(1.2807639363630234, abs=1e-9)
    assert z[0] == pytest.approx(2.523577213651231, abs=1e-9)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=8))
def test_sides_that_change_places_change_the_sign(pairs):
    ours, theirs = (np.array(column, float) for column in zip(*pairs, strict=True))
    prior = ours + theirs + 0.5
    one, other = log_odds(ours, theirs, prior), log_odds(theirs, ours, prior)

    assert one[0] == pytest.approx(-other[0], abs=1e-9)
    assert one[1] == pytest.approx(-other[1], abs=1e-9)


def keyness(groups: dict[str, list[str]], **options) -> tuple[Keyness, list[str]]:
    texts = [text for rows in groups.values() for text in rows]
    numbers = np.array([at for at, rows in enumerate(groups.values()) for _ in rows])
    return Keyness([Counter(text.split()) for text in texts], list(groups), numbers, **options), list(groups)


def test_a_word_of_one_article_is_a_word_of_no_group():
    groups = {"Gull": ["war " * 30 + "ice"] + ["calm sea"] * 9, "Lamp": ["calm town"] * 10}
    made, _ = keyness(groups)

    assert [word.word for word in made.distinctive(0)] == ["sea"]


def test_a_word_that_many_articles_share_beats_one_that_a_few_repeat():
    filler = "the day was long and the wind was cold"
    many = [f"{filler} alarm"] * 48
    groups = {
        "Gull": [f"{many[at]} {'echo ' * 24 if at < 2 else ''}" for at in range(48)],
        "Lamp": [filler] * 48,
    }
    made, _ = keyness(groups)
    words = {word.word: word for word in made.distinctive(0)}

    assert words["alarm"].articles == 48
    assert words["alarm"].count == words["echo"].count == 48
    assert words["alarm"].z == pytest.approx(words["echo"].z)
    assert words["alarm"].z_articles > words["echo"].z_articles
    assert words["alarm"].holds
    assert not words["echo"].holds


def test_few_articles_claim_nothing():
    made, _ = keyness({"Gull": ["war war calm"] * 3, "Lamp": ["peace calm"] * 20})
    found = made.distinctive(0)

    assert [word.word for word in found] == ["war"]
    assert not found[0].holds
    assert math.isnan(found[0].q)


def test_names_of_outlets_do_not_count_where_they_stand_as_names():
    article = Article(id="1", text="The Moscow Times reports from Moscow. Times change, AP said in 2031.", outlet="AP")
    document = instrument().score(article).document
    found = counted(document, Names.of(["The Moscow Times", "AP"]))

    assert found == Counter({"reports": 1, "from": 1, "moscow": 1, "times": 1, "change": 1, "said": 1, "in": 1})


def test_alone_there_is_nothing_to_be_distinct_from():
    made, _ = keyness({"Gull": ["war calm"] * 12})

    assert made.distinctive(0) == ()
    assert keyness({"Gull": [], "Lamp": []})[0].distinctive(0) == ()
