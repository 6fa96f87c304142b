"""``framing compare``: in every format, in both modes, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path

import pytest

LINES = ("The army is a threat.", "Troops massed at the border.", "The sea was calm.", "Boats came home.")


@pytest.fixture
def corpus(folder: Path) -> str:
    """Twelve articles of each of two outlets, one more threatening than the other."""
    chance = random.Random(3)
    with open("corpus.jsonl", "w", encoding="utf-8") as file:
        for outlet, threat in (("Gull", 0.7), ("=Lamp", 0.2)):
            for number in range(12):
                text = " ".join(LINES[2 if chance.random() > threat else 0] for _ in range(12))
                row = {"id": f"{outlet}{number}", "outlet": outlet, "text": text, "event": f"event {number % 6}"}
                file.write(json.dumps(row) + "\n")
    return "corpus.jsonl"


def test_a_table_tells_what_is_found_before_the_figures(framing, corpus):
    done = framing("compare", corpus, "--draws", "199")

    assert done.code == 0
    assert "corpus comparison by outlet" in done.out
    assert "* " in done.out
    assert "frames:" in done.out
    assert "threat_own_per_1000" in done.out


def test_json_holds_everything_and_keeps_to_its_schema(framing, corpus):
    done = framing("compare", corpus, "--draws", "199", "--format", "json")
    made = json.loads(done.out)

    assert made["mode"] == "corpus"
    assert made["inference"]["clusters"] == "event"
    for name in ("values", "differences", "checks", "families", "words", "coverage", "findings"):
        assert made[name], name
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((Path(__file__).parents[2] / "docs" / made["schema"]).read_text(encoding="utf-8"))
    jsonschema.validate(made, schema)


def test_same_story_mode_keeps_to_the_same_schema(framing):
    done = framing("compare", "articles", "--format", "json")
    made = json.loads(done.out)

    assert (made["mode"], made["inference"], made["differences"]) == ("same-story", None, [])
    assert made["values"]
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((Path(__file__).parents[2] / "docs" / made["schema"]).read_text(encoding="utf-8"))
    jsonschema.validate(made, schema)


@pytest.mark.parametrize("part", ["differences", "values", "checks", "words", "coverage", "periods", "families"])
def test_csv_holds_one_part(framing, corpus, part):
    done = framing("compare", corpus, "--draws", "199", "--format", "csv", "--part", part)
    rows = list(csv.DictReader(io.StringIO(done.out)))

    assert done.code == 0
    assert part == "periods" or rows
    assert not any(value.startswith("=") for row in rows for value in row.values())


def test_the_suffix_tells_the_format(framing, corpus):
    assert framing("compare", corpus, "--draws", "199", "-o", "made.json").code == 0
    assert json.loads(Path("made.json").read_text(encoding="utf-8"))["schema_version"] == 1
    done = framing("compare", corpus, "-o", "made.doc")
    assert (done.code, '".doc" names no format' in done.err) == (2, True)


def test_the_same_input_gives_the_same_bytes(framing, corpus):
    one, other = (framing("compare", corpus, "--draws", "199", "--format", "json").out for _ in range(2))

    assert one == other
    assert one != framing("compare", corpus, "--draws", "199", "--seed", "1", "--format", "json").out


def test_parts_that_take_articles_enough_are_refused_without_them(framing):
    done = framing("compare", "articles", "--part", "differences")

    assert done.code == 2
    assert "same-story mode" in done.err


def test_an_unknown_baseline_is_refused_with_the_groups_there_are(framing, corpus):
    done = framing("compare", corpus, "--baseline", "Gul")

    assert done.code == 2
    assert "=Lamp, Gull" in done.err


def test_codings_are_compared(framing, corpus):
    Path("codes.csv").write_text(
        "coder,item,code\n" + "".join(f"{who},{at},{'x' if at % 3 else 'y'}\n" for who in "ab" for at in range(12)),
        encoding="utf-8",
    )
    done = framing("compare", corpus, "--draws", "199", "--codings", "codes.csv")

    assert "krippendorff_alpha: 1.000" in done.out
    Path("codes.csv").write_text("who,item,code\na,1,x\n", encoding="utf-8")
    done = framing("compare", corpus, "--codings", "codes.csv")
    assert (done.code, "there is no column coder" in done.err) == (2, True)


def test_codings_are_compared_in_same_story_mode_too(framing):
    Path("codes.csv").write_text("coder,item,code\na,1,x\nb,1,x\na,2,y\nb,2,y\n", encoding="utf-8")
    done = framing("compare", "articles", "--codings", "codes.csv")
    assert "krippendorff_alpha: 1.000" in done.out
    made = json.loads(framing("compare", "articles", "--codings", "codes.csv", "--format", "json").out)
    assert [row["coefficient"] for row in made["agreement"]] == ["krippendorff_alpha", "fleiss_kappa"]
    rows = framing("compare", "articles", "--codings", "codes.csv", "--part", "agreement", "--format", "csv").out
    assert rows.count("\n") == 3
    assert framing("report", "articles", "--codings", "codes.csv", "-o", "page.html").code == 0
    page = Path("page.html").read_text(encoding="utf-8")
    assert "id=agreement" in page
    assert "Krippendorff’s alpha" in page


def test_events_are_found_by_compare_too(framing):
    done = framing("compare", "articles", "--by", "event", "--format", "csv")
    assert done.code == 0
    assert len({row["group"] for row in csv.DictReader(io.StringIO(done.out))}) == 1


@pytest.fixture
def days(folder: Path) -> str:
    """Five events in three outlets each, and a copy."""
    from tests.compare.newsroom import event

    made = [article for number in range(5) for article in event(number, day=20 * number)]
    rows = [
        {"id": each.id, "outlet": each.outlet, "date": f"{each.date}", "title": each.title, "text": each.text}
        for each in made
    ]
    rows.append({**rows[0], "id": "copied", "outlet": "Brenn Ledger"})
    Path("days.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return "days.jsonl"


def test_copies_are_always_shown_and_counted_once_if_asked(framing, days):
    done = framing("compare", days)
    assert "1 article carries the text of another" in done.err
    assert framing("report", days, "-o", "page.html").code == 0
    page = Path("page.html").read_text(encoding="utf-8")
    assert "Articles that carry the text of another" in page
    assert "1 article carries the text of another" in page
    once = framing("compare", days, "--copies", "once")
    assert "carries the text of" in once.err
    assert "15 articles" in once.err or "16 articles" in once.err


def test_a_report_by_event_keeps_the_largest_and_lists_the_others(framing, days):
    import lxml.html

    done = framing("report", days, "--by", "event", "--events", "2", "-o", "page.html")
    assert done.code == 0
    root = lxml.html.parse("page.html").getroot()
    assert "How 2 events were told" in root.xpath("//h1")[0].text_content()
    assert len(root.xpath("//caption[@id='t-events']/../tbody/tr")) == 3
    assert len(root.xpath("//caption[@id='t-articles']/../tbody/tr")) in (6, 7)
    outlets = {each.text_content() for each in root.xpath("//section[@id='openings']//p[@class='note']")}
    assert any("Harbour Post, " in each for each in outlets)
