"""A page without what it can do without is the same page."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from framing.report.lean import lean

SIGNS = st.text(st.sampled_from("ab1 .%#-_/=`&;<>\"'\n\u00e9") | st.characters(exclude_categories=("Cs", "Cc")))


class Heard(HTMLParser):
    """What a parser makes of a page, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.events: list[object] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, attrs, "closed"))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self.events and isinstance(self.events[-1], list):
            self.events[-1][0] += data
        else:
            self.events.append([data])


@given(SIGNS, SIGNS, SIGNS)
def test_a_parser_makes_the_same_of_it(value: str, text: str, title: str) -> None:
    page = Markup('<p class="{}" title="{}">{}</p><svg><rect x="{}"/></svg>').format(value, title, text, value)

    assert Heard(lean(str(page))).events == Heard(str(page)).events


@pytest.mark.parametrize("tag", ["style", "script"])
def test_styles_and_scripts_are_not_touched(tag: str) -> None:
    raw = f'<{tag}>a[b="c"]>d{{content:"e"}}f(\'g\') && h < i{escape(chr(34))}</{tag}>'

    assert lean(f'<b id="x">{raw}</b>') == f"<b id=x>{raw}</b>"


def test_a_page_is_the_same_to_a_parser(page: str) -> None:
    again = lean(page)

    assert again == page
    assert '="note"' not in page
    assert "&#3" not in page.partition("<script>")[0].partition("</style>")[2].replace('"', "")
