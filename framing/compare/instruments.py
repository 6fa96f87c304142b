"""The same thing by one instrument alone: what lexicons, or a model, would have measured without the other.

Where both judge a sentence together, a finding may be one's and not the other's. The scorer keeps, article by article,
what each would have measured by itself, so that no text is scored twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from framing.compare.units import Floats
from framing.scoring import Scored

INSTRUMENTS = ("lexicon", "model")


class Instruments:
    """Numerators of measures by one instrument alone.

    Parameters
    ----------
    articles : sequence of Scored
        In the order of the units; only if all of them know it, there is something to tell.
    """

    def __init__(self, articles: Sequence[Scored]) -> None:
        self._found: dict[str, tuple[dict[str, int], Floats]] = {}
        for instrument in INSTRUMENTS:
            rows = [[each for each in scored.alone if each.instrument == instrument] for scored in articles]
            if not rows or not all(rows):
                continue
            names = [name for each in rows[0] for name in each.measures]
            table = np.array([np.concatenate([each.numerators for each in row]) for row in rows], dtype=float)
            self._found[instrument] = {name: at for at, name in enumerate(names)}, table

    def of(self, measure: str) -> Iterator[tuple[str, Floats]]:
        """Each instrument with the numerators of a measure, an article each; none where one instrument made it."""
        for instrument, (columns, table) in self._found.items():
            if measure in columns:
                yield instrument, table[:, columns[measure]]
