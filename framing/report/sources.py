"""Who is quoted: shares of quotations and of quoted words, and what is known of the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from framing.evidence import Measure
from framing.report.catalog import UNNAMED, UNRESOLVED, Catalog, GroupEntry, actor_of
from framing.report.charts import Figure, Key, Share, Whole, stack
from framing.report.contrasts import MOST_UNRESOLVED, Contrast, strongest
from framing.report.phrase import Name, Number, Phrase, phrase
from framing.report.places import places_table
from framing.report.section import Section
from framing.report.tables import Row, Table, table
from framing.report.wording import About, many, shared

LARGEST = 4
OTHER = "other"
SHORT = 8
BESIDES = ("quoted_words_share", "sources_effective_number", "sources_official_share")
KINDS = ("quotations_direct_share", "quotations_mixed_share", "quotations_indirect_share")


@dataclass(frozen=True, slots=True)
class Tally:
    """Quotations and quoted words of each class of sources in one group."""

    quotations: Counter[str]
    words: Counter[str]


class Sources:
    """Sources of a comparison, in a few classes that always add up to everything quoted."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        named = [speaker for speaker in catalog.speakers if speaker not in (UNNAMED, UNRESOLVED)]
        self.largest = tuple(named[:LARGEST])
        self.classes = (*self.largest, OTHER, UNNAMED, UNRESOLVED)
        self.tallies = {entry.id: Tally(Counter(), Counter()) for entry in catalog.groups}
        for row in catalog.rows_of("sources"):
            speaker = actor_of(row.evidence)
            source = speaker if speaker in self.classes else OTHER
            tally = self.tallies[row.group.id]
            tally.quotations[source] += 1
            tally.words[source] += int(row.evidence.weight)

    def hue(self, source: str) -> str:
        """Class of its colour."""
        return f"k{self.largest.index(source) + 1}" if source in self.largest else source

    def title(self, source: str) -> str:
        """What it is called in a key and a table."""
        if source in self.largest:
            return self.catalog.full_actor(source)
        return {OTHER: "All other named actors", UNNAMED: "Unnamed sources", UNRESOLVED: "Sources not resolved"}[source]

    def short(self, source: str) -> str:
        """What it is called inside a bar."""
        if source in self.largest:
            return source if len(source) <= SHORT else f"{source[: SHORT - 1]}…"
        return {OTHER: "other", UNNAMED: "unnamed", UNRESOLVED: "unresolved"}[source]

    def amounts(self, entry: GroupEntry, what: str) -> Counter[str]:
        """Quotations or words of a group by class."""
        tally = self.tallies[entry.id]
        return tally.quotations if what == "quotations" else tally.words


def sources_section(catalog: Catalog) -> Section:
    """Whose words each outlet carries, and how much of them."""
    sources = Sources(catalog)
    quoted = any(sources.tallies[entry.id].quotations for entry in catalog.groups)
    return Section(
        "sources",
        "Sources",
        "Who speaks",
        "Who gets to speak",
        (
            phrase(
                "Everyone an outlet quotes, word for word or in paraphrase. Officials of a state count with that "
                "state. Equal shares are not a standard of fairness: the event decides who has something to say."
            ),
        ),
        (_figure(sources, "quotations"), _figure(sources, "words")) if quoted else (),
        (_kinds(catalog), places_table(catalog)) if quoted and catalog.has("quotations") else (),
        "Sources that cannot be resolved are always shown. Where they make up much of a bar, "
        "the other shares can be compared only with care.",
    )


def _figure(sources: Sources, what: str) -> Figure:
    catalog = sources.catalog
    name = f"actor_{what}_share"
    rows = []
    said = []
    for entry in catalog.groups:
        amounts = sources.amounts(entry, what)
        whole = sum(amounts.values())
        shares = tuple(
            Share(
                amounts[source] / whole if whole else 0.0,
                sources.hue(source),
                sources.short(source),
                shared(name, amounts[source], whole, about=About(entry.id, actor=source)),
            )
            for source in sources.classes
        )
        total = many(whole, "quotation" if what == "quotations" else "quoted word")
        rows.append(Whole(entry.id, entry.name, total, shares))
        spoken = ", ".join(f"{part.short} {part.number.text}" for part in shares if part.share)
        said.append(f"{entry.name}: {spoken or 'nobody quoted'}")
    if what == "quotations":
        title, subtitle = _headline(sources), "Shares of quotations, however long."
    else:
        title, subtitle = (
            phrase("The same, by the length of what is quoted"),
            "Shares of quoted words; colours as above.",
        )
    used = [source for source in sources.classes if source != OTHER or _others(sources)]
    return Figure(
        f"fig-{what}",
        title,
        subtitle,
        tuple(Key(sources.hue(source), sources.title(source)) for source in used) if what == "quotations" else (),
        stack=stack(f"s-{what}", name, subtitle, "; ".join(said), rows),
        table=_table(sources, what, used),
    )


def _others(sources: Sources) -> bool:
    return any(tally.quotations[OTHER] for tally in sources.tallies.values())


def _table(sources: Sources, what: str, used: Sequence[str]) -> Table:
    catalog = sources.catalog
    rows = tuple(
        Row(
            phrase(Name(entry.name)),
            tuple(phrase(_share(sources, what, source, entry)) for source in used),
            entry.id,
        )
        for entry in catalog.groups
    )
    noun = "quotations" if what == "quotations" else "quoted words"
    titles = tuple(sources.title(source) for source in used)
    caption = f"Shares of {noun}, in brackets their number; each figure leads to the quotations"
    return table(
        "t-quotations" if what == "quotations" else "t-quoted", caption, catalog.one.capitalize(), titles, rows
    )


def _share(sources: Sources, what: str, source: str, entry: GroupEntry) -> Number:
    amounts = sources.amounts(entry, what)
    return shared(
        f"actor_{what}_share",
        amounts[source],
        sum(amounts.values()),
        about=About(actor=source),
        href=_where(sources, source, entry),
        amount=True,
    )


def _where(sources: Sources, source: str, entry: GroupEntry) -> str:
    """The quotations of one actor in one group; those of several actors stand in several tables."""
    if source == OTHER:
        return "#who"
    speakers = sources.catalog.speakers
    return f"#q{speakers.index(source) + 1}-{entry.id}" if source in speakers else ""


def _headline(sources: Sources) -> Phrase:
    if sources.catalog.inferred:
        return phrase(f"Who is quoted, {sources.catalog.one} by {sources.catalog.one}")
    best = source_contrast(sources)
    if best is None:
        return phrase("Nobody is quoted clearly more in one than in another")
    actor, contrast = best
    pieces: list[Phrase] = []
    for entry, measure in ((contrast.high, contrast.most), (contrast.low, contrast.least)):
        number = shared(
            measure.name,
            measure.numerator,
            measure.denominator or 0,
            about=About(entry.id, actor=actor),
            href=_where(sources, actor, entry),
        )
        pieces.append(phrase(number, " of the quotations in " if not pieces else " in ", Name(entry.name)))
    name = sources.catalog.actor(actor)
    return phrase(Name(name), ": ", *pieces[0], ", ", *pieces[1])


def source_contrast(sources: Sources) -> tuple[str, Contrast] | None:
    """The large actor whose share of quotations differs most between two groups that name most of their sources.

    Where many sources are not resolved, an actor can seem to be quoted little only because its people were not
    recognised.
    """
    found = []
    given = [(entry, sources.amounts(entry, "quotations")) for entry in sources.catalog.groups]
    known = [
        (entry, amounts) for entry, amounts in given if amounts[UNRESOLVED] <= MOST_UNRESOLVED * sum(amounts.values())
    ]
    for actor in sources.largest:
        contrast = strongest(
            [
                (entry, Measure.share("actor_quotations_share", amounts[actor], sum(amounts.values())))
                for entry, amounts in known
            ]
        )
        if contrast and contrast.holds:
            found.append((actor, contrast))
    return max(found, key=lambda pair: pair[1].strength, default=None)


def _kinds(catalog: Catalog) -> Table:
    names = [name for name in (*KINDS, *BESIDES) if catalog.has(name)]
    rows = tuple(
        Row(
            phrase(Name(entry.name)),
            (
                phrase(catalog.measured(entry, "quotations", "#who")),
                *(phrase(catalog.measured(entry, name)) for name in names),
            ),
            entry.id,
        )
        for entry in catalog.groups
    )
    titles = ("Quotations", *(catalog.spec(name).title for name in names))
    return table("t-kinds", "How sources are quoted", catalog.one.capitalize(), titles, rows)
