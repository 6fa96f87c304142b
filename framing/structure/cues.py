"""Which hits of the reporting lexicons are cues where they stand.

"The report claims" reports; "the claims" and "claims of up to 30 per cent" do not. The decision is grammatical: what
stands before and after the word, in terms of the classes of ``tokens``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from framing.lexicon.matching import Hit, longest
from framing.lexicon.schema import Entry
from framing.lexicon.terms import Term
from framing.spans import Span
from framing.structure.clauses import CORE, before_aside, verb_group
from framing.structure.tokens import Tokens

_BE = frozenset("is are was were be been being 's 're 'm am".split())
_PLURAL_SUBJECTS = frozenset("we they i you these those who people police many some both others".split())
_JOINED = re.compile(rf"{CORE}C{CORE}$")
_STANDALONE = frozenset("this that each another all both one some many most few several others 's".split())
# Their plural is rare: "says of his rival" is no noun, "claims of victory" is.
_OF_SOMEBODY = frozenset("says tells speaks warns complains asks".split())
# Acts whose object is a noun, so that no verb follows their cue.
_TAKES_NOUN = frozenset(("deny", "demand", "accuse", "praise"))
# "called the law a mistake", 'called his remarks "shameful"': the thing named, and before the name.
_NAMED = re.compile(rf"{CORE}(?:o{CORE})?(?:(?=Q)|D(?=[^T]))")
_LATER = frozenset("day minute moment second hour fortnight few couple little short".split())
_MODAL = frozenset("would will can could may might shall should must do does did 'd 'll ca wo to cannot".split())


class CueAt(NamedTuple):
    """A cue among the tokens of its unit.

    Parameters
    ----------
    entry : Entry
        Of a reporting lexicon.
    name : str
        How evidence names it.
    span : Span
        Its offsets.
    first, last : int
        Its tokens, half-open.
    group : int
        First token of its verb group: "has repeatedly | said".
    pos : str
        ``verb``, ``noun`` or empty for a phrase.
    passive, infinitive, gerund : bool
        How a verb is used.
    """

    entry: Entry
    name: str
    span: Span
    first: int
    last: int
    group: int
    pos: str
    passive: bool = False
    infinitive: bool = False
    gerund: bool = False


def _verb(tokens: Tokens, term: Term, first: int, last: int, opens: bool) -> CueAt | None:
    form = term.form
    classes, words = tokens.classes, tokens.words
    group = verb_group(tokens, first)
    before = classes[first - 1] if first else ""
    previous = words[first - 1] if first else ""
    passive = infinitive = gerund = False
    if words[first:last] in (["called"], ["calling"], ["calls"]):
        named = _NAMED.match(classes, last)
        if named is None:
            return None
        article, name = words[named.end() - 1], words[named.end()]
        if classes[named.end()] != "Q" and (article not in ("a", "an") or name in _LATER):
            return None
    if form == "base":
        helped = any(words[at] in _MODAL for at in range(group, first)) or previous == "to"
        infinitive = previous == "to"
        if infinitive:
            group = first - 1
        elif not helped:
            end = before_aside(tokens, group)
            subject = words[end - 1] if end else ""
            letter = classes[end - 1 : end]
            plural = letter in ("N", "P", "E") and (
                (subject.endswith("s") and not subject.endswith("ss")) or _JOINED.search(classes, 0, end) is not None
            )
            if not (plural or subject in _PLURAL_SUBJECTS) or previous in ("of", "a"):
                return None
            if before == "D" and previous not in _PLURAL_SUBJECTS:
                return None
    elif form == "third":
        if (opens and not first) or (before and before in "DGoqp#" and previous not in _STANDALONE):
            return None
        if words[last : last + 1] == ["of"] and words[first] not in _OF_SOMEBODY:
            return None
    elif form in ("past", "participle"):
        helpers = words[group:first]
        gerund = "having" in helpers
        passive = (
            bool(helpers) and any(word in _BE for word in helpers) and not {"has", "have", "had"} & set(helpers[-1:])
        )
        after = classes[last : last + 2]
        if before and before in "DG" and previous not in _STANDALONE and after[:1] in ("N", "P", "#", "E"):
            return None  # "the proposed talks", "its stated aim", "a stated 4 per cent"
        if before == "D" and previous in ("one", "another") and classes[last : last + 2] in ("NA", "EA"):
            return None  # "one reported option would"
        if words[first:last] == ["alleged"] and not helpers and (after[:1] in ("N", "E") or after in ("PN", "PE")):
            return None  # "investigates alleged collusion"; for something nobody alleges without "that"
        takes_noun = after[:1] == "A" and term.entry.act in _TAKES_NOUN
        if not helpers and ((before and before in "opqt") or takes_noun):
            return None  # "with their plan rejected", "the plans rejected | were theirs"
    elif form == "gerund":
        gerund = True
        if (before and before in "DGo") or (before == "q" and previous not in ("by", "with", "for", "from")):
            return None
        if before == "A" or (before in ("R", "X") and not _BE.isdisjoint(words[group:first])):
            gerund = False
        if before in ("N", "P") and classes[last : last + 1] in ("N", "A", ""):
            return None  # "a fact finding mission"
    span = tokens.span(first, last)
    return CueAt(term.entry, term.name, span, first, last, group, "verb", passive, infinitive, gerund)


def cues(tokens: Tokens, hits: Sequence[Hit[Term]], *, opens: bool = True) -> list[CueAt]:
    """The cues of a unit, in order.

    Parameters
    ----------
    tokens : Tokens
    hits : sequence of Hit
        Of the reporting lexicons, inside the unit and outside its quotations, ordered by start, longest first, verbs
        before nouns.
    opens : bool
        Whether a sentence begins here; a quotation may begin in the middle of one (he "condemns the raid").
    """
    found: list[Hit[CueAt]] = []
    for start, end, term in hits:
        first, last = tokens.at(start), tokens.at(end)
        if first >= len(tokens) or tokens.starts[first] != start or last <= first:
            continue
        while last - first > 1 and tokens.classes[last - 1] in ":,.":
            last -= 1  # "tweets:", the colon is no part of the word
        if term.part == "verb" and tokens.classes[first] == "I" and last - first > 1:
            first += 1  # "he observed": the subject is part of the term, not of the cue
        if term.part == "verb" and tokens.words[first] != "what":  # "in what he called": no verb at its start
            cue = _verb(tokens, term, first, last, opens)
        else:
            cue = CueAt(term.entry, term.name, tokens.span(first, last), first, last, first, term.part)
        if cue is not None:
            found.append(Hit(start, end, cue))
    return [hit.payload for hit in (longest(found) if len(found) > 1 else found)]
