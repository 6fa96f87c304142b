"""The words of articles as counts, with the names of outlets left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from framing.lexicon.fold import lower
from framing.structure.document import Document, Passage

# Numbers say what happened, not how it is told.
_LEAST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Names:
    """Names whose words do not count where they stand together: those of the outlets.

    Parameters
    ----------
    phrases : tuple of tuple of str
        Words of each name, in small letters, the longest name first.
    """

    phrases: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """Names as they are printed, also without their article.

        Examples
        --------
        >>> Names.of(["The Gull", "AP"]).phrases
        (('the', 'gull'), ('ap',), ('gull',))
        """
        found = {tuple(lower(name).split()) for name in names if name.strip()}
        found |= {words[1:] for words in found if words[0] == "the" and len(words) > 1}
        return cls(tuple(sorted(found, key=lambda words: (-len(words), words))))

    def inside(self, words: Sequence[str]) -> set[int]:
        """Places of words that belong to a name."""
        places: set[int] = set()
        known = set(words)
        for phrase in self.phrases:
            if not known.issuperset(phrase):
                continue
            for at, word in enumerate(words):
                if word == phrase[0] and tuple(words[at : at + len(phrase)]) == phrase:
                    places.update(range(at, at + len(phrase)))
        return places


def counted(document: Document, names: Names) -> Counter[str]:
    """Words of an article that are not masked, in small letters, without figures and names of outlets."""
    found: Counter[str] = Counter()
    for passage in document.passages:
        found.update(_words(passage, names))
    return Counter({word: count for word, count in found.items() if sum(map(str.isalpha, word)) >= _LEAST_LETTERS})


def _words(passage: Passage, names: Names) -> Iterator[str]:
    words, starts = passage.tokens.words, passage.tokens.starts
    counted = set(passage.word_starts)
    hidden = names.inside(words)
    if hidden:
        return (words[at] for at, start in enumerate(starts) if start in counted and at not in hidden)
    return (word for word, start in zip(words, starts, strict=True) if start in counted)
