"""The rules of an entry decide whether a hit counts where it stands."""

from __future__ import annotations

import pytest

from framing.lexicon.load import parse
from framing.lexicon.terms import LexiconMatcher

HEAD = """\
id = "rivers"
kind = "frame"
version = "1"
language = "en"
licence = "CC0-1.0"
curators = ["us"]
definition = "Rivers that rise."
[groups.water]
cite = "our notes"
[cues.water]
"""


def counted(sentence: str, *entries: str) -> list[str]:
    """What counts in a sentence, of entries written as in a file."""
    matcher = LexiconMatcher(parse((HEAD + "\n".join(entries)).encode(), "rivers.toml"))
    return [sentence[hit.start : hit.end] for hit in matcher.find(sentence)]


def test_nouns_and_verbs_are_found_in_all_their_forms():
    entries = ['"flood" = { pos = "noun" }', '"rise" = { pos = "verb" }', '"high" = { pos = "adjective" }']

    assert counted("Floods rose high and higher, a flood is rising.", *entries) == [
        "Floods", "rose", "high", "flood", "rising"
    ]  # fmt: skip


def test_an_entry_does_not_count_inside_its_exceptions():
    entry = '"flood" = { pos = "noun", except = ["flood of tears", "flood plain*"] }'

    assert counted("A flood of tears, floods of tears, a flood plainly; the flood came.", entry) == ["flood"]


def test_an_exception_holds_for_its_own_entry_only():
    entries = ['"flood" = { except = ["flood water"] }', '"water" = {}']

    assert counted("The flood water rose.", *entries) == ["water"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bank of the river gave way.", ["bank"]),
        ("The bank of both RIVERS gave way.", ["bank"]),
        ("The bank lent money.", []),
        ("The bank by the driver's house.", []),
    ],
)
def test_near_wants_one_of_its_words_in_the_sentence(sentence, expected):
    assert counted(sentence, '"bank" = { near = ["river*", "shore"] }') == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The current was strong.", ["current"]),
        ("The current president was strong.", []),
        ("Current Presidents are strong.", []),
    ],
)
def test_unless_wants_none_of_its_words_in_the_sentence(sentence, expected):
    assert counted(sentence, '"current" = { unless = ["president*"] }') == expected


def test_the_longer_of_two_entries_counts():
    assert counted("A flash flood came.", '"flood" = {}', '"flash flood" = {}') == ["flash flood"]


def test_a_shorter_entry_counts_where_the_longer_one_does_not():
    entries = ['"flood" = {}', '"flash flood" = { near = ["river"] }']

    assert counted("A flash flood came.", *entries) == ["flood"]


def test_an_open_end_and_an_apostrophe():
    assert counted("Flooding; the river’s bank", '"flood*" = {}', '"\'s bank" = {}') == ["Flooding", "’s bank"]


def test_capitals_count_only_where_an_entry_says_so():
    assert counted("May floods; floods may", '"may" = { case = true }') == ["may"]
    assert counted("May floods; floods may", '"may" = {}') == ["May", "may"]
