"""Links between pages lead somewhere, and every page can be found from the first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/*.md", "examples/*.md", "lexicons/*.md", "benchmarks/*.md")
    for path in ROOT.glob(pattern)
)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def links(page: str) -> list[str]:
    text = _CODE.sub("", (ROOT / page).read_text(encoding="utf-8"))
    return [target for target in _LINK.findall(text) if not re.match(r"[a-z]+:", target)]


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_links_resolve(page):
    for target in links(page):
        name, _, anchor = target.partition("#")
        path = (ROOT / page).parent / name if name else ROOT / page
        assert path.exists(), f"{page}: {target}"
        assert path.resolve().is_relative_to(ROOT), f"{page}: {target}"
        if anchor:
            assert anchor in anchors(path), f"{page}: {target}"


def test_every_page_of_the_documentation_is_reached_from_its_index():
    reached = {target.partition("#")[0] for target in links("docs/index.md")}
    assert {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"} <= reached


@pytest.mark.parametrize("page", PAGES)
def test_files_named_in_code_exist(page):
    """A path of the repository in a code span, such as `framing/structure/nouns.py`."""
    text = (ROOT / page).read_text(encoding="utf-8")
    folders = "framing|lexicons|reports|docs|examples|tests|benchmarks"
    for path in re.findall(rf"`((?:{folders})/[\w./-]*)`", text):
        assert (ROOT / path).exists(), f"{page}: {path}"
