"""What was compared, what was left out and why, and how the articles begin."""

from __future__ import annotations

from dataclasses import dataclass

from framing.compare.by_event import copied
from framing.report.beside import beside
from framing.report.catalog import ArticleEntry, Catalog, GroupEntry
from framing.report.highlight import Paragraph
from framing.report.options import Texts
from framing.report.phrase import Link, Name, Phrase, phrase
from framing.report.tables import Body, Column, Row, Table, gathered
from framing.report.texts import OPENINGS_A_GROUP, Reader, title_of
from framing.report.wording import address, counted, day, many, period


@dataclass(frozen=True, slots=True)
class Compared:
    """The articles, the inputs left out, notes on reading them, and copies and events that stand beside them."""

    articles: Table
    excluded: Table | None
    notes: tuple[str, ...]
    beside: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Beginning:
    """How one article begins."""

    id: str
    title: str
    day: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """How the articles of one group begin; `more` tells of those not shown here."""

    group: str
    beginnings: tuple[Beginning, ...]
    more: str


def dek(catalog: Catalog) -> Phrase:
    """The line under the headline of the page."""
    articles = catalog.articles
    when = period(article.scored.document.article.date for article in articles)
    words = sum(article.scored.document.words for article in articles)
    return phrase(
        counted("articles", len(articles)), " articles from " if len(articles) != 1 else " article from ",
        counted("groups", len(catalog.groups)), f" {catalog.more if len(catalog.groups) != 1 else catalog.one}, ",
        counted("words", words), f" words{', ' + when if when else ''}",
    )  # fmt: skip


def headline(catalog: Catalog) -> str:
    """A title for a page that was given none."""
    groups = len(catalog.groups)
    what = many(groups, catalog.one)
    if catalog.comparison.by == "event" and groups:
        return f"How {what} {'was' if groups == 1 else 'were'} told"
    if catalog.comparison.mode == "same-story" and groups > 1:
        return f"One story, told by {what}"
    return f"How {what} framed the news" if groups else "Nothing to compare"


def compared(catalog: Catalog, texts: Texts) -> Compared:
    """Every article and every input that gave none."""
    rows = tuple(_row(article, texts) for article in catalog.articles)
    columns = (
        Column("Article", False),
        Column(catalog.one.capitalize(), False),
        Column("Date", False),
        *(Column(title) for title in FIGURES),
    )
    note = (
        "“Quoted” words are those given to a source, word for word or in paraphrase. Lines left out are credits, "
        "links to other stories and the like: they are shown grey in the texts and counted nowhere."
    )
    table = gathered(Table("t-articles", "Articles compared", columns, (Body(rows),), note))
    events = catalog.comparison.events
    notes = [copied(events)] if events and events.copies else []
    return Compared(
        table,
        _excluded(catalog),
        tuple(sorted((*catalog.comparison.notes, *(f"{note[:1].upper()}{note[1:]}." for note in notes)))),
        tuple(beside(catalog, texts != "none")),
    )


FIGURES = ("Words", "Its own", "Quoted", "Sentences", "Lines left out")


def _row(article: ArticleEntry, texts: Texts) -> Row:
    document = article.scored.document
    source = document.article
    title = title_of(article)
    header = phrase(Link(title, f"#{article.id}")) if texts != "none" else phrase(Name(title))
    if url := address(source.url):
        header += phrase(" ", Link("↗ source", url))
    figures = (
        counted("words", document.words),
        counted("own_words", document.words - document.quoted_words),
        counted("quoted_words", document.quoted_words),
        counted("sentences", document.sentences),
        counted("masked_stretches", len(source.masked)),
    )
    date = day(source.date).replace(" ", "\u00a0")
    cells = (phrase(Name(article.group.name)), phrase(date), *(phrase(figure) for figure in figures))
    return Row(header, cells, article.group.id, article.id)


def _excluded(catalog: Catalog) -> Table | None:
    excluded = sorted(catalog.comparison.excluded, key=lambda item: (item.origin, item.kind, item.reason))
    if not excluded:
        return None
    rows = tuple(Row(phrase(Name(item.origin)), (phrase(item.reason), phrase(item.remedy or "–"))) for item in excluded)
    columns = (Column("Input", False), Column("Why it was left out", False), Column("What would let it in", False))
    return Table("t-excluded", "Left out", columns, (Body(rows),))


def openings(catalog: Catalog, reader: Reader) -> tuple[Opening, ...]:
    """Headlines and first paragraphs, group by group in alphabetical order."""
    return tuple(_opening(catalog, entry, reader) for entry in catalog.groups)


def _opening(catalog: Catalog, entry: GroupEntry, reader: Reader) -> Opening:
    articles = [article for article in catalog.articles if article.group is entry]
    if catalog.comparison.by != "outlet":
        articles = _outlets_first(articles)
    shown = articles[:OPENINGS_A_GROUP]
    hidden = len(articles) - len(shown)
    return Opening(
        entry.name,
        tuple(
            Beginning(article.id, title_of(article), _when(catalog, article), reader.opening(article))
            for article in shown
        ),
        f"and {many(hidden, 'more article')}" if hidden else "",
    )


def _when(catalog: Catalog, article: ArticleEntry) -> str:
    """Its day, and its outlet where that is not what the group tells."""
    source = article.scored.document.article
    outlet = source.outlet if catalog.comparison.by != "outlet" else ""
    return f"{outlet}, {day(source.date)}" if outlet else day(source.date)


def _outlets_first(articles: list[ArticleEntry]) -> list[ArticleEntry]:
    """The first article of every outlet, then the others."""
    first: dict[str, ArticleEntry] = {}
    for article in articles:
        first.setdefault(article.scored.document.article.outlet, article)
    return [*first.values(), *(article for article in articles if article not in first.values())]
