"""How outlets introduce the words of one actor and of another: shares with intervals, and what differs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from framing.compare.reported import Reported, ReportedDifference
from framing.compare.results import Statistics
from framing.compare.sentences import CHECKS, REPORTED, chance, claim, gap, gaps, interval, treated, treatments
from framing.report.catalog import Catalog, GroupEntry
from framing.report.phrase import Name, Phrase, phrase
from framing.report.tables import Body, Column, Row, Table, gathered
from framing.report.wording import About, counted, many, shared, titled

# More rows than this nobody reads; all are in the output of framing compare.
MOST_ROWS = 60
_STANCES = ("distancing", "endorsing")


def treatment_told(catalog: Catalog, found: Statistics) -> Iterator[Phrase]:
    """What is sure of how outlets introduce the words of actors, and how many comparisons were made to find it."""
    tested = [row for row in found.reported_differences if not math.isnan(row.p)]
    if not tested:
        yield phrase(
            "Whether outlets introduce one actor’s words otherwise than another’s is asked only where an outlet has "
            "ten articles with a reporting word for it; here that is too seldom so."
        )
        return
    others = f"the other {catalog.more}"
    for row in treatments(found):
        yield phrase(Name(treated(row, others, catalog.actor)))
    sure = sum(row.sure for row in tested)
    yield phrase(
        f"{many(len(tested), 'comparison')} of {catalog.more} and of actors within {catalog.more} were made of the "
        f"reporting words in the {catalog.more}’ own voice; {sure} remain after correction for their number."
    )


def treatment_tables(catalog: Catalog, found: Statistics) -> tuple[Table, ...]:
    """How each outlet introduces the words of each actor and side, with intervals, and what differs."""
    made = (_shares(catalog, found.reported), _differences(catalog, found))
    return tuple(table for table in made if table is not None)


def _shares(catalog: Catalog, rows: Iterable[Reported]) -> Table | None:
    cells: dict[tuple[str, str], dict[str, dict[str, Reported]]] = {}
    for row in rows:
        cells.setdefault((row.kind, row.label), {}).setdefault(row.group, {})[row.stance] = row
    bodies = []
    for (kind, label), groups in cells.items():
        if all(math.isnan(row.low) for stances in groups.values() for row in stances.values()):
            continue
        mine = [
            _treated(entry, kind, label, groups[entry.group.name])
            for entry in catalog.groups
            if entry.group.name in groups
        ]
        title = catalog.actor(label) if kind == "actor" else label
        bodies.append(Body(tuple(mine), phrase(Name(title))))
    if not bodies:
        return None
    titles = [f"{titled(stance)} (95% interval)" for stance in _STANCES]
    columns = (
        Column(catalog.one.capitalize(), False),
        *(Column(title) for title in titles),
        Column("Reporting words"),
        Column("Articles"),
        Column("Distancing words", False),
    )
    note = (
        "Shares of the reporting words for an actor’s words, in the outlet’s own voice. No interval where an outlet "
        "has fewer than ten articles with such a word."
    )
    return gathered(Table("t-treated", "How each actor’s words are introduced", columns, tuple(bodies), note))


def _treated(entry: GroupEntry, kind: str, label: str, stances: dict[str, Reported]) -> Row:
    prefix = "own" if kind == "actor" else "side"
    about = About(label="" if kind == "actor" else label)
    cells = []
    for stance in _STANCES:
        row = stances[stance]
        share = shared(f"{prefix}_reports_{stance}_share", row.count, row.of, about=about)
        bounds = "" if math.isnan(row.low) else f" ({interval(row.low, row.high, REPORTED)})"
        cells.append(phrase(share, bounds))
    some = stances["distancing"]
    cells += [
        phrase(counted(f"{prefix}_reports", some.of, about=about)),
        phrase(str(some.articles)),
        phrase(", ".join(some.words) or "none"),
    ]
    return Row(phrase(Name(entry.name)), tuple(cells), entry.id, actor=label if kind == "actor" else "")


def _differences(catalog: Catalog, found: Statistics) -> Table | None:
    ordered = sorted(found.reported_differences, key=_by_weight)
    shown = ordered[:MOST_ROWS]
    if not shown:
        return None
    rows = tuple(
        Row(
            phrase(_compared(catalog, row)),
            tuple(
                phrase(cell)
                for cell in (
                    titled(row.stance),
                    gaps(row.low, row.high, REPORTED)
                    if math.isnan(row.difference)
                    else f"{gap(row.difference, REPORTED)} ({gaps(row.low, row.high, REPORTED)})",
                    chance(row.q),
                    claim(row) if row.claimed else "we cannot tell" if row.verdict == "cannot tell" else row.verdict,
                    _fate(row),
                    gap(row.detectable, REPORTED),
                )
            ),
        )
        for row in shown
    )
    columns = (
        Column("Compared", False),
        Column("Reporting words", False),
        Column("Difference in points (95% interval)"),
        Column("q"),
        Column("Verdict", False),
        Column("Survives", False),
        Column("Could have been found"),
    )
    note = (
        "The first named less the second. q: after correction for the number of such comparisons; up to .05 counts. "
        "Each claim is asked again without any one article or event, any one reporting word, and headlines. The last "
        "column is the smallest difference that would have been found in four of five such samples."
    )
    if len(shown) < len(ordered):
        note += f" The first {len(shown)} of {len(ordered)}; all are in the output of framing compare."
    return Table("t-treatment", "Differences in how actors’ words are introduced", columns, (Body(rows),), note)


def _by_weight(row: ReportedDifference) -> tuple[object, ...]:
    return not row.sure, not row.claimed, not row.survives, row.compared, row.label, row.other_label, row.group


def _compared(catalog: Catalog, row: ReportedDifference) -> Name:
    group = row.group or f"(no {catalog.comparison.by})"
    label = catalog.actor(row.label) if row.kind == "actor" else row.label
    if row.compared == "labels":
        other = catalog.actor(row.other_label) if row.kind == "actor" else row.other_label
        return Name(f"{group}: {label} against {other}")
    return Name(f"{label}: {group} against {row.other or f'the other {catalog.more}'}")


def _fate(row: ReportedDifference) -> str:
    if row.survives is None:
        return "–"
    if row.survives:
        return "every check"
    told = {**CHECKS, "entry": f"without “{row.weakest}”"}
    return f"not {', not '.join(told[fail] for fail in row.fails)}"
