"""What is found, in at most three plain sentences, or the plain sentence that nothing stands out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from framing.evidence import Measure
from framing.report.catalog import Catalog, GroupEntry, Kind
from framing.report.contrasts import RULE, Contrast, strongest
from framing.report.phrase import Link, Name, Number, Phrase, phrase
from framing.report.sources import Sources, source_contrast
from framing.report.wording import About, many, midsentence, shared

MOST = 3
# What sorts of hedging are called where nothing around them explains their names.
PLAIN = {
    "approximator": "words that leave a figure inexact (about, nearly)",
    "attitude": "words of judgement or feeling (unfortunately)",
    "booster": "words that raise certainty (clearly, certainly)",
    "evidential": "words that say how one knows (seen, heard)",
    "hedge": "words that lower certainty (may, reportedly)",
    "presupposition": "words that take something for granted (again, failed to)",
}

Measured = Callable[[GroupEntry, Kind], Measure]


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, the ways to the passages it rests on, and what it rests on besides."""

    sentence: Phrase
    links: tuple[Link, ...]
    grounds: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """The sentences, and the rule by which they were chosen."""

    found: tuple[Finding, ...]
    rule: str


def findings(catalog: Catalog) -> Findings:
    """The headline findings.

    One of each sort (a frame in the outlets' own voice, who gets to speak, whose words carry a frame, distance in
    reporting, hedging), the strongest; where that leaves room, more of the same sorts.
    """
    if len(catalog.groups) < 2:
        return Findings((_alone(catalog),), "")
    sorts = (_own_frame, _speaker, _whose_words, _distance, _commitment)
    ranked = [(rank, place, finding) for place, sort in enumerate(sorts) for rank, finding in enumerate(sort(catalog))]
    kept = sorted(ranked, key=lambda item: item[:2])[:MOST]
    found = [finding for _, _, finding in sorted(kept, key=lambda item: (item[1], item[0]))]
    return Findings(tuple(found or [_nothing(catalog)]), RULE)


def _alone(catalog: Catalog) -> Finding:
    if not catalog.groups:
        sentence = phrase("No article could be scored, so there is nothing to compare.")
        return Finding(sentence, (_link("See why", "#compared"),))
    only = catalog.groups[0]
    articles = many(len(only.group.articles), "article")
    return Finding(
        phrase("Only ", Name(only.name), f" was given ({articles}): the page describes it and compares nothing."),
        (_link("See what it says", "#frames"),),
    )


def _nothing(catalog: Catalog) -> Finding:
    return Finding(
        phrase(f"In these articles, no difference between the {catalog.more} is large enough to be put into words."),
        (_link("See every figure", "#frames"),),
    )


def _link(text: str, href: str) -> Link:
    return Link(text, href)


def _passages(*places: tuple[GroupEntry, float, str], what: str = "passage") -> tuple[Link, ...]:
    return tuple(
        _link(f"See {many(amount, what)} in {entry.name}", href) for entry, amount, href in places if amount and href
    )


def _holding(catalog: Catalog, kinds: Iterable[Kind], measure: Measured) -> list[tuple[Kind, Contrast]]:
    """The kinds on which two groups differ enough to say so, the strongest difference first."""
    found = [(kind, strongest([(entry, measure(entry, kind)) for entry in catalog.groups])) for kind in kinds]
    holding = [(kind, contrast) for kind, contrast in found if contrast and contrast.holds]
    return sorted(holding, key=lambda pair: -pair[1].strength)


def _own_rate(entry: GroupEntry, kind: Kind) -> Measure:
    return entry.group[f"{kind.label}_own_per_1000"]


def _rates(catalog: Catalog, kind: Kind, contrast: Contrast) -> tuple[Number, Number, tuple[Link, ...]]:
    name = f"{kind.label}_own_per_1000"
    places = [catalog.passages(kind.section, entry.id, "own") for entry in (contrast.high, contrast.low)]
    high, low = (
        catalog.measured(entry, name, href, named=True)
        for entry, href in zip((contrast.high, contrast.low), places, strict=True)
    )
    return (
        high,
        low,
        _passages(
            (contrast.high, contrast.most.numerator, places[0]), (contrast.low, contrast.least.numerator, places[1])
        ),
    )


def _own_frame(catalog: Catalog) -> Iterator[Finding]:
    for kind, contrast in _holding(catalog, catalog.frames, _own_rate):
        high, low, links = _rates(catalog, kind, contrast)
        yield Finding(
            phrase(
                "In these articles, ", Name(contrast.high.name),
                f" uses the {midsentence(kind.title)} frame in its own voice ", high, " times per 1,000 words, ",
                Name(contrast.low.name), " ", low, " times.",
            ),
            links,
        )  # fmt: skip


def _speaker(catalog: Catalog) -> Iterator[Finding]:
    best = source_contrast(Sources(catalog))
    if best:
        actor, contrast = best
        speaker = catalog.speakers.index(actor) + 1
        shares = [
            shared(measure.name, measure.numerator, measure.denominator or 0, about=About(entry.id, actor=actor))
            for entry, measure in ((contrast.high, contrast.most), (contrast.low, contrast.least))
        ]
        yield Finding(
            phrase(
                "Quoted most unevenly in these articles: ", Name(catalog.actor(actor)), ", with ", shares[0],
                " of the quotations in ", Name(contrast.high.name), " and ", shares[1], " in ",
                Name(contrast.low.name), ".",
            ),
            _passages(
                *(
                    (entry, measure.numerator, f"#q{speaker}-{entry.id}")
                    for entry, measure in ((contrast.high, contrast.most), (contrast.low, contrast.least))
                ),
                what="quotation",
            ),
        )  # fmt: skip


def _whose_words(catalog: Catalog) -> Iterator[Finding]:
    for kind, contrast in _holding(catalog, catalog.frames, _own_share):
        shares = [
            shared(measure.name, measure.numerator, measure.denominator or 0, about=About(entry.id))
            for entry, measure in ((contrast.high, contrast.most), (contrast.low, contrast.least))
        ]
        yield Finding(
            phrase(
                f"Where these articles use the {midsentence(kind.title)} frame, ", Name(contrast.high.name),
                " does so in its own voice ", shares[0], " of the time, ", Name(contrast.low.name), " ", shares[1],
                "; the rest is quoted.",
            ),
            _passages(
                *(
                    (entry, measure.denominator or 0, catalog.passages(kind.section, entry.id))
                    for entry, measure in ((contrast.high, contrast.most), (contrast.low, contrast.least))
                )
            ),
        )  # fmt: skip


def _own_share(entry: GroupEntry, kind: Kind) -> Measure:
    own = entry.group[f"{kind.label}_own_per_1000"].numerator
    return Measure.share(f"{kind.label}_own_share", own, entry.group[f"{kind.label}_per_1000"].numerator)


def _distance(catalog: Catalog) -> Iterator[Finding]:
    name = "reports_distancing_share"
    if not catalog.has(name):
        return
    contrast = strongest([(entry, entry.group[name]) for entry in catalog.groups])
    if contrast and contrast.holds:
        high, low = (catalog.measured(entry, name, named=True) for entry in (contrast.high, contrast.low))
        yield Finding(
            phrase(
                "In these articles, ", high, " of the reporting words in ", Name(contrast.high.name),
                " keep a distance from what is reported (“claimed”, “alleged”), against ", low, " in ",
                Name(contrast.low.name), ".",
            ),
            _passages(
                *(
                    (entry, measure.numerator, catalog.passages("xr", entry.id, "distancing"))
                    for entry, measure in ((contrast.high, contrast.most), (contrast.low, contrast.least))
                )
            ),
        )  # fmt: skip


def _commitment(catalog: Catalog) -> Iterator[Finding]:
    for kind, contrast in _holding(catalog, catalog.commitments, _own_rate):
        high, low, links = _rates(catalog, kind, contrast)
        yield Finding(
            phrase(
                "In these articles, ", Name(contrast.high.name),
                f" uses {PLAIN.get(kind.label, midsentence(kind.title))} in its own voice ",
                high, " times per 1,000 words, ", Name(contrast.low.name), " ", low, " times.",
            ),
            links,
        )  # fmt: skip
