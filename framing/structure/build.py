"""From an article to a document: one pass of the matcher, then structure on top of what it found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from framing.article import Article
from framing.lexicon.actors import ActorBook
from framing.lexicon.fold import Folded
from framing.lexicon.matching import Hit, Matcher
from framing.lexicon.schema import Lexicon
from framing.lexicon.terms import Stretch, Term, counted, patterns
from framing.spans import Cover, Field, Span
from framing.structure import polarity
from framing.structure.attribute import attribute
from framing.structure.attributions import Analysed, analyse
from framing.structure.document import Document, Passage
from framing.structure.marks import quotations
from framing.structure.mentions import mentions
from framing.structure.nouns import Attribution, Cue, Mention, Quotation
from framing.structure.roles import RoleWords
from framing.structure.sentences import paragraphs, sentences
from framing.structure.sources import Reading, Resolver
from framing.structure.tokens import TextTokens, tokens_of
from framing.structure.voices import Voices, sentences_with_voices
from framing.structure.words import words_of


class Analyser:
    """Turns articles into documents.

    Parameters
    ----------
    lexicons : sequence of Lexicon
        Everything that is to be matched in the one pass. Lexicons of kind ``reporting`` also give the cues.
    book : ActorBook
        Who the sources may be.
    """

    def __init__(self, lexicons: Sequence[Lexicon], book: ActorBook) -> None:
        self.lexicons = tuple(lexicons)
        self.book = book
        self._reporting = [at for at, lexicon in enumerate(lexicons) if lexicon.kind == "reporting"]
        self._bounded = [lexicon for lexicon in lexicons if lexicon.outside]
        self._names = len(lexicons)
        self._matcher = Matcher([*(patterns(lexicon) for lexicon in lexicons), book.patterns(), polarity.patterns()])
        self._role_words = RoleWords(book)

    def __reduce__(self) -> tuple[type[Analyser], tuple[tuple[Lexicon, ...], ActorBook]]:
        return Analyser, (self.lexicons, self.book)  # what is compiled from them is compiled anew

    def document(self, article: Article) -> Document:
        """The structure of one article."""
        [document] = self.documents([article])
        return document

    def documents(self, articles: Sequence[Article]) -> list[Document]:
        """The structure of each of a batch of articles, whose words are looked up together."""
        read = [
            [(field, masked, Folded.of(text, masked)) for field, text, masked in _fields(article)]
            for article in articles
        ]
        words = tokens_of([folded.plain for fields in read for _, _, folded in fields])
        return [
            self._document(article, [self._draft(article, *field, next(words)) for field in fields])
            for article, fields in zip(articles, read, strict=True)
        ]

    def _document(self, article: Article, drafts: Sequence[_Draft]) -> Document:
        resolver = Resolver(self._role_words, [draft.reading for draft in drafts])
        # The text introduces people whom the title only names.
        passages = [draft.finish(resolver) for draft in reversed(drafts)]
        return Document(article, tuple(reversed(passages)))

    def _draft(
        self, article: Article, field: Field, masked: Sequence[Span], folded: Folded, words: TextTokens
    ) -> _Draft:
        text = folded.text
        stretches = paragraphs(text, masked)
        spans = [(span, number) for number, stretch in enumerate(stretches) for span in sentences(text, stretch)]
        starts = [span.start for span, _ in spans]
        quoted = quotations(text, stretches)

        def whole(start: int, end: int) -> bool:
            return bisect_right(starts, start) == bisect_right(starts, end - 1)

        found = self._matcher.find(folded, whole)
        later = starts[1:]
        contexts = [Stretch(folded, start, end) for (start, end), _ in spans] or [Stretch(folded, 0, 0)]

        def sentence_of(offset: int) -> Stretch:
            return contexts[bisect_right(later, offset)]

        named = mentions(found[self._names], folded, self.book, article.date)
        cues = sorted((hit for at in self._reporting for hit in counted(found[at], sentence_of)), key=_verbs_first)
        analysed = analyse(folded, words, spans, quoted, cues)
        return _Draft(
            field=field,
            spans=spans,
            quotations=quoted,
            mentions=named,
            hits=self._hits(found, sentence_of),
            denials=list(polarity.denials(found[self._names + 1], folded.folded, sentence_of)),
            analysed=analysed,
            reading=Reading.of(folded, words, named, starts),
        )

    def _hits(
        self, found: Sequence[Sequence[Hit[Term]]], sentence_of: Callable[[int], Stretch]
    ) -> dict[str, list[Hit[Term]]]:
        """What counts of each lexicon that is not about reporting, outside the domains it is not made for."""
        kept = {
            lexicon.id: counted(found[at], sentence_of)
            for at, lexicon in enumerate(self.lexicons)
            if lexicon.kind != "reporting"
        }
        for lexicon in self._bounded:
            foreign = {sentence_of(hit.start) for domain in lexicon.outside for hit in kept.get(domain, ())}
            if foreign:
                kept[lexicon.id] = [hit for hit in kept[lexicon.id] if sentence_of(hit.start) not in foreign]
        return kept


def _fields(article: Article) -> Iterator[tuple[Field, str, Sequence[Span]]]:
    """The parts of an article that are read, each with what is masked in it."""
    if article.title and article.title_span is None:
        yield "title", article.title, ()
    yield "text", article.text, article.masked


def _verbs_first(hit: Hit[Term]) -> tuple[int, int, bool]:
    return hit.start, -hit.end, hit.payload.part != "verb"


_by_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A passage whose sources are not resolved yet: that needs every passage of the article."""

    field: Field
    spans: Sequence[tuple[Span, int]]
    quotations: Sequence[Quotation]
    mentions: Sequence[Mention]
    hits: Mapping[str, Sequence[Hit[Term]]]
    denials: Sequence[Span]
    analysed: Sequence[Analysed]
    reading: Reading

    def finish(self, resolver: Resolver) -> Passage:
        """The passage with sources, voices and denials."""
        folded = self.reading.folded
        relations = [each for _, _, _, found in self.analysed for each in found if each.contents]
        attributions = attribute(relations, self.field, self.reading, resolver)
        voices = Voices(attributions)
        spans = [span for span, _ in self.spans]
        starts, counts = words_of(folded, spans)
        rejected = [
            span
            for made in attributions
            if made.act == "deny"
            and not made.negated
            and not (made.cue and polarity.keeps_silent(folded.folded, made.cue.end))
            for span in made.contents
        ]
        return Passage(
            field=self.field,
            text=folded.text,
            folded=folded.folded,
            sentences=sentences_with_voices(self.spans, attributions, voices, counts, starts),
            sentence_starts=self.reading.sentences,
            quotations=tuple(self.quotations),
            mentions=tuple(self.mentions),
            attributions=attributions,
            cues=tuple(sorted(self._cues(attributions), key=_by_start)),
            hits=self.hits,
            word_starts=starts,
            tokens=self.reading.tokens,
            voices=voices,
            denied=Cover([*self.denials, *rejected]),
        )

    def _cues(self, attributions: Sequence[Attribution]) -> Iterator[Cue]:
        """Every cue, with the actor it speaks of where a content was found for it."""
        speakers = {attribution.cue.start: attribution for attribution in attributions if attribution.cue}
        for unit in self.analysed:
            for cue in unit.cues:
                start, end = cue.span
                by = speakers.get(start)
                entry = cue.entry
                actor, role = (by.actor, by.role) if by else (None, None)
                yield Cue(start, end, entry.stance, entry.act, cue.name, actor, role)
