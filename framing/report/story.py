"""One event in several texts: the same statement in different words, and what was found in one of them only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.compare.comparison import Group
from framing.compare.same_story import same_story
from framing.compare.story import ItemKind, OnlyHere, Place, SameStory, Saying, Statement
from framing.report.catalog import Catalog, sentence_id
from framing.report.options import Texts
from framing.report.phrase import Link, Name, Phrase, Piece, phrase
from framing.report.tables import Body, Column, Row, Table
from framing.report.wording import listed, many, percent, shortened

STATEMENTS = 6
LONGEST_SAYING, LONGEST_CLAIM, LONGEST_SOURCE = 90, 70, 40
SHOWN: dict[ItemKind, tuple[str, int]] = {
    "source": ("Quoted by name", 5),
    "number": ("Figures", 5),
    "name": ("Named", 6),
    "claim": ("Said by a source", 3),
}


class StoryPage:
    """What the texts of one event share and do not share, from a comparison that is numbered for the page.

    Parameters
    ----------
    catalog : Catalog
    texts : {"full", "evidence", "none"}
        How much of the articles is on the page, and so how closely an item can lead to its passage.
    groups : sequence of Group
        Who tells it, with the articles on it.
    one : str
        What a group is called.
    key, title : str
        End of the ids of its tables, and name of the event; empty where it is the only one.
    """

    def __init__(
        self, catalog: Catalog, texts: Texts, groups: Sequence[Group], one: str, *, key: str = "", title: str = ""
    ) -> None:
        self._catalog = catalog
        self._texts = texts
        self._one = one
        self._key, self._title = key, title
        self._story: SameStory = same_story(groups)
        self._articles = {entry.scored.document.article.id: entry.id for entry in catalog.articles}
        self._names = {group.name: group.name or f"(no {one})" for group in groups}

    def tables(self) -> Iterator[Table]:
        """At most two; none where there is nothing for either."""
        return (table for table in (self._statements(), self._only_here()) if table)

    def _caption(self, caption: str) -> str:
        return f"{self._title}: {caption[:1].lower()}{caption[1:]}" if self._title else caption

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
            Column(self._one.capitalize(), False),
            Column("Verb", False),
            Column("Words", False),
            Column("How much of it"),
            Column("How far down"),
        )
        bodies = tuple(Body(tuple(map(self._saying, each.sayings)), self._heading(each)) for each in shown)
        hidden = len(found) - len(shown)
        more = f" {many(hidden, 'more statement')} by “framing story”." if hidden else ""
        note = (
            "Quoted word for word, or given to the same actor in much the same rare words. “How much of it” is the "
            "share of the fullest report’s words; “how far down” is the share of the article that stands before it."
            + more
        )
        return Table(f"t-same{self._key}", self._caption("The same statement, different words"), columns, bodies, note)

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
            Column(self._one.capitalize(), False),
            *(Column(title, False) for title, _ in SHOWN.values()),
        )
        rows = tuple(
            Row(phrase(Name(self._names[group])), tuple(self._items(group, kind) for kind in SHOWN))
            for group in self._story.groups
        )
        return Table(f"t-only{self._key}", self._caption("Found only here"), columns, (Body(rows),), self._note())

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
            f"{named}Not found in the texts of the other {self._one}s, in any spelling looked for; claims only "
            "where hardly any of their rare words stand together elsewhere. The rest by “framing story”."
        )

    def caution(self) -> str:
        """What must not be read into it."""
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
