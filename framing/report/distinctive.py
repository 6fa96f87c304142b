"""Words, order of sources and change over time, of many articles."""

from __future__ import annotations

import math
from collections.abc import Iterator

from framing.compare.results import Coverage, Statistics
from framing.compare.sentences import number
from framing.evidence import MeasureSpec
from framing.report.catalog import Catalog
from framing.report.inferred import figure, ratio, spread
from framing.report.phrase import Name, Phrase, phrase
from framing.report.section import Section
from framing.report.tables import Body, Column, Row, Table
from framing.report.wording import titled

MOST_WORDS = 12
MOST_LABELS = 8
_SHARE = MeasureSpec("share", "", "share", "")
_KINDS = {
    "source": ("Who is quoted", "quotations with a known source"),
    "actor": ("Who is named at all", "mentions of known actors"),
    "frame": ("Which frames are put forward", "passages that put a frame forward"),
}


def words_section(catalog: Catalog, found: Statistics) -> Section | None:
    """The words that set each group apart from all others."""
    if not found.words:
        return None
    bodies = []
    for entry in catalog.groups:
        mine = [word for word in found.words if word.group == entry.group.name][:MOST_WORDS]
        rows = tuple(
            Row(
                phrase(Name(word.word)),
                (
                    phrase(ratio(f"{word.per_1000:.2f}", word.per_1000, word.count, word.words)),
                    phrase(
                        ratio(f"{word.rest_per_1000:.2f}", word.rest_per_1000, word.rest_count, word.rest_words, "rest")
                    ),
                    phrase(figure(f"{word.articles:,}", word.articles, "articles")),
                    phrase(figure(f"{word.z:.1f}", word.z, "z")),
                    phrase(figure(f"{word.z_articles:.1f}", word.z_articles, "z-articles")),
                    phrase("yes" if word.holds else "we cannot tell"),
                ),
                entry.id,
                measure="word_per_1000",
            )
            for word in mine
        )
        if rows:
            bodies.append(Body(rows, phrase(Name(entry.name))))
    columns = (
        Column("Word", False),
        Column("Per 1,000 words here"),
        Column("In all others"),
        Column("Articles"),
        Column("z of words"),
        Column("z of articles"),
        Column("Holds", False),
    )
    note = (
        "Ranked by the weighted log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), "
        f"one {catalog.one} against all others. The second z takes articles, not words, as observations; a word holds "
        "if that z remains after correction. Each word occurs in two articles at least; names of outlets are left out."
    )
    return Section(
        "words",
        "Words",
        "How it is said",
        "Distinctive words",
        (phrase(f"Words that one {catalog.one} uses more than all others together, the surest first."),),
        (),
        (Table("t-words", "Distinctive words", columns, tuple(bodies), note),),
        "Words tell topics and house style as much as framing: an agency’s dateline is as distinctive as its choice "
        "between “conflict” and “invasion”.",
    )


def coverage_section(catalog: Catalog, found: Statistics) -> Section | None:
    """Shares and order of actors, sources and frames."""
    tables = [table for kind in _KINDS for table in _coverage(catalog, found, kind)]
    if not tables:
        return None
    return Section(
        "coverage",
        "Coverage",
        "Who speaks",
        "Whom the coverage is about, and who comes first",
        (phrase("Shares with 95% intervals, and how often each comes first in an article."),),
        (),
        tuple(tables),
        "Where many sources cannot be resolved, shares of the others can be compared only with care.",
    )


def _coverage(catalog: Catalog, found: Statistics, kind: str) -> Iterator[Table]:
    title, whole = _KINDS[kind]
    rows = [row for row in found.coverage if row.kind == kind and not row.period]
    labels = list(dict.fromkeys(row.label for row in rows))[:MOST_LABELS]
    if not labels:
        return
    bodies = []
    for label in labels:
        mine = {row.group: row for row in rows if row.label == label}
        lines = tuple(
            Row(phrase(Name(entry.name)), _cells(mine[entry.group.name]), entry.id, measure=f"coverage_{kind}_share")
            for entry in catalog.groups
            if entry.group.name in mine
        )
        name = titled(label) if kind == "frame" else catalog.full_actor(label)
        bodies.append(Body(lines, phrase(Name(name)), label))
    columns = (
        Column(catalog.one.capitalize(), False),
        Column("Number"),
        Column(f"Share of {whole} (95% interval)"),
        Column("Share of articles"),
        Column("Comes first in"),
        Column("Mean place"),
    )
    note = (
        "“Comes first in”: share of the articles with anything of this kind. Mean place: among those of its kind in an "
        "article, by first occurrence, where it occurs."
    )
    yield Table(f"t-coverage-{kind}", title, columns, tuple(bodies), note)


def _cells(row: Coverage) -> tuple[Phrase, ...]:
    share = ratio(number(row.share, _SHARE), row.share, row.count, row.whole)
    bounds = () if math.isnan(row.low) else (" (", *spread(row.low, row.high, _SHARE), ")")
    return (
        phrase(figure(f"{row.count:,}", row.count, "count")),
        phrase(share, *bounds),
        phrase(figure(number(row.articles_share, _SHARE), row.articles_share, "articles-share")),
        phrase(figure(number(row.first_share, _SHARE), row.first_share, "first-share")),
        phrase("–" if math.isnan(row.rank) else figure(f"{row.rank:.1f}", row.rank, "rank")),
    )


def time_section(catalog: Catalog, found: Statistics) -> Section | None:
    """Frames in the outlets' own voice by week or month, where there are three of them."""
    periods = sorted({row.period for row in found.periods if row.articles})
    numbered = {row.period for row in found.periods if not math.isnan(row.value)}
    if len(numbered) < 3:
        return None
    values = {(row.group, row.measure, row.period): row for row in found.periods}
    bodies = []
    for kind in catalog.frames:
        name = f"{kind.label}_own_per_1000"
        if not catalog.has(name):
            continue
        spec = catalog.spec(name)
        lines = []
        for entry in catalog.groups:
            cells = []
            for period in periods:
                row = values.get((entry.group.name, name, period))
                if row is None or math.isnan(row.value):
                    cells.append(phrase("–"))
                    continue
                rate = ratio(number(row.value, spec), row.value, row.numerator, row.denominator)
                cells.append(phrase(rate, " (", *spread(max(row.low, 0), row.high, spec), ")"))
            lines.append(Row(phrase(Name(entry.name)), tuple(cells), entry.id, measure=name))
        bodies.append(Body(tuple(lines), phrase(kind.title)))
    if not bodies:
        return None
    columns = (Column(catalog.one.capitalize(), False), *(Column(period, label=period) for period in periods))
    return Section(
        "time",
        "Over time",
        "Show me",
        "Frames over time",
        (
            phrase(
                "Passages per 1,000 words of the outlet’s own, with 95% intervals; nothing for fewer than ten articles."
            ),
        ),
        (),
        (Table("t-time", "Frames in the outlets’ own voice by period", columns, tuple(bodies)),),
        "Events drive the curve: compare outlets within a period before periods within an outlet.",
    )
