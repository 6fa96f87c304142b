"""Which articles cover the same event, and why; which of them carry the same text.

Words, names and dates decide together: articles are compared by their weighted words (`framing.compare.vectors`), the
corpus itself tells how much likeness is more than chance (`framing.compare.chance`), and groups grow by average
linkage (`framing.compare.linkage`). Nothing has to be set: neither the number of events nor a threshold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from framing.article import Article
from framing.compare.chance import WINDOW, Neighbours, neighbours
from framing.compare.coded import coded
from framing.compare.copies import copies, originals
from framing.compare.linkage import Edge, average_linkage
from framing.compare.shared_words import SharedWords
from framing.compare.vectors import furniture, vectors

if TYPE_CHECKING:
    from framing.compare.vectors import Matrix

# A copy is on the event of its original however much else differs, as long as both are close in time.
_COPY_STRENGTH = 2.0


@dataclass(frozen=True, slots=True)
class Member:
    """An article as part of an event.

    Parameters
    ----------
    article, outlet : str
        Which one.
    date : datetime.date, optional
        When it appeared.
    similarity : float or None
        Mean cosine similarity to the other articles of the event, from 0 to 1; None where there is no other.
    reason : str
        Why it is here, or why it is alone, in plain words.
    copy_of : str or None
        Id of the first article whose text it carries at least half of.
    copied : float or None
        How much of the shorter text is the same, as the share of its runs of six words.
    """

    article: str
    outlet: str
    date: dt.date | None
    similarity: float | None
    reason: str
    copy_of: str | None = None
    copied: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Articles on one event.

    Parameters
    ----------
    name : str
        Its first day and the words its articles share; unique among events.
    members : tuple of Member
        By date, then id.
    """

    name: str
    members: tuple[Member, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who covered it, in alphabetical order."""
        return tuple(sorted({member.outlet for member in self.members}))

    @property
    def texts(self) -> int:
        """Articles, copies of the same text counted once."""
        return sum(member.copy_of is None for member in self.members)


@dataclass(frozen=True, slots=True)
class Events:
    """All events of some articles, by their first day.

    Parameters
    ----------
    events : tuple of Event
    """

    events: tuple[Event, ...]

    def rows(self, least: int = 1) -> Iterator[dict[str, str | float | None]]:
        """A row an article, event by event; only of events with at least so many articles."""
        for event, member in self.members:
            if len(event.members) >= least:
                yield {
                    "article": member.article,
                    "outlet": member.outlet,
                    "date": member.date.isoformat() if member.date else None,
                    "event": event.name,
                    "similarity": None if member.similarity is None else round(member.similarity, 4),
                    "reason": member.reason,
                    "copy_of": member.copy_of,
                    "copied": None if member.copied is None else round(member.copied, 4),
                }

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    @property
    def members(self) -> Iterator[tuple[Event, Member]]:
        """Every article with its event, event by event."""
        return ((event, member) for event in self.events for member in event.members)

    def without(self, articles: Iterable[str]) -> Events:
        """The same events without some articles, by their ids."""
        left_out = set(articles)
        kept = ((event, tuple(each for each in event.members if each.article not in left_out)) for event in self)
        return Events(tuple(replace(event, members=members) for event, members in kept if members))

    @property
    def copies(self) -> tuple[Member, ...]:
        """Articles that carry another's text."""
        return tuple(member for _, member in self.members if member.copy_of is not None)


def events(articles: Iterable[Article]) -> Events:
    """Group articles that cover the same event, across outlets.

    Parameters
    ----------
    articles : iterable of Article
        In any order; the result does not depend on it.

    Returns
    -------
    Events
        Every article stands in one event, many of them alone in theirs.

    Notes
    -----
    Articles more than five days apart never meet in an event, except through others between them. An article without
    a date is compared with all, and asks for more likeness.

    Examples
    --------
    >>> day = dt.date(2031, 3, 14)
    >>> one = Article("a", "Minister Arvo Lunt met the Tessaly envoy in Port Selwyn on Friday.", date=day)
    >>> two = Article("b", "In Port Selwyn, the envoy of Tessaly met minister Lunt.", date=day)
    >>> other = Article("c", "Snow closed the mountain roads.", date=day)
    >>> [[member.article for member in event.members] for event in events([other, two, one])]
    [['a', 'b'], ['c']]
    """
    ordered = sorted(articles, key=_order)
    days = [None if article.date is None else article.date.toordinal() for article in ordered]
    outlets = [article.outlet for article in ordered]
    words = coded(ordered)
    if not len(words.ids):
        return Events(tuple(Event(f"event {at}", (_alone(one, None),)) for at, one in enumerate(ordered, 1)))
    left_out = furniture(words, outlets, days)
    weights = vectors(words, outlets, left_out)
    near = neighbours(weights, days, outlets)
    found = copies(words, left_out)
    strength = {(one, other): _COPY_STRENGTH for one, other, _ in found if _close(days[one], days[other])}
    for one, other, value in zip(near.one.tolist(), near.other.tolist(), near.strength.tolist(), strict=True):
        strength[one, other] = max(value, strength.get((one, other), 0.0))
    edges = [Edge(*pair, value) for pair, value in sorted(strength.items())]
    groups = average_linkage(len(ordered), edges, 1.0)
    shared = SharedWords(words, weights)
    nearest = _nearest(near, len(ordered))
    origin = originals(len(ordered), found)
    made = []
    for group in groups:
        title, reasons = shared.of(group)
        likeness = _likeness(weights, group)
        members = []
        for row, at in enumerate(group):
            if len(group) == 1:
                member = _alone(ordered[at], nearest[at], ordered)
            else:
                member = _together(ordered, group, at, reasons[row], likeness[row])
            if (copied := origin[at]) is not None:
                member = _copied(member, ordered[copied[0]], copied[1])
            members.append(member)
        first = ordered[group[0]].date
        made.append(Event(" ".join(filter(None, (first.isoformat() if first else "", title))), tuple(members)))
    return Events(tuple(_distinct(made)))


def _order(article: Article) -> tuple[bool, str, str, str]:
    return article.date is None, article.date.isoformat() if article.date else "", article.id, article.text


def _close(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= WINDOW


def _likeness(weights: Matrix, group: Sequence[int]) -> list[float]:
    """Mean similarity of each of a group to the others."""
    if len(group) < 2:
        return []
    block = (weights[group] @ weights[group].T).toarray().astype(float)
    return [float(mean) for mean in (block.sum(axis=1) - block.diagonal()) / (len(group) - 1)]


def _together(ordered: Sequence[Article], group: Sequence[int], at: int, shared: str, mean: float) -> Member:
    article = ordered[at]
    others = [ordered[other] for other in group if other != at]
    outlets = {other.outlet for other in others}
    with_whom = _many(len(others), "other article")
    if len(outlets - {""}) > 1:
        with_whom += f" of {len(outlets)} outlets"
    reason = f"shares {shared} with {with_whom}; {_apart(article, others)}"
    return Member(article.id, article.outlet, article.date, mean, reason)


def _apart(article: Article, others: Sequence[Article]) -> str:
    gaps = [abs((article.date - other.date).days) for other in others if article.date and other.date]
    if not gaps:
        return "no date to compare"
    return f"{_many(min(gaps), 'day')} apart" if min(gaps) else "same day"


def _alone(article: Article, nearest: tuple[int, float, float] | None, ordered: Sequence[Article] = ()) -> Member:
    when = f"within {WINDOW} days" if article.date else "among all dates"
    reason = f"alone: nothing like it {when}"
    if nearest is not None:
        other, similarity, needed = nearest
        reason = (
            f"alone: the nearest article {when}, {ordered[other].id}, has a similarity of {similarity:.2f} where "
            f"{needed:.2f} is needed"
        )
        if similarity >= needed:
            reason = f"alone: {ordered[other].id} is similar ({similarity:.2f}), but nearer to others"
    return Member(article.id, article.outlet, article.date, None, reason)


def _copied(member: Member, original: Article, share: float) -> Member:
    return replace(
        member,
        copy_of=original.id,
        copied=share,
        reason=f"{member.reason}; carries the text of {original.id} ({share:.0%} of the shorter one)",
    )


def _nearest(near: Neighbours, count: int) -> list[tuple[int, float, float] | None]:
    """For every article the one that comes nearest to what is needed: its number, similarity, and what is needed."""
    best: list[tuple[int, float, float] | None] = [None] * count
    reached = [0.0] * count
    needed = np.minimum(near.similarity / near.strength, 1.0)
    columns = (near.one, near.other, near.similarity, near.strength, needed)
    for one, other, similarity, strength, asked in zip(*(column.tolist() for column in columns), strict=True):
        for at, counterpart in ((one, other), (other, one)):
            if strength > reached[at]:
                reached[at] = strength
                best[at] = counterpart, similarity, asked
    return best


def _distinct(made: Sequence[Event]) -> Iterator[Event]:
    """Events with names that no other has."""
    used: dict[str, int] = {}
    for event in made:
        used[event.name] = number = used.get(event.name, 0) + 1
        yield event if number == 1 else replace(event, name=f"{event.name} ({number})")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
