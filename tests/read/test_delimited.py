from __future__ import annotations

import pytest

from framing.article import Article, Excluded
from framing.read import ReadOptions, delimited, read


def test_cells_keep_their_line_breaks_and_quotes(write):
    [article] = read(write("a.csv", 'outlet,text\r\nThe Quay,"Late,\r\n""again"".\n"\r\n'))

    assert (article.text, article.outlet, article.id) == ('Late,\r\n"again".\n', "The Quay", "a#1")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_spreadsheets_of_any_country_are_read(write, separator):
    [article] = read(write("a.csv", f"outlet{separator}text\nThe Quay{separator}Late.\n"))

    assert (article.text, article.outlet) == ("Late.", "The Quay")


def test_old_line_ends_and_blank_rows_do_not_matter(write):
    found = list(read(write("a.csv", "id,text\r1,Late.\r\r2,Again.\r")))

    assert [article.id for article in found] == ["1", "2"]


def test_ragged_rows_are_reported_with_their_number_and_the_others_read(write):
    first, ragged, short, last = read(write("a.csv", 'id,text\n1,Late.\n2,Late, again.\n3\n4,"Soon."\n'))

    assert (first.id, last.id) == ("1", "4")
    assert (ragged.origin, ragged.reason) == ("a.csv, row 2", "3 cells in a table of 2 columns")
    assert (short.origin, short.reason) == ("a.csv, row 3", "1 cells in a table of 2 columns")


def test_a_quotation_mark_never_closed_is_reported_as_such(write):
    first, broken = read(write("a.csv", 'id,text\n1,Late.\n2,"Again.\n3,Soon.\n'))

    assert isinstance(first, Article)
    assert broken.origin == "a.csv, row 2"
    assert "never closed" in broken.reason


def test_a_cell_longer_than_any_article_ends_the_file(write, monkeypatch):
    limit = delimited.csv.field_size_limit()
    monkeypatch.setattr(delimited, "LARGEST", 1)
    delimited.csv.field_size_limit(20)
    try:
        first, broken = read(write("a.csv", f"text\nLate.\n{'x' * 30}\nSoon.\n"))
    finally:
        delimited.csv.field_size_limit(limit)

    assert first.text == "Late."
    assert "limit" in broken.reason


def test_the_first_of_two_columns_with_one_name_counts(write):
    [article] = read(write("a.csv", "text,note,note\nLate.,a,b\n"))

    assert article.extra == (("note", "a"),)


def test_a_table_without_text_hints_at_the_option(write):
    [item] = read(write("a.csv", "id,story\n1,Late.\n"))

    assert isinstance(item, Excluded)
    assert item.remedy == "--text-col story"
    assert [article.text for article in read("a.csv", options=ReadOptions(text_col="story"))] == ["Late."]


def test_a_windows_export_is_read(write):
    [article] = read(write("a.csv", "text\r\n“Late,” he said – again.\r\n".encode("utf-16")))

    assert article.text == "“Late,” he said – again."
