"""The words of a passage that carry frames, as evidence, and the sentences that bring a frame up to deny it."""

from __future__ import annotations

from operator import attrgetter

from framing.evidence import Evidence
from framing.scoring import evidence
from framing.structure.document import Document, Passage

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

    Attributes
    ----------
    denied : set of (int, str)
        Rows of sentences, and the frames that they deny.
    """

    __slots__ = ("_document", "_found", "_passage", "_scorer", "denied")

    def __init__(self, scorer: str, document: Document, passage: Passage) -> None:
        self.denied: set[tuple[int, str]] = set()
        self._scorer = scorer
        self._document = document
        self._passage = passage
        self._found: list[Evidence] = []

    def add(self, start: int, end: int, label: str, entry: str, weight: float, denied: bool) -> None:
        """Words that carry a frame."""
        self._found.append(
            evidence(
                self._document,
                self._passage,
                start,
                end,
                scorer=self._scorer,
                label=label,
                entry=entry,
                denied=denied,
                weight=weight,
            )
        )

    @property
    def evidence(self) -> list[Evidence]:
        """All of it, in the order of the text."""
        self._found.sort(key=_by_start)
        return self._found
