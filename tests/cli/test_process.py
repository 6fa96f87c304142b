"""What only a process of its own can show: pipes, several jobs, what is imported, and how soon help answers."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

from tests.cli.conftest import environment
from tests.cli.test_help import COMMANDS, named

# Times as long as it takes Python to start and do nothing.
BUDGET = 25
HEAVY = (
    "numpy",
    "sklearn",
    "scipy",
    "nltk",
    "textstat",
    "jinja2",
    "trafilatura",
    "ahocorasick_rs",
    "pandas",
    "pyarrow",
)


@pytest.mark.parametrize("path", COMMANDS, ids=named)
def test_help_answers_at_once(process, path):
    """The best of a few tries: a machine that is busy with something else says nothing about us."""
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-I", "-c", ""], check=True)
        idle = time.perf_counter() - begun
        begun = time.perf_counter()
        assert process(*path, "--help").code == 0
        if (took := time.perf_counter() - begun) < BUDGET * idle:
            return
    pytest.fail(f"help took {took:.2f} s, and Python alone {idle:.2f} s")


def test_help_and_version_import_nothing_heavy():
    program = """
import sys
from framing.cli import main

for args in {lines}:
    try:
        main(args)
    except SystemExit as end:
        assert not end.code
print(sorted(set({heavy}) & set(sys.modules)), file=sys.stderr)
"""
    lines = [[*path, "--help"] for path in COMMANDS] + [["--version"]]
    done = subprocess.run(
        [sys.executable, "-c", program.format(lines=lines, heavy=HEAVY)],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == "[]\n"


def test_a_reader_that_goes_away_is_no_failure():
    """``framing evidence articles | head -1``."""
    writing = subprocess.Popen(
        [sys.executable, "-m", "framing", "evidence", "articles"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writing.stdout is not None
    assert writing.stderr is not None
    with writing.stdout, writing.stderr:
        assert json.loads(writing.stdout.readline())["scorer"]
        writing.stdout.close()
        said = writing.stderr.read().decode()
    assert (writing.wait(), said) == (0, "")


def test_a_full_disk_is_told():
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "framing", "score", "articles/harbour-post_2031-03-14.txt"],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode not in (0, 120)
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_several_jobs_keep_the_order_of_the_input(process, framing, folder):
    """Enough articles for several batches, of very different length, so that the later ones are done first."""
    with open("many.jsonl", "w", encoding="utf-8") as file:
        for number in range(140):
            text = f"Ministers said on day {number} that the threat to the port was grave. " * (
                30 if number < 64 else 1
            )
            file.write(json.dumps({"id": f"a{number}", "outlet": f"Paper {number % 3}", "text": text}) + "\n")
    one = framing("score", "many.jsonl", "--jobs", "1")
    two = process("score", "many.jsonl", "--jobs", "2")

    assert two.code == 0, two.err
    assert [row["article"] for row in two.rows] == [f"a{number}" for number in range(140)]
    assert two.out == one.out


def test_output_is_utf8_whatever_the_locale(process):
    done = process(
        "score", "-", "--level", "sentence", stdin="Der Café “threat” said so.".encode(),
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
    )  # fmt: skip
    assert done.code == 0, done.err
    assert done.rows[0]["text"] == "Der Café “threat” said so."


def test_the_module_runs_as_the_command_does(process, framing):
    assert process("--version").out == framing("--version").out
    assert process("lexicons", "check", "nope.toml").code == 2
