"""Who takes part in a deed: the noun phrases around a verb or noun, whom they name, and whether it is negated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.spans import Span
from framing.structure.clauses import PAST, Range, head_end, phrase_after, subject_before
from framing.structure.document import Passage
from framing.structure.nouns import Mention
from framing.structure.referents import OWN, PRONOUNS, Referents
from framing.structure.subjects import main_subject
from framing.structure.tokens import Tokens

BE = frozenset("is are was were be been being 's 're 'm am get gets got gotten getting".split())
# Whose noun before "to" or "of" does the deed: "ordered troops to attack", "accused rebels of killing".
TOLD = frozenset(
    """order ordered orders ordering urge urged urges ask asked asks tell told allow allowed allows force forced forces
    want wants wanted let lets enable enabled help helped helps instruct instructed command commanded accuse accused
    accuses accusing blame blamed blames suspect suspected suspects convict convicted send sent sends sending use used
    using call calls called prevent prevented prevents stop stopped stops keep kept keeps bar barred persuade persuaded
    warn warned encourage encouraged""".split()
)
_NONE = frozenset("no nobody none neither noone nothing no-one".split())
# Before the deed: it is not done.
_UNDONE = frozenset(
    """fail failed fails refuse refused refuses refusing decline declined declines unable neglected ceased forgot
    refrain refrained refrains refraining avoid avoided avoids avoiding without instead stopped stop stops
    prevent prevented prevents barred kept deny denied denies denying never not n't""".split()
)
# What acts in place of somebody.
_THING = re.compile(
    r"(?:blasts?|explosions?|bombs?|bombing|missiles?|rockets?|shells?|shelling|shrapnel|mines?|landmines?|drones?"
    r"|airstrikes?|strikes?|fire|gunfire|crossfire|bullets?|shots?|attacks?|violence|clash(?:es)?|fighting|war|raids?"
    r"|bombardments?|grenades?|mortars?|artillery|ambush(?:es)?|assaults?|offensives?|conflicts?|invasions?|riots?"
    r"|sanctions|siege|unrest|crackdown|operation|incursion|shooting|stabbing|shootings|bombings|revolution|uprising|coup|revolt|mutiny)"
)
_IF = frozenset("if when unless should once".split())
_WHEN = frozenset("after before since until as when while".split())
_PLACES = frozenset("time end river sea roadside side road".split())
_RELATED = frozenset("it they he she".split())
_BY = 9


class Participants:
    """What stands around the deeds of one sentence.

    Parameters
    ----------
    passage : Passage
    said : Tokens
        Of the sentence.
    mentions : sequence of Mention
        In the sentence.
    referents : Referents, optional
        Who was named before; pronouns and "the alliance" stay open without.
    """

    __slots__ = ("_mentions", "_referents", "passage", "said", "size")

    def __init__(
        self, passage: Passage, said: Tokens, mentions: Sequence[Mention], referents: Referents | None = None
    ) -> None:
        self.passage = passage
        self._referents = referents
        self._mentions = mentions
        self.said = said
        self.size = len(said)

    def _head(self, part: Range) -> int:
        """Where the head of a phrase ends: before its first preposition."""
        return head_end(self.said.classes, *part)

    def actor(self, part: Range | None, *, placed: bool = False) -> str | None:
        """Whom a noun phrase names: in its head, after of, by and from; `placed` takes where it stands, too."""
        if part is None:
            return None
        found = self._named(part, placed) if self._mentions else None
        return found or self._meant(part)

    def _meant(self, part: Range) -> str | None:
        """Whom a pronoun or "the alliance" stands for."""
        if self._referents is None:
            return None
        first, last = part
        if last - first == 1:
            if self.said.classes[first : last + 1] == "DT":
                return None  # "his Thursday show"
            return self._referents.pronoun(self.said, first) if self.said.words[first] in PRONOUNS else None
        head = self._head(part)
        if self.said.words[first] in PRONOUNS:  # "its troops", but not "its partners"
            return self._referents.pronoun(self.said, first) if self.said.words[head - 1] in OWN else None
        return self._referents.phrase(self.said, (first, head))

    def other(self, part: Range, agent: str | None) -> str | None:
        """Whom the object "it" stands for, beside an agent."""
        return self._referents.other(self.said, part[0], agent) if self._referents else None

    def _named(self, part: Range, placed: bool) -> str | None:
        said, (first, last) = self.said, part
        if last - first == 1 and said.words[first] in _RELATED:
            opener = said.words[first - 1] if first else ""
            if opener in _IF:
                meant = self.nearest(first - 1)  # "warned Moscow of costs if it attacked"
            elif opener == "that" or said.classes[first - 1 : first] in ("V", "E", "N"):
                meant = self.main(first)  # "Moscow said it had attacked"
            else:
                meant = None
            return self.actor(meant) if meant and said.classes[meant[0]] != "I" else None
        low, end = said.starts[first], said.end(last - 1)
        inside = [mention for mention in self._mentions if low <= mention.start < end and mention.actor is not None]
        head = said.end(self._head(part) - 1) if inside else end
        rest = None
        for mention in inside:
            if mention.start < head:
                return mention.actor
            at = said.at(mention.start) - 1
            while at > first and said.classes[at] not in "opqt,":
                at -= 1
            if rest is None and (placed or said.words[at] in ("of", "by", "from")):
                rest = mention.actor
        return rest

    def before(self, low: int, high: int, kinds: Sequence[str]) -> Range | None:
        """The tokens of a mention of some kinds between two tokens."""
        if low >= high:
            return None
        said = self.said
        for mention in self._mentions:
            inside = said.starts[low] <= mention.start and mention.end <= said.starts[high]
            if inside and mention.actor and mention.kind in kinds:
                return said.at(mention.start), said.at(mention.end)
        return None

    def nearest(self, at: int) -> Range | None:
        """The name nearest before a token in its clause: "Russia has no plans | to attack"."""
        said, low = self.said, at
        while low and said.classes[low - 1] not in "SC,;:-.W":
            low -= 1
        inside = [m for m in self._mentions if m.actor and said.starts[low] <= m.start and m.end <= said.starts[at]]
        return (said.at(inside[-1].start), said.at(inside[-1].end)) if inside and low < at else None

    def is_thing(self, part: Range) -> bool:
        """Whether an event or a weapon stands where an agent would: "the blast", "shelling"."""
        return _THING.fullmatch(self.said.words[self._head(part) - 1]) is not None

    def main(self, high: int) -> Range | None:
        """The subject of the clause that ends at a token."""
        return main_subject(self.said, high) if high else None

    def who(self, at: int) -> Range | None:
        """The subject that ends at a token; of "who" and "that", what they follow."""
        found = subject_before(self.said, at)
        if found and found[1] - found[0] == 1 and self.said.classes[found[0]] in "WS":
            end = len(self.said.classes[: found[0]].rstrip(","))
            before = subject_before(self.said, end) if end else None
            found = before if before and self.said.classes[before[0]] not in "WS" else None
        if found:
            late = [at for at in range(*found) if self.said.words[at] in _WHEN]
            found = (late[-1] + 1, found[1]) if late and late[-1] + 1 < found[1] else found
        return self.after_verb(found) if found else None

    def after_verb(self, part: Range) -> Range:
        """The part of a phrase after a verb that only looks like one of its words: "accused | the rebels"."""
        first, last = part
        for at in range(last - 2, first - 1, -1):
            if self.said.words[at] in TOLD and self.said.classes[at] in "NE":
                return at + 1, last
        return part

    def phrase(self, start: int) -> Range | None:
        """The noun phrase that begins at a token, up to a verb that only looks like one of its words."""
        found = phrase_after(self.said, start, self.size)
        if found is None:
            return None
        first, last = found
        classes, words = self.said.classes, self.said.words
        for at in range(first + 1, last):
            if words[at] == "by":
                return first, at
            finite = words[at] in PAST or (classes[at] == "E" and words[at].endswith("ed"))
            if finite and classes[at - 1] in "NP#G":
                return first, at
        return found

    def negated(self, group: int, at: int, subject: Range | None) -> bool:
        """Whether a verb group says that it is not done, or its subject that nobody does."""
        words = self.said.words
        if "X" in self.said.classes[group:at]:
            return True
        if subject and not _NONE.isdisjoint(words[max(0, subject[0] - 1) : subject[0] + 2]):
            return True
        if not group or words[group - 1] in _UNDONE:
            return bool(group)
        linked = words[group - 1] in ("to", "from", "of") or words[group : group + 1] == ["to"]
        return linked and not _UNDONE.isdisjoint(words[max(0, group - 6) : group])

    def none(self, low: int, high: int) -> bool:
        """Whether "no" stands among some words."""
        return not _NONE.isdisjoint(self.said.words[low:high])

    def denied(self, start: int) -> bool:
        """Whether somebody is reported to deny what stands at an offset."""
        owner = self.passage.voices.owner(start)
        return owner is not None and owner.act == "deny" and not owner.negated

    def by(self, last: int) -> Range | None:
        """The agent after "by", in the same clause: "was killed on Monday by troops"."""
        classes, words = self.said.classes, self.said.words
        for at in range(last, min(self.size, last + _BY)):
            if classes[at] in "AVSW.;:,I-)" or (classes[at] == "C" and at > last):
                return None
            if words[at] == "by":
                if classes[at + 1 : at + 2] in ("T", "#") or not _PLACES.isdisjoint(words[at + 1 : at + 3]):
                    return None
                if classes[at + 1 : at + 2] == "E" and _THING.fullmatch(words[at + 1]):
                    return at + 1, at + 2
                return self.phrase(at + 1)
        return None

    def span(self, part: Range | None) -> Span | None:
        """Its offsets."""
        return self.said.span(*part) if part else None
