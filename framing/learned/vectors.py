"""Words of like meaning near each other: a small table of vectors, so that "armistice" is known where "truce" was seen.

The table stands in ``lexicons/vectors`` and is made by ``benchmarks/derive_vectors.py``. It is read when a model is
fitted; what it has to say about a word is then part of the word's row, and scoring needs no table.
"""

from __future__ import annotations

import io
from functools import lru_cache

import numpy as np

from framing import resources
from framing.learned.model import Floats


@lru_cache(maxsize=1)
def vectors() -> tuple[tuple[str, ...], Floats]:
    """The words, sorted, and a row of length one for each."""
    source = (resources.lexicons() / "vectors" / "words.npz").read_bytes()
    with np.load(io.BytesIO(source), allow_pickle=False) as arrays:
        words = tuple(bytes(arrays["words"]).decode("utf-8").split("\n"))
        table = arrays["vectors"].astype(np.float32)
    return words, table / np.linalg.norm(table, axis=1, keepdims=True)
