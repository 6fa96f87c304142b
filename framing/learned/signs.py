"""What a model sees of a sentence besides its words: lexicon evidence, voice, reporting cues, who is named.

Signs are names of yes-or-no facts ("lexicon threat", "voice direct"), taken from what the one pass over the text has
already found. Names of states, organisations and people are hidden from the words, so that a model learns what is said
and not whom news of some year was about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from framing.lexicon.book import ROLES
from framing.structure.document import Passage

PLACEHOLDERS = ("<body>", "<person>", "<state>")
_BODY, _PERSON, _STATE = range(3)
# A common noun ("the alliance") stays as it is.
_STAYS = -1
_KINDS = {
    "name": _STATE, "demonym": _STATE, "seat": _STATE, "city": _STATE, "organ": _BODY, "person": _PERSON,
    "surname": _PERSON, "group": _STAYS,
}  # fmt: skip
_OTHERWISE = _BODY
# By kind and role: names with a role of their own are those of organisations.
_CODES = {
    (kind, role): _BODY if kind in ("name", "demonym") and role not in (None, "government") else code
    for kind, code in _KINDS.items()
    for role in (None, *ROLES)
}
_NAMED = {code: (f"names {name}", f"names {name} twice") for code, name in enumerate(PLACEHOLDERS)}
_NAMED[_STAYS] = ("names <group>", "names <group> twice")
_SHORT, _LONG = 9, 32
_ENDS = frozenset(".!?…\"'”’)»")


class Laid:
    """The passages of a document end to end, so that arrays are made once a document.

    Parameters
    ----------
    passages : sequence of Passage

    Attributes
    ----------
    first, last : array of shape (n_sentences,)
        Tokens of each sentence: number of the first, and after the last.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self.bases = list(accumulate((len(each.text) + 1 for each in passages), initial=0))
        self.rows = list(accumulate((len(each.sentences) for each in passages), initial=0))
        self.tokens = list(accumulate((len(each.tokens) for each in passages), initial=0))
        self.token_starts = self._joined([each.tokens.starts for each in passages])
        self.sentence_starts = self._joined([each.sentence_starts for each in passages])
        ends = self._joined([[sentence.end for sentence in each.sentences] for each in passages])
        self.first = np.searchsorted(self.token_starts, self.sentence_starts)
        self.last = np.searchsorted(self.token_starts, ends)
        self.mention_starts = [
            base + mention.start for base, each in zip(self.bases, passages, strict=False) for mention in each.mentions
        ]
        self._mentions = [mention for each in passages for mention in each.mentions]
        self.codes = [_CODES.get((mention.kind, mention.role), _OTHERWISE) for mention in self._mentions]

    def _joined(self, offsets: Sequence[Sequence[int]]) -> NDArray[np.intp]:
        found = [np.array(each, np.intp) + base for each, base in zip(offsets, self.bases, strict=False)]
        return np.concatenate(found) if len(found) != 1 else found[0]

    def sentences_of(self, offsets: Sequence[int]) -> list[int]:
        """Row of the sentence around each offset, counted end to end."""
        return list((np.searchsorted(self.sentence_starts, offsets, "right") - 1).tolist())

    def headlines(self) -> NDArray[np.bool_]:
        """Which sentences have no full stop or other mark at their end."""
        return np.array(
            [each.text[sentence.end - 1] not in _ENDS for each in self.passages for sentence in each.sentences], bool
        )

    def names(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Tokens that name somebody, by their number, with the number of what stands for them in `PLACEHOLDERS`."""
        lengths = [mention.end - mention.start for mention in self._mentions]
        codes, low = np.array(self.codes, np.intp), np.array(self.mention_starts, np.intp)
        shown = codes >= 0
        codes, low, high = codes[shown], low[shown], (low + np.array(lengths, np.intp))[shown]
        first, last = np.searchsorted(self.token_starts, low), np.searchsorted(self.token_starts, high)
        size = last - first
        within = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
        return np.repeat(first, size) + within, np.repeat(codes, size)

    def signs(self, lexicons: Sequence[str], known: Collection[str] | None = None) -> Iterator[tuple[int, str]]:
        """Signs with the row of their sentence; one may come twice.

        Parameters
        ----------
        lexicons : sequence of str
            Ids of the lexicons whose hits a model may see; those not matched in this run have none.
        known : collection of str, optional
            What a model knows; kinds of signs that it knows none of are not looked for.
        """
        if not len(self.sentence_starts):
            return
        yield from self._of_sentences()
        if known is None or any(once in known for once, _ in _NAMED.values()):
            yield from self._of_mentions()
        cued = known is None or any(name.startswith(("act ", "stance ")) for name in known)
        for base, passage in zip(self.bases, self.passages, strict=False):
            if passage.cues and cued:
                rows = self.sentences_of([base + cue.start for cue in passage.cues])
                for cue, row in zip(passage.cues, rows, strict=True):
                    yield row, f"act {cue.act}"
                    if cue.stance != "neutral":
                        yield row, f"stance {cue.stance}"
            if passage.denied:
                edges = [base + edge for span in passage.denied.spans for edge in (span.start, span.end - 1)]
                yield from ((row, "denial") for row in self.sentences_of(edges))
            for name in lexicons:
                if passage.hits.get(name):
                    yield from self._of_lexicon(base, passage, name)

    def _of_sentences(self) -> Iterator[tuple[int, str]]:
        row = 0
        for passage in self.passages:
            text = passage.text
            for sentence in passage.sentences:
                if sentence.voice != "narration":
                    yield row, f"voice {sentence.voice}"
                if sentence.words < _SHORT:
                    yield row, "short"
                elif sentence.words > _LONG:
                    yield row, "long"
                if text[sentence.end - 1] not in _ENDS:
                    yield row, "no full stop"
                row += 1

    def _of_mentions(self) -> Iterator[tuple[int, str]]:
        if not self._mentions:
            return
        seen: dict[tuple[int, int], str | None] = {}
        rows = self.sentences_of(self.mention_starts)
        for row, code, mention in zip(rows, self.codes, self._mentions, strict=True):
            once, twice = _NAMED[code]
            if (row, code) not in seen:
                seen[row, code] = mention.actor
                yield row, once
            elif seen[row, code] != mention.actor:
                yield row, twice

    def _of_lexicon(self, base: int, passage: Passage, name: str) -> Iterator[tuple[int, str]]:
        hits = passage.hits[name]
        seen: dict[int, bool] = {}
        for hit, row in zip(hits, self.sentences_of([base + hit.start for hit in hits]), strict=True):
            yield row, f"lexicon {name} twice" if row in seen else f"lexicon {name}"
            entry = hit.payload.entry
            yield row, f"group {name}/{entry.group}"
            open_to = not (entry.negatable and passage.denied.overlaps(hit.start, hit.end))
            seen[row] = seen.get(row, False) or open_to
        yield from ((row, f"only denied {name}") for row, asserted in seen.items() if not asserted)
