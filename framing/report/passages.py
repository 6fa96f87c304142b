"""Every passage behind every number, one row each: words that carry a mark, and quotations.

Rows are the greater part of a page, so each says only what its body or table does not say for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from framing.report.catalog import STANCES, UNNAMED, UNRESOLVED, Catalog, Found, GroupEntry, actor_of
from framing.report.phrase import Name, Number, Phrase, Piece, phrase
from framing.report.wording import VOICES, About, count, counted, noun, shortened, spoken, titled
from framing.spans import Field

LONGEST_SURFACE, LONGEST_QUOTATION, LONGEST_CUE = 80, 30, 24
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
        What all rows share; `lexicon` is left off the front of each entry.
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
        if kind.scorer != "reporting":
            found = list(catalog.rows_of(kind.scorer, kind.label))
            tables.append(_table(catalog, kind.section, kind.title, kind.scorer, kind.label, found, linked))
        elif kind.label == STANCES[0]:
            found = list(catalog.rows_of("reporting"))
            tables.append(_table(catalog, kind.section, "Reporting words", "reporting", "", found, linked))
    return tuple(tables)


def _table(
    catalog: Catalog, identifier: str, title: str, scorer: str, label: str, found: Sequence[Found], linked: bool
) -> PassageTable:
    lexicons = {row.evidence.entry.partition("#")[0] for row in found}
    lexicon = lexicons.pop() if len(lexicons) == 1 else ""
    buckets: dict[tuple[str, str], list[Found]] = {}
    for row in found:
        buckets.setdefault((row.group.id, row.bucket), []).append(row)
    bodies = []
    for group in catalog.groups:
        for bucket in (*BUCKETS, *STANCES):
            rows = buckets.get((group.id, bucket), [])
            if rows:
                shown = _sample(catalog, rows, linked)
                body = _body(
                    f"{identifier}-{group.id}-{bucket}",
                    group,
                    (*_header(group, bucket, len(rows)), *_sampled(rows, shown)),
                    [_line(catalog, row, lexicon, linked) for row in shown],
                )
                bodies.append(replace(body, stance=bucket if scorer == "reporting" else ""))
    total = counted(f"{label or scorer}_passages", len(found))
    summary = phrase(f" {noun(len(found), 'passage')}")
    return PassageTable(identifier, title, total, scorer, label, lexicon, "", tuple(bodies), summary)


def _sample(catalog: Catalog, rows: Sequence[Found], linked: bool) -> Sequence[Found]:
    """All rows, or as many as are shown of a very large corpus, from its beginning to its end."""
    if linked or len(catalog.rows) <= MOST_ROWS or len(rows) <= SAMPLE:
        return rows
    return [rows[at * len(rows) // SAMPLE] for at in range(SAMPLE)]


def _sampled(rows: Sequence[Found], shown: Sequence[Found]) -> Phrase:
    if len(shown) == len(rows):
        return ()
    return phrase(f"; {len(shown)} of them, evenly drawn (framing evidence lists all)")


def _body(identifier: str, group: GroupEntry, header: Phrase, lines: Sequence[PassageLine]) -> PassageBody:
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
    return phrase(Name(group.name), f", {BUCKETS.get(bucket, f'{bucket} words')}: ", counted("rows", rows))


def _line(catalog: Catalog, row: Found, lexicon: str, linked: bool) -> PassageLine:
    found = row.evidence
    entry = found.entry.removeprefix(f"{lexicon}#") if lexicon else found.entry
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
    )


def _whose(catalog: Catalog, row: Found) -> str:
    """Whose words they are; of reporting words, whose words they introduce."""
    found = row.evidence
    if found.scorer == "reporting":
        return catalog.actor(found.actor) if found.actor else ""
    if found.own:
        return ""
    return f"{VOICES[found.voice]}: {catalog.actor(found.actor)}" if found.actor else VOICES[found.voice]


def quotation_tables(catalog: Catalog, linked: bool) -> tuple[PassageTable, ...]:
    """Who said what: a table for each source, in the order of quoted words."""
    cues = {
        (article.id, passage.field, made.contents[0].start): made.cue.of(passage.text)
        for article in catalog.articles
        for passage in article.scored.document.passages
        for made in passage.attributions
        if made.cue
    }
    by_speaker: dict[str, list[Found]] = {speaker: [] for speaker in catalog.speakers}
    for row in catalog.rows_of("sources"):
        by_speaker[actor_of(row.evidence)].append(row)
    return tuple(
        _quotations(catalog, f"q{at}", speaker, found, cues, linked)
        for at, (speaker, found) in enumerate(by_speaker.items(), 1)
    )


Cues = dict[tuple[str, Field, int], str]


def _quotations(
    catalog: Catalog, identifier: str, speaker: str, found: Sequence[Found], cues: Cues, linked: bool
) -> PassageTable:
    bodies = []
    for group in catalog.groups:
        rows = [row for row in found if row.group is group]
        if rows:
            shown = _sample(catalog, rows, linked)
            lines = [_quotation(row, cues, linked) for row in shown]
            header = (*_who(group, rows, cues), *_sampled(rows, shown))
            bodies.append(_body(f"{identifier}-{group.id}", group, header, lines))
    about = About(actor=speaker)
    words = sum(row.evidence.weight for row in found)
    return PassageTable(
        identifier,
        _speaker_title(catalog, speaker),
        counted("actor_quotations", len(found), about=about),
        "sources",
        "",
        "",
        speaker,
        tuple(bodies),
        phrase(
            f" {noun(len(found), 'quotation')}, ",
            counted("actor_words", words, about=about),
            f" {noun(words, 'word')}, in ",
            counted("actor_groups", len(bodies), about=about),
            f" {noun(len(bodies), catalog.one)}",
        ),
    )


def _speaker_title(catalog: Catalog, speaker: str) -> str:
    if speaker == UNNAMED:
        return "Unnamed sources"
    if speaker == UNRESOLVED:
        return "Sources not resolved"
    return catalog.full_actor(speaker)


def _who(group: GroupEntry, rows: Sequence[Found], cues: Cues) -> Phrase:
    words = sum(row.evidence.weight for row in rows)
    verbs = Counter(cue for row in rows if (cue := _cue(row, cues)))
    roles = sorted({spoken(row.evidence.role) for row in rows if row.evidence.role})
    return phrase(
        Name(group.name),
        f"{' · ' + ', '.join(roles) if roles else ''} · ",
        counted("actor_quotations", len(rows)),
        f" {noun(len(rows), 'quotation')}, ",
        counted("actor_words", words),
        f" {noun(words, 'word')}{' · ' if verbs else ''}",
        *verb_list(verbs.items()),
    )


def verb_list(verbs: Iterable[tuple[str, int]]) -> tuple[Piece | str, ...]:
    """Verbs with how often each was used, the most used first; one used once stands without a figure."""
    pieces: list[Piece | str] = []
    for verb, used in sorted(verbs, key=lambda pair: (-pair[1], pair[0])):
        pieces.append(f", {verb}" if pieces else verb)
        if used > 1:
            pieces += [" ×", counted("verb", used, about=About(label=verb))]
    return tuple(pieces)


def _cue(row: Found, cues: Cues) -> str:
    cue = cues.get((row.article.id, row.evidence.field, row.evidence.start), "")
    return shortened(cue, LONGEST_CUE).lower()


def _quotation(row: Found, cues: Cues, linked: bool) -> PassageLine:
    found = row.evidence
    return PassageLine(
        number=row.number,
        words=shortened(found.surface, LONGEST_QUOTATION),
        entry=_cue(row, cues) or "no verb",
        whose=VOICES[found.voice],
        role=titled(found.role) if found.role else "",
        weight=count(found.weight),
        place=row.sentence,
        href=f"#{row.sentence}" if linked else "",
        voice=found.voice,
        actor="",
    )
