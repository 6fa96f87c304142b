"""Who a source is: the actor and the role behind the words that name it.

"Kremlin spokesman Dmitry Peskov" is Russia, government; "the US Embassy in Ukraine" is the United States; "he" is the
person who spoke before. A source that cannot be resolved stays unresolved: a wrong actor is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.lexicon.actors import ActorBook
from framing.lexicon.fold import Folded
from framing.structure.clauses import subject_after, subject_before
from framing.structure.nouns import Mention
from framing.structure.tokens import Tokens

_SINGULAR = frozenset("he she him her his himself herself i".split())
_PLURAL = frozenset("they them their themselves we".split())
_RELATIVE = frozenset("who which that whose whom".split())
# Nouns that speak for whatever organ stands beside them.
_SPEAKS_FOR = frozenset(
    """spokesman spokeswoman spokesperson official officials representative head chief member leader director statement
    report aide adviser advisor secretary chairman chairwoman deputy""".split()
)
_NAME_RUN = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]*\.?|de|van|von|al|bin|der|da|du|la|le))*")
# How many mentions of a name are looked at for an introduction.
_MOST_PLACES = 4
_SENTENCE_BEFORE = re.compile(r"[.!?]\s|\n")


class Who(NamedTuple):
    """Actor and role, either unknown."""

    actor: str | None
    role: str | None


NOBODY = Who(None, None)


class Reading(NamedTuple):
    """What the resolver needs of a passage."""

    folded: Folded
    tokens: Tokens
    mentions: Sequence[Mention]
    starts: Sequence[int]

    @classmethod
    def of(cls, folded: Folded, tokens: Tokens, mentions: Sequence[Mention]) -> Reading:
        """A passage with its mentions indexed."""
        return cls(folded, tokens, mentions, [mention.start for mention in mentions])

    def around(self, start: int, end: int) -> Tokens:
        """Tokens that begin in a stretch."""
        return self.tokens.part(self.tokens.at(max(0, start)), self.tokens.at(end))

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """Mentions that begin in a stretch."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


class RoleWords:
    """The role nouns and generic organs of a book, found among tokens."""

    def __init__(self, book: ActorBook) -> None:
        self.book = book
        self._nouns = _by_first_word(book.roles)
        self._organs = _by_first_word(book.organs)
        self.groups = _by_first_word(book.groups)

    def role(self, said: Tokens, head: int, taken: Sequence[Mention] = ()) -> tuple[str | None, str]:
        """Role told by the words of a source, and the noun or organ that tells it.

        Parameters
        ----------
        said : Tokens
            The source.
        head : int
            Number of tokens in its head, whose last noun counts before any other.
        taken : sequence of Mention
            Names, whose words tell no role ("the European Union" is no trade union).
        """
        names = [mention for mention in taken if mention.kind != "demonym"]
        free = [not any(m.start <= start < m.end for m in names) for start in said.starts] if names else None
        organ = next(_phrases(said.words, free, self._organs), None)
        noun = None
        for found in _phrases(said.words, free, self._nouns):
            if found[0] < head or noun is None:
                noun = found
        if organ and (noun is None or noun[1].rsplit(" ", 1)[-1] in _SPEAKS_FOR or noun[0] >= organ[0]):
            return self.book.organs[organ[1]], organ[1]
        return (self.book.roles[noun[1]], noun[1]) if noun else (None, "")


def _by_first_word(names: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(name.split())
        found.setdefault(words[0], []).append(words)
    for phrases in found.values():
        phrases.sort(key=len, reverse=True)
    return found


def _phrases(
    words: Sequence[str], free: Sequence[bool] | None, names: Mapping[str, list[tuple[str, ...]]]
) -> Iterator[tuple[int, str]]:
    """Where phrases begin among words, and which; what a longer one covers is passed over."""
    at = 0
    while at < len(words):
        step = 1
        if free is None or free[at]:
            for phrase in names.get(words[at], ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    yield at, " ".join(phrase)
                    step = len(phrase)
                    break
        at += step


class Resolver:
    """Resolves the sources of one article in the order of its text, remembering who was introduced.

    Parameters
    ----------
    words : RoleWords
        Compiled once for a run.
    readings : sequence of Reading
        The passages of the article; names introduced anywhere hold everywhere.
    """

    def __init__(self, words: RoleWords, readings: Sequence[Reading]) -> None:
        self._words = words
        self._readings = readings
        self._people: dict[str, Who] = {}
        self._last_person = NOBODY
        self._last_group = NOBODY

    def resolve(self, reading: Reading, said: Tokens) -> Who:
        """Actor and role of the words of a source in a passage."""
        who, person = self._resolve(reading, said)
        if person:
            self._last_person = who
        elif who.actor:
            self._last_group = who
        return who

    def _resolve(self, reading: Reading, said: Tokens) -> tuple[Who, bool]:
        """Who it is, and whether it is a single person."""
        start, end = said.starts[0], said.end(len(said) - 1)
        if len(said) == 1 and said.classes in ("I", "W", "S", "D"):
            return self._pronoun(reading, start, said.words[0])
        cut = next((at for at in range(1, len(said)) if said.classes[at] in "opq,"), len(said))
        head = said.end(cut - 1)
        inside = reading.within(start, end)
        role, noun = self._words.role(said, cut, inside)
        name = self._name(said, reading, head)
        people = [mention for mention in inside if mention.kind == "person"]
        if people and people[0].actor:
            told = role if role not in (None, "unnamed") and noun not in _SPEAKS_FOR else None
            return Who(people[0].actor, told or people[0].role or role), True
        found = self._affiliation(inside, said, head, role, noun)
        if found.actor is None and name:
            remembered = self._people.get(name) or self._introduced(reading, name, start)
            if remembered.actor or remembered.role:
                found = Who(remembered.actor, role or remembered.role)
        if found.actor is None and found.role is None and not name:
            found = self._definite(reading, said, role)
        if name and (found.actor or found.role):
            self._people.setdefault(name, found)
        return found, bool(name) and not any(mention.end >= head for mention in inside if mention.kind != "person")

    def _affiliation(self, inside: Sequence[Mention], said: Tokens, head: int, role: str | None, noun: str) -> Who:
        """The actor named in the source itself: in its head, else after of, for, from, at; else where it stands."""
        in_head = [mention for mention in inside if mention.actor and mention.start < head]
        chosen = next((m for m in in_head if m.kind != "city"), in_head[0] if in_head else None)
        if chosen is None:
            for mention in inside:
                at = said.at(mention.start)
                before = next((said.classes[i] for i in range(at - 1, -1, -1) if said.classes[i] in "opq,t"), "")
                if mention.actor and (before in ("o", "q", ",") or (before == "p" and role)):
                    chosen = mention
                    break
        if chosen is None:
            return Who(None, role)
        if role is None:
            alone = len(said) == 1 or said.classes.strip("D") in ("P", "N")
            role = chosen.role if chosen.kind != "demonym" else ("citizen" if alone else None)
        elif chosen.kind == "organ" and chosen.role and noun in _SPEAKS_FOR:
            role = chosen.role
        actor = self._words.book.actors.get(chosen.actor or "")
        if actor is not None and actor.kind != "state" and role in ("government", "unnamed", None):
            role = actor.role  # a diplomat of an organisation is the organisation's
        return Who(chosen.actor, role)

    def _name(self, said: Tokens, reading: Reading, head: int) -> str:
        """The surname of a person named in a source: the last word of the last run of capitals in its head."""
        at = said.at(head) - 1
        while at >= 0 and said.classes[at] != "P":
            at -= 1
        if at < 0 or any(
            mention.start <= said.starts[at] < mention.end for mention in reading.within(said.starts[0], head)
        ):
            return ""
        surname = reading.folded.text[said.starts[at] : said.end(at)]
        low = surname.lower()
        if low in self._words.book.roles or low in self._words.book.organs or low in self._words.book.titles:
            return ""
        return surname

    def _introduced(self, reading: Reading, surname: str, before: int) -> Who:
        """Look for where the article introduces a surname: "Alexander Grushko, Russia's deputy foreign minister"."""
        found = NOBODY
        for place in (reading, *(other for other in self._readings if other is not reading)):
            text, at, tried = place.folded.text, -1, 0
            while not found.actor and tried < _MOST_PLACES and (at := text.find(surname, at + 1)) >= 0:
                end = at + len(surname)
                if (place is reading and at == before) or text[end : end + 1].isalnum() or text[at - 1 : at].isalnum():
                    continue
                found = self._introduction(place, at, end)
                tried += 1
        self._people[surname] = found
        return found

    def _introduction(self, reading: Reading, start: int, end: int) -> Who:
        low = max(0, start - 120)
        for match in _SENTENCE_BEFORE.finditer(reading.folded.text, low, start):
            low = match.end()
        around = reading.around(low, end + 120)
        at = around.at(end)
        phrase = subject_before(around, at)
        if phrase is None:
            return NOBODY
        stop = phrase[1]
        if around.classes[at : at + 1] in (",", "o") and (after := subject_after(around, at + 1, len(around))):
            stop = after[1]
        introduced = around.part(phrase[0], stop)
        inside = reading.within(introduced.starts[0], introduced.end(len(introduced) - 1))
        role, _ = self._words.role(introduced, len(introduced), inside)
        if role is None:
            return NOBODY
        chosen = next((mention for mention in inside if mention.actor and mention.kind != "person"), None)
        return Who(chosen.actor if chosen else None, role)

    def _pronoun(self, reading: Reading, start: int, word: str) -> tuple[Who, bool]:
        if word in _RELATIVE:
            before = reading.around(start - 100, start)
            end = len(before)
            while end and before.classes[end - 1] == ",":
                end -= 1
            antecedent = subject_before(before, end)
            if antecedent and before.classes[antecedent[0]] not in "IWS":
                return self._resolve(reading, before.part(*antecedent))
            return NOBODY, False
        if word in _SINGULAR:
            return self._last_person, True
        if word in _PLURAL or word == "it":
            return self._last_group, False
        return NOBODY, False

    def _definite(self, reading: Reading, said: Tokens, role: str | None) -> Who:
        """ "The minister", "the alliance": who was called so before."""
        for at, group in _phrases(said.words, None, self._words.groups):
            actor = self._words.book.groups[group]
            if any(mention.actor == actor for mention in reading.mentions if mention.start < said.starts[at]):
                return Who(actor, self._words.book.actors[actor].role if actor in self._words.book.actors else None)
        if said.words[0] in ("the", "his", "her") and role and self._last_person.role == role:
            return self._last_person
        return Who(None, role)
