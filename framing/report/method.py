"""How the figures were made, what is known of their errors, what they cannot show, and how to cite them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256

from framing.report.catalog import Catalog
from framing.report.options import Accuracy, LexiconNote, ReportOptions
from framing.report.phrase import Name, phrase
from framing.report.tables import Body, Column, Row, Table

BY_TERMS = (
    "A term counts where it stands, whatever the writer means by it: irony, play on words and unusual senses are taken "
    "at face value, apart from the exceptions written into the lexicon.",
    "A frame that is told without any of its terms is not found.",
)
BY_MODEL = (
    "Whether a sentence has a frame that the model knows is a probability, worked out from its words and, unless they "
    "were left out, from the lexicon’s terms. So some terms are let go, some sentences without one are found, and both "
    "can be wrong. Passages with the entry “(learned)” are the words that weighed most.",
    "Of hedges, reporting words and deeds, and of frames the model does not know, a term counts where it stands, "
    "whatever the writer means by it, apart from the exceptions written into the lexicon.",
)
FAILURES = (
    "Who speaks is worked out from verbs, marks and grammar. A speaker named only several sentences earlier, a pronoun "
    "with two possible owners or a quotation without marks may be given to the wrong source or to none.",
    "Long paraphrases may end too early or too late, so that some of a source’s words count as the outlet’s, or the "
    "reverse.",
    "Denials are recognised by their words (no, not, denied, ruled out). Those that work by contrast or irony are not.",
    "Photographs, placement, headlines added for search engines and later corrections are not seen.",
)

CANNOT_SHOW = (
    "whether an account is true, fair or complete",
    "why a text was written as it was, or how its readers take it",
    "how an outlet reports in general, when only a few of its articles were read",
    "a position on any political scale; none is computed",
)

# From benchmarks/intervals.py: 1,000 samples of each size, passages varying with event and article.
INTERVALS = (
    "Of 95% intervals, 94 to 97 in 100 held the true difference between two invented outlets, with 10 to 200 articles "
    "an outlet, where articles on one event were known to be so, or were found with errors. With 10 articles an "
    "outlet, the intervals are honest but wide: a difference of half as much again was found in 6 of 100 samples, with "
    "200 articles in 94.",
    "Where articles on one event are taken for independent (--clusters article, or events that cannot be told apart), "
    "only about 90 in 100 intervals held it: take a difference that barely holds with care.",
)

DEFINED = ("frame", "commitment", "reporting")


@dataclass(frozen=True, slots=True)
class Definition:
    """A term of the page, with what belongs to it and what does not."""

    title: str
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """Measures as they are defined by their scorer; one line for the measure that every frame has.

    Parameters
    ----------
    names : tuple of (str, str)
        Title and name of each, where several are defined alike. In a name, ``*`` stands for the frame.
    unit, definition : str
        In the definition, ``…`` stands for what measures defined alike differ in.
    """

    names: tuple[tuple[str, str], ...]
    unit: str
    definition: str


@dataclass(frozen=True, slots=True)
class Method:
    """Definitions, formulas, errors and limits; `learned` where a model had a part in finding frames."""

    learned: bool
    definitions: tuple[Definition, ...]
    measures: tuple[MeasureLine, ...]
    accuracy: tuple[Accuracy, ...]
    failures: tuple[str, ...]
    cannot_show: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the provenance."""

    term: str
    value: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the page comes from."""

    facts: tuple[Fact, ...]
    lexicons: Table | None
    inputs: Table | None


@dataclass(frozen=True, slots=True)
class Citation:
    """Ways to refer to the page."""

    sentence: str
    bibtex: str


def method(catalog: Catalog) -> Method:
    """How the figures were made."""
    failures = (*(BY_MODEL if catalog.learned else BY_TERMS), *FAILURES)
    return Method(
        catalog.learned,
        tuple(_definition(lexicon) for lexicon in catalog.provenance.lexicons if lexicon.kind in DEFINED),
        _measures(catalog),
        catalog.provenance.accuracy,
        (*failures, *INTERVALS) if catalog.inferred else failures,
        CANNOT_SHOW,
    )


def _measures(catalog: Catalog) -> tuple[MeasureLine, ...]:
    lines = []
    for spec in catalog.comparison.specs:
        line = MeasureLine(((spec.title, spec.name),), spec.unit, spec.definition)
        for kind in (*catalog.frames, *catalog.commitments):
            if spec.name.startswith(f"{kind.label}_"):
                anything = "Any frame" if kind.scorer == "frames" else "Any sort of hedging"
                line = MeasureLine(
                    ((spec.title.replace(kind.title, anything), f"*{spec.name.removeprefix(kind.label)}"),),
                    spec.unit,
                    spec.definition.replace(kind.title, "…").replace(kind.title.lower(), "…"),
                )
        lines.append(line)
    return _alike(dict.fromkeys(lines))


def _alike(lines: Iterable[MeasureLine]) -> tuple[MeasureLine, ...]:
    """Neighbours whose definitions differ in the one word that their names differ in, as one line."""
    made: list[MeasureLine] = []
    for line in lines:
        last = made[-1] if made else line
        common = _common(last, line)
        if last is not line and common and last.unit == line.unit:
            made[-1] = MeasureLine((*last.names, *line.names), line.unit, common)
        else:
            made.append(line)
    return tuple(made)


def _common(one: MeasureLine, other: MeasureLine) -> str:
    """The definition of both with ``…`` for the word that each has in its name; empty if there is no such word."""
    words, others = one.definition.split(" "), other.definition.split(" ")
    if len(words) != len(others):
        return ""
    differ = [at for at, pair in enumerate(zip(words, others, strict=True)) if pair[0] != pair[1]]
    if len(differ) != 1:
        return ""
    at = differ[0]
    told = [(one.names[-1][1], words[at]), (other.names[0][1], others[at])]
    if not all(word.strip(".,") in name.split("_") or word.startswith("…") for name, word in told):
        return ""
    end = words[at].removeprefix(words[at].rstrip(".,"))
    return " ".join((*words[:at], f"…{end}", *words[at + 1 :]))


def _definition(lexicon: LexiconNote) -> Definition:
    return Definition(lexicon.title, lexicon.definition, lexicon.includes, lexicon.excludes)


def report_id(catalog: Catalog, options: ReportOptions) -> str:
    """The same for the same articles, lexicons, version and options; nothing else enters it."""
    provenance = catalog.provenance
    content = {
        "version": provenance.version,
        "articles": sorted(
            [source.id, source.outlet, source.title, str(source.date), source.text]
            for source in (article.scored.document.article for article in catalog.articles)
        ),
        "lexicons": sorted([lexicon.id, lexicon.version, lexicon.sha256] for lexicon in provenance.lexicons),
        "options": [asdict(options), sorted(provenance.options)],
    }
    return sha256(json.dumps(content, ensure_ascii=True, sort_keys=True).encode()).hexdigest()[:12]


def origin(catalog: Catalog, identifier: str) -> Origin:
    """Versions, hashes and the command."""
    provenance = catalog.provenance
    facts = [
        ("Report", identifier),
        ("Toolkit", provenance.version),
        ("Command", provenance.command),
        ("Made", provenance.timestamp or ""),
        ("Python", provenance.python),
        ("Platform", provenance.platform),
        *provenance.options,
    ]
    lexicons = tuple(
        Row(
            phrase(Name(lexicon.title)),
            tuple(
                phrase(value)
                for value in (lexicon.id, lexicon.version, str(lexicon.entries), lexicon.licence, lexicon.sha256)
            ),
        )
        for lexicon in provenance.lexicons
    )
    inputs = tuple(
        Row(phrase(Name(item.name)), (phrase(str(item.articles)), phrase(item.sha256)))
        for item in sorted(provenance.inputs, key=lambda item: (item.name, item.sha256))
    )
    titles = ("Id", "Version", "Entries", "Licence", "SHA-256")
    return Origin(
        tuple(Fact(term, value) for term, value in facts if value),
        _texts("t-lexicons", "Lexicons", ("Lexicon", *titles), lexicons) if lexicons else None,
        _texts("t-inputs", "Inputs", ("Input", "Articles", "SHA-256"), inputs) if inputs else None,
    )


def _texts(identifier: str, caption: str, titles: tuple[str, ...], rows: tuple[Row, ...]) -> Table:
    return Table(identifier, caption, tuple(Column(title, False) for title in titles), (Body(rows),))


def citation(catalog: Catalog, title: str, identifier: str) -> Citation:
    """A sentence for a list of references, and BibTeX."""
    provenance = catalog.provenance
    year = (provenance.timestamp or "n.d.")[:4]
    tool = f"framing-toolkit {provenance.version}".strip()
    bibtex = "\n".join(
        (
            f"@misc{{framing-{identifier},",
            f"  title = {{{_braced(title)}}},",
            f"  year = {{{year}}},",
            f"  note = {{Report {identifier}, made with {tool}}}",
            "}",
        )
    )
    return Citation(f"{title} ({year}). Report {identifier}, made with {tool}.", bibtex)


def _braced(text: str) -> str:
    return "".join(character for character in text if character not in "{}\\")
