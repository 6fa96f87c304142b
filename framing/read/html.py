"""A web page -> the article in it, with trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import BinaryIO

from framing.article import Excluded
from framing.read.decode import mended
from framing.read.inputs import Source
from framing.read.options import ReadOptions
from framing.read.record import Notes, Record, place
from framing.read.streams import whole_text

# The first publication as the page states it; guessing dates out of its prose takes seconds and errs.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_SILENCE = logging.NullHandler()  # else Python prints on stderr what the parsers log about a page


def read_html(source: Source, stream: BinaryIO, options: ReadOptions, notes: Notes) -> Iterator[Record | Excluded]:
    """The article of a page: paragraphs with a blank line between them, and what its metadata say of it.

    Comments are left out, tables kept, and of two doubtful passages the one that may be no article is left out.
    """
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(_SILENCE)
    page = whole_text(stream, options.encoding, notes, markup=True)
    try:
        found = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            favor_precision=True,
            as_dict=False,
            date_extraction_params=_DATES,
        )
    except Exception as error:  # a parser may stumble over a hostile page in any way; the run goes on
        yield Excluded(place(source), f"the page cannot be taken apart: {type(error).__name__}")
        return
    if found is None or isinstance(found, dict) or not found.text:
        yield Excluded(place(source), "no article found in this page", kind="empty")
        return
    outlet = (found.sitename or found.hostname or "").strip().lstrip("@")
    yield Record(
        source,
        "\n\n".join(line for line in found.text.split("\n") if line.strip()),
        title=_without_site(found.title or "", outlet),
        outlet=mended(outlet),
        date=found.date,
        url=mended(found.url or ""),
    )


def _without_site(title: str, outlet: str) -> str:
    """The headline without the site's name that pages hang on their titles."""
    title = mended(title).strip()
    for dash in (" - ", " | ", " – ", " — "):
        if outlet and title.endswith(dash + outlet):
            return title[: -len(dash + outlet)].rstrip()
    return title
