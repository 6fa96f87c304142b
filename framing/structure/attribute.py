"""Attributions from relations: their sources resolved, their parents found, their confidence worked out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from framing.lexicon.reliability import reliability
from framing.spans import Field
from framing.structure.antecedents import NOBODY, Who
from framing.structure.confidence import confidence
from framing.structure.nouns import Attribution
from framing.structure.relation import Relation
from framing.structure.sources import Reading, Resolver
from framing.structure.tokens import Tokens


def attribute(
    relations: Sequence[Relation], field: Field, reading: Reading, resolver: Resolver
) -> tuple[Attribution, ...]:
    """Attributions of a passage, in the order of their contents.

    Parameters
    ----------
    relations : sequence of Relation
        Each with a content.
    field : {"text", "title"}
        What the offsets count in; ids of attributions in a title begin with ``t``, others with ``q``.
    reading : Reading
        The passage.
    resolver : Resolver
        Of the article; remembers who was introduced.
    """
    prefix = "t" if field == "title" else "q"
    learned = reliability()
    ordered = sorted(relations, key=_by_content)
    made: list[Attribution] = []
    ids: dict[int, str] = {id(relation): f"{prefix}{number}" for number, relation in enumerate(ordered, 1)}
    resolved: dict[int, Who] = {}
    contents = sorted(((start, end, each) for each in ordered for start, end in each.contents), key=_start_of)
    starts = [start for start, _, _ in contents]
    for relation in ordered:
        sources: tuple[Tokens, ...] = ()
        actors: tuple[str, ...] = ()
        if relation.inherits is not None and id(relation.inherits) in resolved:
            who = resolved[id(relation.inherits)]
        elif relation.sources:
            who = resolver.resolve(reading, relation.sources[0])
            if "C" in relation.sources[0].classes and (several := resolver.each(reading, relation.sources[0])):
                sources, actors = zip(*several, strict=True)
        else:
            who = NOBODY
        resolved[id(relation)] = who
        kind = relation.kind
        entry = relation.entry
        parent = _parent(relation, starts, contents)
        made.append(
            Attribution(
                id=ids[id(relation)],
                parent=ids[id(parent)] if parent is not None else None,
                field=field,
                sources=tuple([said.span(0, len(said.words)) for said in (sources or relation.sources)]),
                cue=relation.cue,
                contents=tuple(relation.contents) if len(relation.contents) == 1 else tuple(sorted(relation.contents)),
                kind=kind,
                actors=actors or ((who.actor,) if who.actor else ()),
                actor=who.actor,
                role=who.role,
                stance=entry.stance if entry else "neutral",
                act=entry.act if entry else "say",
                negated=relation.negated,
                voiced=not _is_writer(relation),
                confidence=round(confidence(relation, reading.folded.plain, learned), 3),
            )
        )
    return tuple(made)


def _is_writer(relation: Relation) -> bool:
    """Whether the source is the writer: "we", "I" or "you" outside quotation marks."""
    return bool(relation.sources) and relation.sources[0].words[0] in ("i", "we", "you") and not relation.has_quotation


def _start_of(content: tuple[int, int, Relation]) -> int:
    return content[0]


def _by_content(relation: Relation) -> tuple[int, int]:
    contents = relation.contents
    first, last = (contents[0], contents[0]) if len(contents) == 1 else (min(contents), max(contents))
    return first.start, -last.end


# How many contents are looked at for one around a cue.
_NEAR = 12


def _parent(
    relation: Relation, starts: Sequence[int], contents: Sequence[tuple[int, int, Relation]]
) -> Relation | None:
    """The smallest relation in whose content this one's cue stands."""
    if relation.cue is None:
        return None
    low, high = relation.cue
    at = bisect_right(starts, low)
    smallest, parent = 0, None
    for start, end, other in contents[max(0, at - _NEAR) : at]:
        if end >= high and other is not relation and (parent is None or end - start < smallest):
            smallest, parent = end - start, other
    return parent
