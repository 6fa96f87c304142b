"""Every scorer measures what its specs say, whatever it is given and in whatever order."""

from __future__ import annotations

import re

import numpy as np
import pytest

from framing.article import Article
from framing.scoring import available_scorers


def columns(scorer) -> list[str]:
    return list(scorer.get_feature_names_out())


def scored(scorer, articles):
    """Measures and evidence of each article."""
    for article in articles:
        document = scorer.fit().analyser_.document(article)
        evidence = scorer.find(document)
        yield scorer.measure(document, evidence), evidence


def test_columns_are_the_specs_and_bare(scorer):
    names = columns(scorer)

    assert names == [spec.name for spec in scorer.specs_]
    assert [name for name in names if not re.fullmatch("[a-z][a-z0-9_]*", name)] == []


def test_specs_say_what_is_measured_and_in_what(scorer):
    for spec in scorer.fit().specs_:
        assert all((spec.title, spec.unit, spec.definition))
        assert spec.definition.endswith(".")


def test_measures_are_in_the_order_of_the_specs(scorer, articles):
    for measures, _ in scored(scorer, articles):
        assert [measure.name for measure in measures] == columns(scorer)


def test_no_two_scorers_share_a_column():
    names = [name for scorer in available_scorers().values() for name in columns(scorer())]

    assert len(set(names)) == len(names)


def test_an_empty_text_has_counts_of_zero_and_no_rates(scorer):
    [row] = scorer.transform([""])
    [(measures, evidence)] = scored(scorer, [Article(id="a", text="")])

    assert evidence == ()
    for value, measure in zip(row, measures, strict=True):
        assert (value == 0) if measure.denominator is None else np.isnan(value), measure.name


def test_no_texts_give_no_rows(scorer):
    assert scorer.transform([]).shape == (0, len(columns(scorer)))


def test_order_does_not_matter(scorer, texts):
    order = [3, 1, 5, 0, 2, 4]

    np.testing.assert_array_equal(scorer.transform([texts[at] for at in order]), scorer.transform(texts)[order])


def test_a_batch_is_one_by_one(scorer, texts):
    one_by_one = np.vstack([scorer.transform([text]) for text in texts])

    np.testing.assert_array_equal(scorer.transform(iter(texts)), one_by_one)


@pytest.mark.parametrize("kind", [tuple, np.array, iter])
def test_texts_may_come_in_anything(scorer, texts, kind):
    np.testing.assert_array_equal(scorer.transform(kind(texts)), scorer.transform(texts))


def test_nothing_given_is_changed(scorer, texts, articles):
    before = (list(texts), list(articles))
    scorer.transform(texts)
    scorer.transform(articles)

    assert (texts, articles) == before


def test_articles_and_their_texts_measure_the_same(scorer, texts):
    np.testing.assert_array_equal(
        scorer.transform([Article(id="x", text=text, outlet="y") for text in texts]), scorer.transform(texts)
    )


def test_texts_in_other_scripts_are_measured_too(scorer):
    rows = scorer.transform(["Москва молчит.", "قالت موسكو", "北京表示谈判失败", "👩‍🚀", "\ud83d"])

    assert rows.shape == (5, len(columns(scorer)))


def test_evidence_is_named_after_its_scorer_and_article(scorer, articles):
    for article, (_, evidence) in zip(articles, scored(scorer, articles), strict=True):
        assert {(each.scorer, each.article, each.outlet) for each in evidence} <= {
            (scorer.name, article.id, "The Harbour Post")
        }


def test_evidence_is_in_the_order_of_the_text(scorer, articles):
    for _, evidence in scored(scorer, articles):
        places = [(each.field != "title", each.start) for each in evidence]
        assert places == sorted(places)


def test_several_articles_pool_to_the_sums_of_their_parts(scorer, articles):
    measures, evidence = zip(*scored(scorer, articles), strict=True)
    pooled = scorer.pool(measures, [row for rows in evidence for row in rows])

    assert [measure.name for measure in pooled] == columns(scorer)
    for measure, parts in zip(pooled, zip(*measures, strict=True), strict=True):
        if measure.name == "sources_effective_number":  # no ratio of sums: see below
            continue
        assert measure.numerator == pytest.approx(sum(part.numerator for part in parts))
        assert measure.denominator == (
            None if parts[0].denominator is None else sum(part.denominator for part in parts)
        )


def test_one_article_pools_to_itself(scorer, articles):
    for measures, evidence in scored(scorer, articles):
        assert scorer.pool([measures], evidence) == measures
