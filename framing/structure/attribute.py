"""Attributions from relations: their sources resolved, their parents found, their confidence worked out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter

from framing.spans import Field
from framing.structure.antecedents import NOBODY, Who
from framing.structure.confidence import confidence
from framing.structure.nouns import Attribution
from framing.structure.relation import Relation
from framing.structure.sources import Reading, Resolver


def attribute(
    relations: Sequence[Relation], field: Field, reading: Reading, resolver: Resolver
) -> tuple[Attribution, ...]:
    """Attributions of a passage, in the order of their contents.

    Parameters
    ----------
    relations : sequence of Relation
        Each with a content; their contents are put in order.
    field : {"text", "title"}
        What the offsets count in; ids of attributions in a title begin with ``t``, others with ``q``.
    reading : Reading
        The passage.
    resolver : Resolver
        Of the article; remembers who was introduced.
    """
    prefix = "t" if field == "title" else "q"
    plain = reading.folded.plain
    for relation in relations:
        relation.contents.sort()
    ordered = sorted(relations, key=_by_content)
    made: list[Attribution] = []
    resolved: dict[int, Who] = {}
    contents = [(start, end, number) for number, each in enumerate(ordered, 1) for start, end in each.contents]
    contents.sort(key=_start_of)
    starts = [start for start, _, _ in contents]
    furthest = list(accumulate([end for _, end, _ in contents], max))
    for number, relation in enumerate(ordered, 1):
        said = relation.sources
        actors: tuple[str, ...] = ()
        if relation.inherits is not None and id(relation.inherits) in resolved:
            who = resolved[id(relation.inherits)]
        elif said:
            who = resolver.resolve(reading, said[0])
            if "C" in said[0].classes and (several := resolver.each(reading, said[0])):
                said, actors = [part for part, _ in several], tuple([actor for _, actor in several])
        else:
            who = NOBODY
        resolved[id(relation)] = who
        actor, role = who
        entry = relation.entry
        parent = 0
        if (
            relation.cue
            and (before := bisect_right(starts, relation.cue.start))
            and furthest[before - 1] >= relation.cue.end
        ):
            parent = _parent(number, relation.cue.end, contents[max(0, before - _NEAR) : before])
        made.append(
            Attribution(
                f"{prefix}{number}",
                f"{prefix}{parent}" if parent else None,
                field,
                tuple([each.span(0, len(each.words)) for each in said]),
                relation.cue,
                tuple(relation.contents),
                relation.kind,
                actors or ((actor,) if actor else ()),
                actor,
                role,
                entry.stance if entry else "neutral",
                entry.act if entry else "say",
                relation.negated,
                not _is_writer(relation),
                confidence(relation, plain),
            )
        )
    return tuple(made)


def _is_writer(relation: Relation) -> bool:
    """Whether the source is the writer: "we", "I" or "you" outside quotation marks."""
    return bool(relation.sources) and relation.sources[0].words[0] in ("i", "we", "you") and not relation.has_quotation


def _by_content(relation: Relation) -> tuple[int, int]:
    return relation.contents[0].start, -relation.contents[-1].end


_start_of = itemgetter(0)
# How many contents are looked at for one around a cue.
_NEAR = 12


def _parent(number: int, cue_end: int, before: Sequence[tuple[int, int, int]]) -> int:
    """The number of the smallest of the contents that begin before a cue and hold it; 0 where there is none."""
    around = [(end - start, start, other) for start, end, other in before if end >= cue_end and other != number]
    return min(around)[2] if around else 0
