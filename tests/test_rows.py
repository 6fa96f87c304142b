"""The rows that other programs rely on: names that are promised, and golden files of invented articles.

``pytest tests/test_rows.py --update-golden`` rewrites the golden files; review the difference.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from framing.article import Article
from framing.pipeline import instrument
from framing.rows import LEVELS, columns
from framing.spans import Span
from tests.strategies import articles

GOLDEN = Path(__file__).parent / "golden"
HARBOUR = Article(
    id="harbour",
    outlet="The Harbour Post",
    date=dt.date(2022, 2, 15),
    title="Borduria massing ships off the strait, warns NATO",
    url="https://harbour.example/strait",
    text=(
        "BRUSSELS — NATO warned on Tuesday that a naval build-up off the strait could be a pretext for an attack.\n\n"
        "“This is a threat to every ship that passes,” NATO spokeswoman Ada Lind told reporters. "
        "“We will defend our allies.”\n\n"
        "The Kremlin denied that the drills were a threat. Russia's foreign minister, Ivan Grushin, called the "
        "claims “hysteria” and said there was no plan to invade.\n\n"
        "According to two officials, who spoke on condition of anonymity, the ships may leave by Friday."
    ),
)
TITLE, MORE = "Drills end as planned", "READ MORE: Ten ports to see"
DRILLS = (
    f"{TITLE}\n"
    "MOSCOW, Feb. 16. The drills in the strait have ended, the Russian defence ministry said in a statement. "
    "It added that the ships were returning to port.\n"
    '"The West has clearly spread hysteria," spokeswoman Vera Orlova said, adding that Moscow was open to talks.\n'
    f"{MORE}\n"
    "Residents of Odessa said life was calm."
)
TRIBUNE = Article(
    id="tribune",
    outlet="Strait Tribune",
    date=dt.date(2022, 2, 16),
    title=TITLE,
    title_span=Span(0, len(TITLE)),
    text=DRILLS,
    masked=(Span(DRILLS.index(MORE), DRILLS.index(MORE) + len(MORE)),),
)
SHORT = Article(id="short", text="It rained in the harbour town.")
ARTICLES = (HARBOUR, TRIBUNE, SHORT)

PROMISED = {
    "quotation": """article outlet field id parent source cue content sources actors source_text cue_text content_text
        kind actor role stance act confidence""",
    "sentence": """article outlet field sentence start end text words voice source actor role frames probabilities
        hedges boosters reports""",
    "evidence": """article outlet field start end surface scorer label entry polarity voice actor weight sentence""",
    "article": "article outlet date title url words threat_per_1000 hedge_per_1000 reports_per_1000 quotations",
}


def rows(level: str, given=ARTICLES):
    return [row for article in given for row in LEVELS[level](instrument().score(article))]


@pytest.mark.parametrize("level", PROMISED)
def test_the_promised_names_are_there(level):
    for row in rows(level):
        assert set(PROMISED[level].split()) - set(row) == set()


@pytest.mark.parametrize("level", PROMISED)
def test_rows_are_as_they_were(level, update_golden):
    path = GOLDEN / f"rows-{level}.jsonl"
    made = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(level))
    if update_golden:
        path.write_text(made, encoding="utf-8", newline="\n")

    assert made.splitlines() == path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("level", ["sentence", "evidence"])
def test_offsets_are_of_the_field_a_row_names(level):
    for article in ARTICLES:
        for row in rows(level, [article]):
            field = article.title if row["field"] == "title" else article.text
            assert field[row["start"] : row["end"]] == row["text" if level == "sentence" else "surface"]


def test_parts_of_a_quotation_are_of_the_field_its_row_names():
    for article in ARTICLES:
        for row in rows("quotation", [article]):
            field = article.title if row["field"] == "title" else article.text
            for part in ("source", "cue"):
                assert row[f"{part}_text"] == (None if row[part] is None else field[slice(*row[part])])
            assert row["content_text"] == " ".join(field[slice(*span)] for span in row["content"])


def test_words_of_sentences_are_the_words_of_the_article():
    for article in ARTICLES:
        [whole] = rows("article", [article])
        assert sum(row["words"] for row in rows("sentence", [article])) == whole["words"]
        assert whole["own_words"] + whole["quoted_words"] == whole["words"]
        assert len(rows("sentence", [article])) == whole["sentences"]


def test_what_cannot_be_measured_is_null_and_what_is_not_there_is_zero():
    [row] = rows("article", [SHORT])

    assert (row["threat_per_1000"], row["threat_quoted_per_1000"]) == (0, None)
    assert (row["date"], row["title"], row["outlet"]) == (None, "", "")


def test_a_sentence_shows_what_was_found_in_it():
    text = "Lavrov claimed that there was no threat of war. It may rain, and the threat is clearly real."
    first, second = rows("sentence", [Article(id="a", text=text)])

    assert first["frames"] == {"threat": "denied"}
    assert [(text[slice(*report["cue"])], report["stance"], report["act"]) for report in first["reports"]] == [
        ("claimed", "distancing", "assert")
    ]
    assert (first["voice"], first["actor"], text[slice(*first["source"])]) == ("indirect", "RUS", "Lavrov")
    assert second["frames"] == {"threat": "asserted"}
    assert [text[slice(*span)] for span in second["hedges"] + second["boosters"]] == ["may", "clearly"]
    assert (second["voice"], second["source"], second["reports"]) == ("narration", None, [])


@given(articles())
@settings(deadline=None)
def test_any_row_can_be_written_as_json(article):
    for level in LEVELS:
        for row in rows(level, [article]):
            json.dumps(row, allow_nan=False)


@pytest.mark.parametrize("level", ["article", "sentence", "quotation", "evidence"])
def test_the_columns_of_a_level_are_those_of_its_rows(level):
    measures = [spec.name for scorer in instrument().scorers for spec in scorer.specs_]
    rows = list(LEVELS[level](instrument().score(HARBOUR)))

    assert rows
    assert all(list(row) == list(columns(level, measures)) for row in rows)
