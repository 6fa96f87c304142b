"""Articles by the event they cover, and without those that carry another's text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from framing.article import Article, Excluded
from framing.compare.events import Event, Events, Member, events

EVENT = "event"
# So many events can be read one after the other.
MOST_EVENTS = 12


@dataclass(frozen=True, slots=True)
class Gathered:
    """Articles that are ready to be compared, and what is known of their events.

    Parameters
    ----------
    articles : tuple of Article
        Those to score, with their event in a column ``event`` if they are compared by it.
    events : Events
        The events of all articles, also of those that are not to be scored, with copies of the same text.
    excluded : tuple of Excluded
        Copies that are left out.
    """

    articles: tuple[Article, ...]
    events: Events
    excluded: tuple[Excluded, ...] = ()


def gathered(
    articles: Iterable[Article], *, by: str = "outlet", once: bool = False, most: int | None = None
) -> Gathered:
    """Find the events and copies of articles before they are compared.

    Parameters
    ----------
    articles : iterable of Article
    by : str
        Column they are compared by; for ``event`` every article gets its event, unless the input names it.
    once : bool
        Whether articles that carry another's text are left out.
    most : int, optional
        If they are compared by event: how many events are kept, those that most outlets cover; articles of the others
        are not among `articles`.
    """
    given = tuple(articles)
    found = events(given)
    excluded: tuple[Excluded, ...] = ()
    if once:
        given, excluded = _once(given, found)
        left = {article.id for article in given}
        found = found.without(member.article for _, member in found.members if member.article not in left)
    if by == EVENT:
        if any(article.column(EVENT) is not None for article in given):
            found = _of_column(given, found)
        else:
            given = _named(given, found)
        if most is not None and len(found) > most:
            kept = {member.article for event in largest(found, most) for member in event.members}
            given = tuple(article for article in given if article.id in kept)
    return Gathered(given, found, excluded)


def largest(found: Iterable[Event], most: int) -> list[Event]:
    """The events that most outlets cover, then those with most texts; in the order of their days.

    Examples
    --------
    >>> members = Member("a", "Gull", None, 1.0, ""), Member("b", "Orb", None, 1.0, "")
    >>> [event.name for event in largest([Event("fair", ()), Event("flood", members)], 1)]
    ['flood']
    """
    ordered = list(found)
    ranked = sorted(range(len(ordered)), key=lambda at: (-len(ordered[at].outlets), -ordered[at].texts, at))
    return [ordered[at] for at in sorted(ranked[:most])]


def with_events(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles with the event that each covers in a column ``event``; unchanged where the input has such a column."""
    return gathered(articles, by=EVENT).articles


def counted_once(articles: Iterable[Article]) -> tuple[tuple[Article, ...], tuple[Excluded, ...]]:
    """Articles without those that carry another's text, and these: one agency text in four outlets is one voice."""
    made = gathered(articles, once=True)
    return made.articles, made.excluded


def copied(found: Events) -> str:
    """How many articles carry another's text, in a sentence."""
    number = len(found.copies)
    many = "1 article carries" if number == 1 else f"{number:,} articles carry"
    return f"{many} the text of another (at least half of the shorter one); `--copies once` counts each text once"


def _named(given: Sequence[Article], found: Events) -> tuple[Article, ...]:
    event_of = {member.article: event.name for event, member in found.members}
    return tuple(replace(article, extra=(*article.extra, (EVENT, event_of[article.id]))) for article in given)


def _of_column(given: Sequence[Article], found: Events) -> Events:
    """The events that the input names, an article without one by itself."""
    members: dict[str, list[Member]] = {}
    known = {member.article: member for _, member in found.members}
    for article in given:
        member = replace(known[article.id], similarity=None, reason="named so by the input")
        members.setdefault(article.column(EVENT) or "", []).append(member)
    made = [Event(name, tuple(sorted(each, key=_by_day))) for name, each in members.items()]
    return Events(tuple(sorted(made, key=lambda event: (_by_day(event.members[0]), event.name))))


def _by_day(member: Member) -> tuple[bool, str, str]:
    return member.date is None, member.date.isoformat() if member.date else "", member.article


def _once(given: Sequence[Article], found: Events) -> tuple[tuple[Article, ...], tuple[Excluded, ...]]:
    copies = {member.article: member for member in found.copies}
    kept = tuple(article for article in given if article.id not in copies)
    return kept, tuple(
        Excluded(
            article.origin or article.id,
            f"carries the text of {copies[article.id].copy_of} ({copies[article.id].copied:.0%} of the shorter one)",
            "duplicate",
            "Use --copies all to count it.",
        )
        for article in given
        if article.id in copies
    )
