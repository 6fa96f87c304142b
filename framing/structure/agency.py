"""Who acts on whom: deeds of the lexicons of agency, with agent, patient, and how they are told.

Read off the word classes of ``tokens``, as attributions are. Two things known tools get wrong are kept right: the
subject of a passive is the patient ("Kyiv was attacked by Moscow"), and a deed that is denied is no deed ("did not
attack", "nobody was killed", "refused to shoot").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from framing.lexicon.book import ActorBook
from framing.lexicon.matching import Hit
from framing.lexicon.terms import Term
from framing.spans import Span
from framing.structure.deeds import Deed
from framing.structure.document import Passage
from framing.structure.referents import Referents
from framing.structure.telling import Telling
from framing.structure.tokens import unit_tokens

# No sentence has as many deeds; text made to keep a program busy may, and the work grows with their square.
_MOST_DEEDS = 120
# "and", and what of a verb group stands between it and the deed.
_JOINED = re.compile(r"C[ARX]{0,3}(?:[EN]?t)?$")


def _found(sentence: Telling, hits: Sequence[Hit[Term]]) -> Iterator[Deed]:
    """The deeds of one sentence; an event that does a deed is no deed of its own ("a blast killed two")."""
    made: list[Deed] = []
    agents: list[Span] = []
    done = 0
    starts = sentence.said.starts
    for start, end, term in hits:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if start < done or first >= sentence.size or starts[first] != start or last <= first:
            continue
        part = term.entry.part
        find = sentence.verb if part == "verb" else sentence.noun if part == "noun" else sentence.happening
        deed = find(term, first, last)
        if deed is not None:
            if deed.agent_actor is None and made and deed.form == made[-1].form == "active" and first > 1:
                # "occupied and annexed", "threatened it and is not planning to invade"
                shared = made[-1].agent is not None and made[-1].term.entry.part == "verb"
                shared = shared and _JOINED.search(sentence.said.classes, 0, first) is not None
                deed = deed._replace(agent=made[-1].agent, agent_actor=made[-1].agent_actor) if shared else deed
            done = end
            made.append(deed)
            if part == "verb" and deed.agent is not None:
                agents.append(deed.agent)
    for deed in made:
        if deed.term.entry.part != "noun" or not any(agent.start <= deed.start < agent.end for agent in agents):
            yield deed


def deeds(passage: Passage, hits: Sequence[Hit[Term]], book: ActorBook) -> Iterator[Deed]:
    """Deeds of a passage, in order.

    Parameters
    ----------
    passage : Passage
    hits : sequence of Hit
        Of the lexicons of agency, ordered by start, verbs before nouns at one place.
    book : ActorBook
        For whom pronouns and "the alliance" stand.

    Examples
    --------
    "Kyiv was attacked by Moscow" is one deed: passive, its agent Moscow (RUS), its patient Kyiv (UKR).
    """
    if not hits:
        return
    referents = Referents(passage, book)
    cues = sorted([(cue.start, cue.end) for cue in passage.cues if "_verbs#" in cue.entry])
    named = [mention.start for mention in passage.mentions]
    at = 0
    while at < len(hits):
        around = passage.sentence_at(hits[at].start)
        begin = at
        at += 1
        if around is None:
            continue
        while at < len(hits) and hits[at].start < around.end:
            at += 1
        said = unit_tokens(passage.tokens, "", around.start, around.end)
        near = cues[bisect_left(cues, (around.start, 0)) : bisect_left(cues, (around.end, 0))]
        if near:
            said = said.with_verbs((said.at(low), said.at(high)) for low, high in near)
        low, high = bisect_left(named, said.starts[0]), bisect_left(named, around.end)
        telling = Telling(passage, said, passage.mentions[low:high], referents)
        yield from _found(telling, hits[begin : min(at, begin + _MOST_DEEDS)])
