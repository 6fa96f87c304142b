"""The order of the steps: read, analyse, score, compare, report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from framing.article import Article, Excluded
from framing.compare.balance import SourceBalance, source_balances
from framing.compare.by_event import gathered
from framing.compare.compare import compare as _compare
from framing.compare.compare import may_be_corpus
from framing.compare.comparison import Comparison, Mode
from framing.compare.results import Inference
from framing.engines.local import map_batches
from framing.errors import UsageError
from framing.instrument import Settings as Settings
from framing.instrument import instrument as instrument
from framing.read import ReadOptions
from framing.read import read as _read
from framing.report import ReportOptions
from framing.report import report as render
from framing.report.provenance import provenance
from framing.rows import LEVELS, Row
from framing.scoring import Scored

if TYPE_CHECKING:
    from framing.compare.events import Events
    from framing.compare.story import SameStory

_BATCH = 16

Level = Literal["article", "sentence", "quotation", "evidence"]


def _row_batch(settings: Settings, level: Level, articles: Sequence[Article]) -> list[Row]:
    measured_with = instrument(settings)
    make = LEVELS[level]
    return [row for scored in measured_with.score_all(articles) for row in make(scored)]


def analyse(articles: Iterable[Article], settings: Settings = Settings(), *, alone: bool = False) -> Iterator[Scored]:
    """Score articles in this process, in their order.

    Parameters
    ----------
    articles : iterable of Article
    settings : Settings
        What to measure with.
    alone : bool
        Whether to keep what lexicons and model would each have measured by itself: a comparison of many articles asks
        whether its findings survive with either.
    """
    score = partial(instrument(settings).score_all, alone=alone)
    source = iter(articles)
    batches = iter(lambda: list(islice(source, _BATCH)), [])
    return chain.from_iterable(map(score, batches))


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


def events(articles: Iterable[Article]) -> Events:
    """Group articles that cover the same event, across outlets.

    Parameters
    ----------
    articles : Corpus or iterable of Article

    Returns
    -------
    Events
        Every article in one event, with a similarity, a reason, and whose text it carries if it is a copy.

    Examples
    --------
    >>> import framing
    >>> corpus = framing.read("examples/articles")  # doctest: +SKIP
    >>> [event.name for event in framing.events(corpus)]  # doctest: +SKIP
    """
    from framing.compare.events import events as grouped

    return grouped(articles)


def same_story(articles: Iterable[Article], *, by: str = "outlet", settings: Settings = Settings()) -> SameStory:
    """Compare what articles on one event report: statements in common, and what was found in one group only.

    Parameters
    ----------
    articles : Corpus or iterable of Article
        On one event; `events` finds them.
    by : str
        Column to group by.
    settings : Settings
        Which actors to know.

    Raises
    ------
    UsageError
        If there is no article, or none has the column `by`.

    Examples
    --------
    >>> import framing
    >>> story = framing.same_story(framing.read("examples/articles"))  # doctest: +SKIP
    >>> [statement.verbs for statement in story.statements]  # doctest: +SKIP
    """
    from framing.compare.same_story import same_story as compared

    return compared(compare(articles, by=by, mode="same-story", settings=settings).groups)


def compare(
    articles: Iterable[Article],
    *,
    by: str = "outlet",
    mode: Mode | None = None,
    settings: Settings = Settings(),
    inference: Inference | None = None,
    codings: Sequence[tuple[str, str, str]] = (),
    copies: Literal["all", "once"] = "all",
) -> Comparison:
    """Score articles and compare them group by group.

    Parameters
    ----------
    articles : Corpus or iterable of Article
    by : str
        Column to group by; ``event`` finds the events that the articles cover, where the input does not name them.
    mode : {"same-story", "corpus"}, optional
        What may be claimed; chosen by the number of articles if not given.
    settings : Settings
        What to measure with.
    inference : Inference, optional
        How differences between groups are judged in corpus mode: against what, with which events, corrected how.
    codings : sequence of (coder, item, code)
        Codings of the same items, for `Comparison.agreement`.
    copies : {"all", "once"}
        Whether articles that carry the text of another count like any, or are left out. They are listed in
        `Comparison.events` or in `Comparison.excluded`.

    Raises
    ------
    UsageError
        If there is no article, or none has the column `by`.
    """
    corpus = articles if isinstance(articles, Corpus) else Corpus(())
    ready = gathered(articles, by=by, once=copies == "once")
    scored = list(analyse(ready.articles, settings, alone=may_be_corpus(ready.articles, mode)))
    if not scored:
        raise UsageError("there is no article to compare")
    measured_with = instrument(settings)
    return _compare(
        scored,
        measured_with.scorers,
        by=by,
        mode=mode,
        excluded=(*corpus.excluded, *ready.excluded),
        notes=corpus.notes,
        inference=inference,
        codings=codings,
        sides=measured_with.book.sides,
        events=ready.events,
    )


def source_balance(
    articles: Iterable[Article], *, by: str = "outlet", settings: Settings = Settings()
) -> dict[str, SourceBalance]:
    """Who gets to speak in each group of articles, by actor, role and side.

    Parameters
    ----------
    articles : Corpus or iterable of Article
        Read once; memory does not grow with their number.
    by : str
        Column to group by.
    settings : Settings
        Sides are those of ``settings.actors``.

    Examples
    --------
    >>> from framing import Article, source_balance
    >>> balances = source_balance([Article(id="1", outlet="Post", text="Putin said the talks failed.")])
    >>> balances["Post"].by_actor
    (Amount(label='RUS', quotations=1, words=3),)
    """
    return source_balances(analyse(articles, settings), by=by, sides=instrument(settings).book.sides)


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
