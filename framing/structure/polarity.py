"""Denial: stretches in which what is brought up is negated, rejected or ruled out.

A trigger opens a scope that runs to the end of its clause, as in NegEx (Chapman et al. 2001) and the negation scopes
of BioScope (Vincze et al. 2008), with the pseudo-triggers of news ("not only", "no doubt", "did not rule out") taken
out first. Triggers are found in the same pass as everything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from framing.lexicon.inflect import forms
from framing.lexicon.matching import Hit, Pattern, longest
from framing.lexicon.terms import Stretch
from framing.spans import Span

_FORWARD = (
    "no", "not", "'t", "never", "without", "neither", "nor", "none of", "nothing", "cannot", "far from", "free of",
    "free from", "no longer", "stopped short of", "denial of", "denials of", "rejection of", "refusal of", "nobody",
    "no one", "refused talks", "refuses talks", "refused to negotiate", "refuses to negotiate",
    "refusing to negotiate", "refused to meet", "refuses to meet", "refused to talk", "refuses to talk",
    "refusal to talk", "refusal to meet", "refusal to negotiate", "refused to come to the table", "declined to meet",
    "declines to meet", "declined to consider", "declines to consider", "declined to negotiate", "declined to discuss",
    "declines to discuss",
)  # fmt: skip
_FORWARD_VERBS = (
    "rule out", "deny", "reject", "dismiss", "refute", "rebuff", "disavow", "turn down", "spurn", "snub", "scoff at",
    "disclaim", "laugh off", "shrug off",
)  # fmt: skip
# What stands before these is rejected: "claims of an attack are groundless", "the summit will not take place".
_BACKWARD = (
    "not real", "'t real", "groundless", "baseless", "unfounded", "without foundation", "unsubstantiated", "untrue",
    "not true", "false", "fake", "nonsense", "absurd", "ridiculous", "a myth", "a lie", "lies", "hysteria",
    "fabricated", "fabrication", "fabrications", "not take place", "'t take place", "not go ahead", "'t go ahead",
    "not be held", "not happen", "'t happen", "is cancelled", "was cancelled", "were cancelled", "been cancelled",
    "cancelled", "called off", "is canceled", "was canceled", "were canceled", "been canceled", "canceled",
    "is impossible", "not possible", "'t possible", "out of the question", "been ruled out", "was ruled out",
    "is ruled out", "not on the table", "not on the agenda", "off the table", "been denied", "been rejected",
    "was rejected", "were rejected", "been dismissed", "not planned", "never planned", "not up for debate",
    "not up for discussion", "not up for negotiation", "been turned down", "was turned down", "were turned down",
    "come to nothing", "came to nothing", "are not expected", "is not expected", "not yet visible",
)  # fmt: skip
_PSEUDO = (
    "not only", "not just", "not merely", "not simply", "not least", "no doubt", "no question", "no matter", "no less",
    "no wonder", "nothing but", "nothing less", "not to mention", "whether or not", "if not", "why not", "not without",
    "no sooner", "cannot be ruled out", "not be ruled out", "not until", "no later", "no fewer", "no other", "no-fly",
    "no-man", "no mention of", "not mention", "no progress", "not allow", "'t allow", "never allow", "not let",
    "'t let", "not accept", "'t accept", "not tolerate", "'t tolerate", "never tolerate", "not recognise",
    "not recognize", "'t recognise", "'t recognize", "never recognise", "never recognize", "not forget",
    "never forget", "not comment", "'t comment", "no comment", "not immediately", "not yet", "not know", "'t know",
    "not enough", "not against", "not clear", "not say", "'t say", "no end", "no sign", "declined to comment",
    "declines to comment", "declined to say", "no choice", "no alternative", "not seen", "no military solution",
    "never seen", "never before", "false flag", "false-flag", "fake news", "no secret", "no idea", "no stranger",
)  # fmt: skip
_UNDONE = re.compile(r"\s+(?:\w+\s+){0,2}?(?:rul(?:e|ed|ing)\s+out|den(?:y|ied|ying)|exclud(?:e|ed)|doubts?)\b")
_END = re.compile(
    r"""[;:.!?—"]|\s-\s|,\s(?!(?:or|nor|and\ no)\b)
      |\b(?:but|although|though|because|while|whereas|however|unless|until|which|and\ (?:he|she|it|they|we|instead|that)
      |so\ that|in\ order|to\ (?:avoid|prevent|deter|stop)
      |except|despite|since|if|when|after|before|that\ would|who)\b""",
    re.VERBOSE,
)
_BEGIN = re.compile(r"""[;:.!?—]|\s-\s|,\s|\b(?:but|although|though|because|while|however)\b""")
_LIMIT = 120


_SILENCE = re.compile(r"\s*(?:to\s+)?(?:comment|say|answer|elaborate|speculate)\b")


def keeps_silent(folded: str, cue_end: int) -> bool:
    """Whether a cue of denial only denies an answer: "declined to comment on the talks" denies no talks."""
    return _SILENCE.match(folded, cue_end) is not None


Trigger = Literal["forward", "backward", "none"]


def patterns() -> Iterator[Pattern[Trigger]]:
    """Triggers with the direction of their scope, and phrases that only look like them."""
    for phrase in _FORWARD:
        yield Pattern(phrase, "forward")
    for verb in _FORWARD_VERBS:
        for surface, _ in forms(verb, "verb"):
            yield Pattern(surface, "forward")
    for phrase in _BACKWARD:
        yield Pattern(phrase, "backward")
    for phrase in _PSEUDO:
        yield Pattern(phrase, "none")


def denials(triggers: Sequence[Hit[Trigger]], folded: str, sentence_of: Callable[[int], Stretch]) -> Iterator[Span]:
    """Scopes of denial, with their triggers.

    Parameters
    ----------
    triggers : sequence of Hit
        Of `patterns`, ordered by start.
    folded : str
        The text they were found in.
    sentence_of : callable
        The sentence around an offset.
    """
    undone = 0
    for start, end, direction in longest(triggers):
        if start < undone:
            continue
        sentence = sentence_of(start)
        first, last = sentence.start, sentence.end
        if direction == "backward":
            begins = [match.end() for match in _BEGIN.finditer(folded, first, start)]
            # A word of rejection rejects what follows it, too: "as a groundless escalation of tension".
            close = _END.search(folded, end, min(last, end + _LIMIT))
            yield Span(begins[-1] if begins else first, close.start() if close else min(last, end + _LIMIT))
        elif direction == "forward":
            limit = min(last, end + _LIMIT)
            if twice := _UNDONE.match(folded, end, limit):
                undone = twice.end()  # "did not rule out"
                continue
            close = _END.search(folded, end, limit)
            yield Span(start, close.start() if close else max(end, limit))
