"""Whether a sentence brings a frame up only to deny it: a judgement over the whole sentence.

`framing.structure.polarity` says which stretches stand under a denial. A sentence may deny a threat in one clause and
name it in the next; which of them is its point is decided here, by a logistic regression over few and readable facts:
whether the frame's words stand in those stretches, what the sources do (deny, accuse, warn), and the small words of
denial, contrast and condition in the sentence and near the frame's words. Words that say what the sentence is about are
not among them, nor is which frame it is.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Generic, TypeVar

from framing import resources
from framing.lexicon.schema import ACTS
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
# Words of denial count by whether they stand this near, before or after the words of the frame.
_NEAR = 5
# Log-odds from which a frame counts as denied: a probability of .55.
_ODDS = math.log(0.55 / 0.45)

_COVERS = ("all", "first", "later", "none")

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Facts(Generic[Fact]):
    """What is kept of each fact that may speak for or against a denial: its name to learn from, its weight to judge by.

    Parameters
    ----------
    cover : mapping
        By which of the words that carry the frame stand under a denial: all, the first and others, later ones, none.
    act : mapping
        By what a source in the sentence does.
    has, before, after : mapping
        By words in the sentence, and near the words that carry the frame.
    """

    cover: Mapping[str, Fact]
    act: Mapping[str, Fact]
    has: Mapping[str, Fact]
    before: Mapping[str, Fact]
    after: Mapping[str, Fact]

    @classmethod
    def of(cls, named: Mapping[str, Fact]) -> Facts[Fact]:
        """Facts by their names ("has no", "act deny")."""
        parts: dict[str, dict[str, Fact]] = {part.name: {} for part in fields(cls)}
        for name, fact in named.items():
            part, _, key = name.partition(" ")
            parts[part][key] = fact
        return cls(**parts)


def names() -> Facts[str]:
    """The name of every fact there may be."""
    found = [f"cover {name}" for name in _COVERS]
    found += [f"act {name}" for name in ACTS]
    found += [f"{place} {word}" for place in ("has", "before", "after") for word in sorted(WORDS)]
    return Facts.of({name: name for name in found})


class Surroundings(Generic[Fact]):
    """What stands around the words of a frame in a sentence: taken apart once, however many frames it has.

    Parameters
    ----------
    passage : Passage
    sentence : Sentence
    kept : Facts
    """

    __slots__ = ("_denied", "_first", "_kept", "_seen", "_starts", "_triggered", "_words")

    def __init__(self, passage: Passage, sentence: Sentence, kept: Facts[Fact]) -> None:
        start, end = sentence.start, sentence.end
        self._starts = passage.tokens.starts
        self._first = bisect_left(self._starts, start)
        self._words = _plain(passage.tokens.words[self._first : bisect_left(self._starts, end)])
        self._denied = passage.denied
        self._kept = kept
        words = set(self._words)
        self._triggered = not words.isdisjoint(TRIGGERS)
        self._seen = [kept.has[word] for word in kept.has.keys() & words]
        cues = [cue for cue in passage.cues if start <= cue.start < end]
        acts = {cue.act for cue in cues if cue.act != "deny" or not keeps_silent(passage.folded, cue.end)}
        self._seen += [kept.act[act] for act in kept.act.keys() & acts]

    def facts(self, terms: Sequence[tuple[int, int, bool]]) -> list[Fact]:
        """What speaks for or against a denial, in no order.

        Parameters
        ----------
        terms : sequence of (int, int, bool)
            Offsets of the words that carry the frame in the sentence, and whether "no X" would deny it.

        Returns
        -------
        list of Fact
            Empty where nothing in the sentence could deny the frame.
        """
        denied = [negatable and self._denied.overlaps(start, end) for start, end, negatable in terms]
        if not any(denied) and not (self._triggered and any(negatable for _, _, negatable in terms)):
            return []
        words, starts, first, kept = self._words, self._starts, self._first, self._kept
        before: set[str] = set()
        after: set[str] = set()
        for start, end, _ in terms:
            low, high = bisect_left(starts, start) - first, bisect_left(starts, end) - first
            before.update(words[max(0, low - _NEAR) : low])
            after.update(words[high : high + _NEAR])
        found = [*self._seen, kept.cover[_cover(denied)]]
        found += [kept.before[word] for word in kept.before.keys() & before]
        found += [kept.after[word] for word in kept.after.keys() & after]
        return found


def _cover(denied: Sequence[bool]) -> str:
    return "all" if all(denied) else "first" if denied[0] else "later" if any(denied) else "none"


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
    weights : Facts of float
    bias : float
        Without any.
    """

    weights: Facts[float]
    bias: float

    def holds(self, found: Sequence[float]) -> bool:
        """Whether a sentence denies its frame, by the weights of the facts about it; without any it does not."""
        return bool(found) and self.bias + math.fsum(found) >= _ODDS  # a sum that does not depend on their order


@lru_cache(maxsize=1)
def packaged() -> Denial:
    """The judgement of the package, fitted by ``benchmarks/train_frames.py``."""
    source = json.loads((resources.lexicons() / "models" / "denial.json").read_text(encoding="utf-8"))
    return Denial(Facts.of(source["weights"]), float(source["bias"]))
