"""Whom and what the coverage is about: shares of actors, sources and frames, and which of them come first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from framing.compare.contrasts import Contrast
from framing.compare.intervals import point
from framing.compare.results import Coverage
from framing.compare.units import Floats, Units
from framing.scoring import Scored

# The largest of each kind; the others together would say nothing.
MOST = 12


def occurrences(scored: Scored) -> dict[str, list[str]]:
    """Sources quoted, actors named and frames put forward in an article, in the order of the text."""
    found: dict[str, list[str]] = {"source": [], "actor": [], "frame": []}
    for row in scored.evidence:
        if row.scorer == "sources" and row.actor is not None:
            found["source"].append(row.actor)
        elif row.scorer == "frames" and row.polarity == "asserted":
            found["frame"].append(row.label)
    for passage in scored.document.passages:
        found["actor"] += [mention.actor for mention in passage.mentions if mention.actor is not None]
    return found


def coverage(
    articles: Sequence[Scored],
    groups: Sequence[int],
    names: Sequence[str],
    periods: Sequence[str],
    *,
    enough: int = 10,
) -> tuple[Coverage, ...]:
    """Shares and order of the largest actors, sources and frames, in all and by period.

    Parameters
    ----------
    articles : sequence of Scored
    groups : sequence of int
        Number of the group of each.
    names : sequence of str
        Of the groups.
    periods : sequence of str
        Period of each article; empty where it is not known.
    enough : int
        Articles from which on an interval is given, and a period is looked at by itself.
    """
    found = [occurrences(scored) for scored in articles]
    made: list[Coverage] = []
    for kind in ("source", "actor", "frame"):
        totals = Counter(label for each in found for label in each[kind])
        labels = sorted(totals, key=lambda label: (-totals[label], label))[:MOST]
        for number, name in enumerate(names):
            members = [at for at, group in enumerate(groups) if group == number]
            parts = {"": members}
            for period in sorted({periods[at] for at in members} - {""}):
                inside = [at for at in members if periods[at] == period]
                if len(inside) >= enough:
                    parts[period] = inside
            for period, inside in parts.items():
                given = [found[at][kind] for at in inside]
                made += _shares(name, period, kind, labels, given, enough)
    return tuple(made)


def _shares(
    group: str, period: str, kind: str, labels: Sequence[str], given: Sequence[Sequence[str]], enough: int
) -> Iterable[Coverage]:
    counts = [Counter(each) for each in given]
    orders = [list(dict.fromkeys(each)) for each in given]
    whole = np.array([len(each) for each in given], dtype=float)
    some = int(np.count_nonzero(whole))
    numerators = np.array([[each[label] for label in labels] for each in counts], dtype=float)
    lows, highs = _bounds(numerators, whole) if len(given) >= enough and some else (None, None)
    for at, label in enumerate(labels):
        count = int(numerators[:, at].sum()) if len(given) else 0
        inside = [order for order in orders if label in order]
        yield Coverage(
            group,
            period,
            kind,
            label,
            count,
            count / whole.sum() if whole.sum() else math.nan,
            math.nan if lows is None else float(lows[at]),
            math.nan if highs is None else float(highs[at]),
            len(inside),
            len(inside) / len(given) if given else math.nan,
            sum(order[0] == label for order in inside) / some if some else math.nan,
            sum(order.index(label) + 1 for order in inside) / len(inside) if inside else math.nan,
            int(whole.sum()),
        )


def _bounds(numerators: Floats, whole: Floats) -> tuple[Floats, Floats]:
    """Bounds of shares by Student's t, with articles as observations."""
    from scipy.special import stdtrit

    number = len(whole)
    names = tuple(str(at) for at in range(numerators.shape[1]))
    over = np.repeat(whole[:, None], len(names), axis=1)
    units = Units(names, numerators, over, np.ones(len(names)), np.zeros(number, dtype=np.int64), np.arange(number))
    value, error = point(units, Contrast("", "", np.ones(number), np.zeros(number)))
    reach = stdtrit(number - 1, 0.975) * error
    return np.maximum(value - reach, 0.0), np.minimum(value + reach, 1.0)
