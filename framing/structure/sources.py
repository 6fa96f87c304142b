"""Who a source is: the actor and the role behind the words that name it.

"Kremlin spokesman Dmitry Peskov" is Russia, government; "the US Embassy in Ukraine" is the United States; "he" is the
person who spoke before. A source that cannot be resolved stays unresolved: a wrong actor is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from framing.lexicon.fold import Folded
from framing.structure.antecedents import NOBODY, PLURAL, SINGULAR, Antecedents, Who, candidate
from framing.structure.clauses import head_end, subject_after, subject_before
from framing.structure.nouns import Mention
from framing.structure.roles import SPEAKS_FOR, Role, RoleWords
from framing.structure.subjects import main_subject
from framing.structure.tokens import NO_TOKENS, TextTokens, Tokens, unit_tokens

# Classes of single words that stand for somebody.
_PRONOUNS = ("I", "W", "S", "D")
_RELATIVE = frozenset("who which that whose whom".split())
_DEFINITE = frozenset("the this that his her their its".split())
_WITH_ARTICLE = 2
# How many mentions of a name are looked at for an introduction.
_MOST_PLACES = 4
_SENTENCE_BEFORE = re.compile(r"[.!?]\s|\n")


class Reading(NamedTuple):
    """What the resolver needs of a passage."""

    folded: Folded
    tokens: TextTokens
    mentions: Sequence[Mention]
    starts: Sequence[int]
    sentences: Sequence[int]

    @classmethod
    def of(cls, folded: Folded, tokens: TextTokens, mentions: Sequence[Mention], sentences: Sequence[int]) -> Reading:
        """A passage with its mentions, and the offsets at which its sentences begin."""
        return cls(folded, tokens, mentions, [mention.start for mention in mentions], sentences)

    def around(self, start: int, end: int) -> Tokens:
        """Tokens that begin in a stretch."""
        return self.tokens.part(self.tokens.at(max(0, start)), self.tokens.at(end))

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """Mentions that begin in a stretch."""
        first = bisect_left(self.starts, start)
        return self.mentions[first : bisect_left(self.starts, end, first)]


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
        self._before = {id(reading): Antecedents() for reading in readings}
        self._named: dict[tuple[str, ...], tuple[Who, bool]] = {}
        self._noted: set[tuple[int, int]] = set()

    def resolve(self, reading: Reading, said: Tokens) -> Who:
        """Actor and role of the words of a source in a passage."""
        start, word = said.starts[0], said.words[0]
        before = self._before[id(reading)]
        if said.classes in _PRONOUNS:
            if word in _RELATIVE:
                return self._relative(reading, start)
            if word not in SINGULAR and word not in PLURAL:
                return NOBODY
            self._narrated(reading, start)
            meant = before.pronoun(word, start)
            if meant is not None:
                before.add(meant)
            return meant.who if meant else NOBODY
        if said.classes.strip("P"):
            who, single = self._resolve(reading, said)
        else:  # a bare name is the same throughout an article
            named = tuple(said.words)
            if named not in self._named:
                self._named[named] = self._resolve(reading, said)
            who, single = self._named[named]
        before.add(candidate(start, who, single, said.words))
        return who

    def each(self, reading: Reading, said: Tokens) -> list[tuple[Tokens, str]]:
        """The sources that an "and" joins, with their actors, where every one is known: "Germany and France"."""
        if "C" not in said.classes:
            return []
        found: list[tuple[Tokens, str]] = []
        start = 0
        for end in (*(at for at, letter in enumerate(said.classes) if letter in "C,"), len(said)):
            if start < end:
                part = said.part(start, end)
                actor = self._resolve(reading, part)[0].actor
                if actor is None:
                    return []
                found.append((part, actor))
            start = end + 1
        return found if len({actor for _, actor in found}) == len(found) > 1 else []

    def _narrated(self, reading: Reading, start: int) -> None:
        """Take note of whom the sentence before a pronoun, or its own beginning, is about."""
        here = bisect_right(reading.sentences, start) - 1
        for number in range(max(0, here - 1), here + 1):
            if number < here:
                if (id(reading), number) in self._noted:
                    continue
                self._noted.add((id(reading), number))
            begins = reading.sentences[number]
            ends = reading.sentences[number + 1] if number < here else start
            sentence = unit_tokens(reading.tokens, reading.folded.plain, begins, ends) if begins < ends else NO_TOKENS
            subject = main_subject(sentence, len(sentence)) if len(sentence) else None
            if subject and sentence.classes[subject[0]] not in "IWS" and sentence.starts[subject[0]] < start:
                said = sentence.part(*subject)
                who, single = self._resolve(reading, said)
                if single or who.actor:
                    self._before[id(reading)].add(candidate(said.starts[0], who, single, said.words))

    def _relative(self, reading: Reading, start: int) -> Who:
        """Whom "who" follows."""
        before = reading.around(start - 100, start)
        antecedent = subject_before(before, len(before.classes.rstrip(",")))
        if antecedent and before.classes[antecedent[0]] not in "IWS":
            return self._resolve(reading, before.part(*antecedent))[0]
        return NOBODY

    def _resolve(self, reading: Reading, said: Tokens) -> tuple[Who, bool]:
        """Who it is, and whether it is a single person."""
        said = _without_clause(said)
        start = said.starts[0]
        cut = head_end(said.classes)
        inside = reading.within(start, said.end(-1))
        role = self._words.role(said, cut, inside)
        people = [mention for mention in inside if mention.kind == "person"]
        if people and (person := people[0]).actor:
            told = role.name if role.name not in (None, "unnamed") and role.noun not in SPEAKS_FOR else None
            return Who(person.actor, told or person.role or role.name), True
        name = self._name(said, reading, cut, inside)
        found = self._affiliation(inside, said, cut, role) if inside else Who(None, role.name)
        if found.actor is None and name:
            remembered = self._people.get(name) or self._introduced(reading, name, start)
            if remembered.actor or remembered.role:
                found = Who(remembered.actor, role.name or remembered.role)
        elif found.actor is None:
            found = self._definite(reading, said, role)
        if name and (found.actor or found.role):
            self._people.setdefault(name, found)
        return found, bool(name) or role.single

    def _affiliation(self, inside: Sequence[Mention], said: Tokens, cut: int, told: Role) -> Who:
        """The actor named in the source itself: in its head, else after of, for, from, at; else where it stands."""
        role, noun, _ = told
        head = said.end(cut - 1)
        chosen = None
        for mention in inside:
            if mention.actor and mention.start < head and (chosen is None or mention.kind != "city"):
                chosen = mention
                if mention.kind != "city":
                    break
        if chosen is None:
            for mention in inside:
                at = said.at(mention.start)
                before = next((said.classes[i] for i in range(at - 1, -1, -1) if said.classes[i] in "opqt,"), "")
                if mention.actor and (before in ("o", "q", ",") or (before == "p" and role)):
                    chosen = mention
                    break
        if chosen is None:
            return Who(None, role)
        if role is None:
            alone = len(said) == 1 or said.classes.strip("D") in ("P", "N")
            role = chosen.role if chosen.kind != "demonym" else ("citizen" if alone else None)
        elif chosen.kind == "organ" and chosen.role and noun in SPEAKS_FOR:
            role = chosen.role
        actor = self._words.book.actors.get(chosen.actor or "")
        if actor is not None and actor.kind != "state" and role in ("government", "unnamed", None):
            role = actor.role  # a diplomat of an organisation is the organisation's
        return Who(chosen.actor, role)

    def _name(self, said: Tokens, reading: Reading, cut: int, inside: Sequence[Mention]) -> str:
        """The surname of a person named in a source: the last word of the last run of capitals in its head."""
        at = said.classes.rfind("P", 0, cut)
        if at < 0:
            return ""
        start = said.starts[at]
        for mention in inside:
            if mention.start <= start < mention.end:
                return ""
        surname = reading.folded.text[start : said.end(at)]
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
        inside = reading.within(introduced.starts[0], introduced.end(-1))
        role = self._words.role(introduced, len(introduced), inside).name
        if role is None:
            return NOBODY
        chosen = next((mention for mention in inside if mention.actor and mention.kind != "person"), None)
        return Who(chosen.actor if chosen else None, role)

    def _definite(self, reading: Reading, said: Tokens, role: Role) -> Who:
        """Who "the minister" or "the alliance" was before."""
        at = said.starts[0]
        for _, group in self._words.groups.among(said.words, range(len(said))):
            actor = self._words.book.groups[group]
            if any(mention.actor == actor for mention in reading.mentions if mention.start < at):
                return Who(actor, self._words.book.actors[actor].role if actor in self._words.book.actors else None)
        if role.name and role.single and said.words[0] in _DEFINITE:
            meant = self._before[id(reading)].called(frozenset(role.noun.split()), role.name, at)
            if meant is not None:
                return meant.who
        if said.words[0] in _DEFINITE and (role.noun in self._words.book.organs or len(said) == _WITH_ARTICLE):
            noun = role.noun.rsplit(" ", 1)[-1] if role.noun in self._words.book.organs else said.words[1]
            named = self._before[id(reading)].called_so(noun, at)
            if named is not None:
                return Who(named.who.actor, role.name or named.who.role)
            for mention in reversed(reading.within(0, at)):
                if mention.kind == "organ" and noun in reading.folded.folded[mention.start : mention.end].split():
                    return Who(mention.actor, role.name)
        return Who(None, role.name)


def _without_clause(said: Tokens) -> Tokens:
    """A source without its relative clause: "the general, who was in Riga" is nobody's of Riga."""
    at = said.classes.find("W", 1)
    return said.part(0, len(said.classes[:at].rstrip(","))) if at > 0 else said
