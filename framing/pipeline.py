"""The order of the steps: read, analyse, score, compare, report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Literal

from framing.article import Article
from framing.engines.local import map_batches
from framing.errors import UsageError
from framing.lexicon.actors import ActorBook, actors
from framing.lexicon.load import lexicon, near_name, of_kind
from framing.lexicon.schema import Lexicon
from framing.rows import LEVELS, Row
from framing.scorers.frames import FrameScorer
from framing.scorers.hedging import HedgingScorer
from framing.scorers.readability import ReadabilityScorer
from framing.scoring import Scored, TextScorer, analyser, available_scorers, card
from framing.structure.build import Analyser

Level = Literal["article", "sentence", "quotation", "evidence"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run measures with.

    Parameters
    ----------
    frames : tuple of str, optional
        Ids of the frames to score; all that come with the package if not given.
    lexicons : tuple of str
        Paths of further lexicons (frames, commitment or reporting words), added to those of the package.
    actors : tuple of str
        Paths of further actor files, which win over those of the package.
    readability : {"framing", "textstat"}
        Whose sentences, words and syllables.
    """

    frames: tuple[str, ...] | None = None
    lexicons: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    readability: Literal["framing", "textstat"] = "framing"


@dataclass(frozen=True, slots=True)
class Instrument:
    """Scorers that share one pass over the text.

    Parameters
    ----------
    scorers : tuple of TextScorer
        In the order of their measures.
    lexicons : tuple of Lexicon
        All that are matched.
    book : ActorBook
        Who the sources may be.
    """

    scorers: tuple[TextScorer, ...]
    lexicons: tuple[Lexicon, ...]
    book: ActorBook
    analyser: Analyser = field(repr=False)

    def score(self, article: Article) -> Scored:
        """Everything found in one article."""
        document = self.analyser.document(article)
        found = []
        measures = []
        for scorer in self.scorers:
            evidence = scorer.find(document)
            found += evidence
            measures += scorer.measure(document, evidence)
        return Scored(document, tuple(found), card(document, measures))


@lru_cache(maxsize=4)
def instrument(settings: Settings = Settings()) -> Instrument:
    """Load and compile everything a run measures with, once a process.

    Raises
    ------
    UsageError
        For a frame or file that is not there.
    LexiconError
        For a lexicon that breaks the rules of its format.
    """
    own = [lexicon(path) for path in settings.lexicons]
    known = [frame.id for frame in of_kind("frame")]
    frames = known if settings.frames is None else list(settings.frames)
    for name in frames:
        if name not in known:
            raise UsageError(f'there is no frame "{name}"', remedy=near_name(name, tuple(known)))
    paths = dict(zip((item.id for item in own), settings.lexicons, strict=True))
    of = {kind: [paths[item.id] for item in own if item.kind == kind] for kind in ("frame", "commitment")}
    configured: dict[str, TextScorer] = {
        "frames": FrameScorer(frames=(*frames, *of["frame"])),
        "hedging": HedgingScorer(lexicons=(*(item.id for item in of_kind("commitment")), *of["commitment"])),
        "readability": ReadabilityScorer(method=settings.readability),
    }
    scorers = tuple(configured.get(name) or scorer() for name, scorer in available_scorers().items())
    lexicons = {item.id: item for scorer in scorers for item in scorer.load()}
    lexicons.update((item.id, item) for item in own)
    book = actors(*settings.actors)
    shared = analyser(tuple(lexicons.values()), book)
    for scorer in scorers:
        scorer.analyser_ = shared
    return Instrument(scorers, shared.lexicons, book, shared)


def _row_batch(settings: Settings, level: Level, articles: Sequence[Article]) -> list[Row]:
    measured_with = instrument(settings)
    make = LEVELS[level]
    return [row for article in articles for row in make(measured_with.score(article))]


def analyse(articles: Iterable[Article], settings: Settings = Settings()) -> Iterator[Scored]:
    """Score articles one by one, in this process."""
    measured_with = instrument(settings)
    return (measured_with.score(article) for article in articles)


def rows(
    articles: Iterable[Article], level: Level = "article", settings: Settings = Settings(), *, jobs: int = 1
) -> Iterator[Row]:
    """Rows of a level, in the order of the articles.

    Memory does not grow with their number.
    """
    for batch in map_batches(partial(_row_batch, settings, level), articles, jobs=jobs):
        yield from batch
