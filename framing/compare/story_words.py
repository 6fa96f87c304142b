"""Words of texts on one event: what they are cut down to for comparing, and how rare each is among them."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from framing.compare.comparison import Group
from framing.compare.story import Place
from framing.scoring import Scored
from framing.structure.document import Passage
from framing.structure.word_classes import class_of

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_OPEN = frozenset("NEP#")
_LIGHT = frozenset(
    "make take give get go come say tell see know think want need use keep put be way thing people new last first next "
    "including include mr mrs ms same time".split()
)


@dataclass(frozen=True, slots=True)
class Text:
    """One field of an article of a group."""

    group: str
    scored: Scored
    passage: Passage

    @property
    def article(self) -> str:
        return self.scored.document.article.id

    def place(self, start: int, end: int) -> Place:
        """Where a stretch of it stands."""
        sentence = self.passage.sentence_at(start)
        words = self.scored.document.words
        before = sum(len(each.word_starts) for each in self.scored.document.passages[: self._at])
        before += bisect_left(self.passage.word_starts, start)
        number = sentence.number if sentence else 1
        position = before / words if words else 0.0
        return Place(self.group, self.article, self.passage.field, start, end, number, position)

    @property
    def _at(self) -> int:
        return next(at for at, each in enumerate(self.scored.document.passages) if each is self.passage)


def texts(groups: Iterable[Group]) -> tuple[Text, ...]:
    """Every field of every article, group by group."""
    return tuple(
        Text(group.name, scored, passage)
        for group in groups
        for scored in group.articles
        for passage in scored.document.passages
    )


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its commonest endings: enough to bring "demands", "demanded" and "demand" together.

    Examples
    --------
    >>> [stem(word) for word in ("demands", "demanded", "demanding", "countries", "NATO’s", "missed")]
    ['demand', 'demand', 'demand', 'country', 'nato', 'miss']
    """
    word = word.lower().replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 4 else word


@lru_cache(maxsize=50_000)
def means(word: str) -> bool:
    """Whether a word has a meaning of its own, besides that of grammar."""
    low = word.lower().replace("’", "'")
    return (len(word) > 1 or word.isdigit()) and class_of(low) in _OPEN and low not in _LIGHT


def content_stems(text: str) -> Iterator[tuple[str, str]]:
    """Stem and word of every word of a text that has a meaning of its own."""
    for word in WORD.findall(text):
        if means(word):
            yield stem(word), word


class Rarity:
    """How much a word says: the logarithm of one over the share of sentences that have it.

    Parameters
    ----------
    sentences : iterable of set of str
        Stems of every sentence of the story.
    """

    def __init__(self, sentences: Iterable[frozenset[str]]) -> None:
        given = list(sentences)
        self._found = Counter(word for sentence in given for word in sentence)
        self._count = len(given)

    def __getitem__(self, word: str) -> float:
        return math.log((self._count + 1) / (self._found[word] + 0.5)) if self._count else 1.0

    def of(self, words: Iterable[str]) -> float:
        """Of several words together: a sum that does not depend on their order, for they come in sets."""
        return math.fsum(self[word] for word in words)
