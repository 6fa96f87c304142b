"""The nouns of structure: what a text consists of, and who says which part of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from framing.evidence import Voice
from framing.lexicon.schema import Act, Stance
from framing.spans import Field, Span

Kind = Literal["direct", "indirect", "mixed"]


class Quotation(NamedTuple):
    """A stretch in quotation marks.

    Parameters
    ----------
    start, end : int
        With the marks.
    inner : Span
        Without them.
    closed : bool
        Whether the closing mark was found; an unclosed quotation ends with its paragraph.
    paragraph : int
        Number of its paragraph, from 0.
    """

    start: int
    end: int
    inner: Span
    closed: bool
    paragraph: int


class Mention(NamedTuple):
    """Words that name an actor.

    Parameters
    ----------
    start, end : int
        Half-open.
    actor : str or None
        ISO 3166-1 alpha-3 code, acronym or id of the lexicon; None for a person not resolved.
    role : str or None
        What the mention says of the role, if anything.
    kind : str
        ``name``, ``demonym``, ``seat``, ``city``, ``organ``, ``person`` or ``group``.
    """

    start: int
    end: int
    actor: str | None
    role: str | None
    kind: str


class Attribution(NamedTuple):
    """Somebody says something: a source, a cue and a content (Pareti 2016; PolNeAR).

    Parameters
    ----------
    id : str
        Unique in the article.
    parent : str or None
        The attribution whose content this one stands in.
    sources, contents : tuple of Span
        Each who speaks ("Germany" and "France"), each part of what is said. Either may be empty.
    cue : Span or None
        The words that report; none for a quotation that only its marks betray.
    kind : {"direct", "indirect", "mixed"}
        Verbatim, paraphrased, or both.
    actors : tuple of str
        Who the sources are, where that is known.
    actor, role : str or None
        The first of them.
    stance : {"neutral", "distancing", "endorsing"}
        The reporter's stance to what is reported.
    act : str
        What the source does: say, deny, warn ...
    negated : bool
        Whether the cue itself is negated ("did not deny").
    voiced : bool
        Whether the content is somebody else's than the outlet's: false where the writer says "we" or "I".
    confidence : float
        Between 0 and 1.
    """

    id: str
    parent: str | None
    field: Field
    sources: tuple[Span, ...]
    cue: Span | None
    contents: tuple[Span, ...]
    kind: Kind
    actors: tuple[str, ...]
    actor: str | None
    role: str | None
    stance: Stance
    act: Act
    negated: bool
    voiced: bool
    confidence: float

    @property
    def source(self) -> Span | None:
        """The words that name who speaks, from the first source to the last."""
        return Span(self.sources[0].start, self.sources[-1].end) if self.sources else None


class Cue(NamedTuple):
    """Words that report that somebody said, thought or felt something.

    Parameters
    ----------
    start, end : int
        Half-open.
    stance, act : str
        As in `Attribution`.
    entry : str
        The lexicon entry.
    actor, role : str or None
        Whose words it introduces, where a content was found for it and its source is known.
    """

    start: int
    end: int
    stance: Stance
    act: Act
    entry: str
    actor: str | None = None
    role: str | None = None


class Sentence(NamedTuple):
    """A sentence, a headline, or a line that stands by itself.

    Parameters
    ----------
    number : int
        In its field, from 1.
    start, end : int
        Half-open, blanks around it left out.
    paragraph : int
        From 0.
    words : int
        Words in it.
    quoted_words : int
        Of those, words inside the content of an attribution.
    voice : {"narration", "direct", "indirect", "mixed"}
        Who puts its main content forward.
    source : Span or None
        Words that name the source, where they stand in this sentence.
    actor, role : str or None
        Who that is.
    """

    number: int
    start: int
    end: int
    paragraph: int
    words: int
    quoted_words: int = 0
    voice: Voice = "narration"
    source: Span | None = None
    actor: str | None = None
    role: str | None = None
