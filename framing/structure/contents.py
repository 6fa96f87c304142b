"""What is said: the content before, after or around a cue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.structure.clauses import clause_end, past_adjuncts, subject_after, subject_before
from framing.structure.cues import CueAt
from framing.structure.relation import Relation
from framing.structure.tokens import Tokens

# Verbs whose object is told something, and is no part of what is said.
_ADDRESSED = frozenset("tell inform assure remind convince notify brief advise persuade reassure warn".split())
_ANNOUNCED = re.compile(r"[opq]D?[PN]{1,5},Q")
_RELATIVE = re.compile(r"[EVA][Dpqo]|V")
_FAR_THAT = re.compile(r"[pq][opqtDPNEG#TQ,]{1,25}?S")
_FURTHER = re.compile(r"[SC]Q|[^.;!?Q]{1,20},Q")
_OPENS = frozenset("when while as if after although though since because before even once unless whereas".split())
_WHEN = frozenset("after before during following as when while ahead".split())
_RESUMES_NOT = frozenset("and but or as while after when who which whose adding saying noting citing including".split())


class Contents:
    """Finds contents among the tokens of a unit.

    Parameters
    ----------
    tokens : Tokens
    cues : sequence of CueAt
        All of the unit: a content ends where another cue takes over.
    """

    def __init__(self, tokens: Tokens, cues: Sequence[CueAt]) -> None:
        self.tokens = tokens
        self.cues = cues
        self.size = len(tokens)

    def _content_start(self, cue: CueAt, start: int) -> int:
        tokens, classes, words = self.tokens, self.tokens.classes, self.tokens.words
        if classes[start : start + 3] == ",R,":  # "warned, however, that"
            start += 3
        if start >= self.size:
            return start
        if is_addressed(cue) and classes[start] in "DIPNE#":
            addressee = subject_after(tokens, start, self.size)
            if addressee:
                after = past_adjuncts(tokens, addressee[1], self.size)
                for at in (addressee[1], after):
                    if (
                        at >= self.size
                        or words[at] == "that"
                        or classes[at] in "tQW:.,"
                        or words[at] in ("of", "about")
                    ):
                        start = at
                        break
        skipped = past_adjuncts(tokens, start, self.size)
        if skipped > start and (skipped >= self.size or words[skipped] == "that" or classes[skipped] in "Q:.,;S"):
            start = skipped
        elif classes[start : start + 1] == "T":
            while start < self.size and classes[start] in "T#":
                start += 1
        if (
            (start > cue.last or cue.last - cue.first > 1)
            and words[start : start + 1] == ["that"]
            and _RELATIVE.match(classes, start + 1)
        ):
            # "said at talks that followed the raid that"
            later = [at for at in range(start + 2, self.size) if words[at] == "that"]
            return later[0] if later else self.size
        if classes[start : start + 1] in ("p", "q"):
            # "said during a tour of the plant in Malden, on its last day, that"
            far = _FAR_THAT.match(classes, start, self.size)
            if far and words[far.end() - 1] == "that":
                return far.end() - 1
        return start

    def after(self, relation: Relation, cue: CueAt, start: int) -> bool:
        """A content after the cue; whether there is one."""
        tokens, classes = self.tokens, self.tokens.classes
        start = self._content_start(cue, start)
        if start < self.size and (announced := _ANNOUNCED.match(classes, start, self.size)):
            start = announced.end() - 1  # "says of Clinton, "...""
        if start < self.size and classes[start] in ":,":
            if start + 1 >= self.size or (classes[start] == "," and classes[start + 1] != "Q"):
                relation.colon = classes[start] == ":"
                return False
            start += 1
        if start >= self.size or classes[start] in ".;-!?)":
            return False
        end = min(
            clause_end(tokens, start, self.size),
            self.next_clause(cue, start),
            self._quotation_end(start),
            self._main_clause(cue, start),
        )
        if end <= start:
            return False
        relation.add(self.tokens, start, end)
        return True

    def _main_clause(self, cue: CueAt, start: int) -> int:
        """Where the main clause begins after a clause with the cue: "While he said it was over, the minister left"."""
        tokens, classes = self.tokens, self.tokens.classes
        first = 1 if classes[0] in "-Q" else 0
        opens = tokens.words[first] in _OPENS or (cue.gerund and cue.group == first)
        if not opens or "," in classes[first : cue.first]:
            return self.size
        at = classes.find(",", start)
        while 0 < at < self.size - 1:
            if classes[at + 1] in "IDP" and subject_after(tokens, at + 1, self.size):
                return at
            at = classes.find(",", at + 1)
        return self.size

    def _quotation_end(self, start: int) -> int:
        """A quotation that ends with a comma before more words ends the content: "..., one of his favourite lines"."""
        tokens = self.tokens
        at = tokens.classes.find("Q", start)
        while 0 <= at < self.size - 1:
            if tokens.closes[at] and tokens.classes[at + 1] in "DPNpqI":
                return at + 1
            at = tokens.classes.find("Q", at + 1)
        return self.size

    def next_clause(self, cue: CueAt, start: int) -> int:
        """Where a coordinated cue or a trailing attribution takes over from this content."""
        classes = self.tokens.classes
        for other in self.cues:
            if other.group <= start:
                continue
            before = classes[other.group - 1]
            at = other.group - 1
            if other.pos == "verb" and before in "PNI" and (own := subject_before(self.tokens, other.group, start)):
                at = own[0] - 1  # "..., and she accused"
                before = classes[at]
            if (before == "C" and other.pos == "verb" and not other.infinitive and at > start) or (
                other.gerund and before == ","
            ):
                return at - 1 if at and classes[at - 1] == "," else at
            if other.entry.term == "according to" and before == ",":
                return other.group - 1
        return self.size

    def before(self, relation: Relation, stop: int) -> bool:
        """A content that ends before token `stop`; whether there is one."""
        classes, words = self.tokens.classes, self.tokens.words
        if stop > 0 and classes[stop - 1] in ",-:":
            stop -= 1
        start = 0
        for at in range(stop - 1, 0, -1):
            if classes[at] == ";" or (classes[at] == "." and classes[at - 1] != "Q"):
                start = at + 1
                break
        while start < stop and (classes[start] in ",-" or words[start] in ("but", "and")):
            start += 1
        if stop <= start:
            return False
        # A quotation that reaches the attribution is the content; what stands before it belongs only if it is no
        # complete sentence of its own.
        if classes[stop - 1] == "Q" and stop - 1 > start and classes[stop - 2] in ".!?":
            start = stop - 1
        relation.add(self.tokens, start, stop)
        return True

    def _opens_quotation(self, at: int) -> bool:
        classes = self.tokens.classes
        return classes[at] == "Q" or (classes[at] in ",:" and classes[at + 1 : at + 2] == "Q")

    def resume(self, relation: Relation, after: int) -> None:
        """The second half of a content that its attribution interrupts."""
        classes, words = self.tokens.classes, self.tokens.words
        at = past_adjuncts(self.tokens, after, self.size)
        if at >= self.size or classes[at] not in ",.-Q":
            return
        if classes[at] in ",.-":
            at += 1
        if at >= self.size:
            return
        quoted = classes[at] == "Q"
        if relation.has_quotation and not quoted:
            # "he said, but "..."", "she said, referring to the fine, "...""
            further = _FURTHER.match(classes, at, self.size)
            if further is None:
                return
            at, quoted = further.end() - 1, True
        if not relation.has_quotation and (
            quoted
            or words[at] in _RESUMES_NOT
            or classes[at] in "WC"
            or (classes[at] == "E" and words[at].endswith("ing"))
            or classes[at - 1] == "."
        ):
            return
        end = at + 1 if quoted else clause_end(self.tokens, at, self.size)
        if quoted:
            while end < self.size and classes[end] in ".,Q":
                end += 1
            while end > at + 1 and classes[end - 1] != "Q":
                end -= 1
        if end > at:
            relation.add(self.tokens, at, end)

    def trails(self, subject_start: int, cue: CueAt) -> bool:
        """Whether source and cue trail their content: "..., Lavrov said on Monday."."""
        classes, words = self.tokens.classes, self.tokens.words
        if subject_start < 1 or classes[subject_start - 1] not in ",Q-":
            return False
        after = cue.last
        if after >= self.size or classes[after] in ".;!?":
            return True
        if classes[after] == ":":
            return False
        if classes[subject_start - 1] == "Q":
            ends = self.tokens.closes[subject_start - 1]  # with a comma: "..., he said, "...""
            return words[after] != "that" and (ends or not self._opens_quotation(after))
        if is_addressed(cue) and (addressee := subject_after(self.tokens, after, self.size)):
            after = addressee[1]
            if words[after : after + 1] and words[after] in _WHEN and "that" not in words[after:]:
                return True  # ", Lavrov told reporters after ..."
        rest = past_adjuncts(self.tokens, after, self.size)
        # ", Lavrov said, "..." opens a quotation unless one stands before
        return rest >= self.size or (classes[rest] in ".;,-:)" and not self._opens_quotation(rest))


def is_addressed(cue: CueAt) -> bool:
    """Whether the object of a cue is told something: "told reporters"."""
    return cue.entry.term.partition(" ")[0] in _ADDRESSED
