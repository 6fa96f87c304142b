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
from framing.structure.nouns import Sentence

_MOST_WORDS = 4
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# Before the mark: words that name, or that speak of words as words; "as" only where it goes with such a one.
_NAMED = re.compile(
    r"\b(?:called|named|dubbed|nicknamed|codenamed|code-named|titled|entitled|labelled|labeled|termed|known\s+as|words?"
    r"|terms?|phrases?|slogans?|expressions?|letters?|initials|hashtags?|means?|meaning|reads?|reading|spelled|spelt"
    r"|translat\w+\s+(?:as|to)|song|film|movie|book|novel|series|show|programme|program|episode|album|operation|under"
    r"|category|categories|tagged|marked|inscribed|inscription|banner|sign|headlined|headline|chant\w*|rated|vot\w+|fe(?:el|els|lt)|identified)"
    r"(?:\s+(?:as|the|a|an|like))?[\s:,]*$"
)
# Somebody is quoted as judging or promising, though by no word that takes a content: "dismissed it as".
_QUOTED = re.compile(
    r"\b(?:promis|vow|pledg|advis|urg|warn|threaten|dismiss|brand|description|lampoon|mock|ridicul|denounc|condemn|slam|blast|decr"
    r"|deplor|describ|characteri[sz]|label|portray|attack|criticis|criticiz|list|link|prais|hail|call|cit|referr|term|refer|insist|demand|complain"
    r"|accus|word|message|criticism)(?:e|es|ed|ing|s|ied|ies|y)?\b[^.;:]*$"
)
# After the mark: what has a name, or is shouted.
# "banned as", "seen as a": what somebody takes it for.
_AS = re.compile(r"\bas(?:\s+(?:a|an|the|being))?\s*$")
_OF_NAME = re.compile(
    r"\s*(?:seats?|columns?|lists?|categor|chants?|technolog|statements?\s+within|ratings?|labels?|brand|mode|button"
    r"|file|folder|clause|section|award|prize|poll)"
)
# Classes of the words: nouns, adjectives and names, or one verb; whole clauses are somebody's words.
_TERM = re.compile(r"(?:D(?!$))?[NEP#G-]+$")
_SPOKEN = frozenset(
    """a an several many some to any no not now here there get send lock go stop i me my we our us you your he him she
    her""".split()
)
_ENDS = (".", "!", "?", "…", ":", ";")
_CLOSING = "\"'”’)»] "
_BEFORE = 40
_SAID_BEFORE = 110


def scare_quotes(passage: Passage) -> Iterator[Span]:
    """Words in scare quotes, without their marks, in order.

    Parameters
    ----------
    passage : Passage
    """
    if not passage.quotations:
        return
    cues = [cue.start for cue in passage.cues]
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
        if bisect_left(cues, sentence.start) < bisect_left(cues, sentence.end):
            continue  # the words of whoever is reported there
        if _is_headline(passage, sentence) or not _SPOKEN.isdisjoint(word.lower() for word in words):
            continue
        inside = passage.tokens.part(passage.tokens.at(start), passage.tokens.at(end))
        at = passage.tokens.at(quotation.start)
        if passage.tokens.classes[max(0, at - 2) : at].rstrip("R").endswith("A"):
            continue  # "was “exacerbating” things", as somebody has said
        clause = len(words) > 1 and (inside.classes[:1] == "E" or passage.folded.endswith("to ", 0, quotation.start))
        if clause or not _TERM.match(inside.classes) or _OF_NAME.match(passage.folded, quotation.end):
            continue
        low = max(sentence.start, quotation.start - _BEFORE)
        if any(pattern.search(passage.folded, low, quotation.start) for pattern in (_NAMED, _AS)):
            continue
        if _QUOTED.search(passage.folded, max(sentence.start, quotation.start - _SAID_BEFORE), quotation.start):
            continue
        yield Span(start, end)


def _is_headline(passage: Passage, sentence: Sentence) -> bool:
    """Whether a sentence is a headline, in which marks mostly stand for somebody's words: it ends in no full stop."""
    text = passage.text[sentence.start : sentence.end].rstrip(_CLOSING)
    return passage.field == "title" or text[-1:] not in _ENDS
