"""Every figure of corpus mode says what it is of: values are counted again from the rows, the rest follows."""

from __future__ import annotations

import importlib.util
import math
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from framing.compare.results import Inference
from framing.pipeline import compare, report

_PATH = Path(__file__).parents[1] / "compare" / "corpora.py"
COMPARED = ("t-holding", "t-checks", "t-cannot", "t-matched")
# What no row of evidence holds: sizes of texts, and means of what single articles have.
UNCOUNTED = re.compile(r"words_per_.*|flesch_.*|gunning.*|smog.*|.*_index|.*_grade|sources_effective_number|.*_score")
MONTHS = "January February March April May June July August September October November December".split()


@pytest.fixture(scope="module")
def inferred():
    spec = importlib.util.spec_from_file_location("inferred_corpora", _PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    articles = module.coverage({"Gull": 0.6, "Lamp": 0.2, "Orb": 0.2}, size=60)
    codings = [
        (coder, str(item), "xy"[(item + (coder == "b" and item == 3)) % 2]) for coder in "ab" for item in range(9)
    ]
    return compare(articles, inference=Inference(draws=299, clusters="article"), codings=codings)


@pytest.fixture(scope="module")
def read(inferred, reading):
    return reading.Page(report(inferred))


def table_of(number) -> str:
    return next((each.get("aria-labelledby") for each in number.element.iterancestors("div")), "")


@pytest.fixture(scope="module")
def compared(read):
    """The figures of the tables of differences, by row."""
    rows = defaultdict(dict)
    for number in read.numbers:
        if table_of(number) in COMPARED:
            row = next(number.element.iterancestors("tr"))
            rows[table_of(number), number.group, number.other, number.measure, row][number.part] = number
    assert len(rows) > 100
    return rows


def counts(read, measure: str, group: str) -> tuple[float, float] | None:
    """Numerator and denominator of a measure of a group, from the rows of evidence and the table of articles."""
    quotations = [row for row in read.rows if row.scorer == "sources" and row.group == group]
    if found := re.fullmatch(r"speaker_(\w+)_share", measure):
        return sum(row.actor == found[1] for row in quotations), len(quotations)
    if found := re.fullmatch(r"role_(\w+)_share", measure):
        known = [row for row in quotations if row.role]
        return sum(row.role == found[1].replace("_", " ") for row in known), len(known)
    if measure == "quotations":
        return len(quotations), len({each.article for each in read._articles if each.group == group})
    if found := re.fullmatch(r"sources_(unnamed|unresolved)_share", measure):
        return None
    if measure.startswith(("agency_", "reports_")):
        return None
    number = next(each for each in read.numbers if (each.measure, each.group) == (measure, group))
    return read.expected(number)


def groups(read) -> list[str]:
    return sorted({each.group for each in read._articles})


def test_every_figure_of_a_difference_is_in_its_data(read):
    for name in (*COMPARED, "t-words", "t-coverage-source", "t-coverage-actor", "t-coverage-frame", "t-families"):
        table = read.root.xpath(f"//caption[@id='{name}']/..")[0]
        for cell in table.xpath("./tbody/tr/td"):
            loose = "".join(cell.xpath("./text() | ./bdi/text()"))
            if cell.xpath("./data") and not cell.xpath("./bdi"):
                assert not re.search(r"\d", loose), (name, loose)


def test_figures_of_a_finding_are_those_of_the_table_and_lead_to_what_they_are_made_of(read, compared):
    found = [each for each in read.numbers if any(up.get("class") == "findings" for up in each.element.iterancestors())]
    held = {
        (group, measure, part): number.value
        for (table, group, _, measure, _), parts in compared.items()
        for part, number in parts.items()
        if table == "t-holding"
    }

    assert len(found) >= 4
    for number in found:
        assert number.value == held[number.group, number.measure, number.part]
        assert read.root.get_element_by_id(number.href.removeprefix("#")) is not None
    assert any(number.href.startswith("#x") for number in found)


def test_values_are_counted_again_from_the_rows(read, compared):
    checked = Counter()
    for (_, group, _, measure, _), parts in compared.items():
        number = parts.get("")
        if number is None or UNCOUNTED.fullmatch(measure) or (found := counts(read, measure, group)) is None:
            continue
        numerator, denominator = found
        scale = 1000 if measure.endswith("_per_1000") else 1
        assert number.numerator == pytest.approx(numerator, rel=1e-5), (measure, group)
        assert number.denominator == pytest.approx(denominator, rel=1e-5), (measure, group)
        assert number.value == pytest.approx(scale * numerator / denominator, rel=1e-5)
        checked[measure.partition("_")[2]] += 1
    assert {"own_per_1000", "per_1000", "sentences"} <= set(checked)
    assert any(name.endswith("RUS_share") for name in checked)


def test_the_other_side_is_the_mean_of_all_others(read, compared):
    checked = 0
    sizes = {group: len({each.article for each in read._articles if each.group == group}) for group in groups(read)}
    for (_, group, other, measure, _), parts in compared.items():
        if "rest" not in parts or other or not measure.endswith("_own_per_1000"):
            continue
        found = [(sizes[each], *counts(read, measure, each)) for each in groups(read) if each != group]
        top, over = (sum(part[at] / part[0] for part in found) for at in (1, 2))
        assert parts["rest"].value == pytest.approx(1000 * top / over, rel=1e-5, abs=1e-9)
        checked += 1
    assert checked > 5


def test_a_difference_is_what_is_here_less_what_is_there(compared):
    for (table, _, _, measure, _), parts in compared.items():
        if table not in ("t-holding", "t-cannot"):
            continue
        difference = parts["difference"].value
        assert difference == pytest.approx(parts[""].value - parts["rest"].value, rel=1e-3, abs=1e-4), measure
        assert parts["low"].value <= difference <= parts["high"].value
        assert difference - parts["low"].value == pytest.approx(parts["high"].value - difference, rel=1e-3, abs=1e-4)
        if "ratio" in parts:
            assert parts["ratio"].value == pytest.approx(parts[""].value / parts["rest"].value, rel=1e-4)


def test_figures_are_printed_as_they_are(read, compared):
    printed = 0
    for parts in compared.values():
        for part, number in parts.items():
            found = re.fullmatch(r"([+-]?)([\d,]*\.?\d*(?:e[+-]\d+)?)(%?)", number.text)
            if not found:
                assert number.text == "<0.001"
                assert number.value < 0.0005
                continue
            value = float(f"{found[1]}{found[2].replace(',', '')}")
            decimals = len(found[2].partition(".")[2])
            points = found[3] or (
                number.measure.endswith(("_share", "_sentences"))
                and part.endswith(("difference", "low", "high", "detectable"))
            )
            shown = number.value * (100 if points else 1)
            assert value == pytest.approx(shown, abs=0.51 * 10**-decimals, rel=0.06 if part == "ratio" else 1e-5), (
                number
            )
            printed += 1
    assert printed > 500


def test_differences_are_those_of_the_comparison(read, compared, inferred):
    names = {f"g{at}": group.name for at, group in enumerate(inferred.groups, 1)}
    known = {(row.group, row.other, row.measure): row for row in inferred.statistics.differences}
    checks = {(each.group, each.other, each.measure, each.check): each for each in inferred.statistics.checks}
    fields = {"": "value"}
    seen = Counter()
    for (table, group, other, measure, _), parts in compared.items():
        key = (names[group], names.get(other, ""), measure)
        for part, number in parts.items():
            if table == "t-checks":
                kind, _, field = part.rpartition("-")
                expected = getattr(checks[(*key, kind)], field)
            else:
                expected = getattr(known[key], fields.get(part, part.replace("-", "_")))
            assert number.value == pytest.approx(expected, rel=1e-5, abs=1e-9), (key, part)
            seen[part] += 1
    assert {"difference", "low", "q", "delta", "lexicon-difference", "model-difference", "own-voice-difference"} <= set(
        seen
    )


def test_own_voice_alone_is_the_difference_of_the_own_voice(compared):
    own = {
        (group, measure): parts["difference"].value
        for (table, group, _, measure, _), parts in compared.items()
        if table in ("t-holding", "t-cannot")
    }
    checked = 0
    for (table, group, _, measure, _), parts in compared.items():
        counterpart = measure.replace("_per_1000", "_own_per_1000")
        if (
            table == "t-checks"
            and "own-voice-difference" in parts
            and (group, counterpart) in own
            and counterpart != measure
        ):
            assert parts["own-voice-difference"].value == pytest.approx(own[group, counterpart], rel=1e-5)
            checked += 1
    assert checked


def test_coverage_is_counted_again_from_the_rows(read):
    checked = Counter()
    for number in read.numbers:
        found = re.fullmatch(r"coverage_(source|frame)_share", number.measure)
        if not found or number.part not in ("", "count"):
            continue
        mine = [row for row in read.rows if row.group == number.group]
        if found[1] == "source":
            whole = [row for row in mine if row.scorer == "sources" and row.actor not in ("", "unnamed", "unresolved")]
            part = [row for row in whole if row.actor == number.label]
        else:
            whole = [row for row in mine if row.scorer == "frames" and row.polarity == "asserted"]
            part = [row for row in whole if row.label == number.label]
        if number.part == "count":
            assert number.value == len(part)
        else:
            assert (number.numerator, number.denominator) == (len(part), len(whole))
            assert number.value == pytest.approx(len(part) / len(whole), rel=1e-5)
        checked[found[1]] += 1
    assert min(checked["source"], checked["frame"]) > 2


def test_periods_are_counted_again_from_the_rows(read):
    days = {}
    for row in read.root.xpath("//caption[@id='t-articles']/../tbody/tr"):
        day, month, year = row.xpath("./td")[1].text_content().replace("\u00a0", " ").split()
        days[row.get("data-article")] = f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"
    import datetime as dt

    checked = 0
    for number in read.numbers:
        if table_of(number) != "t-time" or number.part or math.isnan(number.value):
            continue
        monday = dt.date.fromisoformat(number.label)
        week = {f"{monday + dt.timedelta(days=at)}" for at in range(7)}
        label = number.measure.removesuffix("_own_per_1000")
        rows = [row for row in read.rows if row.group == number.group and row.label == label and row.own]
        assert number.numerator == sum(
            row.weight for row in rows if row.polarity == "asserted" and days[row.article] in week
        )
        assert number.denominator == sum(
            read.articles("own_words", number.group, article) for article, day in days.items() if day in week
        )
        checked += 1
    assert checked > 10


def test_distinctive_words_are_ratios_of_their_counts(read):
    rates = [number for number in read.numbers if number.measure == "word_per_1000" and number.part in ("", "rest")]
    assert len(rates) > 10
    for number in rates:
        assert number.value == pytest.approx(1000 * number.numerator / number.denominator, rel=1e-4)
    texts = {
        row.get("id"): " ".join(row.xpath(".//text()")).lower()
        for row in read.root.xpath(
            "//*[@id='texts']//*[re:test(@id, '^a[0-9]+$')]", namespaces={"re": "http://exslt.org/regular-expressions"}
        )
    }
    of_group = {each.article: each.group for each in read._articles}
    for number in rates:
        if not number.part:
            word = next(number.element.iterancestors("tr")).xpath("./th")[0].text_content().strip()
            seen = sum(
                len(re.findall(rf"\b{re.escape(word)}\b", text))
                for article, text in texts.items()
                if of_group[article] == number.group
            )
            assert seen == number.numerator, word


def test_agreement_is_on_the_page(read, inferred):
    alpha = next(number for number in read.numbers if number.measure == "krippendorff_alpha" and not number.part)
    assert alpha.value == pytest.approx(inferred.agreement[0].value, rel=1e-5)
    assert 0.5 < alpha.value < 1
