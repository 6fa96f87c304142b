"""What is wrong with a TOML file, and on which line: ``tomllib`` keeps no positions, so they are found here."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Any

from framing.errors import LexiconError

Keys = tuple[str, ...]

_PART = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
# A comment or an empty line; a header; a key before its value.
_STATEMENT = re.compile(rf"[ \t]*(?:(?:#[^\n]*|\r)?(?:\n|\Z)|\[\[?[ \t]*({_DOTTED})[^\n]*\n?|({_DOTTED})[ \t]*=)")
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_ONE_PART = re.compile(_PART)
# What a value is made of, as far as it tells where the value ends.
_PIECE = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[\[{]|[\]}]|\n''', re.DOTALL
)


def _value_end(text: str, start: int) -> int:
    """The offset after the line on which a value ends."""
    depth = 0
    for piece in _PIECE.finditer(text, start):
        mark = piece[0]
        if mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
        elif mark == "\n" and depth <= 0:
            return piece.end()
    return len(text)


def _parts(dotted: str) -> Keys:
    """The keys of a dotted key."""
    return tuple(_bare(part) for part in _ONE_PART.findall(dotted))


def _bare(part: str) -> str:
    if "\\" in part:
        return str(tomllib.loads(f"key = {part}")["key"])
    return part[1:-1] if part[0] in "\"'" else part


def statements(text: str) -> Iterator[tuple[Keys, int]]:
    """Every table and key of a file that stands on a line of its own, with that line, from 1.

    Examples
    --------
    >>> list(statements('id = "x"\\n[cues.water]\\n"flood" = {}\\n'))
    [(('id',), 1), (('cues', 'water'), 2), (('cues', 'water', 'flood'), 3)]
    """
    table: Keys = ()
    at, line = 0, 1
    while at < len(text) and (found := _STATEMENT.match(text, at)):
        end = found.end()
        if header := found[1]:
            table = _parts(header)
            yield table, line
        elif key := found[2]:
            yield (*table, *_parts(key)), line
            end = _value_end(text, end)
        line += text.count("\n", at, end)
        at = end


def written(path: Keys) -> str:
    """Keys as they stand in a header.

    Examples
    --------
    >>> written(("people", "Jo Vlk"))
    'people."Jo Vlk"'
    """
    return ".".join(key if _PLAIN.fullmatch(key) else f'"{key}"' for key in path)


def parsed(source: bytes, origin: str, remedy: str) -> tuple[str, dict[str, Any]]:
    """The text of a TOML file in UTF-8, and what stands in it.

    Raises
    ------
    LexiconError
        If it is none; `remedy` names the usual slip.
    """
    try:
        text = source.decode("utf-8-sig")
        return text, tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"is no TOML file: {error}", where=origin, remedy=remedy) from error


class Problems:
    """Collects what is wrong with one file, so that its author sees everything in one go.

    Parameters
    ----------
    origin : str
        Name of the file.
    text : str
        What stands in it.
    """

    def __init__(self, origin: str, text: str) -> None:
        self.origin = origin
        self._found: list[tuple[int, str]] = []
        self._text = text

    @cached_property
    def _lines(self) -> dict[Keys, int]:
        lines: dict[Keys, int] = {}
        for path, line in statements(self._text):
            for size in range(1, len(path) + 1):
                lines.setdefault(path[:size], line)
        return lines

    def line_of(self, *path: str) -> int:
        """The line that sets the last of some keys; inside a value, the line of a string of that name."""
        for size in range(len(path), 0, -1):
            line = self._lines.get(path[:size])
            if line is not None:
                return line if size == len(path) else self._inside(line, path[size])
        return 1

    def _inside(self, first: int, name: str) -> int:
        """The line of a key or a string inside the value that begins on a line."""
        starts = sorted(set(self._lines.values()))
        after = bisect_right(starts, first)
        lines = self._text.split("\n")
        last = starts[after] - 1 if after < len(starts) else len(lines)
        quoted = (f'"{name}"', f"'{name}'")
        return next((line for line in range(first, last + 1) if any(each in lines[line - 1] for each in quoted)), first)

    def add(self, path: Keys, what: str, remedy: str = "") -> None:
        """Note a problem at the line to which the keys of `path` lead."""
        hint = f"\n    {remedy}" if remedy else ""
        line = self.line_of(*path)
        self._found.append((line, f"{self.origin}:{line}: {what}{hint}"))

    def said(self) -> list[str]:
        """Everything noted so far, in the order of the lines."""
        return [message for _, message in sorted(self._found, key=itemgetter(0))]

    def stop(self) -> None:
        """Raise everything noted so far, if anything was."""
        if self._found:
            raise LexiconError("\n".join(self.said()))

    def table(self, path: Keys, value: Any, remedy: str = "") -> Mapping[str, Any] | None:
        """`value`, if it is a table; else a problem, and nothing."""
        if isinstance(value, dict):
            return value
        self.add(path, f"[{written(path)}] must be a table", remedy)
        return None
