"""The floors of setup.cfg hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)


def test_each_floor_imports_only_the_floors_below_it():
    found = run("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache")

    assert found.returncode == 0, found.stdout
    assert "0 broken" in found.stdout


@pytest.mark.parametrize("module", ["framing", "framing.cli", "framing.article", "framing.lexicon.load"])
def test_nothing_heavy_is_imported_before_it_is_needed(module):
    heavy = ("sklearn", "nltk", "textstat", "pandas", "pyarrow", "trafilatura")
    found = run("-c", f"import sys, {module}; print(*[name for name in {heavy} if name in sys.modules])")

    assert (found.stdout.split(), found.stderr) == ([], "")


def test_scoring_needs_no_scikit_learn():
    found = run(
        "-c",
        "import sys; from framing.pipeline import rows; from framing.article import Article\n"
        "list(rows([Article(id='a', text='It rained.')])); print('sklearn' in sys.modules)",
    )

    assert (found.stdout.strip(), found.stderr) == ("False", "")
