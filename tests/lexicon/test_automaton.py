"""Both automata give the answers of a search that tries every pattern at every place."""

from __future__ import annotations

import pickle
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon.automaton import PythonAutomaton, RustAutomaton, automaton

ENGINES = [RustAutomaton, PythonAutomaton]
CHARS = st.sampled_from("aab é😀я")
PATTERNS = st.lists(st.text(CHARS, min_size=1, max_size=4), min_size=1, max_size=8, unique=True)


def everywhere(patterns: list[str], text: str) -> list[tuple[int, int, int]]:
    return sorted(
        (number, at, at + len(pattern))
        for number, pattern in enumerate(patterns)
        for at in range(len(text))
        if text.startswith(pattern, at)
    )


@pytest.mark.parametrize("engine", ENGINES)
@given(patterns=PATTERNS, text=st.text(CHARS, max_size=40))
def test_every_occurrence_is_found_overlapping_ones_too(engine, patterns, text):
    assert sorted(engine(patterns).find(text)) == everywhere(patterns, text)


@pytest.mark.parametrize("engine", ENGINES)
def test_it_can_be_sent_to_another_process(engine):
    sent = pickle.loads(pickle.dumps(engine(["war", "war crime"])))

    assert sorted(sent.find("a war crime")) == [(0, 2, 5), (1, 2, 11)]


def test_the_fast_one_is_taken_where_there_is_one(monkeypatch):
    assert isinstance(automaton(["war"]), RustAutomaton)

    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    assert isinstance(automaton(["war"]), PythonAutomaton)
