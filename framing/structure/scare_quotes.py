"""Scare quotes: a few words in quotation marks that are nobody's quotation, no title and no word spoken of as a word.

With them the writer uses a word without standing for it: the "referendum", its "peacekeepers" (Gutzmann and Stei 2011).
What stands in the content of an attribution is a quotation however short it is, and so is what follows a reporting
word in the same sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from framing.spans import Span
from framing.structure.document import Passage

_MOST_WORDS = 4
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# Before the mark: words that name, or that speak of words as words; "as" only where it goes with such a one.
_NAMED = re.compile(
    r"\b(?:called|named|dubbed|nicknamed|codenamed|code-named|titled|entitled|labelled|labeled|termed|known\s+as|words?"
    r"|terms?|phrases?|slogans?|expressions?|letters?|initials|hashtags?|means?|meaning|reads?|reading|spelled|spelt"
    r"|translat\w+\s+(?:as|to)|song|film|movie|book|novel|series|show|programme|program|episode|album|operation|under"
    r"|category|categories|tagged|marked|inscribed|inscription|banner|sign|headlined|headline)"
    r"(?:\s+(?:as|the|a|an|like))?[\s:,]*$"
)
_BEFORE = 40


def scare_quotes(passage: Passage) -> Iterator[Span]:
    """Words in scare quotes, without their marks, in order.

    Parameters
    ----------
    passage : Passage
    """
    if not passage.quotations:
        return
    cues = sorted(cue.start for cue in passage.cues)
    for quotation in passage.quotations:
        start, end = quotation.inner
        if not quotation.closed or end - start > 60 or passage.voices.owner(start) is not None:
            continue
        inner = passage.text[start:end]
        words = _WORD.findall(inner)
        if not 0 < len(words) <= _MOST_WORDS or inner[-1] in ".,!?;:…" or not words[0][0].islower():
            continue
        sentence = passage.sentence_at(start)
        if sentence is None or (quotation.start <= sentence.start and quotation.end >= sentence.end - 1):
            continue
        if bisect_left(cues, sentence.start) < bisect_left(cues, start):
            continue  # the words of whoever is reported there
        if _NAMED.search(passage.folded, max(sentence.start, quotation.start - _BEFORE), quotation.start):
            continue
        yield Span(start, end)
