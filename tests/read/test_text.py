from __future__ import annotations

import datetime

import pytest

from framing.read import read
from framing.read.text import front_matter
from framing.spans import Span

BODY = "The ferry to the islands was late again.\r\n\r\nNobody could say why.\r\n"


def test_the_text_is_kept_as_it_is(write):
    [article] = read(write("a.txt", "\ufeff" + BODY + "e\u0301 \0 ."))

    assert article.text == BODY + "e\u0301 \ufffd ."


def test_a_first_line_like_a_headline_is_the_title(write):
    [article] = read(write("a.txt", "\n  Ferry late again, captain says \n\n" + BODY))

    assert article.title == "Ferry late again, captain says"
    assert article.title_span == Span(3, 33)


@pytest.mark.parametrize(
    "start",
    [
        "The ferry was late.\n\n",
        "The ferry was late again\nand nobody could say why.\n\n",
        "ADVERTISEMENT\n\n",
        "By Ada Quill\n\n",
        "* * *\n\n",
        f"{'Long ' * 50}\n\n",
    ],
)
def test_other_first_lines_are_not(write, start):
    [article] = read(write("a.txt", start + BODY))

    assert (article.title, article.title_span) == ("", None)


def test_a_headline_needs_a_story_under_it(write):
    [article] = read(write("a.txt", "Ferry late again\n\n\n"))

    assert article.title == ""


def test_a_markdown_heading_is_a_title_without_its_marks(write):
    [article] = read(write("a.md", "## Ferry late\n\n" + BODY))

    assert article.title_span.of(article.text) == "Ferry late"


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Late: again"\nPublisher: The Quay\ndate: 3 May 2022\ntags:\n  - sea\nmood: grey\n---\n',
        "Title: Late: again\r\nOutlet: The Quay\r\nPublished: 2022-05-03\r\n\r\n",
    ],
)
def test_front_matter_is_masked_and_used(write, front):
    [article] = read(write("a.md", front + BODY))

    assert (article.title, article.outlet, article.date) == ("Late: again", "The Quay", datetime.date(2022, 5, 3))
    assert article.text == front + BODY
    assert article.masked == (Span(0, len(front)),)
    assert article.title_span is None
    assert article.extra == ((("mood", "grey"),) if "mood" in front else ())


def test_a_title_in_front_matter_may_stand_in_the_text_too(write):
    [article] = read(write("a.md", f"title: Ferry late\n\nFerry late\n\n{BODY}"))

    assert article.title_span == Span(19, 29)


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe ferry was late.\n---\nNobody knew why: the captain was silent.\n",
        "---\n- one\n",
        "Date: why nobody wants one\n\nThe ferry was late.\n",
        "Link: ferry and weather\n\nThe ferry was late.\n",
        "Minister: ferry late\n\nThe ferry was late.\n",
        "Title: Late\nThe ferry was late.\n",
        "",
        "---",
        "---\n" + "a: b\n" * 100 + "---\n",
    ],
)
def test_what_only_looks_like_front_matter_is_story(text):
    assert front_matter(text) == (None, [])


def test_a_file_of_front_matter_alone_has_no_text(write):
    [item] = read(write("a.md", "---\ntitle: Late\n---\n\n"))

    assert item.kind == "empty"
