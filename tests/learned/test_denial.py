"""Sentences that bring a frame up only to deny it, beside those that deny something else."""

from __future__ import annotations

import pytest

from framing import LearnedFrameScorer
from framing.article import Article

DENIED = """
threat: The ministry denied that its drills were a threat to anyone.
threat: There is no threat of war, the president said.
threat: Moscow dismissed reports of a planned invasion as hysteria.
threat: The general ruled out a Russian attack on the port.
threat: Claims that troops are massing for an invasion are baseless, the spokesman said.
threat: He rejected accusations that the army had shelled the town.
diplomacy: Tehran ruled out direct talks with Washington.
diplomacy: There will be no negotiations, the rebel leader said.
diplomacy: The president refused to negotiate with the separatists.
diplomacy: The junta rejected peace talks.
sovereignty: The premier said he had no plans to declare independence.
economic: The minister denied that new sanctions were planned.
sovereignty: The minister stressed that his country had no plans to occupy the island.
"""
ASSERTED = """
threat: The army threatened to shell the town.
threat: The threat of war has never been greater.
threat: Nobody doubts the threat of an invasion.
threat: A Russian attack cannot be ruled out, officials warned.
threat: The envoy said the troops were a threat, and he did not say it lightly.
threat: Without help, the town will fall to the rebels' offensive, the mayor warned.
diplomacy: The talks failed to produce a deal but will resume on Friday.
diplomacy: The two sides agreed to new talks.
diplomacy: The envoy declined to comment on the talks in Geneva.
sovereignty: Nato has no veto over the country's choice of alliances, the minister said.
economic: Sanctions have cut trade by half, the bank said.
threat: The junta has massed troops at the river but denies that it plans an attack.
"""


def lines(table: str) -> list[tuple[str, str]]:
    return [tuple(line.split(": ", 1)) for line in table.strip().splitlines()]


@pytest.fixture(scope="module")
def polarities():
    scorer = LearnedFrameScorer().fit()

    def polarities(text: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for row in scorer.find(scorer.analyser_.document(Article("a", text))):
            found.setdefault(row.label, set()).add(row.polarity)
        return found

    return polarities


@pytest.mark.parametrize(("frame", "text"), lines(DENIED))
def test_it_is_denied(polarities, frame, text):
    assert polarities(text).get(frame) == {"denied"}


@pytest.mark.parametrize(("frame", "text"), lines(ASSERTED))
def test_it_is_asserted(polarities, frame, text):
    assert polarities(text).get(frame) == {"asserted"}


def test_a_passage_outside_the_denial_stays_asserted_in_a_sentence_that_denies_the_frame():
    text = "The envoy called it a ploy to escalate tensions and said his country posed no threat to anyone."
    scorer = LearnedFrameScorer().fit()
    document = scorer.analyser_.document(Article("a", text))
    rows = scorer.find(document)
    [judged] = scorer.judge(document)

    assert {(row.surface, row.polarity) for row in rows} == {
        ("escalate", "asserted"),
        ("tensions", "asserted"),
        ("threat", "denied"),
    }
    assert judged.denied == {(1, "threat")}
