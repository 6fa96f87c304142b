"""Texts with marks in them, turned into what structure makes of a text.

In a text, ``{threat|build-up}`` is evidence of a frame, ``{!threat|attack}`` of one denied, ``{hedge|may}`` of hedging
and ``{neutral:say|said}`` of reporting. ``[[NRD government direct|“No,”]]`` is what a source says (``-`` stands for
unknown); the first reporting word of its sentence is its cue. A line is a paragraph, and ``~~Photo: A. Nadir~~`` is
masked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from typing import Any

from framing.spans import Cover, Span
from framing.structure.document import Passage
from framing.structure.nouns import Attribution, Sentence
from framing.structure.voices import Voices

_TOKEN = re.compile(r"\{(!?)([\w:-]+)\||\}|\[\[(\S+) (\S+) (\w+)\||\]\]|~~")
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s+(?=[A-Z“\"{])|\n+")
_WORD = re.compile(r"\w[\w’'-]*")


# Stand-ins for the characters of the markup, for texts that hold these themselves.
_PLAIN = {0xE000 + ord(character): character for character in "{}[]|~!"}


def literal(text: str) -> str:
    """A text of which nothing is markup."""
    return "".join(chr(0xE000 + ord(each)) if each in _PLAIN.values() else each for each in text)


@dataclass
class Draft:
    """A text without its markup, and what the markup said."""

    text: str = ""
    marks: list[tuple[int, int, str, bool]] = field(default_factory=list)
    sources: list[tuple[int, int, str, str, str]] = field(default_factory=list)
    masked: list[Span] = field(default_factory=list)


def parsed(markup: str) -> Draft:
    """Take the markup out of a text."""
    draft = Draft()
    stack: list[tuple[str, Any]] = []
    at = 0
    for token in _TOKEN.finditer(markup):
        draft.text += markup[at : token.start()]
        at = token.end()
        here = len(draft.text)
        if token[2]:
            stack.append(("mark", (here, token[2], bool(token[1]))))
        elif token[3]:
            stack.append(("source", (here, token[3], token[4], token[5])))
        elif token[0] == "~~" and not (stack and stack[-1][0] == "mask"):
            stack.append(("mask", here))
        else:
            kind, opened = stack.pop()
            if kind == "mark":
                draft.marks.append((opened[0], here, opened[1], opened[2]))
            elif kind == "source":
                draft.sources.append((opened[0], here, *opened[1:]))
            else:
                draft.masked.append(Span(opened, here))
    draft.text = (draft.text + markup[at:]).translate(_PLAIN)
    return draft


def _sentences(text: str, masked: Cover) -> list[tuple[int, int, int]]:
    found = []
    start = paragraph = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]:
        stripped = text[start:end].rstrip()
        if stripped.strip() and not masked.overlaps(start, start + len(stripped)):
            found.append((start, start + len(stripped), paragraph))
        paragraph += text[start:end].count("\n") > 0
        start = end
    return found


def _filled(noun: type[Any], /, **given: Any) -> Any:
    """A noun of which a report looks at some fields only; the others are empty."""
    names = getattr(noun, "_fields", None) or [each.name for each in fields(noun)]
    return noun(**{**dict.fromkeys(names, ()), **given})


def passage(field_name: Any, draft: Draft) -> Passage:
    """One field of an article from its draft."""
    masked = Cover(draft.masked)
    starts = [word.start() for word in _WORD.finditer(draft.text) if not masked.overlaps(word.start(), word.end())]
    bounds = _sentences(draft.text, masked)
    cues = sorted(mark for mark in draft.marks if ":" in mark[2])
    attributions = []
    for number, (start, end, actor, role, kind) in enumerate(sorted(draft.sources)):
        lower, upper, _ = next((bound for bound in bounds if bound[0] <= start < bound[1]), (0, 0, 0))
        cue = next((mark for mark in cues if lower <= mark[0] < upper and not start <= mark[0] < end), None)
        stance, act = cue[2].split(":") if cue else ("neutral", "say")
        who = None if actor == "-" else actor
        attributions.append(
            _filled(
                Attribution,
                id=f"{field_name}{number}",
                field=field_name,
                cue=Span(cue[0], cue[1]) if cue else None,
                contents=(Span(start, end),),
                kind=kind,
                actor=who,
                role=None if role == "-" else role,
                stance=stance,
                act=act,
                voiced=True,
            )
        )
    voices = Voices(attributions)
    made: Passage = _filled(
        Passage, field=field_name, text=draft.text, attributions=tuple(attributions), word_starts=starts, voices=voices
    )
    sentences = []
    for number, (start, end, paragraph) in enumerate(bounds, 1):
        quoted = sum(made.words(a, b) for a, b, owner in voices.stretches(start, end) if owner)
        sentences.append(Sentence(number, start, end, paragraph, made.words(start, end), quoted))
    return replace(made, sentences=tuple(sentences), sentence_starts=[bound[0] for bound in bounds])
