"""The command line, run in this process for speed, or in one of its own where that is what matters."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from framing.cli import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    """What a command printed and ended with."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]


class _Stream(io.TextIOWrapper):
    """A standard stream that says whether it is a terminal."""

    def __init__(self, given: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(given), encoding="utf-8", newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode("utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with the example articles in it."""
    shutil.copytree(ROOT / "examples" / "articles", tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


@pytest.fixture
def framing(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process: ``framing("score", "articles", stdin=b"", terminals=("stdout",))``."""

    def framing(*args: str, stdin: bytes = b"", terminals: tuple[str, ...] = ()) -> Done:
        streams = {
            name: _Stream(stdin if name == "stdin" else b"", terminal=name in terminals)
            for name in ("stdin", "stdout", "stderr")
        }
        with monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            patch.setattr(sys, "argv", ["framing", *args])
            try:
                main(list(args))
                code = 0
            except SystemExit as end:
                code = int(end.code or 0)
        return Done(code, streams["stdout"].text(), streams["stderr"].text())

    return framing


@pytest.fixture
def process() -> Run:
    """Run a command in a process of its own."""

    def process(*args: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "framing", *args],
            input=stdin,
            env={**environment(), **(env or {})},
            capture_output=True,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return process


def environment() -> dict[str, str]:
    """The environment in which a process finds the package that is tested."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}
