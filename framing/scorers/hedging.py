"""Hedging: how far whoever speaks stands behind a claim, a number or a word, and what is taken for granted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate

from framing.evidence import Evidence, Measure, MeasureSpec
from framing.lexicon.load import lexicon, of_kind
from framing.lexicon.schema import Lexicon
from framing.scoring import TextScorer, evidence, in_order
from framing.structure.document import Document
from framing.structure.scare_quotes import scare_quotes

# The lexicon whose evidence is found by marks as well as by words.
MARKS = "distance"


class HedgingScorer(TextScorer):
    """Count hedges, boosters and their kin per 1,000 words, apart for the outlet and for those it quotes.

    A hedge lowers commitment to a claim (may, reportedly), a booster raises it (clearly), an evidential says how the
    speaker knows (Lakoff 1973; Hyland 2005; Aikhenvald 2004). An attitude marker says how the speaker feels about it
    (unfortunately), a presupposition trigger takes something for granted (failed to, again; Karttunen 1971), an
    approximator makes a number less exact (about 30; Channell 1994), and scare quotes or so-called keep a word at a
    distance. A reporting verb is none of them: "claimed" is counted by `ReportingScorer` and never here.

    Parameters
    ----------
    lexicons : sequence of str, optional
        Ids of commitment lexicons or paths of TOML files; all that come with the package if not given.

    Examples
    --------
    >>> scorer = HedgingScorer(lexicons=["hedges"])
    >>> scores = scorer.fit_transform(["Officials may reportedly agree."])
    >>> dict(zip(scorer.get_feature_names_out(), scores[0]))["hedge_per_1000"]
    np.float64(500.0)

    References
    ----------
    Hyland, K. (2005). Metadiscourse: Exploring Interaction in Writing. Continuum.
    Karttunen, L. (1971). Implicative verbs. Language, 47(2), 340-358.
    """

    name = "hedging"

    def __init__(self, *, lexicons: Sequence[str] | None = None) -> None:
        self.lexicons = lexicons

    def load(self) -> tuple[Lexicon, ...]:
        """The commitment lexicons."""
        chosen = of_kind("commitment") if self.lexicons is None else tuple(lexicon(name) for name in self.lexicons)
        self.lexicons_ = chosen
        self.specs_ = tuple(spec for item in chosen for spec in _specs(item))
        return chosen

    def find(self, document: Document) -> tuple[Evidence, ...]:
        """Every hedge, booster or other mark that is not part of a reporting cue."""
        found = []
        for passage in document.passages:
            cues = [cue.start for cue in passage.cues]
            # How far the cues reach that have begun.
            reach = list(accumulate((cue.end for cue in passage.cues), max, initial=0))
            for item in self.lexicons_:
                rows = [
                    (start, end, term.name, term.entry.weight)
                    for start, end, term in passage.hits[item.id]
                    if reach[bisect_right(cues, start)] <= start
                ]
                if item.id == MARKS:
                    rows += [(*span, f"{item.id}#scare quotes", 1.0) for span in scare_quotes(passage)]
                for start, end, entry, weight in rows:
                    found.append(
                        evidence(
                            document,
                            passage,
                            start,
                            end,
                            scorer=self.name,
                            label=item.label,
                            entry=entry,
                            weight=weight,
                        )
                    )
        return in_order(found)

    def measure(self, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Rates per 1,000 words, by voice."""
        words, quoted = document.words, document.quoted_words
        of_label: dict[str, list[Evidence]] = {}
        for row in evidence:
            of_label.setdefault(row.label, []).append(row)
        measures: list[Measure] = []
        for item in self.lexicons_:
            measures += _measures(item.label, of_label.get(item.label, ()), words, quoted)
        return tuple(measures)

    def without_each(
        self, document: Document, evidence: Sequence[Evidence], entries: Container[str]
    ) -> Iterator[tuple[str, tuple[Measure, ...]]]:
        """Some entries, with the measures of their sorts without each."""
        words, quoted = document.words, document.quoted_words
        for item in self.lexicons_:
            mine = [row for row in evidence if row.label == item.label]
            for entry in dict.fromkeys(row.entry for row in mine if row.entry in entries):
                yield entry, _measures(item.label, [row for row in mine if row.entry != entry], words, quoted)


def _measures(label: str, rows: Sequence[Evidence], words: int, quoted: int) -> tuple[Measure, ...]:
    own = sum([row.weight for row in rows if row.own])
    said = sum([row.weight for row in rows if not row.own])
    return (
        Measure.rate(f"{label}_per_1000", own + said, words),
        Measure.rate(f"{label}_own_per_1000", own, words - quoted),
        Measure.rate(f"{label}_quoted_per_1000", said, quoted),
    )


def _specs(item: Lexicon) -> tuple[MeasureSpec, ...]:
    label, title = item.label, item.title
    return (
        MeasureSpec(f"{label}_per_1000", title, "per 1,000 words", f"{title}, over all words."),
        MeasureSpec(
            f"{label}_own_per_1000",
            f"{title} in the outlet's own voice",
            "per 1,000 words of its own",
            f"{title} outside quotations, direct and indirect, over the words there.",
        ),
        MeasureSpec(
            f"{label}_quoted_per_1000",
            f"{title} of those quoted",
            "per 1,000 quoted words",
            f"{title} inside quotations, direct and indirect, over the words there.",
        ),
    )


SCORER = HedgingScorer
