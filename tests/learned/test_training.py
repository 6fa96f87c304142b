"""The training sentences keep their form, and the model in the package is that of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from framing.learned.store import packaged
from framing.resources import sha256

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "lexicons" / "training").glob("*.jsonl"))


def test_there_are_three_thousand_and_nothing_is_wrong_with_them():
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "training_sentences.py")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        check=False,
    )

    assert done.stdout.splitlines()[-1] == "0 problems"
    assert done.returncode == 0
    assert int(done.stdout.split()[0]) >= 3000


def test_a_sentence_taken_from_a_text_is_told(tmp_path):
    rows = [json.loads(line) for line in FILES[0].read_text(encoding="utf-8").splitlines()]
    long = max(rows, key=lambda row: len(row["text"]))
    (tmp_path / "a.txt").write_text(f"Before. {long['text'].upper()} After.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "training_sentences.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        check=False,
    )

    assert done.returncode == 1
    assert f"{long['id']}: " in done.stdout


def test_the_model_was_fitted_to_the_sentences_that_are_there():
    assert packaged().manifest["trained_on"]["sha256"] == sha256(b"".join(file.read_bytes() for file in FILES))


def test_the_model_is_small():
    folder = ROOT / "lexicons" / "models"

    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 2_000_000
