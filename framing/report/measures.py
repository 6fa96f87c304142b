"""Hedging, readability, and the measures of scorers that the page has no section of its own for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.report.catalog import Catalog, Kind
from framing.report.charts import Figure, Key, Line, Panel, Scale, panel
from framing.report.contrasts import strongest
from framing.report.frames import IN_BRACKETS, MOST_DOTS, behind, bounds, pooled, voices_figure
from framing.report.phrase import Name, Phrase, phrase
from framing.report.section import Section
from framing.report.tables import Row, Table, table
from framing.report.wording import spoken

READABILITY = ("words_per_sentence", "flesch_reading_ease", "flesch_kincaid_grade")
OF_A_KIND = ("per_1000", "own_per_1000", "quoted_per_1000", "denied_per_1000", "sentences")
# Drawn; the other sorts stand in a table.
DRAWN = ("hedge", "booster", "evidential")
SHOWN_ELSEWHERE = re.compile(r"reports_.*|agency_.*|quotations.*|quoted_words_share|sources_.*|words|sentences")


def hedging_section(catalog: Catalog) -> Section:
    """How firmly claims are put, by the outlets and by those they quote."""
    kinds = [kind for kind in catalog.commitments if kind.label in DRAWN]
    more = [kind for kind in catalog.commitments if kind.label not in DRAWN]
    found = [
        (kind, contrast)
        for kind in kinds
        if (contrast := strongest([(entry, entry.group[f"{kind.label}_own_per_1000"]) for entry in catalog.groups]))
        and contrast.holds
    ]
    best = max(found, key=lambda pair: pair[1].strength, default=None)
    title: Phrase = phrase("No clear difference in how firmly the outlets put things themselves")
    if catalog.inferred:
        title = phrase(f"Hedges, boosters and evidentials, {catalog.one} by {catalog.one}")
    elif best:
        kind, contrast = best
        name = f"{kind.label}_own_per_1000"
        high, low = (
            catalog.measured(entry, name, catalog.passages(kind.section, entry.id, "own"), named=True)
            for entry in (contrast.high, contrast.low)
        )
        title = phrase(
            f"{kind.title} in its own voice: ", Name(contrast.high.name), " ", high, " per 1,000 words, ",
            Name(contrast.low.name), " ", low,
        )  # fmt: skip
    return Section(
        "hedging",
        "Hedging",
        "How it is said",
        "How firmly it is put",
        (
            phrase(
                "Hedges (may, reportedly) lower commitment to a claim, boosters (clearly, certainly) raise it, "
                "and evidentials (seen, heard) say how the speaker knows. The table adds what is felt (unfortunately), "
                "taken for granted (failed to, again), left inexact (about 30) or kept at a distance (so-called)."
            ),
        ),
        (
            voices_figure(
                catalog,
                "fig-hedging",
                title,
                f"Per 1,000 words of the same voice, on one scale from zero. {IN_BRACKETS}",
                kinds,
            ),
        )
        if kinds
        else (),
        (_others(catalog, more),) if more else (),
        caution="Hedging is neither good nor bad. A wire report on the day hedges more than an analysis a week later.",
    )


def _others(catalog: Catalog, kinds: Sequence[Kind]) -> Table:
    """Marks of commitment that are not drawn, in the outlets' own voice."""
    rows = []
    for entry in catalog.groups:
        cells = []
        for kind in kinds:
            href = catalog.passages(kind.section, entry.id, "own")
            cells.append(phrase(catalog.measured(entry, f"{kind.label}_own_per_1000", href, amount=True)))
        rows.append(Row(phrase(Name(entry.name)), tuple(cells), entry.id))
    caption = "Further marks in its own voice, per 1,000 words, in brackets their number"
    return table("t-marks", caption, catalog.one.capitalize(), [kind.title for kind in kinds], rows)


def readability_section(catalog: Catalog) -> Section:
    """How hard the texts are to read."""
    names = [name for name in READABILITY if catalog.has(name)]
    more = [spec.name for spec in catalog.comparison.specs if spec.name.startswith(tuple(f"{n}_" for n in READABILITY))]
    several = any(len(entry.group.articles) > 1 for entry in catalog.groups)
    key: tuple[Key, ...] = (
        (Key("solid", f"all articles of the {catalog.one}"), Key("faint", "a single article")) if several else ()
    )
    if catalog.inferred:
        key = (Key("line", "95% interval"), *key[: 2 if len(catalog.articles) <= MOST_DOTS else 1])
    rows = tuple(
        Row(
            phrase(Name(entry.name)),
            tuple(phrase(catalog.measured(entry, name)) for name in [*names, *more]),
            entry.id,
        )
        for entry in catalog.groups
    )
    titles = tuple(catalog.spec(name).title for name in [*names, *more])
    everything = table("t-readability", "All measures of readability", catalog.one.capitalize(), titles, rows)
    figure = Figure(
        "fig-readability",
        phrase("Sentence length and two classic indices"),
        "Each panel has its own scale from zero.",
        key,
        tuple(_panel(catalog, name) for name in names),
    )
    return Section(
        "readability",
        "Reading",
        "How it is said",
        "How hard it is to read",
        (phrase("Long sentences and long words make a text harder to read."),),
        (figure,) if names else (),
        (everything,) if names else (),
        "The indices know syllables and sentence lengths, not meaning. They were made for English.",
    )


def _panel(catalog: Catalog, name: str) -> Panel:
    lines = [
        Line(
            entry.id,
            entry.name,
            (pooled(catalog, entry, name),),
            behind(catalog, entry, name),
            bounds(catalog, entry, name),
        )
        for entry in catalog.groups
    ]
    drawn = [value.value for line in lines for value in (*line.values, *line.behind)]
    scale = Scale([*drawn, *(line.interval[1] for line in lines if line.interval)])
    spec = catalog.spec(name)
    identifier = f"r-{spoken(name).split()[-1]}"
    definition = f"{spec.definition} Unit: {spec.unit}."
    return panel(identifier, spec.title, "c0", (spec.unit or spec.title,), lines, scale, definition)


def further_section(catalog: Catalog) -> Section | None:
    """Measures of scorers that are not known here, so that a new scorer shows up without a change to the page."""
    kinds = (*catalog.frames, *catalog.commitments)
    shown = {f"{kind.label}_{measure}" for kind in kinds for measure in OF_A_KIND}
    names = [
        spec.name
        for spec in catalog.comparison.specs
        if spec.name not in shown and not SHOWN_ELSEWHERE.fullmatch(spec.name) and not spec.name.startswith(READABILITY)
    ]
    if not names:
        return None
    rows = tuple(
        Row(
            phrase(catalog.spec(name).title),
            tuple(phrase(catalog.measured(entry, name, named=True)) for entry in catalog.groups),
        )
        for name in names
    )
    columns = tuple(entry.name for entry in catalog.groups)
    return Section(
        "further",
        "More",
        "How it is said",
        "Further measures",
        (phrase("What other scorers measured; each is defined in the list of measures below."),),
        (),
        (table("t-further", f"Further measures by {catalog.one}", "Measure", columns, rows),),
    )
