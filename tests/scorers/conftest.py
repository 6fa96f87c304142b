"""A scorer on one article: its evidence and its measures."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from framing.article import Article
from framing.evidence import Evidence, Measure
from framing.scoring import TextScorer


class Found(NamedTuple):
    """What a scorer found in an article."""

    evidence: tuple[Evidence, ...]
    measures: dict[str, Measure]

    def __getitem__(self, name: str) -> float:
        return self.measures[name].value

    def parts(self, name: str) -> tuple[float, float | None]:
        """Numerator and denominator."""
        return self.measures[name].numerator, self.measures[name].denominator


@pytest.fixture
def score() -> Callable[..., Found]:
    """Score a text, or an article of it with more fields."""

    def score(scorer: TextScorer, text: str, **fields: object) -> Found:
        document = scorer.fit().analyser_.document(Article("a", text, **fields))
        evidence = scorer.find(document)
        return Found(evidence, {measure.name: measure for measure in scorer.measure(document, evidence)})

    return score


@pytest.fixture
def python() -> Callable[[str], None]:
    """Run a line in a fresh Python."""

    def python(line: str) -> None:
        subprocess.run([sys.executable, "-c", line], check=True, cwd=Path(__file__).parents[2])

    return python
