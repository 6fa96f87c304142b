"""A page read back: its rows of evidence, the figures it prints, and what each of them must be.

Whatever an element does not say itself, the head of its column says, then the elements around it; ``*`` in a head
stands for the label of the body. Of evidence, the id of the body names the group and what its rows have in common.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.html

VOICES = {"quoted": "direct", "paraphrased": "indirect", "partly quoted": "mixed"}
OFFICIAL = {"government", "military", "legislature", "judiciary", "international organisation"}


@dataclass(frozen=True)
class Row:
    """A row of evidence."""

    scorer: str
    label: str
    entry: str
    voice: str
    polarity: str
    actor: str
    role: str
    group: str
    sentence: str
    weight: float
    body: str
    target: str = ""

    @property
    def article(self) -> str:
        return self.sentence.partition("-")[0]

    @property
    def own(self) -> bool:
        return self.voice == "narration"


@dataclass(frozen=True)
class Printed:
    """A figure on the page."""

    element: Any
    text: str
    value: float
    measure: str
    numerator: float | None
    denominator: float | None
    group: str
    article: str
    actor: str
    label: str
    href: str
    part: str = ""
    other: str = ""


def around(element: Any, name: str) -> str:
    """What the element or the nearest one around it says."""
    while element is not None:
        if element.get(name) is not None:
            return str(element.get(name))
        element = element.getparent()
    return ""


def _head(element: Any, name: str) -> str:
    """What the head of the element's column says."""
    cell = next((each for each in (element, *element.iterancestors()) if each.tag in ("td", "th")), None)
    if cell is None or cell.getparent().getparent().tag == "thead":
        return ""
    table = next(cell.iterancestors("table"))
    heads = table.xpath("./thead/tr/*")
    at = len(list(cell.itersiblings(preceding=True)))
    return heads[at].get(name, "") if at < len(heads) else ""


def said(element: Any, name: str) -> str:
    """The nearest answer: the element, its column, what is around it."""
    return (
        element.get(name) or _head(element, name).replace("*", around(element, "data-label")) or around(element, name)
    )


class Page:
    """A page, parsed."""

    def __init__(self, html: str) -> None:
        self.root = lxml.html.document_fromstring(html)
        passages = self.root.xpath('//table[@class="hits"]//td//*[starts-with(@id, "e")]')
        self.rows = [self._row(element) for element in passages]
        self.numbers = list(self._numbers())
        heads = self.root.xpath('//table[caption[@id="t-quotations"]]/thead//th/@data-actor')
        # The actors with a class of their own in the figures.
        self._largest = {actor for actor in heads if actor not in ("other", "unnamed", "unresolved")}
        self._articles = [each for each in self.numbers if around(each.element, "aria-labelledby") == "t-articles"]

    def _row(self, element: Any) -> Row:
        tr = next(element.iterancestors("tr"))
        body = tr.getparent().get("id")
        _, group, *bucket = body.split("-")
        place = element.get("href") or "#" + (element.xpath("./small/text()") or [element.text])[0]
        common = {"group": group, "sentence": place.removeprefix("#"), "body": body, "actor": around(tr, "data-actor")}
        scorer = around(tr, "data-scorer")
        if scorer == "sources":
            _, verb, length, how, role = ["".join(cell.itertext()).strip() for cell in tr.xpath("./td")] + [""] * (
                5 - len(tr.xpath("./td"))
            )
            return Row(
                scorer=scorer,
                label="",
                entry=verb,
                voice=VOICES[how] if how else around(tr, "data-voice"),
                polarity="asserted",
                role={"–": ""}.get(role, role or around(tr, "data-role")),
                weight=float(length.replace(",", "")),
                **common,
            )
        entry, _, act = self._note(element).partition("→")
        whose = "".join(tr.xpath("./th")[0].itertext()).strip()
        how = re.search(r"(?:partly quoted|quoted|paraphrased)$", whose)
        denied = tr.get("data-polarity") or ("denied" if bucket == ["denied"] else "asserted")
        return Row(
            scorer=scorer,
            label={"reporting": f"{bucket[0]}:{act.strip() or 'say'}", "agency": bucket[0]}.get(
                scorer, around(tr, "data-label")
            ),
            entry=entry.strip() or self._surface(element).lower(),
            voice=VOICES[how[0]] if how else "narration",
            polarity=denied,
            role="",
            weight=float(tr.get("data-weight", "1")),
            target=tr.get("data-target", ""),
            **common,
        )

    def _first(self, element: Any) -> Any:
        """The first passage with the same words: further places stand small behind it."""
        around_it = element.getparent()
        return next(around_it.itersiblings(preceding=True)) if around_it.tag == "small" else element

    def _surface(self, element: Any) -> str:
        return str(self._first(element).text).strip()

    def _note(self, element: Any) -> str:
        """What stands in italics behind the words: the entry, where it differs, and the act."""
        for each in self._first(element).itersiblings():
            if each.tag != "small":
                return str(each.text_content()) if each.tag == "i" else ""
        return ""

    def _group(self, element: Any) -> str:
        """The group of a body of evidence, which its id names."""
        body = next(element.iterancestors("tbody"), None)
        return "" if body is None or not body.get("id") else str(body.get("id").split("-")[1])

    def _numbers(self) -> Iterator[Printed]:
        for element in self.root.xpath('//table[@class="hits"]//tbody/tr[1]/th[not(.//data)]'):
            # The head of a body ends with the number of its passages, and what may be said of them.
            if found := re.search(r": ([\d,]+)(?:$|;)", str(element.xpath("string(bdi/following-sibling::text()[1])"))):
                yield Printed(
                    element, found[1], float(found[1].replace(",", "")), "rows", None, None, self._group(element), "",
                    "", "", "",
                )  # fmt: skip
        for element in self.root.xpath("//data | //text[@data-value] | //td[not(.//data)]"):
            value = element.get("value", element.get("data-value"))
            link = next((each for each in element.iterancestors("a")), None)
            tail = re.match(r" \([\d,.]+\)", element.tail or "")
            if element.tag == "td":
                # A count alone in a cell is a figure of what its column says.
                if not _head(element, "data-measure") or not re.fullmatch(r"[\d,]+", element.text_content().strip()):
                    continue
                value = element.text_content().replace(",", "")
                link = element.find("a")
            n, _, d = (element.get("data-n") or "").partition("/")
            yield Printed(
                element=element,
                text=element.text_content().strip() + (tail[0] if tail else ""),
                value=float(value) if value else math.nan,
                measure=said(element, "data-measure"),
                numerator=float(n) if n else None,
                denominator=float(d) if d else None,
                group=around(element, "data-group") or self._group(element),
                article=around(element, "data-article"),
                actor=said(element, "data-actor"),
                label=said(element, "data-label"),
                href=link.get("href") if link is not None else "",
                part=element.get("data-part", ""),
                other=around(element, "data-other"),
            )

    # -- what a figure must be ---------------------------------------------------------------------------------------

    def articles(self, measure: str, group: str = "", article: str = "") -> float:
        """A column of the table of articles, summed."""
        return sum(
            number.value
            for number in self._articles
            if number.measure == measure and group in ("", number.group) and article in ("", number.article)
        )

    def expected(self, number: Printed) -> tuple[float, float | None] | None:
        """Numerator and denominator of a figure, counted anew; None for what rows do not hold (readability)."""
        name, group, actor = number.measure, number.group, number.actor
        of_group = [row for row in self.rows if group in ("", row.group)]
        cues = [row for row in of_group if row.scorer == "reporting"]
        quotations = [row for row in of_group if row.scorer == "sources"]
        if found := re.fullmatch(r"own_reports(?:_(neutral|distancing|endorsing))?(_share)?", name):
            rows = [row for row in cues if row.own and (row.actor or "unresolved") == actor]
            fit = [row for row in rows if found[1] in (None, row.label.split(":")[0])]
            return len(fit), len(rows) if found[2] else None
        if found := re.fullmatch(r"reports(?:_(neutral|distancing|endorsing))?(_share|_act)?", name):
            rows = [
                row for row in cues if not around(number.element, "data-actor") or (row.actor or "unresolved") == actor
            ]
            fit = [row for row in rows if found[1] in (None, row.label.split(":")[0])]
            fit = [row for row in fit if found[2] != "_act" or row.label.split(":")[1] == number.label]
            return len(fit), len(rows) if found[2] == "_share" else None
        if found := re.fullmatch(r"actor_(quotations|words)(_share)?", name):
            table = around(number.element, "data-scorer")
            mine = [row for row in quotations if self._speaks(row, actor, among=None if table else self._largest)]
            weigh = (lambda rows: sum(row.weight for row in rows)) if found[1] == "words" else len
            return weigh(mine), weigh(quotations) if found[2] else None
        if name == "actor_groups":
            return len({row.group for row in quotations if self._speaks(row, actor, among=None)}), None
        if found := re.fullmatch(r"(\w+)_(own|quoted|denied)_per_1000", name):
            return self._voiced(of_group, found[1], found[2]), self._words(found[2], group)
        if found := re.fullmatch(r"(\w+?)_(per_1000|sentences|own_share)", name):
            rows = [row for row in of_group if row.label == found[1] and row.polarity == "asserted"]
            if found[2] == "per_1000":
                return sum(row.weight for row in rows), self.articles("words", group)
            if found[2] == "sentences":
                return len({row.sentence for row in rows}), self.articles("sentences", group)
            return sum(row.weight for row in rows if row.own), sum(row.weight for row in rows)
        if found := re.fullmatch(r"(?:deeds|agency)(?:_(?!passages)(\w+?))?(_share)?", name):
            return self._deeds(of_group, found[1] or "", actor), None if not found[2] else len(self._told(of_group))
        if name.endswith("_passages"):
            if name == "marked_passages":
                return sum(row.article == number.article and row.scorer != "sources" for row in self.rows), None
            label = name.removesuffix("_passages")
            return sum(label in (row.label, row.scorer) for row in self.rows), None
        return self._plain(number, quotations)

    def _told(self, rows: list[Row]) -> list[Row]:
        return [row for row in rows if row.scorer == "agency" and row.polarity == "asserted"]

    def _deeds(self, rows: list[Row], which: str, actor: str) -> int:
        told = self._told(rows)
        named = ("active", "passive", "nominal")
        if which == "acts":
            return sum(row.actor == actor for row in told)
        if which in ("named", "unnamed"):
            return sum(row.target == actor and (row.label in named) == (which == "named") for row in told)
        return sum(which in ("", row.label) for row in told)

    def _plain(self, number: Printed, quotations: list[Row]) -> tuple[float, float | None] | None:
        name, group = number.measure, number.group
        if name == "rows":
            return sum(row.body == next(number.element.iterancestors("tbody")).get("id") for row in self.rows), None
        if name == "verb":
            return self._verbs(number), None
        if name == "quotations":
            return len(quotations), None
        if found := re.fullmatch(r"quotations_(direct|mixed|indirect)_share", name):
            return sum(row.voice == found[1] for row in quotations), len(quotations)
        if name == "quoted_words_share":
            return sum(row.weight for row in quotations), self.articles("words", group)
        if name == "sources_official_share":
            known = [row for row in quotations if row.role]
            return sum(row.role in OFFICIAL for row in known), len(known)
        if name == "sources_effective_number":
            actors = Counter(row.actor for row in quotations if row.actor not in ("", "unnamed", "unresolved"))
            whole = sum(actors.values())
            return math.exp(-sum(n / whole * math.log(n / whole) for n in actors.values())) if whole else 0.0, float(
                bool(whole)
            )
        if name in ("words", "own_words", "quoted_words", "sentences"):
            return self.articles(name, group, number.article), None
        if name == "articles":
            return len({each.article for each in self._articles}), None
        if name == "groups":
            return len({each.group for each in self._articles}), None
        return None

    def _verbs(self, number: Printed) -> int:
        body = next(number.element.iterancestors("tbody")).get("id")
        if body:
            return sum(row.body == body and row.entry == number.label for row in self.rows)
        rows = [row for row in self.rows if row.scorer == "reporting" and row.group == number.group]
        if number.actor:
            rows = [row for row in rows if row.own and (row.actor or "unresolved") == number.actor]
        cell = next(each for each in number.element.iterancestors() if each.tag == "td")
        heads = next(cell.iterancestors("table")).xpath("./thead/tr/*")
        head = heads[len(list(cell.itersiblings(preceding=True)))].text_content().strip().lower()
        if head in ("neutral", "distancing", "endorsing"):
            rows = [row for row in rows if row.label.startswith(head)]
        return sum(row.entry.rpartition("#")[2] == number.label for row in rows)

    def _voiced(self, rows: list[Row], label: str, voice: str) -> float:
        mine = [row for row in rows if row.label == label]
        if voice == "denied":
            return sum(row.weight for row in mine if row.polarity == "denied")
        return sum(row.weight for row in mine if row.polarity == "asserted" and row.own == (voice == "own"))

    def _words(self, voice: str, group: str) -> float:
        return self.articles({"own": "own_words", "quoted": "quoted_words", "denied": "words"}[voice], group)

    def _speaks(self, row: Row, actor: str, among: set[str] | None) -> bool:
        if actor == "other":
            return row.actor not in {*(among or ()), "unnamed", "unresolved"}
        return row.actor == actor
