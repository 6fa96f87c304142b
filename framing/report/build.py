"""From a comparison to what the page shows: the one file that knows the order of the sections."""

from __future__ import annotations

from framing.compare.comparison import Comparison
from framing.report.agency import agency_section
from framing.report.catalog import Catalog, Kind
from framing.report.compared import compared, dek, headline, openings
from framing.report.corpus import agreement_section, corpus_findings, differences_section
from framing.report.distinctive import coverage_section, time_section, words_section
from framing.report.downloads import downloads
from framing.report.findings import findings
from framing.report.frames import frames_section, hue, voices_section
from framing.report.measures import further_section, hedging_section, readability_section
from framing.report.method import citation, method, origin, report_id
from framing.report.options import Provenance, ReportOptions, Texts
from framing.report.passages import evidence_tables
from framing.report.quotations import quotation_tables
from framing.report.reporting import reporting_section
from framing.report.section import Section
from framing.report.sources import sources_section
from framing.report.stories import story_section
from framing.report.texts import Reader
from framing.report.view import Badge, Mark, ReportView

# With six colours, six underlines and a shift after each round, 36 marks differ in both at once.
_LINES = (
    ("solid", "2px"), ("dashed", "2px"), ("dotted", "3px"), ("double", "1px"), ("wavy", "1px"), ("solid", "4px"),
)  # fmt: skip
_MODES = {"same-story": "Same-story comparison", "corpus": "Corpus comparison"}


def build(comparison: Comparison, options: ReportOptions, provenance: Provenance) -> ReportView:
    """Decide everything the page shows."""
    catalog = Catalog(comparison, provenance)
    reader = Reader(catalog, options.texts)
    linked = options.texts != "none"
    title = options.title or headline(catalog)
    identifier = report_id(catalog, options)
    found = comparison.statistics
    return ReportView(
        title=title,
        dek=dek(catalog),
        identifier=identifier,
        version=provenance.version,
        theme=options.theme,
        texts=options.texts,
        one=catalog.one,
        more=catalog.more,
        badge=Badge(_MODES[comparison.mode], comparison.mode_reason),
        findings=corpus_findings(catalog, found) if found else findings(catalog),
        compared=compared(catalog, options.texts),
        openings=openings(catalog, reader),
        sections=_sections(catalog, options.texts),
        quotations=quotation_tables(catalog, linked),
        articles=tuple(reader.view(article) for article in catalog.articles) if linked else (),
        marks=tuple(_mark(kind) for kind in catalog.kinds),
        evidence=evidence_tables(catalog, linked),
        method=method(catalog),
        origin=origin(catalog, identifier),
        downloads=downloads(catalog),
        citation=citation(catalog, title, identifier),
    )


def _sections(catalog: Catalog, texts: Texts) -> tuple[Section, ...]:
    if not catalog.groups:
        return ()
    found = catalog.comparison.statistics
    made = (
        story_section(catalog, texts),
        differences_section(catalog, found) if found else None,
        agreement_section(catalog),
        frames_section(catalog),
        time_section(catalog, found) if found else None,
        voices_section(catalog),
        sources_section(catalog),
        coverage_section(catalog, found) if found else None,
        reporting_section(catalog),
        agency_section(catalog),
        words_section(catalog, found) if found else None,
        hedging_section(catalog),
        readability_section(catalog),
        further_section(catalog),
    )
    return tuple(section for section in made if section)


def _mark(kind: Kind) -> Mark:
    at = kind.number - 1
    line, width = _LINES[(at + at // len(_LINES)) % len(_LINES)]
    return Mark(kind.number, kind.title, kind.tag, hue(kind), line, width, kind.scorer == "frames")
