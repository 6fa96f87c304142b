"""Distinctive words: which words a group uses more than all others, weighed by how sure that is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from framing.compare.corrections import RATE, corrected
from framing.compare.units import Floats, Integers

LEAST_ARTICLES = 2
# What a handful of articles repeat may be their topic, however often they repeat it.
LEAST_TO_HOLD = 5


def log_odds(counts: Floats, rest: Floats, prior: Floats) -> tuple[Floats, Floats]:
    """Weighted log-odds ratio with an informative Dirichlet prior.

    Parameters
    ----------
    counts, rest : array of shape (n_words,)
        How often each word occurs on either side.
    prior : array of shape (n_words,)
        Pseudo-counts, all above zero, that are added to both sides; in proportion to the frequencies of a background
        they draw common words towards no difference.

    Returns
    -------
    delta : array
        Difference of log-odds (Monroe, Colaresi and Quinn 2008, equation 16).
    z : array
        `delta` over its standard deviation (equations 20 and 22).

    References
    ----------
    Monroe, B. L., Colaresi, M. P., & Quinn, K. M. (2008). Fightin' words: Lexical feature selection and evaluation for
    identifying the content of political conflict. Political Analysis, 16(4), 372-403.

    Examples
    --------
    >>> delta, z = log_odds(np.array([8.0, 2.0]), np.array([2.0, 8.0]), np.array([1.0, 1.0]))
    >>> delta.round(4).tolist(), z.round(4).tolist()
    ([2.1972, -2.1972], [3.2958, -3.2958])
    """
    total, of_rest, of_prior = counts.sum(), rest.sum(), prior.sum()
    ours, theirs = counts + prior, rest + prior
    delta = np.log(ours / (total + of_prior - ours)) - np.log(theirs / (of_rest + of_prior - theirs))
    return delta, delta / np.sqrt(1 / ours + 1 / theirs)


@dataclass(frozen=True, slots=True)
class Word:
    """A word that sets a group apart from all others.

    Parameters
    ----------
    group, word : str
        The word in small letters.
    count, rest_count : int
        How often it occurs in the group and in all others.
    words, rest_words : int
        Of how many words in all; words of one article only are not counted.
    articles, rest_articles : int
        In how many articles.
    per_1000, rest_per_1000 : float
        Per 1,000 words.
    log_odds, z : float
        See `log_odds`; words are ranked by `z`, which takes each word for an observation of its own.
    z_articles : float
        The same with articles as observations: a word said ten times in one article counts as one article's choice.
    q : float
        Of `z_articles`, corrected for the number of words looked at.
    holds : bool
        Whether it may be said of the outlet and not only of these articles: at least ten articles on both sides, the
        word in five of the group, and `q` at most .05.
    """

    group: str
    word: str
    count: int
    rest_count: int
    articles: int
    rest_articles: int
    per_1000: float
    rest_per_1000: float
    log_odds: float
    z: float
    z_articles: float
    q: float
    holds: bool
    words: int = 0
    rest_words: int = 0


class Keyness:
    """Words of articles, to set one group against the rest.

    Parameters
    ----------
    counts : sequence of Counter
        Words of each article.
    names : sequence of str
        Of the groups.
    groups : array of shape (n_articles,)
        Number of the group of each article.
    enough : int
        Articles from which on something is said of a group.
    """

    def __init__(
        self, counts: Sequence[Counter[str]], names: Sequence[str], groups: Integers, *, enough: int = 10
    ) -> None:
        from scipy.sparse import csr_array

        self.names = tuple(names)
        self.groups = groups
        self.enough = enough
        in_articles: Counter[str] = Counter()
        for each in counts:
            in_articles.update(each.keys())
        # A word of one article is a word of no group.
        self.words = tuple(sorted(word for word, articles in in_articles.items() if articles >= LEAST_ARTICLES))
        at = {word: number for number, word in enumerate(self.words)}
        columns: list[int] = []
        values: list[int] = []
        ends = [0]
        for each in counts:
            known = [word for word in each if word in at]
            columns += [at[word] for word in known]
            values += [each[word] for word in known]
            ends.append(len(columns))
        shape = (len(counts), len(self.words))
        self.matrix: Any = csr_array(
            (np.array(values, dtype=float), np.array(columns, dtype=np.int64), ends), shape=shape
        )
        self.matrix.sort_indices()
        self.lengths = self.matrix.sum(axis=1) if columns else np.zeros(len(counts))

    def prior(self) -> Floats:
        """Pseudo-counts in proportion to all articles together, that weigh as much as one article of mean length."""
        totals = self.matrix.sum(axis=0)
        whole = totals.sum()
        return np.asarray(totals / whole * (whole / max(1, len(self.groups))), dtype=float)

    def distinctive(self, group: int, most: int = 20) -> tuple[Word, ...]:
        """The words that set a group apart, the surest first.

        Words must occur in at least two articles of the group, or, in a group of fewer than ten, in at least two
        articles of all.
        """
        inside = self.groups == group
        if not inside.any() or inside.all() or not self.words:
            return ()
        ours, theirs = self.matrix[inside], self.matrix[~inside]
        counts, rest = ours.sum(axis=0), theirs.sum(axis=0)
        prior = self.prior()
        delta, z = log_odds(counts, rest, prior)
        articles, rest_articles = (np.bincount(side.indices, minlength=len(self.words)) for side in (ours, theirs))
        fit = articles >= (LEAST_ARTICLES if inside.sum() >= self.enough else 1)
        by_article = delta / np.sqrt(
            self._variance(ours, self.lengths[inside], prior) + self._variance(theirs, self.lengths[~inside], prior)
        )
        sure = min(int(inside.sum()), int((~inside).sum())) >= self.enough
        q = np.full(len(z), math.nan)
        if sure:
            q[fit] = corrected(_two_sided(by_article[fit]), ["words"] * int(fit.sum()))
        ranked = sorted(np.flatnonzero(fit & (z > 0)), key=lambda at: (-z[at], self.words[at]))[:most]
        total, of_rest = counts.sum(), rest.sum()
        return tuple(
            Word(
                self.names[group],
                self.words[at],
                int(counts[at]),
                int(rest[at]),
                int(articles[at]),
                int(rest_articles[at]),
                float(1000 * counts[at] / total),
                float(1000 * rest[at] / of_rest) if of_rest else math.nan,
                float(delta[at]),
                float(z[at]),
                float(by_article[at]),
                float(q[at]),
                bool(sure and articles[at] >= LEAST_TO_HOLD and q[at] <= RATE),
                int(total),
                int(of_rest),
            )
            for at in ranked
        )

    def _variance(self, side: Any, lengths: Floats, prior: Floats) -> Floats:
        """Of the log-odds of each word, over articles: what each adds to the count beyond its length."""
        counts = side.sum(axis=0)
        total = lengths.sum()
        ours = counts + prior
        left = total + prior.sum() - ours
        share = counts / total if total else counts
        squares = side.multiply(side).sum(axis=0)
        crossed = side.T @ lengths
        spread = squares - 2 * share * crossed + share * share * (lengths @ lengths)
        # Never less than if words were independent, so that articles are never surer than their words.
        spread = spread * len(lengths) / max(1, len(lengths) - 1)
        return np.asarray(np.maximum(spread * (1 / ours + 1 / left) ** 2, 1 / ours), dtype=float)


def _two_sided(z: Floats) -> list[float]:
    from scipy.special import ndtr

    return [float(value) for value in 2 * ndtr(-np.abs(z))]
