"""The values of one table of an actor file, each asked for by its kind; what is of another kind is a problem."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from framing.lexicon.book import ROLES
from framing.lexicon.load import near_name
from framing.lexicon.problems import Keys, Problems, written


def is_role(problems: Problems, at: Keys, role: str) -> bool:
    """Whether a role is one of `ROLES`; else a problem."""
    if role in ROLES:
        return True
    problems.add(at, f'"{role}" is no role', near_name(role, ROLES))
    return False


class Table:
    """A table whose keys are known.

    Parameters
    ----------
    problems : Problems
        Of its file.
    at : tuple of str
        The keys that lead to it.
    place : str
        What it is, for messages: "actor SYL".
    values : mapping
        What stands in it.
    known : sequence of str
        Keys it may have.
    """

    __slots__ = ("_at", "_place", "_problems", "_values")

    def __init__(
        self, problems: Problems, at: Keys, place: str, values: Mapping[str, Any], known: Sequence[str]
    ) -> None:
        self._problems = problems
        self._at = at
        self._place = place
        self._values = values
        for key in values:
            if key not in known:
                problems.add(at, f'unknown key "{key}" of {place}', near_name(key, tuple(known)))

    def _wrong(self, key: str, must: str, remedy: str) -> None:
        self._problems.add((*self._at, key), f'"{key}" of {self._place} must be {must}', remedy)

    def text(self, key: str, default: str = "") -> str:
        """A string that is not empty, or the default."""
        value = self._values.get(key, default)
        if isinstance(value, str) and (value or key not in self._values):
            return value
        self._wrong(key, "a string that is not empty", f'Write {key} = "...".')
        return default

    def strings(self, key: str) -> Sequence[str]:
        """A list of strings, none of them empty."""
        value = self._values.get(key, ())
        if not value and isinstance(value, list | tuple):
            return ()
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            return value
        example = f'"{value}"' if isinstance(value, str) else '"...", "..."'
        self._wrong(key, "a list of strings", f"Write {key} = [{example}].")
        return ()

    def role(self, default: str) -> str:
        """The role, which must be one of `ROLES`."""
        role = self.text("role", default)
        return role if is_role(self._problems, self._at, role) else default

    def day(self, key: str) -> dt.date | None:
        """A date without a time."""
        value = self._values.get(key)
        if value is None or type(value) is dt.date:
            return value
        self._wrong(key, "a date", f"Write {key} = 2020-01-31, without quotation marks.")
        return None

    def flag(self, key: str) -> None:
        """Something true or false, if it is there; nothing depends on it."""
        if not isinstance(self._values.get(key, False), bool):
            self._wrong(key, "true or false", f"Write {key} = true.")

    def pairs(self, key: str) -> Iterator[tuple[str, str]]:
        """A table of strings."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            self._wrong(
                key, "a table", f'Write [{written((*self._at, key))}], and below it lines like "name" = "role".'
            )
            return
        for name, text in value.items():
            if isinstance(text, str):
                yield name, text
            else:
                what = f'"{name}" of {self._place} must be a string'
                self._problems.add((*self._at, key, name), what, f'Write "{name}" = "role".')

    def tables(self, key: str, place: str, known: Sequence[str], remedy: str) -> Iterator[Table]:
        """A list of tables."""
        value = self._values.get(key, [])
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            for item in value:
                yield Table(self._problems, self._at, place, item, known)
        else:
            self._wrong(key, "a list of tables", remedy)
