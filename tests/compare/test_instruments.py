"""What lexicons and model would each have measured alone is kept without scoring twice; findings are asked for it."""

from __future__ import annotations

import numpy as np
import pytest

from framing.article import Article
from framing.compare.instruments import INSTRUMENTS, Instruments
from framing.compare.results import Inference
from framing.pipeline import Settings, analyse, compare

TEXTS = (
    "The army is a threat to the town. Soldiers moved closer to the river. It rained.",
    'Envoys agreed to hold talks. "There is no danger to anybody here," the Kremlin said. Prices rose sharply.',
    "Families fled their homes with what they could carry. The court ruled that the strike was illegal.",
    "A threat of rain kept the market small. The deal was a win for the party.",
)
ARTICLES = [Article(id=str(at), text=text, title="Notes from the valley") for at, text in enumerate(TEXTS)]


@pytest.fixture(scope="module")
def scored():
    return list(analyse(ARTICLES, alone=True))


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_alone_is_what_a_run_by_it_alone_measures(scored, instrument):
    apart = list(analyse(ARTICLES, Settings(frames_by=instrument)))
    found = 0
    for both, one in zip(scored, apart, strict=True):
        [alone] = [each for each in both.alone if each.instrument == instrument]
        for name, numerator in zip(alone.measures, alone.numerators.tolist(), strict=True):
            assert numerator == pytest.approx(one.card[name].numerator)
            assert both.card[name].denominator == one.card[name].denominator
            found += numerator > 0
    assert found > 3


def test_it_changes_nothing_else(scored):
    plain = list(analyse(ARTICLES))
    assert [(each.evidence, each.card) for each in scored] == [(each.evidence, each.card) for each in plain]
    assert all(each.alone == () for each in plain)


@pytest.mark.parametrize("way", ["lexicon", "model"])
def test_one_instrument_has_nothing_to_be_compared_with(way):
    assert all(each.alone == () for each in analyse(ARTICLES, Settings(frames_by=way), alone=True))


def test_numerators_are_in_the_order_of_the_articles(scored):
    found = Instruments(scored)
    for instrument, numerators in found.of("threat_own_per_1000"):
        expected = [
            dict(zip(each.measures, each.numerators, strict=True))["threat_own_per_1000"]
            for row in scored
            for each in row.alone
            if each.instrument == instrument
        ]
        assert numerators.tolist() == pytest.approx(expected)
    assert [instrument for instrument, _ in found.of("threat_own_per_1000")] == ["lexicon", "model"]
    assert list(found.of("words_per_sentence")) == []


def test_articles_that_do_not_know_it_are_not_asked(scored):
    assert list(Instruments([*scored, *analyse(ARTICLES[:1])]).of("threat_per_1000")) == []


def test_a_finding_by_the_lexicon_alone_is_that_of_a_run_by_the_lexicon(corpora):
    articles = corpora.coverage({"Gull": 0.6, "Lamp": 0.2}, size=14)
    inference = Inference(draws=199, clusters="article")
    both = compare(articles, inference=inference).statistics
    for instrument in INSTRUMENTS:
        only = compare(articles, inference=inference, settings=Settings(frames_by=instrument)).statistics
        known = {(row.group, row.measure): row.difference for row in only.differences}
        checks = [check for check in both.checks if check.check == instrument]
        assert len(checks) >= 3
        for check in checks:
            assert check.difference == pytest.approx(known[check.group, check.measure], abs=1e-9)
            assert check.survives == (check.low > 0 or check.high < 0)
        assert not np.isnan([check.low for check in checks]).any()


def test_what_the_model_found_is_no_entry_of_a_lexicon(corpora):
    comparison = compare(corpora.coverage({"Gull": 0.6, "Lamp": 0.2}, size=14), inference=Inference(draws=199))
    entries = [check.detail for check in comparison.statistics.checks if check.check == "entry"]
    assert entries
    assert not any("(learned)" in entry for entry in entries)
