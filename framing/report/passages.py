"""Every passage behind every number: words that carry a mark, gathered as in the index of a book.

Passages are the greater part of a page. So those in one voice stand in one row, words that occur more than once are
followed by all their places, and nothing is said that the table around it says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from framing.report.catalog import DEEDS, STANCES, Catalog, Found, GroupEntry
from framing.report.phrase import Name, Number, Phrase, phrase
from framing.report.wording import VOICES, count, counted, noun, shortened

LONGEST_SURFACE = 80
# How a deed is told, in a few words.
TELLINGS = {
    "active": "who does it first",
    "passive": "passive, who does it last",
    "nominal": "a noun with who does it",
    "agentless": "passive without who does it",
    "unowned": "a noun without who does it",
    "event": "an event or thing does it",
    "happening": "it happens",
}
BUCKETS = {"own": "in its own voice", "quoted": "quoting others", "denied": "brought up to be denied"}
USUAL_ACT = "say"
COLUMNS = {"frames": "Whose words", "reporting": "Whose words they introduce", "agency": "Who acts on whom"}
# A page without texts that had more rows than this in all shows a sample of each list, so that it still opens.
MOST_ROWS, SAMPLE = 20_000, 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: its running number, the id of its sentence, and the link to it where texts are shown.

    The id of a passage is ``e`` and its number.
    """

    number: int
    sentence: str
    href: str


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in one or more places.

    Parameters
    ----------
    surface : str
        As they are written.
    entry, act : str
        The entry of the lexicon, where it is written otherwise; what a source is shown to do by speaking, where it is
        more than to say.
    places : tuple of Place
    """

    surface: str
    entry: str
    act: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PassageRow:
    """All passages in one voice.

    Parameters
    ----------
    whose : str
        Whose words they are, for readers; empty where the outlet itself speaks of nobody.
    actor, target : str
        Ids of who speaks, is introduced or acts, and of who is acted upon.
    denied : bool
        Whether they are brought up to be denied, where the id of the body does not say it.
    weight : str
        Of each, where it is not 1.
    words : tuple of Words
        The most frequent first.
    """

    whose: str
    actor: str
    target: str
    denied: bool
    weight: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PassageBody:
    """Rows that a number can point to; the id names the group and what they have in common."""

    id: str
    header: Phrase
    rows: tuple[PassageRow, ...]


@dataclass(frozen=True, slots=True)
class PassageTable:
    """All evidence of one label.

    Parameters
    ----------
    id, title : str
    total : Number
        How many passages.
    summary : Phrase
        What stands beside the title while the table is closed.
    scorer, label, lexicon : str
        What all passages share; `lexicon` is that of most, and left off the front of their entries.
    column : str
        What the heads of the rows say.
    bodies : tuple of PassageBody
        Group by group.
    """

    id: str
    title: str
    total: Number
    summary: Phrase
    scorer: str
    label: str
    lexicon: str
    column: str
    bodies: tuple[PassageBody, ...]


def evidence_tables(catalog: Catalog, linked: bool) -> tuple[PassageTable, ...]:
    """Frames, hedging and whatever else is marked, a table each; all reporting words in one.

    Parameters
    ----------
    catalog : Catalog
    linked : bool
        Whether the sentences are on the page.
    """
    tables = []
    for kind in catalog.kinds:
        if kind.scorer == "agency":
            found = list(catalog.rows_of("agency"))
            tables.append(_table(catalog, kind.section, kind.title, "agency", "", found, linked))
        elif kind.scorer != "reporting":
            found = list(catalog.rows_of(kind.scorer, kind.label))
            tables.append(_table(catalog, kind.section, kind.title, kind.scorer, kind.label, found, linked))
        elif kind.label == STANCES[0]:
            found = list(catalog.rows_of("reporting"))
            tables.append(_table(catalog, kind.section, "Reporting words", "reporting", "", found, linked))
    return tuple(tables)


def _table(
    catalog: Catalog, identifier: str, title: str, scorer: str, label: str, found: Sequence[Found], linked: bool
) -> PassageTable:
    lexicons = Counter(row.evidence.entry.partition("#")[0] for row in found)
    lexicon = max(lexicons, key=lambda name: (lexicons[name], name), default="")
    buckets: dict[tuple[str, str], list[Found]] = {}
    for row in found:
        buckets.setdefault((row.group.id, row.bucket), []).append(row)
    bodies = []
    for group in catalog.groups:
        for bucket in (*BUCKETS, *DEEDS, *STANCES):
            rows = buckets.get((group.id, bucket), [])
            if rows:
                shown = sample_of(catalog, rows, linked)
                header = (*_header(group, bucket, len(rows)), *sampled(rows, shown))
                bodies.append(
                    PassageBody(f"{identifier}-{group.id}-{bucket}", header, _rows(catalog, shown, lexicon, linked))
                )
    total = counted(f"{label or scorer}_passages", len(found))
    summary = phrase(f" {noun(len(found), 'passage')}")
    column = COLUMNS.get(scorer, COLUMNS["frames"])
    return PassageTable(identifier, title, total, summary, scorer, label, lexicon, column, tuple(bodies))


def sample_of(catalog: Catalog, rows: Sequence[Found], linked: bool) -> Sequence[Found]:
    """All rows, or as many as are shown of a very large corpus, from its beginning to its end."""
    if linked or len(catalog.rows) <= MOST_ROWS or len(rows) <= SAMPLE:
        return rows
    return [rows[at * len(rows) // SAMPLE] for at in range(SAMPLE)]


def sampled(rows: Sequence[Found], shown: Sequence[Found]) -> Phrase:
    if len(shown) == len(rows):
        return ()
    return phrase(f"; {len(shown)} of them, evenly drawn (framing evidence lists all)")


def _rows(catalog: Catalog, found: Sequence[Found], lexicon: str, linked: bool) -> tuple[PassageRow, ...]:
    """Evidence of one bucket, voice by voice and word by word; the most frequent first."""
    gathered: dict[PassageRow, dict[Words, list[Place]]] = {}
    for each in found:
        gathered.setdefault(_row(catalog, each), {}).setdefault(_words(each, lexicon), []).append(
            place_of(each, linked)
        )
    rows = []
    for row, places in gathered.items():
        words = [replace(form, places=tuple(where)) for form, where in places.items()]
        rows.append(replace(row, words=tuple(sorted(words, key=lambda form: -len(form.places)))))
    return tuple(sorted(rows, key=lambda row: -sum(len(form.places) for form in row.words)))


def place_of(row: Found, linked: bool) -> Place:
    """Where a passage stands; `linked` if the texts are on the page."""
    return Place(row.number, row.sentence, f"#{row.sentence}" if linked else "")


def _row(catalog: Catalog, row: Found) -> PassageRow:
    found = row.evidence
    return PassageRow(
        whose=_whose(catalog, row),
        actor=found.actor or "",
        target=found.target or "",
        denied=found.polarity == "denied" and row.bucket != "denied",
        weight="" if found.weight == 1 else count(found.weight),
        words=(),
    )


def _words(row: Found, lexicon: str) -> Words:
    found = row.evidence
    entry = found.entry.removeprefix(f"{lexicon}#")
    if found.scorer == "agency":  # its form says more than its lexicon
        entry = entry.rpartition("#")[2]
    act = found.label.partition(":")[2]
    return Words(
        surface=shortened(found.surface, LONGEST_SURFACE),
        entry="" if entry == found.surface.lower() else entry,
        act="" if act == USUAL_ACT else act,
        places=(),
    )


def _header(group: GroupEntry, bucket: str, rows: int) -> Phrase:
    named = BUCKETS | TELLINGS
    return phrase(Name(group.name), f", {named.get(bucket, f'{bucket} words')}: {count(rows)}")


def _whose(catalog: Catalog, row: Found) -> str:
    """Whose words they are; of reporting words, whose words they introduce; of deeds, who acts on whom.

    What a source is given to say ends with how.
    """
    found = row.evidence
    name = catalog.actor(found.actor) if found.actor else ""
    if found.scorer == "agency":
        target = catalog.actor(found.target) if found.target else ""
        name = f"{name or '…'} → {target or '…'}" if name or target else ""
    elif found.scorer == "reporting":
        name = name or "unresolved"
    if found.voice == "narration":
        return name or ("own voice" if row.bucket == "denied" and found.scorer != "agency" else "")
    if found.scorer in ("agency", "reporting"):
        return f"{name}{', ' if name else ''}in words {VOICES[found.voice]}"
    return f"{name or 'unresolved'}, {VOICES[found.voice]}"
