"""Ids, numbers and names for everything a comparison holds, the same for the same input in any order.

Ids are made here and never from names: a hostile name can then break neither a link nor a style rule.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from framing.compare.comparison import Comparison, Group
from framing.evidence import Evidence, Measure, MeasureSpec
from framing.lexicon.schema import STANCES as STANCES
from framing.report.options import Provenance
from framing.report.phrase import Number
from framing.report.wording import About, number, titled
from framing.scorers.sources import UNRESOLVED as UNRESOLVED
from framing.scoring import Scored

# How a deed is told, from those that name who does it to those that do not.
DEEDS = ("active", "passive", "nominal", "agentless", "unowned", "event", "happening")
UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A group with its id and the name to print."""

    id: str
    name: str
    group: Group


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article with its id, under its group."""

    id: str
    group: GroupEntry
    scored: Scored


@dataclass(frozen=True, slots=True)
class Kind:
    """What words can be marked as: a frame, a sort of hedging, a stance of reporting verbs.

    Parameters
    ----------
    number : int
        From 1; names the class of the mark and its filter.
    scorer, label, title : str
        What it is, for programs and for readers.
    tag : str
        One or two capital letters that stand beside the mark in print.
    section : str
        Id of its part of the evidence table.
    """

    number: int
    scorer: str
    label: str
    title: str
    tag: str
    section: str


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of evidence with its running number and its place."""

    number: int
    article: ArticleEntry
    evidence: Evidence
    bucket: str

    @property
    def group(self) -> GroupEntry:
        return self.article.group

    @property
    def sentence(self) -> str:
        """Id of the sentence it stands in."""
        return sentence_id(self.article.id, self.evidence.field, self.evidence.sentence)


def sentence_id(article: str, field: str, number: int) -> str:
    """``a3-s12`` in a text, ``a3-t1`` in a title that is no part of it."""
    return f"{article}-{'t' if field == 'title' else 's'}{number}"


def bucket_of(evidence: Evidence) -> str:
    """Which rows a number can ask for: own voice, quoted or denied; of reporting words and deeds, the sort."""
    if evidence.scorer == "reporting":
        return evidence.label.partition(":")[0]
    if evidence.polarity == "denied":
        return "denied"
    if evidence.scorer == "agency":
        return evidence.label
    return "own" if evidence.own else "quoted"


def actor_of(evidence: Evidence) -> str:
    """Who is quoted: an actor, somebody without a name, or somebody not resolved."""
    if evidence.label != UNRESOLVED:
        return evidence.label
    return UNNAMED if evidence.role == UNNAMED else UNRESOLVED


class Catalog:
    """A comparison, numbered.

    Parameters
    ----------
    comparison : Comparison
        In any order.
    provenance : Provenance
        For the names of frames and actors.
    """

    def __init__(self, comparison: Comparison, provenance: Provenance) -> None:
        self.comparison = comparison
        self.provenance = provenance
        self.one = comparison.by if comparison.by in ("outlet", "event") else "group"
        self.more = f"{self.one}s"
        # In corpus mode only what was inferred may be called a difference.
        self.inferred = comparison.statistics is not None
        # Whether a model had a part in finding frames.
        self.learned = any(lexicon.kind == "model" for lexicon in provenance.lexicons)
        self._specs = {spec.name: spec for spec in comparison.specs}
        self._definitions = {lexicon.label: lexicon.definition for lexicon in provenance.lexicons}
        self._titles = {lexicon.label: lexicon.title for lexicon in provenance.lexicons}
        self._actors = dict(provenance.actors)
        self.groups: tuple[GroupEntry, ...] = tuple(
            GroupEntry(f"g{at}", group.name or f"(no {comparison.by})", _in_order(group))
            for at, group in enumerate(sorted(comparison.groups, key=_by_name), 1)
        )
        pairs = [(entry, scored) for entry in self.groups for scored in entry.group.articles]
        self.articles = tuple(ArticleEntry(f"a{at}", entry, scored) for at, (entry, scored) in enumerate(pairs, 1))

    @cached_property
    def rows(self) -> tuple[Found, ...]:
        """All evidence, article by article, numbered from 1."""
        pairs = [(article, evidence) for article in self.articles for evidence in article.scored.evidence]
        return tuple(
            Found(at, article, evidence, bucket_of(evidence)) for at, (article, evidence) in enumerate(pairs, 1)
        )

    def rows_of(self, scorer: str, label: str = "", group: str = "") -> Iterator[Found]:
        """Evidence of a scorer, of one label and one group where these are given."""
        yield from self._rows_by.get((scorer, label, group), ())

    @cached_property
    def _rows_by(self) -> dict[tuple[str, str, str], list[Found]]:
        found: dict[tuple[str, str, str], list[Found]] = {}
        for row in self.rows:
            scorer, label, group = row.evidence.scorer, row.evidence.label, row.group.id
            for key in ((scorer, "", ""), (scorer, label, ""), (scorer, "", group), (scorer, label, group)):
                found.setdefault(key, []).append(row)
        return found

    @property
    def frames(self) -> tuple[Kind, ...]:
        """The frames, in the order of their measures."""
        return tuple(kind for kind in self.kinds if kind.scorer == "frames")

    @property
    def commitments(self) -> tuple[Kind, ...]:
        """Hedges, boosters and their like."""
        return tuple(kind for kind in self.kinds if kind.scorer == "hedging")

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Everything words can be marked as: frames first, then hedging, then reporting, then what else was found."""
        found = {(row.evidence.scorer, row.evidence.label): None for row in self.rows}
        frames = [name.removesuffix("_denied_per_1000") for name in self._specs if name.endswith("_denied_per_1000")]
        voiced = [name.removesuffix("_own_per_1000") for name in self._specs if name.endswith("_own_per_1000")]
        owners = {label: scorer for scorer, label in found}
        known = [(owners.get(label, "frames"), label) for label in frames]
        known += [(owners.get(label, "hedging"), label) for label in voiced if label not in frames]
        if any(scorer == "reporting" for scorer, _ in found) or "reports_per_1000" in self._specs:
            known += [("reporting", stance) for stance in STANCES]
        if any(scorer == "agency" for scorer, _ in found):
            known += [("agency", "deed")]
        apart = ("reporting", "sources", "agency")
        others = sorted(pair for pair in found if pair not in known and pair[0] not in apart)
        kinds: list[Kind] = []
        tags: set[str] = set()
        for at, (scorer, label) in enumerate(known + others, 1):
            title = f"{titled(label)} reporting" if scorer == "reporting" else self._titles.get(label, titled(label))
            title = "Deeds" if scorer == "agency" else title
            tag = _tag(title, tags)
            tags.add(tag)
            section = {"reporting": "xr", "agency": "xd"}.get(scorer, f"x{at}")
            kinds.append(Kind(at, scorer, label, title, tag, section))
        return tuple(kinds)

    def kind_of(self, evidence: Evidence) -> Kind | None:
        """What a piece of evidence is marked as; quotations are not marked."""
        label = bucket_of(evidence) if evidence.scorer == "reporting" else evidence.label
        label = "deed" if evidence.scorer == "agency" else label
        return self._kinds.get((evidence.scorer, label))

    @cached_property
    def _kinds(self) -> dict[tuple[str, str], Kind]:
        return {(kind.scorer, kind.label): kind for kind in self.kinds}

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Who is quoted, by quoted words, then name; those without a name and those not resolved last."""
        words: Counter[str] = Counter()
        for row in self.rows_of("sources"):
            words[actor_of(row.evidence)] += int(row.evidence.weight)
        return tuple(sorted(words, key=lambda actor: (actor in (UNNAMED, UNRESOLVED), -words[actor], actor)))

    def actor(self, identifier: str | None) -> str:
        """The name to print for an actor: its usual acronym, where the id is that, else its name."""
        if identifier in (None, UNRESOLVED):
            return "not resolved"
        if identifier == UNNAMED:
            return "unnamed sources"
        name = self._actors.get(identifier or "", titled(identifier or ""))
        return identifier or "" if _initials(name) == identifier else name

    def full_actor(self, identifier: str) -> str:
        """Name and id, for where there is room."""
        name = self._actors.get(identifier, identifier)
        return name if name == identifier else f"{name} ({identifier})"

    def definition(self, label: str) -> str:
        """What a frame or a sort of hedging means, where its lexicon says it."""
        return self._definitions.get(label, "")

    def spec(self, name: str) -> MeasureSpec:
        """What a measure means; a measure without a spec is called by its name."""
        return self._specs.get(name) or MeasureSpec(name, titled(name), "", "")

    def has(self, name: str) -> bool:
        """Whether the comparison has a measure."""
        return name in self._specs

    def passages(self, section: str, group: str, bucket: str = "") -> str:
        """Where the rows behind a number stand: those of one bucket, or the first of its group."""
        buckets = self._buckets.get((section, group), [])
        if bucket:
            return f"#{section}-{group}-{bucket}" if bucket in buckets else ""
        return f"#{section}-{group}-{buckets[0]}" if buckets else ""

    @cached_property
    def _buckets(self) -> dict[tuple[str, str], list[str]]:
        order = ("own", "quoted", *DEEDS, "denied", *STANCES)
        found: dict[tuple[str, str], set[str]] = {}
        for row in self.rows:
            if kind := self.kind_of(row.evidence):
                found.setdefault((kind.section, row.group.id), set()).add(row.bucket)
        return {key: sorted(buckets, key=order.index) for key, buckets in found.items()}

    def measured(
        self, entry: GroupEntry, name: str, href: str = "", *, named: bool = False, amount: bool = False
    ) -> Number:
        """A pooled measure of a group as it is printed; `named` where no row around it names the group."""
        measure = entry.group[name]
        return number(measure, self.spec(name).unit, about=About(entry.id if named else ""), href=href, amount=amount)


def measure_of(scored: Scored, name: str) -> Measure | None:
    """A measure of one article, where it has it."""
    return next((measure for measure in scored.card if measure.name == name), None)


def _by_name(group: Group) -> tuple[str, str]:
    return group.name.casefold(), group.name


def _in_order(group: Group) -> Group:
    return replace(group, articles=tuple(sorted(group.articles, key=_by_date_and_id)))


def _by_date_and_id(scored: Scored) -> tuple[dt.date, str]:
    article = scored.document.article
    return article.date or dt.date.max, article.id


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _tag(title: str, taken: set[str]) -> str:
    """A capital of the title, else any two letters that are free."""
    letters = [letter for letter in title.upper() if "A" <= letter <= "Z"]
    alphabet = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    choices = letters + [a + b for a in letters[:1] for b in letters[1:]] + alphabet
    choices += [a + b for a in alphabet for b in alphabet]
    return next(choice for choice in choices if choice not in taken)
