"""What a run measures with: scorers that share one pass over the text, loaded and compiled once."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from framing.article import Article
from framing.errors import UsageError
from framing.evidence import Alone, Evidence, Judged, Measure
from framing.learned.store import is_model
from framing.lexicon.actors import ActorBook, actors
from framing.lexicon.load import PACKS, lexicon, near_name, of_kind, unpacked
from framing.lexicon.schema import Lexicon
from framing.scorers.hedging import HedgingScorer
from framing.scorers.learned import By, LearnedFrameScorer
from framing.scorers.readability import ReadabilityScorer
from framing.scoring import Scored, TextScorer, analyser, available_scorers, card, in_order
from framing.structure.build import Analyser
from framing.structure.document import Document


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run measures with.

    Parameters
    ----------
    frames : tuple of str, optional
        Ids of the frames to score, names of packs, or folders of models; the six of the package if not given.
    frames_by : {"both", "model", "lexicon"}
        What decides whether a sentence has a frame.
    abstain : float
        How far from its threshold a probability must be for a frame to be given.
    lexicons : tuple of str
        Paths of further lexicons (frames, commitment or reporting words), added to those of the package.
    actors : tuple of str
        Paths of further actor files, which win over those of the package.
    readability : {"framing", "textstat"}
        Whose sentences, words and syllables.
    """

    frames: tuple[str, ...] | None = None
    frames_by: By = "both"
    abstain: float = 0.0
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

    @property
    def models(self) -> tuple[tuple[str, str, str], ...]:
        """Id, hash and a sentence about each model that takes part."""
        return tuple(
            model for scorer in self.scorers if isinstance(scorer, LearnedFrameScorer) for model in scorer.about()
        )

    def score(self, article: Article) -> Scored:
        """Everything found in one article."""
        [scored] = self.score_all([article])
        return scored

    def score_all(self, articles: Sequence[Article], *, alone: bool = False) -> Iterator[Scored]:
        """Everything found in each of a batch of articles, which are looked at together and let go one by one.

        With `alone`, also what each of several instruments that judge together would have measured by itself.
        """
        with _no_cycles():
            documents = self.analyser.documents(articles)
            for scorer in self.scorers:
                scorer.prepare(documents)
            documents.reverse()
            while documents:
                yield self._scored(documents.pop(), alone)
            for scorer in self.scorers:
                scorer.prepare(())

    def _scored(self, document: Document, alone: bool) -> Scored:
        found: list[Evidence] = []
        measures: list[Measure] = []
        judged: list[Judged] = []
        apart: list[Alone] = []
        for scorer in self.scorers:
            evidence = scorer.find(document)
            found += evidence
            measures += scorer.measure(document, evidence)
            judged += scorer.judge(document)
            apart += scorer.alone(document) if alone else ()
        return Scored(document, in_order(found), card(document, measures), tuple(judged), tuple(apart))


@contextmanager
def _no_cycles() -> Iterator[None]:
    """Spare the garbage collector work that has no cycles: it would look through every lexicon again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


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
    own = {lexicon(path).id: (lexicon(path), path) for path in settings.lexicons}
    known = [frame.id for frame in of_kind("frame")]
    added = [name for name, (item, _) in own.items() if item.kind == "frame"]
    frames = known if settings.frames is None else list(unpacked(settings.frames))
    known = [*known, *(name for names in PACKS.values() for name in names)]
    for name in frames:
        if name not in (*known, *added) and not is_model(name):
            raise UsageError(f'there is no frame "{name}"', remedy=near_name(name, (*known, *added, *PACKS)))
    paths = [name for name in frames if name not in added] + [own[name][1] for name in added]
    commitment = [path for item, path in own.values() if item.kind == "commitment"]
    configured: dict[str, TextScorer] = {
        "frames": LearnedFrameScorer(frames=tuple(paths), by=settings.frames_by, abstain=settings.abstain),
        "hedging": HedgingScorer(lexicons=(*(item.id for item in of_kind("commitment")), *commitment)),
        "readability": ReadabilityScorer(method=settings.readability),
    }
    scorers = tuple(configured.get(name) or scorer() for name, scorer in available_scorers().items())
    lexicons = {item.id: item for scorer in scorers for item in scorer.load()}
    lexicons.update((name, item) for name, (item, _) in own.items())
    book = actors(*settings.actors)
    shared = analyser(tuple(lexicons.values()), book)
    for scorer in scorers:
        scorer.analyser_ = shared
    return Instrument(scorers, shared.lexicons, book, shared)
