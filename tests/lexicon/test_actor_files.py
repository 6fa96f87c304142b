"""Every problem of a file of actors is said, with its line and a remedy, all at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from framing.errors import LexiconError, UsageError
from framing.lexicon.actor_files import CLASSES
from framing.lexicon.actors import ROLES, actor_file, actors, packaged_files
from tests.lexicon.conftest import HEAD, SYLDAVIA

DESCRIBED = Path(__file__).resolve().parents[2] / "lexicons" / "actors" / "README.md"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('[actors.SYL]\nnames = ["Syldavia"]', (3, "actor SYL has no name")),
        ('[actors.SYL]\nname = "Syldavia"\nnmes = ["Klow"]', (3, 'unknown key "nmes" of actor SYL')),
        ('[actors.SYL]\nname = "Syldavia"\nrole = "goverment"', (3, '"goverment" is no role')),
        ('[actors.SYL]\nname = "Syldavia"\n[actors.SYL.organs]\n"Klow Fleet" = "navy"', (6, '"navy" is no role')),
        ('[people]\n"Jo Vlk" = { actor = "SYL", rank = 1 }', (4, 'unknown key "rank" of Jo Vlk')),
        ('[people]\n"Jo Vlk" = { actor = "SYL", role = "king" }', (4, '"king" is no role')),
        ('[people]\n"Jo Vlk" = { actor = "SYL", offices = [{ frm = 2020-01-01 }] }',
         (4, 'unknown key "frm" of an office of Jo Vlk')),
        ('[people]\n"Jo Vlk" = { actor = "SYL", offices = [{ from = 2020-01-01, to = 2019-01-01 }] }',
         (4, "an office of Jo Vlk ends before it begins")),
        ('[roles.knight]\nnouns = ["sir"]', (3, '"knight" is no role')),
        ("[actrs]", (3, 'unknown key "actrs"')),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(problems, body, expected):
    assert problems(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        '[actors.BOR]\nname = "Borduria"\nnames = "Borduria"',
        '[actors.BOR]\nname = "Borduria"\norgans = ["Klow Fleet"]',
        "[actors]\nBOR = 3",
        '[people]\n"Jo Vlk" = 3',
        '[people]\n"Jo Vlk" = { actor = "SYL", offices = [{ office = "envoy", from = "2020-01-01" }] }',
        '[people]\n"Jo Vlk" = { actor = "NOWHERE" }',
        '[people]\n"Jo Vlk" = { role = "expert" }',
        '[titles]\n"Don" = "nobleman"',
        '[groups]\n"club" = "NOWHERE"',
        '[sides]\n"East" = ["NOWHERE"]',
        '[sides]\n"East" = "FRA"',
        '[sides]\n"East" = ["FRA"]\n"West" = ["FRA"]',
    ],
)
def test_values_of_a_wrong_kind_are_problems(problems, body):
    assert problems(body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('[actors.BOR]\nname = "Borduria"\nnames = "Borduria"',
         '5: "names" of actor BOR must be a list of strings\n    Write names = ["Borduria"].'),
        ('[actors.BOR]\nname = "Borduria"\nseats = [\n  "Szohôd",\n  3,\n]',
         '5: "seats" of actor BOR must be a list of strings\n    Write seats = ["...", "..."].'),
        ('[actors.BOR]\nname = "Borduria"\norgans = ["Klow Fleet"]',
         '5: "organs" of actor BOR must be a table\n    Write [actors.BOR.organs], and below it lines like '),
        ('[actors.BOR]\nname = "Borduria"\n[actors.BOR.organs]\n"ZEP" = 3',
         '6: "ZEP" of actor BOR must be a string'),
        ('[actors.BOR]\nname = 3',
         '4: "name" of actor BOR must be a string that is not empty\n    Write name = "...".'),
        ('[actors.BOR]\nname = "Borduria"\nclass = "sate"',
         '5: "sate" is no class of actor\n    Did you mean "state"?'),
        ("[actors]\nBOR = 3",
         '4: [actors.BOR] must be a table\n    Write [actors.ID], and below it name = "..." and names = ["..."].'),
        ("actors = 3",
         '3: [actors] must be a table\n    Write [actors.ID], and below it name = "..." and names = ["..."].'),
        ('[people]\n"Jo Vlk" = 3',
         '4: [people."Jo Vlk"] must be a table\n    Write "First Last" = { actor = "ID", role = "..." }.'),
        ('[people]\n"Jo Vlk" = { actor = "SYL", offices = [{ from = "2020-01-01" }] }',
         '4: "from" of an office of Jo Vlk must be a date\n    Write from = 2020-01-31, without quotation marks.'),
        ('[people]\n"Jo Vlk" = { actor = "SYL", offices = [{ to = 2020-01-01T10:00:00 }] }',
         '4: "to" of an office of Jo Vlk must be a date\n    Write to = 2020-01-31, without quotation marks.'),
        ('[people]\n"Jo Vlk" = { actor = "SYL", offices = ["envoy"] }',
         '4: "offices" of Jo Vlk must be a list of tables\n'
         '    Write offices = [{ office = "...", role = "...", from = 2020-01-31 }].'),
        ('[people]\n"Jo Vlk" = { actor = "SIL" }', '4: "SIL" is no actor\n    Did you mean "SYL"?'),
        ('[people]\n"Jo Vlk" = { actor = "SYL", offices = [{ actor = "NATO" }] }',
         '4: "NATO" is no actor\n    Add a table [actors.NATO].'),
        ('[people]\n"Jo Vlk" = { role = "expert" }',
         '4: Jo Vlk has no actor\n    Add actor = "ID", the id of a table [actors.ID].'),
        ('[roles]\nexpert = ["sage"]',
         '4: [roles.expert] must be a table\n    Write [roles.ROLE], and below it nouns = ["..."] and organs = '),
        ('[roles.expert]\nnoun = ["sage"]', '3: unknown key "noun" of [roles.expert]\n    Did you mean "nouns"?'),
        ('[titles]\n"Don" = "nobleman"', '4: "nobleman" is no role\n    Known: '),
        ('[titles]\n"Don" = 3', '4: title "Don" must be a role\n    Write "Title" = "role", or '),
        ('[groups]\n"club" = "SIL"', '4: "SIL" is no actor\n    Did you mean "SYL"?'),
        ('[groups]\n"club" = { needs = true }', '4: "" is no actor\n    Add a table [actors.ID].'),
        ('[groups]\n"club" = 3', '4: group "club" must be the id of an actor\n    Write "club" = "ID".'),
        ('masks = ["Klow"]', '3: [masks] must be a table\n    Write [masks], and below it names = ["..."].'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_a_remedy(book, body, expected):
    with pytest.raises(LexiconError) as raised:
        book(body)

    assert f"mine.toml:{expected}" in str(raised.value)
    assert str(raised.value).count("mine.toml:") == 1


def test_a_name_of_two_kinds_is_refused(problems):
    body = '[actors.BOR]\nname = "Borduria"\nseats = ["Szohôd"]\ncities = [\n  "Szohôd",\n]'

    assert problems(body) == [(7, '"Szohôd" is a seat and a city of BOR')]


def test_an_actor_without_a_name_is_said_once(problems):
    assert problems('[actors.BOR]\n[people]\n"Jo Vlk" = { actor = "BOR" }') == [(3, "actor BOR has no name")]


def test_problems_of_all_files_are_said_at_once(book, tmp_path):
    more = tmp_path / "lexicons" / "actors" / "more.toml"
    more.write_text(HEAD + '[titles]\n"Don" = "nobleman"', encoding="utf-8")

    with pytest.raises(LexiconError) as raised:
        book('[titles]\n"Don" = "lord"')
    assert re.findall(r"(\w+\.toml):4: ", str(raised.value)) == ["more.toml", "mine.toml"]


def test_the_form_that_is_described_is_in_order(tmp_path):
    [block] = re.findall(r"^```toml\n(.*?)^```$", DESCRIBED.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    path = tmp_path / "mine.toml"
    path.write_text(block, encoding="utf-8")

    assert actors(str(path)).names["Sarnhold"].actor == "HLV"


def test_the_form_that_is_described_names_every_role_and_class():
    text = DESCRIBED.read_text(encoding="utf-8")

    assert [word for word in (*ROLES, *CLASSES) if not re.search(rf"\b{word}\b", text)] == []


def test_actor_files_are_found_by_name_or_path(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text(HEAD, encoding="utf-8")
    names = [file.name for file in packaged_files()]

    assert names == ["actors/organisations", "actors/people", "actors/roles", "actors/states"]
    assert actor_file("actors/states").tables()["id"] == "actors-states"
    assert actor_file(str(mine)).name == str(mine)
    assert actor_file("threat") is None
    assert actor_file("none.toml") is None
    with pytest.raises(UsageError, match="actors/staets"):
        actor_file("actors/staets")


@pytest.mark.parametrize("source", [b'kind = "frame"', b"\xff\xfe", b"kind = ["])
def test_other_files_are_no_actor_files(tmp_path, source):
    path = tmp_path / "mine.toml"
    path.write_bytes(source)

    assert actor_file(str(path)) is None


def test_a_file_that_is_no_toml(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("names = [", encoding="utf-8")

    with pytest.raises(LexiconError, match="is no TOML file"):
        actors(str(path))


@pytest.mark.parametrize(
    "second",
    [
        '[actors.BOR]\nname = "Borduria"\nclass = "state"\nnames = ["Syldavia"]',
        '[actors.BOR]\nname = "Borduria"\nclass = "state"\n[actors.BOR.organs]\n"Klow" = "military"',
    ],
)
def test_one_name_for_two_actors_is_refused(problems, second):
    [(_, what)] = problems(SYLDAVIA + second)

    assert "names SYL and BOR" in what


def test_one_name_for_two_actors_is_refused_in_the_package_too(book, tmp_path):
    more = tmp_path / "lexicons" / "actors" / "more.toml"
    more.write_text(HEAD + '[actors.BOR]\nname = "Borduria"\nseats = ["Klow"]', encoding="utf-8")

    with pytest.raises(LexiconError, match='"Klow" names BOR and SYL'):
        book("")


def test_other_lexicons_are_no_actors(problems):
    assert problems("", 'id = "mine"\nkind = "frame"\n') == [(2, 'kind must be "actors"')]


def test_all_problems_are_said_at_once(problems):
    assert len(problems('[actors.SYL]\nnmes = []\n[people]\n"Jo Vlk" = { actor = "SYL", role = "king" }')) == 3
