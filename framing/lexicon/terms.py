"""Lexicons compiled to patterns, and the rules that decide whether a hit counts where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from framing.lexicon.fold import Folded, fold, spaced
from framing.lexicon.inflect import Form, form_of, forms
from framing.lexicon.matching import Hit, Matcher, Pattern, longest
from framing.lexicon.schema import Entry, Lexicon, Part

# What "about" stands before in "about 30", "about two dozen", "about $4 billion", "about half".
_FIGURE = re.compile(
    r"""\s+(?:us)?[$€£¥]?\s?(?:\d[\d.,]*(?!-|\d)
      |(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen
      |twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|(?:a\s)?(?:dozen|hundred|thousand|million|billion)s?
      |a\s(?:third|quarter|fifth|decade|year|month|week|day|century)|dozens|decade)\b)""",
    re.VERBOSE,
)


class AnyOf:
    """One of several words or phrases, ``*`` standing for any ending.

    Parameters
    ----------
    words : tuple of str
    """

    __slots__ = ("_joined", "_phrases", "_single")

    def __init__(self, words: tuple[str, ...]) -> None:
        folded = [fold(word) for word in words]
        self._single = frozenset(word for word in folded if word.isalnum())
        self._phrases: list[str] = []
        self._joined: list[str] = []
        for word in folded:
            stem = word.removesuffix("*")
            _, core, after = spaced(stem)
            if stem != word and after:
                self._joined.append(f" {stem}")  # "us-*": in a spaced text the pronoun looks the same
            elif word not in self._single:
                self._phrases.append(f" {core}" if stem != word else f" {core} ")

    def stands_in(self, sentence: Stretch) -> bool:
        """Whether a sentence has one of the words."""
        known = sentence.answers.get(self)
        if known is None:
            known = sentence.answers[self] = self._stands_in(sentence)
        return known

    def _stands_in(self, sentence: Stretch) -> bool:
        if not self._single.isdisjoint(sentence.words):
            return True
        if self._phrases:
            # The spaced text begins with a blank, so that this is the sentence with a blank at either end.
            text = sentence.folded.spaced[sentence.start : sentence.end + 2]
            for phrase in self._phrases:
                if phrase in text:
                    return True
        if self._joined:
            text = f" {sentence.folded.folded[sentence.start : sentence.end]}"
            return any(phrase in text for phrase in self._joined)
        return False


class Stretch:
    """A sentence in which conditions are looked up; its words are taken apart when first asked for.

    Parameters
    ----------
    folded : Folded
        The text.
    start, end : int
        The sentence.
    """

    __slots__ = ("_words", "answers", "end", "folded", "start")

    def __init__(self, folded: Folded, start: int, end: int) -> None:
        self.folded = folded
        self.start = start
        self.end = end
        self._words: frozenset[str] | None = None
        # What was asked of it before: a sentence may have the same word many times.
        self.answers: dict[AnyOf, bool] = {}

    @property
    def words(self) -> frozenset[str]:
        """Its single words."""
        if self._words is None:
            # The spaced text begins with a blank: a word has one offset more there.
            self._words = frozenset(self.folded.spaced[self.start + 1 : self.end + 1].split())
        return self._words


@dataclass(frozen=True, slots=True)
class Term:
    """An entry in one of its forms.

    Parameters
    ----------
    entry : Entry
    name : str
        How evidence names it: ``threat#troop build-up``.
    form : str
        Grammatical form.
    part : str
        For reporting cues: verb, noun or phrase.
    cancels : bool
        Marks a phrase in which the entry does not count.
    near, unless : AnyOf, optional
        Conditions of the entry.
    free : bool
        Whether it counts wherever it stands: it has no condition and no exception.
    """

    entry: Entry
    name: str
    form: Form = ""
    part: Part = ""
    cancels: bool = False
    near: AnyOf | None = None
    unless: AnyOf | None = None
    free: bool = False


def patterns(lexicon: Lexicon) -> Iterator[Pattern[Term]]:
    """Every surface of every entry."""
    for entry in lexicon.entries:
        near = AnyOf(entry.near) if entry.near else None
        unless = AnyOf(entry.unless) if entry.unless else None
        part = entry.part or lexicon.part
        name = lexicon.name_of(entry)
        free = not (near or unless or entry.figure or entry.exceptions)
        stem, open_end = entry.term.removesuffix("*"), entry.term.endswith("*")
        made: set[tuple[str, str, str]] = set()
        for surface, form in forms(stem, "" if open_end else entry.pos):
            plain = surface if entry.case else fold(surface)
            if (core := spaced(plain)) not in made:
                made.add(core)
                if part == "verb" and not entry.pos:
                    form = form_of(plain)
                yield Pattern(plain, Term(entry, name, form, part, False, near, unless, free), entry.case, open_end)
        for phrase in entry.exceptions:
            wide = phrase.endswith("*")
            for surface, form in forms(phrase.removesuffix("*"), "" if wide else "noun"):
                yield Pattern(fold(surface), Term(entry, name, form, cancels=True), False, wide)


def counted(hits: Sequence[Hit[Term]], sentence_of: Callable[[int], Stretch]) -> list[Hit[Term]]:
    """The hits that count: not inside an exception, their conditions met, the longest where they overlap.

    Parameters
    ----------
    hits : sequence of Hit
        Of one lexicon, ordered by start.
    sentence_of : callable
        Gives the sentence around an offset, in which ``near`` and ``unless`` are looked up.
    """
    if not hits:
        return []
    cancelled: dict[int, list[tuple[int, int]]] = {}
    for start, end, term in hits:
        if term.cancels:
            cancelled.setdefault(id(term.entry), []).append((start, end))
    kept = []
    for hit in hits:
        start, end, term = hit
        if term.free:
            kept.append(hit)
            continue
        if term.cancels:
            continue
        phrases = cancelled.get(id(term.entry)) if cancelled else None
        if phrases and any(low <= start and end <= high for low, high in phrases):
            continue  # in a longer phrase in which the entry does not count
        if term.entry.figure and not _FIGURE.match(sentence_of(start).folded.folded, end):
            continue
        if term.near or term.unless:
            sentence = sentence_of(start)
            if term.near and not term.near.stands_in(sentence):
                continue
            if term.unless and term.unless.stands_in(sentence):
                continue
        kept.append(hit)
    return longest(kept) if len(kept) > 1 else kept


class LexiconMatcher:
    """One lexicon by itself over single sentences: for examples, checks and explanations."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._matcher = Matcher([patterns(lexicon)])

    def everything(self, sentence: str) -> set[Entry]:
        """The entries that occur in a sentence, whether or not they count."""
        return {hit.payload.entry for hit in self._matcher.find(Folded.of(sentence))[0] if not hit.payload.cancels}

    def find(self, sentence: str) -> list[Hit[Term]]:
        """The entries that count in one sentence."""
        folded = Folded.of(sentence)
        whole = Stretch(folded, 0, len(sentence))
        return counted(self._matcher.find(folded)[0], lambda _: whole)
