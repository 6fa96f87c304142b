"""Who acts and speaks in the news: the actors of the package, and those of a user's own files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from framing import resources
from framing.errors import UsageError
from framing.lexicon.actor_files import BookWriter
from framing.lexicon.book import ROLES, Actor, ActorBook, Name, Office, Person
from framing.lexicon.load import near_name

__all__ = [
    "ROLES",
    "Actor",
    "ActorBook",
    "ActorFile",
    "Name",
    "Office",
    "Person",
    "actor_file",
    "actors",
    "packaged_files",
]


@lru_cache(maxsize=8)
def actors(*extra: str) -> ActorBook:
    """The actors of the package, and those of a user's own files, which win.

    Parameters
    ----------
    *extra : str
        Paths of TOML files in the form of ``lexicons/actors``; of several, the later wins.

    Raises
    ------
    LexiconError
        With every problem of every file.
    UsageError
        If a file is not there.
    """
    writer = BookWriter()
    for file in packaged_files():
        writer.read(file.path.read_bytes(), f"{file.name}.toml")
    for name in extra:
        path = Path(name)
        if not path.is_file():
            raise UsageError("there is no such file", where=name)
        writer.begin()
        writer.read(path.read_bytes(), path.as_posix())
    return writer.book()


@dataclass(frozen=True, slots=True)
class ActorFile:
    """A file of actors.

    Parameters
    ----------
    name : str
        ``actors/states`` for one of the package, else its path.
    path : traversable
        Where it stands.
    """

    name: str
    path: Traversable

    def tables(self) -> Mapping[str, Any]:
        """What stands in it, as it is written."""
        return tomllib.loads(self.path.read_bytes().decode("utf-8-sig"))


def packaged_files() -> tuple[ActorFile, ...]:
    """The files of actors that come with the package, in the order of their names: that of `ActorBook.versions`."""
    found = (item for item in (resources.lexicons() / "actors").iterdir() if item.name.endswith(".toml"))
    ordered = sorted(found, key=lambda item: item.name)
    return tuple(ActorFile(f"actors/{item.name.removesuffix('.toml')}", item) for item in ordered)


def actor_file(name: str) -> ActorFile | None:
    """The packaged file of a name, or the one at a path; nothing where that is no file of actors.

    Raises
    ------
    UsageError
        If the name is that of an actor file, but there is none.
    """
    known = {file.name: file for file in packaged_files()}
    if name in known:
        return known[name]
    if Path(name).suffix != ".toml":
        if name.startswith("actors/"):
            raise UsageError(f'there is no lexicon "{name}"', remedy=near_name(name, tuple(known)))
        return None
    try:
        file = ActorFile(name, Path(name))
        return file if file.tables().get("kind") == "actors" else None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None  # what is wrong with it is said by whoever reads it
