"""Texts cut into pieces that carry their marks, so that marks may overlap and nothing is ever nested.

Joined, the pieces are the text, character by character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter

from framing.report.catalog import ArticleEntry, Catalog, Found, sentence_id
from framing.spans import Cover, Span
from framing.structure.document import Passage


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which nothing changes.

    Parameters
    ----------
    text : str
        As it stands in the article.
    classes : str
        For marked text, its kinds (``m1``) and whether it is denied (``d``). For other text ``x`` if it was counted
        nowhere, or nothing.
    rows : str
        Numbers of the evidence it belongs to.
    first : str
        The first of them, where a click leads.
    quoted : bool
        Whether a source says it.
    """

    text: str
    classes: str = ""
    rows: str = ""
    first: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A sentence with its id, or what stands between sentences, without one; `gap` tells of text left out before."""

    id: str
    segments: tuple[Segment, ...]
    gap: bool = False

    @property
    def voices(self) -> tuple[tuple[bool, tuple[Segment, ...]], ...]:
        """Its segments together as long as the voice is the same: whether a source says them, and which they are."""
        return tuple((quoted, tuple(group)) for quoted, group in groupby(self.segments, key=attrgetter("quoted")))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that are set together; `anchor` is the id of the first sentence."""

    runs: tuple[Run, ...]
    anchor: str = ""
    headline: bool = False


def cut(
    length: int, stretches: Sequence[tuple[int, int]], edges: Collection[int] = ()
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Cut ``[0, length)`` wherever a stretch begins or ends, and at further edges.

    Parameters
    ----------
    length : int
    stretches : sequence of (int, int)
        Half-open; they may overlap.
    edges : collection of int
        Where to cut besides.

    Yields
    ------
    (int, int, tuple of int)
        Bounds of a piece and the indices of the stretches that cover it.

    Examples
    --------
    >>> list(cut(6, [(1, 4), (3, 5)]))
    [(0, 1, ()), (1, 3, (0,)), (3, 4, (0, 1)), (4, 5, (1,)), (5, 6, ())]
    """
    bounds = {0, length, *(edge for pair in stretches for edge in pair), *edges}
    cuts = sorted(bound for bound in bounds if 0 <= bound <= length)
    waiting = sorted(range(len(stretches)), key=lambda index: stretches[index][0], reverse=True)
    active: list[int] = []
    for start, end in pairwise(cuts):
        while waiting and stretches[waiting[-1]][0] <= start:
            active.append(waiting.pop())
        active = [index for index in active if stretches[index][1] > start]
        yield start, end, tuple(sorted(active))


def marked(catalog: Catalog, article: ArticleEntry, passage: Passage, found: Sequence[Found]) -> tuple[Paragraph, ...]:
    """A passage in paragraphs, with everything found in it.

    Parameters
    ----------
    catalog : Catalog
    article : ArticleEntry
    passage : Passage
        One field of the article.
    found : sequence of Found
        Evidence of that field; quotations among it are shown by the tone of their words, not by marks.
    """
    text, sentences = passage.text, passage.sentences
    marks = [row for row in found if catalog.kind_of(row.evidence)]
    said = [(start, end) for start, end, _ in passage.voices.owned()]
    in_text = passage.field == "text"
    quoted, masked = Cover(said), Cover(article.scored.document.article.masked if in_text else ())
    title = article.scored.document.article.title_span if in_text else Span(0, len(text))
    starts = _paragraph_starts(passage, masked, title)
    sentence_starts = [sentence.start for sentence in sentences]
    edges = {*starts, *(edge for cover in (quoted, masked) for span in cover.spans for edge in span)}
    edges.update(edge for sentence in sentences for edge in (sentence.start, sentence.end))

    paragraphs: list[list[tuple[str, list[Segment]]]] = [[] for _ in starts]
    stretches = [(row.evidence.start, row.evidence.end) for row in marks]
    for start, end, covering in cut(len(text), stretches, edges):
        at = bisect_right(sentence_starts, start) - 1
        inside = at >= 0 and start < sentences[at].end
        identifier = sentence_id(article.id, passage.field, sentences[at].number) if inside else ""
        runs = paragraphs[bisect_right(starts, start) - 1]
        if not runs or runs[-1][0] != identifier:
            runs.append((identifier, []))
        tone = "x" if masked.overlaps(start, end) else "q" if quoted.overlaps(start, end) else ""
        runs[-1][1].append(_segment(catalog, text[start:end], [marks[index] for index in covering], tone))
    return tuple(
        Paragraph(
            tuple(Run(identifier, tuple(segments)) for identifier, segments in runs),
            next((identifier for identifier, _ in runs if identifier), ""),
            headline=bool(title and title.start <= start < title.end),
        )
        for start, runs in zip(starts, paragraphs, strict=True)
        if runs
    )


def _paragraph_starts(passage: Passage, masked: Cover, title: Span | None) -> list[int]:
    """Where paragraphs begin: at their first sentence, after a title, at a masked line; never with blanks alone."""
    starts = {span.start for span in masked.spans if _begins_a_line(passage.text, span.start)}
    before = -1
    for sentence in passage.sentences:
        if sentence.paragraph != before:
            starts.add(sentence.start)
            before = sentence.paragraph
    if title:
        starts.update([sentence.start for sentence in passage.sentences if sentence.start >= title.end][:1])
    kept = [0]
    for start in sorted(starts):
        if passage.text[kept[-1] : start].strip():
            kept.append(start)
    return kept


def _begins_a_line(text: str, offset: int) -> bool:
    before = text[:offset].rstrip(" \t")
    return not before or before[-1] in "\r\n"


def _segment(catalog: Catalog, text: str, rows: Sequence[Found], tone: str) -> Segment:
    if not rows:
        return Segment(text, "" if tone == "q" else tone, quoted=tone == "q")
    kinds = [catalog.kind_of(row.evidence) for row in rows]
    classes = list(dict.fromkeys(f"m{kind.number}" for kind in kinds if kind))
    classes += ["d"] if all(row.evidence.polarity == "denied" for row in rows) else []
    numbers = [str(row.number) for row in rows]
    return Segment(text, " ".join(classes), " ".join(numbers), numbers[0], tone == "q")


def excerpt(paragraphs: Sequence[Paragraph], kept: Collection[str]) -> tuple[Paragraph, ...]:
    """Only the sentences whose ids are in `kept`, with a gap where others stood."""
    shown = []
    gap = False
    for paragraph in paragraphs:
        runs: list[Run] = []
        for run in paragraph.runs:
            if run.id in kept:
                runs.append(replace(run, gap=gap))
                gap = False
            elif run.id:
                gap = True
            elif runs and not gap and not "".join(segment.text for segment in run.segments).strip():
                runs.append(run)
        if runs:
            shown.append(replace(paragraph, runs=tuple(runs), anchor=runs[0].id))
    return tuple(shown)
