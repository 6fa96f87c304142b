"""What may be said of outlets, not only of these texts: differences with their intervals and checks, in corpus mode."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial

from framing.compare.results import Difference, Statistics
from framing.compare.robustness import Check
from framing.compare.sentences import CHECKS, Told, chance, gap, gaps, number, sentences
from framing.evidence import MeasureSpec
from framing.report.catalog import Catalog
from framing.report.findings import Finding, Findings
from framing.report.phrase import Link, Name, Phrase, phrase
from framing.report.section import Section
from framing.report.tables import Body, Column, Row, Table
from framing.report.wording import many

MOST_FINDINGS = 60
RULE = (
    "A difference is called one if its 95% interval still leaves out zero after correction for the number of "
    "comparisons of its sort (Benjamini-Hochberg, at most 5% false), and “may be” one if only the interval before "
    "correction does; else we cannot tell. “Slightly” means less than 1.2 times as much. Intervals come from drawing "
    "whole articles, or whole events where these are known, with replacement. Each difference is then asked whether it "
    "keeps its sign and its distance from zero without any one article, without any one lexicon entry, without "
    "headlines, in the outlet’s own voice only, among like articles, and, of a frame, by the lexicon or the model alone; "
    "where it does not, that is said."
)
_VERDICTS = {
    "more": "more",
    "less": "less",
    "may be more": "may be more",
    "may be less": "may be less",
    "cannot tell": "we cannot tell",
    "not compared": "not compared",
}
_LISTED = ("_own_per_1000", "_distancing_share")
_COLUMNS = ("article", "event", "entry", "own-voice", "headline", "lexicon", "model", "matched")
_HEADS = {
    "article": "Without any one article",
    "event": "Without any one event",
    "entry": "Without any one lexicon entry",
    "own-voice": "Own voice only",
    "headline": "Without headlines",
    "lexicon": "By the lexicon alone",
    "model": "By the model alone",
    "matched": "Like with like",
}


def corpus_findings(catalog: Catalog, found: Statistics) -> Findings:
    """The headline findings, in the words of the calibration."""
    told = sentences(catalog.comparison, title=partial(_title, catalog))
    return Findings(tuple(_finding(catalog, each) for each in told), RULE)


def _finding(catalog: Catalog, told: Told) -> Finding:
    links = [Link("See how it was checked", "#differences")]
    row = told.difference
    kind = next(
        (kind for kind in (*catalog.frames, *catalog.commitments) if row and row.measure.startswith(f"{kind.label}_")),
        None,
    )
    if row and kind:
        for entry in catalog.groups:
            bucket = "own" if "_own_" in row.measure else ""
            href = catalog.passages(kind.section, entry.id, bucket)
            if entry.name in (row.group, row.other) and href:
                links.insert(0, Link(f"See the passages in {entry.name}", href))
    return Finding(phrase(Name(told.sentence)), tuple(links))


def differences_section(catalog: Catalog, found: Statistics) -> Section:
    """Which differences hold, how each was checked, and what cannot be told."""
    rows = sorted(
        (row for row in found.differences if row.claimed),
        key=lambda row: (not row.sure, not row.survives, -row.strength, row.measure, row.group),
    )
    shown = rows[:MOST_FINDINGS]
    intro = [phrase(text) for text in _tested(catalog, found, rows)]
    tables = [_cannot(catalog, found), _matched(catalog, shown), *_tried(found)]
    if shown:
        tables.insert(0, _checked(catalog, found, shown))
        tables.insert(0, _holding(catalog, shown, len(rows)))
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


def _tested(catalog: Catalog, found: Statistics, rows: Sequence[Difference]) -> Iterator[str]:
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
    )
    if found.suppressed:
        names = ", ".join(name or "(none)" for name in found.suppressed)
        yield f"Nothing is claimed of {names}: fewer than ten articles, or articles about fewer than five events."


def _holding(catalog: Catalog, rows: Sequence[Difference], whole: int) -> Table:
    made = tuple(
        Row(
            phrase(_who(catalog, row), " ", _VERDICTS[row.verdict] if not row.slight else f"slightly {row.verdict}"),
            tuple(
                phrase(cell)
                for cell in (
                    _title(catalog, row),
                    _number(row.value, catalog, row),
                    _number(row.rest, catalog, row),
                    f"{_gap(row.difference, catalog, row)} ({_interval(row.low, row.high, catalog, row)})",
                    "–" if math.isnan(row.ratio) else f"{row.ratio:.2g}",
                    "–" if math.isnan(row.delta) else f"{row.delta:+.2f}",
                    chance(row.q),
                    "every check" if row.survives else f"not {', not '.join(CHECKS[fail] for fail in row.fails)}",
                )
            ),
        )
        for row in rows
    )
    columns = (
        Column(catalog.one.capitalize(), False),
        Column("Of what", False),
        Column("Here"),
        Column("There"),
        Column("Difference (95% interval)"),
        Column("Times"),
        Column("Cliff’s delta"),
        Column("q"),
        Column("Survives", False),
    )
    note = (
        "“There” is what the row sets the group against. Cliff’s delta: how much more often a single article is above "
        "one from there than below it, from -1 to 1. q: after correction; up to .05 counts. In "
        "the unit of the measure; differences of shares in percentage points."
    )
    if len(rows) < whole:
        note += f" The strongest {len(rows)} of {whole}; all are in the output of framing compare."
    return Table("t-holding", "Differences that hold, or may", columns, (Body(made),), note)


def _checked(catalog: Catalog, found: Statistics, rows: Sequence[Difference]) -> Table:
    known: dict[tuple[str, str, str], dict[str, Check]] = {}
    for check in found.checks:
        known.setdefault((check.group, check.other, check.measure), {})[check.check] = check
    used = [name for name in _COLUMNS if any(name in checks for checks in known.values())]
    made = tuple(
        Row(
            phrase(_who(catalog, row), ", ", _title(catalog, row)),
            tuple(_check(catalog, row, known.get((row.group, row.other, row.measure), {}).get(name)) for name in used),
        )
        for row in rows
    )
    columns = (Column("Finding", False), *(Column(_HEADS[name], False) for name in used))
    note = (
        "Each cell: what is left of the difference, with its 95% interval; × where it no longer leaves out zero. Of "
        "articles and entries the one without which least is left is named."
    )
    return Table("t-checks", "Does it survive?", columns, (Body(made),), note)


def _check(catalog: Catalog, row: Difference, check: Check | None) -> Phrase:
    if check is None:
        return phrase("–")
    mark = "" if check.survives else "× "
    text = f"{mark}{_gap(check.difference, catalog, row)} ({_interval(check.low, check.high, catalog, row)})"
    if check.check in ("article", "event", "entry"):
        return phrase(text, " without ", Name(check.detail.rpartition("#")[2]))
    return phrase(text)


def _cannot(catalog: Catalog, found: Statistics) -> Table:
    rows = [row for row in found.differences if row.verdict == "cannot tell"]
    rows = [row for row in rows if row.measure.endswith(_LISTED) or row.measure.startswith("speaker_")]
    made = tuple(
        Row(
            phrase(_who(catalog, row), ", ", _title(catalog, row)),
            (
                phrase(_number(row.value, catalog, row)),
                phrase(_number(row.rest, catalog, row)),
                phrase(f"{_gap(row.difference, catalog, row)} ({_interval(row.low, row.high, catalog, row)})"),
                phrase(_gap(row.detectable, catalog, row)),
            ),
        )
        for row in sorted(rows, key=lambda row: (row.measure, row.group))
    )
    columns = (
        Column("Comparison", False),
        Column("Here"),
        Column("There"),
        Column("Difference (95% interval)"),
        Column("Could have been found"),
    )
    note = (
        "No difference was found, which is not to say that there is none: the last column is the smallest one that "
        "would have been found in four of five such samples. Of frames and hedging, only the outlets’ own voice is "
        "listed."
    )
    return Table("t-cannot", "What we cannot tell", columns, (Body(made),), note)


def _matched(catalog: Catalog, rows: Sequence[Difference]) -> Table:
    what = next((row.matched_on for row in rows if row.matched_on), "")
    made = tuple(
        Row(
            phrase(_who(catalog, row), ", ", _title(catalog, row)),
            (
                phrase(f"{_gap(row.difference, catalog, row)} ({_interval(row.low, row.high, catalog, row)})"),
                phrase(
                    f"{_gap(row.matched_difference, catalog, row)} "
                    f"({_interval(row.matched_low, row.matched_high, catalog, row)})"
                ),
                phrase(f"{row.matched_articles:,} and {row.matched_rest_articles:,}" if row.matched_on else "too few"),
            ),
        )
        for row in rows
    )
    columns = (
        Column("Finding", False),
        Column("All articles"),
        Column("Like articles"),
        Column("Like articles, here and there"),
    )
    note = (
        f"Like articles share {what}; those without a counterpart on the other side are left out, and the other side "
        "is weighted so that both are made up alike."
        if what
        else "No articles of both sides could be matched."
    )
    return Table("t-matched", "Like with like: the same differences among like articles", columns, (Body(made),), note)


def _tried(found: Statistics) -> Iterator[Table]:
    rows = tuple(
        Row(
            phrase(each.family),
            tuple(phrase(str(n)) for n in (each.tested, each.uncorrected, each.corrected, each.surviving)),
        )
        for each in found.families
    )
    titles = ("Comparisons", "Interval leaves out zero", "After correction", "Of these survive every check")
    yield Table(
        "t-families",
        "How many comparisons were made",
        (Column("Sort", False), *(Column(t) for t in titles)),
        (Body(rows),),
    )


def _who(catalog: Catalog, row: Difference) -> Name:
    return Name(row.group or f"(no {catalog.comparison.by})")


def _spec(catalog: Catalog, row: Difference) -> MeasureSpec:
    return catalog.comparison.spec(row.measure)


def _title(catalog: Catalog, row: Difference) -> str:
    spec = _spec(catalog, row)
    if row.measure.startswith("speaker_"):
        actor = row.measure.removeprefix("speaker_").removesuffix("_share")
        return f"{catalog.full_actor(actor)} among those quoted"
    return spec.title


def _number(value: float, catalog: Catalog, row: Difference) -> str:
    return number(value, _spec(catalog, row))


def _gap(value: float, catalog: Catalog, row: Difference) -> str:
    return gap(value, _spec(catalog, row))


def _interval(low: float, high: float, catalog: Catalog, row: Difference) -> str:
    return gaps(low, high, _spec(catalog, row))
