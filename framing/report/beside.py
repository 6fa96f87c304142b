"""What stands beside the articles compared: copies of one text, and events that have no part of the page."""

from __future__ import annotations

from collections.abc import Iterator

from framing.compare.by_event import EVENT
from framing.compare.events import Event
from framing.evidence import Measure
from framing.report.catalog import Catalog
from framing.report.phrase import Link, Name, Phrase, phrase
from framing.report.tables import Body, Column, Row, Table, gathered
from framing.report.texts import title_of
from framing.report.wording import counted, day, many, number

MOST_COPIES, MOST_EVENTS = 60, 100


def beside(catalog: Catalog, linked: bool) -> Iterator[Table]:
    """Copies, and other events of a comparison by event; `linked` where the texts are on the page."""
    found = catalog.comparison.events
    if found is None:
        return
    if found.copies:
        yield _copies(catalog, linked)
    if catalog.comparison.by == EVENT:
        shown = {entry.group.name for entry in catalog.groups}
        others = [event for event in found if event.name not in shown]
        if others:
            yield _events(others)


def _copies(catalog: Catalog, linked: bool) -> Table:
    assert catalog.comparison.events is not None
    entries = {entry.scored.document.article.id: entry for entry in catalog.articles}
    outlets = {member.article: member.outlet for _, member in catalog.comparison.events.members}

    def named(article: str) -> Phrase:
        if article not in entries:
            return phrase(Name(article))
        entry = entries[article]
        return phrase(Link(title_of(entry), f"#{entry.id}") if linked else Name(title_of(entry)))

    copies = catalog.comparison.events.copies
    rows = tuple(
        Row(
            named(member.article),
            (
                phrase(Name(member.outlet or "–")),
                named(member.copy_of or ""),
                phrase(Name(outlets.get(member.copy_of or "", "") or "–")),
                phrase(number(Measure.share("copied_share", member.copied or 0.0, 1.0), "share")),
            ),
        )
        for member in copies[:MOST_COPIES]
    )
    columns = (
        Column("Article", False),
        Column("Outlet", False),
        Column("Carries the text of", False),
        Column("Its outlet", False),
        Column("Same words"),
    )
    note = (
        "At least half of the runs of six words of the shorter text stand in the other too. One agency text in several "
        "outlets is one voice: --copies once counts it once."
    )
    if len(copies) > MOST_COPIES:
        note += f" The first {MOST_COPIES} of {len(copies):,}; “framing events” lists all."
    return gathered(Table("t-copies", "Articles that carry the text of another", columns, (Body(rows),), note))


def _events(others: list[Event]) -> Table:
    several = [event for event in others if len(event.members) > 1]
    ranked = sorted(several, key=lambda event: (-len(event.outlets), -event.texts))[:MOST_EVENTS]
    rows = tuple(
        Row(
            phrase(Name(event.name)),
            (
                phrase(day(event.members[0].date)),
                phrase(Name(", ".join(event.outlets))),
                phrase(counted("other_articles", len(event.members))),
            ),
        )
        for event in ranked
    )
    columns = (Column("Event", False), Column("From", False), Column("Outlets", False), Column("Articles"))
    alone = len(others) - len(several)
    note = "Events that most outlets cover have a part of their own on this page; --events N sets how many."
    if len(several) > len(ranked):
        note += f" The first {len(ranked)} of {len(several):,} others; “framing events” lists all."
    if alone:
        note += f" Besides, {many(alone, 'article is', 'articles are')} alone on what they cover."
    return gathered(Table("t-events", "Events that are not compared here", columns, (Body(rows),), note))
