"""What stands in the texts of one group and not in those of the others: people quoted, figures, names, claims.

"Not found" is a matter of words: everything is looked for in every form in which it could be written, and claims are
named only if hardly any of their rare words stand together elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from framing.compare.contents import Contents, Elsewhere
from framing.compare.proper_names import ProperName, spelling, untitled
from framing.compare.statements import Report
from framing.compare.story import ItemKind, OnlyHere, Place, Statement
from framing.compare.story_words import WORD, Rarity, Text, content_stems
from framing.spans import Field
from framing.structure.word_classes import class_of

FAR, NEW = 0.22, 0.3
"""A claim is named only if no two sentences elsewhere have more of it than `FAR`, and if at least `NEW` of it stands in
no other text at all; rare words weigh more."""
CLAIM_STEMS = 6


def only_here(given: Sequence[Contents], shared: Iterable[Statement], rarity: Rarity) -> tuple[OnlyHere, ...]:
    """Find what only one group has.

    Parameters
    ----------
    given : sequence of Contents
        All texts of the story.
    shared : iterable of Statement
        What several groups report.
    rarity : Rarity
        Of their words.
    """
    told = {
        (saying.place.article, saying.place.field, saying.place.start) for each in shared for saying in each.sayings
    }
    groups = tuple(dict.fromkeys(each.text.group for each in given))
    houses = {spelling(word) for group in groups for word in WORD.findall(group)}
    found: list[OnlyHere] = []
    for group in groups:
        here = [each for each in given if each.text.group == group]
        there = Elsewhere([each for each in given if each.text.group != group])
        sources = list(_sources(here, there))
        quoted = {spelling(source.text.split()[-1]) for source in sources}
        for items in (sources, _figures(here, there), _names(here, there, quoted, houses)):
            found += sorted(items, key=lambda item: (-len(item.places), _first(item)))
        found += _claims(here, there, told, rarity)
    return tuple(found)


def _first(item: OnlyHere) -> tuple[str, str, int]:
    place = item.places[0]
    return place.article, place.field, place.start


def _gathered(
    kind: ItemKind, group: str, pairs: Iterable[tuple[str, str, Place]], named: Iterable[str] = ()
) -> Iterator[OnlyHere]:
    """Items from (key, words, place); the longest words stand for all with the same key."""
    places: dict[str, list[Place]] = {}
    words: dict[str, str] = {}
    for key, text, place in pairs:
        places.setdefault(key, []).append(place)
        if len(text) > len(words.get(key, "")):
            words[key] = text
    known = set(named)
    for key, where in places.items():
        yield OnlyHere(kind, group, words[key], tuple(where), key in known)


def _sources(here: Sequence[Contents], there: Elsewhere) -> Iterator[OnlyHere]:
    """People and bodies quoted by name whom no other text quotes."""
    found = []
    for each in here:
        for report in each.reports:
            name = _speaker(report, each.names)
            if name and each.text.passage.field == "text" and spelling(name.split()[-1]) not in there.speakers:
                place = each.text.place(report.spans[0].start, report.spans[-1].end)
                found.append((spelling(name.split()[-1]), name, place))
    full = {key: max((name for other, name, _ in found if other == key), key=len) for key, _, _ in found}
    persons = {each.text: each for one in here for each in one.names if each.text.count(" ") in (1, 2)}
    for each in here:
        for proper in each.names:
            key = spelling(proper.text.split()[-1])
            # The first name of somebody who is later called by the last.
            if key in full and " " not in full[key] and proper.text.count(" ") in (1, 2) and _free(each.text, proper):
                full[key] = proper.text
    for key, name in full.items():
        # Somebody who is called by the first name, as hosts of a show call their guests.
        called = [text for text in persons if text.startswith(f"{name} ")] if " " not in name else []
        if len(called) == 1:
            full[key] = called[0]
    pairs = [(key, full[key], place) for key, _, place in found]
    yield from _gathered("source", here[0].text.group, pairs, [key for key in full if key in there.words])


def _speaker(report: Report, names: Sequence[ProperName]) -> str:
    """The name of a source that is a person, or of a body that no actor lexicon knows."""
    passage = report.text.passage
    for source in report.made.sources:
        for mention in passage.mentions:
            if mention.kind == "person" and source.contains((mention.start, mention.end)):
                return untitled(passage.text[mention.start : mention.end])
        for name in names:
            if source.contains((name.start, name.end)) and name.actor is None and _free(report.text, name):
                return name.text
    return ""


def _free(text: Text, name: ProperName) -> bool:
    """Whether a name holds that of no state or body."""
    return not any(
        mention.kind != "person" and mention.start < name.end and name.start < mention.end
        for mention in text.passage.mentions
    )


def _figures(here: Sequence[Contents], there: Elsewhere) -> Iterator[OnlyHere]:
    found = [
        (f"{figure.value:g}", figure.text, each.text.place(figure.start, figure.end))
        for each in here
        for figure in each.figures
        if figure.value not in there.values
    ]
    yield from _gathered("number", here[0].text.group, found)


def _names(here: Sequence[Contents], there: Elsewhere, quoted: set[str], houses: set[str]) -> Iterator[OnlyHere]:
    """Names no word of which stands elsewhere, whatever its spelling; those who are quoted stand with the sources."""
    found = []
    common = there.common.union(*(each.common for each in here))
    for each in here:
        for name in each.names if each.text.passage.field == "text" else ():
            words = [spelling(word) for word in WORD.findall(name.text)]
            strange = not any(word in there.words or word in houses for word in words)
            # "Game Theory", "Immigration Laws": common words that a heading gave capitals.
            strange &= " " not in name.text or name.text.split()[-1].lower() not in common
            if strange and name.actor not in there.actors and words[-1] not in quoted:
                found.append((name.actor or " ".join(words), name.text, each.text.place(name.start, name.end)))
    # Somebody called by the last name is the one who is named in full; the Baltic Sea is not the Black Sea.
    full = {key.split()[-1]: key for key, _, _ in reversed(found) if " " in key}
    pairs = [(full.get(key, key), text, place) for key, text, place in found]
    yield from _gathered("name", here[0].text.group, pairs)


def _claims(
    here: Sequence[Contents], there: Elsewhere, told: set[tuple[str, Field, int]], rarity: Rarity
) -> list[OnlyHere]:
    """What sources say here and hardly any word of which stands together elsewhere, the furthest first."""
    found = []
    for report in (report for each in here for report in each.reports):
        passage = report.text.passage
        best = max(report.spans, key=lambda span: (span.end - span.start, -span.start))
        words = best.of(passage.text)
        place = report.text.place(*best)
        stems = frozenset(each for each, _ in content_stems(words))
        if len(stems) < CLAIM_STEMS or passage.field == "title" or not report.made.sources:
            continue
        # Without a verb of its own it is a phrase or a misread one.
        if not any(class_of(word.lower()) == "A" for word in WORD.findall(words)):
            continue
        if any(span.start <= at < span.end for article, field, at in told for span in report.spans
               if (article, field) == (place.article, place.field)):  # fmt: skip
            continue
        whole = rarity.of(stems)
        nearest = max((rarity.of(stems & other) for other in there.sentences), default=0.0) / whole
        new = rarity.of(stems - there.stems) / whole
        if nearest < FAR and new >= NEW:
            found.append(
                (nearest - new, place.article, place.start, OnlyHere("claim", report.text.group, words, (place,)))
            )
    return [item for *_, item in sorted(found, key=lambda each: each[:3])]
