"""What the user names -> the files to read, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from framing.article import Excluded
from framing.errors import UsageError
from framing.read.decode import mended

STDIN = "-"

_SUFFIXES = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
UNDERSTOOD = f"{' '.join(_SUFFIXES)}, each also with .gz"


@dataclass(frozen=True, slots=True)
class Source:
    """One file (or standard input) to read.

    Parameters
    ----------
    name : str
        As the user named it, with forward slashes.
    path : Path, optional
        Where it lies; None is standard input.
    folders : tuple of str
        The folders between the one the user named and the file, outermost first.
    """

    name: str
    path: Path | None = None
    folders: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        """The file's name without folders and without the suffixes that say how it is stored."""
        bare, suffix = self._without_gz()
        return mended(bare[: len(bare) - len(suffix)] if suffix in _SUFFIXES else bare)

    @property
    def format(self) -> str | None:
        """The format its suffix stands for; None where it stands for none."""
        return _SUFFIXES.get(self._without_gz()[1])

    def _without_gz(self) -> tuple[str, str]:
        if self.path is None:
            return "stdin", ""
        bare = self.path.name
        if bare.lower().endswith(".gz"):
            bare = bare[:-3]
        return bare, os.path.splitext(bare)[1].lower()


def named(inputs: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The paths the user means, globs expanded and sorted, each checked to be there.

    Raises
    ------
    UsageError
        For a path that does not exist (its neighbours' names are offered), a glob that matches nothing, or no
        input at all.
    """
    paths: list[str] = []
    for given in (os.fspath(path) for path in inputs):
        if given == STDIN or _exists(given):
            paths.append(given)
        elif glob.has_magic(given):
            found = sorted(glob.glob(given, recursive=True), key=lambda path: Path(path).parts)
            if not found:
                raise UsageError("no file matches this pattern", where=given)
            paths += found
        else:
            raise UsageError("no such file or folder", where=given, remedy=_neighbours(given))
    if not paths:
        raise UsageError("nothing to read", remedy="name a file, a folder, a pattern such as 'articles/*.txt', or -")
    return paths


def sources(paths: Iterable[str]) -> Iterator[Source | Excluded]:
    """Each file of `paths` in turn; folders are walked in the order of their contents' names.

    Names that begin with a dot are passed over in folders. What is no file, and a folder that leads back into
    itself, is reported.
    """
    for path in paths:
        if path == STDIN:
            yield Source(STDIN)
        elif os.path.isdir(path):
            empty = True
            for source in _walk(Path(path), (), frozenset()):
                empty = False
                yield source
            if empty:
                yield Excluded(_shown(Path(path)), "a folder without files", kind="empty")
        else:
            yield Source(_shown(Path(path)), Path(path))


def _walk(folder: Path, below: tuple[str, ...], above: frozenset[tuple[int, int]]) -> Iterator[Source | Excluded]:
    try:
        status = folder.stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield Excluded(_shown(folder), "this folder leads back into itself by a link")
            return
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        yield Excluded(_shown(folder), f"this folder cannot be read: {why(error)}")
        return
    for name in names:
        path = folder / name
        if path.is_dir():
            yield from _walk(path, (*below, mended(name)), above | {here})
        elif path.is_file():
            yield Source(_shown(path), path, below)
        else:
            yield Excluded(_shown(path), "neither a file nor a folder (a link that leads nowhere, or a device)")


def _shown(path: Path) -> str:
    """The path as it can be printed, also where its name is no text."""
    return mended(path.as_posix())


def why(error: OSError) -> str:
    """The system's reason, in the lower case of a clause."""
    reason = error.strerror or str(error) or type(error).__name__
    return reason[:1].lower() + reason[1:]


def _exists(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in it
        return False


def _neighbours(path: str) -> str:
    folder, name = os.path.split(path)
    try:
        there = sorted(os.listdir(folder or os.curdir))
    except (OSError, ValueError):
        return "" if _exists(folder) or not folder else f"the folder {folder} does not exist either"
    close = get_close_matches(name, there, n=3)
    return f"did you mean {' or '.join(os.path.join(folder, near) for near in close)}?" if close else ""
