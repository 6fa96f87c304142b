from __future__ import annotations

import datetime
import gzip
import io
import sys
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from framing.errors import MissingExtraError, UsageError
from framing.read import ReadOptions, read

ROWS = {
    "text": ["The ferry was late.", None, "The harbour was closed.\r\n"],
    "publisher": ["The Quay", "The Quay", "Gull"],
    "date": [datetime.datetime(2022, 5, 3, 23, 59, 59, 999_999, tzinfo=datetime.UTC), None, None],
    "tags": [["sea"], [], None],
}


@pytest.fixture
def table(folder: Path) -> bytes:
    parquet.write_table(pyarrow.table(ROWS), folder / "a.parquet")
    return (folder / "a.parquet").read_bytes()


def test_rows_are_read_in_order(table):
    first, empty, last = read("a.parquet")

    assert (first.text, first.outlet, first.date) == ("The ferry was late.", "The Quay", datetime.date(2022, 5, 3))
    assert first.extra == (("tags", '["sea"]'),)
    assert (empty.origin, empty.kind) == ("a.parquet, row 2", "empty")
    assert (last.id, last.text) == ("a#3", "The harbour was closed.\r\n")


def test_gzip_and_standard_input_do_as_well(table, folder):
    (folder / "b.parquet.gz").write_bytes(gzip.compress(table))

    assert len(list(read("b.parquet.gz"))) == 3
    assert len(list(read("-", stdin=io.BytesIO(table)))) == 3


def test_nanoseconds_and_unknown_time_zones_are_no_matter(folder):
    days = pyarrow.array([1_651_618_799_999_999_999], pyarrow.timestamp("ns", tz="Nowhere/Land"))
    parquet.write_table(pyarrow.table({"text": ["Late."], "date": days}), folder / "a.parquet")

    [article] = read("a.parquet")

    assert article.date == datetime.date(2022, 5, 3)


@pytest.mark.parametrize("cut", [4, 30, -9])
def test_a_spoiled_file_is_excluded(table, folder, cut):
    (folder / "a.parquet").write_bytes(table[:cut])

    [item] = read("a.parquet")

    assert item.reason.startswith("not a sound Parquet file")


def test_a_told_column_that_is_missing_is_refused(table):
    with pytest.raises(UsageError, match="--outlet-col publisher"):
        list(read("a.parquet", options=ReadOptions(outlet_col="outlet")))


def test_without_pyarrow_the_error_names_the_extra(table, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"framing-toolkit\[parquet\]"):
        list(read("a.parquet"))
