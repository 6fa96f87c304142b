"""What may be said of outlets, not only of these texts: differences with their intervals and checks, in corpus mode."""

from __future__ import annotations

from collections.abc import Iterator

from framing.compare.results import Difference, Statistics
from framing.compare.sentences import Told, sentences
from framing.report.catalog import DEEDS, STANCES, Catalog
from framing.report.differences import agreed, cannot, checked, holding, matched, tried
from framing.report.findings import Finding, Findings
from framing.report.inferred import Inferred
from framing.report.phrase import Link, Name, Number, Phrase, phrase
from framing.report.section import Section
from framing.report.wording import many

MOST_FINDINGS = 60
_EVENTS = {
    "named": "",
    "found": " Which articles are about one event was found by their words, names and dates (see framing events).",
    "few": " Articles on one event count as one observation where events are known; here too few could be told apart, "
    "so that intervals hold for coverage of these events only.",
    "none": "",
}
RULE = (
    "A difference is called one if its 95% interval still leaves out zero after correction for the number of "
    "comparisons of its sort (Benjamini-Hochberg, at most 5% false), and “may be” one if only the interval before "
    "correction does; else we cannot tell. “Slightly” means less than 1.2 times as much. Intervals come from drawing "
    "whole events, found by likeness where they are not named, or else whole articles, with replacement. Each "
    "difference is then asked whether it keeps its sign and its distance from zero without any one article, without "
    "any one lexicon entry, without headlines, in the outlet’s own voice only, among like articles, and, of a frame, "
    "by the lexicon or the model alone; where it does not, that is said."
)


def corpus_findings(catalog: Catalog, found: Statistics) -> Findings:
    """The headline findings, in the words of the calibration."""
    inferred = Inferred(catalog, found)
    told = sentences(catalog.comparison, title=inferred.title)
    return Findings(tuple(_finding(catalog, inferred, each) for each in told), RULE)


def _finding(catalog: Catalog, inferred: Inferred, told: Told) -> Finding:
    links = [Link("See how it was checked", "#differences")]
    row = told.difference
    if row is None:
        return Finding(phrase(told.claim), tuple(links), told.grounds)
    section, bucket = _opening(catalog, row.measure)
    opened = {}
    for entry in catalog.groups:
        href = catalog.passages(section, entry.id, bucket)
        if entry.name in (row.group, row.other) and href:
            links.insert(0, Link(f"See the passages in {entry.name}", href))
            opened[entry.name] = href
    return Finding(_sentence(row, told, *inferred.sides(row, opened)), tuple(links), told.grounds)


def _opening(catalog: Catalog, measure: str) -> tuple[str, str]:
    """Where the passages behind a measure are listed, and those of which sort they are if it counts one."""
    for kind in (*catalog.frames, *catalog.commitments):
        if measure.startswith(f"{kind.label}_"):
            return kind.section, "own" if "_own_" in measure else ""
    what, _, sort = measure.removesuffix("_share").partition("_")
    if what == "reports":
        return "xr", sort if sort in STANCES else ""
    return ("xd", sort if sort in DEEDS else "") if what == "agency" else ("", "")


def _sentence(row: Difference, told: Told, here: Number, there: Number) -> Phrase:
    """A claim whose figures lead to what they are made of."""
    before, _, after = told.claim.rpartition(f"{here.text} against {there.text}")
    title, than, rest = before.rpartition(f" {row.group} than in ")
    head = phrase(f"{title} ", Name(row.group), f" than in {rest}") if than else phrase(before)
    return (*head, *phrase(here, " against ", there, after))


def differences_section(catalog: Catalog, found: Statistics) -> Section:
    """Which differences hold, how each was checked, and what cannot be told."""
    rows = sorted(
        (row for row in found.differences if row.claimed),
        key=lambda row: (not row.sure, not row.survives, -row.strength, row.measure, row.group),
    )
    shown = rows[:MOST_FINDINGS]
    inferred = Inferred(catalog, found)
    intro = [phrase(text) for text in _tested(catalog, found)]
    tables = [cannot(found, inferred), matched(inferred, shown), tried(found)]
    if shown:
        tables.insert(0, checked(found, inferred, shown))
        tables.insert(0, holding(catalog, inferred, shown, len(rows)))
    return Section(
        "differences",
        "Differences",
        "Can I trust it",
        "Which differences hold",
        tuple(intro),
        (),
        tuple(tables),
        "A difference between outlets is no fault of either. Outlets that wrote about other things, at other times or "
        "in other kinds of text differ for that reason too: compare like with like before you speak of framing.",
    )


def agreement_section(catalog: Catalog) -> Section | None:
    """How far coders of the same items agree; none where no codings were given."""
    table = agreed(catalog)
    if table is None:
        return None
    return Section(
        "agreement",
        "Agreement",
        "Can I trust it",
        "How far the coders agree",
        (phrase("Codings of the same items by several people, or by people and this toolkit."),),
        (),
        (table,),
        "Coders who agree may share a misunderstanding; the codebook and a look at what they disagree on tell.",
    )


def _tested(catalog: Catalog, found: Statistics) -> Iterator[str]:
    tested = sum(family.tested for family in found.families)
    before = sum(family.uncorrected for family in found.families)
    after = sum(family.corrected for family in found.families)
    surviving = sum(family.surviving for family in found.families)
    what = "events" if found.clusters == "event" else "articles"
    against = (
        "each against all others, of which each counts the same"
        if not found.inference.baseline
        else (f"each against {found.inference.baseline}")
    )
    yield (
        f"{many(tested, 'comparison')} of {catalog.more} were made, {against}. In {before} the 95% interval of the "
        f"difference leaves out zero; {after} remain after correction for their number, and {surviving} of these "
        f"survive every check. Intervals rest on {found.inference.draws:,} draws of {what}."
        f"{_EVENTS[found.events]}"
    )
    if found.suppressed:
        names = ", ".join(name or "(none)" for name in found.suppressed)
        yield f"Nothing is claimed of {names}: fewer than ten articles, or articles about fewer than five events."
