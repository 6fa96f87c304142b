"""What a report is told besides the comparison: how to show it, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from framing.errors import UsageError

Texts = Literal["full", "evidence", "none"]
Theme = Literal["auto", "light", "dark"]

TEXTS: tuple[str, ...] = get_args(Texts)
THEMES: tuple[str, ...] = get_args(Theme)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How to show a comparison.

    Parameters
    ----------
    title : str, optional
        Headline of the page; made from the comparison where it is missing.
    texts : {"full", "evidence", "none"}
        Whole articles, the sentences around evidence, or nothing but the words found.
    theme : {"auto", "light", "dark"}
        What the page opens in; its reader can change it.

    Raises
    ------
    UsageError
        For a value that is not one of these.
    """

    title: str | None = None
    texts: Texts = "full"
    theme: Theme = "auto"

    def __post_init__(self) -> None:
        for name, value, allowed in (("texts", self.texts, TEXTS), ("theme", self.theme, THEMES)):
            if value not in allowed:
                raise UsageError(
                    f"{value!r} is not a way to show a report",
                    where=name,
                    remedy=f"Choose one of {', '.join(allowed)}.",
                )


@dataclass(frozen=True, slots=True)
class LexiconNote:
    """A lexicon that was used, with its codebook.

    Parameters
    ----------
    id, label, kind, title, version, sha256, licence : str
        As in its file; evidence is labelled `label`, and the page calls it `title`.
    entries : int
        Number of entries.
    definition, includes, excludes
        What a hit means, what belongs and what does not.
    """

    id: str
    label: str
    kind: str
    title: str
    version: str
    sha256: str
    entries: int
    definition: str
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    licence: str = ""


@dataclass(frozen=True, slots=True)
class InputNote:
    """A file that was read: its name without the folders above it, its hash, and how many articles it gave."""

    name: str
    sha256: str
    articles: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How well one part of the toolkit does against people who did the same by hand.

    Parameters
    ----------
    part : str
        What was measured, in plain words.
    figure : str
        The result as printed, for instance ``precision 0.91, recall 0.84``.
    data : str
        On what: the collection, its language and kind of text, how many items and coders.
    """

    part: str
    figure: str
    data: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a report came from, filled by whoever makes it.

    Parameters
    ----------
    version : str
        Of the toolkit.
    command : str
        The command line, its paths made relative.
    python, platform : str
        What it ran on.
    lexicons : tuple of LexiconNote
        In the order in which they were given.
    inputs : tuple of InputNote
        What was read.
    timestamp : str, optional
        Only where ``SOURCE_DATE_EPOCH`` gives one, so that the same input gives the same bytes.
    options : tuple of (str, str)
        Options that change figures, with their values.
    actors : tuple of (str, str)
        Ids of actors with the names to print for them.
    accuracy : tuple of Accuracy
        What is known of the toolkit's errors.
    """

    version: str = ""
    command: str = ""
    python: str = ""
    platform: str = ""
    lexicons: tuple[LexiconNote, ...] = ()
    inputs: tuple[InputNote, ...] = ()
    timestamp: str | None = None
    options: tuple[tuple[str, str], ...] = ()
    actors: tuple[tuple[str, str], ...] = ()
    accuracy: tuple[Accuracy, ...] = ()
