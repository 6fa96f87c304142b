"""The page in corpus mode: claims with their intervals and checks, and nothing claimed beside them."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import lxml.html
import pytest

from framing.compare.results import Inference
from framing.pipeline import compare, report

_PATH = Path(__file__).parents[1] / "compare" / "corpora.py"


@pytest.fixture(scope="module")
def inferred():
    spec = importlib.util.spec_from_file_location("report_corpora", _PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return compare(module.coverage({"Gull": 0.6, "Lamp": 0.2, "Orb": 0.2}, size=60), inference=Inference(draws=499))


@pytest.fixture(scope="module")
def root(inferred):
    return lxml.html.document_fromstring(report(inferred))


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_findings_come_with_interval_numbers_and_fate(root, inferred):
    first = words(root.xpath('//ol[@class="findings"]/li')[0])

    assert "95% interval" in first
    assert "60 and 120 articles" in first
    assert "survive" in first
    assert "Corpus comparison" in words(root.get_element_by_id("findings"))


def test_every_claim_on_the_page_says_whether_it_survives(root, inferred):
    claimed = [row for row in inferred.statistics.differences if row.claimed]
    rows = root.xpath('//caption[@id="t-holding"]/../tbody/tr')

    assert len(rows) == min(60, len(claimed))
    for row in rows:
        assert words(row).endswith("every check") or re.search(r"not (?:without|in|among|by) ", words(row))


def test_no_other_heading_claims_a_difference(root):
    for heading in root.xpath("//figcaption/h3"):
        assert not re.search(r"sets them apart|clearly|No clear|against", words(heading)), words(heading)


def test_what_cannot_be_told_is_told(root):
    assert "We cannot tell" in words(root.get_element_by_id("differences")) or "cannot tell" in words(
        root.get_element_by_id("differences")
    )
    assert root.xpath('//caption[@id="t-cannot"]')


@pytest.mark.parametrize("section", ["differences", "words", "coverage", "time"])
def test_the_sections_of_corpus_mode_are_there_and_in_the_navigation(root, section):
    assert root.xpath(f'//section[@id="{section}"]')
    assert root.xpath(f'//nav//a[@href="#{section}"]')


def test_limits_say_what_few_articles_give(root):
    assert "10 articles" in words(root.get_element_by_id("method"))


def test_intervals_are_drawn(root):
    lines = root.xpath('//section[@id="frames"]//svg/line[@stroke-width="2"]')

    assert len(lines) == 18


def test_every_link_leads_somewhere(root):
    ids = set(root.xpath("//@id"))
    for href in root.xpath("//a/@href"):
        assert not href.startswith("#") or href[1:] in ids, href


def test_same_story_pages_have_none_of_it(page):
    assert 'id="differences"' not in page
    assert "95% interval" not in page


def test_ids_are_unique_here_too(root):
    ids = root.xpath("//@id")

    assert len(ids) == len(set(ids))


def test_how_each_actor_is_reported_comes_with_intervals_and_verdicts(root, inferred):
    shares = root.xpath('//caption[@id="t-treated"]/../tbody/tr[td]')
    known = {row.group for row in inferred.statistics.reported if row.label == "RUS" and row.low == row.low}

    assert len(shares) == len(known) == 3
    assert all(re.search(r"% \(\d+\.\d% to \d+\.\d%\)", words(row)) for row in shares)
    assert "introduce" in words(root.get_element_by_id("verbs"))
