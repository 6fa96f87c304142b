"""What every scorer is tried on: those of the package, and those that other packages offer."""

from __future__ import annotations

import datetime as dt

import pytest

from framing import FrameScorer
from framing.article import Article
from framing.scoring import TextScorer, available_scorers

TEXTS = [
    'The army is a threat to the town. "There is no threat at all," the Kremlin said on Monday. It rained.',
    "The Kremlin claimed that the talks might fail. Kyiv denied that it had refused them, according to officials.",
    "It may rain in the harbour town. Nobody spoke. The road was clearly open, a threat to none.",
    "",
    "“We will defend our borders,” the Ukrainian president said.\n\n“Sanctions must follow,” he added, warning of war.",
    "Москва заявила, что переговоры сорваны. قالت موسكو إن المحادثات فشلت. 北京表示谈判失败。",
]
ARTICLES = [
    Article(id=f"a{number}", text=text, title="War looms", outlet="The Harbour Post", date=dt.date(2022, 2, 15))
    for number, text in enumerate(TEXTS)
]


# Frames by lexicon alone are not among those of a run, where they are found by lexicon and model.
SCORERS = {**available_scorers(), "frames by lexicon": FrameScorer}


@pytest.fixture(params=sorted(SCORERS))
def scorer(request: pytest.FixtureRequest) -> TextScorer:
    """A scorer as its constructor makes it, not fitted."""
    return SCORERS[request.param]()


@pytest.fixture(scope="session")
def texts() -> list[str]:
    """Short invented news, one of them empty."""
    return list(TEXTS)


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    """The same as articles, with titles."""
    return list(ARTICLES)
