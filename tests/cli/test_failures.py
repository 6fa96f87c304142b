"""Exit codes, and messages that say what, where, and how to mend it."""

from __future__ import annotations

import errno
import sys

import pytest

POST = "articles/harbour-post_2031-03-14.txt"
EMPTY = "error: there is nothing to analyse\n"


def test_0_when_all_is_well_and_1_when_strict_and_something_was_excluded(framing):
    assert framing("score", "articles").code == 0
    assert framing("score", POST, "--strict").code == 0
    assert framing("score", "articles", "--strict").code == 1


@pytest.mark.parametrize("command", ["score", "quotes", "evidence", "report"])
def test_strict_still_gives_what_there_is(framing, command):
    strict = framing(command, "articles", "--strict")

    assert strict.code == 1
    assert len(strict.out) > 1000
    assert "1 excluded" in strict.err


def test_1_when_a_lexicon_is_broken_with_everything_that_is_wrong(framing, folder):
    (folder / "broken.toml").write_text(_BROKEN)
    done = framing("lexicons", "check", "broken.toml")

    assert done.code == 1
    for line, problem in _PROBLEMS:
        assert f"broken.toml:{line}: {problem}" in done.out
    assert 'Did you mean "frame"?' in done.out
    assert 'Did you mean "noun"?' in done.out


_BROKEN = """id = "x"
kind = "fram"
language = "en"
version = "1.0.0"
licence = "CC0-1.0"
curators = ["a test"]
colour = "red"
[cues.a]
"war" = {}
"a*b" = { cite = "k", pos = "nuon" }
"""
_PROBLEMS = [
    (1, '"definition" is missing'),
    (2, '"fram" is no kind of lexicon'),
    (7, 'unknown key "colour"'),
    (9, '"war" has no citation'),
    (10, '"nuon" is no pos'),
    (10, '"a*b": "*" may stand only at the end'),
]


def test_1_when_the_examples_of_a_lexicon_fail(framing, folder):
    sound = _BROKEN.replace("fram", "frame").replace('colour = "red"\n', 'definition = "A test."\n')
    sound = sound.replace('"war" = {}', '"war" = { cite = "k" }').replace("a*b", "ab*").replace("nuon", "noun")
    (folder / "mine.toml").write_text(sound + '[examples]\nhits = ["Peace."]\nmisses = ["The war went on."]\n')
    done = framing("lexicons", "check", "mine.toml")

    assert done.code == 1
    assert "error: nothing is found in the hit: Peace." in done.out
    assert 'mine.toml:9: error: "war" is found in the miss: The war went on.' in done.out
    assert "mine.toml" in done.out
    assert done.out.endswith("x: 2 entries, 1 hits, 1 misses: 2 wrong\n")


def test_every_broken_file_is_told_in_one_go(framing, folder):
    (folder / "one.toml").write_text(_BROKEN)
    (folder / "two.toml").write_text(_BROKEN)
    done = framing("lexicons", "check", "one.toml", "threat", "two.toml")

    assert done.code == 1
    assert 'one.toml:2: "fram"' in done.out
    assert 'two.toml:2: "fram"' in done.out
    assert "threat: " in done.out


def test_a_broken_list_of_actors_is_told_wherever_it_is_used(framing, folder):
    (folder / "mine.toml").write_text(
        'id = "x"\nkind = "actors"\n[actors.BOR]\nname = "Borduria"\nnames = "Borduria"\n'
    )
    told = 'mine.toml:5: "names" of actor BOR must be a list of strings\n    Write names = ["Borduria"].\n'
    checked = framing("lexicons", "check", "mine.toml")
    shown = framing("lexicons", "show", "mine.toml")
    used = framing("score", POST, "--actors", "mine.toml")

    assert (checked.code, checked.out) == (1, told)
    assert (shown.code, shown.out, shown.err) == (2, "", f"error: {told}")
    assert (used.code, used.out) == (2, "")
    assert told in used.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["score", POST, "--frames", "thraet"], 'error: there is no frame "thraet"\nhint: Did you mean "threat"?\n'),
        (["score", "nope.txt"], "error: nope.txt: no such file or folder\n"),
        (["score", "articles/harbor-post_2031-03-14.txt"], "harbour-post_2031-03-14.txt"),
        (["score", "*.pdf"], "error: *.pdf: no file matches this pattern\n"),
        (["score", POST, "-o", "no/such/scores.csv"], "error: no/such: there is no such folder\nhint: "),
        (["score", POST, "-o", "scores.xyz"], 'error: scores.xyz: ".xyz" names no format\nhint: Use .jsonl, '),
        (["score", POST, "--format", "parquet"], "error: Parquet cannot be printed\nhint: "),
        (["score", POST, "--lexicon", "nope.toml"], "error: nope.toml: there is no such file\n"),
        (["score", POST, "--actors", "nope.toml"], "error: nope.toml: there is no such file\n"),
        (["score", POST, "--encoding", "utf8x"], "error: unknown encoding 'utf8x'\nhint: "),
        (
            ["score", POST, "--outlet-from", "{outlt}"],
            "error: the template '{outlt}' cannot be used: {outlt} is unknown",
        ),
        (["report", POST, "--by", "desk"], 'error: no article has a column "desk"\nhint: Columns: outlet, date.\n'),
        (["explain", "thraet"], 'error: "thraet" is no frame, no entry and no file\nhint: Did you mean "threat"?\n'),
        (["explain", f"{POST}:999"], f"error: {POST}: there is no sentence 999\n"),
        (["lexicons", "show", "thraet"], 'error: there is no lexicon "thraet"\nhint: Did you mean "threat"?\n'),
        (
            ["lexicons", "show", "actors/staets"],
            'error: there is no lexicon "actors/staets"\nhint: Did you mean "actors/states"?\n',
        ),
        (["repotr"], "No such command 'repotr'. Did you mean 'report'?"),
        (["articles"], "No such command 'articles'. To compare articles: framing report articles -o report.html"),
        (["score"], "Missing argument 'INPUT...'"),
        (["score", POST, "--fromat", "csv"], "'--format'"),
        (["report", POST, "--texts", "ful"], "'ful' is not one of 'full', 'evidence', 'none'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_2_for_wrong_usage_with_what_may_be_meant(framing, arguments, message):
    done = framing(*arguments)

    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "hint: hint" not in done.err
    assert "Traceback" not in done.err


def test_2_for_a_broken_lexicon_that_is_to_be_used(framing, folder):
    (folder / "broken.toml").write_text(_BROKEN)
    done = framing("score", POST, "--lexicon", "broken.toml")

    assert (done.code, done.out) == (2, "")
    assert all(f"broken.toml:{line}: {problem}" in done.err for line, problem in _PROBLEMS)


def test_2_for_a_page_on_a_terminal(framing):
    done = framing("report", POST, terminals=("stdout",))

    assert (done.code, done.out) == (2, "")
    assert done.err == "error: a page is not for the terminal\nhint: Name a file: -o report.html.\n"


def test_2_for_parquet_without_its_library(framing, folder, monkeypatch):
    (folder / "a.parquet").write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for arguments in (("score", "a.parquet"), ("score", POST, "-o", "b.parquet")):
        done = framing(*arguments)
        assert done.code == 2
        assert "framing-toolkit[parquet]" in done.err


@pytest.mark.parametrize("quiet", [(), ("-q",)])
@pytest.mark.parametrize("command", ["score", "quotes", "evidence", "report"])
def test_3_when_there_is_nothing_to_analyse(framing, folder, command, quiet):
    (folder / "empty.txt").write_text("")
    done = framing(command, "empty.txt", *quiet)

    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("excluded: empty.txt: an empty file\n" + EMPTY + "hint: ")


@pytest.mark.parametrize("stdin", [b"", b"   \n", b"\xef\xbb\xbf"])
def test_3_when_nothing_comes_in(framing, stdin):
    done = framing("score", "-", stdin=stdin)
    assert (done.code, done.out) == (3, "")
    assert EMPTY in done.err


def test_nothing_to_analyse_leaves_no_file(framing, folder):
    (folder / "empty.txt").write_text("")
    for name in ("a.csv", "a.jsonl", "a.html"):
        assert framing("report" if name.endswith("html") else "score", "empty.txt", "-o", name).code == 3
    assert sorted(path.name for path in folder.iterdir()) == ["articles", "empty.txt"]


@pytest.mark.parametrize(("command", "step"), [("score", "rows"), ("report", "analyse")])
def test_4_for_an_error_of_ours_without_a_traceback(framing, monkeypatch, command, step):
    def fail(*args, **keywords):
        raise RuntimeError("a screw came loose")

    monkeypatch.setattr(f"framing.pipeline.{step}", fail)
    done = framing(command, POST)

    assert (done.code, done.out) == (4, "")
    assert done.err == (
        "error: something went wrong inside framing: RuntimeError: a screw came loose\n"
        "hint: run again with --debug, and report what it prints.\n"
    )
    with pytest.raises(RuntimeError, match="a screw came loose"):
        framing(command, POST, "--debug")


def test_a_disk_that_is_full_is_no_error_of_ours(framing, monkeypatch):
    def fail(*args, **keywords):
        raise OSError(errno.ENOSPC, "No space left on device", "a.csv")

    monkeypatch.setattr("framing.cli.output.tempfile.mkstemp", fail)
    done = framing("score", POST, "-o", "a.csv")

    assert done.code not in (0, 4)
    assert "No space left on device" in done.err
    assert "inside framing" not in done.err


def test_130_when_interrupted(framing, monkeypatch):
    def interrupt(*args, **keywords):
        raise KeyboardInterrupt

    monkeypatch.setattr("framing.pipeline.rows", interrupt)
    done = framing("score", POST)

    assert (done.code, done.out) == (130, "")
    assert done.err.strip() == "interrupted"


def test_one_bad_file_does_not_end_the_run(framing, folder):
    (folder / "articles" / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "articles" / "broken.jsonl").write_text('{"text": "The minister said the threat was grave."}\n{"text"\n')
    done = framing("score", "articles")

    assert done.code == 0
    assert len(done.rows) == 6
    assert "excluded: articles/photo.png: a kind of file that is not understood" in done.err
    assert "excluded: articles/broken.jsonl, line 2: " in done.err


def test_the_codes_are_those_of_the_help(framing):
    told = framing("--help").out.split("Exit codes:")[1]
    assert " ".join(told.split()) == (
        "0 done; 1 done, but --strict found something excluded, or a check failed; 2 wrong usage; "
        "3 nothing to analyse; 4 an error of ours; 130 interrupted."
    )


def test_quiet_says_nothing_and_gives_the_same(framing):
    for command in ("score", "quotes", "evidence"):
        quiet = framing(command, "articles", "-q")
        assert quiet.err == ""
        assert quiet.out == framing(command, "articles").out
    assert framing("report", "articles", "-q").err == ""


def test_messages_are_plain_where_nobody_watches(framing):
    for arguments in (["score", "nope.txt"], ["score", "articles"], ["repotr"]):
        assert "\x1b" not in framing(*arguments).err
