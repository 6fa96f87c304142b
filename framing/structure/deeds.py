"""A deed: what somebody does to somebody else, and how it is told.

The same deed can be told with its agent first ("police shot the man"), with its agent last or left out ("the man was
shot (by police)"), as a thing ("the shooting of the man"), or as if it had happened by itself ("shots rang out").
Fowler (1991) and van Leeuwen (1996) read ideology from the choice.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from framing.lexicon.terms import Term
from framing.spans import Span

# active:     the agent is the subject                   "Rebels shelled the port", "Rebels launched an attack"
# passive:    the patient is the subject, by whom is said "The port was shelled by rebels"
# agentless:  the same, and by whom is not said           "The port was shelled"
# nominal:    a noun with its agent                       "the rebels' attack on the port"
# unowned:    a noun without one                          "the attack on the port"
# event:      an event or a thing acts in place of anybody "A blast killed two", "killed by shelling"
# happening:  what only happens                           "Clashes erupted", "two died"
DeedForm = Literal["active", "passive", "agentless", "nominal", "unowned", "event", "happening"]
# The forms in which nobody is named who does it.
NOBODY_NAMED: frozenset[DeedForm] = frozenset(("agentless", "unowned", "event", "happening"))


class Deed(NamedTuple):
    """One deed as it is told.

    Parameters
    ----------
    start, end : int
        Offsets of the words that tell it, half-open: "were killed", "attack".
    term : Term
        Of the lexicon.
    form : str
        See `DeedForm`.
    agent, patient : Span or None
        The words for who or, in the form ``event``, what does it and to whom, where they stand in the sentence.
    agent_actor, patient_actor : str or None
        Whom they name; the patient may be known by its place ("a hospital in Kyiv").
    negated : bool
        Whether it is told as not done: "did not attack", "nobody was killed", "refused to shoot".
    """

    start: int
    end: int
    term: Term
    form: DeedForm
    agent: Span | None
    patient: Span | None
    agent_actor: str | None
    patient_actor: str | None
    negated: bool
