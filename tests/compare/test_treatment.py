"""How outlets introduce the words of actors: known differences are found, others not, and counts are evidence."""

from __future__ import annotations

import csv
import io
import json
import math
import random
from collections import Counter
from collections.abc import Mapping

import numpy as np
import pytest

from framing.article import Article
from framing.compare.export import exported
from framing.compare.reported import Label, Word, introduced, reported
from framing.compare.results import Inference
from framing.compare.sentences import told_of_reporting, treated
from framing.compare.treatment import LEAST_WORDS, MOST_COMPARED, treatment
from framing.instrument import Settings
from framing.pipeline import analyse, compare

SPEAKERS = {"RUS": "Moscow", "UKR": "Kyiv", "CHN": "Beijing"}
DOUBT = ("claimed", "alleged", "purported to know")
QUICK = Inference(draws=499)
EVEN = {"RUS": 0.15, "UKR": 0.15, "CHN": 0.15}


def article(outlet: str, number: int, chance: random.Random, doubt: Mapping[str, float], **fields: object) -> Article:
    """An article of six sentences, each with somebody's words, some of them told with distance."""
    lines = []
    for _ in range(6):
        who = chance.choice(sorted(SPEAKERS))
        verb = chance.choice(DOUBT) if chance.random() < doubt[who] else "said"
        lines.append(f"{SPEAKERS[who]} {verb} that the road was open.")
    return Article(id=f"{outlet}{number}", outlet=outlet, text=" ".join(lines), **fields)


def coverage(outlets: Mapping[str, Mapping[str, float]], size: int = 30, seed: int = 1, events: int = 0):
    chance = random.Random(seed)
    return [
        article(outlet, n, chance, doubt, extra=(("event", f"event {n % events}"),) if events else ())
        for outlet, doubt in outlets.items()
        for n in range(size)
    ]


@pytest.fixture(scope="module")
def articles():
    return coverage({"Gull": {**EVEN, "RUS": 0.65}, "Lamp": EVEN, "Orb": EVEN})


@pytest.fixture(scope="module")
def comparison(articles):
    return compare(articles, inference=QUICK)


def row(comparison, group, label, other_label="", other="", stance="distancing"):
    return next(
        each
        for each in comparison.statistics.reported_differences
        if (each.group, each.label, each.other_label, each.other, each.stance)
        == (group, label, other_label, other, stance)
    )


def within(comparison, group, one, other):
    found = [
        each
        for each in comparison.statistics.reported_differences
        if each.group == group and each.compared == "labels" and {each.label, each.other_label} == {one, other}
    ]
    return found[0] if found[0].label == one else found[0].turned()


# -- what is there is found ------------------------------------------------------------------------------------------


def test_an_outlet_that_doubts_one_actor_more_than_another_is_found_out(comparison):
    found = within(comparison, "Gull", "RUS", "UKR")

    assert found.verdict == "more"
    assert 0 < found.low < 0.5 < found.high < 1
    assert found.difference == pytest.approx(found.value - found.rest)
    assert found.survives


def test_an_outlet_that_doubts_an_actor_more_than_others_do_is_found_out(comparison):
    found = row(comparison, "Gull", "RUS")

    assert (found.compared, found.verdict, found.survives) == ("groups", "more", True)
    assert found.rest_articles > found.articles
    assert found.weakest in {"claimed", "alleged", "purport"}


def test_where_nothing_differs_nothing_is_said_and_what_could_have_been_found_is():
    comparison = compare(coverage({"Gull": EVEN, "Lamp": EVEN}, seed=3), inference=QUICK)

    assert comparison.statistics.reported_differences
    for each in comparison.statistics.reported_differences:
        assert each.verdict in ("cannot tell", "may be more", "may be less")
        assert each.detectable > 0
    assert told_of_reporting(comparison) == ()


def test_a_stance_that_is_hardly_ever_taken_is_not_compared(comparison):
    assert LEAST_WORDS > 1
    assert {each.stance for each in comparison.statistics.reported_differences} == {"distancing"}


def test_a_difference_that_rests_on_one_word_does_not_survive_without_it():
    chance = random.Random(5)
    texts = [
        (outlet, " ".join(f"Moscow {'claimed' if chance.random() < p else 'said'} it was open." for _ in range(6)))
        for outlet, p in (("Gull", 0.7), ("Lamp", 0.1))
        for _ in range(15)
    ]
    articles = [Article(id=str(n), outlet=outlet, text=text) for n, (outlet, text) in enumerate(texts)]
    [found] = compare(articles, inference=QUICK).statistics.reported_differences

    assert (found.verdict, found.survives, found.fails, found.weakest) == ("more", False, ("entry",), "claimed")
    assert "not without the word “claimed”" in treated(found)


def test_a_difference_that_rests_on_one_article_is_not_claimed_as_one_that_survives():
    articles = coverage({"Gull": {"RUS": 0.0, "UKR": 0.0, "CHN": 0.0}, "Lamp": {"RUS": 0.0, "UKR": 0.0, "CHN": 0.0}})
    articles[0] = Article(id="Gull0", outlet="Gull", text="Moscow claimed that it was open. " * 60)
    found = row(compare(articles, inference=QUICK), "Gull", "RUS", other="Lamp")

    assert not (found.sure and found.survives)


# -- few articles ----------------------------------------------------------------------------------------------------


def test_an_actor_with_a_word_in_fewer_than_ten_articles_has_counts_and_no_interval(articles):
    more = [
        Article(id=f"rare{n}", outlet=outlet, text="Tokyo claimed that the road was open. It rained. " * 3)
        for outlet in ("Gull", "Lamp", "Orb")
        for n in range(9)
    ]
    comparison = compare([*articles, *more], inference=QUICK)
    rare = [each for each in comparison.reported if each.label == "JPN"]

    assert {each.count for each in rare if each.stance == "distancing"} == {27}
    assert all(math.isnan(each.low) and math.isnan(each.high) for each in rare)
    assert not any("JPN" in (each.label, each.other_label) for each in comparison.statistics.reported_differences)
    assert all(not math.isnan(each.low) for each in comparison.reported if each.label == "RUS")


def test_an_outlet_with_too_few_articles_is_in_no_comparison(articles):
    few = coverage({"Mote": {**EVEN, "RUS": 1.0}}, size=9, seed=8)
    comparison = compare([*articles, *few], mode="corpus", inference=QUICK)

    assert any(each.group == "Mote" and math.isnan(each.low) for each in comparison.reported)
    assert not any("Mote" in (each.group, each.other) for each in comparison.statistics.reported_differences)


def test_few_events_are_in_no_comparison(articles):
    few = coverage({"Gull": {**EVEN, "RUS": 0.65}, "Lamp": EVEN}, events=4)

    assert not compare(few, inference=QUICK).statistics.reported_differences


def test_articles_on_one_event_are_drawn_together():
    outlets = {"Gull": {**EVEN, "RUS": 0.65}, "Lamp": EVEN}
    apart, together = (compare(coverage(outlets, events=events), inference=QUICK).statistics for events in (0, 10))

    assert together.clusters == "event"
    assert len(together.reported_differences) == len(apart.reported_differences)
    assert [each.low for each in together.reported_differences] != [each.low for each in apart.reported_differences]
    assert all("event" not in each.fails for each in apart.reported_differences)


# -- counts are evidence ---------------------------------------------------------------------------------------------


def test_every_count_is_a_sum_over_evidence_in_the_outlets_own_voice(comparison, articles):
    rows = [
        each
        for scored in analyse(articles)
        for each in scored.evidence
        if each.scorer == "reporting" and each.voice == "narration"
    ]
    for each in comparison.reported:
        mine = [r for r in rows if (r.outlet, r.actor or "unresolved") == (each.group, each.label)]
        fit = [r for r in mine if r.label.startswith(f"{each.stance}:")]
        used = Counter(r.entry.rpartition("#")[2] for r in fit)
        assert (each.count, each.of) == (len(fit), len(mine))
        assert each.articles == len({r.article for r in mine})
        assert sorted(each.words) == sorted(f"{entry} {count}" for entry, count in used.items())
        assert each.share == pytest.approx(each.count / each.of)
        assert math.isnan(each.low) or each.low <= each.share <= each.high


def test_a_word_inside_a_quotation_is_not_the_outlets():
    text = 'Kyiv said: "Moscow claimed that the road was open."'
    [scored] = analyse([Article(id="1", text=text)])

    assert set(introduced(scored, {})) == {Label("actor", "UKR")}


def test_sides_are_added_up(tmp_path, articles):
    path = tmp_path / "sides.toml"
    path.write_text(
        'kind = "actors"\nid = "mine"\nversion = "1.0.0"\nlicence = "CC0-1.0"\nlanguage = "en"\n'
        'curators = ["a test"]\n[sides]\n"the east" = ["RUS", "CHN"]\n"the west" = ["UKR"]\n',
        encoding="utf-8",
    )
    comparison = compare(articles, inference=QUICK, settings=Settings(actors=(str(path),)))
    counts = {(each.group, each.label): each.of for each in comparison.reported if each.stance == "neutral"}

    for outlet in ("Gull", "Lamp", "Orb"):
        assert counts[outlet, "the east"] == counts[outlet, "RUS"] + counts[outlet, "CHN"]
        assert counts[outlet, "the west"] == counts[outlet, "UKR"]
    found = within(comparison, "Gull", "the east", "the west")
    assert (found.kind, found.family, found.verdict) == ("side", "reported sides", "more")
    families = {each.family: each for each in comparison.statistics.families}
    for name in ("reported actors", "reported sides"):
        mine = [each for each in comparison.statistics.reported_differences if each.family == name]
        assert families[name].tested == len(mine)
        assert families[name].corrected == sum(each.q <= 0.05 for each in mine)


def test_same_story_mode_counts_and_claims_nothing():
    scored = list(analyse(coverage({"Gull": EVEN, "Lamp": EVEN}, size=2)))
    rows = reported([("Gull", scored[:2]), ("Lamp", scored[2:])])
    comparison = compare([each.document.article for each in scored])

    assert comparison.mode == "same-story"
    assert comparison.reported.rows == rows
    assert sum(each.count for each in rows) == 24
    assert all(math.isnan(each.low) for each in rows)


# -- in words and files ----------------------------------------------------------------------------------------------


def test_a_finding_is_told_with_the_doubted_actor_first(comparison):
    told = told_of_reporting(comparison)

    assert 1 <= len(told) <= 3
    assert any("Distancing reporting words in Gull: more for RUS than for" in sentence for sentence in told)
    assert all("95% interval" in sentence and "articles. It survives every check." in sentence for sentence in told)


def test_turning_a_difference_twice_leaves_it(comparison):
    for each in comparison.statistics.reported_differences:
        if each.compared == "labels":
            assert each.turned().turned() == each
            assert each.turned().difference == -each.difference


def test_the_order_of_the_input_does_not_matter(articles, comparison):
    shuffled = list(articles)
    random.Random(2).shuffle(shuffled)
    made = exported(compare(shuffled, inference=QUICK))

    for name in ("reported", "reported_differences"):
        assert json.dumps(made[name]) == json.dumps(exported(comparison)[name])


def words(**stances: int) -> Counter[Word]:
    return Counter({Word(stance, f"verbs#{stance}", False): count for stance, count in stances.items()})


@pytest.mark.parametrize("size", [12, 40])
def test_intervals_hold_the_truth_and_false_differences_are_few(size):
    random_numbers = np.random.default_rng(size)
    covered = called = 0
    runs = 60
    for _ in range(runs):
        found = []
        for _ in range(size):
            mine = {}
            for actor, chance in (("AAA", 0.3), ("BBB", 0.3)):
                doubt = random_numbers.beta(chance * 4, (1 - chance) * 4)  # articles differ
                count = 1 + int(random_numbers.poisson(2))
                far = int(random_numbers.binomial(count, doubt))
                mine[Label("actor", actor)] = words(distancing=far, neutral=count - far)
            found.append(mine)
        groups = np.zeros(size, dtype=np.int64)
        _, differences = treatment(
            ["Gull"], found, groups, [0], [""] * size, Inference(draws=199), least=10, least_events=5
        )
        for each in differences:
            covered += each.low <= 0 <= each.high
            called += each.sure

    assert covered / runs > 0.88
    assert called / runs < 0.12


def test_no_more_actors_are_compared_than_correction_bears():
    found = [{Label("actor", f"A{at:02}"): words(distancing=1, neutral=20 - at) for at in range(15)} for _ in range(12)]
    values, differences = treatment(
        ["Gull"], found, np.zeros(12, dtype=np.int64), [0], [""] * 12, Inference(draws=99), least=10, least_events=5
    )

    labels = {each.label for each in differences} | {each.other_label for each in differences}
    assert len(labels) == MOST_COMPARED
    assert labels == {f"A{at:02}" for at in range(MOST_COMPARED)}
    assert len({each.label for each in values}) == 12


def test_the_command_writes_them_in_every_format(framing_command, articles, tmp_path):
    path = tmp_path / "corpus.jsonl"
    path.write_text(
        "".join(json.dumps({"id": a.id, "outlet": a.outlet, "text": a.text}) + "\n" for a in articles),
        encoding="utf-8",
    )
    table = framing_command("compare", str(path), "--draws", "199")
    assert "Distancing reporting words in Gull: more for RUS" in " ".join(table.split())
    assert "reported actors:" in table
    made = json.loads(framing_command("compare", str(path), "--draws", "199", "--format", "json"))
    for part in ("reported", "reported_differences"):
        rows = list(csv.DictReader(io.StringIO(
            framing_command("compare", str(path), "--draws", "199", "--format", "csv", "--part", part)
        )))  # fmt: skip
        assert len(rows) == len(made[part]) > 0
        assert set(rows[0]) == set(made[part][0])
        assert [row["label"] for row in rows] == [row["label"] for row in made[part]]


@pytest.fixture
def framing_command():
    from click.testing import CliRunner

    from framing.cli import framing as root

    def run(*arguments: str) -> str:
        return CliRunner().invoke(root, arguments, catch_exceptions=False).stdout

    return run
