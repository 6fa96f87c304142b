"""Every passage behind every number, one row each: words that carry a mark, and quotations.

Rows are the greater part of a page, so each says only what its body or table does not say for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from framing.report.catalog import DEEDS, STANCES, Catalog, Found, GroupEntry
from framing.report.phrase import Name, Number, Phrase, phrase
from framing.report.wording import VOICES, count, counted, noun, shortened

LONGEST_SURFACE, LONGEST_QUOTATION, LONGEST_CUE = 80, 30, 24
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
# A page without texts that had more rows than this in all shows a sample of each list, so that it still opens.
MOST_ROWS, SAMPLE = 20_000, 40


@dataclass(frozen=True, slots=True)
class PassageLine:
    """One piece of evidence.

    Parameters
    ----------
    number : int
        Running number; the row's id is ``e`` and this.
    words, entry, whose : str
        What a reader sees: the words, the lexicon entry where it differs from them (the verb of a quotation), and
        whose words they are.
    role, weight : str
        Of a quotation, the role of its source, where the body does not say it for all, and its number of words;
        elsewhere the weight, where it is not 1.
    place, href : str
        Id of the sentence, which begins with that of the article, and the link to it where its text is on the page.
    voice, actor, polarity, act : str
        The same for programs. The first two are None where the body says them; the others are empty where it is
        asserted, or to say.
    """

    number: int
    words: str
    entry: str
    whose: str
    role: str
    weight: str
    place: str
    href: str
    voice: str | None
    actor: str | None
    polarity: str = ""
    act: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class PassageBody:
    """Rows of one group that a number can point to, with what most of them share; `role` is that of all."""

    id: str
    group: str
    header: Phrase
    lines: tuple[PassageLine, ...]
    voice: str
    actor: str
    role: str
    stance: str = ""


@dataclass(frozen=True, slots=True)
class PassageTable:
    """All evidence of one label, or all quotations of one source.

    Parameters
    ----------
    id, title : str
    total : Number
        How many rows.
    scorer, label, lexicon, actor : str
        What all rows share; `lexicon` is that of most, and left off the front of their entries.
    bodies : tuple of PassageBody
        Group by group.
    summary : Phrase
        What stands beside the title while the table is closed.
    """

    id: str
    title: str
    total: Number
    scorer: str
    label: str
    lexicon: str
    actor: str
    bodies: tuple[PassageBody, ...]
    summary: Phrase


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
    lexicon = _usual([row.evidence.entry.partition("#")[0] for row in found] or [""]) or ""
    buckets: dict[tuple[str, str], list[Found]] = {}
    for row in found:
        buckets.setdefault((row.group.id, row.bucket), []).append(row)
    bodies = []
    for group in catalog.groups:
        for bucket in (*BUCKETS, *DEEDS, *STANCES):
            rows = buckets.get((group.id, bucket), [])
            if rows:
                shown = sample_of(catalog, rows, linked)
                body = body_of(
                    f"{identifier}-{group.id}-{bucket}",
                    group,
                    (*_header(group, bucket, len(rows)), *sampled(rows, shown)),
                    [_line(catalog, row, lexicon, linked) for row in shown],
                )
                bodies.append(replace(body, stance=bucket if scorer in ("reporting", "agency") else ""))
    total = counted(f"{label or scorer}_passages", len(found))
    summary = phrase(f" {noun(len(found), 'passage')}")
    return PassageTable(identifier, title, total, scorer, label, lexicon, "", tuple(bodies), summary)


def sample_of(catalog: Catalog, rows: Sequence[Found], linked: bool) -> Sequence[Found]:
    """All rows, or as many as are shown of a very large corpus, from its beginning to its end."""
    if linked or len(catalog.rows) <= MOST_ROWS or len(rows) <= SAMPLE:
        return rows
    return [rows[at * len(rows) // SAMPLE] for at in range(SAMPLE)]


def sampled(rows: Sequence[Found], shown: Sequence[Found]) -> Phrase:
    if len(shown) == len(rows):
        return ()
    return phrase(f"; {len(shown)} of them, evenly drawn (framing evidence lists all)")


def body_of(identifier: str, group: GroupEntry, header: Phrase, lines: Sequence[PassageLine]) -> PassageBody:
    """What most rows share is said once, by the body; only the others speak for themselves."""
    voice = _usual(line.voice for line in lines)
    actor = _usual(line.actor for line in lines)
    role = lines[0].role if len({line.role for line in lines}) == 1 else ""
    usual = VOICES.get(voice or "", "")
    if any(line.whose.startswith(usual) for line in lines if line.whose):
        rest = "" if all(line.whose.startswith(usual) for line in lines) else " where nothing else is said"
        header = (*header, *phrase(f", {usual}{rest}"))
    lean = tuple(
        replace(
            line,
            whose=line.whose.removeprefix(usual).removeprefix(": "),
            voice=None if line.voice == voice else line.voice,
            actor=None if line.actor == actor else line.actor,
            role="" if role else line.role,
        )
        for line in lines
    )
    return PassageBody(identifier, group.id, header, lean, voice or "", actor or "", role)


def _usual(values: Iterable[str | None]) -> str | None:
    counted_values = Counter(values)
    return max(counted_values, key=lambda value: (counted_values[value], value or ""))


def _header(group: GroupEntry, bucket: str, rows: int) -> Phrase:
    named = BUCKETS | TELLINGS
    return phrase(Name(group.name), f", {named.get(bucket, f'{bucket} words')}: ", counted("rows", rows))


def _line(catalog: Catalog, row: Found, lexicon: str, linked: bool) -> PassageLine:
    found = row.evidence
    entry = found.entry.removeprefix(f"{lexicon}#")
    if found.scorer == "agency":  # its form says more than its lexicon
        entry = entry.rpartition("#")[2]
    act = found.label.partition(":")[2]
    return PassageLine(
        number=row.number,
        words=shortened(found.surface, LONGEST_SURFACE),
        entry="" if entry == found.surface.lower() else entry,
        whose=_whose(catalog, row),
        role="",
        weight="" if found.weight == 1 else count(found.weight),
        place=row.sentence,
        href=f"#{row.sentence}" if linked else "",
        voice=found.voice,
        actor=found.actor or "",
        polarity="denied" if found.polarity == "denied" else "",
        act="" if act == USUAL_ACT else act,
        target=found.target or "",
    )


def _whose(catalog: Catalog, row: Found) -> str:
    """Whose words they are; of reporting words, whose words they introduce; of deeds, who acts on whom."""
    found = row.evidence
    if found.scorer == "reporting":
        return catalog.actor(found.actor) if found.actor else ""
    if found.scorer == "agency":
        ends = (catalog.actor(found.actor) if found.actor else "", catalog.actor(found.target) if found.target else "")
        return " → ".join(ends) if any(ends) else ""
    if found.own:
        return ""
    return f"{VOICES[found.voice]}: {catalog.actor(found.actor)}" if found.actor else VOICES[found.voice]
