"""Source balance: every quotation is counted once in each dimension, and what is not known stays in sight."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Article
from framing.compare.balance import Amount, SourceBalance, source_balance, source_balances
from framing.lexicon.actors import actors
from framing.pipeline import Settings, analyse, instrument
from framing.pipeline import source_balance as of_articles
from framing.scorers.sources import SourceScorer

PUTIN = "“We are ready,” Putin said."
BIDEN = "Biden said the talks had failed."
NOBODY = "“The road is closed for the whole of the winter.”"


def articles(*texts: str) -> list[Article]:
    return [Article(id=str(at), outlet="Post", text=text, date=date(2022, 1, 12)) for at, text in enumerate(texts)]


def balance(*texts: str, sides: dict[str, str] | None = None) -> SourceBalance:
    return source_balance(analyse(articles(*texts)), sides)


def test_actors_roles_and_kinds_hold_every_quotation_once():
    found = balance(f"{PUTIN} {BIDEN}", PUTIN, NOBODY)

    assert found.by_actor == (Amount("RUS", 2, 6), Amount("USA", 1, 4), Amount("unresolved", 1, 10))
    assert found.by_role == (Amount("government", 3, 10), Amount("no role", 1, 10))
    assert found.by_kind == (Amount("direct", 3, 16), Amount("indirect", 1, 4))
    assert (found.quotations, found.words) == (4, 20)
    assert (found.officials, found.with_role, found.unnamed, found.unresolved) == (3, 3, 0, 1)
    assert found.official_share == 1


def test_who_comes_first_and_who_has_the_last_word():
    found = balance(f"{PUTIN} {BIDEN}", f"{PUTIN} Then it rained.", f"{BIDEN} {PUTIN} {BIDEN}")

    assert found.first == (("RUS", 2), ("USA", 1))
    assert found.last == (("USA", 2), ("RUS", 1))


def test_the_headline_counts_apart():
    text = "Biden said the talks had failed."
    found = source_balance(analyse([Article(id="1", title="Putin: no war is planned", text=text)]))

    assert (found.headline, found.first) == ((("RUS", 1),), (("USA", 1),))


def test_sides_are_those_of_the_user():
    found = balance(f"{PUTIN} {BIDEN}", NOBODY, sides={"RUS": "East", "USA": "West"})

    assert {side.label: side.quotations for side in found.by_side} == {"East": 1, "West": 1, "no side": 1}
    assert balance(PUTIN).by_side == ()


def test_the_effective_number_is_that_of_the_scorer_and_its_correction_that_of_the_formula():
    text = f"{PUTIN} {PUTIN} {BIDEN}"
    scorer = SourceScorer().fit()
    named = dict(zip(scorer.get_feature_names_out(), scorer.transform([text])[0], strict=True))
    found = balance(text)
    entropy = -(2 / 3 * math.log(2 / 3) + 1 / 3 * math.log(1 / 3))

    assert (
        found.effective_number == pytest.approx(named["sources_effective_number"]) == pytest.approx(math.exp(entropy))
    )
    assert found.effective_number_corrected == pytest.approx(math.exp(entropy + 1 / 6))


def test_without_quotations_there_is_no_number():
    found = balance("It rained.")

    assert found.quotations == 0
    assert math.isnan(found.effective_number)
    assert math.isnan(found.effective_number_corrected)
    assert math.isnan(found.official_share)


@given(st.lists(st.sampled_from([PUTIN, BIDEN, NOBODY, "It rained."]), max_size=8))
def test_the_rows_of_a_dimension_add_up(sentences):
    found = balance(" ".join(sentences))
    rows = list(found.rows("Post"))

    for dimension in ("actor", "role", "kind"):
        inside = [row for row in rows if row.dimension == dimension]
        assert sum(row.quotations for row in inside) == found.quotations
        assert sum(row.words for row in inside) == found.words
        if found.quotations:
            assert sum(row.quotations_share for row in inside) == pytest.approx(1, abs=1e-5)


def test_groups_are_balanced_apart_and_in_order():
    given_ = [Article(id="1", outlet="b", text=PUTIN), Article(id="2", outlet="A", text=BIDEN)]

    assert [(group, found.by_actor[0].label) for group, found in source_balances(analyse(given_)).items()] == [
        ("A", "USA"),
        ("b", "RUS"),
    ]


def test_sides_of_a_file_reach_the_balance(tmp_path):
    path = tmp_path / "sides.toml"
    path.write_text(
        'id = "s"\nkind = "actors"\nlanguage = "en"\nversion = "1"\nlicence = "CC0-1.0"\ncurators = ["me"]\n'
        'definition = "Sides."\nreferences = ["public-record"]\n[sides]\n"East" = ["RUS"]\n',
        encoding="utf-8",
    )
    settings = Settings(actors=(str(path),))

    assert instrument(settings).book.sides == {"RUS": "East"}
    assert of_articles(articles(PUTIN), settings=settings)["Post"].by_side == (Amount("East", 1, 3),)
    assert actors().sides == {}
