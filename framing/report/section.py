"""A section of the page that consists of figures and tables."""

from __future__ import annotations

from dataclasses import dataclass

from framing.report.charts import Figure
from framing.report.phrase import Phrase
from framing.report.tables import Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a few words, figures, tables.

    Parameters
    ----------
    id, nav, kicker, title : str
        Its anchor, its name in the navigation, the question it belongs to, its heading.
    intro : tuple of Phrase
        A paragraph each.
    figures : tuple of Figure
    tables : tuple of Table
        Further tables, closed until asked for.
    caution : str
        What must not be read into it.
    """

    id: str
    nav: str
    kicker: str
    title: str
    intro: tuple[Phrase, ...]
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...] = ()
    caution: str = ""
