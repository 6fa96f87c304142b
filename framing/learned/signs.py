"""What a model sees of a sentence besides its words: lexicon evidence, voice, reporting cues, who is named.

Signs are names of yes-or-no facts ("lexicon threat", "voice direct"), taken from what the one pass over the text has
already found. Names of states, organisations and people are hidden from the words, so that a model learns what is said
and not whom news of some year was about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from framing.evidence import QUOTED_VOICES, Voice
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
_VOICES: tuple[Voice, ...] = ("narration", *QUOTED_VOICES)
_SHORT, _LONG = 9, 32
_ENDS = frozenset(".!?…\"'”’)»")


class Laid:
    """The passages of one or more documents end to end, so that arrays are made once for all of them.

    Parameters
    ----------
    passages : sequence of Passage

    Attributes
    ----------
    bases, rows, tokens : list of int
        Where each passage begins, and the last ends: offset, number of its first sentence, and of its first token.
    sentences : list of Sentence
    first, last : array of shape (n_sentences,)
        Tokens of each sentence: number of the first, and after the last.
    headlines : array of shape (n_sentences,)
        Which sentences have no full stop or other mark at their end.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self.bases = _summed(len(each.text) + 1 for each in passages)
        self.rows = _summed(len(each.sentences) for each in passages)
        self.tokens = _summed(len(each.tokens.starts) for each in passages)
        self.sentences = list(chain.from_iterable([each.sentences for each in passages]))
        self._mentions = list(chain.from_iterable([each.mentions for each in passages]))
        moved = self._moved(np.diff(self.rows))
        self.sentence_starts = _numbers(chain.from_iterable([each.sentence_starts for each in passages])) + moved
        self._token_starts = _numbers(chain.from_iterable([each.tokens.starts for each in passages]))
        self._token_starts += self._moved(np.diff(self.tokens))
        self.first = np.searchsorted(self._token_starts, self.sentence_starts)
        self.last = np.searchsorted(self._token_starts, _numbers([each.end for each in self.sentences]) + moved)
        self.headlines = np.fromiter(
            [each.text[sentence.end - 1] not in _ENDS for each in passages for sentence in each.sentences], bool
        )

    def _moved(self, sizes: Sequence[int] | NDArray[np.intp]) -> NDArray[np.intp]:
        """Where the passage of each of a number of things begins, given how many each passage has."""
        return np.repeat(np.array(self.bases[:-1], np.intp), np.asarray(sizes, np.intp))

    def rows_of(self, offsets: Sequence[Sequence[int]]) -> NDArray[np.intp]:
        """Rows of the sentences around offsets, counted end to end.

        Parameters
        ----------
        offsets : sequence of sequences of int
            Those of each passage, in its own text.
        """
        at = _numbers(chain.from_iterable(offsets)) + self._moved([len(each) for each in offsets])
        return np.searchsorted(self.sentence_starts, at, "right") - 1

    def rows_of_hits(self, lexicon: str) -> NDArray[np.intp]:
        """Row of the sentence around each hit of a lexicon."""
        return self.rows_of([[hit.start for hit in each.hits.get(lexicon, ())] for each in self.passages])

    def names(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Tokens that name somebody, by their number, with the number of what stands for them in `PLACEHOLDERS`."""
        codes = self._codes
        moved = self._moved([len(each.mentions) for each in self.passages])
        low = _numbers([mention.start for mention in self._mentions]) + moved
        high = _numbers([mention.end for mention in self._mentions]) + moved
        shown = codes >= 0
        first = np.searchsorted(self._token_starts, low[shown])
        size = np.searchsorted(self._token_starts, high[shown]) - first
        within = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
        return np.repeat(first, size) + within, np.repeat(codes[shown], size)

    @cached_property
    def _codes(self) -> NDArray[np.intp]:
        return _numbers([_CODES.get((mention.kind, mention.role), _OTHERWISE) for mention in self._mentions])

    def signs(
        self, lexicons: Sequence[str], known: Collection[str] | None = None
    ) -> Iterator[tuple[str, NDArray[np.intp]]]:
        """Signs with the rows of the sentences that have them; a row may come twice.

        Parameters
        ----------
        lexicons : sequence of str
            Ids of the lexicons whose hits a model may see; those not matched in this run have none.
        known : collection of str, optional
            What a model knows; kinds of signs that it knows none of are not looked for.
        """
        if not self.sentences:
            return
        voices = _numbers([_VOICES.index(sentence.voice) for sentence in self.sentences])
        yield from ((f"voice {voice}", np.flatnonzero(voices == at)) for at, voice in enumerate(_VOICES) if at)
        words = _numbers([sentence.words for sentence in self.sentences])
        yield "short", np.flatnonzero(words < _SHORT)
        yield "long", np.flatnonzero(words > _LONG)
        yield "no full stop", np.flatnonzero(self.headlines)
        edges = [[edge for low, high in each.denied.spans for edge in (low, high - 1)] for each in self.passages]
        yield "denial", self.rows_of(edges)
        found: dict[str, list[int]] = {}
        if known is None or any(once in known for once, _ in _NAMED.values()):
            self._of_mentions(found)
        if known is None or any(name.startswith(("act ", "stance ")) for name in known):
            self._of_cues(found)
        for name in lexicons:
            self._of_lexicon(name, found)
        yield from ((name, np.array(rows, np.intp)) for name, rows in found.items())

    def _of_mentions(self, found: dict[str, list[int]]) -> None:
        seen: dict[tuple[int, int], str | None] = {}
        rows = self.rows_of([[mention.start for mention in each.mentions] for each in self.passages]).tolist()
        for row, code, mention in zip(rows, self._codes.tolist(), self._mentions, strict=True):
            once, twice = _NAMED[code]
            if (row, code) not in seen:
                seen[row, code] = mention.actor
                found.setdefault(once, []).append(row)
            elif seen[row, code] != mention.actor:
                found.setdefault(twice, []).append(row)

    def _of_cues(self, found: dict[str, list[int]]) -> None:
        rows = self.rows_of([[cue.start for cue in each.cues] for each in self.passages]).tolist()
        cues = chain.from_iterable([each.cues for each in self.passages])
        for cue, row in zip(cues, rows, strict=True):
            found.setdefault(f"act {cue.act}", []).append(row)
            if cue.stance != "neutral":
                found.setdefault(f"stance {cue.stance}", []).append(row)

    def _of_lexicon(self, name: str, found: dict[str, list[int]]) -> None:
        seen: dict[int, bool] = {}
        hits = ((hit, each) for each in self.passages for hit in each.hits.get(name, ()))
        for (hit, passage), row in zip(hits, self.rows_of_hits(name).tolist(), strict=True):
            found.setdefault(f"lexicon {name} twice" if row in seen else f"lexicon {name}", []).append(row)
            entry = hit.payload.entry
            found.setdefault(f"group {name}/{entry.group}", []).append(row)
            open_to = not (entry.negatable and passage.denied.overlaps(hit.start, hit.end))
            seen[row] = seen.get(row, False) or open_to
        found.setdefault(f"only denied {name}", []).extend(row for row, asserted in seen.items() if not asserted)


def _summed(sizes: Iterable[int]) -> list[int]:
    return list(accumulate(sizes, initial=0))


def _numbers(found: Iterable[int]) -> NDArray[np.intp]:
    return np.fromiter(found, np.intp)
