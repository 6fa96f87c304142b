"""Copies are found by the words they share in a row, exactly."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Article
from framing.compare.coded import RUN, coded
from framing.compare.copies import FEWEST_RUNS, SHARED, copies


def found(*texts: str):
    words = coded([Article(str(at), text) for at, text in enumerate(texts)])
    return copies(words, np.zeros(len(words.ids), dtype=bool))


def numbered(start: int, stop: int) -> str:
    return " ".join(f"w{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(start, stop))


@given(st.integers(40, 90), st.integers(0, 90))
def test_share_is_that_of_the_shorter_texts_runs(length, shared):
    shared = min(shared, length)
    one = numbered(0, 100)
    other = " ".join((numbered(0, shared), numbered(200, 200 + length - shared))).strip()
    expected = max(0, shared - RUN + 1) / (length - RUN + 1)
    result = found(one, other)
    if expected >= SHARED:
        assert len(result) == 1
        assert result[0].share == expected
    else:
        assert result == ()


def test_marks_and_capitals_make_no_difference():
    assert found(numbered(0, 60), numbered(0, 60).upper().replace(" ", ", "))


def test_a_few_words_in_common_are_no_copy():
    assert found(numbered(0, FEWEST_RUNS + RUN - 2), numbered(0, FEWEST_RUNS + RUN - 2)) == ()


def test_a_phrase_that_everybody_has_is_no_copy():
    phrase = numbered(0, 40)
    assert found(*(phrase for _ in range(60))) == ()
