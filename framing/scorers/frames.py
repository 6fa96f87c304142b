"""Frames: which ways of presenting an event its words carry, in whose voice, put forward or denied."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from framing.evidence import Evidence, Measure
from framing.frame_measures import measures, specs, without_each
from framing.lexicon.load import lexicon, of_kind, unpacked
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
        Ids of frame lexicons or of packs of them, or paths of TOML files; the six of the package if not given.

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
        chosen = of_kind("frame") if self.frames is None else tuple(map(lexicon, unpacked(self.frames)))
        self.lexicons_ = chosen
        self.specs_ = tuple(spec for frame in chosen for spec in specs(frame.label, frame.title))
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
        return measures([frame.label for frame in self.lexicons_], document, evidence)

    def without_each(
        self, document: Document, evidence: Sequence[Evidence], entries: Container[str]
    ) -> Iterator[tuple[str, tuple[Measure, ...]]]:
        """Some terms, with the measures of their frames without each."""
        return without_each(document, evidence, entries)


SCORER = FrameScorer
