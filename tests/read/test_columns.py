from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from framing.article import Excluded
from framing.errors import UsageError
from framing.read.columns import Columns, as_text, find_columns, records
from framing.read.inputs import Source
from framing.read.options import ReadOptions

SOURCE = Source("coverage.json", Path("coverage.json"))
PLAIN = ReadOptions()


def test_columns_are_known_by_their_usual_names_whatever_the_case():
    found = ("ID", "Publisher", "published at", "Headline", "Link", "Lang", "Article-Text", "desk")

    assert find_columns(found, PLAIN, "t.csv") == Columns(
        text="Article-Text",
        title="Headline",
        outlet="Publisher",
        date="published at",
        url="Link",
        id="ID",
        language="Lang",
        extra=("desk",),
    )


def test_the_first_of_two_names_is_taken_and_the_other_kept_as_extra():
    columns = find_columns(("content", "body", "date", "published"), PLAIN, "t.csv")

    assert (columns.text, columns.date, columns.extra) == ("body", "date", ("content", "published"))


@pytest.mark.parametrize("name", ["source", "doc", "Source"])
def test_a_bare_source_is_no_outlet(name):
    columns = find_columns((name, "text"), PLAIN, "t.csv")

    assert (columns.outlet, columns.id, columns.extra) == (None, None, (name,))


def test_a_told_column_comes_first():
    columns = find_columns(("text", "Summary", "source"), ReadOptions(text_col="summary", outlet_col="source"), "t.csv")

    assert (columns.text, columns.outlet, columns.extra) == ("Summary", "source", ("text",))


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (
            {"outlet_col": "outlet"},
            "column 'outlet' not in coverage.csv (found: source, body, date)\n  --outlet-col source",
        ),
        (
            {"text_col": "bodi"},
            "column 'bodi' not in coverage.csv (found: source, body, date)\n  --text-col body",
        ),
        ({"id_col": "nr"}, "column 'nr' not in coverage.csv (found: source, body, date)"),
    ],
)
def test_a_told_column_that_is_missing_is_refused_with_a_hint(told, message):
    with pytest.raises(UsageError) as caught:
        find_columns(("source", "body", "date"), replace(PLAIN, **told), "coverage.csv")

    assert str(caught.value) == message


def test_a_table_without_text_is_excluded_with_a_hint():
    [item] = records(SOURCE, iter([(1, {"title": "Late", "description": "The ferry was late."})]), PLAIN)

    assert item == Excluded(
        "coverage.json",
        "no column with the text (found: description)",
        remedy="--text-col description",
    )


def test_rows_with_other_keys_share_the_columns_of_all():
    rows = iter([(1, {"text": "A"}), (2, {"newspaper": "Quay", "text": "B"})])

    assert [(record.text, record.outlet) for record in records(SOURCE, rows, PLAIN)] == [("A", ""), ("B", "Quay")]


def test_extra_values_are_strings_and_short():
    row = {"text": "A", "n": 3, "ok": True, "none": None, "nan": float("nan"), "list": [1, "é"], "long": "x" * 1001}

    [record] = records(SOURCE, iter([(1, row)]), PLAIN)

    assert record.extra == (("n", "3"), ("ok", "true"), ("list", '[1,"é"]'))


def test_any_value_has_a_text():
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]

    assert as_text(deep) == ""
    assert as_text({"a": b"\xff"}) == '{"a":"b\'\\\\xff\'"}'
    assert as_text("a\0\ud800") == "a\ufffd\ufffd"
