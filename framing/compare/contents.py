"""What texts on one event hold: taken out of each once, and looked for in the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from framing.compare.figures import Figure, figures, values
from framing.compare.proper_names import ProperName, proper_names, spelling, spellings
from framing.compare.statements import Report, reports
from framing.compare.story_words import WORD, Text, content_stems


@dataclass(frozen=True, slots=True)
class Contents:
    """What one text holds, taken out once.

    Parameters
    ----------
    text : Text
    reports : tuple of Report
        Who says what.
    names : tuple of ProperName
    figures : tuple of Figure
        Numbers that count something.
    sentences : tuple of set of str
        Stems of every sentence.
    words : set of str
        Every word, as `framing.compare.proper_names.spelling` has it.
    common : set of str
        Every word that is written without a capital.
    actors : set of str
        Everybody mentioned.
    values : set of float
        Everything that could be a number.
    speakers : set of str
        Every word with a capital in the sources of quotations.
    """

    text: Text
    reports: tuple[Report, ...]
    names: tuple[ProperName, ...]
    figures: tuple[Figure, ...]
    sentences: tuple[frozenset[str], ...]
    words: frozenset[str]
    common: frozenset[str]
    actors: frozenset[str]
    values: frozenset[float]
    speakers: frozenset[str]


def contents(text: Text) -> Contents:
    """Take everything out of a text that is looked for in others."""
    passage = text.passage
    said = tuple(reports(text))
    return Contents(
        text,
        said,
        tuple(proper_names(passage)),
        tuple(figures(passage)),
        tuple(
            frozenset(each for each, _ in content_stems(passage.text[sentence.start : sentence.end]))
            for sentence in passage.sentences
        ),
        frozenset(spellings(passage.text)),
        frozenset(word for word in WORD.findall(passage.text) if word[0].islower()),
        frozenset(mention.actor for mention in passage.mentions if mention.actor),
        frozenset(values(passage.text)),
        frozenset(_capitals(text)),
    )


class Elsewhere:
    """What the texts of all other groups hold.

    Parameters
    ----------
    others : sequence of Contents
    """

    def __init__(self, others: Sequence[Contents]) -> None:
        self.words = frozenset[str]().union(*(each.words for each in others))
        self.common = frozenset[str]().union(*(each.common for each in others))
        self.actors = frozenset[str]().union(*(each.actors for each in others))
        self.values = frozenset[float]().union(*(each.values for each in others))
        self.speakers = frozenset[str]().union(*(each.speakers for each in others))
        self.stems = frozenset[str]().union(*(stems for each in others for stems in each.sentences))
        # What is said in one sentence here may be said in two there.
        self.sentences = [
            one | other for each in others for one, other in pairwise((*each.sentences, frozenset[str]()))
        ]


def _capitals(text: Text) -> Iterator[str]:
    """Also of sources whose words are somebody else's again ("Ivanov said that Moscow expects ...")."""
    for made in text.passage.attributions:
        for source in made.sources:
            for word in WORD.findall(source.of(text.passage.text)):
                if word[0].isupper():
                    yield spelling(word)
