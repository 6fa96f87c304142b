"""How often what a reporting cue announces is a quotation with these bounds: counts of a coded corpus.

The figures stand in ``lexicons/confidence.toml``; ``benchmarks/quotations.py`` makes that file from any corpus of
attribution relations, so that a user with a coded corpus of another genre can make their own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from framing import resources

# A cue is believed to be as good as cues at large until it was met this many times.
_PRIOR_COUNT = 10.0
_PRIOR_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Reliability:
    """Weights of a logistic regression, and what became of each cue.

    Parameters
    ----------
    weights : mapping
        Of the features that ``framing.structure.confidence`` names, and of the intercept ``base``.
    cues : mapping
        Name of a lexicon entry to the log-odds of its share of right relations, shrunk towards that of all cues.
    """

    weights: Mapping[str, float]
    cues: Mapping[str, float]

    def of_cue(self, name: str) -> float:
        """Log-odds of a cue; those of cues at large where it was not met."""
        return self.cues.get(name, _AT_LARGE)


def _log_odds(right: float, met: int) -> float:
    share = (right + _PRIOR_COUNT * _PRIOR_SHARE) / (met + _PRIOR_COUNT)
    return log(share / (1 - share))


_AT_LARGE = _log_odds(0, 0)


def log_odds(met: int, bounds: int, sources: int) -> float:
    """Log-odds that a cue is right, from counts.

    Parameters
    ----------
    met, bounds, sources : int
        Relations found by it, those whose content agrees with the coders', and those whose source does too. What is
        estimated lies half way between the last two.

    Examples
    --------
    >>> round(log_odds(90, 80, 70), 2)
    1.45
    """
    return _log_odds((bounds + sources) / 2, met)


@lru_cache(maxsize=1)
def reliability() -> Reliability:
    """The figures that come with the package."""
    values = tomllib.loads((resources.lexicons() / "confidence.toml").read_text(encoding="utf-8"))
    return Reliability(values["weights"], {name: log_odds(*counts) for name, counts in values["cues"].items()})
