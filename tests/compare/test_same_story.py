"""The same statement is found under different verbs; what is found in one text only is not in the others."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.article import Article
from framing.compare.compare import compare
from framing.compare.completeness import completeness
from framing.compare.figures import values
from framing.compare.proper_names import spelling, untitled
from framing.compare.same_story import same_story
from framing.compare.story import SameStory
from framing.compare.story_words import Rarity
from framing.pipeline import instrument
from framing.rows import columns
from tests.strategies import articles as any_article

FILLER = (
    "The talks took place in a hall by the river, where delegations had arrived in the morning under grey skies. "
    "Reporters waited outside for most of the day, and the street in front of the gates was closed to traffic. "
    "Several rounds had been held before without much result, and few had hoped for more this time around. "
    "Shops in the old town stayed open, trams ran as usual, and the evening ended quietly for everybody there. "
)
TEXTS = {
    "Harbour Post": (
        "NATO warned on Tuesday that Russia would face massive consequences if its tanks crossed the northern border. "
        "“We will not slam the door shut on our partners,” NATO Secretary General Jens Stoltenberg said. "
        "More than 14,000 people had died in the fighting, and Ambassador Ines Rautal said the count was too low. "
    ),
    "Strait Tribune": (
        "Russia would face massive consequences should tanks cross its northern border, NATO said on Tuesday. "
        "Stoltenberg claimed that the alliance “will not slam the door shut on our partners”. "
        "Thirty ships lay in the harbour of Port Selwyn. "
    ),
}


def story(texts: dict[str, str], *, filler: str = FILLER) -> SameStory:
    day = dt.date(2022, 1, 12)
    scored = [
        instrument().score(Article(f"a{at}", text + filler, outlet=outlet, date=day))
        for at, (outlet, text) in enumerate(texts.items())
    ]
    return same_story(compare(scored, instrument().scorers).groups)


@pytest.fixture(scope="module")
def told() -> SameStory:
    return story(TEXTS)


def test_a_quotation_is_one_statement_under_two_verbs(told):
    statement = next(each for each in told.statements if each.verbatim)
    assert [saying.place.group for saying in statement.sayings] == ["Harbour Post", "Strait Tribune"]
    assert statement.verbs == ("said", "claimed")
    assert [saying.stance for saying in statement.sayings] == ["neutral", "distancing"]
    assert statement.contrast == 2
    assert statement.actor == "NATO"
    assert "slam" in statement.shared


def test_a_paraphrase_of_the_same_source_is_one_statement(told):
    statement = next(each for each in told.statements if not each.verbatim)
    assert statement.verbs == ("warned", "said")
    assert {"massive", "consequences"} <= {word.lower() for word in statement.shared}
    assert statement.likeness >= 0.5


def test_the_opposite_is_not_the_same_statement():
    found = story(
        {
            "A": "NATO said that it would send thousands of combat troops to the eastern flank in winter. ",
            "B": "NATO said that it would not send thousands of combat troops to the eastern flank in winter. ",
        }
    )
    assert found.statements == ()


def test_what_two_sources_say_is_no_common_statement():
    found = story(
        {
            "A": "NATO said that massive consequences would follow any crossing of the northern border. ",
            "B": "Russia said that massive consequences would follow any crossing of the northern border. ",
        }
    )
    assert found.statements == ()


def test_a_phrase_of_every_day_is_no_common_statement():
    found = story(
        {
            "A": "“At the same time we are concerned about prices,” NATO said. ",
            "B": "“At the same time we are preparing for an early winter,” Russia said. ",
        }
    )
    assert found.statements == ()


def test_every_saying_stands_where_its_place_says(told):
    for statement in told.statements:
        for saying in statement.sayings:
            text = TEXTS[saying.place.group] + FILLER
            assert text[saying.place.start : saying.place.end] == saying.text
            assert 0 <= saying.place.position < 1
            assert 0 < saying.share <= 1
        assert max(saying.share for saying in statement.sayings) == 1


def test_figures_and_people_of_one_text_only(told):
    def texts(group: str, kind: str) -> list[str]:
        return [item.text for item in told.items(group, kind)]

    assert texts("Harbour Post", "number") == ["14,000 people"]
    assert texts("Strait Tribune", "number") == ["Thirty ships"]
    assert texts("Harbour Post", "source") == ["Ines Rautal"]
    assert texts("Strait Tribune", "source") == []
    assert texts("Strait Tribune", "name") == ["Port Selwyn"]


def test_another_spelling_is_not_another_name_or_figure():
    found = story(
        {
            "A": "Oleksandr Zelensky of Brenn said that 30 ships and 2.5 million crowns had been lost. ",
            "B": "Thirty ships and 2,500,000 crowns were lost, Oleksandr Zelenskyy said in Brenn. ",
        }
    )
    assert [item for item in found.only_here if item.kind != "claim"] == []


def names_of(words: str) -> list[str]:
    found = story({"A": words, "B": "It rained. "})
    return [item.text for item in found.items("A", "name")]


def test_capitals_of_a_heading_make_no_names():
    words = "\nGame Theory, Immigration Studies and Equity Being Considered | Harbour Ruling Expected Monday\n"
    assert names_of(f"Ines Rautal met Arvo Lunt in Port Selwyn, where it rained.{words}") == [
        "Ines Rautal",
        "Arvo Lunt",
        "Port Selwyn",
    ]


def test_two_names_with_one_last_word_are_two():
    assert names_of("Boats crossed the Amber Sea and came back by the Silver Sea in the rain. ") == [
        "Amber Sea",
        "Silver Sea",
    ]
    assert names_of("Arvo Lunt arrived late in the rain. Nobody waited for Lunt at the quay. ") == ["Arvo Lunt"]


def test_a_body_is_not_cut_at_its_apostrophe():
    assert names_of("They joined the Harbour Workers' Party in the rain. ") == []


def test_a_guest_called_by_the_first_name_is_shown_with_both():
    found = story({"A": "The host spoke with Scott Lunt about it. Scott said that it rained. ", "B": "It rained. "})
    assert [item.text for item in found.items("A", "source")] == ["Scott Lunt"]


def test_dates_hours_and_years_are_no_figures():
    found = story({"A": "On January 12, 2022, at 14:30 and 15 GMT, the 21st round began in 2021. ", "B": "It rained. "})
    assert [item.text for item in found.items("A", "number")] == []


def test_a_claim_of_one_text_only():
    claim = "that poachers had emptied the lobster traps and burned forty wooden sheds along the shingle beach"
    found = story({"A": f"Russia said {claim}. ", "B": "It rained. "})
    assert [item.text for item in found.items("A", "claim")] == [claim]
    told = story({"A": f"Russia said {claim}. ", "B": f"It is true {claim}. "})
    assert not list(told.items("A", "claim"))


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        (3 * FILLER, True),
        (3 * FILLER + "The delegation then went on to", True),  # a line of its own may be anything
        (3 * FILLER + "The delegation of nine left through the gates by the river and then went on to", False),
        (3 * FILLER + "The talks then…", False),
        (3 * FILLER + "“It is over,” he said.\n\n— — —", True),
        ("It rained.", False),
    ],
)
def test_a_text_that_is_cut_off_or_short_is_not_whole(text, complete):
    text = text.replace("around. Shops", "around.\n\nShops")
    if complete and text.endswith("went on to"):
        text = text.replace("The delegation", "\nThe delegation")
    scored = [instrument().score(Article("a", text, outlet="A"))]
    found = completeness(compare(scored, instrument().scorers).groups)
    assert [each.complete for each in found] == [complete]
    assert bool(found[0].reason) != complete


def test_rows_tell_a_source_that_others_name_from_one_that_they_do_not():
    found = story(
        {
            "A": "“The bridge will hold,” Ines Rautal said. “Nobody should drive over it now,” Pavel Drost said. ",
            "B": "Ines Rautal walked over the bridge on Monday with her dog, and nobody asked her anything. ",
        }
    )
    named = {row["text"]: row["named_elsewhere"] for row in found.rows() if row["kind"] == "source"}

    assert named == {"Ines Rautal": True, "Pavel Drost": False}
    assert {row["named_elsewhere"] for row in found.rows() if row["kind"] != "source"} <= {None}


def test_what_is_found_only_here_names_texts_that_are_not_whole():
    found = story({"A": "Russia said nothing. ", "B": "It rained. "}, filler="")
    assert found.doubtful("A") == ("B",)
    assert all(row["incomplete"] for row in found.rows() if row["kind"] != "statement")


def test_order_does_not_matter():
    articles = [
        instrument().score(Article(f"a{at}", text + FILLER, outlet=outlet)) for at, (outlet, text) in
        enumerate(TEXTS.items())
    ]  # fmt: skip
    groups = list(compare(articles, instrument().scorers).groups)
    random.Random(1).shuffle(groups)
    assert same_story(groups) == same_story(groups[::-1])


def test_spellings_and_titles():
    assert spelling("Sergei") == spelling("Sergey")
    assert spelling("Grushko") != spelling("Grusha")
    assert untitled("Deputy Foreign Minister Alexander Grushko") == "Alexander Grushko"
    assert set(values("twenty-five, 3.5 million, $2,000")) >= {25.0, 3_500_000.0, 2000.0}


@settings(max_examples=40, deadline=None)
@given(st.lists(any_article(), min_size=1, max_size=4))
def test_any_text_is_compared_and_every_place_is_in_it(given_articles):
    articles = [replace(article, id=f"a{at}", outlet=f"o{at % 2}") for at, article in enumerate(given_articles)]
    scored = [instrument().score(article) for article in articles]
    found = same_story(compare(scored, instrument().scorers).groups)
    sizes = {article.id: {"text": len(article.text), "title": len(article.title)} for article in articles}
    for row in found.rows():
        assert list(row) == list(columns("story"))
        assert 0 <= row["start"] < row["end"] <= sizes[row["article"]][row["field"]]


def test_how_rare_words_are_together_does_not_depend_on_their_order():
    words = [f"word{at}" for at in range(40)]
    rarity = Rarity([frozenset(words[:at]) for at in range(1, 41)])

    assert len({rarity.of(words[at:] + words[:at]) for at in range(40)}) == 1
