"""Whom a pronoun or a definite phrase names in a deed: "It shelled the port", "the alliance will defend".

Antecedents as those of attributions, looked up only where a deed needs one. A pronoun stands for the subject of its own
sentence, else for that of the sentence before; "the army" for the only army named so far. Where the nearest subject is
nobody known, where the words are another voice's, or where two could be meant, nobody is: a wrong actor is worse than
none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from framing.lexicon.book import ActorBook
from framing.structure.antecedents import Antecedents, Who, candidate
from framing.structure.clauses import Range, head_end
from framing.structure.document import Passage
from framing.structure.nouns import Attribution, Mention
from framing.structure.subjects import main_subject
from framing.structure.tokens import Tokens, unit_tokens

PRONOUNS = frozenset("it its they them their he him his she her".split())
_SEVERAL = frozenset("they them their".split())
# What "the army" can be, once an army was named.
_ORGANS = frozenset(
    """army military ministry government forces troops soldiers navy regime administration parliament embassy
    leadership""".split()
)
# What is an actor's own, so that what it does or suffers is the actor's.
OWN = _ORGANS | frozenset(
    "country territory people citizens officials soil jets warplanes ships tanks fighters".split()
)
_OPENS = ("the", "this", "that")
# Sentences back that a chain of pronouns is followed.
_CHAIN = 3
# Tokens after a name in which its noun stands: "Russian armed forces".
_NEAR = 3
_WITH_ARTICLE = 2

_COLLECTIVE = frozenset("police people troops forces".split())


class _Subject(NamedTuple):
    """Whom the subject of a sentence names, and whether it is one person, one thing or several."""

    actor: str | None
    number: Literal["person", "one", "several"]
    words: Sequence[str] = ()


_NOBODY = _Subject(None, "one")


class Referents:
    """Those a passage has named so far, found when they are asked for.

    Parameters
    ----------
    passage : Passage
    book : ActorBook
        What actors are called once they were named ("the alliance"), and which nouns name a person.
    """

    __slots__ = ("_book", "_passage", "_subjects")

    def __init__(self, passage: Passage, book: ActorBook) -> None:
        self._passage = passage
        self._book = book
        self._subjects: dict[int, _Subject] = {}

    def pronoun(self, said: Tokens, at: int) -> str | None:
        """Whom the pronoun at a token of a sentence stands for."""
        offset, begins = said.starts[at], said.starts[0]
        own = main_subject(said, at) if at else None
        if own is not None and own[1] <= at:
            meant = self._fit(said.words[at], offset, self._subject(said, own, offset, _CHAIN))
            return meant if meant and self._alone(meant, begins, offset, said) else None
        meant = self._fit(said.words[at], offset, self._before(offset, _CHAIN))
        number = bisect_right(self._passage.sentence_starts, offset) - 2
        return meant if meant and self._alone(meant, self._passage.sentences[number].start, begins, said) else None

    def _alone(self, actor: str, low: int, high: int, said: Tokens) -> bool:
        """Whether nobody else could be meant: no other actor stands where the antecedent does and not in what follows.

        "NATO warned Russia. It attacked Ukraine" leaves open who did; "Russia left Ukraine. It had attacked Ukraine"
        does not.
        """
        named = {m.actor for m in self._passage.mentions if low <= m.start < high and m.kind != "person"}
        others = named - {actor, None}
        if not others:
            return True
        end = said.end(len(said) - 1)
        return others <= {m.actor for m in self._passage.mentions if high <= m.start < end}

    def phrase(self, said: Tokens, part: Range) -> str | None:
        """Whom "the alliance" or "the ministry" is, from what was named before."""
        first, last = part
        if last - first < _WITH_ARTICLE or said.words[first] not in _OPENS:
            return None
        words, offset = said.words[first + 1 : last], said.starts[first]
        group = self._book.groups.get(" ".join(words))
        if group is None and (len(words) > 1 or words[0] not in _ORGANS):
            return None
        before = [mention for mention in self._passage.mentions if mention.start < offset and mention.actor]
        if group is not None:
            return group if any(mention.actor == group for mention in before) else None
        actors = {mention.actor for mention in before if self._called(words[0], mention)}
        return actors.pop() if len(actors) == 1 else None

    def other(self, said: Tokens, at: int, agent: str | None) -> str | None:
        """Whom the object "it" stands for beside an agent: the only other actor that is named before."""
        low, high = said.starts[0], said.starts[at]
        if said.words[at] != "it":
            return None
        others = {m.actor for m in self._passage.mentions if low <= m.start < high and m.kind != "person"}
        others -= {agent, None}
        if others:
            return others.pop() if len(others) == 1 else None
        meant = self._fit("it", said.starts[at], self._before(said.starts[at], _CHAIN))
        return meant if meant != agent else None

    def _introduced(self, said: Tokens, first: int, person: Mention) -> bool:
        """Whether what stands before a name in its phrase is a title or an office."""
        at = said.at(person.start)
        word = said.words[at - 1]
        return at == first or said.classes[at - 1] == "P" or word in self._book.roles or word in self._book.titles

    def _voice(self, offset: int) -> Attribution | None:
        """Who speaks word for word at an offset; what is paraphrased is in the words of the text."""
        owner = self._passage.voices.owner(offset)
        return None if owner is None or owner.kind == "indirect" else owner

    def _called(self, noun: str, mention: Mention) -> bool:
        """Whether a name stands with a noun: "Russian armed forces", "Russia's army", "the ministry of Ukraine"."""
        tokens = self._passage.tokens
        at, end = tokens.at(mention.start), tokens.at(mention.end)
        if noun in tokens.words[at:end] or (tokens.words[at - 1 : at] == ["of"] and tokens.words[at - 2] == noun):
            return True
        owned = tokens.classes[end : end + 1] == "G"
        return (owned or mention.kind == "demonym") and noun in tokens.words[end : end + _NEAR]

    def _fit(self, word: str, at: int, subject: _Subject) -> str | None:
        """The actor of a subject that a pronoun can stand for."""
        if subject.actor is None or (word in _SEVERAL) != (subject.number == "several"):
            return None
        before = Antecedents()
        before.add(candidate(at - 1, Who(subject.actor, None), subject.number == "person", subject.words))
        found = before.pronoun(word, at)
        return found.who.actor if found else None

    def _before(self, offset: int, chain: int) -> _Subject:
        """Whom the sentence before is about."""
        passage = self._passage
        number = bisect_right(passage.sentence_starts, offset) - 2
        if chain <= 0 or number < 0:
            return _NOBODY
        if number not in self._subjects:
            before = passage.sentences[number]
            said = unit_tokens(passage.tokens, "", before.start, before.end)
            subject = main_subject(said, len(said)) if len(said) else None
            self._subjects[number] = self._subject(said, subject, offset, chain) if subject else _NOBODY
        return self._subjects[number]

    def _subject(self, said: Tokens, part: Range, offset: int, chain: int) -> _Subject:
        """Whom a subject names to somebody who speaks at an offset."""
        first, last = part
        start = said.starts[first]
        if self._voice(start) is not self._voice(offset):
            return _NOBODY  # in another voice, "it" may be anybody
        if last - first == 1 and said.words[first] in PRONOUNS:
            before = self._before(start, chain - 1)
            return before if self._fit(said.words[first], start, before) else _NOBODY
        if said.classes[last : last + 2] in ("GN", "GE"):
            last += 2  # "Russia's | troops"
        stop = head_end(said.classes, first, last)
        if "C" in said.classes[first:stop]:
            return _NOBODY  # two of them
        inside = [m for m in self._passage.mentions if start <= m.start < said.end(stop - 1)]
        words, head = said.words[first:stop], said.words[stop - 1]
        person = next((mention for mention in inside if mention.kind == "person"), None)
        if person is not None:
            return _Subject(person.actor, "person", words) if self._introduced(said, first, person) else _NOBODY
        named = next((mention for mention in inside if mention.actor), None)
        if named is not None and said.at(named.start) - first > (said.classes[first] == "D"):
            return _NOBODY  # "The missile struck Kyiv": whatever stands before the name is the subject
        actor = named.actor if named else self.phrase(said, (first, stop))
        if named is not None and named.end >= said.end(stop - 1):
            return _Subject(actor, "several" if named.kind == "demonym" else "one", words)
        if head in self._book.roles and not head.endswith("s"):
            return _Subject(actor, "person", words)
        return _Subject(actor, "several" if head.endswith("s") or head in _COLLECTIVE else "one", words)
