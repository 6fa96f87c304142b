"""Every problem of a file is said, with its line and a remedy, all at once."""

from __future__ import annotations

import re

import pytest

from framing.errors import LexiconError, UsageError
from framing.lexicon.load import lexicon, of_kind, packaged, parse, references

HEAD = """\
id = "rivers"
kind = "frame"
version = "1"
language = "en"
licence = "CC0-1.0"
curators = ["us"]
definition = "Rivers that rise."
"""
CITE = 'cite = "hyland2005"'
CUES = f'[cues.water]\n"flood" = {{ {CITE} }}\n'
MISSING = "".join(
    f'rivers.toml:1: "{key}" is missing\n'
    for key in ("id", "kind", "version", "language", "licence", "definition", "curators")
)


def read(body: str, head: str = HEAD):
    return parse((head + body).encode(), "rivers.toml", references())


def problems(body: str, head: str = HEAD) -> str:
    with pytest.raises(LexiconError) as raised:
        read(body, head)
    return str(raised.value)


def entry(values: str) -> str:
    return f'[cues.water]\n"flood" = {{ {values} }}\n'


def test_a_lexicon_keeps_what_its_file_says():
    found = read(
        'title = "Rising rivers"\nincludes = "floods"\noutside = ["sport"]\n'
        f'[groups.water]\ndescription = "Water"\n{CITE}\nact = "warn"\n'
        '[cues.water]\n"flood" = { pos = "noun", near = ["town"], weight = 2 }\n"tide*" = { act = "deny" }\n'
        '[examples]\nhits = ["A flood hit the town."]\n'
    )

    flood, tide = found.entries
    assert (found.id, found.label, found.title) == ("rivers", "rivers", "Rising rivers")
    assert (found.includes, found.outside) == (("floods",), ("sport",))
    assert (found.hits, found.misses) == (("A flood hit the town.",), ())
    assert (flood.group, flood.pos, flood.near, flood.weight) == ("water", "noun", ("town",), 2)
    assert (flood.cite, flood.act, tide.act) == (("hyland2005",), "warn", "deny")
    assert (flood.line, tide.line) == (16, 17)
    assert found.name_of(tide) == "rivers#tide*"
    assert len(found.sha256) == 64


def test_a_title_is_made_of_the_id():
    assert read(CUES, HEAD.replace('"rivers"', '"high_water"')).title == "High water"


def test_a_byte_order_mark_is_no_part_of_a_lexicon():
    assert parse(b"\xef\xbb\xbf" + (HEAD + CUES).encode(), "rivers.toml").id == "rivers"


def test_a_file_of_ones_own_may_cite_anything():
    assert parse((HEAD + '[cues.a]\n"flood" = { cite = "our notes" }').encode(), "rivers.toml").entries


@pytest.mark.parametrize(
    ("values", "what"),
    [
        (f"{CITE}, wieght = 2", 'unknown key "wieght" in entry "flood"\n    Did you mean "weight"?'),
        (f"{CITE}, weight = 0", '"weight" must be a number above 0'),
        (f"{CITE}, weight = nan", '"weight" must be a number above 0'),
        (f"{CITE}, weight = inf", '"weight" must be a number above 0'),
        (f"{CITE}, weight = true", '"weight" must be a number above 0'),
        (f'{CITE}, weight = "2"', '"weight" must be a number above 0'),
        (f'{CITE}, case = "yes"', '"case" must be true or false'),
        (f"{CITE}, negatable = 0", '"negatable" must be true or false'),
        (f"{CITE}, note = 3", '"note" must be a string'),
        (f"{CITE}, near = 3", '"near" must be a string or a list of strings'),
        (f'{CITE}, unless = ["a", 3]', '"unless" must be a string or a list of strings'),
        (f'{CITE}, pos = "nuon"', '"nuon" is no pos\n    Did you mean "noun"?'),
        (f'{CITE}, part = "vrb"', '"vrb" is no part\n    Did you mean "verb"?'),
        (f'{CITE}, stance = "neutrl"', '"neutrl" is no stance\n    Did you mean "neutral"?'),
        (f'{CITE}, act = "wran"', '"wran" is no act\n    Did you mean "warn"?'),
        ("", '"flood" has no citation\n    Add cite = "key", a key of references.toml.'),
        ('cite = "hyland2006"', '"hyland2006" is not in references.toml\n    Did you mean "hyland2005"?'),
    ],
)
def test_a_wrong_entry(values, what):
    assert problems(entry(values)) == f"rivers.toml:9: {what}"


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("[cues.a]", '8: there are no entries\n    Add a table [cues.NAME] with lines like "term" = { cite = "key" }.'),
        ("", '1: there are no entries\n    Add a table [cues.NAME] with lines like "term" = { cite = "key" }.'),
        (f'[cues.a]\n" flood" = {{ {CITE} }}', '9: " flood" is no term'),
        (f'[cues.a]\n"*" = {{ {CITE} }}', '9: "*" is no term'),
        (f'[cues.a]\n"fl*od" = {{ {CITE} }}', '9: "fl*od": "*" may stand only at the end'),
        (
            f'{CUES}[cues.b]\n"tide" = {{ {CITE} }}\n"flood" = {{ {CITE} }}',
            '9: "flood" stands in [cues.water] and in [cues.b]\n    Keep one of them.',
        ),
        (f"[groups.rain]\n{CITE}\n{CUES}", "8: [groups.rain] has no [cues.rain]"),
        (f'{CUES}[examples]\nhits = ["A flood."]\nmiss = ["A cat."]', '12: unknown key "miss" in [examples]'
         '\n    Did you mean "misses"?'),
        (f"{CUES}[examples]\nhits = 3", '11: "hits" must be a string or a list of strings'),
        (f'definitoin = "x"\n{CUES}', '8: unknown key "definitoin"\n    Did you mean "definition"?'),
        (f"title = 3\n{CUES}", '8: "title" must be a string that is not empty'),
        (f'title = " "\n{CUES}', '8: "title" must be a string that is not empty'),
        (f"outside = 3\n{CUES}", '8: "outside" must be a string or a list of strings'),
        (f'part = "vrb"\n{CUES}', '8: "vrb" is no part\n    Did you mean "verb"?'),
        (f'references = ["hyland2006"]\n{CUES}', '8: "hyland2006" is not in references.toml'
         '\n    Did you mean "hyland2005"?'),
    ],
)  # fmt: skip
def test_a_wrong_file(body, what):
    assert problems(body) == f"rivers.toml:{what}"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("wieght = 2", '10: unknown key "wieght" in [groups.water]\n    Did you mean "weight"?'),
        ('pos = "nuon"', '10: "nuon" is no pos\n    Did you mean "noun"?'),
        ("near = 3", '10: "near" must be a string or a list of strings'),
        ("description = 3", '10: "description" must be a string'),
        ('note = "x"\nnote2 = "y"', '11: unknown key "note2" in [groups.water]\n    Did you mean "note"?'),
    ],
)
def test_what_is_wrong_in_a_group_is_said_once(line, what):
    body = f'[groups.water]\n{CITE}\n{line}\n[cues.water]\n"flood" = {{}}\n"tide" = {{}}\n'

    assert problems(body) == f"rivers.toml:{what}"


@pytest.mark.parametrize(
    ("cite", "what"),
    [
        ("3", '9: "cite" must be a string or a list of strings'),
        ('"hyland2006"', '9: "hyland2006" is not in references.toml\n    Did you mean "hyland2005"?'),
    ],
)
def test_a_wrong_citation_of_a_group_is_said_once(cite, what):
    body = f'[groups.water]\ncite = {cite}\n[cues.water]\n"flood" = {{}}\n"tide" = {{}}\n'

    assert problems(body) == f"rivers.toml:{what}"


def test_an_empty_citation_is_none():
    assert '"flood" has no citation' in problems(entry("cite = []"))


def test_a_group_that_is_no_table_is_said_with_its_line():
    assert problems("groups.water = 3\n" + CUES).startswith("rivers.toml:8: [groups.water] must be a table\n")
    assert problems("cues.water = 3\n").startswith("rivers.toml:8: [cues.water] must be a table\n")


@pytest.mark.parametrize("body", ["groups = 3\n" + CUES, "examples = 3\n" + CUES, "[groups]\nwater = 3\n" + CUES])
def test_a_table_that_is_none_is_said_with_its_line(body):
    line = 9 if body.startswith("[") else 8

    assert problems(body).startswith(f"rivers.toml:{line}: ")


def test_cues_that_are_no_table_are_said():
    assert "rivers.toml:8: " in problems("cues = 3\n")


def test_a_term_that_is_no_table_shows_what_to_write():
    assert problems('[cues.water]\n"flood" = "hyland2005"').startswith(
        'rivers.toml:9: entry "flood" must be a table\n    Write "term" = { cite = "..." }.'
    )


def test_a_file_without_its_head_misses_everything():
    assert problems(CUES, head="") == MISSING.rstrip()


def test_an_unknown_kind_gets_the_nearest():
    assert problems(CUES, HEAD.replace('"frame"', '"farme"')) == (
        'rivers.toml:2: "farme" is no kind of lexicon\n    Did you mean "frame"?'
    )


def test_all_problems_are_said_at_once():
    body = f'colour = "blue"\n[cues.water]\n"flood" = {{ {CITE}, pos = "nuon" }}\n"tide" = {{}}\n'

    assert re.findall(r"^rivers\.toml:(\d+): ", problems(body), re.MULTILINE) == ["8", "10", "11"]


@pytest.mark.parametrize("source", [b"flood tide = 3", b"id = 'x'\nid = 'y'", b"\xff\xfe"])
def test_what_is_no_toml_is_said_with_the_name_of_the_file(source):
    with pytest.raises(LexiconError, match=r"^rivers\.toml: is no TOML file"):
        parse(source, "rivers.toml")


def test_a_term_may_have_the_name_of_its_group():
    body = f'[groups.flood]\n{CITE}\n[cues.flood]\n"flood" = {{ pos = "nuon" }}'

    assert problems(body).startswith("rivers.toml:11: ")


def test_a_lexicon_is_found_by_its_id_or_its_path(tmp_path):
    path = tmp_path / "rivers.toml"
    path.write_text(HEAD + CUES, encoding="utf-8")

    assert lexicon("threat").origin == "frames/threat.toml"
    assert lexicon(str(path)).origin == path.as_posix()


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("threats", 'Did you mean "threat"?'), ("zzz", "Known: "), ("none.toml", "there is no such file")],
)
def test_a_lexicon_that_is_not_there(name, remedy):
    with pytest.raises(UsageError) as raised:
        lexicon(name)

    assert remedy in str(raised.value)


def test_lexicons_of_a_kind_are_in_the_order_of_their_ids():
    frames = [frame.id for frame in of_kind("frame")]

    assert frames == sorted(frames)
    assert {"threat", "diplomacy", "sovereignty"} <= set(frames)
    assert not {frame.kind for frame in of_kind("frame")} - {"frame"}
    assert set(frames) < set(packaged())
