"""Compare how news outlets frame the same events.

>>> import framing
>>> corpus = framing.read("examples/articles")  # doctest: +SKIP
>>> comparison = framing.compare(corpus, by="outlet")  # doctest: +SKIP
>>> page = framing.report(comparison, "report.html")  # doctest: +SKIP

The scorers are scikit-learn transformers: texts in, a column a measure out.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.article import Article as Article
    from framing.compare.results import Inference as Inference
    from framing.errors import FramingError as FramingError
    from framing.pipeline import Corpus as Corpus
    from framing.pipeline import Settings as Settings
    from framing.pipeline import source_balance as source_balance
    from framing.scorers.frames import FrameScorer as FrameScorer
    from framing.scorers.hedging import HedgingScorer as HedgingScorer
    from framing.scorers.learned import LearnedFrameScorer as LearnedFrameScorer
    from framing.scorers.readability import ReadabilityScorer as ReadabilityScorer
    from framing.scorers.reporting import ReportingScorer as ReportingScorer
    from framing.scorers.sources import SourceScorer as SourceScorer

# Imported when first asked for: what one use needs does not slow another down.
_PUBLIC = {
    "Article": "framing.article",
    "FramingError": "framing.errors",
    "Inference": "framing.compare.results",
    "Corpus": "framing.pipeline",
    "Settings": "framing.pipeline",
    "source_balance": "framing.pipeline",
    "FrameScorer": "framing.scorers.frames",
    "HedgingScorer": "framing.scorers.hedging",
    "LearnedFrameScorer": "framing.scorers.learned",
    "ReadabilityScorer": "framing.scorers.readability",
    "ReportingScorer": "framing.scorers.reporting",
    "SourceScorer": "framing.scorers.sources",
}
# Steps that are functions to a user and folders to a developer.
_STEPS = ("read", "compare", "report", "events", "same_story")

__all__ = [*_PUBLIC, *_STEPS]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'framing' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _step(name: str) -> property:
    def function(package: ModuleType) -> Any:
        return getattr(import_module("framing.pipeline"), name)

    def keep(package: ModuleType, folder: ModuleType) -> None:
        """Importing ``framing.read`` the folder must not hide ``framing.read`` the function."""

    return property(function, keep)


class _Package(ModuleType):
    read = _step("read")
    compare = _step("compare")
    report = _step("report")
    events = _step("events")
    same_story = _step("same_story")


sys.modules[__name__].__class__ = _Package
