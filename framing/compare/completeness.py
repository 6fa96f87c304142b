"""Whether a text is whole: from one that is cut off nothing follows about what its article left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from framing.compare.comparison import Group
from framing.compare.story import Completeness
from framing.scoring import Scored

SHORT_WORDS, SHORT_SHARE = 120, 0.35
LAST_LINE = 12
_ENDS = re.compile(r"""[.!?…]["'”’)\]»]*$|["”»]$""")
# Blanks, and the marks that stand alone before a credit.
_BLANK = " \t\r\n\u00a0_*–—-•|"
_CUT = re.compile(r"(?:…|\.\.\.)\W*$|\b(?:read|see|continue|sign|log|subscribe)\b[^.]{0,40}$", re.IGNORECASE)


def completeness(groups: Sequence[Group]) -> tuple[Completeness, ...]:
    """Every text with a word on whether it can be taken as a whole.

    Parameters
    ----------
    groups : sequence of Group
        Of one event.
    """
    usual = median([scored.document.words for group in groups for scored in group.articles] or [0])
    return tuple(_judged(group.name, scored, usual) for group in groups for scored in group.articles)


def _judged(group: str, scored: Scored, usual: float) -> Completeness:
    article, words = scored.document.article, scored.document.words
    kept = article.text.rstrip(_BLANK)
    for span in sorted(article.masked, reverse=True):
        if span.end >= len(kept):
            kept = kept[: span.start].rstrip(_BLANK)
    reason = ""
    if _CUT.search(kept):
        reason = "seems cut off"
    elif _ENDS.search(kept) is None and len(kept.rsplit("\n", 1)[-1].split()) > LAST_LINE:
        # A short last line without a full stop is a credit or an address, not half a sentence.
        reason = "ends in mid-sentence"
    elif words < SHORT_WORDS:
        reason = f"has only {words} words"
    elif words < SHORT_SHARE * usual:
        reason = f"has {words} words where half of the texts have {usual:.0f} or more"
    return Completeness(group, article.id, words, not reason, reason)
