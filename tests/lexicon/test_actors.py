"""Who acts and speaks: the files of the package, and those of a user's own."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest

from framing.errors import UsageError
from framing.lexicon.actors import ROLES, Office, Person, actors
from framing.lexicon.matching import Pattern
from tests.lexicon.conftest import HEAD


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_an_actor_is_known_by_all_its_names(book):
    names = book("").names

    assert [(names[key].actor, names[key].role, names[key].kind) for key in (
        "Syldavia", "Syldavian", "Klow", "Royal Syldavian Navy"
    )] == [
        ("SYL", "government", "name"), ("SYL", None, "demonym"), ("SYL", "government", "seat"),
        ("SYL", "military", "organ"),
    ]  # fmt: skip


def test_a_file_of_ones_own_wins_over_the_package(book):
    mine = book('[actors.BOR]\nname = "Borduria"\nclass = "state"\nseats = ["Klow"]\n')

    assert mine.names["Klow"].actor == "BOR"
    assert mine.names["Syldavia"].actor == "SYL"


def test_words_for_roles_are_found_in_singular_and_plural(book):
    mine = book('[roles.expert]\nnouns = ["soothsayer"]\norgans = ["Oracle"]\n[titles]\n"Dr." = "expert"\n')

    assert mine.roles["soothsayer"] == mine.roles["soothsayers"] == "expert"
    assert mine.organs["oracle"] == mine.organs["oracles"] == "expert"
    assert mine.titles["dr"] == "expert"


def test_words_for_roles_of_ones_own_win_over_the_package(book, tmp_path):
    words = '[roles.citizen]\nnouns = ["soothsayer", "tide-reader"]\n'
    (tmp_path / "lexicons" / "actors" / "roles.toml").write_text(HEAD + words, encoding="utf-8")
    mine = book('[roles.expert]\nnouns = ["soothsayer"]\n[roles.business]\nnouns = ["soothsayer"]\n')

    assert (mine.roles["soothsayers"], mine.roles["tide-reader"]) == ("expert", "citizen")


def test_a_person_of_ones_own_wins_over_the_package(book, tmp_path):
    people = '[people]\n"Jo Vlk" = { actor = "SYL", role = "military" }\n'
    (tmp_path / "lexicons" / "actors" / "people.toml").write_text(HEAD + people, encoding="utf-8")
    mine = book('[people]\n"Jo Vlk" = { actor = "SYL", role = "expert" }\n"Al Vlk" = { actor = "SYL" }\n')

    assert [person.role for person in mine.names["Jo Vlk"].people] == ["expert"]
    assert [person.name for person in mine.names["Vlk"].people] == ["Jo Vlk", "Al Vlk"]


@pytest.mark.usefixtures("book")
def test_of_several_files_of_ones_own_the_later_wins(tmp_path):
    for name, actor in (("one", "BOR"), ("two", "SBR")):
        body = f'[actors.{actor}]\nname = "Borduria"\nseats = ["Szohôd"]\n[groups]\n"regime" = "{actor}"\n'
        (tmp_path / f"{name}.toml").write_text(HEAD + body, encoding="utf-8")
    both = actors(str(tmp_path / "one.toml"), str(tmp_path / "two.toml"))

    assert (both.names["Szohôd"].actor, both.groups["regime"]) == ("SBR", "SBR")


def test_plurals_of_roles_are_those_of_their_heads(book):
    mine = book('[roles.citizen]\nnouns = ["witness", "person close to the talks", "member of parliament"]\n')

    assert set(mine.roles) == {
        "witness", "witnesses", "person close to the talks", "people close to the talks", "member of parliament",
        "members of parliament",
    }  # fmt: skip


def test_capitals_must_agree_in_names(book):
    mine = book("")

    assert Pattern("Klow", mine.names["Klow"], case=True) in list(mine.patterns())


def test_a_file_that_is_not_there():
    with pytest.raises(UsageError, match="no such file"):
        actors("none.toml")


@pytest.mark.parametrize(
    ("on", "held"), [("2019-12-31", False), ("2020-01-01", True), ("2021-12-31", True), ("2022-01-01", False)]
)
def test_an_office_is_held_from_its_first_day_until_its_last(on, held):
    assert Office("envoy", "government", "SYL", day("2020-01-01"), day("2022-01-01")).held_on(day(on)) == held


def test_an_office_may_have_no_end():
    assert Office("envoy", "government", "SYL", day("2020-01-01"), None).held_on(day("2199-01-01"))


VLK = Person("Jo Vlk", "SYL", "government", (
    Office("senator", "legislature", "SYL", day("2010-01-01"), day("2014-01-01")),
    Office("secretary general", "international_organisation", "NATO", day("2016-01-01"), day("2020-01-01")),
    Office("leader of the opposition", "opposition", "SYL", day("2021-01-01"), None),
))  # fmt: skip


@pytest.mark.parametrize(
    ("on", "who"),
    [
        ("2012-05-05", ("SYL", "legislature")),
        ("2015-05-05", ("SYL", "legislature")),  # between offices, the one before
        ("2018-05-05", ("NATO", "international_organisation")),
        ("2025-05-05", ("SYL", "opposition")),
        ("2001-05-05", ("SYL", "legislature")),  # before all, the first
    ],
)
def test_a_person_speaks_for_the_office_of_the_day(on, who):
    assert VLK.on(day(on)) == who


def test_without_a_day_a_person_is_in_government_rather_than_out_of_it():
    offices = (*VLK.offices, Office("minister", "government", "SYL", day("2008-01-01"), day("2009-01-01")))

    assert Person("Jo Vlk", "SYL", "government", offices).on(None) == ("SYL", "government")
    assert VLK.on(None) == ("SYL", "opposition")
    assert Person("Jo Vlk", "SYL", "expert", ()).on(None) == ("SYL", "expert")


@pytest.mark.parametrize(
    ("name", "on", "who"),
    [
        ("Joe Biden", "2012-06-01", ("USA", "government")),
        ("Joe Biden", "2020-06-01", ("USA", "opposition")),
        ("Jens Stoltenberg", "2010-06-01", ("NOR", "government")),
        ("Jens Stoltenberg", "2022-02-15", ("NATO", "international_organisation")),
        ("Mark Rutte", "2022-02-15", ("NLD", "government")),
        ("Mark Rutte", "2025-02-15", ("NATO", "international_organisation")),
        ("Boris Johnson", "2019-01-01", ("GBR", "legislature")),
        ("Sergei Lavrov", "2022-02-15", ("RUS", "government")),
    ],
)
def test_office_holders_by_date(name, on, who):
    [person] = actors().names[name].people

    assert person.on(day(on)) == who


@pytest.mark.parametrize(
    ("surface", "who"),
    [
        ("Moscow", ("RUS", "government", "seat")), ("Kremlin", ("RUS", "government", "seat")),
        ("Russian", ("RUS", None, "demonym")), ("Sochi", ("RUS", None, "city")),
        ("NATO", ("NATO", "international_organisation", "name")),
        ("Brussels", ("EU", "international_organisation", "seat")),
        ("White House", ("USA", "government", "seat")), ("Hamas", ("HAMAS", "armed_group", "name")),
        ("SACEUR", ("NATO", "military", "organ")), ("European Parliament", ("EU", "legislature", "organ")),
    ],
)  # fmt: skip
def test_names_of_the_package(surface, who):
    name = actors().names[surface]

    assert (name.actor, name.role, name.kind) == who


def test_states_have_their_code_of_three_letters():
    states = [actor.id for actor in actors().actors.values() if actor.kind == "state"]

    assert len(states) > 190
    assert [code for code in states if not re.fullmatch("[A-Z]{3}", code)] == []


def test_every_actor_and_role_named_is_known():
    book = actors()
    people = {person for name in book.names.values() for person in name.people}
    offices = [office for person in people for office in person.offices]

    named = {name.actor for name in book.names.values() if name.actor} | {office.actor for office in offices}
    named |= {person.actor for person in people if not person.offices} | set(book.groups.values())
    roles = {*book.roles.values(), *book.organs.values(), *(office.role for office in offices)}
    assert named - set(book.actors) == set()
    assert roles - set(ROLES) == set()
    assert set(book.titles.values()) - {"", *ROLES} == set()


def test_terms_of_office_of_one_person_begin_on_different_days():
    people = {person for name in actors().names.values() for person in name.people}
    doubled = {
        person.name
        for person in people
        for one, other in pairwise(person.offices)
        if one.start is not None and one.start == other.start
    }

    assert doubled == set()
