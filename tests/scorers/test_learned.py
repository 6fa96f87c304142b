"""Frames by lexicon and model: what each adds, and where the evidence comes from."""

from __future__ import annotations

import pytest

from framing import FrameScorer, LearnedFrameScorer
from framing.article import Article
from framing.errors import UsageError
from framing.learned.store import save
from tests.learned.conftest import PLAIN, table, trained  # noqa: F401

UNWORDED = "Gunboats fired warning rounds over the fishermen and chased them from the shoal."


def test_by_lexicon_it_is_the_frame_scorer(score):
    text = "The army is a threat to the town. There is no threat, the Kremlin said. Both sides agreed to talks."

    mine, theirs = score(LearnedFrameScorer(by="lexicon"), text), score(FrameScorer(), text)

    assert mine.measures == theirs.measures
    assert set(mine.evidence) == set(theirs.evidence)


def test_a_sentence_that_no_term_fits_is_found_with_the_words_that_told(score):
    found = score(LearnedFrameScorer(by="model"), UNWORDED)
    row = next(row for row in found.evidence if row.label == "threat")

    assert row.entry == "threat#(learned)"
    assert row.surface in UNWORDED
    assert len(row.surface) < len(UNWORDED) / 2


def test_terms_are_the_evidence_where_there_are_any(score):
    found = score(LearnedFrameScorer(), "The army massed troops on the border, a threat to the capital.")

    assert {row.entry for row in found.evidence if row.label == "threat"} >= {"threat#threat"}
    assert not [row for row in found.evidence if row.entry == "threat#(learned)"]


def test_probabilities_are_those_of_each_sentence():
    scorer = LearnedFrameScorer().fit()
    document = scorer.analyser_.document(Article("a", "The army threatened war. It rained.", title="Rain"))
    title, text = scorer.judge(document)

    assert (title.field, text.field) == ("title", "text")
    assert text.probabilities.shape == (2, 6)
    first, second = text.probabilities[:, text.labels.index("threat")]
    assert first > 0.8 > 0.2 > second


def test_it_gives_less_the_more_it_abstains(score):
    text = f"The army threatened war. Both sides agreed to talks. {UNWORDED}"
    numbers = [len(score(LearnedFrameScorer(by="model", abstain=far), text).evidence) for far in (0.0, 0.2, 0.49)]

    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > numbers[2]


def test_documents_prepared_together_are_judged_as_alone():
    scorer = LearnedFrameScorer().fit()
    documents = [scorer.analyser_.document(Article(str(at), text)) for at, text in enumerate((UNWORDED, "", "A war."))]
    alone = [scorer.find(document) for document in documents]
    scorer.prepare(documents)

    assert [scorer.find(document) for document in documents] == alone


def test_a_model_of_ones_own_is_a_frame(score, trained, tmp_path):  # noqa: F811
    save(trained.model, tmp_path / "loaded")
    found = score(
        LearnedFrameScorer(frames=["threat", str(tmp_path / "loaded")]),
        f"The shameless amber council lied again about its rotten deal. {PLAIN.format('birch')}",
    )

    assert [(row.label, row.sentence) for row in found.evidence] == [("biased", 1)]
    assert found["biased_sentences"] == 0.5


def test_packs_are_scored_where_they_are_asked_for(score):
    scorer = LearnedFrameScorer(frames=["generic"])
    found = score(scorer, "A mother of three sobbed. The bishop called it immoral.")

    assert {row.label for row in found.evidence} == {"human_interest", "morality"}
    assert "morality_per_1000" not in LearnedFrameScorer().get_feature_names_out()


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"by": "magic"}, "cannot be found by"),
        ({"abstain": 0.5}, "no distance"),
        ({"frames": ["thread"]}, "no lexicon"),
    ],
)
def test_what_it_cannot_do_is_refused(params, said):
    with pytest.raises(UsageError, match=said):
        LearnedFrameScorer(**params).fit()


def test_scoring_imports_no_scikit_learn(python):
    line = "from framing import LearnedFrameScorer as S; S().fit_transform(['War.']); import sys"
    python(f"{line}; assert 'sklearn' not in sys.modules")
