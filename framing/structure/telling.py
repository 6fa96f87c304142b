"""How a deed is told: by a verb, active or passive, by a noun, or as what only happens."""

from __future__ import annotations

import re

from framing.lexicon.terms import Term
from framing.structure.clauses import PAST, Range, before_aside, owner_before, subject_before, verb_group
from framing.structure.deeds import Deed, DeedForm
from framing.structure.participants import BE, TOLD, Participants

_HAVE = frozenset("has have had 've having".split())
# A deed done by means of a verb that says little: "launched an attack", "carried out raids".
_LIGHT = re.compile(
    r"(?:launch|carr|stag|mount|conduct|commit|began|begin|beg[iu]n|wag|perpetrat|unleash|order|plann?|prepar|orchestrat"
    r"|lead|led|mak|made|execut|continu|start|attempt|threaten|step|intensif|impos|renew|plott?)(?:y|e|es|ed|ing|ies|ied|ch|s)?"
)
_HAPPEN = re.compile(
    r"(?:erupt|break|broke|breaking|flar|beg[aiu]n|start|ensu|rag|continu|intensif|resum|took|take|takes|taking|occur"
    r"|happen|escalat|unfold|spread|follow|rock|hit|shook|shak|spill|spread|engulf|swept|rang|ring|kill|died|die)"
    r"(?:s|es|ed|ing|ie[sd]|red|ring|t|n)?"
)
_FOUND = frozenset("reported found left feared presumed believed declared confirmed".split())
# Who does it, said by a noun before the noun: "the police shooting", "rebel attacks".
_DOERS = frozenset("police army navy militia rebel militant insurgent government separatist terrorist gang mob".split())
# Their past looks like the base.
_INVARIANT = frozenset("hit shut cut set hurt beat".split())
_PLURAL = ("they", "we", "who", "people")
# What may follow a noun with whom it is done to; "in" with where.
_TO_WHOM = frozenset("on against of into at to in for".split())
# Nouns whose "of" names who does it: the aggression of the neighbour.
_OF_AGENT = frozenset("aggression onslaught offensive atrocity".split())
_OBJECT = "DIPN#EQ"
_OBJECTS = (["it"], ["them"], ["him"], ["her"])
_POSSESSIVE = frozenset("its their his her".split())
_WHERE = (["in"], ["near"], ["outside"], ["inside"], ["across"])
_LIGHT_REACH = 6
_HAPPEN_REACH = 8


class Telling(Participants):
    """How the deeds of one sentence are told, word by word."""

    __slots__ = ()

    def _deed(
        self,
        first: int,
        last: int,
        term: Term,
        form: DeedForm,
        agent: Range | None,
        patient: Range | None,
        negated: bool = False,
    ) -> Deed:
        start, end = self.said.span(first, last)
        doer = self.actor(agent) if agent is None or not self._far(agent, first) else None
        target = self.actor(patient, placed=True)
        if patient is not None and target == doer and self.said.words[patient[0] : patient[1]] in _OBJECTS:
            target = self.other(patient, doer)  # who invades "it" invades somebody else
        if target is None and patient is not None and self.said.words[patient[1] : patient[1] + 1] in _WHERE:
            target = self.actor(self.phrase(patient[1] + 1))
        return Deed(
            start, end, term, form, self.span(agent), self.span(patient),
            doer, target, negated or self.denied(start),
        )  # fmt: skip

    def _far(self, agent: Range, first: int) -> bool:
        """Whether a pronoun stands in another clause than the deed: "He said protests could | topple" him."""
        if agent[1] - agent[0] > 1 or self.said.classes[agent[0]] != "I":
            return False
        return any(letter in "SWV" for letter in self.said.classes[agent[1] : first])

    # -- verbs ----------------------------------------------------------------------------------------------------

    def verb(self, term: Term, first: int, last: int) -> Deed | None:
        """A deed told by a verb, or None where the word is none."""
        said, classes, words, form = self.said, self.said.classes, self.said.words, term.form
        group = verb_group(said, first)
        if group and classes[group - 1] in ",-" and (end := before_aside(said, group)) < group:
            begin = verb_group(said, end)  # "has never, at any time, | attacked"
            group = begin if begin < end else group
        helpers = words[group:first]
        if group and words[group - 1] in ("got", "get", "gets", "getting"):
            group -= 1
            helpers = words[group:first]
        if not helpers and group and words[group - 1] in _FOUND:
            group = verb_group(self.said, group - 1)  # "were reported killed"
            helpers = words[group:first]
        before = classes[group - 1] if group else ""
        after = classes[last] if last < self.size else ""
        modal = bool(helpers) and any(
            classes[at] == "A" and words[at] not in BE and words[at] not in _HAVE for at in range(group, first)
        )
        if form == "base" and words[first] in _INVARIANT and not modal and words[first - 1 : first] != ["to"]:
            form = "past"
        if form in ("past", "participle"):
            if not BE.isdisjoint(helpers) and helpers[-1] not in _HAVE:
                return self._passive(term, group, first, last)
            if not classes[group:first].strip("RT"):
                if before and (before in "GpqotAV" or (before in "D#" and after and after in "NEP")):
                    return None  # "the besieged town", "five wounded soldiers"
                if not (after and after in _OBJECT):
                    return self._without_object(term, group, first, last, after) if before else None
            if form == "participle" and _HAVE.isdisjoint(helpers):
                return None if not before or before in "DG" else self._passive(term, group, first, last)
            return self._active(term, group, first, last, self.who(group))
        if form == "gerund":
            return self._gerund(term, group, first, last, before, after)
        if form == "third":
            if not before or before not in "NPIWER" or not after or after not in "DIPN#EQ":
                return None
            if after in "NE" and before not in "PI":
                return None  # "economic sanctions heavier than before"
            return self._active(term, group, first, last, self.who(group))
        return self._base(term, group, first, last, before, after, modal)

    def _without_object(self, term: Term, group: int, first: int, last: int, after: str) -> Deed | None:
        """A past form that nothing is the object of: "two wounded in a raid", but "Russia invaded"."""
        classes = self.said.classes
        if after in ("p", "q"):
            return self._passive(term, group, first, last)
        if after not in ("T", "", ".", ",", ";", "C", "-", ":"):
            return None
        subject = self.who(group)
        if self.actor(subject) is not None or (subject and classes[subject[0]] == "I"):
            return self._active(term, group, first, last, subject)
        return self._passive(term, group, first, last)

    def _base(self, term: Term, group: int, first: int, last: int, before: str, after: str, modal: bool) -> Deed | None:
        words = self.said.words
        if words[first - 1 : first] == ["to"] and first:
            told = first - 1
            return self._active(term, told, first, last, self._told(told) or self.nearest(told) or self.main(told))
        if modal:
            return self._active(term, group, first, last, self.who(group))
        previous = words[group - 1] if group else ""
        plural = (previous.endswith("s") and not previous.endswith("ss")) or previous in _PLURAL
        if plural and before in ("N", "P", "I", "W", "E") and after and after in "DIPQ#":
            return self._active(term, group, first, last, self.who(group))
        return None

    def _told(self, at: int) -> Range | None:
        """Whom a verb before makes the agent of what follows: "ordered | troops | to", "accused | Kyiv | of"."""
        found = subject_before(self.said, at)
        if found is None:
            return None
        near = self.after_verb(found)
        if self.said.words[near[0] : near[0] + 1] == ["short"]:
            return None  # "stopped short of"
        return near if near[0] and near[0] < near[1] and self.said.words[near[0] - 1] in TOLD else None

    def _gerund(self, term: Term, group: int, first: int, last: int, before: str, after: str) -> Deed | None:
        words = self.said.words
        if not BE.isdisjoint(words[group:first]):
            return None if words[group:first] == ["being"] else self._active(term, group, first, last, self.who(group))
        if words[last : last + 1] == ["of"] or (before and before in "DGA"):
            return None  # "the killing of": a noun
        if not after or after not in _OBJECT or (before and before in "EVC" and after in "NE"):
            return None  # "declassified compelling evidence"
        if before and before in "opq":
            subject = self._told(first - 1) or self.main(first)
            if subject is None and first == 1:
                subject = self.main(self.size)  # "By attacking the port, the rebels"
            return self._active(term, first, first, last, subject)
        if before in ("N", "P", "I"):
            return self._active(term, first, first, last, self.who(first))
        return self._active(term, first, first, last, self.main(first))

    def _active(self, term: Term, group: int, first: int, last: int, subject: Range | None) -> Deed:
        classes = self.said.classes
        at = last
        while at < self.size and classes[at] in "RX":
            at += 1
        thing = subject is not None and self.is_thing(subject) and self.actor(subject) is None
        negated = self.negated(group, first, subject)
        return self._deed(first, last, term, "event" if thing else "active", subject, self.phrase(at), negated)

    def _passive(self, term: Term, group: int, first: int, last: int) -> Deed | None:
        patient = self.who(group)
        negated = self.negated(group, first, patient)
        agent = self.by(last)
        form: DeedForm = "passive" if agent else "agentless"
        if agent and self.is_thing(agent) and self.actor(agent) is None:
            form = "event"
        begin = next((at for at in range(group, first) if self.said.words[at] in BE), first)
        return self._deed(begin, last, term, form, agent, patient, negated)

    # -- nouns and what happens -----------------------------------------------------------------------------------

    def noun(self, term: Term, first: int, last: int) -> Deed | None:
        """A deed told by a noun, or None where the word only stands before another one ("attack helicopter")."""
        classes, words, group = self.said.classes, self.said.words, term.entry.group
        if last - first > 1 and words[last - 1] in _TO_WHOM:
            last -= 1  # "sanctions against": what follows is whom it is done to
        tail = last + (classes[last : last + 1] == '"')  # a Russian "invasion" of the valley
        after = classes[tail : tail + 1]
        happens = self._happens(tail)
        if after in ("N", "P") and words[tail] not in PAST and not happens:
            return None
        low = first
        while low and classes[low - 1] in 'NPE#RGD"' and first - low < _LIGHT_REACH:
            low -= 1
            if classes[low] == "D":
                break
        low = self.after_verb((low, first))[0] if low < first else low
        negated = self.none(low, first) or (low > 0 and self.none(low - 1, low))
        agent, patient = self._owned(group, low, first, tail)
        end = tail
        if words[tail : tail + 1] and words[tail] in _TO_WHOM and (found := self.phrase(tail + 1)):
            end = found[1]
            if words[tail] == "of" and term.entry.term in _OF_AGENT:
                agent = agent or found
            elif words[tail] != "in" or group == "event":
                patient = found
        agent = agent or self.by(end)
        if agent is None and words[end : end + 1] == ["from"]:
            agent = self.phrase(end + 1)
        if group == "event":
            return self._deed(first, last, term, "happening" if happens else "unowned", None, None, negated)
        light = self._light(low)
        if light is not None and (agent is None or self.said.classes[agent[0]] == "D"):  # "began its invasion"
            verb, subject = light
            negated = negated or self.negated(verb_group(self.said, verb), verb, subject)
            if subject:
                return self._deed(first, last, term, "active", subject, patient, negated)
        passive = self._light_passive(end)
        if passive is not None and agent is None:
            verb, refused = passive
            doer = self.by(verb + 1)
            return self._deed(first, last, term, "passive" if doer else "agentless", doer, patient, negated or refused)
        if agent is None and happens:
            return self._deed(first, last, term, "happening", None, patient, negated)
        return self._deed(first, last, term, "nominal" if agent else "unowned", agent, patient, negated)

    def _owned(self, group: str, low: int, first: int, last: int) -> tuple[Range | None, Range | None]:
        """Agent and patient told before a noun: "Russia's invasion", "the Russian attack", "the envoy's killing"."""
        inner = self.said.classes.rfind("G", low, first)
        if inner < 0 and low and self.said.classes[low - 1] == "G":
            inner = low - 1
        if inner > 0:
            owner = owner_before(self.said, inner)
            suffered = group == "suffered" and self.said.words[last : last + 1] not in (["of"], ["on"])
            return (None, owner) if suffered else (owner, None)
        if self.said.words[low] in _POSSESSIVE and low < first:
            owner = low, low + 1
            return (None, owner) if group == "suffered" else (owner, None)
        agent = self.before(low, first, ("demonym", "name", "person", "organ"))
        if agent is None and first > low and self.said.words[first - 1] in _DOERS:
            agent = first - 1, first
        return (agent, None) if agent else (None, self.before(low, first, ("seat", "city")))

    def _light(self, low: int) -> tuple[int, Range | None] | None:
        """The verb that says little before a noun, with its subject: "launched | an attack"."""
        at = low - 1
        words = self.said.words
        if at > 0 and words[at] in ("out", "up"):
            at -= 1
        if at < 0 or not _LIGHT.fullmatch(words[at]):
            return None
        if words[at - 1 : at] == ["to"]:
            return at, self.main(at - 1)
        return at, self.who(verb_group(self.said, at))

    def _light_passive(self, end: int) -> tuple[int, bool] | None:
        """The same in the passive after it, and whether it is negated: "An attack on Kyiv | was launched"."""
        classes, words = self.said.classes, self.said.words
        at, negated = end, False
        while at < self.size and classes[at] in "ARX":
            negated |= classes[at] == "X"
            at += 1
        if at == end or at >= self.size or BE.isdisjoint(words[end:at]) or not _LIGHT.fullmatch(words[at]):
            return None
        return (at + 1 if words[at + 1 : at + 2] in (["out"], ["up"]) else at), negated

    def _happens(self, last: int) -> bool:
        """Whether what follows says only that it happens: "Clashes have erupted", "Fighting in the east resumed"."""
        classes, words = self.said.classes, self.said.words
        for at in range(last, min(self.size, last + _HAPPEN_REACH)):
            if classes[at] in ".;:,SWQ-":
                return False
            if _HAPPEN.fullmatch(words[at]):
                return True
        return False

    def happening(self, term: Term, first: int, last: int) -> Deed | None:
        """A verb of what only happens: "two died", "the bus exploded", "police clashed with students"."""
        classes, words = self.said.classes, self.said.words
        group = verb_group(self.said, first)
        before = classes[group - 1] if group else ""
        previous = words[group - 1] if group else ""
        if not before or before in "DG" or (term.form in ("base", "third", "gerund") and before == "o"):
            return None
        infinitive = before == "t"
        bare = term.form == "base" and not infinitive and "A" not in classes[group:first]
        if bare and not (previous.endswith("s") or previous in _PLURAL or before == "#"):
            return None
        subject = self.main(group - 1) if infinitive else self.who(group)
        negated = self.negated(group - infinitive, first, subject)
        return self._deed(first, last, term, "happening", None, subject, negated)
