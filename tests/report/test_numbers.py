"""Every figure on a page is a sum over its rows, and leads to them."""

from __future__ import annotations

import math
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from framing.article import Article
from framing.compare.compare import compare
from framing.compare.comparison import Comparison
from framing.pipeline import analyse, instrument
from framing.read import read as framing_read
from framing.report import ReportOptions, report

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
UNCOUNTED = re.compile(r"words_per_sentence.*|flesch_.*|masked_stretches")


@pytest.fixture(scope="module")
def read(reading: ModuleType, page: str) -> Any:
    """The page, read back."""
    return reading.Page(page)


def shown(text: str) -> tuple[float, float, int | None]:
    """A printed figure as a number, how far rounding may have moved it, and the count in brackets beside it."""
    found = re.fullmatch(r"(?:[\w-]+ )?([<>]?)([\d,]+)(\.\d)?(%?)(?: \(([\d,]+)\))?", text)
    assert found, text
    number = float(found[2].replace(",", "") + (found[3] or ""))
    amount = int(found[5].replace(",", "")) if found[5] else None
    if found[4]:
        return number / 100, 0.01 if found[1] else 0.0050001, amount
    return number, 0.0500001 if found[3] else 0.5000001 if number >= 99 else 1e-9, amount


# A quotient is printed for programs with four digits, beside the exact numbers it is made of.
ROUNDED = 5.1e-4


def check(read: Any) -> None:
    """Compare each figure with the rows, with its own parts and with what is printed."""
    assert len(read.numbers) > 50
    for number in read.numbers:
        where = (
            f"{number.measure} of {number.group or number.article or 'all'} {number.actor}{number.label}: {number.text}"
        )
        assert number.measure, where
        if math.isnan(number.value):
            assert number.text == "–", where
            continue
        value, rounding, amount = shown(number.text)
        assert math.isclose(number.value, value, abs_tol=rounding), where
        assert amount is None or amount == number.numerator, where
        expected = read.expected(number)
        if expected is None:
            assert UNCOUNTED.fullmatch(number.measure) or number.measure.startswith("other"), where
            continue
        numerator, denominator = expected
        if denominator is None:
            assert number.value == pytest.approx(numerator, rel=1e-5), where
            continue
        scale = 1000 if number.measure.endswith("_per_1000") else 1
        assert number.value == pytest.approx(scale * numerator / denominator, rel=ROUNDED), where
        if number.denominator is not None:
            assert number.numerator == pytest.approx(numerator, rel=1e-5), where
            assert number.denominator == denominator, where
            assert number.value == pytest.approx(scale * number.numerator / number.denominator, rel=ROUNDED), where


def test_every_figure_is_a_sum_over_the_rows(read: Any) -> None:
    check(read)


@pytest.fixture(scope="module")
def examples() -> Comparison:
    """The articles of the examples, measured with everything there is."""
    articles = [item for item in framing_read([str(EXAMPLES)]) if isinstance(item, Article)]
    return compare(list(analyse(articles)), instrument().scorers)


@pytest.mark.parametrize("texts", ["full", "evidence", "none"])
def test_so_it_is_with_the_articles_of_the_examples(examples: Comparison, reading: ModuleType, texts: Any) -> None:
    check(reading.Page(report(examples, options=ReportOptions(texts=texts))))


def test_every_figure_is_that_of_the_comparison(read: Any, comparison: Comparison) -> None:
    groups = {f"g{at}": group for at, group in enumerate(comparison.groups, 1)}
    compared = 0
    for number in read.numbers:
        measures = {measure.name: measure for measure in groups[number.group].measures} if number.group else {}
        if number.measure in measures and not number.actor and not number.article:
            assert number.value == pytest.approx(measures[number.measure].value, rel=ROUNDED, nan_ok=True), (
                number.measure
            )
            compared += 1
    assert compared > 40


def test_rows_are_the_evidence_of_the_comparison(read: Any, comparison: Comparison) -> None:
    given = sorted(
        (row.scorer, row.voice, row.polarity, "" if row.actor is None else row.actor, row.weight)
        for scored in comparison.articles
        for row in scored.evidence
    )
    printed = sorted(
        (row.scorer, row.voice, row.polarity, "" if row.actor in ("unnamed", "unresolved") else row.actor, row.weight)
        for row in read.rows
    )
    assert printed == given


def test_every_link_of_a_figure_leads_to_rows(read: Any) -> None:
    ids = set(read.root.xpath("//@id"))
    linked = [number for number in read.numbers if number.href]
    assert len(linked) > 20
    for number in linked:
        assert number.href.removeprefix("#") in ids, number
    for href in read.root.xpath("//a/@href"):
        assert not href.startswith("#") or href[1:] in ids, href


def test_a_figure_leads_to_exactly_its_rows(read: Any) -> None:
    checked = 0
    for number in read.numbers:
        if re.fullmatch(r"\w+_(own|quoted|denied)_per_1000", number.measure) and number.href:
            body = number.href.removeprefix("#")
            assert sum(row.weight for row in read.rows if row.body == body) == number.numerator
            checked += 1
    assert checked > 5


@pytest.mark.parametrize("section", ["findings", "frames", "voices", "sources", "verbs", "hedging", "readability"])
def test_no_figure_stands_outside_its_data(read: Any, section: str) -> None:
    element = read.root.get_element_by_id(section)
    known = {id(number.element) for number in read.numbers}
    for cell in element.xpath(
        './/td[not(ancestor-or-self::*/@aria-hidden)] | .//ol[@class="findings"]/li/p[1] | .//figcaption/h3'
    ):
        for text in cell.xpath(".//text()[not(ancestor::data)]"):
            # The number of passages behind a figure is read with it.
            rest = re.sub(r"^ \([\d,.]+\)", "", text) if text.is_tail and text.getparent().tag == "data" else text
            assert id(cell) in known or not re.search(r"\d", rest.replace("1,000 words", "")), text


def test_bars_say_what_their_table_says(read: Any) -> None:
    table = {
        (number.measure, number.group, number.actor): number.text.split()[0]
        for number in read.numbers
        if number.element.tag == "data"
    }
    labels = [number for number in read.numbers if number.element.tag == "text"]
    assert labels
    for number in labels:
        assert number.text.split()[-1] == table[number.measure, number.group, number.actor]
