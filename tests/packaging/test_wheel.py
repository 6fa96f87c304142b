"""The wheel, built and installed as users get it: away from the checkout, with all its data, and offline."""

from __future__ import annotations

import json
import os
import random
import shutil
import site
import subprocess
import sys
import zipfile
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("framing", "lexicons", "reports")
FILES = ("setup.cfg", "setup.py", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
COMPILED = tuple(EXTENSION_SUFFIXES)


def _run(*command: str | Path, cwd: Path, **more: str) -> str:
    """Standard output of a command that neither sees the checkout nor a network."""
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**env, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **more},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _built(copy: Path, **more: str) -> Path:
    """The wheel, built from a copy so that the checkout stays clean."""
    copy.mkdir(exist_ok=True)
    for name in SOURCES:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, copy / name)
    # The build requirement is one of the test requirements: nothing is downloaded here.
    command = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", ".", "-w", "dist")
    _run(*command, cwd=copy, **more)
    [built] = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it is built without any wish."""
    return _built(tmp_path_factory.mktemp("checkout"))


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
        names = {name for name in archive.namelist() if ".dist-info/" not in name and not name.endswith(COMPILED)}
        licences = {name.rsplit("/", 1)[1] for name in archive.namelist() if "/licenses/" in name}
    wanted = {
        f"{package}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, package in zip(SOURCES, ("framing", "framing/_lexicons", "framing/_reports"), strict=True)
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == wanted
    assert licences == {"LICENSE", "NOTICE"}


FOUND_WANTING = """
from setuptools import Extension

def mypycify(modules, **options):
    made = [Extension(name, [name + ".c"]) for name in ("fine", "broken")]
    open("fine.c", "w").write("int fine;")
    open("broken.c", "w").write("#error")
    return made
"""


@pytest.mark.parametrize("build", [FOUND_WANTING, "raise ImportError('not today')", "def mypycify(*_, **__): exit(1)"])
def test_where_something_cannot_be_compiled_all_modules_stay_as_they_are(tmp_path, build):
    (tmp_path / "mypyc").mkdir()
    (tmp_path / "mypyc" / "__init__.py").touch()
    (tmp_path / "mypyc" / "build.py").write_text(build, encoding="utf-8")
    with zipfile.ZipFile(_built(tmp_path / "checkout", PYTHONPATH=str(tmp_path), FRAMING_COMPILE="")) as archive:
        names = archive.namelist()

    assert "framing/structure/tokens.py" in names
    assert not [name for name in names if name.endswith(COMPILED)]


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


def _odds(texts: list[str]) -> str:
    """Rows of texts that are pieces of others, put together by chance with marks and signs between them."""
    chance = random.Random(5)
    marks = [*'"“”‘…\n\t\u2028İ🙂中', "\r\n\r\n", ", he said, ", "U.S.", "n't", "x" * 60]

    def piece() -> str:
        if chance.random() < 0.4:
            return chance.choice(marks)
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        return text[start : start + chance.randint(10, 300)]

    return "".join(
        json.dumps({"id": f"odd{number}", "outlet": "Odds", "text": "".join(piece() for _ in range(12))}) + "\n"
        for number in range(60)
    )


def test_compiled_or_not_it_finds_the_same(wheel, installed, elsewhere):
    """Rows of the installation, compiled where a compiler was found, and of the modules as they are."""
    with zipfile.ZipFile(wheel) as archive:
        compiled = any(name.endswith(COMPILED) for name in archive.namelist())
    facts = json.loads(_run(installed / "framing", "doctor", "--json", cwd=elsewhere))
    texts = [path.read_text(encoding="utf-8") for path in sorted((elsewhere / "articles").glob("*.txt"))]
    (elsewhere / "odds.jsonl").write_text(_odds(texts), encoding="utf-8")
    program = """
import json, framing
corpus = framing.read("articles", "odds.jsonl")
for level in ("evidence", "quotation", "sentence", "article"):
    for row in framing.pipeline.rows(corpus.articles, level):
        print(json.dumps(row))
"""

    from_checkout = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{program}"
    rows = _run(installed / "python", "-c", program, cwd=elsewhere)

    assert facts["framing"]["compiled"] == ("yes" if compiled else "no")
    assert len(rows.splitlines()) > 500
    assert rows == _run(sys.executable, "-c", from_checkout, cwd=elsewhere)


def test_the_installation_knows_its_version_and_its_lexicons(installed, elsewhere):
    facts = json.loads(_run(installed / "framing", "doctor", "--json", cwd=elsewhere))
    folders = ("frames", "commitment", "reporting", "agency", "domains", "packs", "actors")
    files = [path for folder in folders for path in (ROOT / "lexicons" / folder).glob("*.toml")]

    assert f"version = {facts['framing']['version']}\n" in (ROOT / "setup.cfg").read_text(encoding="utf-8")
    assert len(facts["lexicons"]) == len(files)
    assert "broken" not in facts["lexicons"]
