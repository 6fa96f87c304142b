"""Groups of articles side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.article import Excluded
from framing.compare.agreement import Agreement, agreement
from framing.compare.comparison import Comparison, Group, Mode
from framing.compare.records import Records
from framing.compare.results import Inference
from framing.errors import UsageError
from framing.evidence import Evidence, Measure
from framing.scoring import Scored, TextScorer

if TYPE_CHECKING:
    from framing.compare.events import Events

# Fewer articles than this say something about themselves, not about their outlet.
CORPUS_ARTICLES = 10


def compare(
    articles: Iterable[Scored],
    scorers: Sequence[TextScorer],
    *,
    by: str = "outlet",
    mode: Mode | None = None,
    excluded: Sequence[Excluded] = (),
    notes: Sequence[str] = (),
    inference: Inference | None = None,
    codings: Sequence[tuple[str, str, str]] = (),
    events: Events | None = None,
    sides: Mapping[str, str] | None = None,
) -> Comparison:
    """Compare articles group by group.

    Parameters
    ----------
    articles : iterable of Scored
        In any order; the comparison does not depend on it.
    scorers : sequence of TextScorer
        Those that made the scores.
    by : str
        Column to group by: a field of the articles or a column of their input.
    mode : {"same-story", "corpus"}, optional
        Chosen by the data if not given: corpus mode where every group has at least ten articles.
    excluded, notes
        About the input, to be shown beside the result.
    inference : Inference, optional
        How differences are judged in corpus mode.
    codings : sequence of (coder, item, code)
        Codings of the same items, whose agreement goes along.
    events : Events, optional
        Which articles cover the same event, and which carry the same text: `framing.compare.by_event.gathered` finds
        them. In corpus mode, articles on one event are drawn together.
    sides : mapping, optional
        Actor to side, as `ActorBook.sides` has it: how sides are reported is counted beside how actors are.

    Raises
    ------
    UsageError
        If no article has the column `by`, or no group is the baseline of `inference`.
    """
    grouped: dict[str, list[Scored]] = {}
    missing = True
    for scored in articles:
        value = scored.document.article.column(by)
        missing &= value is None
        grouped.setdefault(value or "", []).append(scored)
    if grouped and missing:
        columns = sorted({name for rows in grouped.values() for row in rows for name, _ in row.document.article.extra})
        raise UsageError(
            f'no article has a column "{by}"', remedy=f"Columns: {', '.join(['outlet', 'date', *columns])}."
        )
    groups = []
    for name in sorted(grouped, key=_name_order):
        rows = sorted(grouped[name], key=_article_order)
        groups.append(Group(name, tuple(rows), _pooled(rows, scorers)))
    chosen, reason = _mode(groups, by, mode)
    specs = tuple(spec for scorer in scorers for spec in scorer.specs_)
    found = None
    if chosen == "corpus" and len(groups) > 1:
        # Imported here: same-story mode needs neither arrays nor scipy.
        from framing.compare.statistics import statistics

        outlets = sorted({each.document.article.outlet for group in groups for each in group.articles})
        compared = [(group.name, group.articles) for group in groups]
        found = statistics(compared, scorers, inference or Inference(), outlets, events, sides)
    coded = Records(Agreement, agreement(codings) if codings else ())
    if found is not None:
        found = replace(found, agreement=coded)
    return Comparison(
        by,
        chosen,
        reason,
        tuple(groups),
        specs,
        tuple(excluded),
        tuple(notes),
        statistics=found,
        events=events,
        agreement=coded,
        sides=tuple(sorted((sides or {}).items())),
    )


def may_be_corpus(articles: Sequence[object], mode: Mode | None = None) -> bool:
    """Whether articles may be compared in corpus mode, before it is known in which groups they stand."""
    return mode == "corpus" or (mode is None and len(articles) >= 2 * CORPUS_ARTICLES)


def _name_order(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _article_order(scored: Scored) -> tuple[str, str, str]:
    article = scored.document.article
    return (article.date.isoformat() if article.date else "", article.id, article.text)


def _pooled(rows: Sequence[Scored], scorers: Sequence[TextScorer]) -> tuple[Measure, ...]:
    measures: list[Measure] = []
    at = 0
    for scorer in scorers:
        width = len(scorer.specs_)
        found: list[Evidence] = [each for row in rows for each in row.evidence if each.scorer == scorer.name]
        measures += scorer.pool([row.card.measures[at : at + width] for row in rows], found)
        at += width
    return tuple(measures)


def _mode(groups: Sequence[Group], by: str, asked: Mode | None) -> tuple[Mode, str]:
    smallest = min((len(group.articles) for group in groups), default=0)
    fits: Mode = "corpus" if smallest >= CORPUS_ARTICLES else "same-story"
    count = f"{smallest} article" + ("" if smallest == 1 else "s")
    if asked is None:
        if fits == "corpus":
            return fits, f"Every {by} has at least {CORPUS_ARTICLES} articles."
        return fits, f"At least one {by} has only {count}; from {CORPUS_ARTICLES} on, {by}s can be compared as such."
    reason = f"Asked for on the command line; the smallest {by} has {count}."
    return asked, reason
