"""Which events are told side by side: the one that all texts are on, or the largest of many, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.compare.by_event import EVENT, largest
from framing.compare.comparison import Group
from framing.report.catalog import Catalog
from framing.report.options import Texts
from framing.report.phrase import Phrase, phrase
from framing.report.section import Section
from framing.report.story import StoryPage
from framing.report.tables import Table
from framing.scoring import Scored

# Beyond these, articles are hardly on one event, and cannot be read side by side.
MOST_ARTICLES = 60
# Of a page on outlets; one on events has them all.
MOST_STORIES = 6


@dataclass(frozen=True, slots=True)
class Told:
    """One event as several groups tell it.

    Parameters
    ----------
    key : str
        Ends the ids of its tables; empty where there is but one event.
    title : str
        Its name; empty where there is but one.
    groups : tuple of Group
        Who tells it, with the articles on it.
    """

    key: str
    title: str
    groups: tuple[Group, ...]

    @property
    def articles(self) -> int:
        """How many there are."""
        return sum(len(group.articles) for group in self.groups)


def story_section(catalog: Catalog, texts: Texts) -> Section | None:
    """What the texts of an event share and do not share, event by event; none where no event is told twice.

    Parameters
    ----------
    catalog : Catalog
    texts : {"full", "evidence", "none"}
        How much of the articles is on the page, and so how closely an item can lead to its passage.
    """
    told = [each for each in _told(catalog) if len(each.groups) > 1 and each.articles <= MOST_ARTICLES]
    one = "outlet" if catalog.comparison.by == EVENT else catalog.one
    pages = [StoryPage(catalog, texts, each.groups, one, key=each.key, title=each.title) for each in told]
    tables: list[Table] = [table for page in pages for table in page.tables()]
    if not tables:
        return None
    return Section(
        "story",
        "Same story",
        "Side by side",
        "The same statement, different words",
        tuple(_intro(catalog, one, told)),
        (),
        tuple(tables),
        pages[0].caution() if len(pages) == 1 else SEVERAL,
    )


SEVERAL = (
    "“Not found” does not mean left out: it may be said in other words, not yet have been known, or have been cut off "
    "in a text that is short."
)


def _intro(catalog: Catalog, one: str, told: list[Told]) -> Iterator[Phrase]:
    yield phrase(
        f"What more than one {one} reports of what somebody said, and what was found in the texts of one {one} only."
        + ("" if any(each.key for each in told) else " Every item leads to its passage.")
    )
    if not any(each.key for each in told):
        return
    if catalog.comparison.by == EVENT:
        yield phrase(f"Event by event, for those that more than one {one} covers.")
        return
    yield phrase(
        f"Texts are set side by side only within an event, and only up to {MOST_ARTICLES} of them: here the events "
        f"that most {one}s cover, at most {MOST_STORIES}. “framing events” lists all, “framing report --by event” "
        "compares them."
    )


def _told(catalog: Catalog) -> Iterator[Told]:
    comparison = catalog.comparison
    if comparison.by == EVENT:
        for entry in catalog.groups:
            yield Told(f"-{entry.id}", entry.name, _by_outlet(entry.group.articles))
    elif comparison.mode == "same-story" and comparison.by != "date" and len(catalog.articles) <= MOST_ARTICLES:
        yield Told("", "", tuple(entry.group for entry in catalog.groups))
    elif comparison.events is not None and comparison.by != "date":
        group_of = {entry.scored.document.article.id: entry for entry in catalog.articles}
        events = [
            event
            for event in comparison.events
            if event.texts <= MOST_ARTICLES
            and len({group_of[each.article].group.id for each in event.members if each.article in group_of}) > 1
        ]
        for number, event in enumerate(largest(events, MOST_STORIES), 1):
            mine: dict[str, list[Scored]] = {}
            for member in event.members:
                if here := group_of.get(member.article):
                    mine.setdefault(here.group.group.name, []).append(here.scored)
            yield Told(f"-e{number}", event.name, tuple(Group(name, tuple(rows), ()) for name, rows in mine.items()))


def _by_outlet(articles: tuple[Scored, ...]) -> tuple[Group, ...]:
    mine: dict[str, list[Scored]] = {}
    for scored in articles:
        mine.setdefault(scored.document.article.outlet, []).append(scored)
    return tuple(Group(name, tuple(rows), ()) for name, rows in mine.items() if name)
