"""An attribution relation while it is being built."""

from __future__ import annotations

from dataclasses import dataclass, field

from framing.lexicon.schema import Entry
from framing.spans import Span
from framing.structure.clauses import Range
from framing.structure.nouns import Kind
from framing.structure.tokens import Tokens


@dataclass(slots=True)
class Relation:
    """Cue, sources and contents, with what decides its kind.

    Parameters
    ----------
    entry : Entry or None
        Of the cue; None where only marks, a colon or a dash tell that somebody speaks.
    cue : Span or None
        The words that report.
    sources : list of Tokens
        The words that name who speaks.
    contents : list of Span
        What is said, part by part.
    ranges : list of (int, int)
        The same as tokens of the unit.
    has_quotation, has_words : bool
        Whether the content holds quotations, and words outside them.
    inherits : Relation or None
        The relation whose source this one shares.
    colon : bool
        Whether the content is announced by a colon at the end of the unit and stands in the next.
    negated : bool
        Whether the cue is: "did not deny".
    name : str
        How evidence names the cue; empty where there is none.
    """

    entry: Entry | None
    cue: Span | None
    sources: list[Tokens]
    contents: list[Span] = field(default_factory=list)
    ranges: list[Range] = field(default_factory=list)
    has_quotation: bool = False
    has_words: bool = False
    inherits: Relation | None = None
    colon: bool = False
    negated: bool = False
    name: str = ""

    @property
    def kind(self) -> Kind:
        """Direct, indirect or mixed."""
        if not self.has_quotation:
            return "indirect"
        return "mixed" if self.has_words else "direct"

    def add(self, tokens: Tokens, start: int, end: int) -> None:
        """Add tokens ``start`` up to but not including ``end`` of a unit to the content."""
        classes = tokens.classes[start:end]
        self.ranges.append((start, end))
        self.contents.append(tokens.span(start, end))
        self.has_quotation |= "Q" in classes
        self.has_words |= bool(classes.strip("Q.,;:-!?C"))
