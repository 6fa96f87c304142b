"""What is found: passages, and numbers that are nothing but sums over them."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.spans import Field

Voice = Literal["narration", "direct", "indirect", "mixed"]
Polarity = Literal["asserted", "denied"]

QUOTED_VOICES: tuple[Voice, ...] = ("direct", "indirect", "mixed")


class Evidence(NamedTuple):
    """One passage that supports a number.

    Parameters
    ----------
    article, outlet : str
        Where it was published.
    field : {"text", "title"}
        What the offsets count in.
    start, end : int
        Half-open, in code points.
    surface : str
        The words themselves, kept so that a reader can check.
    scorer, label, entry : str
        Which scorer found it, as what, by which lexicon entry (``threat#troop build-up``).
    polarity : {"asserted", "denied"}
        Whether it is put forward or only brought up to be rejected.
    voice : {"narration", "direct", "indirect", "mixed"}
        ``narration`` is the outlet's own voice; the others are somebody it quotes.
    actor, role : str or None
        Who speaks, where the voice is quoted and the source is resolved; of a reporting word, whose words it
        introduces; of a deed, who does it.
    weight : float
        Contribution to the count, 1 unless the lexicon says otherwise.
    sentence : int
        Number of the sentence in its field, from 1.
    target : str or None
        Of a deed, to whom it is done.
    """

    article: str
    outlet: str
    field: Field
    start: int
    end: int
    surface: str
    scorer: str
    label: str
    entry: str
    polarity: Polarity
    voice: Voice
    actor: str | None
    role: str | None
    weight: float
    sentence: int
    target: str | None = None

    @property
    def own(self) -> bool:
        """Whether the outlet says it in its own voice."""
        return self.voice == "narration"


class Judged(NamedTuple):
    """What is judged of the sentences of a field as wholes: how probably they have some labels, and what they deny.

    Parameters
    ----------
    field : {"text", "title"}
        Whose sentences.
    labels : tuple of str
        A column each.
    probabilities : array of shape (n_sentences, n_labels)
        In the order of the sentences.
    denied : frozenset of (int, str)
        Number of a sentence, from 1, and a frame that it brings up to deny; some of its passages may still put the
        frame forward ("called it a ploy to escalate tensions: there was no threat").
    """

    field: Field
    labels: tuple[str, ...]
    probabilities: NDArray[np.float32]
    denied: frozenset[tuple[int, str]] = frozenset()


class Alone(NamedTuple):
    """What one of several instruments that judge together would have measured by itself.

    Parameters
    ----------
    scorer : str
        In which they judge together.
    instrument : {"lexicon", "model"}
        Which of them.
    measures : tuple of str
        Names of measures.
    numerators : array of shape (n_measures,)
        Over the same denominators as what they measure together.
    """

    scorer: str
    instrument: str
    measures: tuple[str, ...]
    numerators: NDArray[np.float32]

    @classmethod
    def of(cls, scorer: str, instrument: str, measures: Sequence[Measure]) -> Alone:
        """The numerators of measures."""
        names = tuple(sys.intern(measure.name) for measure in measures)
        return cls(scorer, instrument, names, np.array([measure.numerator for measure in measures], np.float32))


@dataclass(frozen=True, slots=True)
class MeasureSpec:
    """What a number means.

    Parameters
    ----------
    name : str
        Column name, lower case with underscores.
    title : str
        Plain words for a reader.
    unit : str
        For instance ``per 1,000 words`` or ``share of sentences``.
    definition : str
        One sentence: what is counted, over what.
    """

    name: str
    title: str
    unit: str
    definition: str


class Measure(NamedTuple):
    """A number with its parts.

    Parameters
    ----------
    name : str
        As in its `MeasureSpec`.
    numerator : float
        What was counted.
    denominator : float or None
        What it is counted over; None for a plain count.
    scale : float
        1,000 for rates per 1,000 words.

    Examples
    --------
    >>> Measure.rate("threat_per_1000", 3, 600).value
    5.0
    >>> Measure.rate("threat_per_1000", 0, 0).value
    nan
    """

    name: str
    numerator: float
    denominator: float | None
    scale: float = 1.0

    @property
    def value(self) -> float:
        """``scale * numerator / denominator``; NaN where nothing could be counted (no words: no rate)."""
        if self.denominator is None:
            return self.numerator
        return self.scale * self.numerator / self.denominator if self.denominator else math.nan

    @classmethod
    def rate(cls, name: str, count: float, words: float) -> Measure:
        """`count` per 1,000 `words`."""
        return cls(name, count, words, 1000.0)

    @classmethod
    def share(cls, name: str, part: float, whole: float) -> Measure:
        """`part` of `whole`, between 0 and 1."""
        return cls(name, part, whole)

    @classmethod
    def mean(cls, name: str, value: float, weight: float) -> Measure:
        """A value that is averaged over articles with `weight`, for instance their words."""
        return cls(name, value * weight if weight else 0.0, weight)

    @classmethod
    def count(cls, name: str, number: float) -> Measure:  # type: ignore[override]
        """A plain number of things."""
        return cls(name, number, None)

    @classmethod
    def pooled(cls, measures: Sequence[Measure]) -> Measure:
        """The same measure over several articles: parts are summed, so that the number is that of the joined texts."""
        first = measures[0]
        over = None if first.denominator is None else sum(measure.denominator or 0.0 for measure in measures)
        return cls(first.name, sum(measure.numerator for measure in measures), over, first.scale)


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """All measures of one article, in the order of its scorers."""

    article: str
    outlet: str
    measures: tuple[Measure, ...]

    def __iter__(self) -> Iterator[Measure]:
        return iter(self.measures)

    def __getitem__(self, name: str) -> Measure:
        for measure in self.measures:
            if measure.name == name:
                return measure
        raise KeyError(name)
