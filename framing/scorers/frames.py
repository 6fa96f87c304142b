"""Frames: which ways of presenting an event its words carry, in whose voice, put forward or denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from framing.evidence import Evidence, Measure, MeasureSpec
from framing.lexicon.load import lexicon, of_kind
from framing.lexicon.schema import Lexicon
from framing.scoring import TextScorer, evidence
from framing.structure.document import Document


class FrameScorer(TextScorer):
    """Find the terms of frame lexicons and count them per 1,000 words and by sentence.

    A frame selects some aspects of an event and makes them salient (Entman 1993). Each frame is one lexicon with a
    definition, inclusions and exclusions; a passage counts as put forward unless a denial covers it, and is the
    outlet's own unless somebody is quoted, directly or not, as saying it.

    Parameters
    ----------
    frames : sequence of str, optional
        Ids of frame lexicons, or paths of TOML files; all that come with the package if not given.

    Examples
    --------
    >>> scorer = FrameScorer(frames=["threat"])
    >>> scores = scorer.fit_transform(["The army massed troops on the border, a threat to the capital."])
    >>> dict(zip(scorer.get_feature_names_out(), scores[0]))["threat_sentences"]
    np.float64(1.0)

    References
    ----------
    Entman, R. M. (1993). Framing: Toward clarification of a fractured paradigm. Journal of Communication, 43(4).
    """

    name = "frames"

    def __init__(self, *, frames: Sequence[str] | None = None) -> None:
        self.frames = frames

    def load(self) -> tuple[Lexicon, ...]:
        """The frame lexicons."""
        chosen = of_kind("frame") if self.frames is None else tuple(lexicon(name) for name in self.frames)
        self.lexicons_ = chosen
        self.specs_ = tuple(spec for frame in chosen for spec in _specs(frame))
        return chosen

    def find(self, document: Document) -> tuple[Evidence, ...]:
        """Every passage that carries a frame."""
        found = []
        for passage in document.passages:
            denied = passage.denied
            for frame in self.lexicons_:
                for start, end, term in passage.hits[frame.id]:
                    entry = term.entry
                    found.append(
                        evidence(
                            document,
                            passage,
                            start,
                            end,
                            scorer=self.name,
                            label=frame.label,
                            entry=term.name,
                            denied=entry.negatable and denied.overlaps(start, end),
                            weight=entry.weight,
                        )
                    )
        return tuple(found)

    def measure(self, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Rates per 1,000 words by voice and polarity, and the share of sentences."""
        words, quoted, sentences = document.words, document.quoted_words, document.sentences
        tallies = {frame.label: _Tally() for frame in self.lexicons_}
        for row in evidence:
            tally = tallies[row.label]
            if row.polarity == "denied":
                tally.denied += row.weight
                continue
            tally.sentences.add((row.field, row.sentence))
            if row.voice == "narration":
                tally.own += row.weight
            else:
                tally.quoted += row.weight
        measures: list[Measure] = []
        for label, tally in tallies.items():
            measures += (
                Measure.rate(f"{label}_per_1000", tally.own + tally.quoted, words),
                Measure.rate(f"{label}_own_per_1000", tally.own, words - quoted),
                Measure.rate(f"{label}_quoted_per_1000", tally.quoted, quoted),
                Measure.rate(f"{label}_denied_per_1000", tally.denied, words),
                Measure.share(f"{label}_sentences", len(tally.sentences), sentences),
            )
        return tuple(measures)


@dataclass(slots=True)
class _Tally:
    """What one frame adds up to in a document."""

    own: float = 0.0
    quoted: float = 0.0
    denied: float = 0.0
    sentences: set[tuple[str, int]] = field(default_factory=set)


def _specs(frame: Lexicon) -> tuple[MeasureSpec, ...]:
    label, title = frame.label, frame.title
    return (
        MeasureSpec(
            f"{label}_per_1000",
            title,
            "per 1,000 words",
            f"Passages that put the {title.lower()} frame forward, over all words.",
        ),
        MeasureSpec(
            f"{label}_own_per_1000",
            f"{title}, in the outlet's own voice",
            "per 1,000 words of its own",
            f"Passages that put the {title.lower()} frame forward unattributed, over the words outside quotations.",
        ),
        MeasureSpec(
            f"{label}_quoted_per_1000",
            f"{title}, quoting others",
            "per 1,000 quoted words",
            f"Passages in quotations, direct or not, that put the {title.lower()} frame forward, over quoted words.",
        ),
        MeasureSpec(
            f"{label}_denied_per_1000",
            f"{title}, denied",
            "per 1,000 words",
            f"Passages that bring the {title.lower()} frame up only to deny, reject or rule it out, over all words.",
        ),
        MeasureSpec(
            f"{label}_sentences",
            f"{title}, share of sentences",
            "share of sentences",
            f"Sentences with at least one passage that puts the {title.lower()} frame forward, over all sentences.",
        ),
    )


SCORER = FrameScorer
