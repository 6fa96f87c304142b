"""How outlets introduce the words of each actor: which reporting words, and of what stance, stand before them.

Counted is what the outlet says in its own voice: "claimed" in a quotation is the word of whoever is quoted. A reporting
word counts for an actor where it is known whose words it introduces.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from framing.scorers.reporting import ReportingScorer
from framing.scorers.sources import UNRESOLVED
from framing.scoring import Scored

# In the order of the columns; a difference is asked of the first and the last.
STANCES = ("distancing", "neutral", "endorsing")
# Actors beyond these would say nothing: of so many words.
MOST = 12


class Label(NamedTuple):
    """Whose words are introduced: ``actor`` or ``side``, and which."""

    kind: str
    label: str


class Word(NamedTuple):
    """A reporting word before somebody's words: its stance, its entry, and whether it stands in a headline."""

    stance: str
    entry: str
    headline: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """How often a group introduces the words of an actor or side with reporting words of one stance.

    Parameters
    ----------
    group : str
    kind : {"actor", "side"}
        Sides are those of a user's own actor files.
    label : str
        The actor or side; ``unresolved`` for words whose speaker is not known.
    stance : {"distancing", "neutral", "endorsing"}
    count : int
        Reporting words of that stance in the outlet's own voice.
    of : int
        All its reporting words for the actor or side.
    share, low, high : float
        `count` over `of`, with its 95 % interval where the group has ten articles with such a word; NaN otherwise.
    articles : int
        Articles of the group with such a word of any stance.
    words : tuple of str
        The reporting words of that stance, each with how often it was used.
    """

    group: str
    kind: str
    label: str
    stance: str
    count: int
    of: int
    share: float
    low: float
    high: float
    articles: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportedDifference:
    """The share of reporting words of one stance: of two actors in one group, or of one actor in two groups.

    Parameters
    ----------
    compared : {"labels", "groups"}
        Two actors or sides within a group, or two groups on the same actor or side.
    group, other : str
        `other` is empty for all other groups, of which each counts the same, and where two actors are compared.
    kind, label, other_label : str
        As in `Reported`; `other_label` is empty where two groups are compared.
    stance : {"distancing", "endorsing"}
    value, rest, difference, low, high : float
        Both shares, the first less the second, and its 95 % interval, before correction.
    p, q : float
        Of no difference; `q` is corrected for the number of such comparisons of actors, or of sides.
    detectable : float
        The smallest true difference that four of five such samples would have found, before correction.
    words, rest_words, articles, rest_articles : int
        Reporting words on either side, and articles with any.
    verdict : str
        As in `Difference`.
    slight : bool
        Whether the higher side is less than 1.2 times the lower.
    survives : bool or None
        Whether it keeps its sign, and an interval that leaves out zero, without any one article or event, without any
        one reporting word of that stance and without headlines; None where no difference is claimed.
    fails : tuple of str
        What it does not survive: ``article``, ``event``, ``entry``, ``headline``.
    weakest : str
        The reporting word without which least of the difference is left.
    """

    compared: str
    group: str
    other: str
    kind: str
    label: str
    other_label: str
    stance: str
    value: float
    rest: float
    difference: float
    low: float
    high: float
    p: float
    q: float
    detectable: float
    words: int
    rest_words: int
    articles: int
    rest_articles: int
    verdict: str = "not compared"
    slight: bool = False
    survives: bool | None = None
    fails: tuple[str, ...] = ()
    weakest: str = ""

    @property
    def claimed(self) -> bool:
        """Whether a difference is said to be there, or to be likely."""
        return self.verdict not in ("cannot tell", "not compared")

    @property
    def sure(self) -> bool:
        """Whether it is said without "may"."""
        return self.verdict in ("more", "less")

    def turned(self) -> ReportedDifference:
        """The same difference of two actors, the other one first."""
        other = {"more": "less", "less": "more", "may be more": "may be less", "may be less": "may be more"}
        return replace(
            self,
            label=self.other_label,
            other_label=self.label,
            value=self.rest,
            rest=self.value,
            difference=-self.difference,
            low=-self.high,
            high=-self.low,
            words=self.rest_words,
            rest_words=self.words,
            articles=self.rest_articles,
            rest_articles=self.articles,
            verdict=other.get(self.verdict, self.verdict),
        )

    @property
    def family(self) -> str:
        """What it is corrected with."""
        return f"reported {self.kind}s"


def introduced(scored: Scored, sides: Mapping[str, str]) -> dict[Label, Counter[Word]]:
    """The reporting words of an article in its outlet's own voice, by whose words they introduce.

    Examples
    --------
    >>> from framing.article import Article
    >>> from framing.pipeline import analyse
    >>> [article] = analyse([Article(id="1", text="Moscow claimed that the road was safe. Kyiv said it was not.")])
    >>> sorted((label.label, word.stance) for label, words in introduced(article, {}).items() for word in words)
    [('RUS', 'distancing'), ('UKR', 'neutral')]
    """
    article = scored.document.article
    found: dict[Label, Counter[Word]] = {}
    for row in scored.evidence:
        if row.scorer != ReportingScorer.name or not row.own:
            continue
        word = Word(row.label.partition(":")[0], row.entry, article.in_headline(row.field, row.start))
        found.setdefault(Label("actor", row.actor or UNRESOLVED), Counter())[word] += 1
        if row.actor is not None and row.actor in sides:
            found.setdefault(Label("side", sides[row.actor]), Counter())[word] += 1
    return found


def ranked(found: Iterable[Mapping[Label, Counter[Word]]]) -> list[Label]:
    """Actors and sides by the number of their words: actors, those not resolved, sides."""
    totals: Counter[Label] = Counter()
    for each in found:
        for label, words in each.items():
            totals[label] += words.total()
    ordered = sorted(totals, key=lambda label: (-totals[label], label))
    known = [label for label in ordered if label.kind == "actor" and label.label != UNRESOLVED][:MOST]
    return [*known, *(each for each in ordered if each.label == UNRESOLVED), *(e for e in ordered if e.kind == "side")]


def reported(
    groups: Sequence[tuple[str, Sequence[Scored]]], sides: Mapping[str, str] | None = None
) -> tuple[Reported, ...]:
    """How groups introduce each actor and side, as counts and shares without intervals.

    Parameters
    ----------
    groups : sequence of (str, sequence of Scored)
        Names and articles.
    sides : mapping, optional
        Actor to side, as `ActorBook.sides` has it.
    """
    found = [[introduced(scored, sides or {}) for scored in rows] for _, rows in groups]
    labels = ranked(each for rows in found for each in rows)
    names = [name for name, _ in groups]
    return tuple(
        row for name, rows in zip(names, found, strict=True) for label in labels for row in tallied(name, label, rows)
    )


def tallied(
    group: str,
    label: Label,
    found: Iterable[Mapping[Label, Counter[Word]]],
    bounds: Mapping[str, tuple[float, float]] | None = None,
) -> Iterator[Reported]:
    """A row a stance of one group and label; none where it has no word.

    Parameters
    ----------
    group : str
    label : Label
    found : iterable of mapping
        Of `introduced`, an article each.
    bounds : mapping, optional
        Stance to the bounds of its share.
    """
    mine = [each[label] for each in found if label in each]
    whole = sum(words.total() for words in mine)
    for stance in STANCES if whole else ():
        used: Counter[str] = Counter()
        for words in mine:
            for word, count in words.items():
                if word.stance == stance:
                    used[word.entry.rpartition("#")[2]] += count
        low, high = (bounds or {}).get(stance, (math.nan, math.nan))
        listed = tuple(f"{entry} {used[entry]}" for entry in sorted(used, key=lambda entry: (-used[entry], entry)))
        count = used.total()
        yield Reported(group, *label, stance, count, whole, count / whole, low, high, len(mine), listed)
