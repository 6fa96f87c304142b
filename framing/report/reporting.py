"""The words that introduce what somebody says: the stance they take to it, and what the source does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from framing.report.catalog import UNRESOLVED, Catalog, Found, GroupEntry
from framing.report.charts import Figure, Key, Share, Whole, stack
from framing.report.contrasts import strongest
from framing.report.phrase import Name, Number, Phrase, phrase
from framing.report.quotations import verb_list
from framing.report.section import Section
from framing.report.tables import Body, Column, Row, Table, gathered, table
from framing.report.treatment import treatment_tables, treatment_told
from framing.report.wording import About, counted, many, shared, titled

# From doubt to agreement; the order of the bars.
STANCES = ("distancing", "neutral", "endorsing")
SPEAKERS = 8


def reporting_section(catalog: Catalog) -> Section:
    """How outlets introduce what others say."""
    found = list(catalog.rows_of("reporting"))
    inferred = catalog.comparison.statistics if found else None
    return Section(
        "verbs",
        "Verbs",
        "How it is said",
        "How others’ words are introduced",
        (
            phrase(
                "“Claimed” and “alleged” keep a distance from what is reported, “said” and “told” take no side, "
                "“confirmed” and “noted” vouch for it. That is the reporter’s stance. What the source is shown to do "
                "by speaking (to warn, deny, admit, demand) is a second matter and is counted apart."
            ),
            *(treatment_told(catalog, inferred) if inferred else ()),
        ),
        (_figure(catalog, found),) if found else (),
        (*(treatment_tables(catalog, inferred) if inferred else ()), *_tables(catalog, found)) if found else (),
        "House style and the kind of text (a wire report, an analysis) move these shares as much as opinion does. "
        "Always look at the words themselves.",
    )


def _tables(catalog: Catalog, found: Sequence[Found]) -> tuple[Table, ...]:
    return _words(catalog, found), _acts(catalog, found), _speakers(catalog, found)


def stance_of(row: Found) -> str:
    """The reporter's stance."""
    return row.evidence.label.partition(":")[0]


def act_of(row: Found) -> str:
    """What the source is shown to do."""
    return row.evidence.label.partition(":")[2]


def _figure(catalog: Catalog, found: Sequence[Found]) -> Figure:
    rows = []
    said = []
    for entry in catalog.groups:
        amounts = Counter(stance_of(row) for row in found if row.group is entry)
        whole = sum(amounts.values())
        shares = tuple(
            Share(
                amounts[stance] / whole if whole else 0.0,
                stance,
                stance,
                shared(f"reports_{stance}_share", amounts[stance], whole, about=About(entry.id)),
            )
            for stance in STANCES
        )
        rows.append(Whole(entry.id, entry.name, many(whole, "reporting word"), shares))
        spoken = ", ".join(f"{part.short} {part.number.text}" for part in shares if part.share)
        said.append(f"{entry.name}: {spoken or 'none'}")
    subtitle = "Shares of reporting words by the stance they take to what is reported."
    return Figure(
        "fig-stance",
        _headline(catalog),
        subtitle,
        tuple(Key(stance, stance) for stance in STANCES),
        stack=stack("s-stance", "", subtitle, "; ".join(said), rows),
        table=_stances(catalog, found),
    )


def _headline(catalog: Catalog) -> Phrase:
    if catalog.inferred:
        return phrase(f"How much distance the words keep, {catalog.one} by {catalog.one}")
    name = "reports_distancing_share"
    contrast = strongest([(entry, entry.group[name]) for entry in catalog.groups])
    if contrast is None or not contrast.holds:
        return phrase("No clear difference in how much distance the words keep")
    high = catalog.measured(contrast.high, name, catalog.passages("xr", contrast.high.id, "distancing"), named=True)
    low = catalog.measured(contrast.low, name, catalog.passages("xr", contrast.low.id, "distancing"), named=True)
    return phrase(
        Name(contrast.high.name), " keeps its distance in ", high, " of reporting words, ", Name(contrast.low.name),
        " in ", low,
    )  # fmt: skip


def _by_group(catalog: Catalog, found: Sequence[Found]) -> Iterable[tuple[GroupEntry, list[Found]]]:
    mine: dict[str, list[Found]] = {entry.id: [] for entry in catalog.groups}
    for row in found:
        mine[row.group.id].append(row)
    return ((entry, mine[entry.id]) for entry in catalog.groups)


def _stances(catalog: Catalog, found: Sequence[Found]) -> Table:
    rows = []
    for entry, mine in _by_group(catalog, found):
        amounts = Counter(map(stance_of, mine))
        cells = [phrase(counted("reports", len(mine), href=catalog.passages("xr", entry.id)))]
        for stance in STANCES:
            href = catalog.passages("xr", entry.id, stance)
            share = shared(f"reports_{stance}_share", amounts[stance], len(mine), href=href, amount=True)
            cells.append(phrase(share))
        rows.append(Row(phrase(Name(entry.name)), tuple(cells), entry.id))
    titles = ("Reporting words", *(titled(stance) for stance in STANCES))
    caption = "Reporting words by stance, in brackets their number"
    return table("t-stance", caption, catalog.one.capitalize(), titles, rows)


def _acts(catalog: Catalog, found: Sequence[Found]) -> Table:
    used = Counter(map(act_of, found))
    acts = sorted(used, key=lambda act: (-used[act], act))
    rows = []
    for entry, mine in _by_group(catalog, found):
        amounts = Counter(map(act_of, mine))
        href = catalog.passages("xr", entry.id)
        cells = tuple(phrase(counted("reports_act", amounts[act], about=About(label=act), href=href)) for act in acts)
        rows.append(Row(phrase(Name(entry.name)), cells, entry.id))
    caption = "What sources are shown to do by speaking"
    return table("t-acts", caption, catalog.one.capitalize(), [titled(act) for act in acts], rows)


def _words(catalog: Catalog, found: Sequence[Found]) -> Table:
    shown = _as_used(found)
    rows = tuple(
        Row(
            phrase(Name(entry.name)),
            tuple(_verbs((row for row in mine if stance_of(row) == stance), shown) for stance in STANCES),
            entry.id,
        )
        for entry, mine in _by_group(catalog, found)
    )
    columns = (Column(catalog.one.capitalize(), False), *(Column(titled(stance), False) for stance in STANCES))
    return gathered(Table("t-verbs", "The words themselves, and how often each was used", columns, (Body(rows),)))


def _verbs(found: Iterable[Found], shown: Mapping[str, str]) -> Phrase:
    verbs = Counter(map(_entry, found))
    return phrase(*verb_list(verbs.items(), shown)) or phrase("none")


def _treated(catalog: Catalog, name: str, part: int, whole: int, about: About) -> Number:
    """How often a stance is taken to an actor: a count in the same story, a share with its count in a corpus."""
    if catalog.comparison.mode == "corpus":
        return shared(f"{name}_share", part, whole, amount=True, about=about)
    return counted(name, part, about=about)


def _entry(row: Found) -> str:
    return row.evidence.entry.rpartition("#")[2]


def _as_used(found: Iterable[Found]) -> Mapping[str, str]:
    """The form in which each entry stands most often: "said" for "say"."""
    used: dict[str, Counter[str]] = {}
    for row in found:
        used.setdefault(_entry(row), Counter())[" ".join(row.evidence.surface.lower().split())] += 1
    return {entry: min(forms, key=lambda form: (-forms[form], form)) for entry, forms in used.items()}


def _speakers(catalog: Catalog, found: Sequence[Found]) -> Table:
    """By whose words are introduced: the comparison that shows whether one side is believed more than another."""
    own = [row for row in found if row.evidence.own]
    amounts = Counter(row.evidence.actor or UNRESOLVED for row in own)
    ranked = sorted(amounts, key=lambda actor: (actor == UNRESOLVED, -amounts[actor], actor))
    named = [actor for actor in ranked if actor != UNRESOLVED][:SPEAKERS]
    sides = dict(catalog.comparison.sides)
    bodies = []
    for actor in [*named, *(actor for actor in ranked if actor == UNRESOLVED)]:
        mine = [row for row in own if (row.evidence.actor or UNRESOLVED) == actor]
        title = "Source not resolved" if actor == UNRESOLVED else catalog.actor(actor)
        bodies.append(_speaker(catalog, title, mine, _as_used(own), actor=actor))
    for side in sorted(set(sides.values())):
        mine = [row for row in own if sides.get(row.evidence.actor or "") == side]
        if mine:
            bodies.append(_speaker(catalog, side, mine, _as_used(own), side=side))
    titles = [Column("Reporting words"), *(Column(titled(stance)) for stance in STANCES), Column("Words", False)]
    columns = (Column(catalog.one.capitalize(), False), *titles)
    note = (
        f"In the {catalog.one}’s own voice: a reporting word inside a quotation is that of whoever is quoted. The "
        f"{SPEAKERS} actors most often reported, and the sources that were not resolved."
    )
    return gathered(Table("t-reported", "By whose words are introduced", columns, tuple(bodies), note))


def _speaker(
    catalog: Catalog, title: str, found: Sequence[Found], shown: Mapping[str, str], *, actor: str = "", side: str = ""
) -> Body:
    """A row a group on the words of one actor or side."""
    name, about = ("side_reports", About(label=side)) if side else ("own_reports", About())
    rows = []
    for entry, mine in _by_group(catalog, found):
        if mine:
            stances = Counter(map(stance_of, mine))
            cells = [phrase(counted(name, len(mine), about=about, href=catalog.passages("xr", entry.id)))]
            cells += [
                phrase(_treated(catalog, f"{name}_{stance}", stances[stance], len(mine), about)) for stance in STANCES
            ]
            rows.append(Row(phrase(Name(entry.name)), (*cells, _verbs(mine, shown)), entry.id, actor=actor))
    return Body(tuple(rows), phrase(Name(title)))
