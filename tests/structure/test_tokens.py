from __future__ import annotations

import pytest
from hypothesis import given

from framing.lexicon.fold import Folded, lower, plain
from framing.structure.tokens import tokens, unit_tokens
from framing.structure.words import words_of
from tests.strategies import anything, news


@given(news | anything)
def test_tokens_and_the_blanks_between_them_are_the_text(text):
    straight = plain(text)
    found = tokens(straight)
    at = 0
    for number, start in enumerate(found.starts):
        end = found.end(number)
        assert not straight[at:start].strip()
        assert at <= start < end
        assert found.words[number] == lower(straight[start:end])
        at = end
    assert not straight[at:].strip()
    assert len(found) == len(found.classes) == len(found.words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia's envoy didn't say so.", ["russia", "'s", "envoy", "did", "n't", "say", "so", "."]),
        ("The U.S. and the U.N.", ["the", "u.s.", "and", "the", "u.n."]),
        ("Lt. Gen. R. K. Osvald", ["lt.", "gen.", "r.", "k.", "osvald"]),
        ("troop build-up, pro-Russian", ["troop", "build-up", ",", "pro-russian"]),
        ("$1.5 billion, 1,200 men, 30%", ["$", "1.5", "billion", ",", "1,200", "men", ",", "30%"]),
        ("O'Brien can't, we'll", ["o'brien", "ca", "n't", ",", "we", "'ll"]),
        ("e-mail x@y.org", ["e-mail", "x@y.org"]),
    ],
)
def test_what_is_one_token(text, words):
    assert list(tokens(text).words) == words


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Russia's envoy didn't say so.", "PGNAXNR."),
        ("the three red ships of the navy", "DDNNoDN"),
        ("he spoke to us and the US", "INtICDP"),
        ("the man who has clearly denied it", "DNWAREI"),
        ("on Monday because 5 left", "pTS#N"),
        ("may the ships of May", "ADNoP"),
        ("wait - no; (yes)", "N-X;(N)"),
    ],
)
def test_classes_of_words(text, classes):
    assert tokens(text).classes.replace(" ", "") == classes


def test_a_quotation_is_one_token_of_its_sentence():
    text = 'So. "It is over," he said.'
    found = unit_tokens(tokens(text), text, 4, len(text), [(4, 17)])

    assert (list(found.words), found.classes) == (['"It is over,"', "he", "said", "."], "QIN.")
    assert found.closes == {0: True}
    assert found.span(0, 1).of(text) == '"It is over,"'


def test_a_text_keeps_its_words_when_the_vocabulary_begins_anew(monkeypatch):
    monkeypatch.setattr("framing.structure.tokens._MOST_TOKENS", 0)
    first, second = tokens("Riga stays calm."), tokens("Nobody left.")

    assert (list(first.words), list(second.words)) == (["riga", "stays", "calm", "."], ["nobody", "left", "."])
    assert first.figures(len).tolist() == [4, 5, 4, 1]


def test_figures_of_words_follow_what_is_met_later():
    assert tokens("Riga calm").figures(len).tolist() == [4, 4]
    assert tokens("Riga stayed calmer").figures(len).tolist() == [4, 6, 6]


def test_the_first_word_of_a_sentence_loses_its_capital():
    text = "Stop. He left"

    assert tokens(text).classes == "P.PN"
    assert unit_tokens(tokens(text), text, 6, len(text)).classes == "IN"


@given(news | anything)
def test_all_words_are_counted_where_all_is_counted(text):
    folded = Folded.of(text)

    assert words_of(folded, [(0, len(text))])[0] == folded.word_starts.tolist()


def test_words_outside_the_given_stretches_do_not_count():
    folded = Folded.of("The U.S. build-up isn't 1,200 men.")

    assert words_of(folded, [(0, 34)]) == ([0, 4, 9, 18, 24, 30], [6])
    assert words_of(folded, [(0, 8), (18, 23)]) == ([0, 4, 18], [2, 1])
    assert words_of(folded, []) == ([], [])
