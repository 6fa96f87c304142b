from __future__ import annotations

import json

import pytest

from framing.article import Article
from framing.read import ReadOptions, jsonl, read

ROWS = [{"text": f"Ferry {number} was late."} for number in range(3)]


def outcome(name: str) -> list[str]:
    return [item.text if isinstance(item, Article) else f"{item.origin}: {item.reason}" for item in read(name)]


def test_a_bad_line_is_reported_and_the_others_go_on(write):
    lines = ['{"text": "A."}', "{broken", "", "[1]", '{"text": 3}', "[" * 100_000, '{"text": "B."}', '{"text": null}']
    write("a.jsonl", "\r\n".join(lines))

    found = outcome("a.jsonl")

    assert found[0] == "A."
    assert found[1].startswith("a.jsonl, line 2: not valid JSON: Expecting property name")
    assert found[2:] == [
        "a.jsonl, line 4: not a JSON object with an article in it",
        "a.jsonl, line 5: the text is a number, not a string",
        "a.jsonl, line 6: not valid JSON: nested too deeply",
        "B.",
        "a.jsonl, line 8: no text",
    ]


def test_a_long_run_of_bad_lines_hides_nothing(write):
    write("a.jsonl", "bad\n" * 150 + '{"text": "A."}\n')

    assert outcome("a.jsonl")[150:] == ["A."]


def test_a_line_too_long_to_hold_is_passed_over(write, monkeypatch):
    monkeypatch.setattr(jsonl, "LARGEST", 40)
    write("a.jsonl", [{"text": "x" * 200}, {"text": "A."}, {"text": "y" * 100}])

    long, fine, other = outcome("a.jsonl")

    assert long.startswith("a.jsonl, line 1: longer than")
    assert fine == "A."
    assert other.startswith("a.jsonl, line 3")


def test_text_survives_json_as_it_is(write):
    text = "Late\r\n\u2028 \u00e9 e\u0301\x0b \ud800\0."

    [article] = read(write("a.jsonl", json.dumps({"text": text})))

    assert article.text == text.replace("\ud800", "\ufffd").replace("\0", "\ufffd")


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(ROWS),
        json.dumps(ROWS, indent=2),
        json.dumps({"articles": ROWS}),
        json.dumps({"status": "ok", "articles": ROWS}),
        "\n".join(map(json.dumps, ROWS)),
        "\ufeff" + json.dumps(ROWS),
    ],
)
def test_json_comes_in_several_shapes(write, content, monkeypatch):
    monkeypatch.setattr(jsonl, "_CHUNK", 7)  # so that every value is cut somewhere

    assert outcome(write("a.json", content)) == [row["text"] for row in ROWS]


def test_one_object_is_the_article_of_its_file(write):
    write("the-quay_2022-05-03.json", json.dumps(ROWS[0], indent=2))

    [article] = read("the-quay_2022-05-03.json")

    assert (article.id, article.outlet, article.origin) == (
        "the-quay_2022-05-03",
        "The Quay",
        "the-quay_2022-05-03.json",
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[{"text": "A."}, {"text": ', "not valid JSON"),
        ('[{"text": "A."}', "the JSON breaks off: its array is never closed"),
        ('[{"text": "A."}, oops]', "not valid JSON"),
    ],
)
def test_json_that_breaks_off_gives_what_came_before(write, content, said):
    first, last = outcome(write("a.json", content))

    assert first == "A."
    assert said in last


@pytest.mark.parametrize("content", ["[" * 100_000, "nope", '"text"', "[1, null, []]", "{"])
def test_json_without_articles_is_excluded(write, content):
    found = list(read(write("a.json", content)))

    assert found
    assert not any(isinstance(item, Article) for item in found)


def test_rows_in_the_wrong_encoding_are_excluded_and_the_others_read(write):
    rows = '{"text": "Late."}\n{"text": "' + "é" * 20 + '"}'
    options = ReadOptions(encoding="ascii")

    fine, spoiled = read(write("a.jsonl", rows), options=options)

    assert fine.text == "Late."
    assert spoiled.reason == "40 characters cannot be read as ascii"
    assert "--encoding" in spoiled.remedy
