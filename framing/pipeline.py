"""The order of the steps: read, analyse, score, compare, report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import Literal, overload

from framing.article import Article, Excluded
from framing.compare.compare import compare as _compare
from framing.compare.comparison import Comparison, Mode
from framing.engines.local import map_batches
from framing.errors import UsageError
from framing.evidence import Evidence, Judged, Measure
from framing.learned.store import is_model
from framing.lexicon.actors import ActorBook, actors
from framing.lexicon.load import PACKS, lexicon, near_name, of_kind, unpacked
from framing.lexicon.schema import Lexicon
from framing.read import ReadOptions
from framing.read import read as _read
from framing.report import ReportOptions
from framing.report import report as render
from framing.report.provenance import provenance
from framing.rows import LEVELS, Row
from framing.scorers.hedging import HedgingScorer
from framing.scorers.learned import By, LearnedFrameScorer
from framing.scorers.readability import ReadabilityScorer
from framing.scoring import Scored, TextScorer, analyser, available_scorers, card, in_order
from framing.structure.build import Analyser
from framing.structure.document import Document

_BATCH = 16

Level = Literal["article", "sentence", "quotation", "evidence"]


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

    def score_all(self, articles: Sequence[Article]) -> Iterator[Scored]:
        """Everything found in each of a batch of articles, which all stay in memory meanwhile."""
        documents = [self.analyser.document(article) for article in articles]
        for scorer in self.scorers:
            scorer.prepare(documents)
        return map(self._scored, documents)

    def _scored(self, document: Document) -> Scored:
        found: list[Evidence] = []
        measures: list[Measure] = []
        judged: list[Judged] = []
        for scorer in self.scorers:
            evidence = scorer.find(document)
            found += evidence
            measures += scorer.measure(document, evidence)
            judged += scorer.judge(document)
        return Scored(document, in_order(found), card(document, measures), tuple(judged))


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


def _row_batch(settings: Settings, level: Level, articles: Sequence[Article]) -> list[Row]:
    measured_with = instrument(settings)
    make = LEVELS[level]
    return [row for scored in measured_with.score_all(articles) for row in make(scored)]


def analyse(articles: Iterable[Article], settings: Settings = Settings()) -> Iterator[Scored]:
    """Score articles in this process, in their order."""
    measured_with = instrument(settings)
    source = iter(articles)
    batches = iter(lambda: list(islice(source, _BATCH)), [])
    return chain.from_iterable(map(measured_with.score_all, batches))


def rows(
    articles: Iterable[Article], level: Level = "article", settings: Settings = Settings(), *, jobs: int = 1
) -> Iterator[Row]:
    """Rows of a level, in the order of the articles.

    Memory does not grow with their number.
    """
    for batch in map_batches(partial(_row_batch, settings, level), articles, jobs=jobs):
        yield from batch


@dataclass(frozen=True, slots=True)
class Corpus(Sequence[Article]):
    """Articles that were read, and what was set aside.

    Parameters
    ----------
    articles : tuple of Article
    excluded : tuple of Excluded
        Inputs that are not scored, with the reason.
    notes : tuple of str
        What was changed or not understood.
    inputs : tuple of str
        As they were named.
    """

    articles: tuple[Article, ...]
    excluded: tuple[Excluded, ...] = ()
    notes: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.articles)

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Article]: ...
    def __getitem__(self, at: int | slice) -> Article | Sequence[Article]:
        return self.articles[at]


def read(*inputs: str | os.PathLike[str], options: ReadOptions | None = None) -> Corpus:
    """Read articles from files, folders and patterns.

    Parameters
    ----------
    *inputs : str or path
        See `framing.read.read`.
    options : ReadOptions, optional
        Which columns to take and what to let in.

    Raises
    ------
    UsageError
        For a path that is not there, and for options that do not fit.

    Examples
    --------
    >>> import framing
    >>> corpus = framing.read("examples/articles")  # doctest: +SKIP
    """
    notes: list[str] = []
    names = [os.fspath(each) for each in inputs]
    items = list(_read(names, options=options or ReadOptions(), notes=notes))
    return Corpus(
        tuple(item for item in items if isinstance(item, Article)),
        tuple(item for item in items if isinstance(item, Excluded)),
        tuple(notes),
        tuple(names),
    )


def compare(
    articles: Iterable[Article], *, by: str = "outlet", mode: Mode | None = None, settings: Settings = Settings()
) -> Comparison:
    """Score articles and compare them group by group.

    Parameters
    ----------
    articles : Corpus or iterable of Article
    by : str
        Column to group by.
    mode : {"same-story", "corpus"}, optional
        What may be claimed; chosen by the number of articles if not given.
    settings : Settings
        What to measure with.

    Raises
    ------
    UsageError
        If there is no article, or none has the column `by`.
    """
    scored = list(analyse(articles, settings))
    if not scored:
        raise UsageError("there is no article to compare")
    corpus = articles if isinstance(articles, Corpus) else Corpus(())
    return _compare(
        scored, instrument(settings).scorers, by=by, mode=mode, excluded=corpus.excluded, notes=corpus.notes
    )


def report(
    comparison: Comparison,
    path: str | os.PathLike[str] | None = None,
    *,
    options: ReportOptions | None = None,
    settings: Settings = Settings(),
    inputs: Sequence[str] = (),
    command: Sequence[str] = (),
) -> str:
    """Render a comparison as one self-contained page.

    Parameters
    ----------
    comparison : Comparison
    path : str or path, optional
        Where to write the page.
    options : ReportOptions, optional
        How to show it.
    settings : Settings
        What it was measured with, for the record of versions.
    inputs, command : sequence of str
        What it was made from, for the record.

    Returns
    -------
    str
        The page.
    """
    measured_with = instrument(settings)
    page = render(
        comparison,
        options=options or ReportOptions(),
        provenance=provenance(
            measured_with.lexicons,
            measured_with.book,
            list(comparison.articles),
            models=measured_with.models,
            inputs=inputs,
            command=command,
        ),
    )
    if path is not None:
        Path(path).write_text(page, encoding="utf-8", newline="")
    return page
