"""All measures of an article, and the same measures of less than all of it.

Beside what the scorers measure stand shares of who is quoted: they depend on which actors the compared articles quote
at all, so that no scorer can know them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from framing.evidence import Evidence, Measure, MeasureSpec
from framing.scoring import Scored, TextScorer
from framing.structure.document import Document, Passage

SPEAKERS, ROLES = "speakers", "roles"
# An actor is followed from this share of some group's quotations on; at most so many are.
LEAST_SHARE, MOST_SPEAKERS = 0.02, 12


@dataclass(frozen=True, slots=True)
class Measuring:
    """What is measured of each article of a comparison.

    Parameters
    ----------
    scorers : tuple of TextScorer
        Those that made the scores.
    speakers, roles : tuple of str
        Actors and roles whose share of quotations is measured too.
    """

    scorers: tuple[TextScorer, ...]
    speakers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    @classmethod
    def of(cls, groups: Iterable[Sequence[Scored]], scorers: Sequence[TextScorer]) -> Measuring:
        """What can be measured of these articles: the actors that some group quotes at all often, and the roles."""
        shares: dict[str, float] = {}
        roles: set[str] = set()
        for rows in groups:
            quoted = [row for scored in rows for row in scored.evidence if row.scorer == "sources"]
            roles.update(row.role for row in quoted if row.role)
            for actor, count in Counter(row.actor for row in quoted if row.actor).items():
                shares[actor] = max(shares.get(actor, 0.0), count / len(quoted))
        often = sorted((a for a in shares if shares[a] >= LEAST_SHARE), key=lambda a: (-shares[a], a))
        return cls(tuple(scorers), tuple(sorted(often[:MOST_SPEAKERS])), tuple(sorted(roles)))

    @property
    def specs(self) -> tuple[MeasureSpec, ...]:
        """What the measures mean, in their order."""
        return (
            *(spec for scorer in self.scorers for spec in scorer.specs_),
            *(
                MeasureSpec(
                    f"speaker_{actor}_share",
                    f"{actor} among those quoted",
                    "share of quotations",
                    f"Quotations of {actor}, over all quotations.",
                )
                for actor in self.speakers
            ),
            *(
                MeasureSpec(
                    f"role_{role}_share",
                    f"{role.replace('_', ' ').capitalize()} among those quoted",
                    "share of quotations with a known role",
                    f"Quotations of sources in the role {role.replace('_', ' ')}, over all with a role.",
                )
                for role in self.roles
            ),
        )

    @property
    def families(self) -> tuple[str, ...]:
        """The family of each measure: those of one family are corrected together for their number."""
        return (
            *(scorer.name for scorer in self.scorers for _ in scorer.specs_),
            *(SPEAKERS for _ in self.speakers),
            *(ROLES for _ in self.roles),
        )

    @property
    def further(self) -> int:
        """How many measures no scorer made."""
        return len(self.speakers) + len(self.roles)

    def measures(self, scored: Scored) -> tuple[Measure, ...]:
        """Every measure of an article."""
        return (*scored.card.measures, *self._quoted(scored.evidence))

    def again(self, scored: Scored, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Every measure of what is left of an article."""
        if document is scored.document and len(evidence) == len(scored.evidence):
            return self.measures(scored)
        had, left = _by_scorer(scored.evidence), _by_scorer(evidence)
        measures: list[Measure] = []
        at = 0
        for scorer in self.scorers:
            width = len(scorer.specs_)
            mine = left.get(scorer.name, [])
            if document is scored.document and len(mine) == len(had.get(scorer.name, ())):
                measures += scored.card.measures[at : at + width]
            else:
                measures += scorer.measure(document, mine)
            at += width
        return (*measures, *self._quoted(left.get("sources", ())))

    def _quoted(self, evidence: Iterable[Evidence]) -> Iterable[Measure]:
        quoted = [row for row in evidence if row.scorer == "sources"]
        actors = Counter(row.actor for row in quoted)
        roles = Counter(row.role for row in quoted if row.role)
        known = sum(roles.values())
        return (
            *(Measure.share(f"speaker_{actor}_share", actors[actor], len(quoted)) for actor in self.speakers),
            *(Measure.share(f"role_{role}_share", roles[role], known) for role in self.roles),
        )


def _by_scorer(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    for row in evidence:
        found.setdefault(row.scorer, []).append(row)
    return found


def without_headline(scored: Scored) -> tuple[Document, tuple[Evidence, ...]]:
    """An article without its headline, wherever that stands."""
    document = scored.document
    span = document.article.title_span
    if span is None and all(passage.field != "title" for passage in document.passages):
        return document, scored.evidence
    passages = [passage for passage in document.passages if passage.field != "title"]
    evidence = [row for row in scored.evidence if row.field != "title"]
    if span is not None:
        passages = [_after(passage, span.end) for passage in passages]
        evidence = [row for row in evidence if row.start >= span.end]
    return Document(document.article, tuple(passages)), tuple(evidence)


def _after(passage: Passage, offset: int) -> Passage:
    """What of a passage counts from an offset on."""
    sentences = tuple(sentence for sentence in passage.sentences if sentence.start >= offset)
    words = passage.word_starts[bisect_left(passage.word_starts, offset) :]
    return replace(passage, sentences=sentences, sentence_starts=[each.start for each in sentences], word_starts=words)


def in_own_voice(scored: Scored) -> tuple[Document, tuple[Evidence, ...]]:
    """An article in which only what its outlet says itself counts."""
    return scored.document, tuple(row for row in scored.evidence if row.own or row.scorer == "sources")
