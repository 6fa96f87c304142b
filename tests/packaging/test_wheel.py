"""The wheel, built and installed as users get it: away from the checkout, with all its data, and offline."""

from __future__ import annotations

import json
import os
import shutil
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("framing", "lexicons", "reports")
FILES = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def _run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that neither sees the checkout nor a network."""
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**env, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that the checkout stays clean."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in SOURCES:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, copy / name)
    # The build requirement is one of the test requirements: nothing is downloaded here.
    _run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", ".", "-w", "dist", cwd=copy)
    [built] = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a fresh environment that borrows all dependencies from the running one."""
    home = tmp_path_factory.mktemp("environment")
    _run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    python = home / SCRIPTS / "python"
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", wheel, cwd=home)
    purelib = _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip()
    # Paths in a .pth file come after the environment's own: the framing installed here wins over any there.
    borrowed = [path for path in site.getsitepackages() if Path(path) != ROOT]
    (Path(purelib) / "borrowed.pth").write_text("\n".join(borrowed) + "\n")
    return home / SCRIPTS


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder with articles in it, and nothing else."""
    shutil.copytree(ROOT / "examples" / "articles", tmp_path / "articles")
    return tmp_path


def test_the_wheel_holds_everything_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        licences = {name.rsplit("/", 1)[1] for name in archive.namelist() if "/licenses/" in name}
    wanted = {
        f"{package}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, package in zip(SOURCES, ("framing", "framing/_lexicons", "framing/_reports"), strict=True)
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == wanted
    assert licences == {"LICENSE", "NOTICE"}


def test_the_package_is_the_installed_one_and_finds_its_data(installed, elsewhere):
    program = """
import json, sys
from framing import resources
print(json.dumps([framing_file, str(resources.lexicons()), str(resources.reports()), sys.path]))
""".replace("framing_file", "__import__('framing').__file__")
    *places, path = json.loads(_run(installed / "python", "-c", program, cwd=elsewhere))

    assert all(Path(place).is_relative_to(installed.parent) for place in places)
    assert str(ROOT) not in path


def test_the_command_reports_and_scores_from_another_folder(installed, elsewhere):
    assert _run(installed / "framing", "report", "articles", "-o", "report.html", cwd=elsewhere) == ""
    page = (elsewhere / "report.html").read_text(encoding="utf-8")
    rows = [
        json.loads(line) for line in _run(installed / "framing", "score", "articles", "-q", cwd=elsewhere).splitlines()
    ]

    assert page.startswith("<!doctype html>")
    assert len(page) > 100_000
    assert len(rows) == 5
    assert all(row["outlet"] in page for row in rows)
    assert sum(row["threat_per_1000"] > 0 for row in rows) >= 3
    assert all(5 < row["flesch_kincaid_grade"] < 16 for row in rows)  # syllables came along


def test_the_installation_knows_its_version_and_its_lexicons(installed, elsewhere):
    facts = json.loads(_run(installed / "framing", "doctor", "--json", cwd=elsewhere))
    folders = ("frames", "commitment", "reporting", "agency", "domains", "packs", "actors")
    files = [path for folder in folders for path in (ROOT / "lexicons" / folder).glob("*.toml")]

    assert f"version = {facts['framing']['version']}\n" in (ROOT / "setup.cfg").read_text(encoding="utf-8")
    assert len(facts["lexicons"]) == len(files)
    assert "broken" not in facts["lexicons"]
