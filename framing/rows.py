"""The rows that other programs rely on: fields may be added, never renamed.

Offsets are half-open, in code points of the field a row names.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from framing.evidence import Evidence
from framing.scoring import Scored
from framing.structure.document import Passage
from framing.structure.nouns import Attribution, Sentence

Row = dict[str, Any]
# What a column holds; lists and mappings are nested.
Kind = Literal["text", "integer", "number", "truth", "nested"]
Columns = Mapping[str, Kind]

_INTEGERS = frozenset("words own_words quoted_words sentences sentence start end statement".split())
_NESTED = frozenset("source cue content sources actors frames probabilities hedges boosters reports".split())
_NUMBERS = frozenset("confidence weight similarity copied position share likeness".split())
_TRUTHS = frozenset("named_elsewhere negated verbatim".split())
_ARTICLE = ("article", "outlet", "date", "title", "url", "words", "own_words", "quoted_words", "sentences")
_SENTENCE = (
    "article", "outlet", "field", "sentence", "start", "end", "text", "words", "voice", "source", "actor", "role",
    "frames", "probabilities", "hedges", "boosters", "reports",
)  # fmt: skip
_QUOTATION = (
    "article", "outlet", "field", "id", "parent", "source", "cue", "content", "sources", "actors", "source_text",
    "cue_text", "content_text", "kind", "actor", "role", "stance", "act", "negated", "confidence",
)  # fmt: skip
_STORY = (
    "kind", "group", "article", "field", "start", "end", "sentence", "position", "text", "statement", "actor",
    "source_text", "cue_text", "stance", "act", "share", "verbatim", "likeness", "named_elsewhere", "incomplete",
)  # fmt: skip
_EVENT = ("article", "outlet", "date", "event", "similarity", "reason", "copy_of", "copied")


def columns(level: str, measures: Sequence[str] = ()) -> Columns:
    """Names and kinds of the columns of a level, in order.

    Parameters
    ----------
    level : {"article", "sentence", "quotation", "evidence", "event", "story"}
    measures : sequence of str
        Names of the measures, which rows of articles have.
    """
    names = {
        "article": _ARTICLE,
        "sentence": _SENTENCE,
        "quotation": _QUOTATION,
        "evidence": Evidence._fields,
        "event": _EVENT,
        "story": _STORY,
    }[level]
    known: dict[str, Kind] = {name: _kind(name) for name in names}
    return {**known, **dict.fromkeys(measures, "number")} if level == "article" else known


def _kind(name: str) -> Kind:
    if name in _INTEGERS:
        return "integer"
    if name in _NUMBERS:
        return "number"
    return "truth" if name in _TRUTHS else "nested" if name in _NESTED else "text"


def article_row(scored: Scored) -> Row:
    """One flat row: the article's columns, its words and sentences, every measure; null where there is no number."""
    article, document = scored.document.article, scored.document
    row: Row = {
        "article": article.id,
        "outlet": article.outlet,
        "date": article.date.isoformat() if article.date else None,
        "title": article.title,
        "url": article.url,
        "words": document.words,
        "own_words": document.words - document.quoted_words,
        "quoted_words": document.quoted_words,
        "sentences": document.sentences,
    }
    for measure in scored.card:
        row[measure.name] = None if math.isnan(measure.value) else round(measure.value, 6)
    return row


def sentence_rows(scored: Scored) -> Iterator[Row]:
    """A row a sentence: its voice, and the frames, hedges, boosters and reporting cues found in it."""
    article = scored.document.article
    for passage in scored.document.passages:
        rows = {sentence.number: _sentence(scored, passage, sentence) for sentence in passage.sentences}
        for found in scored.evidence:
            row = rows.get(found.sentence) if found.field == passage.field else None
            if row is None:
                continue
            if found.scorer == "frames":
                if row["frames"].get(found.label) != "asserted":
                    row["frames"][found.label] = found.polarity
            elif found.label in ("hedge", "booster"):
                row[f"{found.label}s"].append([found.start, found.end])
            elif found.scorer == "reporting":
                stance, act = found.label.split(":")
                row["reports"].append({"cue": [found.start, found.end], "stance": stance, "act": act})
        for judged in scored.judged:
            if judged.field == passage.field:
                for number, label in judged.denied:
                    rows[number]["frames"][label] = "denied"
                for row, given in zip(rows.values(), judged.probabilities.tolist(), strict=True):
                    row["probabilities"].update(
                        (label, round(each, 3)) for label, each in zip(judged.labels, given, strict=True)
                    )
        for row in rows.values():
            yield {"article": article.id, "outlet": article.outlet, **row}


def _sentence(scored: Scored, passage: Passage, sentence: Sentence) -> Row:
    return {
        "field": passage.field,
        "sentence": sentence.number,
        "start": sentence.start,
        "end": sentence.end,
        "text": passage.text[sentence.start : sentence.end],
        "words": sentence.words,
        "voice": sentence.voice,
        "source": list(sentence.source) if sentence.source else None,
        "actor": sentence.actor,
        "role": sentence.role,
        "frames": {},
        "probabilities": {},
        "hedges": [],
        "boosters": [],
        "reports": [],
    }


def quotation_rows(scored: Scored) -> Iterator[Row]:
    """A row an attribution relation."""
    article = scored.document.article
    for passage in scored.document.passages:
        for made in passage.attributions:
            yield {"article": article.id, "outlet": article.outlet, **_quotation(passage, made)}


def _quotation(passage: Passage, made: Attribution) -> Row:
    return {
        "field": passage.field,
        "id": made.id,
        "parent": made.parent,
        "source": list(made.source) if made.source else None,
        "cue": list(made.cue) if made.cue else None,
        "content": [list(span) for span in made.contents],
        "sources": [list(span) for span in made.sources],
        "actors": list(made.actors),
        "source_text": made.source.of(passage.text) if made.source else None,
        "cue_text": made.cue.of(passage.text) if made.cue else None,
        "content_text": " ".join(span.of(passage.text) for span in made.contents),
        "kind": made.kind,
        "actor": made.actor,
        "role": made.role,
        "stance": made.stance,
        "act": made.act,
        "negated": made.negated,
        "confidence": made.confidence,
    }


def evidence_rows(scored: Scored) -> Iterator[Row]:
    """A row a passage that supports a number."""
    for found in scored.evidence:
        yield found._asdict()


LEVELS = {
    "article": lambda scored: iter((article_row(scored),)),
    "sentence": sentence_rows,
    "quotation": quotation_rows,
    "evidence": evidence_rows,
}
