from __future__ import annotations

import datetime

import pytest
import trafilatura

from framing.article import Excluded
from framing.read import read

FIRST = "The ferry to the northern islands was late again on Monday, and nobody could say why it was."
SECOND = "“We will look into it,” the harbour master told reporters, who had heard him say so before."
PAGE = f"""<!doctype html><html lang="en"><head><title>Ferry late again - The Quay</title>
<meta property="og:site_name" content="The Quay"><meta property="article:published_time" content="2022-05-03T08:00:00Z">
<link rel="canonical" href="https://quay.example/2022/ferry"></head>
<body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<article><h1>Ferry late again</h1><p>{FIRST}</p><p>{SECOND}</p></article>
<section class="comments"><p>First!</p></section><footer>© 2022 The Quay</footer></body></html>"""


def test_a_page_gives_its_article_with_paragraphs_apart(write):
    [article] = read(write("a.html", PAGE))

    assert f"{FIRST}\n\n{SECOND}" in article.text
    assert "Home" not in article.text
    assert "First!" not in article.text
    assert article.title == "Ferry late again"
    assert article.outlet == "The Quay"
    assert article.date == datetime.date(2022, 5, 3)
    assert article.url == "https://quay.example/2022/ferry"
    assert article.title_span is None or article.title_span.of(article.text) == article.title


def test_a_page_in_another_encoding_is_read(write):
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252")

    [article] = read(write("a.html", page))

    assert SECOND in article.text


@pytest.mark.parametrize("page", ["<html></html>", "<", "not a page", "<html><body><script>1</script></body></html>"])
def test_a_page_without_an_article_is_excluded(write, page, capfd):
    [item] = read(write("a.html", page))

    assert (type(item), item.kind) == (Excluded, "empty")
    assert capfd.readouterr().err == ""


def test_a_page_that_cannot_be_taken_apart_is_excluded(write, monkeypatch):
    def stumble(*_args, **_keywords):
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", stumble)
    [item] = read(write("a.html", PAGE))

    assert item.reason == "the page cannot be taken apart: RecursionError"
