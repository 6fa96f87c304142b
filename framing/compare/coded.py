"""Many articles as one array of word numbers, so that words can be counted and runs of words compared at once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.lexicon.fold import plain

RUN = 6
"""Words in a run: long enough that two writers hardly ever hit upon the same one."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


@dataclass(frozen=True, slots=True)
class Coded:
    """Words of many articles as numbers.

    Parameters
    ----------
    ids : array of int
        Number of every word, article after article, each with its title first.
    starts : array of int
        Where each article begins in `ids`, and where the last one ends.
    titles : array of int
        How many words of each article are its title.
    vocabulary : tuple of str
        Every word once, in lower case and without a possessive ending.
    written : tuple of str
        The same as they are most often written.
    names : array of bool
        Which of them are written with a capital more than twice as often as without, first words of articles aside.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    titles: NDArray[np.int64]
    vocabulary: tuple[str, ...]
    written: tuple[str, ...]
    names: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.titles)

    @property
    def owners(self) -> NDArray[np.int64]:
        """Number of the article of every word."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def body(self, at: int) -> slice:
        """Where the words of an article stand, its title left out."""
        return slice(int(self.starts[at] + self.titles[at]), int(self.starts[at + 1]))

    def runs(self, at: int) -> NDArray[np.uint64]:
        """A number for every run of `RUN` words in the body of an article, in its order.

        Two different runs have one number with a chance of 1 in 10¹⁹.
        """
        words = self.ids[self.body(at)].astype(np.uint64)
        count = len(words) - RUN + 1
        if count < 1:
            return np.empty(0, dtype=np.uint64)
        mixed = np.zeros(count, dtype=np.uint64)
        for step in range(RUN):
            mixed = (mixed ^ (words[step : step + count] + np.uint64(1))) * _PRIME
            mixed ^= mixed >> _SHIFT
        return mixed


def coded(articles: Sequence[Article]) -> Coded:
    """Number the words of articles; what is masked is left out.

    Parameters
    ----------
    articles : sequence of Article

    Examples
    --------
    >>> one = coded([Article("a", "Geneva talks end. Geneva's mayor is pleased.", title="Talks end")])
    >>> one.vocabulary
    ('talks', 'end', 'geneva', 'mayor', 'is', 'pleased')
    """
    surfaces: defaultdict[str, int] = defaultdict()
    surfaces.default_factory = surfaces.__len__
    found: list[int] = []
    starts, titles = [0], []
    for article in articles:
        title, body = _WORD.findall(plain(_title(article))), _WORD.findall(plain(_body(article)))
        found += [surfaces[word] for word in title]
        found += [surfaces[word] for word in body]
        starts.append(len(found))
        titles.append(len(title))
    given = np.array(found, dtype=np.int64)
    ends = np.array(starts, dtype=np.int64)
    return _folded(given, ends, np.array(titles, dtype=np.int64), list(surfaces))


def _folded(
    given: NDArray[np.int64], starts: NDArray[np.int64], titles: NDArray[np.int64], surfaces: Sequence[str]
) -> Coded:
    numbers: dict[str, int] = {}
    fold = np.array([numbers.setdefault(_lower(surface), len(numbers)) for surface in surfaces], dtype=np.int64)
    firsts = (starts[:-1] + titles)[titles < np.diff(starts)]
    used = np.bincount(np.delete(given, firsts), minlength=len(surfaces))
    capital = np.zeros(len(numbers))
    small = np.zeros(len(numbers))
    forms: dict[int, Counter[str]] = defaultdict(Counter)
    for surface, number, count in zip(surfaces, fold.tolist(), used.tolist(), strict=True):
        (capital if surface[0].isupper() else small)[number] += count
        forms[number][_bare(surface)] += count
    written = tuple(max(sorted(forms[at]), key=forms[at].__getitem__) for at in range(len(numbers)))
    return Coded(fold[given] if len(given) else given, starts, titles, tuple(numbers), written, capital > 2 * small)


def _bare(surface: str) -> str:
    return surface[:-2] if surface.endswith(("'s", "'S")) else surface


def _lower(surface: str) -> str:
    return _bare(surface).lower()


def _title(article: Article) -> str:
    return article.title if article.title_span is None else article.title_span.of(article.text)


def _body(article: Article) -> str:
    return "\n".join(_kept(article))


def _kept(article: Article) -> Iterator[str]:
    """The text between what is masked, and after a title that stands in it."""
    at = 0 if article.title_span is None else article.title_span.end
    for span in sorted(article.masked):
        if span.start > at:
            yield article.text[at : span.start]
        at = max(at, span.end)
    yield article.text[at:]
