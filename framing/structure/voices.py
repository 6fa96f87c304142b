"""Whose words: the voice of a sentence and of any stretch of text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from framing.spans import Span
from framing.structure.nouns import Attribution, Sentence

# A sentence speaks with the voice of a source when at least this share of its words is what the source says; words in
# marks weigh more, being heard as somebody's. Found on coded sentences of news on the Ukraine crisis.
QUOTED_SHARE = {"direct": 0.2, "mixed": 0.3, "indirect": 0.35}


class Voices:
    """Answers who owns a stretch: the innermost attribution whose content covers it, or the outlet.

    Parameters
    ----------
    attributions : iterable of Attribution
        Of one passage.
    """

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        # Longest first, so that what lies inside overwrites what lies around it.
        parts = sorted(
            [
                (start - end, start, end, attribution)
                for attribution in attributions
                if attribution.voiced
                for start, end in attribution.contents
            ]
        )
        edges = {0}
        for _, start, end, _ in parts:
            edges.add(start)
            edges.add(end)
        self._edges = sorted(edges)
        place = {edge: at for at, edge in enumerate(self._edges)}
        self._owners: list[Attribution | None] = [None] * len(self._edges)
        for _, start, end, attribution in parts:
            for at in range(place[start], place[end]):
                self._owners[at] = attribution
        self._owned = [
            (start, end, owner)
            for start, end, owner in zip(self._edges, self._edges[1:], self._owners, strict=False)
            if owner is not None
        ]

    def owner(self, offset: int) -> Attribution | None:
        """The attribution whose words stand at an offset; None for the outlet's own."""
        return self._owners[bisect_right(self._edges, offset) - 1]

    def stretches(self, start: int, end: int) -> list[tuple[int, int, Attribution | None]]:
        """``[start, end)`` cut where the owner changes."""
        first, last = bisect_right(self._edges, start), bisect_left(self._edges, end)
        if first >= last:
            return [(start, end, self._owners[first - 1])] if start < end else []
        bounds = [start, *self._edges[first:last], end]
        return list(zip(bounds, bounds[1:], self._owners[first - 1 : last], strict=False))

    def owned(self) -> Sequence[tuple[int, int, Attribution]]:
        """Every stretch that belongs to a source."""
        return self._owned


def _top(attribution: Attribution, by_id: Mapping[str, Attribution]) -> Attribution:
    seen = set()
    while attribution.parent is not None and attribution.id not in seen:
        seen.add(attribution.id)
        attribution = by_id[attribution.parent]
    return attribution


def _spoken(
    spans: Sequence[tuple[Span, int]],
    by_id: Mapping[str, Attribution],
    voices: Voices,
    counts: Sequence[int],
    word_starts: Sequence[int],
) -> Sequence[Mapping[str, int]]:
    """Of each sentence, the words that belong to each outermost attribution, by its id."""
    starts = [span.start for span, _ in spans]
    before = [0, *accumulate(counts)]
    found: list[dict[str, int]] = [{} for _ in spans]
    for begins, ends, owner in voices.owned():
        source = _top(owner, by_id).id if owner.parent else owner.id
        for at in range(max(0, bisect_right(starts, begins) - 1), bisect_left(starts, ends)):
            (start, end), _ = spans[at]
            if begins < end:
                first, last = before[at], before[at + 1]
                if start < begins:
                    first = bisect_left(word_starts, begins, first, last)
                if ends < end:
                    last = bisect_left(word_starts, ends, first, last)
                found[at][source] = found[at].get(source, 0) + last - first
    return found


def sentences_with_voices(
    spans: Sequence[tuple[Span, int]],
    attributions: Sequence[Attribution],
    voices: Voices,
    counts: Sequence[int],
    word_starts: Sequence[int],
) -> tuple[Sentence, ...]:
    """Sentences with their words, quoted words, voice and source.

    Parameters
    ----------
    spans : sequence of (Span, int)
        Sentences with the number of their paragraph.
    attributions : sequence of Attribution
        Of the same passage.
    voices : Voices
        Made from them.
    counts : sequence of int
        Words of each sentence.
    word_starts : sequence of int
        Offsets of the words of the passage.
    """
    by_id = {attribution.id: attribution for attribution in attributions}
    spoken = _spoken(spans, by_id, voices, counts, word_starts)
    done = []
    for number, (((start, end), paragraph), count, words) in enumerate(zip(spans, counts, spoken, strict=True), 1):
        quoted = sum(words.values()) if words else 0
        if not quoted:
            done.append(Sentence(number, start, end, paragraph, count))
            continue
        main = by_id[max(words, key=words.__getitem__)]
        sources = [source for source in main.sources if start <= source.start and source.end <= end]
        done.append(
            Sentence(
                number,
                start,
                end,
                paragraph,
                count,
                quoted,
                main.kind if quoted >= QUOTED_SHARE[main.kind] * count else "narration",
                sources[0] if sources else None,
                main.actor,
                main.role,
            )
        )
    return tuple(done)
