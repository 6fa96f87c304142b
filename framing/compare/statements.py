"""The same statement in several outlets: under which verb, how much of it, and where.

Two reports are of one statement if both quote the same run of words, or if one source is given the same rare words in
paraphrase. Only statements of the same actor are compared, unless the words are the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from framing.compare.story import Saying, Statement
from framing.compare.story_words import WORD, Rarity, Text, content_stems, means
from framing.spans import Span, merged
from framing.structure.document import Passage
from framing.structure.nouns import Attribution

RUN = 4
"""Quoted words in a row that make two reports one statement."""
LEAST_STEMS, LEAST_SHARED = 4, 4
LIKE = 0.5
"""Share of the shorter report, rare words weighing more, that must stand in the other if nothing is quoted."""
_INNER = 0.6
_NO = re.compile(r"\b(?:not|no|never|nor|neither|without|cannot)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution, with the words it consists of."""

    text: Text
    made: Attribution
    spans: tuple[Span, ...]
    stems: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    person: str

    @property
    def denies(self) -> bool:
        """Whether the cue or the content has an odd number of negations: "may send" is not "does not plan to send"."""
        return bool(self.made.negated) != bool(len(_NO.findall(self.content)) % 2)

    @property
    def content(self) -> str:
        """What is said."""
        return " ".join(span.of(self.text.passage.text) for span in self.spans)


def reports(text: Text) -> Iterator[Report]:
    """Every attribution of a text that says something, without those that only wrap another."""
    passage = text.passage
    sizes = {made.id: _words(passage, made.contents) for made in passage.attributions}
    wraps = {
        made.parent
        for made in passage.attributions
        if made.parent in sizes and made.cue and sizes[made.id] >= _INNER * sizes[made.parent]
    }
    for made in passage.attributions:
        spans = merged(made.contents)
        if made.id in wraps or not spans or not made.voiced:
            continue
        content = " ".join(span.of(passage.text) for span in spans)
        stems = frozenset(each for each, _ in content_stems(content))
        if stems:
            yield Report(text, made, spans, stems, frozenset(_runs(passage, spans)), _person(passage, made))


def _words(passage: Passage, spans: Sequence[Span]) -> int:
    return sum(passage.words(*span) for span in spans)


def _runs(passage: Passage, spans: Sequence[Span]) -> Iterator[tuple[str, ...]]:
    """Runs of quoted words of which at least two mean something."""
    at = bisect_left([quotation.end for quotation in passage.quotations], spans[0].start)
    for quotation in passage.quotations[at:]:
        if quotation.start >= spans[-1].end:
            break
        if not any(span.overlaps(quotation.inner) for span in spans):
            continue
        words = [found[0].replace("’", "'") for found in WORD.finditer(quotation.inner.of(passage.text))]
        # "the United States and our allies" is said by many; two words besides names make it a statement.
        telling = [len(word) > 2 and not word[0].isupper() and means(word) for word in words]
        for start in range(len(words) - RUN + 1):
            if sum(telling[start : start + RUN]) > 1:
                yield tuple(word.lower() for word in words[start : start + RUN])


def _person(passage: Passage, made: Attribution) -> str:
    """Last name of the source, where it is a person known by name."""
    for source in made.sources:
        for mention in passage.mentions:
            if mention.kind == "person" and source.contains((mention.start, mention.end)):
                return passage.text[mention.start : mention.end].split()[-1].lower()
    return ""


def statements(found: Sequence[Report], groups: Sequence[str], rarity: Rarity) -> tuple[Statement, ...]:
    """Statements that texts of two or more groups report.

    Parameters
    ----------
    found : sequence of Report
        All reports of the story, from `reports`.
    groups : sequence of str
        In what order to name them.
    rarity : Rarity
        Of the words of the story.

    Returns
    -------
    tuple of Statement
        Those under verbs of another stance or act first, then those under different verbs, then those quoted word
        for word, then by likeness.
    """
    order = {group: at for at, group in enumerate(groups)}
    made = [_statement(found, match, rarity, order) for match in _groups(found, rarity)]
    return tuple(sorted(made, key=lambda each: (-each.contrast, not each.verbatim, -each.likeness, _first(each))))


def _first(statement: Statement) -> tuple[str, str, int]:
    place = statement.sayings[0].place
    return place.group, place.article, place.start


@dataclass(frozen=True, slots=True)
class _Match:
    """Reports of one statement, at most one a group, and the likeness of the closest pair."""

    members: tuple[int, ...]
    verbatim: bool
    likeness: float


def _groups(found: Sequence[Report], rarity: Rarity) -> Iterator[_Match]:
    """Pairs first, the most alike first; a report joins the statement that it resembles most."""
    pairs = sorted(_pairs(found, rarity), key=lambda pair: (not pair[2], -pair[3], pair[0], pair[1]))
    statement_of: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    kinds: dict[int, tuple[bool, float]] = {}
    for one, other, verbatim, likeness in pairs:
        if one in statement_of and other in statement_of:
            continue
        if one not in statement_of and other not in statement_of:
            number = len(members)
            members[number], kinds[number] = [one, other], (verbatim, likeness)
        else:
            known, fresh = (one, other) if one in statement_of else (other, one)
            number = statement_of[known]
            if found[fresh].text.group in {found[at].text.group for at in members[number]}:
                continue
            members[number].append(fresh)
        statement_of[one] = statement_of[other] = number
    for number, group in members.items():
        yield _Match(tuple(group), *kinds[number])


def _pairs(found: Sequence[Report], rarity: Rarity) -> Iterator[tuple[int, int, bool, float]]:
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    for at, report in enumerate(found):
        for each in report.stems:
            by_stem[each].append(at)
    common: Counter[tuple[int, int]] = Counter()
    most = max(20, len(found) // 5)
    for each in sorted(by_stem):
        if len(by_stem[each]) <= most:
            common.update(combinations(by_stem[each], 2))
    for (one, other), shared in common.items():
        left, right = found[one], found[other]
        if shared < 2 or left.text.group == right.text.group:
            continue
        verbatim = bool(left.runs & right.runs)
        likeness = _likeness(left, right, rarity)
        if verbatim or _paraphrase(left, right, likeness):
            yield one, other, verbatim, likeness


def _likeness(left: Report, right: Report, rarity: Rarity) -> float:
    shorter = min(rarity.of(left.stems), rarity.of(right.stems))
    return rarity.of(left.stems & right.stems) / shorter if shorter else 0.0


def _paraphrase(left: Report, right: Report, likeness: float) -> bool:
    actors = left.made.actor, right.made.actor
    if None in actors or actors[0] != actors[1] or (left.person and right.person and left.person != right.person):
        return False
    roles = left.made.role, right.made.role
    if None not in roles and roles[0] != roles[1]:
        return False  # a newspaper of a country is not its government
    if left.denies != right.denies or min(len(left.stems), len(right.stems)) < LEAST_STEMS:
        return False
    return likeness >= LIKE and len(left.stems & right.stems) >= LEAST_SHARED


def _statement(found: Sequence[Report], match: _Match, rarity: Rarity, order: dict[str, int]) -> Statement:
    members = sorted((found[at] for at in match.members), key=lambda report: order[report.text.group])
    fullest = max(members, key=lambda report: (rarity.of(report.stems), -order[report.text.group]))
    everywhere = frozenset.intersection(*(report.stems for report in members))
    rare = sorted(everywhere, key=lambda each: (-rarity[each], each))
    words = dict(content_stems(fullest.content))
    actors = [report.made.actor for report in members if report.made.actor]
    return Statement(
        actors[0] if actors else None,
        tuple(_saying(report, fullest, everywhere) for report in members),
        match.verbatim,
        tuple(words[each] for each in rare[:6]),
        match.likeness,
    )


def _saying(report: Report, fullest: Report, shared: frozenset[str]) -> Saying:
    passage, made = report.text.passage, report.made
    # Of a content in several parts and sentences, the one that is shared.
    pieces = _pieces(passage, report.spans)
    best = max(pieces, key=lambda span: (_shared(passage, span, shared), span.start - span.end, -span.start))
    return Saying(
        report.text.place(*best),
        best.of(passage.text),
        made.source.of(passage.text) if made.source else "",
        made.cue.of(passage.text) if made.cue else "",
        made.stance,
        made.act,
        made.kind,
        _words(passage, report.spans),
        len(report.stems & fullest.stems) / len(fullest.stems),
    )


def _shared(passage: Passage, span: Span, shared: frozenset[str]) -> int:
    return len({each for each, _ in content_stems(span.of(passage.text))} & shared)


def _pieces(passage: Passage, spans: Sequence[Span]) -> Iterator[Span]:
    """Every sentence of a content, and every quotation in it."""
    stretches = [(each.start, each.end) for each in passage.sentences]
    stretches += [(each.start, each.end) for each in passage.quotations]
    for span in spans:
        for start, end in stretches:
            if max(start, span.start) < min(end, span.end):
                yield Span(max(start, span.start), min(end, span.end))
