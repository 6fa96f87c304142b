"""Every word that marks commitment or reports, where it does and where it does not: the pairs of contrasts.txt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from framing.article import Article
from framing.scorers.hedging import HedgingScorer
from framing.scorers.reporting import ReportingScorer

FILE = Path(__file__).with_name("contrasts.txt")
HEDGING, REPORTING = HedgingScorer().fit(), ReportingScorer().fit()


def pairs() -> Iterator[tuple[str, str, str, str]]:
    """Kind, word, the sentence in which it counts, the one in which it does not."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, word, counts, does_not = line.split(" | ")
            yield kind, word, counts, does_not


PAIRS = list(pairs())


def found(kind: str, sentence: str, word: str) -> list[tuple[str, str]]:
    """What counts as a kind at a word of a sentence, and for reporting cues their stance and act."""
    scorer = REPORTING if kind == "report" else HEDGING
    rows = scorer.find(scorer.analyser_.document(Article("a", sentence)))
    places = [match.span() for match in re.finditer(rf"\b{re.escape(word)}\b", sentence.lower())]
    return [
        (row.surface, row.label)
        for row in rows
        if kind in ("report", row.label) and any(row.start < end and start < row.end for start, end in places)
    ]


def test_there_are_enough_of_every_kind():
    kinds = Counter(kind.split(":")[0] for kind, *_ in PAIRS)

    same = [word for _, word, _, does_not in PAIRS if any(part in does_not.lower() for part in word.split())]

    assert len(same) >= 150
    assert min(kinds.values()) >= 7
    assert kinds.keys() == {
        "hedge", "booster", "evidential", "attitude", "presupposition", "approximator", "distance", "report",
    }  # fmt: skip
    assert len(set(PAIRS)) == len(PAIRS)


@pytest.mark.parametrize(("kind", "word", "counts", "does_not"), PAIRS, ids=[f"{p[0]} {p[1]}: {p[2]}" for p in PAIRS])
def test_a_word_counts_where_it_should_and_only_there(kind, word, counts, does_not):
    name, _, label = kind.partition(":")
    there = found(name, counts, word)

    assert there, f"not found in: {counts}"
    assert label in ("", there[0][1])
    assert [surface for part in word.split() for surface, _ in found(name, does_not, part) if len(part) > 2] == []
