"""What a model sees of a sentence besides its words: lexicon evidence, voice, reporting cues, who is named.

Signs are names of yes-or-no facts ("lexicon threat", "voice direct"), taken from what the one pass over the text has
already found. Names of states, organisations and people are hidden from the words, so that a model learns what is said
and not whom news of some year was about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from framing.evidence import QUOTED_VOICES, Voice
from framing.learned.words import spellings
from framing.lexicon.matching import Hit
from framing.lexicon.terms import Term
from framing.spans import Span
from framing.structure.document import Passage
from framing.structure.nouns import Cue, Mention

_Placed = Hit[Term] | Cue | Mention | Span
Number = TypeVar("Number", np.float32, np.bool_)

PLACEHOLDERS = ("<body>", "<person>", "<state>")
_BODY, _PERSON, _STATE = range(3)
# A common noun ("the alliance") stays as it is.
_STAYS = -1
_KINDS = {
    "name": _STATE, "demonym": _STATE, "seat": _STATE, "city": _STATE, "organ": _BODY, "person": _PERSON,
    "surname": _PERSON, "group": _STAYS,
}  # fmt: skip
_OTHERWISE = _BODY


class _Codes(dict[tuple[str, str | None], int]):
    """By kind and role: names with a role of their own are those of organisations."""

    def __missing__(self, kind_and_role: tuple[str, str | None]) -> int:
        kind, role = kind_and_role
        self[kind_and_role] = code = (
            _BODY if kind in ("name", "demonym") and role not in (None, "government") else _KINDS.get(kind, _OTHERWISE)
        )
        return code


_CODES = _Codes()
_NAMED = {code: (f"names {name}", f"names {name} twice") for code, name in enumerate(PLACEHOLDERS)}
_NAMED[_STAYS] = ("names <group>", "names <group> twice")
_VOICES: tuple[Voice, ...] = ("narration", *QUOTED_VOICES)
_SHORT, _LONG = 9, 32
_ENDS = frozenset(".!?…\"'”’)»")
_GOES_ON = frozenset(":;,")
_HEADLINE = 14


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
    unstopped, headlines : array of shape (n_sentences,)
        Which sentences have no full stop or other mark at their end; which of these are short and complete besides.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self.bases = _summed(len(each.text) + 1 for each in passages)
        self.rows = _summed(len(each.sentences) for each in passages)
        self.tokens = _summed(len(each.tokens.starts) for each in passages)
        self.sentences = list(chain.from_iterable([each.sentences for each in passages]))
        self._mentions = list(chain.from_iterable([each.mentions for each in passages]))
        moved = self._moved(np.diff(self.rows))
        self.sentence_starts = _numbers([each.start for each in self.sentences]) + moved
        starts = [each.tokens.offsets for each in passages] or [np.zeros(0, np.intp)]
        self._token_starts = np.concatenate(starts) + self._moved(np.diff(self.tokens))
        self.first = np.searchsorted(self._token_starts, self.sentence_starts)
        self.last = np.searchsorted(self._token_starts, _numbers([each.end for each in self.sentences]) + moved)
        self.spellings = spellings()
        ends = [each.text[sentence.end - 1] for each in passages for sentence in each.sentences]
        self.unstopped = np.fromiter([end not in _ENDS for end in ends], bool)
        self.headlines = np.fromiter(
            [
                end not in _ENDS and end not in _GOES_ON and sentence.words <= _HEADLINE
                for end, sentence in zip(ends, self.sentences, strict=True)
            ],
            bool,
        )

    def _moved(self, sizes: Sequence[int] | NDArray[np.intp]) -> NDArray[np.intp]:
        """Where the passage of each of a number of things begins, given how many each passage has."""
        return np.repeat(np.array(self.bases[:-1], np.intp), np.asarray(sizes, np.intp))

    def rows_of(self, found: Sequence[Sequence[_Placed]]) -> NDArray[np.intp]:
        """Row of the sentence in which each of some things begins.

        Parameters
        ----------
        found : sequence of sequences
            Hits, cues, mentions or spans of each passage.
        """
        starts = _numbers([each.start for each in chain.from_iterable(found)])
        return self._rows_at(starts, [len(each) for each in found])

    def _rows_at(self, offsets: NDArray[np.intp], sizes: Sequence[int]) -> NDArray[np.intp]:
        return np.searchsorted(self.sentence_starts, offsets + self._moved(sizes), "right") - 1

    @cached_property
    def words(self) -> NDArray[np.int64]:
        """Number of every token among the spellings."""
        number = self.spellings.__getitem__
        found = [each.tokens.figures(number) for each in self.passages]
        return np.concatenate(found).astype(np.int64) if found else np.zeros(0, np.int64)

    @cached_property
    def anonymous(self) -> NDArray[np.int64]:
        """The same with placeholders for the tokens that name somebody."""
        numbers = self.words.copy()
        at, codes = self.names()
        numbers[at] = self.spellings.numbers(PLACEHOLDERS, len(PLACEHOLDERS))[codes]
        return numbers

    def summed(self, rows: NDArray[Number]) -> NDArray[Number]:
        """Rows of tokens added up by sentence."""
        if not len(self.first):
            return rows[:0]
        padded = np.concatenate([rows, np.zeros((1, *rows.shape[1:]), rows.dtype)])
        steps = np.stack([self.first, self.last], axis=1).ravel()
        found = np.add.reduceat(padded, steps)[::2]
        found[self.first == self.last] = 0
        return found

    def having(self, words: frozenset[str]) -> NDArray[np.bool_]:
        """Which sentences have one of some words."""
        numbers, those = self.words, self.spellings.numbers(words, len(words))
        wanted = np.zeros(len(self.spellings), bool)
        wanted[those] = True
        return self.summed(wanted[numbers])

    @cached_property
    def denied(self) -> NDArray[np.bool_]:
        """Which sentences stand, in part, under a denial."""
        found = np.zeros(self.rows[-1] + 1, np.intp)
        first, last = self._denials
        # One more where a stretch begins, one less after it ends.
        np.add.at(found, first, 1)
        np.add.at(found, last + 1, -1)
        return found[:-1].cumsum() > 0

    @cached_property
    def _denials(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Rows in which stretches under a denial begin and end."""
        spans = [each.denied.spans for each in self.passages]
        ends = _numbers([span.end - 1 for each in spans for span in each])
        return self.rows_of(spans), self._rows_at(ends, [len(each) for each in spans])

    def names(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Tokens that name somebody, by their number, with the number of what stands for them in `PLACEHOLDERS`."""
        moved = self._moved([len(each.mentions) for each in self.passages])
        low = _numbers([mention.start for mention in self._mentions]) + moved
        high = _numbers([mention.end for mention in self._mentions]) + moved
        codes = self._codes
        shown = codes >= 0
        first = np.searchsorted(self._token_starts, low[shown])
        size = np.searchsorted(self._token_starts, high[shown]) - first
        within = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
        return np.repeat(first, size) + within, np.repeat(codes[shown], size)

    @cached_property
    def _codes(self) -> NDArray[np.intp]:
        return _numbers([_CODES[mention.kind, mention.role] for mention in self._mentions])

    def signs(
        self, lexicons: Sequence[str], known: Collection[str] | None = None
    ) -> Iterator[tuple[str, NDArray[np.bool_]]]:
        """Signs with which sentences have them.

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
        yield from ((f"voice {voice}", voices == at) for at, voice in enumerate(_VOICES) if at)
        words = _numbers([sentence.words for sentence in self.sentences])
        yield "short", words < _SHORT
        yield "long", words > _LONG
        yield "no full stop", self.unstopped
        yield "denial", self._having(np.concatenate(self._denials))
        found: dict[str, list[int]] = {}
        if known is None or any(once in known for once, _ in _NAMED.values()):
            self._of_mentions(found)
        if known is None or any(name.startswith(("act ", "stance ")) for name in known):
            self._of_cues(found)
        for name in lexicons:
            self._of_lexicon(name, found)
        yield from ((name, self._having(rows)) for name, rows in found.items())

    def _having(self, rows: Sequence[int] | NDArray[np.intp]) -> NDArray[np.bool_]:
        found = np.zeros(len(self.sentences), bool)
        found[np.asarray(rows, np.intp)] = True
        return found

    def _of_mentions(self, found: dict[str, list[int]]) -> None:
        seen: dict[tuple[int, int], str | None] = {}
        rows = self.rows_of([each.mentions for each in self.passages]).tolist()
        for row, code, mention in zip(rows, self._codes.tolist(), self._mentions, strict=True):
            once, twice = _NAMED[code]
            if (row, code) not in seen:
                seen[row, code] = mention.actor
                found.setdefault(once, []).append(row)
            elif seen[row, code] != mention.actor:
                found.setdefault(twice, []).append(row)

    def _of_cues(self, found: dict[str, list[int]]) -> None:
        rows = self.rows_of([each.cues for each in self.passages]).tolist()
        cues = chain.from_iterable([each.cues for each in self.passages])
        for cue, row in zip(cues, rows, strict=True):
            found.setdefault(f"act {cue.act}", []).append(row)
            if cue.stance != "neutral":
                found.setdefault(f"stance {cue.stance}", []).append(row)

    def _of_lexicon(self, name: str, found: dict[str, list[int]]) -> None:
        seen: dict[int, bool] = {}
        hits = [each.hits.get(name, ()) for each in self.passages]
        rows = iter(self.rows_of(hits).tolist())
        for passage, within in zip(self.passages, hits, strict=True):
            for hit, row in zip(within, rows, strict=False):
                found.setdefault(f"lexicon {name} twice" if row in seen else f"lexicon {name}", []).append(row)
                entry = hit.payload.entry
                found.setdefault(f"group {name}/{entry.group}", []).append(row)
                open_to = not (entry.negatable and passage.denied.overlaps(hit.start, hit.end))
                seen[row] = seen.get(row, False) or open_to
        found.setdefault(f"only denied {name}", []).extend(row for row, asserted in seen.items() if not asserted)


def _summed(sizes: Iterable[int]) -> list[int]:
    return list(accumulate(sizes, initial=0))


def _numbers(found: Sequence[int]) -> NDArray[np.intp]:
    return np.fromiter(found, np.intp, len(found))
