"""What comes in: standard input in every encoding, columns found and told, messages that say what to do."""

from __future__ import annotations

import gzip

import pytest

TEXT = "Ministers warned of a “grave threat” to the port on Monday, the minister’s spokesman said after the café talks."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_standard_input_is_decoded_like_a_file(framing, encoding):
    done = framing("score", "-", "--level", "sentence", stdin=TEXT.encode(encoding))

    assert done.code == 0
    assert [row["text"] for row in done.rows] == [TEXT]
    assert [(row["start"], row["end"]) for row in done.rows] == [(0, len(TEXT))]
    assert "threat" in done.rows[0]["frames"]


def test_standard_input_in_an_encoding_that_is_told(framing):
    done = framing(
        "score", "-", "--level", "sentence", "--encoding", "cp437", stdin="The café talks failed.".encode("cp437")
    )
    assert done.rows[0]["text"] == "The café talks failed."


@pytest.mark.parametrize(
    ("stdin", "extra"),
    [
        (b'{"id": "x", "outlet": "Harbour Post", "text": "The minister said the threat was grave."}\n', ()),
        (b"id,outlet,text\nx,Harbour Post,The minister said the threat was grave.\n", ()),
        (b"id\toutlet\ttext\nx\tHarbour Post\tThe minister said the threat was grave.\n", ("--from", "tsv")),
        (gzip.compress(b"id,outlet,text\nx,Harbour Post,The minister said the threat was grave.\n"), ()),
    ],
    ids=["jsonl", "csv", "tsv", "gzip"],
)
def test_standard_input_may_be_a_table(framing, stdin, extra):
    [row] = framing("score", "-", *extra, stdin=stdin).rows
    assert (row["article"], row["outlet"]) == ("x", "Harbour Post")


def test_standard_input_beside_files_keeps_its_place(framing):
    done = framing("score", "articles/harbour-post_2031-03-14.txt", "-", stdin=TEXT.encode())
    assert [row["article"] for row in done.rows] == ["harbour-post_2031-03-14", "stdin"]


def test_a_terminal_with_nothing_to_say_is_not_waited_for(framing):
    done = framing("score", "-", terminals=("stdin",))

    assert (done.code, done.out) == (2, "")
    assert done.err == "error: nothing comes in on standard input\nhint: Pipe articles in, or name files.\n"


def test_columns_are_found_and_told(framing, folder):
    (folder / "a.csv").write_text(
        "source,story,day,head,link,key\n"
        "Harbour Post,The minister said the threat was grave.,14 March 2031,Grave threat,https://harbour.example/1,k1\n"
    )
    told = [f"--{role}-col={column}" for role, column in _TOLD.items()]
    [row] = framing("score", "a.csv", *told).rows

    assert {key: row[key] for key in ("article", "outlet", "date", "title", "url")} == {
        "article": "k1",
        "outlet": "Harbour Post",
        "date": "2031-03-14",
        "title": "Grave threat",
        "url": "https://harbour.example/1",
    }


_TOLD = {"text": "story", "outlet": "source", "date": "day", "title": "head", "url": "link", "id": "key"}


def test_a_table_without_a_column_of_texts_is_told_which_it_may_be(framing, folder):
    (folder / "a.csv").write_text("source,story\nHarbour Post,The minister said the threat was grave.\n")
    done = framing("score", "a.csv")

    assert done.code == 3
    assert "a.csv: no column with the text (found: source, story)" in done.err
    assert "--text-col story" in done.err


@pytest.mark.parametrize(
    ("option", "hint"),
    [(("--outlet-col", "outlet"), "--outlet-col source"), (("--text-col", "stori"), "--text-col story")],
)
def test_a_column_that_is_not_there_is_told_with_the_one_that_may_be_meant(framing, folder, option, hint):
    (folder / "a.csv").write_text("source,story\nHarbour Post,The minister said the threat was grave.\n")
    done = framing("score", "a.csv", "--text-col", "story", *option)

    assert done.code == 2
    assert done.err == f"error: column '{option[1]}' not in a.csv (found: source, story)\nhint: {hint}\n"


def test_where_the_outlet_stands(framing, folder):
    (folder / "bbc").mkdir()
    (folder / "bbc" / "2031-03-14_talks.txt").write_text(TEXT, encoding="utf-8")
    outlets = {
        told: framing("score", "bbc/2031-03-14_talks.txt", "--outlet-from", told).rows[0]["outlet"]
        for told in ("folder", "none", "{date}_{outlet}")
    }
    assert outlets == {"folder": "BBC", "none": "", "{date}_{outlet}": "Talks"}


def test_another_language_is_left_out_unless_asked_for(framing):
    given = "articles/newsdesk_2031-03-14.csv"
    kept = framing("score", given)
    asked = framing("score", given, "--any-language")

    assert [row["outlet"] for row in kept.rows] == ["Brenn Ledger"]
    assert f"excluded: {given}, row 2: appears to be German" in kept.err
    assert [row["outlet"] for row in asked.rows] == ["Brenn Ledger", "Ufer-Kurier"]
    assert "excluded:" not in asked.err


def test_duplicates_are_left_out_unless_asked_for(framing, folder):
    row = "Harbour Post,The minister said the threat was grave.\n"
    (folder / "a.csv").write_text(f"outlet,text\n{row}{row}")

    assert len(framing("score", "a.csv").rows) == 1
    assert len(framing("score", "a.csv", "--keep-duplicates").rows) == 2


def test_two_inputs_with_one_id_are_told_apart_and_told_of(framing, folder):
    (folder / "a.csv").write_text(
        "id,text\nx,The minister said the threat was grave.\nx,The talks go on in the town.\n"
    )
    done = framing("score", "a.csv")

    assert [row["article"] for row in done.rows] == ["x", "x~2"]
    assert "note: " in done.err
    assert "'x' is now 'x~2'" in done.err


def test_what_is_measured_with_can_be_chosen(framing, folder):
    (folder / "mine.toml").write_text(_LEXICON)
    own = framing("score", "articles", "--frames", "threat,legal", "--lexicon", "mine.toml").rows[0]
    textstat = framing("score", "articles", "--readability", "textstat").rows[0]
    usual = framing("score", "articles").rows[0]

    assert {"threat_per_1000", "legal_per_1000", "fog_per_1000"} <= own.keys()
    assert "diplomacy_per_1000" not in own
    assert textstat["words_per_sentence"] != usual["words_per_sentence"]
    assert textstat["threat_per_1000"] == usual["threat_per_1000"]


_LEXICON = """
id = "fog"
kind = "frame"
language = "en"
version = "1.0.0"
licence = "CC0-1.0"
curators = ["a test"]
definition = "Weather that hides."
[cues.fog]
"haze" = { cite = "a-test" }
"""
