"""What is wrong, or may be wrong, with a lexicon beyond its form: entries that cannot match, examples that fail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from framing.lexicon.fold import SYMBOLS, fold
from framing.lexicon.schema import Entry, Lexicon
from framing.lexicon.terms import LexiconMatcher, patterns

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about a lexicon.

    Parameters
    ----------
    severity : {"error", "warning"}
    line : int
        In the lexicon's file, from 1.
    what : str
        What is wrong.
    remedy : str
        How to mend it.
    """

    severity: Severity
    line: int
    what: str
    remedy: str = ""


def check(lexicon: Lexicon) -> Iterator[Finding]:
    """Remarks about a lexicon that was read without problems.

    Errors: a sentence under ``hits`` in which nothing is found, one under ``misses`` in which something is, an entry
    that can never match. Warnings: an entry another one always covers, and a lexicon without examples.
    """
    matcher = LexiconMatcher(lexicon)
    for sentence in lexicon.hits:
        if not matcher.find(sentence):
            yield Finding("error", 1, f"nothing is found in the hit: {sentence}", "Add an entry, or drop the example.")
    for sentence in lexicon.misses:
        for hit in matcher.find(sentence):
            entry = hit.payload.entry
            yield Finding(
                "error",
                entry.line,
                f'"{entry.term}" is found in the miss: {sentence}',
                "Narrow the entry with except, near or unless.",
            )
    if not lexicon.hits or not lexicon.misses:
        yield Finding(
            "warning", 1, "there are no examples of hits and misses", "Sentences under [examples] run as tests."
        )
    yield from _unmatchable(lexicon, matcher)
    yield from _covered(lexicon)


def _unmatchable(lexicon: Lexicon, matcher: LexiconMatcher) -> Iterator[Finding]:
    surfaces: dict[Entry, list[str]] = {}
    for pattern in patterns(lexicon):
        if not pattern.payload.cancels:
            surfaces.setdefault(pattern.payload.entry, []).append(pattern.surface)
    for entry in lexicon.entries:
        if not entry.case and entry.term != entry.term.lower():
            yield Finding(
                "error",
                entry.line,
                f'"{entry.term}" has capitals, but text is matched in lower case',
                "Write it in lower case, or add case = true.",
            )
        elif not entry.case and fold(entry.term) != entry.term:
            yield Finding(
                "error", entry.line, f'"{entry.term}" has marks that are folded', f'Write "{fold(entry.term)}".'
            )
        elif "  " in entry.term:
            yield Finding("error", entry.line, f'"{entry.term}" has two blanks in a row', "Write one.")
        elif not any(entry in matcher.everything(surface) for surface in surfaces[entry]):
            yield Finding(
                "error",
                entry.line,
                f'"{entry.term}" can never match',
                f"Write letters or digits, or one of {' '.join(SYMBOLS)} by itself.",
            )


def _covered(lexicon: Lexicon) -> Iterator[Finding]:
    """Entries all of whose surfaces another entry makes too."""
    made: dict[str, str] = {}
    for entry in lexicon.entries:
        single = [
            pattern.surface
            for pattern in patterns(_only(lexicon, entry.term))
            if not pattern.payload.cancels and not pattern.open_end
        ]
        others = {made[surface] for surface in single if surface in made}
        if single and len(others) == 1 and all(surface in made for surface in single):
            yield Finding("warning", entry.line, f'"{entry.term}" is covered by "{others.pop()}"', "Drop one of them.")
        for surface in single:
            made.setdefault(surface, entry.term)


def _only(lexicon: Lexicon, term: str) -> Lexicon:
    return replace(lexicon, entries=tuple(entry for entry in lexicon.entries if entry.term == term))
