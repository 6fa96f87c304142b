"""Folding keeps the length of any text, so that one offset holds for all its forms."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given

from framing.lexicon.fold import Folded, fold, lower, plain, spaced
from tests.strategies import anything, news

# A word is letters and digits with single joints between them.
WORD = re.compile(r"[^\W_]+(?:['\-.,&@/_][^\W_]+)*")


@given(anything | news)
@example("İSTANBUL İ ŉ ǰ ﬁ \ud800 😀")
def test_every_form_is_as_long_as_the_text(text):
    folded = Folded.of(text)

    assert folded.text == text
    assert len(plain(text)) == len(lower(text)) == len(fold(text)) == len(text)
    assert len(folded.plain) == len(folded.folded) == len(text)
    assert len(folded.spaced) == len(text) + 2


@given(anything | news)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(anything | news)
def test_letters_digits_and_symbols_of_money_stay_and_all_else_is_blank_in_spaced_text(text):
    folded = Folded.of(text)
    kept = "".join(char if char.isalnum() or char in "$£€¥%" else " " for char in folded.folded)

    assert folded.spaced == f" {kept} "


@given(anything | news)
@example("U.S. build-up isn't 1,200 men_of e-mail@x.org, a--b 'tis")
def test_words_start_where_a_pattern_finds_them(text):
    folded = Folded.of(text)

    assert folded.word_starts.tolist() == [match.start() for match in WORD.finditer(folded.folded)]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Don’t”", '"don\'t"'), ("«Oui»", '"oui"'), ("‘a‘ `b´", "'a' 'b'"), ("build–up—now", "build-up-now"),
        ("a\u00a0b\u202fc", "a b c"), ("a\r\nb\tc", "a  b c"), ("MOSKVA МОСКВА", "moskva москва"), ("İ", "İ"),
    ],
)  # fmt: skip
def test_marks_blanks_and_capitals_are_folded(text, folded):
    assert fold(text) == folded


def test_plain_text_keeps_its_capitals():
    assert plain("“No,” said NATO") == '"No," said NATO'


@pytest.mark.parametrize(
    ("term", "parts"),
    [
        ("build-up", ("", "build up", "")), ("u.s.", ("", "u s", ".")), ("'s claim", ("'", "s claim", "")),
        ('called "', ("", "called", ' "')), ("war", ("", "war", "")),
    ],
)  # fmt: skip
def test_a_term_keeps_the_marks_around_it(term, parts):
    assert spaced(term) == parts
