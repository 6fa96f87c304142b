"""Code in the documentation runs: Python as it stands, lexicons are checked, command lines are parsed."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from framing import instrument, pipeline
from framing.article import Article
from framing.cli import framing as root
from framing.errors import FramingError
from framing.lexicon.check import check
from framing.lexicon.load import lexicon
from framing.scoring import available_scorers

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    path.relative_to(ROOT).as_posix() for pattern in ("*.md", "docs/*.md", "*/README.md") for path in ROOT.glob(pattern)
]


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def command_lines(page: str) -> Iterator[str]:
    """Lines of code blocks that begin with the command; usage lines, in capitals, are none."""
    for block in blocks(page, ""):
        for line in block.splitlines():
            found = re.search(r"(?:^|\| |&& |/bin/)(framing .*)", line)
            if found and not re.search(r"\[|[A-Z]{3}|\.\.\.", found[1]):
                yield found[1].partition("#")[0].partition(" > ")[0].strip()


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python")])
def test_python_runs(page, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for block in blocks("docs/add-a-frame.md", "toml"):
        (tmp_path / "my-frame.toml").write_text(block, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "snippet"}
    for block in blocks(page, "python"):
        exec(compile(block, page, "exec"), names)


def test_the_lexicon_of_the_how_to_is_in_order(tmp_path):
    [block] = blocks("docs/add-a-frame.md", "toml")
    path = tmp_path / "solidarity.toml"
    path.write_text(block, encoding="utf-8")
    assert list(check(lexicon(str(path)))) == []


def test_the_lexicon_of_the_reference_is_read(tmp_path):
    [block] = blocks("lexicons/README.md", "toml")
    path = tmp_path / "threat.toml"
    path.write_text(block, encoding="utf-8")
    try:
        remarks = list(check(lexicon(str(path))))
    except FramingError as error:
        pytest.fail(str(error))
    assert [remark.what for remark in remarks if remark.severity == "error"] == []


def test_the_scorer_of_the_how_to_keeps_its_promises():
    names: dict[str, Any] = {"__name__": "snippet"}
    exec(blocks("docs/add-a-scorer.md", "python")[0], names)
    scorer = names["SCORER"]().fit()
    document = scorer.analyser_.document(Article("1", "“Who pays?” she asked. Nobody knows. Why not?"))
    found = scorer.find(document)

    assert [row.surface for row in found] == ["Who pays?", "Why not?"]
    assert [measure.name for measure in scorer.measure(document, found)] == [spec.name for spec in scorer.specs_]
    assert [row.own for row in found] == [False, True]


def test_the_scorer_of_the_how_to_reaches_rows_and_report(monkeypatch):
    """As it would from another package, by an entry point."""
    names: dict[str, Any] = {"__name__": "snippet"}
    exec(blocks("docs/add-a-scorer.md", "python")[0], names)
    known = {**available_scorers(), "questions": names["SCORER"]}
    monkeypatch.setattr(instrument, "available_scorers", lambda: known)
    instrument.instrument.cache_clear()
    try:
        corpus = pipeline.read(ROOT / "examples" / "articles")
        page = pipeline.report(pipeline.compare(corpus))
        rows = list(pipeline.rows(corpus))
    finally:
        instrument.instrument.cache_clear()

    assert "Questions of the outlet" in page
    assert any(row["questions_per_1000"] for row in rows)


@pytest.mark.parametrize(
    ("page", "line"), [(page, line) for page in PAGES for line in command_lines(page)], ids=lambda value: value
)
def test_command_lines_are_understood(page, line):
    """Commands, options and choices exist; files need not."""
    words = shlex.split(line)[1:]
    command: click.Command = root
    while isinstance(command, click.Group):
        name, *words = words
        assert name in command.commands, line
        command = command.commands[name]
    command.parse_args(click.Context(command, info_name=command.name, **root.context_settings), words)


def test_command_lines_were_found():
    assert sum(1 for page in PAGES for _ in command_lines(page)) > 25
