"""Who said what: every quotation behind every number, one row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from framing.report.catalog import UNNAMED, UNRESOLVED, Catalog, Found, GroupEntry, actor_of
from framing.report.passages import Place, place_of, sample_of, sampled
from framing.report.phrase import Name, Number, Phrase, Piece, phrase
from framing.report.wording import NOTHING, VOICES, About, count, counted, noun, shortened, spoken
from framing.spans import Field

LONGEST_QUOTATION, LONGEST_CUE = 30, 24


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """One quotation.

    Parameters
    ----------
    place : Place
    words, verb : str
        How it begins, and the verb that introduces it.
    how, role : str
        Quoted, paraphrased or partly quoted, and the role of its source, where the body does not say it.
    length : str
        In words.
    """

    place: Place
    words: str
    verb: str
    how: str
    role: str
    length: str


@dataclass(frozen=True, slots=True)
class QuotationBody:
    """Quotations of one source in one group; `voice` and `role` are those of most, which their rows leave out."""

    id: str
    header: Phrase
    rows: tuple[QuotationRow, ...]
    voice: str
    role: str


@dataclass(frozen=True, slots=True)
class QuotationTable:
    """All quotations of one source, `total` in number; `summary` stands beside its name while the table is closed."""

    id: str
    title: str
    total: Number
    summary: Phrase
    actor: str
    bodies: tuple[QuotationBody, ...]


def quotation_tables(catalog: Catalog, linked: bool) -> tuple[QuotationTable, ...]:
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
) -> QuotationTable:
    bodies = []
    for group in catalog.groups:
        rows = [row for row in found if row.group is group]
        if rows:
            bodies.append(_body(catalog, f"{identifier}-{group.id}", group, rows, cues, linked))
    words = sum(row.evidence.weight for row in found)
    summary = phrase(
        f" {noun(len(found), 'quotation')}, ",
        counted("actor_words", words),
        f" {noun(words, 'word')}, in ",
        counted("actor_groups", len(bodies)),
        f" {noun(len(bodies), catalog.one)}",
    )
    total = counted("actor_quotations", len(found))
    return QuotationTable(identifier, _speaker_title(catalog, speaker), total, summary, speaker, tuple(bodies))


def _body(
    catalog: Catalog, identifier: str, group: GroupEntry, rows: Sequence[Found], cues: Cues, linked: bool
) -> QuotationBody:
    """What most quotations share is said once, in the header; only the others speak for themselves."""
    voice = _usual(row.evidence.voice for row in rows)
    role = _usual(spoken(row.evidence.role or "") for row in rows)
    shown = sample_of(catalog, rows, linked)
    alike = all(row.evidence.voice == voice and spoken(row.evidence.role or "") == role for row in shown)
    shared = ", ".join(word for word in (VOICES[voice], role) if word)
    header = (
        *_counts(group, rows, cues),
        *phrase(f"; {shared}{'' if alike else ' unless a row says otherwise'}"),
        *sampled(rows, shown),
    )
    return QuotationBody(identifier, header, tuple(_row(row, voice, role, cues, linked) for row in shown), voice, role)


def _usual(values: Iterable[str]) -> str:
    used = Counter(values)
    return max(used, key=lambda value: (used[value], value))


def _speaker_title(catalog: Catalog, speaker: str) -> str:
    if speaker == UNNAMED:
        return "Unnamed sources"
    if speaker == UNRESOLVED:
        return "Sources not resolved"
    return catalog.full_actor(speaker)


def _counts(group: GroupEntry, rows: Sequence[Found], cues: Cues) -> Phrase:
    words = sum(row.evidence.weight for row in rows)
    # Every row names its verb: here stand those that make a pattern.
    verbs = [(cue, used) for cue, used in Counter(_cue(row, cues) for row in rows).items() if cue and used > 1]
    return phrase(
        Name(group.name),
        ": ",
        counted("actor_quotations", len(rows)),
        f" {noun(len(rows), 'quotation')}, ",
        counted("actor_words", words),
        f" {noun(words, 'word')}{'; ' if verbs else ''}",
        *verb_list(verbs),
    )


def verb_list(verbs: Iterable[tuple[str, int]], shown: Mapping[str, str] = {}) -> tuple[Piece | str, ...]:
    """Verbs with how often each was used, the most used first; one used once stands without a figure.

    Parameters
    ----------
    verbs : iterable of (str, int)
        Each with its number.
    shown : mapping
        How a verb is written, where not as it is called: "said" for the entry "say".
    """
    pieces: list[Piece | str] = []
    for verb, used in sorted(verbs, key=lambda pair: (-pair[1], pair[0])):
        word = shown.get(verb, verb)
        pieces.append(f", {word}" if pieces else word)
        if used > 1:
            pieces += [" ×", counted("verb", used, about=About(label=verb))]
    return tuple(pieces)


def _cue(row: Found, cues: Cues) -> str:
    cue = cues.get((row.article.id, row.evidence.field, row.evidence.start), "")
    return shortened(cue, LONGEST_CUE).lower()


def _row(row: Found, voice: str, role: str, cues: Cues, linked: bool) -> QuotationRow:
    found = row.evidence
    own_role = spoken(found.role or "")
    return QuotationRow(
        place=place_of(row, linked),
        words=shortened(found.surface, LONGEST_QUOTATION),
        verb=_cue(row, cues) or "no verb",
        how="" if found.voice == voice else VOICES[found.voice],
        role="" if own_role == role else own_role or NOTHING,
        length=count(found.weight),
    )
