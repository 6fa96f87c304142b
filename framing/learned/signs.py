"""What a model sees of a sentence besides its words: lexicon evidence, voice, reporting cues, who is named.

Signs are names of yes-or-no facts ("lexicon threat", "voice direct"), taken from what the one pass over the text has
already found. Names of states, organisations and people are hidden from the words, so that a model learns what is said
and not whom news of some year was about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.structure.document import Passage
from framing.structure.nouns import Mention

# What stands for a token inside a mention.
_HIDDEN = {"name": "<state>", "demonym": "<state>", "seat": "<state>", "city": "<state>", "person": "<person>"}
_OTHER = "<body>"
PLACEHOLDERS = (*sorted({*_HIDDEN.values()}), _OTHER)
_SHORT, _LONG = 9, 32
_ENDS = frozenset(".!?…\"'”’)»")


class Bounds(NamedTuple):
    """Tokens of each sentence: numbers of the first, and after the last."""

    first: NDArray[np.intp]
    last: NDArray[np.intp]


def bounds(passage: Passage) -> Bounds:
    """Where the sentences of a passage begin and end among its tokens."""
    starts = np.asarray(passage.tokens.starts, dtype=np.intp)
    edges = np.asarray([(each.start, each.end) for each in passage.sentences], dtype=np.intp).reshape(-1, 2)
    found = np.searchsorted(starts, edges)
    return Bounds(found[:, 0], found[:, 1])


def hidden(passage: Passage) -> dict[int, str]:
    """Tokens that name somebody, by their number, with what stands for them."""
    starts = passage.tokens.starts
    if not passage.mentions:
        return {}
    edges = np.searchsorted(starts, [(mention.start, mention.end) for mention in passage.mentions]).tolist()
    return {
        at: _placeholder(mention)
        for mention, (first, last) in zip(passage.mentions, edges, strict=True)
        for at in range(first, last)
        if mention.kind != "group"
    }


def _placeholder(mention: Mention) -> str:
    if mention.kind in ("name", "demonym") and mention.role not in (None, "government"):
        return _OTHER
    return _HIDDEN.get(mention.kind, _OTHER)


def signs(passage: Passage, lexicons: Sequence[str]) -> list[set[str]]:
    """Signs of every sentence of a passage.

    Parameters
    ----------
    passage : Passage
    lexicons : sequence of str
        Ids of the lexicons whose hits a model may see; those not matched in this run have none.
    """
    found: list[set[str]] = [set() for _ in passage.sentences]
    if not found:
        return found
    starts = passage.sentence_starts
    _lexicon_signs(passage, lexicons, found)
    if passage.cues:
        at = np.searchsorted(starts, [cue.start for cue in passage.cues], "right").tolist()
        for cue, number in zip(passage.cues, at, strict=True):
            found[number - 1].add(f"act {cue.act}")
            if cue.stance != "neutral":
                found[number - 1].add(f"stance {cue.stance}")
    _mention_signs(passage, found)
    if passage.denied:
        edges = [edge for span in passage.denied.spans for edge in (span.start, span.end - 1)]
        for number in set(np.searchsorted(starts, edges, "right").tolist()):
            found[number - 1].add("denial")
    for sentence, names in zip(passage.sentences, found, strict=True):
        if sentence.voice != "narration":
            names.add(f"voice {sentence.voice}")
        if sentence.words < _SHORT:
            names.add("short")
        elif sentence.words > _LONG:
            names.add("long")
        if passage.text[sentence.end - 1] not in _ENDS:
            names.add("no full stop")
    return found


def _lexicon_signs(passage: Passage, lexicons: Sequence[str], found: list[set[str]]) -> None:
    starts = passage.sentence_starts
    for name in lexicons:
        hits = passage.hits.get(name)
        if not hits:
            continue
        once, denied = f"lexicon {name}", f"only denied {name}"
        open_to = set()
        for hit, number in zip(hits, np.searchsorted(starts, [hit.start for hit in hits], "right").tolist(), strict=True):
            names = found[number - 1]
            if once in names:
                names.add(f"lexicon {name} twice")
            names.add(once)
            entry = hit.payload.entry
            names.add(f"group {name}/{entry.group}")
            if not (entry.negatable and passage.denied.overlaps(hit.start, hit.end)):
                open_to.add(number - 1)
            else:
                names.add(denied)
        for number in open_to:
            found[number].discard(denied)


def _mention_signs(passage: Passage, found: list[set[str]]) -> None:
    if not passage.mentions:
        return
    named: dict[tuple[int, str], set[str | None]] = {}
    at = np.searchsorted(passage.sentence_starts, [mention.start for mention in passage.mentions], "right").tolist()
    for mention, number in zip(passage.mentions, at, strict=True):
        named.setdefault((number - 1, _placeholder(mention)), set()).add(mention.actor)
    for (number, kind), actors in named.items():
        found[number].add(f"names {kind}")
        if len(actors) > 1:
            found[number].add(f"names {kind} twice")
