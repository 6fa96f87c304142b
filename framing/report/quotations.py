"""Who said what: every quotation behind every number, one row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from framing.report.catalog import UNNAMED, UNRESOLVED, Catalog, Found, GroupEntry, actor_of
from framing.report.passages import (
    LONGEST_CUE,
    LONGEST_QUOTATION,
    PassageLine,
    PassageTable,
    body_of,
    sample_of,
    sampled,
)
from framing.report.phrase import Name, Phrase, Piece, phrase
from framing.report.wording import VOICES, About, count, counted, noun, shortened, spoken, titled
from framing.spans import Field


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
            shown = sample_of(catalog, rows, linked)
            lines = [_quotation(row, cues, linked) for row in shown]
            header = (*_who(group, rows, cues), *sampled(rows, shown))
            bodies.append(body_of(f"{identifier}-{group.id}", group, header, lines))
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
