"""Every example script runs, from another folder, with no network, and says what it promises."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
SCRIPTS = sorted(path.name for path in EXAMPLES.glob("*.py"))

# Python imports this before a script; whatever then wants a network fails, loudly.
_NO_NETWORK = """
import socket

def refuse(*args, **keywords):
    raise SystemExit("an example asked for the network")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""


@pytest.fixture
def run(tmp_path: Path):
    """Run a script in an empty folder; its standard output."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(_NO_NETWORK)
    path = os.pathsep.join([str(tmp_path / "guard"), str(ROOT)])

    def run(name: str, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-W", "error", str(EXAMPLES / name), *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


def test_no_script_is_without_a_test_and_a_line_in_the_readme():
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    here = Path(__file__).read_text(encoding="utf-8")
    for name in SCRIPTS:
        assert f"| `{name}` |" in readme
        assert f'run("{name}"' in here


def test_scoring_texts(run):
    first, second, third = run("score_texts.py").splitlines()
    assert "'threat_per_1000'" in first
    assert "diplomacy" not in first
    assert "'diplomacy_per_1000'" in second
    assert "threat" not in second
    assert "'threat_denied_per_1000'" in third
    assert "'threat_per_1000'" not in third


def test_a_pipeline_with_a_classifier(run):
    accuracy, escalation, settlement = run("scikit_learn_pipeline.py").splitlines()
    assert float(accuracy.split()[-1]) >= 0.8
    assert escalation.startswith("escalation: ")
    assert settlement.startswith("settlement: ")


def test_a_frame_of_ones_own(run):
    printed = run("add_a_frame.py")
    assert printed.startswith("Blame: ")
    assert " 0 remarks\n" in printed
    assert re.search(r"^Halvenian Herald +own voice +[1-9]", printed, re.MULTILINE)
    assert 'Halvenian Herald: "blamed", said by the outlet, asserted' in printed
    assert '"allegations", said by HLV, denied' in printed


def test_finding_events(run):
    printed = run("find_events.py")
    assert printed.count("\n* ") + printed.startswith("* ") >= 2
    assert "shares Halvenia" in printed
    assert re.search(r"copy of harbour-post\S* \(\d+%\)", printed)


def test_same_story(run):
    printed = run("same_story.py")
    vessel = [line for line in printed.splitlines() if "Not one vessel" in line]
    assert len({line.split()[2] for line in vessel}) > 2
    assert "number only in Saltmarsh Weekly: " in printed


def test_a_frame_learned_from_a_coding(run):
    random, outlet, found = run("train_a_frame.py", "my-frame").splitlines()
    assert random == "by random: macro-F1 1.00, interval none: too few"
    assert outlet.startswith("by outlet: ")
    assert re.fullmatch(r"blame: '.+' in sentence 2", found)


def test_who_is_quoted(run):
    quoted, balance = run("who_is_quoted.py").split("\n\n")
    head, *lines = quoted.splitlines()
    assert re.findall(r"\S+ \S+", head)[:1] == ["Brenn Ledger"]
    table = {line.split()[0]: [int(cell) for cell in line.split()[1:-1]] for line in lines}
    assert {"HLV", "KSR", "LDV", "NATO", "unresolved"} <= table.keys()
    assert all(table["HLV"])  # quoted by every outlet
    assert sorted(table, key=lambda actor: -sum(table[actor])) == list(table)
    _, *outlets = balance.splitlines()
    assert len(outlets) == 5
    assert all("Kestria and friends" in line and "no side" in line for line in outlets)


def test_comparing_outlets(run, tmp_path):
    printed = run("compare_outlets.py", "page.html")
    assert printed.startswith("5 articles read, 1 set aside; same-story mode: ")
    assert printed.endswith("wrote page.html\n")
    threat = {
        line[4:22].strip(): float(line[22:].split()[0])
        for line in printed.split("Threat, in the outlet's own voice\n")[1].splitlines()[:5]
    }
    assert max(threat, key=lambda outlet: threat[outlet]) == "Harbour Post"
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert all(outlet in page for outlet in threat)


def test_the_actors_are_those_of_the_table():
    """Every id, name, role and office of the table in the README, except those who speak for themselves."""
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    listed = tomllib.loads((EXAMPLES / "actors.toml").read_text(encoding="utf-8"))
    actors = dict(re.findall(r"^\| `([A-Z]{3})` \| ([^(|]+?)(?: \(| \|)", readme, re.MULTILINE))
    people = re.findall(r"^\| ([^|`]+) \| [^|]+ \| `([A-Z]{3})` \| (\w+) \|$", readme, re.MULTILINE)

    assert len(actors) == 15
    assert {key: values["name"] for key, values in listed["actors"].items()} == actors
    assert {re.sub(r"^Lt\. \w+\. ", "", name): (actor, role) for name, actor, role in people} == {
        name: (values["actor"], values["role"]) for name, values in listed["people"].items()
    }
