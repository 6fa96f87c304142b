"""Subjects and clause ends, read off the word classes of ``tokens``."""

from __future__ import annotations

import re

from framing.structure.tokens import Tokens

CORE = r"(?:D+T?R?[PNE#G]+|E{0,2}[PN#][PNE#G]*|D+)"
_ASIDE = r"(?:\([^()]*\))?"
# "a spokesman for the ministry in Kyiv", "Putin and Biden", "officials from Russia and Ukraine"
PHRASE = rf"{CORE}{_ASIDE}(?:(?:[opqt]|C[opq]?){CORE}{_ASIDE})*"
# After a name, only these prepositions go on with it: "Zakharova of the ministry", not "Zakharova in a statement".
_PHRASE_AFTER = rf"{CORE}{_ASIDE}(?:(?:[oq]|C){CORE}{_ASIDE})*"

_PHRASE_END = re.compile(rf"(?:{PHRASE})$")
_OWNER_END = re.compile(rf"{CORE}(?:[oC]{CORE})*$")
_PHRASE_START = re.compile(_PHRASE_AFTER)
_APPOSITION = re.compile(rf",(?:{PHRASE})(?=[,.;QWA-]|$)")
_IS_PHRASE = re.compile(rf"(?:{PHRASE})")
# Between a subject and its verb: auxiliaries, adverbs, "on Wednesday", "and in particular".
_VERB_GROUP = re.compile(r"(?:[ARX]|[pq]?D?T+#?(?:,#)?|(?<=C)[pq]N)*$")
_ENDS_GROUP = frozenset("ARXT#N")
_IN_PHRASES = "DTRPNE#GopqtC"
# Where, when and to whom something was said.
ADJUNCT = rf"(?:[pqt]?D?T+#?,?#?|[pqt]{CORE}(?:[oq]{CORE})*|R)"
_ADJUNCTS = re.compile(rf"(?:{ADJUNCT}(?:,(?={ADJUNCT}))?)*")

# Tokens of the longest subject, aside and verb group looked for.
_LONGEST = 40
# What stands before an object: a phrase behind it is no subject, but what an "and" adds to it may be one.
_GOVERNS = frozenset("opqtAVE")
_LONGEST_ASIDE = 30
_LONGEST_GROUP = 12

Range = tuple[int, int]


_HEAD_ENDS = re.compile("[opqt,]")


def head_end(classes: str, start: int = 0, end: int | None = None) -> int:
    """Where the head of a noun phrase ends: before its first preposition or comma.

    Examples
    --------
    >>> head_end("DNoDN")
    2
    """
    end = len(classes) if end is None else end
    found = _HEAD_ENDS.search(classes, start + 1, end)
    return found.start() if found else end


def verb_group(tokens: Tokens, verb: int, low: int = 0) -> int:
    """First token of the verb group that ends with token `verb`.

    Examples
    --------
    "Putin | has on Wednesday repeatedly | said": the group begins at "has".
    """
    classes = tokens.classes
    # Most verbs stand alone; an expression would try every token before them.
    if classes[verb - 1 : verb] not in _ENDS_GROUP:
        return verb
    match = _VERB_GROUP.search(classes, max(low, verb - _LONGEST_GROUP), verb)
    return match.start() if match else verb


def before_aside(tokens: Tokens, end: int) -> int:
    """Where a phrase ends that an aside between commas or dashes parts from its verb: "Experts, however, say"."""
    classes = tokens.classes
    last = classes[end - 1 : end]
    if not last or last not in ",-":
        return end
    opening = classes.rfind(last, 0, end - 1)
    return opening if opening > 0 and end - opening <= _LONGEST_ASIDE else end


def _phrase_from(classes: str, low: int, end: int) -> int:
    """The first token that a phrase up to `end` may begin with, so that an expression need not try those before."""
    outside = classes[low:end].rstrip(_IN_PHRASES)
    return low if outside.endswith(")") else low + len(outside)


def subject_before(tokens: Tokens, end: int, low: int = 0) -> Range | None:
    """The noun phrase or pronoun that ends at token `end`, with its apposition.

    A clause between commas, dashes or brackets is passed over: "Lavrov, who was in Geneva, said".
    """
    classes = tokens.classes
    if end <= low:
        return None
    last = classes[end - 1]
    stop = end
    if last in ",-)":
        opening = classes.rfind("(" if last == ")" else last, low, end - 1)
        if opening <= low or end - opening > _LONGEST_ASIDE:
            return None
        inside = classes[opening + 1 : end - 1]
        stop = end - 1
        end = opening
        if last == ")" or not _IS_PHRASE.fullmatch(inside):
            if inside[:1] not in "WEpqtRTSX#" and "A" in inside:
                return None  # a clause of its own, no aside
            if inside[:1] != "W":
                stop = opening
    if classes[end - 1] in "IW" or (classes[end - 1] == "S" and tokens.words[end - 1] == "that"):
        return end - 1, end
    match = _PHRASE_END.search(classes, _phrase_from(classes, max(low, end - _LONGEST), end), end)
    if match is None:
        return None
    start = match.start()
    if start > low and classes[start - 1] in _GOVERNS and (joint := classes.rfind("C", start, end)) > 0:
        start = joint + 1  # "has moved troops to the border and some analysts | say"
    return start, stop


def subject_after(tokens: Tokens, start: int, high: int) -> Range | None:
    """The noun phrase or pronoun that begins at token `start`, with its apposition: "said Len Burman, head of ..."."""
    phrase = phrase_after(tokens, start, high)
    more = _APPOSITION.match(tokens.classes, phrase[1], high) if phrase else None
    return (start, more.end()) if more else phrase


def phrase_after(tokens: Tokens, start: int, high: int) -> Range | None:
    """The noun phrase or pronoun that begins at token `start`, without what stands in apposition to it."""
    classes = tokens.classes
    if start >= high:
        return None
    if classes[start] == "I":
        return start, start + 1
    match = _PHRASE_START.match(classes, start, high)
    return (start, match.end()) if match else None


def owner_before(tokens: Tokens, end: int) -> Range | None:
    """The noun phrase that ends at token `end`, before a possessive 's: nothing stands in apposition to it."""
    match = _OWNER_END.search(tokens.classes, _phrase_from(tokens.classes, max(0, end - _LONGEST), end), end)
    return match.span() if match else None


def past_adjuncts(tokens: Tokens, start: int, high: int) -> int:
    """First token after "on Wednesday", "at a news conference", "to reporters" and their like."""
    match = _ADJUNCTS.match(tokens.classes, start, high)
    return match.end() if match else start


# Verbs that look like nouns here: what follows them is no part of the phrase before.
PAST = frozenset(
    """began left fell came went took broke rose said made led drew got saw gave brought drove sent met hit set put kept
    lost won held ran struck shook says comes takes shows means lasted was were sparked""".split()
)
_PAUSE = re.compile(r"[;,-]")
# "the Europeans, as partners, were ...": after the word that seems to leave the clause, it goes on.
# A verb or what opens a clause.
_CLAUSE = re.compile("[AIVW]|^S")
_AS_ASIDE = re.compile(r"[DPNEG#oRCpq]{1,10},[ARV]")
_LEAVES = frozenset("but while although though whereas as after before even when".split())
# Tokens to the "and" that tells a list from a remark: "a gun, a bag of coins and a map".
_LONGEST_LISTED = 10


def _turn(tokens: Tokens, start: int, high: int) -> int:
    """Where a "but" without a comma turns from the thing named to what else its source does.

    "Rejected the demands | but left the door open", not "said the talks were slow but useful": what is said in a clause
    of its own may go on.
    """
    classes, words = tokens.classes, tokens.words
    at = classes.find("S", start + 1, high - 1)
    while at > 0:
        if _CLAUSE.search(classes, start, at):
            return high
        if words[at] == "but":
            following = at + 1 + (classes[at + 1] == "R")
            if following < high and (classes[following] in "EAIV" or words[following] in PAST):
                return at
        at = classes.find("S", at + 1, high - 1)
    return high


def clause_end(tokens: Tokens, start: int, high: int) -> int:
    """Where a reported clause that begins at token `start` ends.

    It runs to the end of the sentence unless a contrasting or temporal clause or a remark follows a comma ("he was
    pleased, a first for him"), a single dash, or a "but" that adds to what was done: that is the reporter's again.
    """
    classes, words = tokens.classes, tokens.words
    for match in _PAUSE.finditer(classes, start + 1, high - 1):
        at = match.start()
        letter = classes[at]
        if letter == ";":
            return at
        if letter == "," and words[at + 1] in _LEAVES and not _AS_ASIDE.match(classes, at + 2, high):
            return at
        if letter == "," and words[at + 1] in ("a", "an") and "C" not in classes[at + 2 : at + _LONGEST_LISTED]:
            return at
        if letter == "-" and at > start + 1 and "-" not in classes[at + 1 : high]:
            return at
    end = _turn(tokens, start, high)
    while end > start and classes[end - 1] in ".,;:!?…":
        end -= 1
    return end
