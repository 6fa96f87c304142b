"""Invented events and outlets that cover them: places, people and deeds no two events share, words that all share."""

from __future__ import annotations

import datetime as dt
import random

from framing.article import Article

OUTLETS = ("Harbour Post", "Strait Tribune", "Lodestar Wire", "Brenn Ledger")
START = dt.date(2031, 3, 1)
_SYLLABLES = "ba bo de di fa fo ga gu ha ho ka ki la lo ma mu na no pa po ra ro sa so ta to va vo za zu".split()


def _name(source: random.Random) -> str:
    return "".join(source.choices(_SYLLABLES, k=3)).capitalize()


def _word(source: random.Random) -> str:
    return "".join(source.choices(_SYLLABLES, k=4))


_COMMON = [_word(random.Random(f"common {at}")) for at in range(400)]


def event(number: int, *, day: int | None = 0, outlets: int = 3, topic: int | None = None) -> list[Article]:
    """Articles of several outlets on one event; events of one topic share some of their names and words."""
    source = random.Random(f"event {number}")
    names, words = [_name(source) for _ in range(6)], [_word(source) for _ in range(12)]
    if topic is not None:
        shared = random.Random(f"topic {topic}")
        names += [_name(shared) for _ in range(6)]
        words += [_word(shared) for _ in range(12)]
    articles = []
    for at in range(outlets):
        writer = random.Random(f"{number} {at}")
        sentences = []
        for _ in range(14):
            said = writer.choices(_COMMON, k=7) + writer.choices(words, k=3)
            writer.shuffle(said)
            sentences.append(f"The {' '.join(said[:5])} of {writer.choice(names)} {' '.join(said[5:])}.")
        articles.append(
            Article(
                id=f"e{number}-{at}",
                text=" ".join(sentences),
                title=f"{writer.choice(names)} and the {writer.choice(words)}",
                outlet=OUTLETS[at % len(OUTLETS)],
                date=None if day is None else START + dt.timedelta(days=day),
            )
        )
    return articles


def true_pairs(articles: list[Article]) -> set[frozenset[str]]:
    """Pairs of ids that are on one event."""
    return {
        frozenset((one.id, other.id))
        for one in articles
        for other in articles
        if one.id != other.id and one.id.split("-")[0] == other.id.split("-")[0]
    }
