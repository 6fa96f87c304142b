"""The words that give a source its role: "minister", "officials", "foreign ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.lexicon.actors import ActorBook
from framing.structure.nouns import Mention
from framing.structure.tokens import Tokens, tokens

# Nouns that speak for whatever organ stands beside them.
SPEAKS_FOR = frozenset(
    """spokesman spokeswoman spokesperson official officials representative head chief member leader director statement
    report aide adviser advisor secretary chairman chairwoman deputy""".split()
)
_COLLECTIVE = frozenset("group organisation organization movement coalition party police people team staff".split())

_HEAD = re.compile(r" (?:of|with|for|in|to|on) ")
# By their first word, longest first: the words of each phrase, and the phrase.
Phrases = Mapping[str, list[tuple[Sequence[str], str]]]


class Role(NamedTuple):
    """What the words of a source say of its role.

    Parameters
    ----------
    name : str or None
        One of the roles of the actor lexicons.
    noun : str
        The words that tell it, empty if none do.
    single : bool
        Whether they name one person: "the minister", not "ministers" or "the ministry".
    """

    name: str | None
    noun: str
    single: bool


_NO_ROLE = Role(None, "", False)


class RoleWords:
    """The role nouns and generic organs of a book, found among tokens."""

    def __init__(self, book: ActorBook) -> None:
        self.book = book
        self._nouns = _by_first_word(book.roles)
        self._organs = _by_first_word(book.organs)
        self.groups = _by_first_word(book.groups)
        self._first = frozenset((*self._nouns, *self._organs))

    def role(self, said: Tokens, head: int, taken: Sequence[Mention] = ()) -> Role:
        """Role told by the words of a source.

        Parameters
        ----------
        said : Tokens
            The source.
        head : int
            Number of tokens in its head, whose last noun counts before any other.
        taken : sequence of Mention
            Names, whose words tell no role ("the European Union" is no trade union).
        """
        if self._first.isdisjoint(said.words):
            return _NO_ROLE
        names = [mention for mention in taken if mention.kind != "demonym"]
        free = [not any(m.start <= start < m.end for m in names) for start in said.starts] if names else None
        organ = next(phrases(said.words, free, self._organs), None)
        noun = None
        for found in phrases(said.words, free, self._nouns):
            if found[0] < head or noun is None:
                noun = found
        last = _HEAD.split(noun[1], maxsplit=1)[0].rsplit(" ", 1)[-1] if noun else ""
        single = noun is not None and noun[0] < head and last not in _COLLECTIVE and not _is_plural(last)
        if organ and (noun is None or last in SPEAKS_FOR or noun[0] >= organ[0]):
            return Role(self.book.organs[organ[1]], organ[1], single)
        return Role(self.book.roles[noun[1]], noun[1], single) if noun else _NO_ROLE


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word.endswith("men")


def _by_first_word(names: Iterable[str]) -> Phrases:
    found: dict[str, list[tuple[Sequence[str], str]]] = {}
    for name in names:
        words = tokens(name).words
        found.setdefault(words[0], []).append((words, name))
    for each in found.values():
        each.sort(key=_length, reverse=True)
    return found


def _length(phrase: tuple[Sequence[str], str]) -> int:
    return len(phrase[0])


def phrases(words: Sequence[str], free: Sequence[bool] | None, names: Phrases) -> Iterator[tuple[int, str]]:
    """Where phrases begin among words, and which; what a longer one covers is passed over."""
    done = 0
    for at, word in enumerate(words):
        if word in names and at >= done and (free is None or free[at]):
            for phrase, name in names[word]:
                if words[at : at + len(phrase)] == phrase:
                    yield at, name
                    done = at + len(phrase)
                    break
