"""The page as a whole: its structure, its modes, its empty states, and that it never changes by itself."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import lxml.html
import pytest
from jinja2 import meta

from framing import resources
from framing.compare.comparison import Comparison
from framing.errors import UsageError
from framing.report import Provenance, ReportOptions, report
from framing.report.render import environment

GOLDEN = Path(__file__).parents[1] / "golden" / "report.html"
TEMPLATES = sorted(file.name for file in resources.reports().iterdir() if file.name.endswith((".jinja", ".js")))


def words_of(page: str) -> str:
    """What the body of a page says."""
    root = lxml.html.document_fromstring(page)
    for element in root.xpath("//script | //style"):
        element.drop_tree()
    return " ".join(root.text_content().split())


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_know_one_name(name: str) -> None:
    source = resources.reports().joinpath(name).read_text(encoding="utf-8")

    assert meta.find_undeclared_variables(environment().parse(source)) <= {"view"}


def test_the_page_is_that_of_the_golden_file(page: str, update_golden: bool) -> None:
    if update_golden:
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_bytes(page.encode())

    assert page == GOLDEN.read_bytes().decode()


def test_the_order_of_the_input_does_not_matter(made: ModuleType, page: str, provenance: Provenance) -> None:
    articles = made.articles()
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        shuffled = made.comparison(articles, excluded=made.excluded()[::-1], notes=("Two ids were alike.",))
        shuffled = replace(shuffled, groups=tuple(random.Random(seed).sample(shuffled.groups, 3)))
        assert report(shuffled, provenance=provenance) == page


def test_ids_are_unique_and_references_lead_somewhere(page: str) -> None:
    root = lxml.html.document_fromstring(page)
    ids = root.xpath("//@id")

    assert len(ids) == len(set(ids))
    for name in ("aria-labelledby", "popovertarget"):
        for value in root.xpath(f"//@{name}"):
            assert set(value.split()) <= set(ids), value


def test_sections_have_headings_and_a_way_to_them(page: str) -> None:
    root = lxml.html.document_fromstring(page)
    sections = root.xpath("//main/section/@id")

    assert sections == [
        "findings", "compared", "openings", "frames", "voices", "sources", "who", "verbs", "hedging", "readability",
        "further", "texts", "evidence", "method", "origin", "data",
    ]  # fmt: skip
    assert {href[1:] for href in root.xpath("//nav//a/@href")} <= set(sections)
    assert root.get("lang") == "en"
    assert root.xpath("//h1")
    assert len(root.xpath("//h1")) == 1
    assert all(element.get("lang") for element in root.xpath("//article"))
    for svg in root.xpath('//svg[not(ancestor-or-self::*[@aria-hidden="true"])][not(ancestor::svg)]'):
        assert svg.get("role") == "img"
        assert svg.get("aria-labelledby")


def test_it_says_nothing_of_left_right_or_bias(page: str) -> None:
    text = words_of(page)

    assert not re.search(r"\b(bias\w*|left-wing|right-wing|leaning|slant\w*|propaganda)\b", text, re.IGNORECASE)
    assert len(lxml.html.document_fromstring(page).xpath('//ol[@class="findings"]/li')) <= 3


def test_findings_are_sentences_about_these_articles(page: str) -> None:
    found = lxml.html.document_fromstring(page).xpath('//ol[@class="findings"]/li')

    assert found
    for item in found:
        sentence, links = item.xpath("./p")
        assert "these articles" in sentence.text_content()
        assert sentence.text_content().endswith(".")
        assert links.xpath(".//a/@href")


def test_a_comparison_without_difference_says_so(made: ModuleType) -> None:
    same = [made.scored(outlet, outlet, "The {threat|war} went on.", day="2031-05-02") for outlet in "AB"]

    assert "no difference between the outlets is large enough" in words_of(report(made.comparison(same)))


def test_one_outlet_is_described_and_compared_with_nothing(made: ModuleType) -> None:
    only = made.comparison([made.scored("1", "A", "The {threat|war} went on.")])

    assert "Only A was given (1 article)" in words_of(report(only))


def test_an_empty_comparison_says_why(made: ModuleType) -> None:
    empty = Comparison("outlet", "same-story", "Nothing was read.", (), (), made.excluded())
    text = words_of(report(empty))

    assert "No article could be scored" in text
    assert "only English is scored" in text


def test_articles_without_words_get_no_figures(made: ModuleType) -> None:
    silent = made.comparison([made.scored("1", "A", "—"), made.scored("2", "", "The {threat|war} went on.")])
    text = words_of(report(silent))

    assert "nan" not in text.lower()
    assert "(no outlet)" in text


def test_text_modes(made: ModuleType, comparison: Comparison) -> None:
    full, evidence, none = (
        words_of(report(comparison, options=ReportOptions(texts=texts))) for texts in ("full", "evidence", "none")
    )
    assert "shook hands in the rain" in full
    assert "READ MORE: ferries" in full
    assert "READ MORE" not in evidence
    assert "shook hands in the rain" not in none
    assert "lamp-7" not in none
    assert "a3-s1" in none


def test_excerpts_hold_the_sentences_around_marks(made: ModuleType) -> None:
    sentences = [
        f"Plain sentence number {word} stands here." for word in ("one", "two", "three", "four", "five", "six")
    ]
    sentences[3] = "The {threat|war} went on."
    page = report(
        made.comparison([made.scored("1", "A", " ".join(sentences))]), options=ReportOptions(texts="evidence")
    )
    shown = lxml.html.document_fromstring(page).get_element_by_id("a1").xpath(".//article")[0]

    assert [span.get("id") for span in shown.xpath(".//span[@id]")] == ["a1-s3", "a1-s4", "a1-s5"]
    assert "two" not in shown.text_content()


def test_options_are_checked() -> None:
    wrong: Any = "some"
    with pytest.raises(UsageError, match="Choose one of full, evidence, none"):
        ReportOptions(texts=wrong)


def test_nothing_is_printed_that_is_not_known(comparison: Comparison) -> None:
    root = lxml.html.document_fromstring(report(comparison))

    assert [dt.text_content() for dt in root.xpath('//section[@id="origin"]//dt')] == ["Report"]


def test_the_report_id_follows_the_content(made: ModuleType, comparison: Comparison, provenance: Provenance) -> None:
    def identifier(*args: Any, **kwargs: Any) -> str:
        return str(re.findall(r"Report ([0-9a-f]{12})", report(*args, **kwargs))[0])

    first = identifier(comparison, provenance=provenance)
    assert identifier(comparison, provenance=replace(provenance, command="another way")) == first
    assert identifier(comparison, provenance=replace(provenance, version="9.9.10")) != first
    assert identifier(made.comparison(made.articles()[:3]), provenance=provenance) != first


def test_weight(page: str) -> None:
    assert len(resources.reports().joinpath("report.css").read_bytes()) <= 24_000
    assert len(resources.reports().joinpath("report.js").read_bytes()) <= 16_000
    assert len(page.encode()) <= 120_000


@pytest.mark.parametrize("frames", [7, 40])
def test_any_number_of_frames_can_be_told_apart(made: ModuleType, monkeypatch: pytest.MonkeyPatch, frames: int) -> None:
    titles = {f"frame{at}": f"Frame {chr(65 + at % 26)}{at}" for at in range(frames)}
    monkeypatch.setattr(made, "FRAMES", titles)
    text = " ".join(f"Some {{frame{at}|word{at}}} here." for at in range(frames))
    page = report(made.comparison([made.scored("1", "A", text)]))
    rules = re.findall(
        r"--c:var\((--c\d)\);--l:(\w+);--w:(\dpx);--u:underline;--den:\"denied \";--tag:\"([A-Z]+)\"", page
    )

    assert len(rules) == frames + len(made.HEDGING) + 3
    assert len({rule[:3] for rule in rules[:36]}) == min(36, len(rules))
    assert len({rule[3] for rule in rules}) == len(rules)
