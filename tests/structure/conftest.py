"""Articles analysed with every lexicon of the package."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from framing.article import Article
from framing.lexicon.load import packaged
from framing.scoring import analyser
from framing.spans import Field
from framing.structure.document import Passage

Analyse = Callable[..., Passage]


@pytest.fixture(scope="session")
def analyse() -> Analyse:
    """The text (or the title) of an article, analysed."""
    shared = analyser(tuple(packaged().values()))

    def analyse(text: str, *, title: str = "", date: str = "", field: Field = "text") -> Passage:
        day = dt.date.fromisoformat(date) if date else None
        document = shared.document(Article("a", text, title=title, date=day))
        return next(passage for passage in document.passages if passage.field == field)

    return analyse
