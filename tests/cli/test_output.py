"""Formats and files: what is written is whole, safe to open, and never in the place of an input."""

from __future__ import annotations

import csv
import io
import json
import os
import stat

import pyarrow.parquet
import pytest

POST = "articles/harbour-post_2031-03-14.txt"
COMMANDS = {
    "article": ("score",),
    "sentence": ("score", "--level", "sentence"),
    "quotation": ("quotes",),
    "evidence": ("evidence",),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_all_formats_say_the_same(framing, folder, command):
    rows = framing(*command, "articles").rows
    assert rows

    assert json.loads(framing(*command, "articles", "--format", "json").out) == rows

    flat = [{key: _flat(value) for key, value in row.items()} for row in rows]
    written = framing(*command, "articles", "--format", "csv").out
    assert list(csv.DictReader(io.StringIO(written, newline=""))) == [
        {key: _printed(value) for key, value in row.items()} for row in flat
    ]

    assert framing(*command, "articles", "-o", "rows.parquet").code == 0
    assert pyarrow.parquet.read_table("rows.parquet").to_pylist() == flat


def _flat(value):
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _printed(value):
    if value is None:
        return ""
    text = str(value)
    return "'" + text if isinstance(value, str) and text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def test_parquet_columns_have_their_types_even_where_the_first_row_has_nothing(framing):
    framing("quotes", "articles", "-o", "quotes.parquet")
    framing("evidence", "articles", "-o", "evidence.parquet")
    quotes = pyarrow.parquet.read_schema("quotes.parquet")
    evidence = pyarrow.parquet.read_schema("evidence.parquet")

    assert {str(quotes.field(name).type) for name in ("actor", "source", "parent", "cue_text")} == {"string"}
    assert str(quotes.field("negated").type) == "bool"
    assert str(quotes.field("confidence").type) == "double"
    assert {str(evidence.field(name).type) for name in ("start", "end", "sentence")} == {"int64"}


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.jsonl", "{"), ("a.ndjson", "{"), ("a.json", "[\n{"), ("a.CSV", "article,"), ("a.txt", "art")],
)
def test_the_suffix_tells_the_format(framing, folder, name, begins):
    done = framing("score", POST, "-o", name)

    assert (done.code, done.out) == (0, "")
    assert (folder / name).read_text(encoding="utf-8").startswith(begins)
    assert f" · {name} " in done.err


def test_a_named_format_wins_over_the_suffix(framing, folder):
    framing("score", POST, "--format", "csv", "-o", "a.jsonl")
    assert (folder / "a.jsonl").read_text(encoding="utf-8").startswith("article,")


def test_rows_are_json_lines_in_a_pipe_and_a_table_on_a_terminal(framing):
    table = framing("score", POST, terminals=("stdout",)).out
    assert framing("score", POST).out.startswith("{")
    assert table == framing("score", POST, "--format", "table").out
    head, line = table.splitlines()[:2]
    assert head.split()[:2] == ["article", "outlet"]
    assert line.startswith("harbour-post_2031-03-14  Harbour Post ")


def test_a_table_fits_the_terminal_and_shows_every_column(framing, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    table = framing("evidence", POST, "--format", "table").out
    blocks = [block.splitlines() for block in table.rstrip("\n").split("\n\n")]

    assert all(len(line) <= 80 for block in blocks for line in block)
    assert len({len(block) for block in blocks}) == 1
    shown = [name for block in blocks for name in block[0].split()]
    assert {"article", "surface", "entry", "polarity", "voice", "weight", "sentence"} <= set(shown)


def test_a_table_has_no_control_characters(framing, folder):
    (folder / "a.csv").write_text('id,text\n"\x1b[31mred\x07","The minister said that the threat was grave."\n')
    table = framing("score", "a.csv", "--format", "table", "--any-language").out
    assert "[31mred" in table
    assert not any(not char.isprintable() for char in table.replace("\n", ""))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_csv_holds_nothing_a_spreadsheet_would_run(framing, folder, text):
    with open("a.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["id", "outlet", "text"], [text, text, "The minister said the threat was grave."]])
    rows = list(csv.DictReader(io.StringIO(framing("evidence", "a.csv", "--format", "csv").out, newline="")))

    assert rows
    for row in rows:
        assert row["article"] == "'" + text
        assert not any((value or "").startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())


def test_numbers_below_zero_stay_numbers_in_csv(framing, folder):
    (folder / "a.txt").write_text("He ran. She ran. We ran. They ran off.")
    [row] = csv.DictReader(io.StringIO(framing("score", "a.txt", "--format", "csv").out))
    assert float(row["flesch_kincaid_grade"]) < 0


@pytest.mark.parametrize("output", [POST, "./" + POST, "articles/../" + POST, "link.txt"])
@pytest.mark.parametrize("command", ["score", "quotes", "evidence", "report"])
def test_an_input_is_never_overwritten(framing, folder, command, output):
    (folder / "link.txt").symlink_to(folder / POST)
    before = (folder / POST).read_bytes()
    done = framing(command, POST, "-o", output)

    assert done.code == 2
    assert "the output would overwrite an input" in done.err
    assert (folder / POST).read_bytes() == before


@pytest.mark.parametrize("given", ["articles", "articles/*.txt"])
def test_an_input_in_a_folder_or_pattern_is_not_overwritten_either(framing, folder, given):
    before = (folder / POST).read_bytes()
    done = framing("score", given, "-o", POST)

    assert done.code == 2
    assert (folder / POST).read_bytes() == before


@pytest.mark.parametrize("command", [("score", "-o", "out.csv"), ("report", "-o", "out.html")])
def test_a_failure_leaves_what_was_there_and_no_rest(framing, folder, monkeypatch, command):
    def fail(*args, **keywords):
        yield {"article": "half"}
        raise RuntimeError("the disk is full")

    name, _, output = command
    (folder / output).write_text("as it was")
    monkeypatch.setattr("framing.pipeline.rows", fail)
    monkeypatch.setattr("framing.pipeline.report", lambda *args, **keywords: "\ud800")
    done = framing(name, POST, "-o", output)

    assert done.code == 4
    assert (folder / output).read_text() == "as it was"
    assert sorted(path.name for path in folder.iterdir()) == ["articles", output]


def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(framing, folder):
    umask = os.umask(0o022)
    try:
        framing("score", POST, "-o", "new.csv")
        (folder / "old.csv").write_text("")
        (folder / "old.csv").chmod(0o640)
        framing("score", POST, "-o", "old.csv")
    finally:
        os.umask(umask)

    assert stat.S_IMODE((folder / "new.csv").stat().st_mode) == 0o644
    assert stat.S_IMODE((folder / "old.csv").stat().st_mode) == 0o640


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl", "a.parquet"])
def test_no_rows_are_a_file_that_still_names_its_columns(framing, folder, name):
    (folder / "plain.txt").write_text("The ferry to the northern islands was late again on Monday.")
    done = framing("quotes", "plain.txt", "-o", name)

    assert done.code == 0
    written = (folder / name).read_bytes()
    if name.endswith("parquet"):
        table = pyarrow.parquet.read_table(name)
        assert table.num_rows == 0
        assert table.column_names[:3] == ["article", "outlet", "field"]
    elif name.endswith("csv"):
        assert written.startswith(b"article,outlet,field,id,parent,source,cue,")
        assert written.count(b"\n") == 1
    else:
        assert written == {"a.json": b"[\n]\n", "a.jsonl": b""}[name]
