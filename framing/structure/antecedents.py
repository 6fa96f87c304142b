"""Who "he", "they", "who" and "the minister" are: the latest fitting mention, by number, gender and role.

A pronoun in news most often is whoever spoke last; unless the sentence before is about somebody else. Both are kept as
they are passed, and the latest that fits is taken. What fits nobody stays open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

SINGULAR = frozenset("he she him her his himself herself".split())
PLURAL = frozenset("they them their themselves it its".split())
_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her herself".split())
_MALE = frozenset(
    """mr sir lord king prince spokesman chairman businessman congressman salesman policeman fireman father son brother
    husband man boy actor policeman craftsman fisherman statesman gunman""".split()
)
_FEMALE = frozenset(
    """mrs ms miss lady queen princess spokeswoman chairwoman businesswoman congresswoman saleswoman policewoman mother
    daughter sister wife woman girl actress stateswoman""".split()
)
_GENDERED = _MALE | _FEMALE
# Tokens further back than this are not looked at.
_REACH = 1500


class Who(NamedTuple):
    """Actor and role, either unknown."""

    actor: str | None
    role: str | None


NOBODY = Who(None, None)


class Candidate(NamedTuple):
    """Somebody mentioned who can be meant again.

    Parameters
    ----------
    at : int
        Offset of the mention.
    who : Who
    single : bool
        One person, rather than a state, an organ or several people.
    gender : str
        ``he``, ``she``, or empty where nothing tells.
    words : frozenset of str
        Of the mention.
    """

    at: int
    who: Who
    single: bool
    gender: str
    words: frozenset[str]


def candidate(at: int, who: Who, single: bool, words: Sequence[str]) -> Candidate:
    """Somebody mentioned, with the gender that the words tell."""
    told = frozenset(words)
    return Candidate(at, who, single, "" if told.isdisjoint(_GENDERED) else "he" if told & _MALE else "she", told)


class Antecedents:
    """Those mentioned so far in a passage, in the order of the text."""

    def __init__(self) -> None:
        self._mentioned: list[Candidate] = []

    def add(self, mentioned: Candidate) -> None:
        """Remember somebody, once a place."""
        if not self._mentioned or self._mentioned[-1].at < mentioned.at:
            self._mentioned.append(mentioned)
            return
        at = bisect_left(self._mentioned, mentioned.at, key=_place)
        if self._mentioned[at].at != mentioned.at:
            self._mentioned.insert(at, mentioned)

    def pronoun(self, word: str, at: int) -> Candidate | None:
        """Whom a pronoun at an offset stands for."""
        single = word in SINGULAR
        gender = "he" if word in _HE else "she" if word in _SHE else ""
        for each in reversed(self._mentioned):
            if at - each.at > _REACH:
                return None
            if each.at < at and each.single == single and not {each.gender, gender} >= {"he", "she"}:
                return each._replace(at=at, gender=gender or each.gender)
        return None

    def called_so(self, noun: str, at: int) -> Candidate | None:
        """What "the ministry" or "the officials" are: the latest that were called so, and whose actor is known."""
        for each in reversed(self._mentioned):
            if each.at < at and not each.single and each.who.actor and noun in each.words:
                return each
        return None

    def called(self, nouns: frozenset[str], role: str, at: int) -> Candidate | None:
        """Whom "the minister" stands for: who was called so, else the only one of that role."""
        same = [each for each in self._mentioned if each.at < at and each.single and each.who.role == role]
        for each in reversed(same):
            if nouns & each.words:
                return each
        return same[-1] if len({each.who for each in same}) == 1 else None


def _place(mentioned: Candidate) -> int:
    return mentioned.at
