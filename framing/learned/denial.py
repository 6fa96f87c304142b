"""Whether a sentence brings a frame up only to deny it: a judgement over the whole sentence.

`framing.structure.polarity` says which stretches stand under a denial. A sentence may deny a threat in one clause and
name it in the next; which of them is its point is decided here, by a logistic regression over few and readable facts:
where the frame's words stand to those stretches, what the sources do (deny, accuse, warn), and the small words of
denial, contrast and condition around them. Words that say what the sentence is about are not among them.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from framing import resources
from framing.structure.document import Passage
from framing.structure.nouns import Sentence
from framing.structure.polarity import keeps_silent

WORDS = frozenset(
    """no not n't never nor neither nobody none nothing without cannot no-one deny denies denied denying denial reject
    rejects rejected rejecting refuse refuses refused refusing refusal decline declines declined dismiss dismisses
    dismissed dismissing rule rules ruled ruling out off down away false falsely baseless groundless unfounded nonsense
    hysteria lie lies myth rumour rumours rumor fake invention fabrication absurd untrue but however although though
    while despite only just even accuse accused accuses want wants must will would could should may might can allow
    accept recognise recognize recognised if whether ? until because since yet any all plan plans planned planning
    intention intentions intend intends intent evidence pose poses posed insist insists insisted far free claim claims
    claimed claiming allegation allegations allegedly alleged reports suggestion suggestions talk talks need needs
    needed longer more than that there is are was were be been has have had do does did to of in as for with about
    against over by from and or so-called scoff scoffed spurn spurned spurns snub snubbed shun cancel cancelled canceled
    cancels suspended suspend collapse collapsed fail failed table question agenda way reason point chance doubt wish
    desire interest room place closed door stop stopped end ended after before when who which what safe unhurt unharmed
    calm peaceful peace defensive lawful lawfully legal clear cleared acquitted everyone nowhere hardly neutral exercise
    drill drills routine misunderstanding again anyone anything asked own ever""".split()
)
# A sentence that has none of these, and nothing under a denial, denies nothing.
TRIGGERS = frozenset(
    """no not n't never nor neither nobody none nothing without cannot deny denies denied denying denial reject rejects
    rejected rejecting refuse refuses refused refusing refusal decline declines declined dismiss dismisses dismissed
    false baseless groundless unfounded nonsense hysteria lie lies myth fake invention fabrication absurd untrue unhurt
    unharmed spurn spurned spurns snub snubbed shun scoff scoffed cancelled canceled hardly nowhere safe closed
    collapse collapsed acquitted cleared far""".split()
)
_SILENT = frozenset("declined declines decline refused refuses refuse".split())
_WORDLESS = [[word] for word in "comment say answer elaborate speculate".split()]
_NEGATIONS = frozenset("no not n't 't nobody never cannot nor neither".split())
_SEEMING = _SILENT | _NEGATIONS
_UNDONE = frozenset("doubt doubts doubted deny denies denied rule rules ruled dispute disputes disputed".split())
_TURNS = frozenset("but while although though however despite".split())
_NEAR, _FAR = 3, 8
# Probabilities from which a frame counts as denied.
DENIED, DENIED_OUTSIDE = 0.55, 0.8


# Where a word stands to the words of the frame, and what the fact is then called.
_NAMES = {
    (reach, way): {word: f"{reach} {way} {word}" for word in WORDS}
    for reach in ("near", "far")
    for way in ("before", "after")
}
_HAS = {word: f"has {word}" for word in WORDS}


class Surroundings:
    """What stands around the words of a frame in a sentence: taken apart once, however many frames it has.

    Parameters
    ----------
    passage : Passage
    sentence : Sentence
    """

    __slots__ = ("_acts", "_denied", "_first", "_inside", "_sentence", "_starts", "_words")

    def __init__(self, passage: Passage, sentence: Sentence) -> None:
        self._starts = passage.tokens.starts
        self._first = bisect_left(self._starts, sentence.start)
        self._words = _plain(passage.tokens.words[self._first : bisect_left(self._starts, sentence.end)])
        self._inside = {"", *self._words}
        self._denied = passage.denied
        self._sentence = sentence
        middle = (sentence.start + sentence.end) / 2
        # Each act with whether it comes early.
        self._acts = [
            (cue.act, cue.start < middle)
            for cue in passage.cues
            if sentence.start <= cue.start < sentence.end
            and not (cue.act == "deny" and keeps_silent(passage.folded, cue.end))
        ]

    def facts(self, label: str, terms: Sequence[tuple[int, int, bool]]) -> set[str]:
        """What speaks for or against a denial.

        Parameters
        ----------
        label : str
            The frame.
        terms : sequence of (int, int, bool)
            Offsets of the words that carry the frame in the sentence, and whether "no X" would deny it.

        Returns
        -------
        set of str
            Empty where nothing in the sentence could deny the frame.
        """
        inside = self._inside
        denied = [negatable and self._denied.overlaps(start, end) for start, end, negatable in terms]
        if not any(denied) and (inside.isdisjoint(TRIGGERS) or not any(negatable for *_, negatable in terms)):
            return set()
        cover = "all denied" if all(denied) else "some denied" if any(denied) else "none denied"
        found = {f"frame {label}", f"voice {self._sentence.voice}", cover}
        if denied[0]:
            found.add("first denied")
        if denied[-1]:
            found.add("last denied")
        for act, early in self._acts:
            found.update((f"act {act}", f"{cover}, act {act}"))
            if early:
                found.add(f"early {act}")
        words, starts, first = self._words, self._starts, self._first
        for start, end, _ in terms:
            low, high = bisect_left(starts, start) - first, bisect_left(starts, end) - first
            for part, reach, way in (
                (words[max(0, low - _NEAR) : low], "near", "before"),
                (words[max(0, low - _FAR) : max(0, low - _NEAR)], "far", "before"),
                (words[high : high + _NEAR], "near", "after"),
                (words[high + _NEAR : high + _FAR], "far", "after"),
            ):
                names = _NAMES[reach, way]
                found.update([names[word] for word in part if word in names])
        found.update([_HAS[word] for word in inside & WORDS])
        found.update([f"{cover}, has {word}" for word in inside & TRIGGERS])
        for word in _TURNS & inside:
            at = starts[first + words.index(word)]
            found.add(f"{cover}, turn {'before' if at < terms[0][0] else 'after' if at > terms[-1][0] else 'among'}")
        return found


def _plain(words: Sequence[str]) -> list[str]:
    """The words without those that only seem to deny: "nobody doubts", "did not rule out", "declined to comment"."""
    found = list(words)
    if _SEEMING.isdisjoint(words):
        return found
    for at, word in [(at, word) for at, word in enumerate(words) if word in _SEEMING]:
        if word in _SILENT and words[at + 1 : at + 2] == ["to"] and words[at + 2 : at + 3] in _WORDLESS:
            found[at] = ""
        elif word in _NEGATIONS:
            for undone in range(at + 1, min(at + 4, len(words))):
                if words[undone] in _UNDONE:
                    found[at] = found[undone] = ""
                    if words[undone + 1 : undone + 2] == ["out"]:
                        found[undone + 1] = ""
    return found


@dataclass(frozen=True, slots=True)
class Denial:
    """Log-odds that a frame is brought up only to be denied.

    Parameters
    ----------
    weights : mapping
        Of each fact.
    bias : float
        Without any.
    """

    weights: dict[str, float]
    bias: float

    def holds(self, found: Collection[str]) -> bool:
        """Whether a sentence that has these facts denies its frame.

        Where no word that carries the frame stands under a denial, the denial is likely of something else, and more is
        asked for. Where there are no facts, nothing denies it.
        """
        return bool(found) and self.probability(found) >= (DENIED_OUTSIDE if "none denied" in found else DENIED)

    def probability(self, found: Iterable[str]) -> float:
        """Of a denial, given facts."""
        weights = self.weights
        odds = self.bias + math.fsum([weights[name] for name in found if name in weights])  # in any order the same
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@lru_cache(maxsize=1)
def packaged() -> Denial:
    """The judgement of the package, fitted by ``benchmarks/train_frames.py``."""
    source = json.loads((resources.lexicons() / "models" / "denial.json").read_text(encoding="utf-8"))
    return Denial(dict(source["weights"]), float(source["bias"]))
