"""A real browser, and pages for it to open."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from framing.report import report

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium without a window."""
    from playwright.sync_api import sync_playwright

    path = next(found for name in NAMES if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """What makes comparisons, from the tests of the report."""
    path = Path(__file__).parents[1] / "report" / "conftest.py"
    spec = importlib.util.spec_from_file_location("report_conftest", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.load("markup")
    return module.load("made")  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def file(made: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page on disk."""
    path = tmp_path_factory.mktemp("browser") / "report.html"
    path.write_text(
        report(made.comparison(made.articles(), excluded=made.excluded()), provenance=made.provenance()),
        encoding="utf-8",
        newline="",
    )
    return path.as_uri()


@dataclass
class Heard:
    """What a page did besides showing itself."""

    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


def listen(page: Any) -> Heard:
    """Note everything a page says, asks for or pops up."""
    heard = Heard()
    page.on("console", lambda message: heard.messages.append(message.text))
    page.on("pageerror", lambda error: heard.messages.append(str(error)))
    page.on("request", lambda request: heard.requests.append(request.url))
    page.on("dialog", lambda dialog: (heard.dialogs.append(dialog.message), dialog.dismiss()))
    return heard


@pytest.fixture
def open_page(browser: Any, file: str) -> Iterator[Any]:
    """Open the report, as a context with these settings does; the page knows what was heard."""
    contexts = []

    def opened(fragment: str = "", address: str = "", **settings: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.heard = listen(page)
        page.goto((address or file) + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
