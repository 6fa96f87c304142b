"""Who speaks: the subject that belongs to a cue."""

from __future__ import annotations

import re

from framing.structure.clauses import Range, subject_after, subject_before
from framing.structure.cues import CueAt
from framing.structure.relation import Relation
from framing.structure.tokens import Tokens

# The part of a noun phrase that is sure to be before the verb: "Kerpen | needled", "the FBI | decided".
_NAME = re.compile(r"(?:D?[NE]*G?[NE]*P+|DN{1,3}(?=E))")
# "The ambassador - now a minister - Alexander Grushko": the name after the aside is the subject.
_ASIDE_NAME = re.compile(r"-[^-]{2,40}-(P+)")
# Acts after which the object is the subject of an infinitive.
_CONTROLS = frozenset(("ask", "demand", "warn"))
# "RIGA, March 3 (Newsdesk) -" before a first sentence.
_DATELINE = re.compile(r"P{1,4}(?:,P{1,4})?(?:,?T#?(?:,#)?)?[.,]?(?:\([^()]{1,4}\))?-(?=.)")
# "Last week, the ministry ..."
_TIME = re.compile(r"[DPN]?T+#?,")
# Code points between a cue and the one before it whose subject it can share.
_SHARED = 200


def subject_of(tokens: Tokens, cue: CueAt, shared: Relation | None) -> tuple[Range | None, Relation | None]:
    """The subject left of a cue, or the relation whose subject it shares.

    Parameters
    ----------
    tokens : Tokens
        Of the unit.
    cue : CueAt
    shared : Relation or None
        The relation found before, if there is one.
    """
    classes = tokens.classes
    group = cue.group
    if cue.gerund or cue.infinitive:
        if cue.infinitive and shared and shared.entry and shared.entry.act in _CONTROLS:
            return subject_before(tokens, group), None  # "asked Kyiv to promise": Kyiv's promise
        near = shared is not None and shared.cue is not None and tokens.starts[group] - shared.cue.end < _SHARED
        return (None, shared) if near else (main_subject(tokens, group), None)
    before = classes[group - 1 : group]
    if before == "C":
        return (None, shared) if shared else (main_subject(tokens, group - 1), None)
    if before == "," and shared and tokens.words[group] not in ("who", "which"):
        aside = subject_before(tokens, group)
        return (aside, None) if aside else (None, shared)
    found = subject_before(tokens, group)
    return (found, None) if found else (None, shared)


def main_subject(tokens: Tokens, high: int) -> Range | None:
    """The subject of the clause that ends at `high`: "On Monday, Merkel met him, saying".

    The phrase or pronoun before the first verb of the unit, past what opens it.
    """
    classes = tokens.classes
    dateline = _DATELINE.match(classes, 0, high)
    start = dateline.end() if dateline else int(tokens.words[0] in ("but", "and", "yet", "so"))
    if opening := _TIME.match(classes, start, high):
        start = opening.end()
    elif _opens_clause(tokens, start) and (comma := classes.find(",", start, high)) > 0:
        start = comma + 1
    while start < high and classes[start] in "CSRTp,-":
        start += 1
    subject = subject_after(tokens, start, high)
    if subject is None or subject[1] > high:
        return None
    first, last = subject
    if classes[last : last + 1] in ("A", "V"):
        return subject
    if aside := _ASIDE_NAME.match(classes, last, high):
        return aside.span(1)
    name = _NAME.match(classes, first, last)
    return (first, name.end()) if name else subject


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether something other than the subject begins: "On Monday,", "Asked about the talks,"."""
    if tokens.classes[at : at + 1] in ("p", "q", "S", "E"):
        return True
    following = tokens.classes[at + 1 : at + 2]
    return bool(following) and following in "pqotD" and tokens.words[at].endswith(("ed", "ing"))
