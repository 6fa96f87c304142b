"""One event in several texts: the same statement in different words, and what was found in one of them only."""

from __future__ import annotations

from collections.abc import Iterator

from framing.compare.same_story import same_story
from framing.compare.story import ItemKind, OnlyHere, Place, SameStory, Saying, Statement
from framing.report.catalog import Catalog, sentence_id
from framing.report.options import Texts
from framing.report.phrase import Link, Name, Phrase, Piece, phrase
from framing.report.section import Section
from framing.report.tables import Body, Column, Row, Table
from framing.report.wording import listed, many, percent, shortened

# Beyond these, articles are not read side by side, and are hardly on one event.
MOST_ARTICLES = 60
STATEMENTS = 6
LONGEST_SAYING, LONGEST_CLAIM, LONGEST_SOURCE = 90, 70, 40
SHOWN: dict[ItemKind, tuple[str, int]] = {
    "source": ("Quoted by name", 5),
    "number": ("Figures", 5),
    "name": ("Named", 6),
    "claim": ("Said by a source", 3),
}
NOT_OF_ONE_EVENT = ("event", "date")


def story_section(catalog: Catalog, texts: Texts) -> Section | None:
    """What the texts of one event share and do not share; none where they are not read side by side.

    Parameters
    ----------
    catalog : Catalog
    texts : {"full", "evidence", "none"}
        How much of the articles is on the page, and so how closely an item can lead to its passage.
    """
    comparison = catalog.comparison
    few = len(catalog.groups) > 1 and len(catalog.articles) <= MOST_ARTICLES
    if comparison.mode != "same-story" or comparison.by in NOT_OF_ONE_EVENT or not few:
        return None
    return StoryPage(catalog, texts).section()


class StoryPage:
    """The section, from a comparison that is numbered for the page."""

    def __init__(self, catalog: Catalog, texts: Texts) -> None:
        self._catalog = catalog
        self._texts = texts
        self._story: SameStory = same_story([entry.group for entry in catalog.groups])
        self._articles = {entry.scored.document.article.id: entry.id for entry in catalog.articles}
        self._names = {entry.group.name: entry.name for entry in catalog.groups}

    def section(self) -> Section | None:
        """Two tables; none where there is nothing for either."""
        tables = tuple(table for table in (self._statements(), self._only_here()) if table)
        if not tables:
            return None
        return Section(
            "story",
            "Same story",
            "Side by side",
            "The same statement, different words",
            (
                phrase(
                    f"What more than one {self._catalog.one} reports of what somebody said, and what was found in the "
                    f"texts of one {self._catalog.one} only. Every item leads to its passage."
                ),
            ),
            (),
            tables,
            self._caution(),
        )

    def _href(self, place: Place) -> str:
        article = self._articles[place.article]
        if self._texts == "none":
            return ""
        return f"#{sentence_id(article, place.field, place.sentence) if self._texts == 'full' else article}"

    def _link(self, text: str, place: Place) -> Piece:
        href = self._href(place)
        return Link(text, href) if href else Name(text)

    # -- statements ------------------------------------------------------------------------------------------------

    def _statements(self) -> Table | None:
        found = self._story.statements
        if not found:
            return None
        shown = found[:STATEMENTS]
        columns = (
            Column(self._catalog.one.capitalize(), False),
            Column("Verb", False),
            Column("Words", False),
            Column("How much of it"),
            Column("How far down"),
        )
        bodies = tuple(Body(tuple(map(self._saying, each.sayings)), self._heading(each)) for each in shown)
        hidden = len(found) - len(shown)
        more = f" {many(hidden, 'more statement')} by `framing story`." if hidden else ""
        note = (
            "Quoted word for word, or given to the same actor in much the same rare words. “How much of it” is the "
            "share of the fullest report’s words; “how far down” is the share of the article that stands before it."
            + more
        )
        return Table("t-same", "The same statement, different words", columns, bodies, note)

    def _heading(self, statement: Statement) -> Phrase:
        how = "word for word" if statement.verbatim else "in paraphrase"
        who = self._catalog.actor(statement.actor) if statement.actor else "somebody not resolved"
        return phrase(Name(who), f", {how}: {', '.join(statement.shared)}")

    def _saying(self, saying: Saying) -> Row:
        cue = Name(shortened(saying.cue, LONGEST_SOURCE).lower()) if saying.cue else "no verb"
        stance = f" ({saying.stance})" if saying.cue and saying.stance != "neutral" else ""
        cells = (
            phrase(cue, stance),
            phrase(self._link(shortened(saying.text, LONGEST_SAYING), saying.place)),
            phrase(percent(saying.share)),
            phrase(percent(saying.place.position)),
        )
        return Row(phrase(Name(self._names[saying.place.group])), cells)

    # -- only here -------------------------------------------------------------------------------------------------

    def _only_here(self) -> Table | None:
        if not self._story.only_here:
            return None
        columns = (
            Column(self._catalog.one.capitalize(), False),
            *(Column(title, False) for title, _ in SHOWN.values()),
        )
        rows = tuple(
            Row(phrase(Name(self._names[group])), tuple(self._items(group, kind) for kind in SHOWN))
            for group in self._story.groups
        )
        return Table("t-only", "Found only here", columns, (Body(rows),), self._note())

    def _items(self, group: str, kind: ItemKind) -> Phrase:
        found = list(self._story.items(group, kind))
        shown = found[: SHOWN[kind][1]]
        pieces: list[Piece | str] = []
        for item in shown:
            pieces += [" · "] if pieces else []
            pieces += list(self._item(item))
        if hidden := len(found) - len(shown):
            pieces.append(f" · {hidden} more")
        return phrase(*pieces) if pieces else phrase("–")

    def _item(self, item: OnlyHere) -> Iterator[Piece | str]:
        text = shortened(item.text, LONGEST_CLAIM if item.kind == "claim" else LONGEST_SOURCE)
        yield self._link(text, item.places[0])
        if item.named_elsewhere:
            yield "*"

    def _note(self) -> str:
        starred = any(item.named_elsewhere for item in self._story.only_here)
        named = "* Named in another text, but not quoted there. " if starred else ""
        return (
            f"{named}Not found in the texts of the other {self._catalog.more}, in any spelling looked for; claims only "
            "where hardly any of their rare words stand together elsewhere. The rest by `framing story`."
        )

    def _caution(self) -> str:
        said = "“Not found” does not mean left out: it may be said in other words, or not yet have been known."
        if all(text.complete for text in self._story.texts):
            return said
        return f"{said} Some texts are short or seem cut off, and say little by what is not in them: {self._listed()}."

    def _listed(self) -> str:
        counts: dict[str, int] = {}
        for text in self._story.texts:
            if not text.complete:
                counts[text.group] = counts.get(text.group, 0) + 1
        parts = []
        for group, count in counts.items():
            whole = sum(text.group == group for text in self._story.texts)
            parts.append(f"{self._names[group]} ({count} of {whole})")
        return listed(parts)
