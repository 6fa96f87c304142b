"""Every number opens onto the passages that made it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings

from framing.article import Article
from framing.evidence import Evidence
from framing.pipeline import instrument
from framing.scoring import Scored
from tests.strategies import articles


def scored(article) -> Scored:
    return instrument().score(article)


def texts_of(found: Scored) -> dict[str, str]:
    return {passage.field: passage.text for passage in found.document.passages}


@given(articles())
@settings(deadline=None)
def test_a_row_is_its_words_and_stands_in_its_sentence(article):
    found = scored(article)
    texts = texts_of(found)
    passages = found.document.passages
    sentences = {(passage.field, each.number): each for passage in passages for each in passage.sentences}
    for row in found.evidence:
        sentence = sentences[row.field, row.sentence]
        assert texts[row.field][row.start : row.end] == row.surface != ""
        assert sentence.start <= row.start < sentence.end
        if row.scorer in ("frames", "hedging"):
            assert row.end <= sentence.end
            assert not (row.field == "text" and any(span.overlaps((row.start, row.end)) for span in article.masked))


@given(articles())
@settings(deadline=None)
def test_evidence_is_in_the_order_of_field_start_and_scorer(article):
    places = [(row.field != "title", row.start, row.scorer) for row in scored(article).evidence]

    assert places == sorted(places)


def check_frames(found: Scored, rows: list[Evidence]) -> None:
    for label in {row.label for row in rows}:
        asserted = [row for row in rows if row.label == label and row.polarity == "asserted"]
        denied = sum(row.weight for row in rows if row.label == label and row.polarity == "denied")
        own = sum(row.weight for row in asserted if row.own)
        assert found.card[f"{label}_per_1000"].numerator == sum(row.weight for row in asserted)
        assert found.card[f"{label}_own_per_1000"].numerator == own
        assert found.card[f"{label}_quoted_per_1000"].numerator == sum(row.weight for row in asserted) - own
        assert found.card[f"{label}_denied_per_1000"].numerator == denied
        assert found.card[f"{label}_sentences"].numerator == len({(row.field, row.sentence) for row in asserted})


def check_hedging(found: Scored, rows: list[Evidence]) -> None:
    for label in ("hedge", "booster", "evidential"):
        own, said = (sum(row.weight for row in rows if row.label == label and row.own == own) for own in (True, False))
        assert found.card[f"{label}_per_1000"].numerator == own + said
        assert found.card[f"{label}_own_per_1000"].numerator == own
        assert found.card[f"{label}_quoted_per_1000"].numerator == said


def check_reporting(found: Scored, rows: list[Evidence]) -> None:
    labels = [row.label.split(":") for row in rows]
    assert found.card["reports_per_1000"].numerator == len(labels)
    assert found.card["reports_neutral_share"].numerator == sum(stance == "neutral" for stance, _ in labels)
    assert found.card["reports_deny_share"].numerator == sum(act == "deny" for _, act in labels)


def check_sources(found: Scored, rows: list[Evidence]) -> None:
    assert found.card["quotations"].value == len(rows)
    assert sum(row.weight for row in rows) == found.document.quoted_words
    assert found.card["quoted_words_share"].numerator == found.document.quoted_words


@given(articles())
@settings(deadline=None)
def test_numerators_are_sums_of_evidence(article):
    found = scored(article)
    for name, check in {
        "frames": check_frames, "hedging": check_hedging, "reporting": check_reporting, "sources": check_sources
    }.items():  # fmt: skip
        check(found, [row for row in found.evidence if row.scorer == name])


@given(articles())
@settings(deadline=None)
def test_own_and_quoted_words_are_all_words(article):
    found = scored(article)
    parts = [found.card[f"threat{part}_per_1000"].denominator for part in ("", "_own", "_quoted")]

    assert parts == [found.document.words, parts[0] - parts[2], found.document.quoted_words]
    assert all(part >= 0 for part in parts)


def test_the_effective_number_of_several_articles_is_that_of_all_their_quotations():
    texts = ["Lavrov said the road was open.", "Kyiv said the road was open.", "Kyiv said the bridge was gone."]
    scorer = next(each for each in instrument().scorers if each.name == "sources")
    documents = [scored(Article(id=text, text=text)).document for text in texts]
    found = [scorer.find(document) for document in documents]
    measures = [scorer.measure(document, rows) for document, rows in zip(documents, found, strict=True)]
    pooled = {measure.name: measure.value for measure in scorer.pool(measures, [row for rows in found for row in rows])}

    entropy = -(1 / 3 * math.log(1 / 3) + 2 / 3 * math.log(2 / 3))
    assert pooled["sources_effective_number"] == pytest.approx(math.exp(entropy))
