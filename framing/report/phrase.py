"""Running text as the page prints it: plain words, names, numbers that know what they are made of, and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name from the input, which may run in either direction."""

    kind: ClassVar[str] = "name"
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place on this page or, for an address of the input, elsewhere."""

    kind: ClassVar[str] = "link"
    text: str
    href: str

    @property
    def outward(self) -> bool:
        """Whether it leaves the page."""
        return not self.href.startswith("#")


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number with its parts, so that a reader or a program can check it.

    Parameters
    ----------
    text : str
        What is shown.
    value, numerator, denominator : str
        For programs; `value` is empty where nothing could be counted, and rounded where it is a quotient of the others.
    measure : str
        Name of the measure.
    group, article, actor, label : str
        What it is about; what the row around it names already is left out.
    href : str
        The passages it is made of; empty where there are none.
    amount : str
        How many passages those are, where it is printed beside a rate or share.
    part : str
        Of a comparison, what it is if not the value itself: ``rest``, ``difference``, ``low``.
    """

    kind: ClassVar[str] = "number"
    text: str
    value: str
    measure: str
    numerator: str
    denominator: str
    group: str = ""
    article: str = ""
    actor: str = ""
    label: str = ""
    href: str = ""
    amount: str = ""
    part: str = ""

    @property
    def bare(self) -> bool:
        """Whether it is a count of which the row and the column around it say everything."""
        told = self.measure or self.denominator or self.group or self.article or self.actor or self.label or self.amount
        return not told and self.text.replace(",", "") == self.value


Piece: TypeAlias = Text | Name | Link | Number
Phrase: TypeAlias = tuple[Piece, ...]


def phrase(*parts: Piece | str) -> Phrase:
    """Pieces in a row; bare strings are plain words."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def plain(pieces: Phrase) -> str:
    """The words alone, for where no markup can stand."""
    return "".join(piece.text for piece in pieces)
