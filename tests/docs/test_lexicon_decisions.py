"""The sentences of lexicons/DECISIONS.md find nothing that was removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from framing import FrameScorer, HedgingScorer, ReportingScorer
from framing.article import Article
from framing.lexicon.load import of_kind
from framing.scorers.agency import AgencyScorer

TEXT = (Path(__file__).resolve().parents[2] / "lexicons" / "DECISIONS.md").read_text(encoding="utf-8")
OTHERS = {
    "Reporting words": ReportingScorer(),
    "Commitment": HedgingScorer(lexicons=["hedges", "boosters"]),
    "Attitude": HedgingScorer(lexicons=["attitude"]),
    "Presupposition": HedgingScorer(lexicons=["presuppositions"]),
    "Approximation": HedgingScorer(lexicons=["approximators"]),
    "Distance": HedgingScorer(lexicons=["distance"]),
    "Agency": AgencyScorer(),
}
FRAMES = {frame.title: frame.id for frame in of_kind("frame")}


def decisions() -> Iterator[tuple[str, str, str]]:
    """Section, term and misfire of every line of the tables."""
    section = ""
    for line in TEXT.splitlines():
        if line.startswith("## "):
            section = line[3:]
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "Term":
            assert len(cells) == 4, line
            yield section, cells[0], cells[3]


DECISIONS = list(decisions())


def test_every_lexicon_of_frames_commitment_and_reporting_has_its_table():
    assert {section for section, _, _ in DECISIONS} == {*FRAMES, *OTHERS}
    assert len({sentence for _, _, sentence in DECISIONS}) == len(DECISIONS)


@pytest.mark.parametrize(("section", "term", "sentence"), DECISIONS, ids=[f"{d[0]}: {d[1]}" for d in DECISIONS])
def test_the_misfire_is_mended(section, term, sentence):
    scorer = FrameScorer(frames=[FRAMES[section]]) if section in FRAMES else OTHERS[section]
    found = [row.surface for row in scorer.fit().find(scorer.analyser_.document(Article("1", sentence)))]
    if section == "Reporting words":
        # Another word of the sentence may be a cue; the one in question may not.
        stems = {word[:5] for word in re.findall(r"\w{4,}", term)}
        found = [surface for surface in found if any(word[:5] in stems for word in surface.split())]

    assert found == []
