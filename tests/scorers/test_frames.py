"""Frames by voice and polarity, over the words they are counted on."""

from __future__ import annotations

import math

import pytest

from framing.errors import LexiconError, UsageError
from framing.evidence import Measure
from framing.scorers.frames import FrameScorer
from framing.spans import Span

DISPUTE = (
    'The army is a threat to the town. "There is no threat here," the Kremlin said. '
    '"They threaten us every day," Kyiv said. It rained.'
)
THREAT = FrameScorer(frames=["threat"])


def test_a_passage_is_found_with_its_voice_and_polarity(score):
    found = score(THREAT, DISPUTE).evidence

    assert [(each.surface, each.polarity, each.voice, each.actor, each.sentence) for each in found] == [
        ("threat", "asserted", "narration", None, 1),
        ("threat", "denied", "direct", "RUS", 2),
        ("threaten", "asserted", "direct", "UKR", 3),
    ]
    assert {each.label for each in found} == {"threat"}
    assert [each.entry for each in found] == ["threat#threat", "threat#threat", "threat#threaten"]


@pytest.mark.parametrize(
    ("name", "numerator", "denominator"),
    [
        ("threat_per_1000", 2, 25),
        ("threat_own_per_1000", 1, 15),
        ("threat_quoted_per_1000", 1, 10),
        ("threat_denied_per_1000", 1, 25),
        ("threat_sentences", 2, 4),
    ],
)
def test_rates_are_over_the_words_of_the_voice(score, name, numerator, denominator):
    assert score(THREAT, DISPUTE).parts(name) == (numerator, denominator)


def test_rates_are_per_thousand_words(score):
    assert score(THREAT, DISPUTE)["threat_per_1000"] == 80
    assert score(THREAT, DISPUTE)["threat_sentences"] == 0.5


def test_what_is_not_found_is_zero_and_what_cannot_be_is_no_number(score):
    found = score(THREAT, "It rained in the town.")

    assert found["threat_per_1000"] == 0
    assert math.isnan(found["threat_quoted_per_1000"])


def test_a_sentence_counts_once_however_often_a_frame_stands_in_it(score):
    found = score(THREAT, "A threat is a threat and a danger. It rained.")

    assert found.parts("threat_per_1000") == (3, 10)
    assert found.parts("threat_sentences") == (1, 2)


def test_the_title_counts_where_it_is_no_part_of_the_text(score):
    apart = score(THREAT, "It rained.", title="A threat to the town")

    assert [(each.field, each.surface) for each in apart.evidence] == [("title", "threat")]
    assert apart.parts("threat_per_1000") == (1, 7)


def test_masked_lines_are_not_scored(score):
    text = "It rained. READ MORE: the threat. It snowed."
    found = score(THREAT, text, masked=(Span(11, 33),))

    assert found.evidence == ()
    assert found.parts("threat_per_1000") == (0, 4)


def test_a_term_does_not_run_from_one_line_into_the_next(score):
    assert score(THREAT, "They spoke about security\nRisk is everywhere").evidence == ()
    assert len(score(THREAT, "It is a security risk").evidence) == 1


def test_all_frames_of_the_package_are_scored_if_none_is_named():
    frames = {name.rsplit("_per_1000")[0] for name in FrameScorer().get_feature_names_out()}

    assert {"threat", "diplomacy", "sovereignty"} <= frames


def test_a_frame_leaves_its_foreign_domains_aside(score):
    assert score(THREAT, "The goalkeeper saw the threat in the penalty area, the coach said.").evidence == ()


def test_a_frame_of_ones_own_is_scored_with_its_weights(score, tmp_path):
    path = tmp_path / "rivers.toml"
    path.write_text(
        'id = "rivers"\nkind = "frame"\nlabel = "flood"\nversion = "1"\nlanguage = "en"\nlicence = "CC0-1.0"\n'
        'curators = ["us"]\ndefinition = "Rivers that rise."\n[groups.water]\ncite = "notes"\n[cues.water]\n'
        '"flood" = { weight = 2.5 }\n"no way out" = {}\n"veto" = { negatable = false }\n',
        encoding="utf-8",
    )
    found = score(FrameScorer(frames=[str(path)]), "A flood came. There is no veto here.")

    assert [(each.entry, each.label, each.polarity, each.weight) for each in found.evidence] == [
        ("rivers#flood", "flood", "asserted", 2.5),
        ("rivers#veto", "flood", "asserted", 1),
    ]
    assert found.measures["flood_per_1000"] == Measure.rate("flood_per_1000", 3.5, 8)


def test_a_frame_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UsageError, match='no lexicon "thread"'):
        FrameScorer(frames=["thread"]).fit()


def test_a_frame_file_with_faults_is_said(tmp_path):
    path = tmp_path / "rivers.toml"
    path.write_text('id = "rivers"\n', encoding="utf-8")

    with pytest.raises(LexiconError, match="is missing"):
        FrameScorer(frames=[str(path)]).fit()
