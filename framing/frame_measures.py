"""What frames are measured in, whoever finds them: rates per 1,000 words by voice and polarity, share of sentences."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from framing.evidence import Evidence, Measure, MeasureSpec
from framing.structure.document import Document


def measures(labels: Iterable[str], document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
    """Fold evidence into the measures of `specs`, label by label.

    Parameters
    ----------
    labels : iterable of str
        In the order of the columns.
    document : Document
        For its words and sentences.
    evidence : sequence of Evidence
        With no other labels.
    """
    words, quoted, sentences = document.words, document.quoted_words, document.sentences
    of_label: dict[str, list[Evidence]] = {label: [] for label in labels}
    for row in evidence:
        of_label[row.label].append(row)
    found: list[Measure] = []
    for label, rows in of_label.items():
        own = said = denied = 0.0
        put_forward: set[tuple[str, int]] = set()
        for row in rows:
            if row.polarity == "denied":
                denied += row.weight
                continue
            put_forward.add((row.field, row.sentence))
            if row.voice == "narration":
                own += row.weight
            else:
                said += row.weight
        found += (
            Measure.rate(f"{label}_per_1000", own + said, words),
            Measure.rate(f"{label}_own_per_1000", own, words - quoted),
            Measure.rate(f"{label}_quoted_per_1000", said, quoted),
            Measure.rate(f"{label}_denied_per_1000", denied, words),
            Measure.share(f"{label}_sentences", len(put_forward), sentences),
        )
    return tuple(found)


def without_each(
    document: Document, evidence: Sequence[Evidence], entries: Container[str]
) -> Iterator[tuple[str, tuple[Measure, ...]]]:
    """Some entries, with the measures of their frames without what each found.

    Parameters
    ----------
    document : Document
        For its words and sentences.
    evidence : sequence of Evidence
        Of any frames.
    entries : container of str
        Which; those that found nothing are left out.
    """
    of_label: dict[str, list[Evidence]] = {}
    for row in evidence:
        of_label.setdefault(row.label, []).append(row)
    for label, rows in of_label.items():
        for entry in dict.fromkeys(row.entry for row in rows if row.entry in entries):
            yield entry, measures([label], document, [row for row in rows if row.entry != entry])


def specs(label: str, title: str) -> tuple[MeasureSpec, ...]:
    """What is measured of one frame.

    Parameters
    ----------
    label : str
        Begins the names of the columns.
    title : str
        Plain words for a reader.
    """
    return (
        MeasureSpec(
            f"{label}_per_1000",
            title,
            "per 1,000 words",
            f"Passages that put the {title.lower()} frame forward, over all words.",
        ),
        MeasureSpec(
            f"{label}_own_per_1000",
            f"{title}, in the outlet's own voice",
            "per 1,000 words of its own",
            f"Passages that put the {title.lower()} frame forward unattributed, over the words outside quotations.",
        ),
        MeasureSpec(
            f"{label}_quoted_per_1000",
            f"{title}, quoting others",
            "per 1,000 quoted words",
            f"Passages in quotations, direct or not, that put the {title.lower()} frame forward, over quoted words.",
        ),
        MeasureSpec(
            f"{label}_denied_per_1000",
            f"{title}, denied",
            "per 1,000 words",
            f"Passages that bring the {title.lower()} frame up only to deny, reject or rule it out, over all words.",
        ),
        MeasureSpec(
            f"{label}_sentences",
            f"{title}, share of sentences",
            "share of sentences",
            f"Sentences with at least one passage that puts the {title.lower()} frame forward, over all sentences.",
        ),
    )
