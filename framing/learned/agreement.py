"""How far two coders agree beyond chance."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


def alpha(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> float:
    """Krippendorff's alpha of two coders' yes and no on the same texts, none missing.

    Parameters
    ----------
    first, second : array of shape (n_texts,)

    Returns
    -------
    float
        1 for perfect agreement, 0 for that of chance; NaN where neither ever differs from one answer.

    References
    ----------
    Krippendorff, K. (2004). Content Analysis: An Introduction to Its Methodology. Sage.

    Examples
    --------
    >>> round(alpha(np.array([True, True, False, False]), np.array([True, False, False, False])), 3)
    0.533
    """
    if len({*first.tolist(), *second.tolist()}) < len((True, False)):
        return math.nan
    from nltk.metrics.agreement import AnnotationTask

    codings = (("first", first), ("second", second))
    return float(
        AnnotationTask([(who, at, code) for who, codes in codings for at, code in enumerate(codes.tolist())]).alpha()
    )
