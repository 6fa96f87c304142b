from __future__ import annotations

import datetime
import io
import itertools
import json
import tracemalloc
from pathlib import Path

import pytest

from framing.article import Article, Excluded
from framing.errors import UsageError
from framing.read import ReadOptions, read
from framing.spans import Span

FERRY = "The ferry to the northern islands was late again on Monday, and nobody could say why."


def excluded(inputs, **keywords) -> list[Excluded]:
    return [item for item in read(inputs, **keywords) if isinstance(item, Excluded)]


def articles(inputs, **keywords) -> list[Article]:
    return [item for item in read(inputs, **keywords) if isinstance(item, Article)]


def test_a_row_becomes_an_article_with_all_it_says(write):
    row = {
        "id": "f1",
        "outlet": "The Harbour Post",
        "date": "2022-05-03",
        "title": "Late again",
        "url": "https://harbour.example/1",
        "text": FERRY,
        "section": "local",
        "tags": ["sea", "boats"],
    }
    [article] = read(write("coverage.jsonl", [row]))

    assert article == Article(
        id="f1",
        text=FERRY,
        title="Late again",
        outlet="The Harbour Post",
        date=datetime.date(2022, 5, 3),
        url="https://harbour.example/1",
        extra=(("section", "local"), ("tags", '["sea","boats"]')),
        origin="coverage.jsonl, line 1",
    )


def test_inputs_keep_their_order_and_folders_are_sorted(write):
    for name in ("b.txt", "corpus/z.txt", "corpus/a/2.txt", "corpus/a/1.txt", "corpus/.hidden/x.txt"):
        write(name, f"{FERRY} {name}")

    assert [article.origin for article in read(["b.txt", "corpus"])] == [
        "b.txt",
        "corpus/a/1.txt",
        "corpus/a/2.txt",
        "corpus/z.txt",
    ]


def test_every_format_is_understood_gzipped_or_not(write):
    page = f"<html><body><article><p>{FERRY}</p><p>{FERRY.upper()}</p></article></body></html>"
    rows = [{"text": FERRY}]
    contents = {
        "txt": FERRY,
        "md": FERRY,
        "html": page,
        "htm": page,
        "jsonl": rows,
        "ndjson": rows,
        "json": json.dumps(rows),
        "csv": f'text\n"{FERRY}"\n',
        "tsv": f"id\ttext\n1\t{FERRY}\n",
    }
    for (suffix, content), packed in itertools.product(contents.items(), ("", ".gz")):
        [article] = read(write(f"a.{suffix}{packed}", content), options=ReadOptions(keep_duplicates=True))

        assert isinstance(article, Article), (suffix, article)
        assert article.text.startswith(FERRY)


def test_what_no_reader_understands_is_listed_with_what_would_be(write):
    [item] = read(write("a.docx", b"PK\x03\x04..."))

    assert item.reason == "a kind of file that is not understood"
    assert ".jsonl" in item.remedy
    assert ".gz" in item.remedy


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "an empty file"),
        ("blank.txt", b" \n\n\t", "no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not text but some binary format"),
        ("cut.jsonl.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x4c", "the compressed file is damaged"),
        ("torn.txt.gz", b"\x1f\x8b" + b"\x00" * 40, "cannot be read"),
        ("bad.parquet", b"PAR1 and no more", "not a sound Parquet file"),
    ],
)
def test_a_file_that_cannot_be_read_is_excluded_and_the_next_one_read(write, folder, name, data, reason):
    (folder / name).write_bytes(data)

    first, second = read([name, write("fine.txt", FERRY)])

    assert isinstance(first, Excluded)
    assert first.origin == name
    assert first.reason.startswith(reason)
    assert isinstance(second, Article)


def test_a_file_that_may_not_be_opened_is_excluded(write, monkeypatch):
    write("locked.txt", FERRY)

    def refuse(*_args, **_keywords):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    [item] = read("locked.txt")

    assert item.reason == "cannot be read: permission denied"


def test_ids_come_from_the_row_else_from_the_file_and_are_told_apart(write):
    rows = [{"id": "x", "text": FERRY}, {"text": FERRY + " A"}, {"id": "x", "text": FERRY + " B"}]
    write("coverage.jsonl", [*rows, {"id": "x", "text": FERRY + " C"}])
    write("one/note.txt", FERRY + " D")
    write("two/note.txt", FERRY + " E")
    notes: list[str] = []

    found = articles(["coverage.jsonl", "one", "two"], notes=notes)

    assert [article.id for article in found] == ["x", "coverage#2", "x~2", "x~3", "note", "note~2"]
    assert "coverage.jsonl: ids that were taken already and got a number: 2 (first: 'x' is now 'x~2')" in notes


def test_many_rows_with_one_id_take_no_time(write):
    write("same.jsonl", [{"id": "x", "text": f"{FERRY} {number}"} for number in range(3000)])

    assert len({article.id for article in articles("same.jsonl")}) == 3000


def test_a_text_an_outlet_gave_twice_is_set_aside(write):
    rows = [{"outlet": "A", "text": FERRY}, {"outlet": "B", "text": FERRY}, {"outlet": "A", "text": FERRY}]
    write("coverage.jsonl", rows)

    [item] = excluded("coverage.jsonl")

    assert item == Excluded(
        "coverage.jsonl, line 3",
        "the same text of the same outlet as coverage.jsonl, line 1",
        "duplicate",
        "--keep-duplicates",
    )
    assert len(articles("coverage.jsonl", options=ReadOptions(keep_duplicates=True))) == 3


def test_other_languages_are_set_aside_unless_wanted(write):
    german = "Die Fähre zu den Inseln war am Montag wieder zu spät, und niemand konnte sagen, warum das so ist."
    write("a.txt", german)

    [item] = read("a.txt")

    assert (item.kind, item.reason) == ("language", "appears to be German; only English is scored")
    assert len(articles("a.txt", options=ReadOptions(detect_language=False))) == 1


def test_a_language_column_decides(write):
    write("a.jsonl", [{"text": "Mole tarry", "lang": "en-GB"}, {"text": "Ferry late", "lang": "de"}])

    english, other = read("a.jsonl")

    assert isinstance(english, Article)
    assert other.reason == "is given as German; only English is scored"


def test_short_texts_are_kept_unless_told_otherwise(write):
    write("a.jsonl", [{"text": "Ferry late."}])

    assert len(articles("a.jsonl")) == 1
    assert excluded("a.jsonl", options=ReadOptions(min_words=3))[0].reason == "2 words, fewer than 3"


def test_the_outlet_is_told_by_column_then_name_then_folder_then_address(write):
    write("c/trt-world_2022-01-12.txt", FERRY)
    write("c/the-hill/a.txt", FERRY + "1")
    write("c/b.txt", "url: https://www.harbour.example/x\n\n" + FERRY + "2")
    write("c/d.txt", "outlet: The Quay\n\n" + FERRY + "3")
    write("c/e.jsonl", [{"text": FERRY + "4"}, {"text": FERRY + "5", "url": "http://quay.example"}])
    write("c/gull-gazette.txt", FERRY + "6")

    found = {article.origin: article.outlet for article in articles("c")}

    assert found == {
        "c/b.txt": "harbour.example",
        "c/d.txt": "The Quay",
        "c/e.jsonl, line 1": "",
        "c/e.jsonl, line 2": "quay.example",
        "c/gull-gazette.txt": "Gull Gazette",
        "c/the-hill/a.txt": "The Hill",
        "c/trt-world_2022-01-12.txt": "TRT World",
    }


def test_outlet_from_says_where_to_look(write):
    write("quay/2022-05-03_gull.txt", FERRY)

    def first(outlet_from: str) -> tuple[str, datetime.date | None]:
        [article] = read("quay/2022-05-03_gull.txt", options=ReadOptions(outlet_from=outlet_from))
        return article.outlet, article.date

    assert first("folder") == ("Quay", None)
    assert first("none") == ("", None)
    assert first("{date}_{outlet}") == ("Gull", datetime.date(2022, 5, 3))
    assert first("{outlet}/{date}_{id}") == ("Quay", datetime.date(2022, 5, 3))


def test_a_title_that_is_also_the_start_of_the_text_is_a_span_of_it(write):
    text = "Late  again, “says” captain\r\n\r\n" + FERRY
    write("a.jsonl", [{"title": "late again, 'says' captain", "text": text}, {"title": "Other", "text": FERRY}])

    first, second = read("a.jsonl")

    assert first.title_span == Span(0, 27)
    assert first.title == "Late  again, “says” captain"
    assert (second.title, second.title_span) == ("Other", None)


def test_a_title_is_never_masked(write):
    write("a.jsonl", [{"title": "Read more: how ferries work", "text": f"Read more: how ferries work\n\n{FERRY}"}])

    [article] = read("a.jsonl")

    assert article.title_span == Span(0, 27)
    assert article.masked == ()


def test_dates_that_say_nothing_are_noted_once_a_file(write):
    notes: list[str] = []
    write("a.jsonl", [{"date": day, "text": f"{FERRY} {day}"} for day in ("2022-05-03", "soon", "03/04/2022", "")])

    found = articles("a.jsonl", notes=notes)

    assert [article.date for article in found] == [datetime.date(2022, 5, 3), None, None, None]
    assert "a.jsonl: dates that could not be understood: 2 (first: 'soon')" in notes


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'{"text": "Ferry late."}\n{"text": "Harbour closed."}', ["Ferry late.", "Harbour closed."]),
        (b'[{"text": "Ferry late."}]', ["Ferry late."]),
        (b'{\n "articles": [{"text": "Ferry late."}]\n}', ["Ferry late."]),
        (b'outlet,text\nA,"Ferry, late."', ["Ferry, late."]),
        (b"outlet\tbody\nA\tFerry late.", ["Ferry late."]),
        ("Ferry – late.".encode("utf-16"), ["Ferry – late."]),
        (b"[Updated] Ferry late.", ["[Updated] Ferry late."]),
    ],
)
def test_standard_input_is_looked_at_to_tell_its_format(data, texts):
    assert [article.text for article in read("-", stdin=io.BytesIO(data))] == texts


def test_standard_input_may_be_told_a_format():
    options = ReadOptions(stdin_format="text")

    [article] = read(["-"], stdin=io.BytesIO(b'{"text": "Ferry late."}'), options=options)

    assert (article.text, article.id, article.outlet) == ('{"text": "Ferry late."}', "stdin", "")
    assert article.origin == "standard input"


@pytest.mark.parametrize(
    "options",
    [
        ReadOptions(encoding="utf-9"),
        ReadOptions(encoding="rot13"),
        ReadOptions(format="docx"),
        ReadOptions(outlet_from="stam"),
        ReadOptions(outlet_from="{outlet}_{day}"),
        ReadOptions(outlet_from="{outlet}_{outlet}"),
    ],
)
def test_options_that_cannot_be_meant_are_refused_before_anything_is_read(options):
    with pytest.raises(UsageError):
        read("-", options=options, stdin=io.BytesIO(b"Ferry late."))


def test_reading_is_lazy_and_keeps_no_text(folder):
    row = json.dumps({"text": "The ferry was late. " * 250, "outlet": "A"})
    with (folder / "long.jsonl").open("w") as file:
        file.writelines(f'{row[:-2]}{number}"}}\n' for number in range(3000))  # 15 MB

    tracemalloc.start()
    found = sum(1 for _ in read("long.jsonl"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert found == 3000
    assert peak < 4_000_000
