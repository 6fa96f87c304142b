"""Tables to take away, as links that work without scripts."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from framing.evidence import Measure
from framing.report.catalog import Catalog

# Beyond this the link would weigh more than it is worth; `framing score` gives the same rows.
MOST_ARTICLES = 12
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Download:
    """A file inside a link."""

    name: str
    label: str
    href: str


def downloads(catalog: Catalog) -> tuple[Download, ...]:
    """Measures of every article, or, where these are too many, of every group."""
    names = [spec.name for spec in catalog.comparison.specs]
    by = catalog.comparison.by
    if len(catalog.articles) > MOST_ARTICLES:
        groups = [[entry.id, entry.name, *_values(names, entry.group.measures)] for entry in catalog.groups]
        return (_file("groups", f"Measures by {catalog.one}", ["id", by, *names], groups),)
    articles = []
    for article in catalog.articles:
        source = article.scored.document.article
        day = source.date.isoformat() if source.date else ""
        texts = [article.id, source.id, article.group.name, day]
        articles.append([*texts, *_values(names, article.scored.card.measures)])
    return (_file("articles", "Measures by article", ["id", "article", by, "date", *names], articles),)


Cell = str | float


def _values(names: Sequence[str], measures: Sequence[Measure]) -> list[Cell]:
    found = {measure.name: measure.value for measure in measures}
    return [found.get(name, math.nan) for name in names]


def _file(name: str, label: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Download:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_written(cell) for cell in row])
    return Download(f"{name}.csv", label, f"data:text/csv;charset=utf-8,{quote(text.getvalue(), safe=',')}")


def _written(cell: Cell) -> str:
    """A number with enough digits, nothing where there is none, and text on one line that is no formula."""
    if isinstance(cell, str):
        return harmless(re.sub(r"[\r\n]+", " ", cell))
    return "" if math.isnan(cell) else f"{cell:.4g}"


def harmless(text: str) -> str:
    """Text that a spreadsheet does not take for a formula (OWASP ASVS 1.2.10)."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text
