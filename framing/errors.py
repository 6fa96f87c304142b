"""What can go wrong, said so that the reader can mend it: where, what, and how."""

from __future__ import annotations


class FramingError(Exception):
    """A failure with a place, a reason and a remedy.

    Parameters
    ----------
    what : str
        What is wrong, in one sentence.
    where : str, optional
        File, line, row, column or option it concerns.
    remedy : str, optional
        What to do about it.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f"\n  {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.where, self.remedy)


def _rebuild(kind: type[FramingError], what: str, where: str, remedy: str) -> FramingError:
    """Keyword arguments do not survive pickling between processes by themselves."""
    return kind(what, where=where, remedy=remedy)


class UsageError(FramingError):
    """An option, column or name that does not fit what was given."""


class InputError(FramingError):
    """A file, row or page that cannot be read as an article."""


class LexiconError(FramingError):
    """A lexicon that breaks the rules of its format."""


class MissingExtraError(FramingError):
    """A feature whose optional dependency is not installed."""
