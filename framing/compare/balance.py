"""Source balance: who gets to speak, how much, and in which places."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from framing.scorers.sources import OFFICIAL, UNRESOLVED, SourceScorer, entropy
from framing.scoring import Scored

NO_ROLE = "no role"
NO_SIDE = "no side"


class Amount(NamedTuple):
    """What one class of sources was given.

    Parameters
    ----------
    label : str
        Actor, role or side.
    quotations : int
        Attribution relations; one with several sources counts once, for the first of them.
    words : int
        Words inside them; a word inside a quotation inside a quotation belongs to the inner one.
    """

    label: str
    quotations: int
    words: int


class BalanceRow(NamedTuple):
    """One line of a source balance as a table.

    Parameters
    ----------
    group : str
        Usually the outlet.
    dimension : str
        ``actor``, ``role``, ``side``, ``kind``; ``first``, ``last`` (who an article quotes first and last) and
        ``headline``; ``share`` (officials, unnamed, unresolved); ``diversity``.
    label : str
        Which one of it.
    quotations : int or None
        How many; articles for ``first`` and ``last``.
    quotations_share : float or None
        Over all of the dimension, or, for officials, over all whose role is known.
    words, words_share : int, float or None
        The same in quoted words.
    value : float or None
        Of ``diversity``.
    """

    group: str
    dimension: str
    label: str
    quotations: int | None
    quotations_share: float | None
    words: int | None
    words_share: float | None
    value: float | None


@dataclass(frozen=True, slots=True)
class SourceBalance:
    """Who gets to speak in some articles.

    Every share is over all quotations, or all quoted words, so that what cannot be resolved stays in sight.

    Parameters
    ----------
    by_actor, by_role, by_side, by_kind : tuple of Amount
        Largest first. Sides are those of the user's own actor files; without any, there is none.
    first, last, headline : tuple of (str, int)
        Actor of the first quotation of an article, of the last one, and of quotations in headlines, with the number of
        articles (for headlines, of quotations).
    officials, with_role : int
        Quotations of officials (governments, armies, parliaments, courts, international organisations), and of anybody
        whose role is known.
    unnamed, unresolved : int
        Quotations of a source left unnamed, and of one whose actor is not known.
    """

    by_actor: tuple[Amount, ...]
    by_role: tuple[Amount, ...]
    by_side: tuple[Amount, ...]
    by_kind: tuple[Amount, ...]
    first: tuple[tuple[str, int], ...]
    last: tuple[tuple[str, int], ...]
    headline: tuple[tuple[str, int], ...]
    officials: int
    with_role: int
    unnamed: int
    unresolved: int

    @property
    def quotations(self) -> int:
        """All quotations."""
        return sum(amount.quotations for amount in self.by_kind)

    @property
    def words(self) -> int:
        """All quoted words."""
        return sum(amount.words for amount in self.by_kind)

    @property
    def effective_number(self) -> float:
        """Effective number of sources: exp(H) with H = -sum p ln p over resolved actors (Hill 1973); NaN without any.

        So many actors, quoted equally often, would be as diverse.
        """
        counts = self._resolved()
        return math.exp(entropy(counts)) if counts else math.nan

    @property
    def effective_number_corrected(self) -> float:
        """The same with the correction of Miller and Madow for few quotations: exp(H + (K - 1) / 2N).

        K is the number of actors met and N of quotations: the entropy of a sample falls short of that of what it was
        drawn from by about (K - 1) / 2N (Miller 1955).
        """
        counts = self._resolved()
        return math.exp(entropy(counts) + (len(counts) - 1) / (2 * sum(counts))) if counts else math.nan

    @property
    def official_share(self) -> float:
        """Officials over all whose role is known: what Bennett (1990) calls indexing; NaN without any."""
        return self.officials / self.with_role if self.with_role else math.nan

    def rows(self, group: str) -> Iterator[BalanceRow]:
        """A row a label of every dimension; last the numbers that are no shares.

        Parameters
        ----------
        group : str
            Whose balance it is.
        """
        for dimension in ("actor", "role", "side", "kind"):
            for label, quotations, words in getattr(self, f"by_{dimension}"):
                share = _part(quotations, self.quotations), _part(words, self.words)
                yield BalanceRow(group, dimension, label, quotations, share[0], words, share[1], None)
        for dimension, counts in (("first", self.first), ("last", self.last), ("headline", self.headline)):
            whole = sum(count for _, count in counts)
            for label, count in counts:
                yield BalanceRow(group, dimension, label, count, _part(count, whole), None, None, None)
        for label, count, whole in (
            ("officials", self.officials, self.with_role),
            ("unnamed", self.unnamed, self.quotations),
            ("unresolved", self.unresolved, self.quotations),
        ):
            yield BalanceRow(group, "share", label, count, _part(count, whole), None, None, None)
        for label in ("effective_number", "effective_number_corrected"):
            value = getattr(self, label)
            yield BalanceRow(group, "diversity", label, None, None, None, None, _number(value))

    def _resolved(self) -> list[int]:
        return [amount.quotations for amount in self.by_actor if amount.label != UNRESOLVED]


def source_balance(articles: Iterable[Scored], sides: Mapping[str, str] | None = None) -> SourceBalance:
    """Fold the quotations of some articles into a source balance.

    Parameters
    ----------
    articles : iterable of Scored
        Usually those of one outlet.
    sides : mapping, optional
        Actor to side, as `ActorBook.sides` has it.

    References
    ----------
    Bennett, W. L. (1990). Toward a theory of press-state relations in the United States. Journal of Communication,
    40(2), 103-127.
    Hill, M. O. (1973). Diversity and evenness: a unifying notation and its consequences. Ecology, 54(2), 427-432.
    Miller, G. A. (1955). Note on the bias of information estimates. In Information Theory in Psychology, 95-100.

    Examples
    --------
    >>> from framing.article import Article
    >>> from framing.pipeline import analyse
    >>> text = '"We are ready," Putin said. Biden said the talks failed. "We will wait," Putin said.'
    >>> found = source_balance(analyse([Article(id="1", text=text)]))
    >>> found.by_actor
    (Amount(label='RUS', quotations=2, words=6), Amount(label='USA', quotations=1, words=3))
    >>> found.first, round(found.effective_number, 2), round(found.effective_number_corrected, 2)
    ((('RUS', 1),), 1.89, 2.23)
    """
    counts = _Counts(sides or {})
    for scored in articles:
        counts.add(scored)
    return counts.balance()


def source_balances(
    articles: Iterable[Scored], *, by: str = "outlet", sides: Mapping[str, str] | None = None
) -> dict[str, SourceBalance]:
    """The source balance of each group of articles; none is kept in memory.

    Parameters
    ----------
    articles : iterable of Scored
    by : str
        Column to group by; articles without it stand together under an empty name.
    sides : mapping, optional
        Actor to side.
    """
    counts: dict[str, _Counts] = {}
    for scored in articles:
        group = scored.document.article.column(by) or ""
        counts.setdefault(group, _Counts(sides or {})).add(scored)
    return {group: counts[group].balance() for group in sorted(counts, key=lambda name: (name.casefold(), name))}


class _Counts:
    """What a source balance counts, article by article."""

    def __init__(self, sides: Mapping[str, str]) -> None:
        self._sides = sides
        self._actors, self._roles, self._grouped, self._kinds = _Tally(), _Tally(), _Tally(), _Tally()
        self._first: Counter[str] = Counter()
        self._last: Counter[str] = Counter()
        self._headline: Counter[str] = Counter()
        self._of: Counter[str] = Counter()

    def add(self, scored: Scored) -> None:
        """Count the quotations of an article."""
        article = scored.document.article
        told = []
        for row in scored.evidence:
            if row.scorer != SourceScorer.name:
                continue
            words = int(row.weight)
            self._actors.add(row.label, words)
            self._roles.add(row.role or NO_ROLE, words)
            self._kinds.add(row.entry, words)
            if self._sides:
                self._grouped.add(self._sides.get(row.label, NO_SIDE), words)
            self._of["officials"] += row.role in OFFICIAL
            self._of["with_role"] += row.role is not None
            self._of["unnamed"] += row.role == "unnamed"
            self._of["unresolved"] += row.actor is None
            if article.in_headline(row.field, row.start):
                self._headline[row.label] += 1
            else:
                told.append(row.label)
        if told:
            self._first[told[0]] += 1
            self._last[told[-1]] += 1

    def balance(self) -> SourceBalance:
        """What was counted so far."""
        return SourceBalance(
            by_actor=self._actors.amounts(),
            by_role=self._roles.amounts(),
            by_side=self._grouped.amounts(),
            by_kind=self._kinds.amounts(),
            first=_ranked(self._first),
            last=_ranked(self._last),
            headline=_ranked(self._headline),
            **{name: self._of[name] for name in ("officials", "with_role", "unnamed", "unresolved")},
        )


def _part(count: int, whole: int) -> float | None:
    return round(count / whole, 6) if whole else None


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 6)


class _Tally:
    """Quotations and words by label."""

    def __init__(self) -> None:
        self._quotations: Counter[str] = Counter()
        self._words: Counter[str] = Counter()

    def add(self, label: str, words: int) -> None:
        self._quotations[label] += 1
        self._words[label] += words

    def amounts(self) -> tuple[Amount, ...]:
        return tuple(Amount(label, count, self._words[label]) for label, count in _ranked(self._quotations))


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    found = [(label, count) for label, count in counts.items() if count]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))
