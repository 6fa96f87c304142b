"""Lines of keys, which tomllib does not keep."""

from __future__ import annotations

import tomllib

import pytest

from framing import resources
from framing.errors import LexiconError
from framing.lexicon.problems import Problems, statements, written

FILE = """\
# "cues" = 3
id = "x"

[groups.flood]   # [groups.tide]
cite = '''
flood = 1
''' # [cues.b]
pos =\t"noun"
[ cues . "flood" ]
"flood" = { cite = ["a", # ]
  "b"] }
'it "is"' = {}
"it's" = {}
"caf\\u00e9 \\"x\\"" = {}
long = \"\"\"
"tide" = 1 \\\"""
[cues.c] \"""\"
dotted . "key" = [
  [1, 2], ["]", "deep"],
]
last = 1"""


def test_every_key_has_its_line():
    flood = ("cues", "flood")

    assert list(statements(FILE)) == [
        (("id",), 2), (("groups", "flood"), 4), (("groups", "flood", "cite"), 5), (("groups", "flood", "pos"), 8),
        (flood, 9), ((*flood, "flood"), 10), ((*flood, 'it "is"'), 12), ((*flood, "it's"), 13),
        ((*flood, 'café "x"'), 14), ((*flood, "long"), 15), ((*flood, "dotted", "key"), 18), ((*flood, "last"), 21),
    ]  # fmt: skip


def test_windows_line_ends_change_no_line():
    assert list(statements(FILE.replace("\n", "\r\n"))) == list(statements(FILE))


@pytest.mark.parametrize("text", ["", "\n", "# only a comment", "[a]", "a = 1", "\n\n  a = 1"])
def test_short_files(text):
    assert len(list(statements(text))) == len(tomllib.loads(text))


def keys(tables, above=()):
    for key, value in tables.items():
        yield (*above, key)
        if isinstance(value, dict):
            yield from keys(value, (*above, key))


@pytest.mark.parametrize("folder", ["frames", "reporting", "commitment", "agency", "domains", "actors"])
def test_the_keys_found_are_those_of_the_file_and_stand_on_their_lines(folder):
    for file in (resources.lexicons() / folder).iterdir():
        if file.name.endswith(".toml"):
            text = file.read_text(encoding="utf-8")
            lines = text.split("\n")
            found = dict(statements(text))

            assert len(found) > 30
            assert set(found) <= set(keys(tomllib.loads(text)))
            assert [path for path, line in found.items() if path[-1] not in lines[line - 1].replace('\\"', '"')] == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("groups", "flood"), 4),
        (("cues",), 9),
        (("cues", "flood", "flood"), 10),
        (("cues", "flood", "flood", "b"), 11),  # a string inside a value that goes on
        (("cues", "flood", "flood", "weight"), 10),  # a key that is not there
        (("cues", "flood", "dotted", "key", "deep"), 19),
        (("nothing", "at", "all"), 1),
        ((), 1),
    ],
)
def test_the_line_of_what_is_wrong(path, line):
    assert Problems("x.toml", FILE).line_of(*path) == line


def test_problems_are_said_in_the_order_of_the_lines():
    problems = Problems("x.toml", FILE)
    problems.stop()
    problems.add(("cues", "flood", "last"), "late")
    problems.add(("id",), "early", "Mend it.")

    with pytest.raises(LexiconError) as raised:
        problems.stop()
    assert str(raised.value) == "x.toml:2: early\n    Mend it.\nx.toml:21: late"


def test_what_is_no_table_is_said_as_its_header_is_written():
    problems = Problems("x.toml", FILE)

    assert problems.table(("groups", "flood"), {"a": 1}) == {"a": 1}
    assert problems.table(("people", "Jo Vlk"), 3) is None
    assert problems.said() == ['x.toml:1: [people."Jo Vlk"] must be a table']
    assert written(("a", "b c", "")) == 'a."b c".""'
