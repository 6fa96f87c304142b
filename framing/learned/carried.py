"""The words of a passage that carry frames, as evidence, and the sentences that bring a frame up to deny it."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from framing.evidence import Evidence
from framing.structure.document import Document, Passage
from framing.structure.nouns import Sentence

_by_start = attrgetter("start")


class Carried:
    """What is found in one passage.

    Parameters
    ----------
    scorer : str
        Who finds it.
    document : Document
    passage : Passage
        Of the document.
    sentences : sequence of Sentence
        Of this and other passages; words are told the row of theirs.

    Attributes
    ----------
    denied : set of (int, str)
        Rows of sentences, and the frames that they deny.
    """

    __slots__ = ("_article", "_found", "_owner", "_passage", "_scorer", "_sentences", "denied")

    def __init__(self, scorer: str, document: Document, passage: Passage, sentences: Sequence[Sentence]) -> None:
        self.denied: set[tuple[int, str]] = set()
        self._scorer = scorer
        self._article = document.article
        self._passage = passage
        self._owner = passage.voices.owner
        self._sentences = sentences
        self._found: list[Evidence] = []

    def add(self, row: int, start: int, end: int, label: str, entry: str, weight: float, denied: bool) -> None:
        """Words in a sentence that carry a frame."""
        owner, sentence = self._owner(start), self._sentences[row]
        self._found.append(
            Evidence(
                self._article.id,
                self._article.outlet,
                self._passage.field,
                start,
                end,
                self._passage.text[start:end],
                self._scorer,
                label,
                entry,
                "denied" if denied else "asserted",
                "narration" if owner is None else owner.kind,
                None if owner is None else owner.actor,
                None if owner is None else owner.role,
                weight,
                sentence.number if start < sentence.end else 0,
            )
        )

    @property
    def evidence(self) -> list[Evidence]:
        """All of it, in the order of the text."""
        self._found.sort(key=_by_start)
        return self._found
