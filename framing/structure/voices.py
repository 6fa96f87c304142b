"""Whose words: the voice of a sentence and of any stretch of text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

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
        edges: set[int] = {0}
        parts = []
        for attribution in attributions:
            for start, end in attribution.contents if attribution.voiced else ():
                edges.update((start, end))
                parts.append((end - start, start, end, attribution))
        self._edges = sorted(edges)
        owners: list[Attribution | None] = [None] * len(self._edges)
        # Longest first, so that what lies inside overwrites what lies around it.
        for _, start, end, attribution in sorted(parts, key=_longest_first):
            for at in range(bisect_right(self._edges, start) - 1, bisect_right(self._edges, end - 1)):
                owners[at] = attribution
        self._owners = owners

    def owner(self, offset: int) -> Attribution | None:
        """The attribution whose words stand at an offset; None for the outlet's own."""
        return self._owners[bisect_right(self._edges, offset) - 1]

    def speak_in(self, start: int, end: int) -> bool:
        """Whether anything in ``[start, end)`` is a source's."""
        first = bisect_right(self._edges, start) - 1
        return self._owners[first] is not None or bisect_right(self._edges, end - 1) - 1 > first

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int, Attribution | None]]:
        """``[start, end)`` cut where the owner changes."""
        at = bisect_right(self._edges, start) - 1
        while start < end:
            stop = self._edges[at + 1] if at + 1 < len(self._edges) else end
            yield start, min(stop, end), self._owners[at]
            start = stop
            at += 1

    def owned(self) -> Iterator[tuple[int, int, Attribution]]:
        """Every stretch that belongs to a source."""
        for start, end, owner in zip(self._edges, self._edges[1:], self._owners, strict=False):
            if owner is not None:
                yield start, end, owner


def _longest_first(part: tuple[int, int, int, Attribution]) -> tuple[int, int, str]:
    return -part[0], part[1], part[3].id


def _top(attribution: Attribution, by_id: dict[str, Attribution]) -> Attribution:
    seen = set()
    while attribution.parent is not None and attribution.id not in seen:
        seen.add(attribution.id)
        attribution = by_id[attribution.parent]
    return attribution


def sentences_with_voices(
    spans: Sequence[tuple[Span, int]],
    attributions: Sequence[Attribution],
    voices: Voices,
    counts: Sequence[int],
    words_in: Callable[[int, int], int],
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
    words_in : callable
        Number of words in any stretch.
    """
    by_id = {attribution.id: attribution for attribution in attributions}
    done = []
    for number, (((start, end), paragraph), count) in enumerate(zip(spans, counts, strict=True), 1):
        if not voices.speak_in(start, end):
            done.append(Sentence(number, start, end, paragraph, count))
            continue
        words: dict[str, int] = {}
        for low, high, owner in voices.stretches(start, end):
            if owner is not None:
                top = _top(owner, by_id) if owner.parent else owner
                words[top.id] = words.get(top.id, 0) + words_in(low, high)
        quoted = sum(words.values())
        if not quoted:
            done.append(Sentence(number, start, end, paragraph, count))
            continue
        main = by_id[max(words, key=words.__getitem__)]
        done.append(
            Sentence(
                number,
                start,
                end,
                paragraph,
                count,
                quoted,
                main.kind if quoted >= QUOTED_SHARE[main.kind] * count else "narration",
                next((source for source in main.sources if start <= source.start and source.end <= end), None),
                main.actor,
                main.role,
            )
        )
    return tuple(done)
