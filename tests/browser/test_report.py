"""The report in a real browser: with scripts and without, on a phone, in the dark, on paper, under attack."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from framing.report import Provenance, ReportOptions, report

pytestmark = pytest.mark.browser

LIT = "mark => getComputedStyle(mark).textDecorationLine !== 'none'"
TOP = "id => document.getElementById(id).getBoundingClientRect().top"
OPEN_ALL = "() => document.querySelectorAll('details').forEach(each => each.open = true)"


def test_nothing_is_said_asked_for_or_refused(open_page: Any, file: str) -> None:
    page = open_page()
    page.evaluate(OPEN_ALL)
    page.wait_for_timeout(200)

    assert page.heard.messages == []
    assert page.heard.requests == [file]
    with pytest.raises(Exception, match="TrustedHTML"):
        page.evaluate("() => { document.body.innerHTML = '<b>x</b>' }")


@pytest.mark.parametrize("scripts", [True, False])
def test_filters_work(open_page: Any, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts)
    # Without scripts a page can still be asked from outside.
    threat = page.locator("#a3 .t a.m1:not(i a)").first
    said = page.locator("#a3 .t i a.m1").first
    assert threat.evaluate(LIT)

    page.locator("#v-said").check()
    assert not threat.evaluate(LIT)
    assert said.evaluate(LIT)
    page.locator("#v-own").check()
    assert threat.evaluate(LIT)
    assert not said.evaluate(LIT)
    page.locator("#v-all").check()
    page.locator("#m1").uncheck()
    assert not threat.evaluate(LIT)


def test_a_mark_of_two_kinds_stays_lit_until_both_are_off(open_page: Any, made: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "two.html"
    path.write_text(report(made.comparison([made.scored("1", "A", "The {threat|armed {diplomacy|talks}} go on.")])))
    page = open_page(address=path.as_uri(), java_script_enabled=False)
    mark = page.locator("#a1 a.m1.m2")

    page.locator("#m1").uncheck()
    assert mark.evaluate(LIT)
    page.locator("#m2").uncheck()
    assert not mark.evaluate(LIT)


@pytest.mark.parametrize("scripts", [True, False])
def test_definitions_and_details_open(open_page: Any, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts)
    page.locator(".what").first.click()
    assert page.locator(".pop:popover-open").count() == 1

    page.keyboard.press("Escape")
    page.locator("#a1 > summary").click()
    assert page.locator("#a1 article").is_visible()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("place", ["a1-s4", "a3-s5", "e12", "x2-g1-own", "q1-g1"])
def test_permalinks_open_what_is_closed_and_land_there(open_page: Any, scripts: bool, place: str) -> None:
    page = open_page(f"#{place}", java_script_enabled=scripts)
    page.wait_for_timeout(150)

    assert page.locator(f"#{place}").is_visible()
    # A place near the end of the page cannot be scrolled to the top.
    at_end = page.evaluate("() => innerHeight + scrollY >= document.documentElement.scrollHeight - 2")
    assert 0 <= page.evaluate(TOP, place) <= 160 or at_end


def test_marks_and_rows_lead_to_each_other_without_scripts(open_page: Any) -> None:
    page = open_page(java_script_enabled=False)
    page.locator("#a3 > summary").click()
    page.locator("#a3 .t a").first.click()
    row = re.search(r"#(e\d+)$", page.url)

    assert row
    assert page.locator(f"#{row[1]}").is_visible()
    page.locator(f"#{row[1]}").click()
    assert page.url.endswith(("#a3-t1", "#a3-s1"))


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_runs_off_the_side(open_page: Any, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.evaluate(OPEN_ALL)

    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_everything_to_press_is_large_enough(open_page: Any) -> None:
    page = open_page(viewport={"width": 320, "height": 800})
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('button, nav a, summary, label, td:not(.w, .w td, .hits td) > a')]
            .filter(each => each.offsetParent)
            .map(each => [each.textContent.trim().slice(0, 30), each.getBoundingClientRect()])
            .filter(([_, box]) => box.height < 23.9 || box.width < 23.9)
            .map(([text, box]) => [text, box.width, box.height])"""
    )
    assert sizes == []


CONTRAST = """selectors => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const rgb = colour => { canvas.fillStyle = '#000'; canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3) };
    const light = colour => { const [r, g, b] = rgb(colour).map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b };
    const ground = light(getComputedStyle(document.body).backgroundColor);
    return selectors.map(([selector, name]) => {
        const colour = light(getComputedStyle(document.querySelector(selector))[name]);
        return [selector, (Math.max(colour, ground) + 0.05) / (Math.min(colour, ground) + 0.05)] });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_marks_stand_out(open_page: Any, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    text = [
        (selector, "color") for selector in ("p", ".dek", ".note", ".kicker", ".t i", ".t s", "figcaption p", "summary")
    ]
    marks = [(f".filters .sw.m{at}", "textDecorationColor") for at in (1, 2, 3, 4)]
    dots = [(".plot svg", "color"), (".stack .k1", "fill"), (".stack .k2", "fill")]

    assert [found for found in page.evaluate(CONTRAST, text) if found[1] < 4.5] == []
    assert [found for found in page.evaluate(CONTRAST, marks + dots) if found[1] < 3] == []


def test_the_theme_can_be_chosen_and_is_remembered(open_page: Any, file: str) -> None:
    page = open_page(color_scheme="light")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator("#theme-dark").check()

    assert page.evaluate(ground) != light
    page.reload()
    assert page.locator("#theme-dark").is_checked()
    page.emulate_media(media="print")
    assert page.evaluate(ground) == light


def test_marks_differ_by_more_than_colour(open_page: Any) -> None:
    page = open_page(forced_colors="active")
    styles = page.evaluate(
        """() => [...document.querySelectorAll('.filters .sw')].map(each => { const style = getComputedStyle(each);
            return style.textDecorationStyle + style.textDecorationThickness })"""
    )
    assert len(set(styles[:6])) == 6


def test_keys_work_only_while_their_switch_is_on(open_page: Any) -> None:
    page = open_page()
    focused = "() => document.activeElement.getAttribute('href')"
    page.keyboard.press("n")
    assert page.evaluate(focused) is None

    page.locator("#keys").check()
    page.keyboard.press("n")
    first = page.evaluate(focused)
    page.keyboard.press("n")
    second = page.evaluate(focused)
    page.keyboard.press("p")
    assert first.startswith("#e")
    assert second != first
    assert page.evaluate(focused) == first
    assert "at=a1-s" in page.url


def test_filters_are_kept_in_the_address(open_page: Any) -> None:
    page = open_page("#marks=2,3&voice=own&at=a1-s4")
    page.wait_for_timeout(100)

    assert not page.locator("#m1").is_checked()
    assert page.locator("#m3").is_checked()
    assert page.locator("#v-own").is_checked()
    assert page.locator("#a1-s4").is_visible()
    page.locator("#m1").check()
    assert "marks=1,2,3&voice=own" in page.url


def test_a_card_beside_a_mark_tells_of_its_evidence(open_page: Any) -> None:
    page = open_page("#a3-s1")
    page.locator("#a3-s1 a.m1").first.click()

    assert page.locator("#card").is_visible()
    assert "Threat: entry “build-up”, own voice." in page.locator("#card").inner_text()
    page.locator("#card a").click()
    assert re.search(r"#e\d+$", page.url)


def test_tables_can_be_sorted(open_page: Any) -> None:
    page = open_page()
    table = page.locator("table:has(> caption#t-articles)")
    words = "table => [...table.tBodies[0].rows].map(row => Number(row.cells[3].textContent.replaceAll(',', '')))"
    table.locator("thead button", has_text="Words").click()

    assert table.evaluate(words) == sorted(table.evaluate(words))
    assert table.locator("thead th").nth(3).get_attribute("aria-sort") == "ascending"


def test_evidence_can_be_taken_away(open_page: Any, made: ModuleType) -> None:
    given = [row for scored in made.articles() for row in scored.evidence]
    page = open_page()
    for table, wanted in (("evidence", [row for row in given if row.scorer != "sources"]),
                          ("quotations", [row for row in given if row.scorer == "sources"])):  # fmt: skip
        with page.expect_download() as download:
            page.locator(f'button[data-table="{table}"][data-form="json"]').click()
        rows = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
        assert len(rows) == len(wanted)
        assert sorted(row["voice"] for row in rows) == sorted(row.voice for row in wanted)
        if table == "evidence":
            assert sorted((row["label"], row["entry"], row["polarity"], row["actor"]) for row in rows) == sorted(
                (row.label, row.entry, row.polarity, row.actor or "") for row in wanted
            )
    with page.expect_download() as download:
        page.locator('button[data-csv="articles.csv"]').click()
    assert len(json.loads(Path(download.value.path()).read_text(encoding="utf-8"))) == 4


def test_tables_can_be_taken_away_without_scripts(open_page: Any) -> None:
    page = open_page(java_script_enabled=False)
    with page.expect_download() as download:
        page.locator('a[download="articles.csv"]').click()
    text = Path(download.value.path()).read_text(encoding="utf-8")

    assert text.startswith("id,article,outlet,date,threat_per_1000")
    assert len(text.splitlines()) == 5


def test_hostile_articles_do_nothing(open_page: Any, made: ModuleType, tmp_path: Path) -> None:
    payloads = [
        "</script><img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "\"' onmouseover=alert(1) x='",
        "</style><style>*{display:none}", "<iframe src=//evil.example>", "javascript:alert(1)",
    ]  # fmt: skip
    articles = [
        made.scored(
            payload,
            f"{payload} {at}",
            made.literal(payload) + " {threat|war}",
            title=made.literal(payload),
            url=payload,
        )
        for at, payload in enumerate(payloads)
    ]
    path = tmp_path / "hostile.html"
    options = ReportOptions(title=payloads[0])
    page_text = report(
        made.comparison(articles, notes=tuple(payloads)), options=options, provenance=Provenance(payloads[0])
    )
    path.write_text(page_text, encoding="utf-8", newline="")
    page = open_page(address=path.as_uri())
    page.evaluate(OPEN_ALL)
    for link in page.locator("#a1 a").all()[:2]:
        link.click()
    page.wait_for_timeout(200)

    assert page.heard.dialogs == []
    assert page.heard.messages == []
    assert page.heard.requests == [path.as_uri()]
    assert page.locator("h1").inner_text() == payloads[0]


@pytest.mark.parametrize(("full", "most"), [(False, 9), (True, 11)])
def test_paper(open_page: Any, full: bool, most: int) -> None:
    page = open_page()
    if full:
        page.evaluate("() => { window.print = () => {}; document.getElementById('print').click() }")
    printed = page.pdf(format="A4", tagged=True, outline=True)

    assert 3 <= len(re.findall(rb"/Type /Page\b", printed)) <= most
    assert b"/StructTreeRoot" in printed
