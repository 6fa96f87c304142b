"""What a comparison could have found: without it, "no difference" may mean no more than "few articles"."""

from __future__ import annotations

import numpy as np

from framing.compare.units import Floats

POWER = 0.8


def detectable(error: Floats, critical: Floats, power: float = POWER) -> Floats:
    """The smallest true difference that would be found in four of five samples like this one.

    Parameters
    ----------
    error : array
        Standard errors of differences, in the unit of their measures.
    critical : array
        By how many of them an interval reaches out.
    power : float
        In how many samples of one it is found.

    References
    ----------
    Bloom, H. S. (1995). Minimum detectable effects. Evaluation Review, 19(5), 547-556.

    Examples
    --------
    >>> detectable(np.array([1.0]), np.array([1.96])).round(2).tolist()
    [2.8]
    """
    from scipy.special import ndtri

    return np.asarray((critical + ndtri(power)) * error, dtype=float)
