"""A comparison as one page that opens anywhere.

The way is comparison -> `build` (wording, rounding, order) -> `ReportView` -> `render` (Jinja) -> text.
"""

from __future__ import annotations

from framing.compare.comparison import Comparison
from framing.report.build import build
from framing.report.options import Accuracy, InputNote, LexiconNote, Provenance, ReportOptions
from framing.report.render import render


def report(
    comparison: Comparison, *, options: ReportOptions | None = None, provenance: Provenance | None = None
) -> str:
    """One self-contained HTML page of a comparison.

    The page needs no network, reads without scripts, and leads from every figure to the passages behind it. The same
    input gives the same characters, whatever the order of its articles.

    Parameters
    ----------
    comparison : Comparison
        What to show.
    options : ReportOptions, optional
        How to show it.
    provenance : Provenance, optional
        Where it came from; what is missing is not printed.

    Returns
    -------
    str
        The page; write it as UTF-8 without translating newlines.

    Examples
    --------
    >>> from framing.compare.comparison import Comparison
    >>> page = report(Comparison("outlet", "same-story", "No outlet has ten articles.", (), ()))
    >>> page.startswith("<!doctype html>")
    True
    """
    return render(build(comparison, options or ReportOptions(), provenance or Provenance()))


__all__ = ["Accuracy", "InputNote", "LexiconNote", "Provenance", "ReportOptions", "report"]
