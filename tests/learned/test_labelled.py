"""Coded texts are read as they are meant, and what cannot be used is counted."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import InputError, UsageError
from framing.learned.labelled import copies, read_coded, without_copies


@pytest.fixture
def write(tmp_path):
    def write(name: str, content: str) -> str:
        path = tmp_path / name
        path.write_bytes(gzip.compress(content.encode()) if name.endswith(".gz") else content.encode())
        return str(path)

    return write


def lines(*rows: object) -> str:
    return "\n".join(json.dumps(row) for row in rows)


def test_a_table_of_one_label(write):
    found = read_coded(
        write("a.csv", 'text,label,paper\n"Rain, then sun.",1,A\nSnow.,0,B\n'), "text", "label", ("paper",)
    )

    assert [(row.row, row.text, row.labels, row.groups) for row in found.rows] == [
        (1, "Rain, then sun.", {"1"}, ("A",)),
        (2, "Snow.", {"0"}, ("B",)),
    ]
    assert not found.several


@pytest.mark.parametrize("value", [["a", "b"], {"a": "asserted", "b": "denied", "c": None}, "a; b", "a|b"])
def test_several_labels_in_any_form(write, value):
    found = read_coded(
        write("a.jsonl", lines({"text": "x y", "label": value}, {"text": "z", "label": []})), "text", "label"
    )

    assert found.several
    assert [row.labels for row in found.rows] == [{"a", "b"}, frozenset()]


def test_rows_without_a_label_or_text_are_counted(write):
    rows = [
        {"text": "a", "label": 1},
        {"text": "b", "label": None},
        {"text": " ", "label": 1},
        {"text": "c", "label": 1.0},
    ]
    found = read_coded(write("a.json", json.dumps(rows)), "text", "label")

    assert [row.labels for row in found.rows] == [{"1"}, {"1"}]
    assert found.notes == ["left out 1 row (row 2) without a label", "left out 1 row (row 3) without a text"]


def test_a_gzipped_file_is_read(write):
    assert len(read_coded(write("a.jsonl.gz", lines({"t": "x", "l": "y"})), "t", "l").rows) == 1


def test_copies_are_found_even_where_marks_differ_and_told_with_their_labels(write):
    text = "The minister opened the new bridge over the river on Monday morning"
    rows = [{"text": text, "label": 1}, {"text": "Snow fell.", "label": 0}, {"text": text + "!", "label": 0}]
    found = without_copies(read_coded(write("a.jsonl", lines(*rows)), "text", "label"))

    assert [row.row for row in found.rows] == [1, 2]
    assert found.notes == ["left out 1 row (row 3) that repeat an earlier text, 1 of them with other labels than it"]


@given(st.lists(st.text(max_size=40), max_size=12))
def test_a_copy_is_of_an_earlier_text_that_is_kept(texts):
    found = copies(texts)
    gone = {later for later, _ in found}

    assert all(earlier < later and earlier not in gone for later, earlier in found)
    assert gone >= {at for at, text in enumerate(texts) if text in texts[:at]}


@pytest.mark.parametrize(
    ("name", "content", "error", "said"),
    [
        ("a.csv", "text,labels\nx,y\n", UsageError, 'no column "label"'),
        ("a.txt", "x", UsageError, "no format"),
        ("a.jsonl", "{", InputError, "cannot be read"),
        ("a.jsonl", "[1]", InputError, "not a JSON object"),
        ("a.json", '{"a": 1}', InputError, "array"),
        ("a.csv", "text,label\n", InputError, "no row"),
    ],
)
def test_what_is_no_coding_is_refused(write, name, content, error, said):
    with pytest.raises(error, match=said):
        read_coded(write(name, content), "text", "label")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        read_coded(str(tmp_path / "a.csv"), "text", "label")
