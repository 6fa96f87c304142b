"""Who is quoted first, who has the last word, and who speaks in the headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from framing.report.catalog import Catalog, Found, GroupEntry, actor_of
from framing.report.phrase import Link, Name, Phrase, phrase
from framing.report.tables import Body, Column, Row, Table
from framing.report.wording import NOTHING

# More actors than this are not named in one cell.
_MOST = 3


def places_table(catalog: Catalog) -> Table:
    """An outlet a row: the actors of the first and the last quotation of its articles, and of headlines."""
    rows = []
    for entry in catalog.groups:
        first, last, headline = _places(catalog, entry)
        cells = (_named(catalog, first), _named(catalog, last), _named(catalog, headline))
        rows.append(Row(phrase(Name(entry.name)), cells, entry.id))
    caption = "Who comes first and who has the last word; where texts differ, the most frequent is named first"
    titles = ("Quoted first", "Has the last word", "Speaks in the headline")
    columns = (Column(catalog.one.capitalize(), False), *(Column(title, False) for title in titles))
    return Table("t-places", caption, columns, (Body(tuple(rows)),))


def _places(catalog: Catalog, entry: GroupEntry) -> tuple[list[Found], list[Found], list[Found]]:
    """The first and the last quotation of each text of a group, and those of its headlines."""
    texts: dict[str, list[Found]] = {}
    headlines = []
    for row in catalog.rows_of("sources", group=entry.id):
        if row.article.scored.document.article.in_headline(row.evidence.field, row.evidence.start):
            headlines.append(row)
        else:
            texts.setdefault(row.article.id, []).append(row)
    return [rows[0] for rows in texts.values()], [rows[-1] for rows in texts.values()], headlines


def _named(catalog: Catalog, rows: Iterable[Found]) -> Phrase:
    """Actors, the most frequent first, each leading to the first of its quotations."""
    counts: Counter[str] = Counter()
    places: dict[str, Found] = {}
    for row in rows:
        actor = actor_of(row.evidence)
        counts[actor] += 1
        places.setdefault(actor, row)
    pieces: list[Link | str] = []
    for actor in sorted(counts, key=lambda name: (-counts[name], name))[:_MOST]:
        pieces += [", "] if pieces else []
        pieces.append(Link(catalog.actor(actor), f"#e{places[actor].number}"))
    if len(counts) > _MOST:
        pieces.append(" and others")
    return phrase(*pieces) if pieces else phrase(NOTHING)
