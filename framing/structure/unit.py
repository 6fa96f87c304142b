"""Attribution relations inside one unit: for each cue its source and its content.

A unit is a sentence, or the sentences that one quotation runs over; a quotation is one token in it. A content then
stands in one of four places: after its cue ("X said that ..."), before it ("..., X said"), around it ("..., X said,
...") or after a colon. Direct, indirect and mixed quotations differ only in whether the content holds quotations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.structure.clauses import (
    Range,
    clause_end,
    owner_before,
    past_adjuncts,
    phrase_after,
    subject_after,
    subject_before,
)
from framing.structure.contents import Contents
from framing.structure.cues import CueAt
from framing.structure.relation import Relation
from framing.structure.subjects import main_subject, subject_of
from framing.structure.tokens import Tokens

# A name before a colon, or a name or office after a dash, as headlines name who speaks.
_SPEAKER = re.compile(r"D?[NP]{0,3}P(?=:[A-Za-z#]{3})")
_SPOKEN = re.compile(r"(?<=[NEPRT#])-[NP]{0,3}[NP]$")
# A quotation signed after a dash.
_SIGNED = re.compile(r"-(P[PN]{0,4})(?=[.]?$)")
_POSSESSIVE = frozenset("his her their my our its".split())
# A noun with the subject of its relative clause: "a claim Moscow (denies)".
_NAMED_OBJECT = re.compile(r"D[NE]*N(P+)")
_INVERTED = frozenset(("say", "add", "write", "explain", "argue", "note"))
_SUBJECTS = frozenset("he she they i we".split())


class _Unit:
    """The work on one unit; keeps what was found for cues that share a subject."""

    def __init__(self, tokens: Tokens, cues: Sequence[CueAt]) -> None:
        self.tokens = tokens
        self.cues = cues
        self.contents = Contents(tokens, cues)
        self.size = len(tokens)
        self.found: list[Relation] = []
        self._last_verb: Relation | None = None

    def _new(self, cue: CueAt, source: Range | None = None) -> Relation:
        sources = [self.tokens.part(*source)] if source else []
        return Relation(cue.entry, cue.span, sources, name=cue.name)

    def _verb_cue(self, cue: CueAt) -> Relation | None:
        tokens, classes = self.tokens, self.tokens.classes
        relation = self._new(cue)
        relation.negated = "X" in classes[cue.group : cue.first]
        if self._may_invert(cue):
            subject = subject_after(tokens, cue.last, self.size)
            if subject and (classes[cue.last] != "I" or tokens.words[cue.last] in _SUBJECTS):
                rest = past_adjuncts(tokens, subject[1], self.size)
                if rest >= self.size or classes[rest] in ".,;-:Q)SpqtECW":
                    relation.sources = [tokens.part(*subject)]
                    if self.contents.before(relation, cue.group):
                        self.contents.resume(relation, subject[1])
                        return relation
        source, shared = subject_of(tokens, cue, self._last_verb or (self.found[-1] if self.found else None))
        if source:
            relation.sources = [tokens.part(*source)]
        elif shared:
            relation.sources, relation.inherits = list(shared.sources), shared
        if cue.passive:
            return self._passive(cue, relation, source)
        named = _NAMED_OBJECT.fullmatch(classes, *source) if source and tokens.words[source[0]] in ("a", "an") else None
        if source and named and self._ends(cue.last):
            # "..., a claim Moscow denies": the noun is what is denied
            relation.sources = [tokens.part(named.start(1), source[1])]
            relation.add(tokens, source[0], named.start(1))
            return relation
        fronted = source is not None and self._fronted(source[0])
        if fronted and not self.found[0].sources:
            self.found[0].sources = list(relation.sources)
        trails = source is not None and not fronted and self.contents.trails(source[0], cue)
        if source and trails and self.contents.before(relation, source[0]):
            self.contents.resume(relation, cue.last)
            return relation
        if self.contents.after(relation, cue, cue.last) or relation.colon:
            return relation
        return None

    def _ends(self, at: int) -> bool:
        return at >= self.size or self.tokens.classes[at] in ".,;"

    def _fronted(self, start: int) -> bool:
        """Whether the clause before a subject has a cue of its own: "While noting the risk, Sherman said"."""
        first = self.cues[0]
        opens = first.gerund and not self.tokens.classes[: first.group].strip("S-")
        return opens and bool(self.found) and any(end in (start, start - 1) for _, end in self.found[0].ranges)

    def _may_invert(self, cue: CueAt) -> bool:
        """Whether the subject may follow: "..., said Putin", but not "Hamas, a militant group, praised"."""
        before = self.tokens.classes[cue.group - 1 : cue.group]
        if cue.gerund or cue.infinitive or cue.group != cue.first or not before or before not in ",Q-":
            return False
        if before == "Q" or subject_before(self.tokens, cue.group) is None:
            return True
        # "..., at home and abroad, said Maret Dunn.": nothing but a speaker follows.
        after = subject_after(self.tokens, cue.last, self.size) if cue.entry.term in _INVERTED else None
        return after is not None and (after[1] >= self.size or self.tokens.classes[after[1]] == ".")

    def _passive(self, cue: CueAt, relation: Relation, subject: Range | None) -> Relation | None:
        """As in "was told", "is said to", "was accused by Kyiv of": the source is the agent, if one is named."""
        tokens, words = self.tokens, self.tokens.words
        relation.sources, relation.inherits = [], None
        start = cue.last
        if words[start : start + 1] == ["by"]:
            agent = subject_after(tokens, start + 1, self.size)
            if agent:
                relation.sources = [tokens.part(*agent)]
                start = agent[1]
        if self.contents.after(relation, cue, start):
            return relation
        if subject and relation.sources:
            relation.add(tokens, *subject)
            return relation
        return None

    def _phrase_cue(self, cue: CueAt) -> Relation | None:
        """As in "according to X", "in the words of X"."""
        tokens, classes = self.tokens, self.tokens.classes
        subject = subject_after(tokens, cue.last, self.size)
        if subject is None:
            return None
        relation = self._new(cue, subject)
        if not classes[: cue.first].strip("CSR,"):
            if classes[subject[1] : subject[1] + 1] != ",":  # no apposition, but the content
                subject = phrase_after(tokens, cue.last, self.size) or subject
                relation = self._new(cue, subject)
            start = classes.find(",", subject[1])
            if start >= 0 and classes[start + 1 : start + 2] == "W":  # "according to officials, who spoke on Monday,"
                start = classes.find(",", start + 1)
            if start < 0:
                return None
            if start + 1 < self.size:
                relation.add(tokens, start + 1, clause_end(tokens, start + 1, self.size))
                return relation
            return None
        if self.contents.before(relation, cue.first):
            self.contents.resume(relation, subject[1])
            return relation
        return None

    def _noun_cue(self, cue: CueAt) -> Relation | None:
        """As in "his claim that", "Kyiv's warning of", "the accusation by Minsk that"."""
        tokens, classes, words = self.tokens, self.tokens.classes, self.tokens.words
        relation = self._new(cue)
        low = cue.first
        while low and classes[low - 1] in "NE#":
            low -= 1
        if low and classes[low - 1] == "G":
            owner = owner_before(tokens, low - 1)
            if owner:
                relation.sources = [tokens.part(*owner)]
        elif low and (classes[low - 1] in "PI" or words[low - 1] in _POSSESSIVE):
            relation.sources = [tokens.part(low - 1, low)]
        start = cue.last
        if words[start : start + 1] in (["by"], ["from"]):
            agent = subject_after(tokens, start + 1, self.size)
            if agent:
                relation.sources = [tokens.part(*agent)]
                start = agent[1]
        opened = words[cue.last - 1] in ("that", "of", "to", "about", "on", "for", "over")
        if opened or words[start : start + 1] in (["that"], ["of"], ["to"], ["about"]):
            first = cue.last if opened else start
            end = min(
                clause_end(tokens, first, self.size), self._verb_after(first), self.contents.next_clause(cue, first)
            )
            if end > first:
                relation.add(tokens, first, end)
                return relation
        return None

    def _verb_after(self, start: int) -> int:
        """Where the clause around a noun cue goes on: "his claim of victory | was"."""
        classes = self.tokens.classes
        that = self.tokens.words[start : start + 1] == ["that"] or self.tokens.words[start - 1] == "that"
        if that:
            return self.size
        for at in range(start + 1, self.size):
            if classes[at] in "A,":
                return at
        return self.size

    def relations(self) -> list[Relation]:
        """All relations of the unit, in the order of their cues."""
        for cue in self.cues:
            if cue.pos == "verb":
                relation = self._verb_cue(cue)
            elif cue.pos == "noun":
                relation = self._noun_cue(cue)
            else:
                relation = self._phrase_cue(cue)
            if relation is not None and (relation.contents or relation.colon):
                self.found.append(relation)
                if cue.pos == "verb" and not cue.gerund and not cue.infinitive:
                    self._last_verb = relation
        self._headline()
        self._unannounced()
        return self.found

    def _headline(self) -> None:
        """Who speaks in a line without a full stop: "Putin: no war is planned"; "Turnout is high - official"."""
        tokens, classes = self.tokens, self.tokens.classes
        if self.found or self.size < 4 or classes[-1] in ".!?…Q":
            return
        first = _SPEAKER.match(classes)
        last = _SPOKEN.search(classes)
        if first and classes.count(":") == 1:
            relation = Relation(None, None, [tokens.part(0, first.end())])
            relation.add(tokens, first.end() + 1, self.size)
        elif last and ":" not in classes:
            relation = Relation(None, None, [tokens.part(last.start() + 1, self.size)])
            relation.add(tokens, 0, last.start())
        else:
            return
        self.found.append(relation)

    def _unannounced(self) -> None:
        """Quotations that no cue claims, but a colon or a comma ties to a source: "..., she thundered"."""
        tokens, classes = self.tokens, self.tokens.classes
        if "Q" not in classes:
            return
        claimed = [each for relation in self.found for each in relation.ranges]
        at = -1
        while (at := classes.find("Q", at + 1)) >= 0:
            if any(start <= at < end for start, end in claimed):
                continue
            source = None
            if at > 1 and classes[at - 1] == ":":
                source = main_subject(tokens, at - 1)
            elif tokens.closes[at] and at + 1 < self.size:
                source = subject_after(tokens, at + 1, self.size)
            elif signed := _SIGNED.match(classes, at + 1):
                source = signed.span(1)
            if source:
                relation = Relation(None, None, [tokens.part(*source)])
                relation.add(tokens, at, at + 1)
                self.found.append(relation)


def relations(tokens: Tokens, cues: Sequence[CueAt]) -> list[Relation]:
    """Attribution relations of one unit."""
    return _Unit(tokens, cues).relations()
