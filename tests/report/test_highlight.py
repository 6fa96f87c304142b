"""Cut text, joined again, is the text."""

from __future__ import annotations

import re
from html import unescape
from types import ModuleType

import lxml.html
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.compare.comparison import Comparison
from framing.report import Provenance, report
from framing.report.catalog import Catalog
from framing.report.highlight import cut
from framing.report.texts import Reader

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair) + 1)), max_size=12
)


@given(st.integers(1, 61), spans, st.sets(st.integers(0, 70), max_size=5))
def test_pieces_follow_one_another_and_know_what_covers_them(
    length: int, stretches: list[tuple[int, int]], edges: set[int]
) -> None:
    pieces = list(cut(length, stretches, edges))

    assert [piece[0] for piece in pieces] == [0, *(piece[1] for piece in pieces[:-1])]
    assert pieces[-1][1] == length
    for start, end, covering in pieces:
        assert start < end
        for offset in range(start, end):
            assert covering == tuple(at for at, (a, b) in enumerate(stretches) if a <= offset < b)


def shown(reader: Reader, catalog: Catalog) -> str:
    """The first article as its segments give it."""
    paragraphs = reader.view(catalog.articles[0]).paragraphs
    return "".join(segment.text for p in paragraphs for run in p.runs for segment in run.segments)


words = st.sampled_from(
    [
        "war", "{threat|war}", "{!threat|attack}", "{hedge|may}", "{diplomacy|ta{threat|lks}}", "\n", "\n\n", " ", ". ",
        "The", "[[NRD government direct|“No {threat|war},”]] he {neutral:say|said}", "~~\nPhoto~~", "<b>&amp;", "😀",
        "مرحبا", "\u202e", "\r\n", "  ", "»", "e\u0301",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(words, min_size=1, max_size=25))
def test_segments_joined_are_the_text(made: ModuleType, pieces: list[str]) -> None:
    scored = made.scored("1", "A", "Start " + " ".join(pieces))
    catalog = Catalog(made.comparison([scored]), Provenance())

    assert shown(Reader(catalog, "full"), catalog) == scored.document.article.text


def test_tags_stripped_from_the_page_leave_the_text(page: str, comparison: Comparison) -> None:
    articles = [scored.document.article for scored in comparison.articles]
    for at, article in enumerate(articles, 1):
        html = re.search(rf"<details class=text id=a{at}[ >].*?<article[^>]*>(.*?)</article>", page, re.DOTALL)
        assert html
        text = unescape(re.sub(r"<[^>]*>", "", html[1]))
        assert text == (article.text if article.title_span else article.title + article.text)


def test_marks_lead_to_their_rows_and_overlap_without_nesting(made: ModuleType) -> None:
    page = report(made.comparison([made.scored("1", "A", "A {threat|menacing {diplomacy|round} of} talks.")]))
    article = lxml.html.document_fromstring(page).xpath("//article")[0]
    marks = article.xpath(".//a")

    assert [mark.text for mark in marks] == ["menacing ", "round", " of"]
    assert not article.xpath(".//a//a")
    assert marks[1].get("class") == "m1 m2"
    assert marks[1].get("data-e") == "1 2"
    assert marks[1].get("href") == "#e1"


def test_masked_text_and_words_of_sources_look_different(page: str) -> None:
    root = lxml.html.document_fromstring(page)

    assert [s.text for s in root.get_element_by_id("a4").xpath(".//s")] == []
    assert root.get_element_by_id("a3").xpath(".//s")[0].text == "Photo: A. Nadir"
    assert root.get_element_by_id("a3").xpath(".//i")[0].text == "“We fear no "
    denied = root.get_element_by_id("a3").xpath('.//a[contains(@class, "d")]')
    assert [mark.text for mark in denied] == ["attack"]
