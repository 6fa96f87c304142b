"""What is said of groups: found where it is, and not where it is not; checked, corrected, suppressed."""

from __future__ import annotations

import json
import math
import subprocess
import sys

import pytest

from framing.compare.compare import compare as compare_scored
from framing.compare.export import exported
from framing.compare.results import Inference, slight, verdict
from framing.compare.sentences import sentences
from framing.errors import UsageError
from framing.pipeline import compare

QUICK = Inference(draws=499, clusters="article")
NAMED = Inference(draws=499)


def row(comparison, measure, group="Gull", other=""):
    return next(
        each
        for each in comparison.statistics.differences
        if (each.group, each.other, each.measure) == (group, other, measure)
    )


def test_a_difference_that_is_there_is_found_with_its_interval(corpus):
    found = row(corpus, "threat_own_per_1000")

    assert found.verdict == "more"
    assert found.low < found.difference < found.high
    assert found.low > 0
    assert found.value - found.rest == pytest.approx(found.difference)
    assert found.ratio > 2
    assert found.delta > 0.7
    assert found.g > 1
    assert (found.articles, found.rest_articles, found.clusters) == (24, 48, 72)


def test_one_that_is_not_there_cannot_be_told_and_says_what_could_have_been():
    found = None
    import random

    from framing.article import Article

    chance = random.Random(4)
    words = ["The army is a threat.", "The sea is calm today.", "Nobody came to the quay."]
    articles = [
        Article(id=f"{outlet}{at}", outlet=outlet, text=" ".join(chance.choice(words) for _ in range(12)))
        for outlet in ("Gull", "Lamp")
        for at in range(20)
    ]
    comparison = compare(articles, inference=QUICK)
    found = row(comparison, "threat_per_1000", other="Lamp")

    assert found.verdict == "cannot tell"
    assert found.survives is None
    assert found.detectable > abs(found.difference)
    assert [each.difference for each in sentences(comparison)] == [None]
    assert "No difference" in sentences(comparison)[0].sentence


def test_headlines_lead_with_what_is_sure(corpus):
    told = sentences(corpus)

    assert told[0].difference.measure == "threat_own_per_1000"
    assert "in the outlet's own voice: more in Gull than in the other outlets" in told[0].sentence
    assert "95% interval" in told[0].sentence


def test_every_claim_is_checked_and_says_what_it_does_not_survive(corpus):
    checks = corpus.statistics.checks
    for each in corpus.statistics.differences:
        mine = corpus.statistics.checks_of(each)
        assert bool(mine) == each.claimed
        if each.claimed:
            assert each.fails == tuple(check.check for check in mine if not check.survives)
            assert each.survives == (not each.fails)
    assert {"article", "entry", "headline", "matched", "own-voice"} <= {check.check for check in checks}


def test_a_finding_that_rests_on_one_entry_does_not_survive_without_it(corpora):
    articles = corpora.coverage({"Gull": 0.6, "Lamp": 0.2}, size=14, threats=corpora.THREATS[:1])
    corpus = compare(articles, inference=QUICK)
    check = next(
        check
        for check in corpus.statistics.checks_of(row(corpus, "threat_own_per_1000", other="Lamp"))
        if check.check == "entry"
    )

    assert check.detail == "threat#threat"
    assert check.difference == pytest.approx(0, abs=1e-9)
    assert not check.survives


def test_a_finding_that_rests_on_one_article_does_not_survive_without_it(corpora):
    articles = corpora.coverage({"Gull": 0.0, "Lamp": 0.0}, size=12)
    from dataclasses import replace

    articles[0] = replace(articles[0], text=" ".join([corpora.THREATS[0]] * 40))
    comparison = compare(articles, inference=QUICK)
    found = row(comparison, "threat_own_per_1000", other="Lamp")

    assert found.verdict in ("cannot tell", "may be more")


def test_leaving_an_article_out_is_computing_without_it(corpora):
    articles = corpora.coverage({"Gull": 0.6, "Lamp": 0.2}, size=14)
    comparison = compare(articles, inference=QUICK)
    found = row(comparison, "threat_per_1000", other="Lamp")
    check = next(each for each in comparison.statistics.checks_of(found) if each.check == "article")
    without = compare([each for each in articles if each.id != check.detail], inference=QUICK)

    assert row(without, "threat_per_1000", other="Lamp").difference == pytest.approx(check.difference)


def test_without_headlines_is_computing_without_them(corpora):
    from dataclasses import replace

    articles = [
        replace(each, title="A threat to the valley" if each.outlet == "Gull" else each.title)
        for each in corpora.coverage({"Gull": 0.5, "Lamp": 0.2}, size=14)
    ]
    found = row(compare(articles, inference=QUICK), "threat_sentences", other="Lamp")
    comparison = compare(articles, inference=QUICK)
    check = next(each for each in comparison.statistics.checks_of(found) if each.check == "headline")
    bare = compare([replace(each, title="") for each in articles], inference=QUICK)

    assert row(bare, "threat_sentences", other="Lamp").difference == pytest.approx(check.difference)


def test_a_group_of_fewer_than_ten_articles_is_shown_without_interval_or_claim(corpora):
    articles = corpora.coverage({"Gull": 0.6, "Lamp": 0.2}) + corpora.coverage({"Orb": 0.9}, size=9)
    comparison = compare(articles, mode="corpus", inference=QUICK)
    found = comparison.statistics

    assert found.suppressed == ("Orb",)
    assert {(each.group, each.other) for each in found.differences} == {("Gull", "Lamp")}
    assert math.isnan(found.value("Orb", "threat_per_1000").low)
    assert found.value("Orb", "threat_per_1000").value > 0


def test_articles_about_one_event_count_as_one_observation(corpora):
    articles = corpora.coverage({"Gull": 0.6, "Lamp": 0.2}, events=8)
    comparison = compare(articles, inference=NAMED)
    found = row(comparison, "threat_per_1000", other="Lamp")

    assert comparison.statistics.clusters == "event"
    assert found.clusters == 8
    assert found.matched_on == "event"
    assert any(check.check == "event" for check in comparison.statistics.checks_of(found))


def test_too_few_events_are_no_basis_for_a_claim(corpora):
    comparison = compare(corpora.coverage({"Gull": 0.6, "Lamp": 0.2}, events=3), inference=NAMED)

    assert set(comparison.statistics.suppressed) == {"Gull", "Lamp"}
    assert len(comparison.statistics.differences) == 0
    assert "too few" in sentences(comparison)[0].sentence


def test_topic_is_not_frame(corpora):
    """Two outlets that write alike of each event, but of one event more often than the other does."""
    import random
    from dataclasses import replace

    chance = random.Random(7)
    articles = []
    for outlet, hot in (("Gull", 30), ("Lamp", 10)):
        for number in range(40):
            war = number < hot
            made = corpora.article(
                outlet, number, chance, 0.7 if war else 0.1, event=f"{'war' if war else 'fair'} {number % 6}"
            )
            articles.append(replace(made, text=made.text))
    found = row(compare(articles, inference=NAMED), "threat_own_per_1000", other="Lamp")

    assert found.difference > 3 * abs(found.matched_difference)
    assert found.matched_low < 0 < found.matched_high
    assert not found.claimed or "matched" in found.fails


def test_a_baseline_is_what_all_others_are_set_against(corpora):
    articles = corpora.coverage({"Gull": 0.6, "Lamp": 0.2, "Orb": 0.2}, size=12)
    comparison = compare(articles, inference=Inference(draws=199, baseline="Lamp"))

    assert {(each.group, each.other) for each in comparison.statistics.differences} == {
        ("Gull", "Lamp"),
        ("Orb", "Lamp"),
    }
    with pytest.raises(UsageError, match="no group"):
        compare(articles, inference=Inference(draws=199, baseline="Nobody"))


def test_the_order_of_the_input_does_not_matter(corpora):
    articles = corpora.coverage({"Gull": 0.6, "Lamp": 0.2}, size=12)
    one, other = (exported(compare(given, inference=QUICK)) for given in (articles, articles[::-1]))

    assert json.dumps(one) == json.dumps(other)


def test_verdicts():
    assert verdict(1, 0.01, 0.05) == "more"
    assert verdict(-1, 0.05, 0.06) == "may be less"
    assert verdict(1, 0.06, 0.06) == "cannot tell"
    assert verdict(math.nan, math.nan, math.nan) == "not compared"
    assert slight(1.1, 1.0)
    assert not slight(1.2, 1.0)
    assert not slight(1.0, 0.0)


def test_values_turn_into_frames(corpus):
    frame = corpus.statistics.differences.to_pandas()
    table = corpus.statistics.differences.to_arrow()

    assert len(frame) == table.num_rows == len(corpus.statistics.differences)
    assert list(frame.columns) == table.column_names
    assert corpus.to_pandas().shape[0] == len(corpus.statistics.values)
    assert table.schema.field("difference").type == "double"


@pytest.mark.parametrize(
    ("method", "missing", "extra"), [("to_pandas", "pandas", "pandas"), ("to_arrow", "pyarrow", "parquet")]
)
def test_without_a_library_the_error_names_the_extra(method, missing, extra):
    code = f"""
import sys
sys.modules[{missing!r}] = None
from framing.compare.records import Records
from framing.compare.results import Family
from framing.errors import MissingExtraError
try:
    Records(Family).{method}()
except MissingExtraError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert f"framing-toolkit[{extra}]" in done.stdout


def test_a_comparison_shows_itself_in_a_notebook(corpus):
    page = corpus._repr_html_()

    assert "<script" not in page
    assert "style=" not in page
    assert "more in Gull" in page
    assert len(page) < 50_000
    assert repr(corpus).startswith("<Comparison by outlet, corpus mode (Gull: 24")


def test_same_story_mode_infers_nothing(corpora):
    comparison = compare(corpora.coverage({"Gull": 0.6, "Lamp": 0.2}, size=3))

    assert comparison.statistics is None
    assert sentences(comparison) == ()
    assert all(math.isnan(each.low) for each in comparison.values)
    assert compare_scored([], ()).values.rows == ()
