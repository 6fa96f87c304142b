"""One pass over a text for every term of every lexicon of a run.

An Aho-Corasick automaton reads the spaced text, in which a term between blanks is a term between word boundaries, and
reports all occurrences, overlapping ones too; what overlaps within one vocabulary is then resolved to the longest. (An
automaton that reports only the longest match would lose "war" inside a "war crime" that fails its own boundary.)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from framing.lexicon.automaton import automaton
from framing.lexicon.fold import SYMBOLS, Folded, spaced

Payload = TypeVar("Payload")
_by_start = itemgetter(0)
_BREAK = re.compile(r"[.!?…;:\r\n\u2028\u2029]")


class Pattern(NamedTuple, Generic[Payload]):
    """A surface to look for.

    Parameters
    ----------
    surface : str
        As it stands in text; lower case unless `case`.
    payload : object
        What the caller wants back.
    case : bool
        Whether capitals must agree (a text all in capitals agrees with everything).
    open_end : bool
        Whether any ending may follow.
    """

    surface: str
    payload: Payload
    case: bool = False
    open_end: bool = False


class Hit(NamedTuple, Generic[Payload]):
    """An occurrence: half-open offsets and the payload of its pattern."""

    start: int
    end: int
    payload: Payload


class _Slot(NamedTuple):
    vocabulary: int
    payload: Any
    cased: str
    before: str
    after: str
    may_lack_after: bool


# How the edges of a word look: see `Matcher`.
_WORD = (False, 2, False, False)


def _shouted(surface: str, cased: str) -> bool:
    """Whether a term stands in capitals throughout, which agree with any."""
    return len(cased) > 2 and surface.isupper()


class Matcher:
    """Finds the patterns of several vocabularies at once.

    Parameters
    ----------
    vocabularies : sequence of iterables of Pattern
        Kept apart in the answer.
    """

    def __init__(self, vocabularies: Sequence[Iterable[Pattern[Any]]]) -> None:
        slots: dict[str, list[_Slot]] = {}
        for number, patterns in enumerate(vocabularies):
            for surface, payload, case, open_end in patterns:
                before, core, after = spaced(surface.lower())
                if core:
                    key = f" {core}" if open_end else f" {core} "
                    inner = surface[len(before) : len(surface) - len(after)]
                    # "US" and "U.S" stand for "U.S."; "continued." is another term than "continued".
                    abbreviates = after == "." and (case or "." in inner)
                    slot = _Slot(number, payload, inner if case else "", before, after, abbreviates)
                elif before and not before.strip(SYMBOLS):
                    key, slot = before, _Slot(number, payload, "", "", "", False)
                else:
                    continue  # marks that are blanks in a spaced text
                slots.setdefault(key, []).append(slot)
        self._size = len(vocabularies)
        self._slots = list(slots.values())
        # The blanks around a term are no part of it; a symbol has none, and after an open end the word goes on.
        self._edges = [
            (term[0] != " ", 1 + (term[-1] == " "), term[0] == " " != term[-1], " " in term.strip()) for term in slots
        ]
        # Most terms are words with nothing to check but capitals: what they stand for.
        self._words = [
            [(slot.vocabulary, slot.payload, slot.cased) for slot in slots]
            if edges == _WORD and not any(slot.before or slot.after for slot in slots)
            else None
            for edges, slots in zip(self._edges, self._slots, strict=True)
        ]
        self._automaton = automaton(list(slots))

    def find(self, folded: Folded, whole: Callable[[int, int], bool] | None = None) -> list[list[Hit[Any]]]:
        """All hits, a list a vocabulary, ordered by start.

        Parameters
        ----------
        folded : Folded
        whole : callable, optional
            Whether two offsets lie in one sentence: no term runs over a full stop or from one line to the next. Asked
            only where a term of several words has a mark inside that could end a sentence.
        """
        found: list[list[Hit[Any]]] = [[] for _ in range(self._size)]
        slots, edges, spaced_text, plain = self._slots, self._edges, folded.spaced, folded.plain
        words = self._words
        new = tuple.__new__  # a Hit made without the call of its constructor, twice as quick
        keep = [hits.append for hits in found]
        for number, first, last in self._automaton.find(spaced_text):
            word = words[number]
            if word is not None:
                shown = last - 2
                for vocabulary, payload, cased in word:
                    if not cased or plain.startswith(cased, first) or _shouted(plain[first:shown], cased):
                        keep[vocabulary](new(Hit, (first, shown, payload)))
                continue
            # The spaced text has a blank at its start, so the blank before a term has the term's offset in the text.
            symbol, trailing, opened, several = edges[number]
            start = first - symbol
            shown = last - trailing
            stop = spaced_text.index(" ", last) - 1 if opened else shown
            if several and whole is not None and _BREAK.search(folded.text, start, shown) and not whole(start, stop):
                continue
            for vocabulary, payload, cased, before, after, may_lack in slots[number]:
                if cased:
                    surface = plain[start:shown]
                    if surface != cased and not _shouted(surface, cased):
                        continue
                low, high = start, stop
                if before:
                    low -= len(before)
                    if low < 0 or not plain.startswith(before, low):
                        continue
                if after:
                    if plain.startswith(after, stop):
                        high += len(after)
                    elif not may_lack:
                        continue
                keep[vocabulary](new(Hit, (low, high, payload)))
        for hits in found:
            hits.sort(key=_by_start)
        return found


def longest(hits: Iterable[Hit[Payload]]) -> list[Hit[Payload]]:
    """Leftmost hits, the longest where several overlap.

    Parameters
    ----------
    hits : iterable of Hit
        Ordered by start.
    """
    kept: list[Hit[Payload]] = []
    begun = done = 0
    for hit in hits:
        start, end, _ = hit
        if start >= done:
            kept.append(hit)
        elif end - start > done - begun:
            kept[-1] = hit
        else:
            continue
        begun, done = start, end
    return kept
