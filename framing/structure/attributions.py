"""Attribution relations of a passage: units, their relations, and quotations that go on from one unit to the next."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.lexicon.fold import Folded
from framing.lexicon.matching import Hit
from framing.lexicon.terms import Term
from framing.spans import Span
from framing.structure.cues import CueAt, cues
from framing.structure.marks import continues
from framing.structure.nouns import Quotation
from framing.structure.relation import Relation
from framing.structure.tokens import NO_TOKENS, TextTokens, Tokens, unit_tokens
from framing.structure.unit import relations

# A quotation of fewer words that nobody is said to say is a term or a scare quote, not a statement.
_LEAST_WORDS = 5
# No sentence has as many cues; text made to keep a program busy may, and the work grows with their square.
_MOST_CUES = 120
# A line without a full stop that has the marks by which headlines name who speaks.
_HEADLINE = re.compile(r"^[^:]{2,40}: .*\w$|\w - .{2,40}(?<=\w)$")
# Who speaks in a transcript.
_SPEAKER = re.compile(r"""["“']?([A-Z][A-Z]+(?:[ .’'-]+[A-Z]+)*):\s+(?=\S)""")
_WORD = re.compile(r"\w+")


class Unit(NamedTuple):
    """A sentence, or the sentences one quotation runs over.

    Parameters
    ----------
    start, end : int
        Offsets, half-open.
    paragraph : int
        Number of the paragraph.
    quotations : sequence of Quotation
        Inside it.
    """

    start: int
    end: int
    paragraph: int
    quotations: Sequence[Quotation]


class Analysed(NamedTuple):
    """A unit with what was found in it; no tokens where there was nothing to look for."""

    unit: Unit
    tokens: Tokens
    cues: Sequence[CueAt]
    relations: list[Relation]


def units(sentences: Sequence[tuple[Span, int]], quotations: Sequence[Quotation]) -> list[Unit]:
    """Sentences, joined where a quotation crosses their border.

    Parameters
    ----------
    sentences : sequence of (Span, int)
        With the number of their paragraph.
    quotations : sequence of Quotation
    """
    joined: list[Unit] = []
    at = 0
    for (start, end), paragraph in sentences:
        inside: list[Quotation] = []
        while at < len(quotations) and quotations[at].start < end:
            inside.append(quotations[at])
            at += 1
        if joined and joined[-1].quotations and joined[-1].quotations[-1].end > start:
            last = joined[-1]
            joined[-1] = Unit(last.start, max(end, last.end), paragraph, [*last.quotations, *inside])
        else:
            joined.append(Unit(start, end, paragraph, inside))
    return joined


def _is_headline(plain: str, start: int, end: int) -> bool:
    """Whether a line may name who speaks as headlines do."""
    return plain[end - 1].isalnum() and _HEADLINE.search(plain[start:end]) is not None


def _outside(hits: Sequence[Hit[Term]], unit: Unit) -> list[Hit[Term]]:
    """The hits of a unit that stand outside its quotations."""
    opens = [quotation.start for quotation in unit.quotations]
    kept = []
    for hit in hits:
        at = bisect_right(opens, hit.start) - 1
        if at < 0 or unit.quotations[at].end <= hit.start:
            kept.append(hit)
    return kept


def analyse(
    folded: Folded,
    whole: TextTokens,
    sentences: Sequence[tuple[Span, int]],
    quotations: Sequence[Quotation],
    hits: Sequence[Hit[Term]],
) -> list[Analysed]:
    """Units of a passage with their cues and relations.

    Parameters
    ----------
    folded : Folded
        The text.
    whole : TextTokens
        Its tokens.
    sentences : sequence of (Span, int)
        With the number of their paragraph.
    quotations : sequence of Quotation
        In order, not overlapping.
    hits : sequence of Hit
        Of the reporting lexicons, in order, not overlapping.
    """
    starts = [hit.start for hit in hits]
    found: list[Analysed] = []
    last = 0
    for unit in units(sentences, quotations):
        first = last
        while last < len(starts) and starts[last] < unit.end:
            last += 1
        inside = _outside(hits[first:last], unit) if unit.quotations else hits[first:last]
        if not inside and not unit.quotations and not _is_headline(folded.plain, unit.start, unit.end):
            found.append(Analysed(unit, NO_TOKENS, (), []))
            continue
        atoms = [(max(q.start, unit.start), min(q.end, unit.end)) for q in unit.quotations]
        said = unit_tokens(whole, folded.plain, unit.start, unit.end, atoms)
        unit_cues = cues(said, inside)
        if unit_cues:
            said = said.with_verbs((cue.first, cue.last) for cue in unit_cues if cue.pos == "verb")
        found.append(Analysed(unit, said, unit_cues, relations(said, unit_cues[:_MOST_CUES])))
    _transcribe(folded, whole, found)
    _go_on(folded.text, found)
    return [*found, *_inside_quotations(folded, whole, quotations, hits, starts)]


def _transcribe(folded: Folded, whole: TextTokens, found: Sequence[Analysed]) -> None:
    """A paragraph that begins with a name in capitals and a colon is what that speaker says."""
    last = -1
    for at, (unit, _, _, unit_relations) in enumerate(found):
        begins, last = unit.paragraph != last, unit.paragraph
        speaker = _SPEAKER.match(folded.text, unit.start, unit.end) if begins else None
        if speaker is None:
            continue
        end = unit.end
        for other in found[at + 1 :]:
            if other.unit.paragraph != unit.paragraph:
                break
            end = other.unit.end
        if end == unit.end and folded.text[end - 1].isalnum():
            continue  # a headline: "EU: sanctions will follow"
        name = whole.part(whole.at(speaker.start(1)), whole.at(speaker.end(1)))
        unit_relations[:] = [Relation(None, None, [name], [Span(speaker.end(), end)], has_quotation=True)]


def _inside_quotations(
    folded: Folded,
    whole: TextTokens,
    quotations: Sequence[Quotation],
    hits: Sequence[Hit[Term]],
    starts: Sequence[int],
) -> Iterator[Analysed]:
    """What is reported inside quotations: "they accuse us of ..." in somebody's mouth."""
    for quotation in quotations:
        start, end = quotation.inner
        inside = hits[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            said = unit_tokens(whole, folded.plain, start, end)
            found = cues(said, inside, opens=folded.plain[start].isupper())
            yield Analysed(Unit(start, end, quotation.paragraph, ()), said, found, [])


def _covered(relation: Relation, quotation: Quotation) -> bool:
    return any(start < quotation.inner.end and quotation.inner.start < end for start, end in relation.contents)


def _go_on(text: str, found: Sequence[Analysed]) -> None:
    """Give quotations without a relation the source of the statement they continue.

    A quotation that opens the unit after a quoted statement in the same paragraph is its second part; one that opens
    the next paragraph after a colon or an unclosed mark too; a paragraph of nothing but a quotation floats on the
    source before it. What remains and is long enough is a statement whose source is not named.
    """
    last: Relation | None = None
    last_unit: Unit | None = None
    for unit, _, _, unit_relations in found:
        loose = [q for q in unit.quotations if not any(_covered(relation, q) for relation in unit_relations)]
        if last and last.colon and not last.contents and last_unit and unit.start > last_unit.start:
            _take_block(last, unit, loose)
            loose = []
        for quotation in loose:
            opens = not text[unit.start : quotation.start].strip()
            alone = opens and not _WORD.search(text, quotation.end, unit.end)
            near = last_unit is not None and unit.paragraph - last_unit.paragraph <= 1
            if (
                last
                and near
                and opens
                and (
                    (alone and last_unit and unit.paragraph == last_unit.paragraph and last.has_quotation)
                    or _left_open(text, last_unit, quotation)
                )
            ):
                last.contents.append(Span(quotation.start, quotation.end))
                last_unit = unit
                continue
            if len(_WORD.findall(text, *quotation.inner)) < _LEAST_WORDS:
                continue
            relation = Relation(None, None, [], [Span(quotation.start, quotation.end)], has_quotation=True)
            relation.has_words = not alone
            if alone and near and last is not None:
                relation.sources, relation.inherits = list(last.sources), last
            unit_relations.append(relation)
        if unit_relations:
            last, last_unit = unit_relations[-1], unit


def _left_open(text: str, unit: Unit | None, quotation: Quotation) -> bool:
    return bool(unit and unit.quotations) and unit is not None and continues(text, unit.quotations[-1], quotation)


def _take_block(relation: Relation, unit: Unit, loose: Sequence[Quotation]) -> None:
    """What a colon at the end of a paragraph announces is the next one."""
    if loose:
        relation.contents += [Span(q.start, q.end) for q in loose]
        relation.has_quotation = True
    else:
        relation.contents.append(Span(unit.start, unit.end))
        relation.has_words = True
