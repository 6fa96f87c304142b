"""Groups side by side: in order, pooled, and with no more claimed than the articles bear."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from framing.article import Article, Excluded
from framing.compare.compare import CORPUS_ARTICLES, compare
from framing.errors import UsageError
from framing.evidence import Measure
from framing.pipeline import instrument
from framing.scoring import Scored

TEXTS = [
    'The army is a threat to the town. "There is no threat here," the Kremlin said.',
    "Kyiv claimed that the talks might fail. It rained.",
    "The road is open. According to two officials, the bridge is gone.",
]


def scored(number: int, outlet: str, **fields) -> Scored:
    article = Article(id=f"a{number}", text=TEXTS[number % len(TEXTS)], outlet=outlet, **fields)
    return instrument().score(article)


def compared(articles, **options):
    return compare(articles, instrument().scorers, **options)


OUTLETS = ["tribune", "Harbour Post", "Zenith", "harbour news"]


def several(each: int) -> list[Scored]:
    return [scored(number, outlet) for outlet in OUTLETS for number in range(each)]


def test_groups_are_in_alphabetical_order_whatever_their_capitals():
    names = [group.name for group in compared(several(1)).groups]

    assert names == ["harbour news", "Harbour Post", "tribune", "Zenith"]


def test_the_order_of_the_input_does_not_matter():
    articles = several(3)
    shuffled = list(articles)
    random.Random(5).shuffle(shuffled)

    assert compared(shuffled) == compared(articles) == compared(iter(articles))


def test_articles_of_a_group_are_in_the_order_of_their_dates_then_ids():
    articles = [
        scored(1, "Zenith", date=dt.date(2022, 3, 1)),
        scored(3, "Zenith", date=dt.date(2022, 2, 1)),
        scored(2, "Zenith", date=dt.date(2022, 2, 1)),
        scored(4, "Zenith"),
    ]
    [group] = compared(articles).groups

    assert [each.document.article.id for each in group.articles] == ["a4", "a2", "a3", "a1"]


def test_a_group_is_the_sum_of_its_articles():
    articles = [scored(number, "Zenith") for number in range(3)]
    [group] = compared(articles).groups

    assert group.words == sum(each.document.words for each in articles)
    for name in ("threat_per_1000", "threat_quoted_per_1000", "hedge_own_per_1000", "reports_say_share", "quotations"):
        assert group[name] == Measure.pooled([each.card[name] for each in articles])


def test_diversity_of_a_group_is_that_of_all_its_quotations():
    group = compared([scored(0, "Zenith"), scored(1, "Zenith")]).groups[0]

    assert [each.card["sources_effective_number"].value for each in group.articles] == [1, 1]
    assert group["sources_effective_number"].value == pytest.approx(2)


def test_measures_are_in_the_order_of_their_specs():
    comparison = compared(several(1))

    for group in comparison.groups:
        assert [measure.name for measure in group.measures] == [spec.name for spec in comparison.specs]
    with pytest.raises(KeyError):
        comparison.groups[0]["colour"]


def test_articles_come_back_group_by_group():
    comparison = compared(several(2))

    assert [each.document.article.outlet for each in comparison.articles] == [
        group.name for group in comparison.groups for _ in range(2)
    ]


@pytest.mark.parametrize(
    ("smallest", "mode"), [(1, "same-story"), (CORPUS_ARTICLES - 1, "same-story"), (CORPUS_ARTICLES, "corpus")]
)
def test_outlets_are_compared_as_such_only_where_each_has_articles_enough(smallest, mode):
    few = [scored(number, "Zenith") for number in range(smallest)]
    many = [scored(number, "tribune") for number in range(CORPUS_ARTICLES + 2)]
    comparison = compared(few + many)

    assert comparison.mode == mode
    assert str(CORPUS_ARTICLES) in comparison.mode_reason
    assert ("only 1 article;" in comparison.mode_reason) == (smallest == 1)


@pytest.mark.parametrize("mode", ["same-story", "corpus"])
def test_a_mode_asked_for_is_taken_and_the_reason_says_so(mode):
    comparison = compared(several(2), mode=mode)

    assert comparison.mode == mode
    assert "2 articles" in comparison.mode_reason


def test_groups_may_be_made_by_any_column():
    articles = [
        scored(0, "Zenith", extra=(("desk", "foreign"),), date=dt.date(2022, 2, 1)),
        scored(1, "Zenith", extra=(("desk", "local"),)),
        scored(2, "Zenith"),
    ]

    assert [group.name for group in compared(articles, by="desk").groups] == ["", "foreign", "local"]
    assert [group.name for group in compared(articles, by="date").groups] == ["", "2022-02-01"]
    assert [group.name for group in compared(articles, by="id").groups] == ["a0", "a1", "a2"]


def test_a_column_no_article_has_is_refused_with_those_there_are():
    with pytest.raises(UsageError) as raised:
        compared([scored(0, "Zenith", extra=(("desk", "foreign"),))], by="dsk")

    assert 'no article has a column "dsk"' in str(raised.value)
    assert "outlet, date, desk" in str(raised.value)


def test_nothing_to_compare_is_an_empty_comparison():
    comparison = compared([])

    assert (comparison.groups, comparison.mode) == ((), "same-story")
    assert list(comparison.articles) == []


def test_what_was_set_aside_goes_along():
    left_out = Excluded("a.txt", "There is no text in it.", "empty")
    comparison = compared(several(1), excluded=[left_out], notes=["One date was not understood."])

    assert comparison.excluded == (left_out,)
    assert comparison.notes == ("One date was not understood.",)
