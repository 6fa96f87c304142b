"""docs/rows.md names the fields that rows have, with their types."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import framing
from framing.lexicon.actors import ROLES
from framing.lexicon.schema import ACTS, STANCES
from framing.pipeline import rows
from framing.rows import columns

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "rows.md").read_text(encoding="utf-8")
SECTIONS = {"article": "Articles", "sentence": "Sentences", "quotation": "Quotations", "evidence": "Evidence"}
EVENTS, STORY = "Events", "One event"


def fields(section: str) -> dict[str, str]:
    """Names and types of the fields of a section's table."""
    text = PAGE.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", text, re.MULTILINE))


def _span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(offset, int) for offset in value)


TYPES = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float),
    "boolean": lambda value: isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "span": _span,
    "list of spans": lambda value: isinstance(value, list) and all(map(_span, value)),
    "list of strings": lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value),
    "list of objects": lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
    "null": lambda value: value is None,
}


@pytest.fixture(scope="module")
def corpus() -> framing.Corpus:
    return framing.read(ROOT / "examples" / "articles")


@pytest.mark.parametrize(("level", "section"), SECTIONS.items())
def test_fields_and_types_are_those_of_the_rows(corpus, level, section):
    documented = fields(section)
    for row in rows(corpus, level):
        # Measures have a page of their own.
        names = [name for name in row if level != "article" or not re.search(r"_|quotations$", name)]
        names += [name for name in ("own_words", "quoted_words") if level == "article"]
        assert sorted(names) == sorted(documented)
        for name, kind in documented.items():
            assert any(TYPES[one](row[name]) for one in kind.split(" or ")), (name, kind, row[name])


@pytest.mark.parametrize("section", list(SECTIONS.values())[1:])
def test_fields_stand_in_the_order_of_the_rows(corpus, section):
    level = next(level for level, name in SECTIONS.items() if name == section)
    assert list(fields(section)) == list(next(rows(corpus, level)))


def test_events_have_the_documented_fields(corpus):
    documented = fields(EVENTS)
    assert list(documented) == list(columns("event"))
    for row in framing.events(corpus).rows():
        assert list(row) == list(documented)
        for name, kind in documented.items():
            assert any(TYPES[one](row[name]) for one in kind.split(" or ")), (name, kind, row[name])


def test_the_story_has_the_documented_fields(corpus):
    documented = fields(STORY)
    assert list(documented) == list(columns("story"))
    found = list(framing.same_story(corpus).rows())
    assert {row["kind"] for row in found} >= {"statement", "source", "number", "claim"}
    for row in found:
        assert list(row) == list(documented)
        for name, kind in documented.items():
            assert any(TYPES[one](row[name]) for one in kind.split(" or ")), (name, kind, row[name])


def test_what_a_field_may_say_is_named():
    for words in (ROLES, STANCES, ACTS, ("narration", "direct", "indirect", "mixed"), ("asserted", "denied")):
        for word in words:
            assert f"`{word}`" in PAGE
