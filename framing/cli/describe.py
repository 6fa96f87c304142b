"""Lexicons and scored sentences in words, for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.evidence import Evidence
    from framing.lexicon.schema import Entry, Lexicon
    from framing.scoring import Scored

_WIDTH = 100


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)


def describe_lexicon(lexicon: Lexicon, *, entries: bool) -> str:
    """Definition, limits, examples and, if wanted, every entry."""
    lines = [
        f"{lexicon.title} ({lexicon.id}, {lexicon.kind}, version {lexicon.version}, {len(lexicon.entries)} entries)",
        "",
        _wrapped(lexicon.definition),
    ]
    for title, items in (
        ("Includes", lexicon.includes),
        ("Does not include", lexicon.excludes),
        ("Found in, for example", lexicon.hits[:5]),
        ("Not found in, for example", lexicon.misses[:5]),
    ):
        if items:
            lines += ["", f"{title}:", *(_wrapped(f"- {item}", "  ") for item in items)]
    groups: dict[str, list[Entry]] = {}
    for entry in lexicon.entries:
        groups.setdefault(entry.group, []).append(entry)
    for group, members in groups.items():
        lines += ["", f"{group} ({len(members)}):"]
        if entries:
            lines += [
                f"  {entry.term:32} {', '.join(entry.cite)}{'  ' + entry.note if entry.note else ''}"
                for entry in members
            ]
        else:
            lines.append(
                _wrapped(", ".join(entry.term for entry in members[:12]) + (" ..." if len(members) > 12 else ""), "  ")
            )
    return "\n".join(lines)


def describe_entry(lexicon: Lexicon, entry: Entry) -> str:
    """An entry: what it matches, where it does not, why it is here."""
    from framing.lexicon.inflect import forms

    surfaces = [surface for surface, _ in forms(entry.term.removesuffix("*"), entry.pos)]
    lines = [
        f'"{entry.term}" of {lexicon.title} ({lexicon.id}), {lexicon.origin}:{entry.line}',
        "",
        _wrapped(f"Matches: {', '.join(surfaces)}{' and any ending' if entry.term.endswith('*') else ''}"),
    ]
    for title, words in (
        ("Not inside", entry.exceptions),
        ("Only in a sentence with", entry.near),
        ("Never in a sentence with", entry.unless),
    ):
        if words:
            lines.append(_wrapped(f"{title}: {', '.join(words)}"))
    if lexicon.kind == "reporting":
        lines.append(f"Stance: {entry.stance}; act: {entry.act}")
    lines.append(f"Cites: {', '.join(entry.cite)}")
    if entry.note:
        lines.append(_wrapped(f"Note: {entry.note}"))
    return "\n".join(lines)


def describe_sentences(scored: Scored, number: int | None) -> Iterator[str]:
    """Sentences of an article with what was found in them, and why."""
    for passage in scored.document.passages:
        for sentence in passage.sentences:
            if number is not None and (passage.field != "text" or sentence.number != number):
                continue
            if number is None and not _in(scored, passage.field, sentence.number):
                continue
            who = f", {sentence.actor or 'source not resolved'}" if sentence.voice != "narration" else ""
            voice = "the outlet's own voice" if sentence.voice == "narration" else f"{sentence.voice} quotation{who}"
            mark = "" if passage.field == "text" else "title "
            yield f"{mark}{sentence.number}  [{sentence.start}:{sentence.end}]  {voice}"
            yield _wrapped(" ".join(passage.text[sentence.start : sentence.end].split()), "    ")
            for found in _in(scored, passage.field, sentence.number):
                said = "the outlet" if found.own else (found.actor or "a source not resolved")
                denied = ", denied" if found.polarity == "denied" else ""
                yield f'      {found.label:16} "{found.surface}"  by {found.entry}, said by {said}{denied}'
            yield ""


def _in(scored: Scored, field: str, number: int) -> list[Evidence]:
    return [
        found
        for found in scored.evidence
        if (found.field, found.sentence) == (field, number) and found.scorer != "sources"
    ]
