"""The tables of differences: which hold, how each was checked, what cannot be told, and how many were looked at."""

from __future__ import annotations

import math
from collections.abc import Sequence

from framing.compare.agreement import Agreement
from framing.compare.results import Difference, Statistics
from framing.compare.robustness import Check
from framing.compare.sentences import CHECKS
from framing.report.catalog import Catalog
from framing.report.inferred import Inferred, delta, figure, q_of, times
from framing.report.phrase import Name, Phrase, phrase
from framing.report.tables import Body, Column, Row, Table
from framing.report.wording import counted

_VERDICTS = {
    "more": "more",
    "less": "less",
    "may be more": "may be more",
    "may be less": "may be less",
    "cannot tell": "we cannot tell",
    "not compared": "not compared",
}
_LISTED = ("_own_per_1000", "_distancing_share")
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


def holding(catalog: Catalog, inferred: Inferred, rows: Sequence[Difference], whole: int) -> Table:
    """Differences that hold, or may."""
    made = tuple(
        inferred.row(
            row,
            phrase(inferred.who(row), " ", _VERDICTS[row.verdict] if not row.slight else f"slightly {row.verdict}"),
            (
                phrase(inferred.title(row)),
                inferred.here(row),
                inferred.there(row),
                inferred.gap(row, row.difference, row.low, row.high),
                times(row),
                delta(row),
                q_of(row),
                phrase("every check" if row.survives else f"not {', not '.join(CHECKS[fail] for fail in row.fails)}"),
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


def checked(found: Statistics, inferred: Inferred, rows: Sequence[Difference]) -> Table:
    """What each check leaves of each difference."""
    known: dict[tuple[str, str, str], dict[str, Check]] = {}
    for check in found.checks:
        known.setdefault((check.group, check.other, check.measure), {})[check.check] = check
    used = [name for name in _HEADS if any(name in checks for checks in known.values())]
    made = tuple(
        inferred.row(
            row,
            phrase(inferred.who(row), ", ", inferred.title(row)),
            tuple(_check(inferred, row, known.get((row.group, row.other, row.measure), {}).get(name)) for name in used),
        )
        for row in rows
    )
    columns = (Column("Finding", False), *(Column(_HEADS[name], False) for name in used))
    note = (
        "Each cell: what is left of the difference, with its 95% interval; × where it no longer leaves out zero. Of "
        "articles, events and entries the one without which least is left is named. A frame is found by its lexicon "
        "and a model together: “alone” is what either would have found without the other."
    )
    return Table("t-checks", "Does it survive?", columns, (Body(made),), note)


def _check(inferred: Inferred, row: Difference, check: Check | None) -> Phrase:
    if check is None:
        return phrase("–")
    left = inferred.gap(row, check.difference, check.low, check.high, check.check)
    mark = () if check.survives else phrase("× ")
    if check.check in ("article", "event", "entry"):
        return (*mark, *left, *phrase(" without ", Name(check.detail.rpartition("#")[2])))
    return (*mark, *left)


def cannot(found: Statistics, inferred: Inferred) -> Table:
    """What cannot be told, and what could have been found."""
    rows = [row for row in found.differences if row.verdict == "cannot tell"]
    rows = [row for row in rows if row.measure.endswith(_LISTED) or row.measure.startswith("speaker_")]
    made = tuple(
        inferred.row(
            row,
            phrase(inferred.who(row), ", ", inferred.title(row)),
            (
                inferred.here(row),
                inferred.there(row),
                inferred.gap(row, row.difference, row.low, row.high),
                inferred.detectable(row),
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


def matched(inferred: Inferred, rows: Sequence[Difference]) -> Table:
    """The same differences among like articles."""
    what = next((row.matched_on for row in rows if row.matched_on), "")
    made = tuple(
        inferred.row(
            row,
            phrase(inferred.who(row), ", ", inferred.title(row)),
            (
                inferred.gap(row, row.difference, row.low, row.high),
                inferred.gap(row, row.matched_difference, row.matched_low, row.matched_high, "matched"),
                phrase(
                    figure(f"{row.matched_articles:,}", row.matched_articles, "matched-articles"),
                    " and ",
                    figure(f"{row.matched_rest_articles:,}", row.matched_rest_articles, "matched-rest-articles"),
                )
                if row.matched_on
                else phrase("too few"),
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


def tried(found: Statistics) -> Table:
    """How many comparisons were made, and what became of them."""
    names = ("tested", "uncorrected", "corrected", "surviving")
    rows = tuple(
        Row(phrase(each.family), tuple(phrase(counted(f"comparisons_{n}", getattr(each, n))) for n in names))
        for each in found.families
    )
    titles = ("Comparisons", "Interval leaves out zero", "After correction", "Of these survive every check")
    columns = (Column("Sort", False), *(Column(title) for title in titles))
    return Table("t-families", "How many comparisons were made", columns, (Body(rows),))


def agreed(catalog: Catalog) -> Table | None:
    """How far coders agree, where codings were given."""
    found = catalog.comparison.agreement
    if not found:
        return None
    names = {"krippendorff_alpha": "Krippendorff’s alpha", "fleiss_kappa": "Fleiss’ kappa"}
    rows = tuple(
        Row(phrase(names.get(each.coefficient, each.coefficient)), _agreement(each), measure=each.coefficient)
        for each in found
    )
    columns = (
        Column("Coefficient", False),
        Column("Value (95% interval)"),
        Column("Items"),
        Column("Coders"),
        Column("Codings"),
    )
    note = "1 for full agreement, 0 for that of chance; the interval is by a bootstrap over items coded at least twice."
    return Table("t-agreement", "How far the coders agree", columns, (Body(rows),), note)


def _agreement(each: Agreement) -> tuple[Phrase, ...]:
    value: Phrase = phrase("–")
    if not math.isnan(each.value):
        first, low, high = (
            figure(f"{number:.3f}", number, part)
            for number, part in ((each.value, ""), (each.low, "low"), (each.high, "high"))
        )
        value = phrase(first, " (", low, " to ", high, ")")
    numbers = ((each.items, "items"), (each.coders, "coders"), (each.codings, "codings"))
    return (value, *(phrase(figure(f"{number:,}", number, part)) for number, part in numbers))
