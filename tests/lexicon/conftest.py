"""A package that knows one actor, and files of one's own beside it."""

from __future__ import annotations

import re

import pytest

from framing import resources
from framing.errors import LexiconError
from framing.lexicon.actors import actors

HEAD = 'id = "mine"\nkind = "actors"\n'
SYLDAVIA = """\
[actors.SYL]
name = "Syldavia"
class = "state"
names = ["Syldavia"]
demonyms = ["Syldavian"]
seats = ["Klow"]
[actors.SYL.organs]
"Royal Syldavian Navy" = "military"
"""


@pytest.fixture
def book(tmp_path, monkeypatch):
    """The actors of a file of one's own, and of a package that knows Syldavia."""
    folder = tmp_path / "lexicons" / "actors"
    folder.mkdir(parents=True)
    (folder / "states.toml").write_text(HEAD + SYLDAVIA, encoding="utf-8")
    monkeypatch.setattr(resources, "lexicons", lambda: tmp_path / "lexicons")

    def book(body: str, head: str = HEAD):
        path = tmp_path / "mine.toml"
        path.write_text(head + body, encoding="utf-8")
        return actors(str(path))

    return book


@pytest.fixture
def problems(book):
    """What is wrong with a file of one's own: line numbers and words."""

    def problems(body: str, head: str = HEAD) -> list[tuple[int, str]]:
        with pytest.raises(LexiconError) as raised:
            book(body, head)
        return [(int(line), what) for line, what in re.findall(r"mine\.toml:(\d+): (.*)", str(raised.value))]

    return problems
