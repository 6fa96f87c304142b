"""The section on one event: items lead to their passages, nothing is said where nothing can be."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest

from framing.compare.compare import compare
from framing.pipeline import analyse, instrument, read
from framing.report import Provenance, ReportOptions, report

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"


def page(provenance: Provenance, by: str = "outlet", **options) -> lxml.html.HtmlElement:
    corpus = read(EXAMPLES)
    comparison = compare(analyse(corpus), instrument().scorers, by=by)
    return lxml.html.document_fromstring(report(comparison, options=ReportOptions(**options), provenance=provenance))


@pytest.fixture(scope="module")
def root(provenance: Provenance) -> lxml.html.HtmlElement:
    return page(provenance)


def text(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_same_statement_stands_under_different_verbs(root):
    table = root.xpath("//table[caption[@id='t-same']]")[0]
    body = next(body for body in table.xpath("tbody") if "Not one vessel" in text(body))
    verbs = [text(row.xpath("td")[0]) for row in body.xpath("tr[td]")]
    assert len(verbs) >= 4
    assert {"insisted", "no verb"} <= {verb.partition(" (")[0] for verb in verbs}


def test_items_lead_to_the_sentence_that_holds_them(root):
    links = root.xpath("//section[@id='story']//td/a")
    assert len(links) > 30
    for link in links:
        sentence = root.get_element_by_id(link.get("href").removeprefix("#"))
        words = text(link).strip("“”\"'").removesuffix("…").split()
        assert " ".join(words[:4]) in text(sentence), link.get("href")


def test_what_is_only_here_is_nowhere_else(root):
    table = root.xpath("//table[caption[@id='t-only']]")[0]
    texts = {each.get("id"): text(each) for each in root.xpath("//section[@id='texts']//*[@id]")}
    texts = {name: words for name, words in texts.items() if re.fullmatch(r"a\d+", name)}
    assert len(texts) == 5
    for row in table.xpath("tbody/tr"):
        for link in row.xpath("td[1]/a | td[3]/a"):
            here = link.get("href").removeprefix("#").partition("-")[0]
            starred = (link.tail or "").startswith("*")
            others = [each for article, each in texts.items() if article != here]
            assert starred or not any(text(link) in each for each in others), text(link)


def test_texts_decide_how_closely_items_are_linked(provenance):
    near = page(provenance, texts="evidence").xpath("//section[@id='story']//td/a/@href")
    assert near
    assert all("-" not in href for href in near)
    assert not page(provenance, texts="none").xpath("//section[@id='story']//td/a")


def test_wording_never_says_omitted(root):
    words = text(root.xpath("//section[@id='story']")[0])
    assert "omit" not in words.lower()
    assert "does not mean left out" in words


def test_events_and_days_are_not_read_side_by_side(provenance):
    assert not page(provenance, by="date").xpath("//section[@id='story']")


def test_events_are_told_one_by_one(provenance: Provenance):
    from framing.compare.by_event import gathered

    corpus = read(EXAMPLES)
    ready = gathered(corpus, by="event")
    comparison = compare(analyse(ready.articles), instrument().scorers, by="event", events=ready.events)
    root = lxml.html.document_fromstring(report(comparison, provenance=provenance))
    table = root.xpath("//table[caption[@id='t-same-g1']]")[0]
    assert "same statement" in text(table.xpath("caption")[0])
    outlets = {text(row.xpath("th")[0]) for row in table.xpath(".//tr[td]")}
    assert len(outlets) > 2
    assert root.xpath("//table[caption[@id='t-only-g1']]")


def test_many_articles_are_told_event_by_event(provenance: Provenance):
    from dataclasses import replace

    from framing.compare.by_event import gathered
    from tests.compare.newsroom import event

    made = [article for number in range(25) for article in event(number, day=9 * number)]
    said = [
        replace(each, text=f"{each.text} “We will not slam the door shut,” Jens Stoltenberg said.") for each in made
    ]
    ready = gathered(said)
    comparison = compare(analyse(ready.articles), instrument().scorers, mode="same-story", events=ready.events)
    root = lxml.html.document_fromstring(report(comparison, provenance=provenance))
    story = root.get_element_by_id("story")
    assert "only within an event, and only up to 60" in text(story)
    named = {caption.get("id").rpartition("-")[2] for caption in story.xpath(".//caption")}
    assert named == {f"e{at}" for at in range(1, 7)}
