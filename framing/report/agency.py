"""Who acts on whom, and whether the telling names who does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framing.report.catalog import DEEDS, Catalog, Found
from framing.report.passages import TELLINGS
from framing.report.phrase import Name, phrase
from framing.report.section import Section
from framing.report.tables import Body, Column, Row, Table, gathered, table
from framing.report.wording import counted, shared

ACTORS = 4
NAMED = DEEDS[:3]


def agency_section(catalog: Catalog) -> Section | None:
    """How deeds of violence, coercion and support are told; nothing where nobody looked for them."""
    if not catalog.has("agency_per_1000"):
        return None
    found = [row for row in catalog.rows_of("agency") if row.evidence.polarity == "asserted"]
    return Section(
        "agency",
        "Agency",
        "How it is said",
        "Who acts on whom",
        (
            phrase(
                "“Rebels shelled the port” says who did it; “the port was shelled”, “the shelling of the port” and "
                "“a blast hit the port” need not. Deeds that are told as not done are left out; feared ones are not."
            ),
        ),
        (),
        (_forms(catalog, found), *_actors(catalog, found)) if found else (),
        "Who does it is often unknown on the day. A pronoun, or “the alliance”, counts for an actor only where no "
        "other can be meant.",
    )


def _forms(catalog: Catalog, found: Sequence[Found]) -> Table:
    used = [form for form in DEEDS if any(row.evidence.label == form for row in found)]
    rows = []
    for entry in catalog.groups:
        amounts = Counter(row.evidence.label for row in found if row.group is entry)
        whole = sum(amounts.values())
        cells = [phrase(counted("deeds", whole, href=catalog.passages("xd", entry.id)))]
        for form in used:
            href = catalog.passages("xd", entry.id, form)
            cells.append(phrase(shared(f"agency_{form}_share", amounts[form], whole, href=href, amount=True)))
        rows.append(Row(phrase(Name(entry.name)), tuple(cells), entry.id))
    caption = "How deeds are told, in brackets their number"
    titles = ("Deeds", *(TELLINGS[form].capitalize() for form in used))
    return table("t-agency", caption, catalog.one.capitalize(), titles, rows)


def _actors(catalog: Catalog, found: Sequence[Found]) -> tuple[Table, ...]:
    """How often each actor does something and has something done to it, with and without whoever does it."""
    amounts = Counter(actor for row in found for actor in (row.evidence.actor, row.evidence.target) if actor)
    bodies = []
    for actor in sorted(amounts, key=lambda actor: (-amounts[actor], actor))[:ACTORS]:
        rows = []
        for entry in catalog.groups:
            mine = [row.evidence for row in found if row.group is entry]
            acts = sum(row.actor == actor for row in mine)
            named = sum(row.target == actor and row.label in NAMED for row in mine)
            unnamed = sum(row.target == actor and row.label not in NAMED for row in mine)
            if acts or named or unnamed:
                cells = (("acts", acts), ("named", named), ("unnamed", unnamed))
                numbers = tuple(phrase(counted(f"deeds_{name}", number)) for name, number in cells)
                rows.append(Row(phrase(Name(entry.name)), numbers, entry.id, actor=actor))
        bodies.append(Body(tuple(rows), phrase(Name(catalog.actor(actor)))))
    if not bodies:
        return ()
    titles = ("Does it", "Has it done to it, by somebody named", "Has it done to it, by nobody named")
    columns = (Column(catalog.one.capitalize(), False), *map(Column, titles))
    note = f"The {ACTORS} actors of most deeds."
    return (gathered(Table("t-actors", "Who acts, and on whom", columns, tuple(bodies), note)),)
