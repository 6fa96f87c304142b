"""Articles are hostile: nothing they hold may become markup, a style, a script, an id or an address."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from types import ModuleType

import lxml.html
import pytest

from framing import resources
from framing.article import Excluded
from framing.compare.comparison import Comparison
from framing.report import Accuracy, InputNote, LexiconNote, Provenance, ReportOptions, report
from framing.report.downloads import harmless
from framing.report.wording import address

PAYLOADS = [
    "</script><img src=x onerror=alert(1)>",
    "<!--<script>",
    "]]><svg onload=alert(1)>",
    "{{7*7}}{% raw %}",
    "\"' onmouseover=alert(1) x='",
    "javascript:alert(1)",
    "</style><style>*{display:none}",
    "</title><base href=//evil.example>",
    "\u202egnp.exe\u2028\x07",
    "=cmd|' /C calc'!A0",
    "a" * 3000,
]
TAGS = re.compile(r"<[a-z][^>]*>", re.IGNORECASE)


def hostile(made: ModuleType, payload: str) -> tuple[Comparison, Provenance, ReportOptions]:
    """A comparison with a payload in every field."""
    inside = made.literal(payload)
    said = f"[[NRD government direct|“No {inside},”]] he {{neutral:say|said}}"
    articles = [
        made.scored(
            f"{outlet}{payload}",
            f"{outlet}{payload}",
            f"{inside} the {{threat|war{inside}}}. {said} {inside} {{hedge|maybe}}.",
            title=f"{inside} title",
            day="2031-05-02",
            url=payload,
        )
        for outlet in "AB"
    ]
    comparison = made.comparison(
        articles, mode_reason=payload, notes=(payload,), excluded=(Excluded(payload, payload, "empty", payload),)
    )
    provenance = Provenance(
        version=payload, command=payload, python=payload, platform=payload, timestamp=payload,
        lexicons=tuple(
            LexiconNote(payload, label, "frame", payload, payload, payload, 1, payload, (payload,), (payload,), payload)
            for label in (*made.FRAMES, *made.HEDGING)
        ),
        inputs=(InputNote(payload, payload, 1),), options=((payload, payload),), actors=(("NRD", payload),),
        accuracy=(Accuracy(payload, payload, payload),),
    )  # fmt: skip
    comparison = replace(
        comparison, specs=tuple(replace(spec, title=payload, definition=payload) for spec in comparison.specs)
    )
    return comparison, provenance, ReportOptions(title=payload)


OF_TABLES = set("section header p b h2 div table caption thead tbody tr th td bdi a".split())


def page_of(made: ModuleType, payload: str) -> str:
    """The page of a comparison that is full of one payload."""
    comparison, provenance, options = hostile(made, payload)
    return report(comparison, options=options, provenance=provenance)


def shape(page: str) -> Counter[str]:
    """How many of each element a page has; the marks of an axis depend on how many words there are."""
    root = lxml.html.document_fromstring(page)
    # What texts have in common depends on their words: this section has its own rows, but no other elements.
    for section in root.xpath("//section[@id='story']"):
        assert {str(element.tag) for element in section.iter()} <= OF_TABLES
        section.drop_tree()
    for link in root.xpath("//nav//a[@href='#story']"):
        link.getparent().drop_tree()
    return Counter(str(element.tag) for element in root.iter() if element.tag not in ("text", "line"))


@pytest.fixture(scope="module")
def benign(made: ModuleType) -> Counter[str]:
    """The elements of a page without malice."""
    return shape(page_of(made, "calm"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_fields_add_no_element(made: ModuleType, benign: Counter[str], payload: str) -> None:
    page = page_of(made, payload)

    assert shape(page) == benign
    root = lxml.html.document_fromstring(page)
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    assert not root.xpath("//*[@src or @srcset or @action or @formaction]")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_fields_reach_no_id_class_or_address(made: ModuleType, payload: str) -> None:
    root = lxml.html.document_fromstring(page_of(made, payload))

    for element in root.iter():
        for name in ("id", "class", "for", "popovertarget", "aria-labelledby"):
            assert re.fullmatch(r"[\w \-]*", element.get(name, "")), (name, element.get(name))
    for href in root.xpath("//@href"):
        assert re.match(r"#[\w-]+$|https?://|data:(text/csv|application/json);", href), href


def test_control_characters_are_shown(made: ModuleType) -> None:
    page = page_of(made, PAYLOADS[8])

    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    assert "[U+202E]gnp.exe" in page


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/a?b=1", True), ("http://news.example", True), ("javascript:alert(1)", False),
        (" JaVaScRiPt:alert(1)", False), ("data:text/html,<script>", False), ("//news.example", False),
        ("https:", False), ("http://[bad", False), ("vbscript:x", False), ("", False),
    ],
)  # fmt: skip
def test_only_web_addresses_are_links(url: str, kept: bool) -> None:
    assert bool(address(url)) is kept


def test_the_page_carries_the_hashes_of_its_style_and_script(page: str) -> None:
    policy = lxml.html.document_fromstring(page).xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')[0]

    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        found = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(found) == 1
        digest = b64encode(sha256(found[0].encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert policy.endswith(
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def test_nothing_is_fetched(page: str) -> None:
    root = lxml.html.document_fromstring(page)

    assert not root.xpath("//link | //img | //iframe | //object | //embed | //audio | //video | //base")
    assert not re.search(r"url\((?!#)|@import", re.findall("<style>(.*?)</style>", page, re.DOTALL)[0])
    assert all("noopener" in link.get("rel") for link in root.xpath('//a[starts-with(@href, "http")]'))


def test_no_template_declares_anything_safe() -> None:
    for file in resources.reports().iterdir():
        if file.name.endswith((".jinja", ".js", ".css")):
            text = file.read_text(encoding="utf-8")
            assert not re.search(r"\|\s*safe|Markup|autoescape", text), file.name
            assert not re.search(r"\sstyle=|\son[a-z]+=", text), file.name


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_ordinary_cells_stay_as_they_are() -> None:
    assert harmless("The Gull - evening") == "The Gull - evening"
