"""Sentences and paragraphs tile the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.spans import Span
from framing.structure.sentences import paragraphs, sentences
from tests.strategies import anything, news


def cut(text: str) -> list[str]:
    return [span.of(text) for paragraph in paragraphs(text) for span in sentences(text, paragraph)]


TABLE = """
The talks ended.|The road is open.
Is it over?|Nobody knows!|Wait and see.
He left!!!|She stayed.
Who knows?!|Nobody.

# abbreviations, titles, initials
Mr. Hale met Dr. Osei at noon.|They talked.
Gen. R. K. Osvald left.|He was tired.
Lt. Col. Brandt and Sgt. Mills left.
Messrs. Hale and Lind left.
J. K. Rowe wrote it.
It was written by J. K. Rowe.|The book sold well.
They chose plan B.|The rest failed.
The U.S. said no.|Iran said yes.
They flew to the U.S.|The trip was short.
The U.S. Navy left port.
He works for the U.N. in Geneva.
He was born in Washington, D.C.|He left.
At 4 p.m. Tuesday they met.
They met at 4 p.m.|The talks failed.
She runs Nord Pipes Inc.|It sells pipes.
The firm, Nord Pipes Inc., closed.
On Jan. 5 they met.
See No. 5 on the list.
He said no.|They left.
It rained on Sun.|Then it stopped.
St. Petersburg is cold.
He has a Ph.D. in physics.
It cost approx. 5 euros.
The bank vs. the state.
He met Sen. Lind (R., Ohio).
Cities (Riga, Minsk, etc.) were quiet.

# figures and names with stops
The bill was $1.5 billion.|It was paid.
Version 2.0 is out.
He won by 3-2.|Good.
Visit example.com for more.
Sales fell.|iPhone prices rose.

# ellipses
He waited... and waited.
He waited...|Then he left.
It is … over.
It is over…|He left.

# quotation marks
“It is over.”|The colonel left.
“It is over!” he said.
“It is over.” Maria Lind said.
"Stop!" the guard shouted.|"Stop now!"
He asked “Why?” and left.
She said "never."|He left.
He (the mayor) left.|She stayed.
(He left.)|She stayed.
"""


@pytest.mark.parametrize("line", [line for line in TABLE.splitlines() if line and not line.startswith("#")])
def test_where_sentences_end(line):
    assert cut(line.replace("|", " ")) == line.split("|")


@pytest.mark.parametrize(
    "line",
    [
        "He was sorry, he said.|The road is open.",
        "The road is open.|“Good,” he said.",
        '"The road is open."|Nobody drove.',
        "It opened in 2014.|The road is long.",
    ],
)
def test_a_blank_that_was_lost_still_ends_a_sentence(line):
    assert cut(line.replace("|", "")) == line.split("|")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\r\n"])
def test_blanks_have_no_sentences(text):
    assert cut(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),
        ("One\nTwo", ["One", "Two"]),
        ("One.\u2029Two.", ["One.", "Two."]),
        ("Headline without a stop\nThe text.", ["Headline without a stop", "The text."]),
        ("  One.  ", ["One."]),
        ("The line is\nwrapped here and\ngoes on below.\n\nTwo.", ["The line is\nwrapped here and\ngoes on below.",
         "Two."]),
    ],
)  # fmt: skip
def test_paragraphs_end_at_lines_unless_lines_are_wrapped(text, expected):
    assert [span.of(text) for span in paragraphs(text)] == expected


def test_masked_stretches_are_in_no_paragraph():
    text = "The road is open. READ MORE Nobody drove."

    assert [span.of(text) for span in paragraphs(text, [Span(18, 27)])] == ["The road is open.", "Nobody drove."]


@given(news | anything, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)).map(sorted), max_size=3))
def test_paragraphs_and_blanks_and_masks_are_the_text(text, bounds):
    masked = [(low, min(high, len(text))) for low, high in bounds if low < min(high, len(text))]
    hidden = {at for low, high in masked for at in range(low, high)}
    at = 0
    for start, end in [*paragraphs(text, masked), Span(len(text), len(text))]:
        assert at <= start <= end <= len(text)
        assert not hidden & set(range(start, end))
        assert all(place in hidden or text[place].isspace() for place in range(at, start))
        at = end


@given(news | anything)
def test_sentences_and_the_blanks_between_them_are_the_paragraph(text):
    for paragraph in paragraphs(text):
        at = paragraph.start
        for start, end in sentences(text, paragraph):
            assert start < end
            assert not text[at:start].strip()
            assert text[start:end] == text[start:end].strip()
            at = end
        assert at == paragraph.end
