"""Invented coverage with known differences, for tests of corpus mode."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from framing.article import Article

FILLER = (
    "The valley was quiet after the rain.",
    "Boats came back to the quay before noon.",
    "A market opened in the old town square.",
    "Children walked home along the river path.",
    "The library will stay open until late on Friday.",
)
THREATS = (
    "The army is a threat to the town.",
    "Troops massed along the river.",
    "An attack on the bridge looked near.",
    "Officers spoke of an invasion of the valley.",
)
TALKS = "Envoys agreed to hold peace talks next week."
QUOTED = '"There is no danger to anybody here," the Kremlin said.'


def article(
    outlet: str,
    number: int,
    chance: random.Random,
    threat: float,
    *,
    event: str = "",
    threats: Sequence[str] = THREATS,
) -> Article:
    """An article of a few sentences, each a threat with some probability."""
    lines = [chance.choice(threats) if chance.random() < threat else chance.choice(FILLER) for _ in range(12)]
    lines += [QUOTED if chance.random() < 0.5 else TALKS]
    return Article(
        id=f"{outlet}-{number:03}",
        outlet=outlet,
        title=f"Notes from the valley, {number}",
        text=" ".join(lines),
        date=dt.date(2031, 3, 1) + dt.timedelta(days=number % 28),
        extra=(("event", event),) if event else (),
    )


def coverage(
    outlets: dict[str, float], size: int = 24, *, seed: int = 1, events: int = 0, threats: Sequence[str] = THREATS
) -> list[Article]:
    """Articles of outlets, each with its own share of threatening sentences; of shared events, if there are any."""
    chance = random.Random(seed)
    return [
        article(outlet, number, chance, threat, event=f"event {number % events}" if events else "", threats=threats)
        for outlet, threat in outlets.items()
        for number in range(size)
    ]
