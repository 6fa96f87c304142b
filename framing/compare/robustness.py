"""Does a finding survive: without any one article, without any one entry of a lexicon, in the outlet's own voice only,
without headlines, among like articles, and by each of its instruments alone?

A finding survives a check if the difference keeps its sign and its interval still leaves out zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from framing.compare.contrasts import Contrast
from framing.compare.intervals import Estimate
from framing.compare.units import Floats


@dataclass(frozen=True, slots=True)
class Check:
    """One way of asking whether a finding survives.

    Parameters
    ----------
    group, other, measure : str
        Which finding; `other` is empty for all other groups together.
    check : str
        ``article``, ``event``, ``entry``, ``own-voice``, ``headline``, ``lexicon``, ``model`` or ``matched``.
    difference, low, high : float
        What is left of the difference, with its interval; of several (one for each article left out), the one that
        leaves least.
    survives : bool
    detail : str
        What was left out or put in the place of the finding, where that needs saying.
    """

    group: str
    other: str
    measure: str
    check: str
    difference: float
    low: float
    high: float
    survives: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A difference to be checked: a contrast on a measure, and by how many standard errors its interval reaches out."""

    contrast: Contrast
    measure: str
    critical: float
    sign: float

    def check(self, kind: str, difference: float, error: float, detail: str = "", critical: float = 0.0) -> Check:
        """The verdict on what is left of the difference."""
        reach = (critical or self.critical) * error
        low, high = difference - reach, difference + reach
        survives = bool(math.isfinite(reach) and self.sign * difference > 0 and (low > 0 or high < 0))
        return Check(
            self.contrast.group, self.contrast.other, self.measure, kind, difference, low, high, survives, detail
        )

    def weakest(self, kind: str, differences: Floats, errors: Floats, details: Sequence[str]) -> Check | None:
        """The verdict on the one of several that leaves least."""
        with np.errstate(divide="ignore", invalid="ignore"):
            strength = self.sign * differences / errors
        if not len(strength) or not np.isfinite(strength).any():
            return None
        at = int(np.nanargmin(np.where(np.isfinite(strength), strength, np.nan)))
        return self.check(kind, float(differences[at]), float(errors[at]), details[at])


def own_voice_of(measure: str, names: Iterable[str]) -> str | None:
    """The measure of the same in the outlet's own voice, where there is one.

    Examples
    --------
    >>> own_voice_of("threat_per_1000", ["threat_per_1000", "threat_own_per_1000"])
    'threat_own_per_1000'
    >>> own_voice_of("words_per_sentence", ["words_per_sentence", "words_per_sentence_own"])
    'words_per_sentence_own'
    """
    known = set(names)
    stem = measure.removesuffix("_per_1000")
    for name in (f"{stem}_own_per_1000" if stem != measure else "", f"{measure}_own"):
        if name in known:
            return name
    return None


def estimate_check(claim: Claim, kind: str, estimate: Estimate, at: int, detail: str = "") -> Check:
    """The verdict on a difference that was estimated by draws of its own."""
    return claim.check(
        kind, float(estimate.difference[at]), float(estimate.error[at]), detail, float(estimate.critical[at])
    )
