"""One event, several texts: the same statement in different words, and what was found in one of them only."""

from __future__ import annotations

from collections.abc import Sequence

from framing.compare.comparison import Group
from framing.compare.completeness import completeness
from framing.compare.contents import contents
from framing.compare.only_here import only_here
from framing.compare.statements import statements
from framing.compare.story import SameStory
from framing.compare.story_words import Rarity, texts


def same_story(groups: Sequence[Group]) -> SameStory:
    """Compare what texts of several groups on one event report.

    Parameters
    ----------
    groups : sequence of Group
        Usually outlets, with their articles on the event; the result does not depend on their order.

    Returns
    -------
    SameStory
        Statements that several report, with verb, share and position in each; people quoted, figures, names and
        claims that only one has; and which texts are too short or cut off for anything to follow from what they do
        not have.
    """
    ordered = sorted(groups, key=lambda group: (group.name.casefold(), group.name))
    given = [contents(text) for text in texts(ordered)]
    rarity = Rarity(sentence for each in given for sentence in each.sentences)
    names = tuple(group.name for group in ordered)
    shared = statements([report for each in given for report in each.reports], names, rarity)
    return SameStory(names, shared, only_here(given, shared, rarity), completeness(ordered))
