from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.read.titles import find_title, headline
from framing.spans import Span

STORY = "The ferry was late."


@pytest.mark.parametrize(
    ("title", "text", "span"),
    [
        ("Ferry late", f"Ferry late\n\n{STORY}", (0, 10)),
        ("Ferry late", f"\n FERRY\u00a0 late \r\n{STORY}", (2, 13)),
        ("‘Ferry’ – late", f'"Ferry" - late\n{STORY}', (0, 14)),
        ("Ferry late", "Ferry late", (0, 10)),
        ("Ferry to the islands late again", f"Ferry to the islands late again {STORY}", (0, 31)),
        ("Ferry late", "Ferry late on Monday, and nobody could say why.", None),
        ("Ferry to the islands late again", "Ferry to the islands late again on Monday.", None),
        ("Ferry late", f"{STORY} Ferry late", None),
        ("", STORY, None),
        ("Ferry late", "", None),
    ],
)
def test_a_title_is_found_at_the_beginning_only(title, text, span):
    assert find_title(title, text) == (Span(*span) if span else None)


def test_a_title_is_looked_for_where_the_article_begins():
    assert find_title("Late", "x: y\n\nLate\nStory", 5) == Span(6, 10)


@given(st.text(), st.text(), st.integers(0, 5))
def test_spans_lie_in_the_text(title, rest, start):
    for text in (title + "\n" + rest, rest, "# " + title + "\n\n" + rest):
        for span in (find_title(title, text), headline(text), find_title(title, text, min(start, len(text)))):
            assert span is None or (0 <= span.start < span.end <= len(text) and span.of(text).strip() == span.of(text))
