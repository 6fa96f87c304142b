"""The words that give a source its role: "minister", "officials", "foreign ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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


class Phrases:
    """Names of one or more words, found among other words.

    Parameters
    ----------
    names : iterable of str
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[tuple[str, ...], str] = {}
        sizes: dict[str, set[int]] = {}
        for name in names:
            words = tuple(tokens(name).words)
            self._names.setdefault(words, name)
            sizes.setdefault(words[0], set()).add(len(words))
        # How many words those have that begin with one, the most first.
        self._sizes = {first: sorted(found, reverse=True) for first, found in sizes.items()}
        self.first = frozenset(sizes)

    def among(self, words: Sequence[str], places: Iterable[int]) -> list[tuple[int, str]]:
        """Where phrases begin at any of some places, and which; what a longer one covers is passed over."""
        found = []
        done = 0
        for at in places:
            if at >= done and (sizes := self._sizes.get(words[at])):
                for size in sizes:
                    name = self._names.get(tuple(words[at : at + size]))
                    if name is not None:
                        found.append((at, name))
                        done = at + size
                        break
        return found


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
        self._nouns = Phrases(book.roles)
        self._organs = Phrases(book.organs)
        self.groups = Phrases(book.groups)
        self._first = self._nouns.first | self._organs.first
        # The noun of each role: "minister" of "minister of defence".
        self._heads = {role: _HEAD.split(role, maxsplit=1)[0].rsplit(" ", 1)[-1] for role in book.roles}

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
        words = said.words
        if self._first.isdisjoint(words):
            return _NO_ROLE
        places = [at for at, word in enumerate(words) if word in self._first]
        for start, end, _, _, kind in taken:
            if kind != "demonym":
                places = [at for at in places if not start <= said.starts[at] < end]
        organs = self._organs.among(words, places)
        nouns = self._nouns.among(words, places)
        if not nouns:
            return Role(self.book.organs[organs[0][1]], organs[0][1], False) if organs else _NO_ROLE
        at, noun = nouns[0]
        for found in nouns[1:]:
            if found[0] < head:
                at, noun = found
        last = self._heads[noun]
        single = at < head and last not in _COLLECTIVE and not _is_plural(last)
        if organs and (last in SPEAKS_FOR or at >= organs[0][0]):
            return Role(self.book.organs[organs[0][1]], organs[0][1], single)
        return Role(self.book.roles[noun], noun, single)


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word.endswith("men")
