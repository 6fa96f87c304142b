"""What several texts on one event have in common, and what stands in one of them only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from framing.spans import Field

ItemKind = Literal["source", "number", "name", "claim"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    Parameters
    ----------
    group, article : str
        In whose text.
    field : {"text", "title"}
        What the offsets count in.
    start, end : int
        Half-open, in code points.
    sentence : int
        Number of the sentence in its field, from 1.
    position : float
        Share of the words of the article that stand before it: 0 is the beginning.
    """

    group: str
    article: str
    field: Field
    start: int
    end: int
    sentence: int
    position: float


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as one article reports it.

    Parameters
    ----------
    place : Place
        Of the words that are said, from the first to the last.
    text : str
        Those words.
    source, cue : str
        The words that name who speaks and those that report; empty where there are none.
    stance, act : str
        Of the cue, as in `framing.structure.nouns.Attribution`.
    kind : {"direct", "indirect", "mixed"}
        Word for word, in paraphrase, or both.
    words : int
        How many words it has.
    share : float
        How much of the fullest report of the statement it carries: share of that report's content words.
    """

    place: Place
    text: str
    source: str
    cue: str
    stance: str
    act: str
    kind: str
    words: int
    share: float


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said, as two or more groups report it.

    Parameters
    ----------
    actor : str or None
        Who said it.
    sayings : tuple of Saying
        One a group, in the order of the groups.
    verbatim : bool
        Whether the reports share a run of quoted words; else they share rare words of a paraphrase.
    shared : tuple of str
        Words they have in common: the longest run, or the rarest words.
    likeness : float
        How much of the shorter of the two closest reports stands in the other too, rare words weighing more: from 0
        to 1.
    """

    actor: str | None
    sayings: tuple[Saying, ...]
    verbatim: bool
    shared: tuple[str, ...]
    likeness: float

    @property
    def verbs(self) -> tuple[str, ...]:
        """The reporting words, each once, in the order of the groups."""
        return tuple(dict.fromkeys(saying.cue.lower() for saying in self.sayings if saying.cue))

    @property
    def contrast(self) -> int:
        """2 where the reporting words differ in stance or in act, 1 where they only differ, else 0."""
        if len({(saying.stance, saying.act) for saying in self.sayings if saying.cue}) > 1:
            return 2
        return int(len(self.verbs) > 1)


@dataclass(frozen=True, slots=True)
class Completeness:
    """Whether a text can be taken as a whole.

    Parameters
    ----------
    group, article : str
        Whose.
    words : int
        Its length.
    complete : bool
        False where it is so short, or so cut off, that what is not in it may have been in the article.
    reason : str
        Why not, in plain words; empty where it is complete.
    """

    group: str
    article: str
    words: int
    complete: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """Something that was found in the texts of one group and not in those of the others.

    It says "not found in this text", which is not "left out": another text may say the same in other words, may be cut
    off, or may have appeared before it was known.

    Parameters
    ----------
    kind : {"source", "number", "name", "claim"}
        Somebody quoted, a figure, a name, or something a source says.
    group : str
        Where it was found.
    text : str
        What, as it is written there.
    places : tuple of Place
        Every place, the first first.
    named_elsewhere : bool
        Of a source: whether other texts name it without quoting it.
    """

    kind: ItemKind
    group: str
    text: str
    places: tuple[Place, ...]
    named_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class SameStory:
    """Texts of several groups on one event, compared.

    Parameters
    ----------
    groups : tuple of str
        Whose texts.
    statements : tuple of Statement
        Those whose reports differ in verb first, then by likeness.
    only_here : tuple of OnlyHere
        Group by group and kind by kind, the weightiest first.
    texts : tuple of Completeness
        Every text.
    """

    groups: tuple[str, ...]
    statements: tuple[Statement, ...]
    only_here: tuple[OnlyHere, ...]
    texts: tuple[Completeness, ...]

    def items(self, group: str, kind: ItemKind) -> Iterator[OnlyHere]:
        """What was found only in one group, of one kind."""
        return (item for item in self.only_here if item.group == group and item.kind == kind)

    def doubtful(self, group: str) -> tuple[str, ...]:
        """Other groups with a text that is not complete: what is not found there may have been cut off."""
        return tuple(dict.fromkeys(text.group for text in self.texts if text.group != group and not text.complete))

    def rows(self) -> Iterator[dict[str, str | int | float | bool | None]]:
        """A row a report of a shared statement, then a row a place of what was found in one group only."""
        for number, statement in enumerate(self.statements, 1):
            for saying in statement.sayings:
                yield {
                    **_placed("statement", saying.place, saying.text),
                    "statement": number,
                    "actor": statement.actor,
                    "source_text": saying.source or None,
                    "cue_text": saying.cue or None,
                    "stance": saying.stance,
                    "act": saying.act,
                    "share": round(saying.share, 4),
                    "verbatim": statement.verbatim,
                    "likeness": round(statement.likeness, 4),
                    "named_elsewhere": None,
                    "incomplete": None,
                }
        for item in self.only_here:
            incomplete = ", ".join(self.doubtful(item.group)) or None
            for place in item.places:
                yield {
                    **_placed(item.kind, place, item.text),
                    **dict.fromkeys(_OF_STATEMENTS),
                    "named_elsewhere": item.named_elsewhere if item.kind == "source" else None,
                    "incomplete": incomplete,
                }


_OF_STATEMENTS = ("statement", "actor", "source_text", "cue_text", "stance", "act", "share", "verbatim", "likeness")


def _placed(kind: str, place: Place, text: str) -> dict[str, str | int | float | bool | None]:
    return {
        "kind": kind,
        "group": place.group,
        "article": place.article,
        "field": place.field,
        "start": place.start,
        "end": place.end,
        "sentence": place.sentence,
        "position": round(place.position, 4),
        "text": text,
    }
