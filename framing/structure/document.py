"""A document: an article and everything structural found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from framing.article import Article
from framing.lexicon.matching import Hit
from framing.lexicon.terms import Term
from framing.spans import Cover, Field
from framing.structure.nouns import Attribution, Cue, Mention, Quotation, Sentence
from framing.structure.tokens import TextTokens
from framing.structure.voices import Voices


@dataclass(frozen=True, slots=True)
class Passage:
    """One field of an article, analysed.

    Parameters
    ----------
    field : {"text", "title"}
        What the offsets count in.
    text, folded : str
        The original and its fold, of the same length.
    sentences, quotations, mentions, attributions, cues
        In the order of the text.
    sentence_starts : sequence of int
        Where the sentences begin.
    hits : mapping
        Lexicon id to what it found, before conditions that depend on the sentence.
    word_starts : sequence of int
        Offset of every word that is not masked.
    tokens : TextTokens
        Words and marks, also of what is masked.
    voices : Voices
        Whose words stand where.
    denied : Cover
        Stretches in which what is brought up is denied.
    """

    field: Field
    text: str
    folded: str
    sentences: tuple[Sentence, ...]
    sentence_starts: Sequence[int]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    cues: tuple[Cue, ...]
    hits: Mapping[str, Sequence[Hit[Term]]]
    word_starts: Sequence[int]
    tokens: TextTokens
    voices: Voices
    denied: Cover

    def words(self, start: int, end: int) -> int:
        """Number of words that begin in ``[start, end)``."""
        return bisect_left(self.word_starts, end) - bisect_left(self.word_starts, start)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers an offset, if one does."""
        at = bisect_right(self.sentence_starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its structure: the title, where it is not part of the text, and the text."""

    article: Article
    passages: tuple[Passage, ...]
    words: int = field(init=False)
    """Words of all fields, masked ones left out."""
    quoted_words: int = field(init=False)
    """Words that sources are quoted as saying, directly or not."""
    sentences: int = field(init=False)
    """Sentences of all fields."""

    def __post_init__(self) -> None:
        # Every scorer asks for them.
        quoted = sum(sentence.quoted_words for passage in self.passages for sentence in passage.sentences)
        object.__setattr__(self, "words", sum(len(passage.word_starts) for passage in self.passages))
        object.__setattr__(self, "quoted_words", quoted)
        object.__setattr__(self, "sentences", sum(len(passage.sentences) for passage in self.passages))
