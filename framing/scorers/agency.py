"""Agency: who acts on whom, and whether the telling names who does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from framing.evidence import Evidence, Measure, MeasureSpec
from framing.lexicon.load import of_kind
from framing.lexicon.matching import Hit
from framing.lexicon.schema import Lexicon
from framing.lexicon.terms import Term
from framing.scoring import TextScorer
from framing.structure.agency import deeds
from framing.structure.deeds import NOBODY_NAMED, Deed, DeedForm
from framing.structure.document import Document, Passage

FORMS: dict[DeedForm, str] = {
    "active": "Deeds told with the agent as subject (rebels shelled the port)",
    "passive": "Deeds told in the passive with the agent (was shelled by rebels)",
    "agentless": "Deeds told in the passive without an agent (was shelled)",
    "nominal": "Deeds told as a noun with the agent (the rebels' attack)",
    "unowned": "Deeds told as a noun without an agent (the attack on the port)",
    "event": "Deeds an event or a thing does (a blast killed two)",
    "happening": "Deeds that only happen (clashes erupted, two died)",
}


class AgencyScorer(TextScorer):
    """Count deeds of violence, coercion and support by how they are told: with whoever does them, or without.

    "Police shot the man", "the man was shot by police", "the man was shot", "the shooting of the man" and "shots rang
    out" can tell the same deed; the later ones leave out who did it (Fowler 1991; van Leeuwen 1996). Passives without
    an agent make readers blame the doer less (Henley, Miller and Beazley 1995).

    Evidence rows are labelled with the form; ``actor`` is who does it, ``target`` to whom, where these are named and
    known, also by a pronoun or "the alliance" that can mean nobody else; the entry names the lexicon
    (``violence#shell``); ``denied`` is what is told as not done. Feared, planned and
    conditional deeds count like those done.

    Examples
    --------
    >>> scorer = AgencyScorer()
    >>> scores = scorer.fit_transform(["Kyiv was attacked by Moscow. Two men were killed."])
    >>> dict(zip(scorer.get_feature_names_out(), scores[0]))["agency_agentless_share"]
    np.float64(0.5)

    References
    ----------
    Fowler, R. (1991). Language in the News: Discourse and Ideology in the Press. Routledge.
    van Leeuwen, T. (1996). The representation of social actors. In Texts and Practices, 32-70. Routledge.
    Henley, N. M., Miller, M. and Beazley, J. A. (1995). Syntax, semantics, and sexual violence: Agency and the passive
    voice. Journal of Language and Social Psychology, 14(1-2), 60-84.
    """

    name = "agency"

    def __init__(self) -> None:
        pass

    def load(self) -> tuple[Lexicon, ...]:
        """The lexicons of deeds."""
        self.lexicons_ = of_kind("agency")
        self.classes_ = {item.id: item.label for item in self.lexicons_}
        self.specs_ = (
            MeasureSpec("agency_per_1000", "Deeds", "per 1,000 words", "Deeds told as done, over all words."),
            *(
                MeasureSpec(f"agency_{form}_share", title, "share of deeds", f"Deeds of the form {form}, over all.")
                for form, title in FORMS.items()
            ),
            MeasureSpec(
                "agency_unnamed_share",
                "Deeds told without anybody who does them",
                "share of deeds",
                "Deeds of the forms agentless, unowned, event and happening, over all.",
            ),
            *(
                MeasureSpec(
                    f"agency_{label}_share", f"Deeds of {label}", "share of deeds", f"Deeds of {label}, over all."
                )
                for label in dict.fromkeys(self.classes_.values())
            ),
        )
        return self.lexicons_

    def find(self, document: Document) -> tuple[Evidence, ...]:
        """Every deed."""
        article = document.article
        found = []
        for passage in document.passages:
            for deed in self.deeds(passage):
                owner = passage.voices.owner(deed.start)
                sentence = passage.sentence_at(deed.start)
                found.append(
                    Evidence(
                        article.id,
                        article.outlet,
                        passage.field,
                        deed.start,
                        deed.end,
                        passage.text[deed.start : deed.end],
                        self.name,
                        deed.form,
                        deed.term.name,
                        "denied" if deed.negated else "asserted",
                        "narration" if owner is None else owner.kind,
                        deed.agent_actor,
                        None,
                        1.0,
                        sentence.number if sentence else 0,
                        deed.patient_actor,
                    )
                )
        return tuple(found)

    def deeds(self, passage: Passage) -> Iterator[Deed]:
        """The deeds of a passage; a word that reports is none."""
        cues = {cue.start for cue in passage.cues}
        hits: list[Hit[Term]] = []
        for item in self.lexicons_:
            hits += passage.hits[item.id]
        hits.sort(key=_by_place)
        return deeds(passage, [hit for hit in hits if hit.start not in cues], self.analyser_.book)

    def measure(self, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Deeds per 1,000 words, and the shares of forms and classes."""
        told = [row for row in evidence if row.polarity == "asserted"]
        count = len(told)
        forms = Counter([row.label for row in told])
        classes = Counter([self.classes_[row.entry.partition("#")[0]] for row in told])
        unnamed = sum(forms[form] for form in NOBODY_NAMED)
        return (
            Measure.rate("agency_per_1000", count, document.words),
            *[Measure.share(f"agency_{form}_share", forms[form], count) for form in FORMS],
            Measure.share("agency_unnamed_share", unnamed, count),
            *[
                Measure.share(f"agency_{label}_share", classes[label], count)
                for label in dict.fromkeys(self.classes_.values())
            ],
        )


def _by_place(hit: Hit[Term]) -> tuple[int, int, bool]:
    return hit.start, -hit.end, hit.payload.entry.part == "noun"


SCORER = AgencyScorer
