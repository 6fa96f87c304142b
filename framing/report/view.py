"""What the page shows: typed, decided, rounded and sorted. Templates print it and decide nothing."""

from __future__ import annotations

from dataclasses import dataclass

from framing.report.compared import Compared, Opening
from framing.report.downloads import Download
from framing.report.findings import Findings
from framing.report.method import Citation, Method, Origin
from framing.report.options import Texts, Theme
from framing.report.passages import PassageTable
from framing.report.phrase import Phrase
from framing.report.quotations import QuotationTable
from framing.report.section import Section
from framing.report.texts import TextView


@dataclass(frozen=True, slots=True)
class Badge:
    """The mode of the comparison, and why it is this one."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind of mark in the texts, with its filter.

    Parameters
    ----------
    number : int
        Names its class.
    title, tag : str
        In full, and in print.
    hue, line : str
        Its colour and its underline: each can be told apart by either.
    width : str
        Thickness of the underline.
    shown : bool
        Whether it is on when the page opens.
    """

    number: int
    title: str
    tag: str
    hue: str
    line: str
    width: str
    shown: bool


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole page; sections in the order of a reader's questions."""

    title: str
    dek: Phrase
    identifier: str
    version: str
    theme: Theme
    texts: Texts
    one: str
    more: str
    badge: Badge
    findings: Findings
    compared: Compared
    openings: tuple[Opening, ...]
    sections: tuple[Section, ...]
    quotations: tuple[QuotationTable, ...]
    articles: tuple[TextView, ...]
    marks: tuple[Mark, ...]
    evidence: tuple[PassageTable, ...]
    method: Method
    origin: Origin
    downloads: tuple[Download, ...]
    citation: Citation
    policy: str = ""
