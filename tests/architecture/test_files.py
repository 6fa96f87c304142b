"""Rules about the files themselves."""

from __future__ import annotations

import ast
import configparser
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from framing.scoring import TextScorer

ROOT = Path(__file__).parents[2]
CODE = sorted((ROOT / "framing").rglob("*.py"))
SCORERS = sorted(path for path in (ROOT / "framing" / "scorers").glob("*.py") if path.stem != "__init__")
# One file builds HTML by hand, to know what is already markup.
MARKUP = {"framing/report/render.py"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def setup() -> configparser.ConfigParser:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config


def called(path: Path) -> Iterator[str]:
    """Names of the functions a file calls."""
    for node in ast.walk(ast.parse(source(path))):
        if isinstance(node, ast.Call):
            yield node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def test_there_is_code_to_look_at():
    assert len(CODE) > 50
    assert SCORERS


def test_files_can_be_read_standing_up():
    long = {name(path): count for path in CODE if (count := len(source(path).splitlines())) > 350}

    assert long == {}


def test_nothing_is_printed():
    assert [name(path) for path in CODE if "print" in called(path)] == []


def test_every_module_says_what_it_is_for():
    assert [name(path) for path in CODE if not ast.get_docstring(ast.parse(source(path)))] == []


def test_nothing_is_left_to_do():
    marks = re.compile(r"\b(?:TODO|FIXME|XXX)\b|raise NotImplementedError")

    assert [name(path) for path in CODE if marks.search(source(path))] == []


def test_templates_declare_nothing_safe():
    templates = [path for path in (ROOT / "reports").rglob("*") if path.suffix in (".jinja", ".css", ".js")]
    unsafe = re.compile(r"\|\s*safe\b|autoescape\s+false|innerHTML|outerHTML|insertAdjacentHTML|document\.write")

    assert templates
    assert [name(path) for path in templates if unsafe.search(source(path))] == []


def test_markup_is_named_only_where_it_is_recognised():
    naming = {name(path) for path in CODE if re.search(r"\bMarkup\b|\bmarkupsafe\b", source(path))}

    assert naming == MARKUP
    assert not any("Markup" in called(ROOT / path) for path in naming)


def test_nothing_runs_what_it_reads():
    running = re.compile(
        r"(?<![\w.])(?:eval|exec)\(|^\s*(?:import|from) (?:pickle|joblib|marshal|shelve)\b", re.MULTILINE
    )

    assert [name(path) for path in CODE if running.search(source(path))] == []


@pytest.mark.parametrize("path", SCORERS, ids=lambda path: path.stem)
def test_a_scorer_is_one_module_with_its_tests(path):
    scorer = import_module(f"framing.scorers.{path.stem}").SCORER

    assert issubclass(scorer, TextScorer)
    assert scorer.name == path.stem or scorer.takes_place
    assert scorer.__doc__
    assert (ROOT / "tests" / "scorers" / f"test_{path.stem}.py").is_file()


def test_every_folder_of_code_is_packaged():
    packages = set(setup()["options"]["packages"].split())
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in CODE if path.name == "__init__.py"}

    assert packages == folders | {"framing._lexicons", "framing._reports"}


@pytest.mark.parametrize("folder", ["lexicons", "reports"])
def test_every_data_file_is_packaged(folder):
    patterns = re.split(r",\s*", setup()["options.package_data"][f"framing._{folder}"])
    files = [path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()]
    data = [path for path in files if path.suffix not in (".py", ".pyc")]

    assert data
    assert [path.as_posix() for path in data if not any(packed(path, pattern) for pattern in patterns)] == []


def packed(path: Path, pattern: str) -> bool:
    return len(path.parts) == len(Path(pattern).parts) and path.match(pattern)


def test_every_floor_is_in_the_contract():
    layers = re.split(r"[\s|]+", setup()["importlinter:contract:floors"]["layers"].strip())
    ignored = setup()["importlinter:contract:floors"]["exhaustive_ignores"].split()
    found = {path.stem for path in (ROOT / "framing").glob("*.py")} | {
        path.parent.name for path in (ROOT / "framing").glob("*/__init__.py")
    }

    assert found - {"__init__"} - set(layers) - set(ignored) == set()
