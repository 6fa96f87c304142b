"""Sentences as they are learned from: words, neighbours, letters and signs, found by the same pass as in scoring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from framing.article import Article
from framing.learned.signs import PLACEHOLDERS, Laid
from framing.learned.words import letters, normal
from framing.structure.build import Analyser
from framing.structure.document import Passage


class Example(NamedTuple):
    """Features of one text, whatever the number of its sentences.

    Parameters
    ----------
    words, runs : Counter
        Spellings, and the runs of letters inside them.
    pairs : Counter
        Neighbours.
    signs : frozenset of str
        See `framing.learned.signs`.
    """

    words: Counter[str]
    pairs: Counter[tuple[str, str]]
    runs: Counter[str]
    signs: frozenset[str]


def examples(
    texts: Iterable[str], analyser: Analyser, lexicons: Sequence[str], *, hides_names: bool
) -> Iterator[Example]:
    """Features of texts.

    Parameters
    ----------
    texts : iterable of str
    analyser : Analyser
        Of the lexicons.
    lexicons : sequence of str
        Ids of those that a model may see.
    hides_names : bool
        Whether names of states, bodies and people are hidden.
    """
    for number, text in enumerate(texts):
        [passage] = analyser.document(Article(id=str(number), text=text)).passages
        yield example(passage, lexicons, hides_names=hides_names)


def example(passage: Passage, lexicons: Sequence[str], *, hides_names: bool) -> Example:
    """Features of one passage."""
    laid = Laid([passage])
    spelled = [normal(word) for word in passage.tokens.words]
    if hides_names:
        for at, code in zip(*(each.tolist() for each in laid.names()), strict=True):
            spelled[at] = PLACEHOLDERS[code]
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    runs: Counter[str] = Counter()
    for first, last in zip(laid.first.tolist(), laid.last.tolist(), strict=True):
        within = spelled[first:last]
        words.update(within)
        pairs.update(pairwise(within))
        for word in within:
            runs.update(letters(word))
    return Example(words, pairs, runs, frozenset(name for name, having in laid.signs(lexicons) if having.any()))
