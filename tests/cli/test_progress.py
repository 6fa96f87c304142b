"""Progress is for people who watch: on stderr, on a terminal, not in continuous integration."""

from __future__ import annotations

import time
from itertools import count
from types import SimpleNamespace

import pytest


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock on which every glance is ten seconds after the last."""
    ticks = count(time.monotonic() + 10, 10)
    monkeypatch.setattr("framing.cli.run.time", SimpleNamespace(monotonic=lambda: next(ticks)))


def test_it_is_shown_on_a_terminal_and_wiped_at_the_end(framing):
    done = framing("score", "articles", terminals=("stderr",))

    assert "\r1 articles " in done.err
    assert done.err.rpartition("\r")[0].endswith("\r" + " " * 30)
    assert "\r" not in done.out


@pytest.mark.parametrize(
    ("terminals", "arguments", "env"),
    [
        ((), (), {}),
        (("stdout",), (), {}),
        (("stderr",), ("-q",), {}),
        (("stderr",), (), {"CI": "true"}),
        (("stderr",), (), {"CI": "1", "FORCE_COLOR": "1"}),
        (("stderr",), (), {"TERM": "dumb"}),
    ],
    ids=["pipe", "stdout is a terminal", "quiet", "CI", "CI with colour", "dumb"],
)
@pytest.mark.parametrize("command", ["score", "report"])
def test_it_is_not_shown_elsewhere(framing, monkeypatch, command, terminals, arguments, env):
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    done = framing(command, "articles", "-o", "out.jsonl", *arguments, terminals=terminals)

    assert done.code == 0
    assert "\r" not in done.err
