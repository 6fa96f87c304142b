"""Many comparisons at once: how many of those called different may be false."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from framing.compare.units import Floats

Correction = Literal["bh", "by"]
RATE = 0.05


def corrected(p: Sequence[float], families: Sequence[str], correction: Correction = "bh") -> Floats:
    """Adjusted p-values, family by family: those of at most .05 hold at most five false in a hundred.

    Parameters
    ----------
    p : sequence of float
        NaN where nothing was tested.
    families : sequence of str
        Comparisons of one family are corrected together.
    correction : {"bh", "by"}
        Benjamini and Hochberg (1995), for comparisons that depend on each other as those of one text do, or
        Benjamini and Yekutieli (2001), for any dependence.

    Examples
    --------
    >>> corrected([0.01, 0.04, 0.04, float("nan")], ["a", "a", "b", "b"]).tolist()
    [0.02, 0.04, 0.04, nan]
    """
    from scipy.stats import false_discovery_control

    values = np.asarray(p, dtype=float)
    adjusted = np.full(len(values), np.nan)
    members = np.asarray(families, dtype=object)
    for family in dict.fromkeys(families):
        inside = (members == family) & np.isfinite(values)
        if inside.any():
            adjusted[inside] = false_discovery_control(values[inside], method=correction)
    return adjusted
