"""A page must open anywhere: what each passage, quotation and letter may weigh, on the articles of the examples."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import lxml.html
import pytest

from framing.article import Article
from framing.compare.compare import compare
from framing.pipeline import analyse, instrument
from framing.read import read
from framing.report import ReportOptions, report

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
PASSAGE, QUOTATION, LETTER = 110, 185, 2.1
# Styles, scripts, figures, tables, method and definitions for five outlets and all there is to measure.
AROUND = 190_000


@pytest.fixture(scope="module", params=["full", "none"])
def page(request: pytest.FixtureRequest) -> str:
    """The page of the examples, measured with everything there is."""
    articles = [item for item in read([str(EXAMPLES)]) if isinstance(item, Article)]
    options = ReportOptions(texts=request.param)
    return report(compare(list(analyse(articles)), instrument().scorers), options=options)


def section(page: str, name: str) -> str:
    """The source of a section; none has another inside."""
    start = page.find(f"<section id={name} ")
    return page[start : page.index("</section>", start)] if start >= 0 else ""


def test_nothing_weighs_more_than_it_must(page: str, reading: ModuleType) -> None:
    rows = reading.Page(page).rows
    quotations = sum(row.scorer == "sources" for row in rows)
    evidence, who, texts = (section(page, name) for name in ("evidence", "who", "texts"))

    assert len(evidence.encode()) <= PASSAGE * (len(rows) - quotations)
    assert len(who.encode()) <= QUOTATION * quotations
    assert len(page.encode()) - sum(len(part.encode()) for part in (evidence, who, texts)) <= AROUND
    if texts:
        letters: Any = lxml.html.document_fromstring(texts).text_content()
        assert len(texts.encode()) <= LETTER * len(letters.encode())
