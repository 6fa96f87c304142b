from __future__ import annotations

import pytest

from framing.lexicon.check import check
from framing.lexicon.load import parse

HEAD = """\
id = "rivers"
kind = "frame"
version = "1"
language = "en"
licence = "CC0-1.0"
curators = ["us"]
definition = "Rivers that rise."
"""
EXAMPLES = '[examples]\nhits = ["A flood came."]\nmisses = ["A ferry came."]\n[cues.water]\n"flood" = { cite = "n" }\n'


def findings(body: str) -> list[tuple[str, int, str]]:
    return [(one.severity, one.line, one.what) for one in check(parse((HEAD + body).encode(), "rivers.toml"))]


def test_a_lexicon_may_be_without_fault():
    assert findings(EXAMPLES) == []


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        (
            EXAMPLES.replace("A flood came.", "A storm came."),
            ("error", 1, "nothing is found in the hit: A storm came."),
        ),
        (
            EXAMPLES.replace("A ferry came.", "No flood came."),
            ("error", 12, '"flood" is found in the miss: No flood came.'),
        ),
        (
            EXAMPLES + '"Nile" = { cite = "n" }',
            ("error", 13, '"Nile" has capitals, but text is matched in lower case'),
        ),
        (EXAMPLES + '"river’s bank" = { cite = "n" }', ("error", 13, '"river’s bank" has marks that are folded')),
        (EXAMPLES + '"floods" = { cite = "n" }\n"tide" = { cite = "n", pos = "noun" }\n"tides" = { cite = "n" }',
         ("warning", 15, '"tides" is covered by "tide"')),
        (EXAMPLES.replace('misses = ["A ferry came."]\n', ""),
         ("warning", 1, "there are no examples of hits and misses")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_with_its_line(body, finding):
    assert findings(body) == [finding]


def test_a_term_without_a_letter_can_never_match():
    [(severity, line, _)] = findings(EXAMPLES + '"!!!" = { cite = "n" }')

    assert (severity, line) == ("error", 13)


@pytest.mark.parametrize("term", ["…", "$5", "$ €", "-*"])
def test_other_terms_that_can_never_match(term):
    assert findings(f'{EXAMPLES}"{term}" = {{ cite = "n" }}') == [("error", 13, f'"{term}" can never match')]


@pytest.mark.parametrize("term", ["$", "u.s.", "'s claim", "build-up", "river*", 'called \\"'])
def test_terms_with_marks_match(term):
    assert findings(f'{EXAMPLES}"{term}" = {{ cite = "n" }}') == []


def test_two_blanks_in_a_row():
    assert findings(EXAMPLES + '"high  tide" = { cite = "n" }') == [
        ("error", 13, '"high  tide" has two blanks in a row')
    ]


def test_capitals_are_right_where_case_counts():
    assert findings(EXAMPLES + '"Nile" = { cite = "n", case = true }') == []
