"""Hostile input: whatever stands in a file, it is read or excluded, and offsets lie in the text."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.article import Article
from framing.errors import FramingError
from framing.read import ReadOptions, read
from framing.read.decode import mended

ANY = ReadOptions(detect_language=False, keep_duplicates=True)
TEXT = st.text(st.characters())
SAVED = st.text(st.characters(exclude_categories=["Cs"]))


def check(data: bytes, form: str) -> list[Article]:
    options = ReadOptions(stdin_format=form, keep_duplicates=True)
    try:
        found = [item for item in read("-", options=options, stdin=io.BytesIO(data)) if isinstance(item, Article)]
    except FramingError:
        return []
    for article in found:
        article.text.encode()
        for span in (*article.masked, *([article.title_span] if article.title_span else [])):
            assert 0 <= span.start < span.end <= len(article.text)
        assert article.title_span is None or article.title_span.of(article.text) == article.title
        assert len({one.id for one in found}) == len(found)
    return found


@pytest.mark.parametrize("form", ["text", "jsonl", "json", "csv", "tsv", "parquet"])
@given(data=st.one_of(st.binary(), TEXT.map(lambda text: text.encode("utf-8", "surrogatepass"))))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_excluded(form, data):
    check(data, form)


@given(st.lists(st.sampled_from(
    ["<", ">", "<p>", "</p>", "<html", "<!--", "<meta charset=", "utf-16", "&#0;", "&#xD800;", "<article>", "<![CDATA[",
     "<?xml version='1.0' encoding='utf-8'?>", "\0", "The ferry was late. " * 20, "<title>", "é", "\ud800"]),
    max_size=12).map("".join))  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_any_page_is_read_or_excluded(page):
    check(page.encode("utf-8", "surrogatepass"), "html")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
ROW = st.dictionaries(
    st.sampled_from(["id", "text", "title", "outlet", "date", "url", "lang", "other"]), JSON | TEXT, max_size=8
)


@given(st.lists(ROW, max_size=4))
@settings(max_examples=80, deadline=None)
def test_any_values_are_read_or_excluded(rows):
    check("\n".join(map(json.dumps, rows)).encode(), "jsonl")
    check(json.dumps(rows).encode(), "json")


@given(st.lists(TEXT, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_texts_in_json_come_back_exactly(texts):
    data = json.dumps([{"text": text} for text in texts]).encode()

    found = [item.text for item in read("-", options=ANY, stdin=io.BytesIO(data)) if isinstance(item, Article)]

    assert found == [mended(text) for text in texts if mended(text).strip()]


@given(st.lists(SAVED, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_texts_in_csv_come_back_exactly(texts):
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text"], *([str(number), text] for number, text in enumerate(texts))])
    options = ReadOptions(detect_language=False, keep_duplicates=True, stdin_format="csv", encoding="utf-8")

    found = read("-", options=options, stdin=io.BytesIO(file.getvalue().encode()))

    assert [item.text for item in found if isinstance(item, Article)] == [
        mended(text) for text in texts if mended(text).strip()
    ]
