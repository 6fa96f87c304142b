"""Our own sentences, words and syllables against textstat, which is the reference for the formulas."""

from __future__ import annotations

import math
import socket

import pytest

from framing.scorers.readability import ReadabilityScorer, rule_syllables, syllables

CAT = "The cat sat on the mat. It was happy."
HARBOUR = (
    "The harbour town was quiet on the first morning of the week. Fishermen mended their nets along the long stone "
    "pier and looked at the clouds. A small grey ship arrived before noon with letters and flour. Nobody from the "
    "council came to meet it. Children ran to the water and counted the gulls until the evening bell."
)
COUNCIL = (
    "The regional assembly considered the infrastructure proposal during an extraordinary session. Representatives of "
    "the municipal authorities demanded additional guarantees regarding environmental responsibility. The "
    "administration subsequently published an independent evaluation of alternative arrangements."
)
TEXTS = pytest.mark.parametrize("text", [CAT, HARBOUR, COUNCIL], ids=["cat", "harbour", "council"])
FORMULAS = ("flesch_reading_ease", "flesch_kincaid_grade", "words_per_sentence")


@pytest.mark.parametrize(
    "line",
    """threat 1|sovereignty 3|negotiated 5|escape 2|table 2|build-up 2|2,000 1|the 1|people 2|government 3|minister 3
    |war 1|agreed 2|wanted 2|walked 1|alliance 3|crisis 2|moscow 2|peace 1|area 3""".replace("\n", "").split("|"),
)
def test_syllables(line):
    word, count = line.split()

    assert syllables(word) == int(count)


@pytest.mark.parametrize("word", ["rhythm", "x", "brrr", "", "я"])
def test_a_word_has_one_syllable_at_least(word):
    assert rule_syllables(word) >= 1


def test_marks_have_no_syllables():
    assert [syllables(mark) for mark in (".", ",", "“", "—")] == [0, 0, 0, 0]


def test_the_formulas(score):
    found = score(ReadabilityScorer(), CAT)
    per_sentence, per_word = 9 / 2, 10 / 9

    assert found["words_per_sentence"] == per_sentence
    assert found["flesch_reading_ease"] == pytest.approx(206.835 - 1.015 * per_sentence - 84.6 * per_word)
    assert found["flesch_kincaid_grade"] == pytest.approx(0.39 * per_sentence + 11.8 * per_word - 15.59)


@TEXTS
def test_it_agrees_with_textstat_on_plain_sentences(score, text):
    ours = score(ReadabilityScorer(), text)
    theirs = score(ReadabilityScorer(method="textstat"), text)

    assert ours["words_per_sentence"] == theirs["words_per_sentence"]
    assert ours["flesch_reading_ease"] == pytest.approx(theirs["flesch_reading_ease"], abs=2)
    assert ours["flesch_kincaid_grade"] == pytest.approx(theirs["flesch_kincaid_grade"], abs=0.3)


def test_abbreviations_end_no_sentence_of_ours(score):
    text = "The U.S. envoy met Gen. Hale on Jan. 5 in the harbour town."

    assert score(ReadabilityScorer(), text).parts("words_per_sentence")[1] == 1
    assert score(ReadabilityScorer(method="textstat"), text).parts("words_per_sentence")[1] > 1


@TEXTS
def test_the_textstat_method_gives_the_numbers_of_textstat(score, text):
    found = score(ReadabilityScorer(method="textstat"), text)
    import textstat

    assert found["flesch_reading_ease"] == pytest.approx(textstat.flesch_reading_ease(text))
    assert found["flesch_kincaid_grade"] == pytest.approx(textstat.flesch_kincaid_grade(text))
    assert found["words_per_sentence"] == textstat.lexicon_count(text) / textstat.sentence_count(text)


def test_textstat_needs_no_network(score, monkeypatch):
    def refuse(*given, **more):
        raise OSError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)

    assert score(ReadabilityScorer(method="textstat"), HARBOUR)["flesch_reading_ease"] > 0


@pytest.mark.parametrize("method", ["framing", "textstat"])
def test_sentences_in_which_somebody_is_quoted_are_not_the_outlets_own(score, method):
    alone = score(ReadabilityScorer(method=method), HARBOUR)
    together = score(ReadabilityScorer(method=method), f'{HARBOUR} "Infrastructure deteriorates," the mayor said.')

    for name in FORMULAS:
        assert together[f"{name}_own"] == pytest.approx(alone[name])
        assert together[name] != alone[name]


@pytest.mark.parametrize("text", ["", "..."])
@pytest.mark.parametrize("method", ["framing", "textstat"])
def test_without_words_there_is_no_number(score, method, text):
    found = score(ReadabilityScorer(method=method), text)

    assert [name for name in FORMULAS if not math.isnan(found[name])] == []


def test_harder_texts_have_a_higher_grade(score):
    harbour, council = (score(ReadabilityScorer(), text) for text in (HARBOUR, COUNCIL))

    assert harbour["flesch_kincaid_grade"] < council["flesch_kincaid_grade"]
    assert harbour["flesch_reading_ease"] > council["flesch_reading_ease"]
