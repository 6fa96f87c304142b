"""Reporting: the verbs, nouns and phrases that introduce what somebody says, and the stance they take to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from framing.evidence import Evidence, Measure, MeasureSpec
from framing.lexicon.load import of_kind
from framing.lexicon.schema import ACTS, STANCES, Lexicon
from framing.scoring import TextScorer
from framing.structure.document import Document

_STANCES: dict[str, str] = {
    "neutral": "Neutral reporting words (said, told, according to)",
    "distancing": "Distancing reporting words (claimed, alleged)",
    "endorsing": "Endorsing reporting words (confirmed, admitted, noted)",
}


class ReportingScorer(TextScorer):
    """Count reporting cues on two axes: the reporter's stance to what is said, and what the source does by saying it.

    "Claimed" distances, "said" is neutral, "confirmed" endorses; "denied", "warned" and "demanded" are acts of the
    source. Floyd (2000) found the favourable verbs going to Western, official and elite speakers: the measure is
    made to be compared across the actors spoken of.

    Evidence rows are labelled ``stance:act``; ``voice`` is who uses the word, and ``actor`` is whose words it
    introduces, so that verbs can be counted by the actor they report.

    Examples
    --------
    >>> scorer = ReportingScorer()
    >>> scores = scorer.fit_transform(["The minister claimed that the bridge was safe."])
    >>> dict(zip(scorer.get_feature_names_out(), scores[0]))["reports_distancing_share"]
    np.float64(1.0)

    References
    ----------
    Floyd, A. (2000). The reporting verbs and bias in the press. Revista Alicantina de Estudios Ingleses, 13, 43-52.
    """

    name = "reporting"

    def __init__(self) -> None:
        pass

    def load(self) -> tuple[Lexicon, ...]:
        """The reporting lexicons."""
        self.specs_ = (
            MeasureSpec("reports_per_1000", "Reporting words", "per 1,000 words", "Reporting cues, over all words."),
            *(
                MeasureSpec(
                    f"reports_{stance}_share",
                    title,
                    "share of reporting words",
                    f"Cues of {stance} stance, over all cues.",
                )
                for stance, title in _STANCES.items()
            ),
            *(
                MeasureSpec(
                    f"reports_{act}_share",
                    f"Reporting words that say somebody {_ACTS[act]}",
                    "share of reporting words",
                    f"Cues whose source is shown to {act}, over all cues.",
                )
                for act in ACTS
            ),
        )
        return of_kind("reporting")

    def find(self, document: Document) -> tuple[Evidence, ...]:
        """Every reporting cue."""
        article = document.article
        found = []
        for passage in document.passages:
            for cue in passage.cues:
                sentence = passage.sentence_at(cue.start)
                owner = passage.voices.owner(cue.start)
                found.append(
                    Evidence(
                        article.id,
                        article.outlet,
                        passage.field,
                        cue.start,
                        cue.end,
                        passage.text[cue.start : cue.end],
                        self.name,
                        f"{cue.stance}:{cue.act}",
                        cue.entry,
                        "asserted",
                        "narration" if owner is None else owner.kind,
                        cue.actor,
                        cue.role,
                        1.0,
                        sentence.number if sentence else 0,
                    )
                )
        return tuple(found)

    def measure(self, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Cues per 1,000 words, and the shares of stances and acts."""
        labels = Counter([row.label for row in evidence])
        return _measures(labels, document.words)

    def without_each(
        self, document: Document, evidence: Sequence[Evidence], entries: Container[str]
    ) -> Iterator[tuple[str, tuple[Measure, ...]]]:
        """Some words that report, with the measures without each."""
        labels = Counter([row.label for row in evidence])
        mine: dict[str, Counter[str]] = {}
        for row in evidence:
            if row.entry not in entries:
                continue
            mine.setdefault(row.entry, Counter())[row.label] += 1
        words = document.words
        for entry, found in mine.items():
            yield entry, _measures(labels - found, words)


def _measures(labels: Counter[str], words: int) -> tuple[Measure, ...]:
    count = labels.total()
    parts = dict.fromkeys((*STANCES, *ACTS), 0)
    for label, number in labels.items():
        for part in label.split(":"):
            parts[part] += number
    return (
        Measure.rate("reports_per_1000", count, words),
        *[Measure.share(f"reports_{part}_share", number, count) for part, number in parts.items()],
    )


_ACTS = {
    "say": "says",
    "ask": "asks",
    "deny": "denies",
    "warn": "warns",
    "demand": "demands",
    "accuse": "accuses",
    "admit": "admits",
    "promise": "promises",
    "assert": "insists",
    "believe": "believes or feels",
    "praise": "praises",
}

SCORER = ReportingScorer
