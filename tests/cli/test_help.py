"""Help: every command has one, and the lines it ends in run as they stand."""

from __future__ import annotations

import csv
import glob
import gzip
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from framing.cli import framing as root
from tests.learned.conftest import LOADED, PLACES, PLAIN

ROOT = Path(__file__).resolve().parents[2]


def commands(
    command: click.Command = root, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command by the words that name it."""
    yield path, command
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from commands(below, (*path, name))


COMMANDS = dict(commands())
LEAVES = [path for path, command in COMMANDS.items() if not isinstance(command, click.Group)]


def examples(text: str) -> list[str]:
    """The lines under "Example:" or "Examples:" that begin with a command."""
    found = re.search(r"^ *Examples?:\n((?: +\S.*\n)+)", text, re.MULTILINE)
    return [line.strip() for line in found[1].splitlines()] if found else []


def named(path: tuple[str, ...]) -> str:
    return " ".join(("framing", *path))


@pytest.mark.parametrize("path", COMMANDS, ids=named)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_has_help_on_stdout(framing, path, option):
    done = framing(*path, option)

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: {named(path)} ")
    assert max(map(len, done.out.splitlines())) <= 120


@pytest.mark.parametrize("path", COMMANDS, ids=named)
def test_every_option_says_what_it_does(path):
    for option in COMMANDS[path].params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert option.help[0].isupper(), option.name
            assert option.help.endswith("."), option.name


@pytest.fixture
def things(folder: Path) -> None:
    """What the examples name."""
    shutil.copy(ROOT / "examples" / "my_frame.toml", "my-frame.toml")
    shutil.copy("articles/harbour-post_2031-03-14.txt", "article.txt")
    shutil.copy("articles/lodestar-wire_2031-03-14.html", "page.html")
    row = {"newspaper": "Harbour Post", "text": Path("article.txt").read_text(encoding="utf-8")}
    Path("coverage.csv").write_text("newspaper,text\nHarbour Post,The minister said the threat was grave.\n")
    coded = [
        {"text": text.format(place), "label": label, "outlet": number % 3}
        for number, place in enumerate(PLACES)
        for text, label in ((LOADED, "biased"), (PLAIN, "plain"))
    ]
    with Path("coded.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["text", "label", "outlet"])
        table.writeheader()
        table.writerows(coded)
    frames = {"text": "The army threatened to shell the town.", "frames": {"threat": "asserted"}}
    Path("coded-frames.jsonl").write_text(json.dumps(frames) + "\n", encoding="utf-8")
    Path("corpus.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))


@pytest.mark.usefixtures("things")
@pytest.mark.parametrize("path", [(), *LEAVES], ids=named)
def test_help_ends_in_examples_that_run(framing, path):
    lines = examples(framing(*path, "--help").out)

    assert lines
    for line in lines:
        done = _run(framing, line)
        assert done.code == 0, f"{line}: {done.err}"
        assert path == () or named(path) in line


def _run(framing, line: str):
    """Run a line as a shell would, as far as our examples go: patterns, ``zcat FILE |`` and ``> FILE``."""
    before, _, command = line.rpartition("|")
    stdin = gzip.decompress(Path(before.split()[1]).read_bytes()) if before else b""
    words = shlex.split(command.split(" > ")[0])
    assert words[0] == "framing"
    expanded = [name for word in words[1:] for name in (sorted(glob.glob(word)) if glob.has_magic(word) else [word])]
    return framing(*expanded, stdin=stdin)
