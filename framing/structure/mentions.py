"""Words that name an actor: states, organisations, organs, places, people."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from framing.lexicon.actors import ActorBook, Name, Person
from framing.lexicon.fold import Folded
from framing.lexicon.matching import Hit, longest
from framing.structure.nouns import Mention
from framing.structure.word_classes import class_of

# "pro-Russian", "Russian-backed": whom others side with, not who they are.
_SIDED_AFTER = re.compile(
    r"\s?-\s?(?:backed|led|controlled|held|occupied|annexed|sponsored|friendly|born|speaking|made|style)\b"
)
_SIDED_BEFORE = re.compile(r"\b(?:pro|anti|non|ex|post|pre|ethnic)\s?-\s?$|\bethnic $")
_SIDED = frozenset(("name", "demonym", "seat", "city"))
_LAST_NAME = re.compile(r"\s[A-Z][a-zà-ž’'-]+\b(?!\s[A-Z])")
_FIRST_NAME = re.compile(r"(?<![\w.])([A-Z][\w’'-]+)\s$")


def person_on(people: Sequence[Person], day: dt.date | None) -> tuple[str, str] | None:
    """Actor and role of the people who share a name, where they agree on the actor."""
    if len(people) == 1:
        return people[0].on(day)
    if day is not None:
        in_office = [person for person in people if any(office.held_on(day) for office in person.offices)]
        people = in_office or people
    found = Counter(person.on(day) for person in people)
    if len({actor for actor, _ in found}) == 1:
        return max(sorted(found), key=found.__getitem__)
    return None


def mentions(hits: Iterable[Hit[Name]], folded: Folded, book: ActorBook, day: dt.date | None) -> tuple[Mention, ...]:
    """Mentions of a passage, in order, without overlaps.

    Parameters
    ----------
    hits : iterable of Hit
        Ordered by start, longest first.
    folded : Folded
        The text.
    book : ActorBook
    day : datetime.date, optional
        When the article appeared; office holders are resolved by it.
    """
    found = []
    kept = longest(hits)
    others: dict[str, bool] = {}
    known: dict[int, tuple[str, str] | None] = {}
    whole = folded.folded
    new = tuple.__new__  # a Mention made without the call of its constructor, twice as quick
    for start, end, name in kept:
        if name.kind == "mask":
            continue
        if name.kind in _SIDED and (
            ("-" in whole[end : end + 2] and _SIDED_AFTER.match(whole, end))
            or (
                whole.endswith(("-", "- ", "ethnic "), 0, start)
                and _SIDED_BEFORE.search(whole, max(0, start - 8), start)
            )
        ):
            continue
        actor, role, kind = name.actor, name.role, name.kind
        if name.people:
            if kind == "surname":
                before = _first_name(folded.text, start)
                if before and class_of(before[1].lower()) in "NERD" and not _introduces(before[1].lower(), book):
                    continue  # somebody else of that name
                surname = folded.text[start:end]
                if surname not in others:
                    others[surname] = _named_otherwise(folded.text, surname, book)
                if others[surname]:
                    continue
                if not before and _LAST_NAME.match(folded.text, end) and not folded.text[:start].istitle():
                    continue  # a first name
                kind = "person"
            if id(name) not in known:
                known[id(name)] = person_on(_meant(name, kept), day)
            actor, role = known[id(name)] or (None, None)
        found.append(new(Mention, (start, end, actor, role, kind)))
    return tuple(found)


def _meant(name: Name, kept: Sequence[Hit[Name]]) -> Sequence[Person]:
    """Of several Johnsons the one whose whole name stands in the article."""
    if len(name.people) == 1:
        return name.people
    in_full = {person.name for _, _, other in kept if other.kind == "person" for person in other.people}
    return [person for person in name.people if person.name in in_full] or name.people


def _first_name(text: str, at: int) -> re.Match[str] | None:
    """The word with a capital before a surname; mostly there is no capital anywhere near."""
    low = max(0, at - 24)
    return None if text[low:at].islower() else _FIRST_NAME.search(text, low, at)


def _named_otherwise(text: str, surname: str, book: ActorBook) -> bool:
    """Whether an article gives a surname a first name that nobody known has: "Maret Dunn ... said Dunn"."""
    at = text.find(surname)
    while at >= 0:
        before = _first_name(text, at)
        if before and not text[at + len(surname) : at + len(surname) + 1].isalnum():
            first = before[1]
            named = f"{first} {surname}" in book.names or class_of(first.lower()) not in "NER"
            if not named and not _introduces(first.lower(), book):
                opening = text[: before.start()].rstrip()
                if opening and opening[-1] not in '.!?:"“”\n':  # no sentence begins with the first word
                    return True
        at = text.find(surname, at + 1)
    return False


def _introduces(word: str, book: ActorBook) -> bool:
    """Whether a capitalised word before a surname is a title or an office rather than a first name."""
    return word in book.titles or word in book.roles or word in book.organs or word.capitalize() in book.names
