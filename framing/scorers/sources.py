"""Sources: who is quoted, how often, directly or in paraphrase."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from framing.evidence import Evidence, Measure, MeasureSpec
from framing.lexicon.schema import Lexicon
from framing.scoring import TextScorer
from framing.structure.document import Document

UNRESOLVED = "unresolved"
OFFICIAL = frozenset(("government", "military", "legislature", "judiciary", "international_organisation"))

_SPECS = (
    MeasureSpec(
        "quotations", "Quotations", "quotations", "Attribution relations: somebody is quoted, directly or not."
    ),
    MeasureSpec(
        "quotations_direct_share", "Quoted word for word", "share of quotations", "Direct quotations, over all."
    ),
    MeasureSpec(
        "quotations_indirect_share", "Reported in paraphrase", "share of quotations", "Indirect ones, over all."
    ),
    MeasureSpec("quotations_mixed_share", "Partly word for word", "share of quotations", "Mixed ones, over all."),
    MeasureSpec(
        "quoted_words_share", "Words given to sources", "share of words", "Words inside quotations, over all words."
    ),
    MeasureSpec(
        "sources_effective_number",
        "Effective number of sources",
        "sources",
        "exp of the Shannon entropy of quotations over resolved actors: so many, quoted equally, would be as diverse.",
    ),
    MeasureSpec(
        "sources_official_share",
        "Officials among those quoted",
        "share of quotations with a known role",
        "Quotations of governments, armies, parliaments, courts and international organisations, over all with a role.",
    ),
    MeasureSpec(
        "sources_unnamed_share",
        "Unnamed sources",
        "share of quotations",
        "Quotations of a source that is left unnamed: a source, an insider.",
    ),
    MeasureSpec(
        "sources_unresolved_share",
        "Sources not resolved",
        "share of quotations",
        "Quotations whose actor is not known.",
    ),
)


class SourceScorer(TextScorer):
    """Count quotations by the actor that is quoted.

    One evidence row is one attribution; its label is the actor or ``unresolved``, its entry the kind of quotation, and
    its weight the number of words it owns (a word inside a quotation inside a quotation belongs to the inner one), so
    that weights add up to the quoted words.

    The effective number of sources is a Hill number (Hill 1973): exp(-sum p ln p). The share of officials measures
    what Bennett (1990) calls indexing.

    Examples
    --------
    >>> scorer = SourceScorer()
    >>> scores = scorer.fit_transform(['"We are ready," the minister said.'])
    >>> dict(zip(scorer.get_feature_names_out(), scores[0]))["quotations"]
    np.float64(1.0)

    References
    ----------
    Bennett, W. L. (1990). Toward a theory of press-state relations in the United States. Journal of Communication,
    40(2), 103-127.
    Hill, M. O. (1973). Diversity and evenness. Ecology, 54(2), 427-432.
    """

    name = "sources"

    def __init__(self) -> None:
        pass

    def load(self) -> tuple[Lexicon, ...]:
        """Nothing beyond the reporting cues and actors that every analysis matches."""
        self.specs_ = _SPECS
        return ()

    def find(self, document: Document) -> tuple[Evidence, ...]:
        """Every attribution."""
        article = document.article
        found = []
        for passage in document.passages:
            if not passage.attributions:
                continue
            words: dict[str, int] = {}
            for start, end, owner in passage.voices.owned():
                words[owner.id] = words.get(owner.id, 0) + passage.words(start, end)
            for made in passage.attributions:
                start, end = made.contents[0]
                sentence = passage.sentence_at(start)
                found.append(
                    Evidence(
                        article.id,
                        article.outlet,
                        passage.field,
                        start,
                        end,
                        passage.text[start:end],
                        self.name,
                        made.actor or UNRESOLVED,
                        made.kind,
                        "asserted",
                        made.kind,
                        made.actor,
                        made.role,
                        float(words.get(made.id, 0)),
                        sentence.number if sentence else 0,
                    )
                )
        return tuple(found)

    def measure(self, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Counts, shares and diversity."""
        count = len(evidence)
        roles = [row.role for row in evidence if row.role is not None]
        kinds = [row.entry for row in evidence]
        return (
            Measure.count("quotations", count),
            *(
                Measure.share(f"quotations_{kind}_share", kinds.count(kind), count)
                for kind in ("direct", "indirect", "mixed")
            ),
            Measure.share("quoted_words_share", sum([row.weight for row in evidence]), document.words),
            _effective(evidence),
            Measure.share("sources_official_share", sum([role in OFFICIAL for role in roles]), len(roles)),
            Measure.share("sources_unnamed_share", roles.count("unnamed"), count),
            Measure.share("sources_unresolved_share", [row.actor for row in evidence].count(None), count),
        )

    def pool(self, measures: Sequence[Sequence[Measure]], evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Diversity is that of all articles together, no mean of theirs."""
        pooled = super().pool(measures, evidence)
        return tuple(_effective(evidence) if each.name == "sources_effective_number" else each for each in pooled)


def _effective(evidence: Sequence[Evidence]) -> Measure:
    """Exp of the entropy of quotations over resolved actors; no number where none is resolved."""
    actors = Counter([row.actor for row in evidence if row.actor is not None])
    number = math.exp(entropy(list(actors.values()))) if actors else 0.0
    return Measure("sources_effective_number", number, 1.0 if actors else 0.0)


def entropy(counts: Sequence[int]) -> float:
    """Shannon entropy in nats of counts.

    Examples
    --------
    >>> round(math.exp(entropy([2, 2])), 6)
    2.0
    """
    whole = sum(counts)
    return -sum(count / whole * math.log(count / whole) for count in counts if count)


SCORER = SourceScorer
