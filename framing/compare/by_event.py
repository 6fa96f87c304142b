"""Articles by the event they cover, and without those that carry another's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from framing.article import Article, Excluded
from framing.compare.events import events


def with_events(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles with the event that each covers in a column ``event``; unchanged where the input has such a column."""
    given = tuple(articles)
    if any(article.column("event") is not None for article in given):
        return given
    event_of = {member.article: event.name for event, member in events(given).members}
    return tuple(replace(article, extra=(*article.extra, ("event", event_of[article.id]))) for article in given)


def counted_once(articles: Iterable[Article]) -> tuple[tuple[Article, ...], tuple[Excluded, ...]]:
    """Articles without those that carry another's text, and these: one agency text in four outlets is one voice."""
    given = tuple(articles)
    copies = {member.article: member for member in events(given).copies}
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
