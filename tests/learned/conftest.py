"""A small coding to learn from, and models made of it."""

from __future__ import annotations

import pytest

from framing.learned.labelled import Coded, Table
from framing.learned.train import Trained, train

PLACES = "amber birch cedar dove elm fir gorse hazel iris juniper".split()
LOADED = "The shameless {} council lied again about its rotten deal."
PLAIN = "The {} council met on Monday to vote on the road."


@pytest.fixture(scope="session")
def table() -> Table:
    """Twenty sentences, loaded or plain, of five outlets."""
    rows = []
    for number, place in enumerate(PLACES):
        for text, label in ((LOADED, "biased"), (PLAIN, "non-biased")):
            outlet = f"outlet {number % 5}"
            coders = (frozenset((label,)), frozenset((label if number else "non-biased",)))
            rows.append(Coded(len(rows) + 1, text.format(place), frozenset((label,)), (outlet,), coders))
    return Table(rows, several=False)


@pytest.fixture(scope="session")
def trained(table) -> Trained:
    """A model of it."""
    return train(table, "loaded", group_cols=("outlet",))
