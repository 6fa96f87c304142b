"""Comparisons made by hand from a few invented sentences; `markup` says how they are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import exp, log
from typing import Any

# Registered by conftest.py, which loads the helpers beside it.
from report_markup import Draft, literal, parsed, passage  # type: ignore[import-not-found]

from framing.article import Article, Excluded
from framing.compare.comparison import Comparison, Group
from framing.evidence import Evidence, Measure, MeasureSpec, ScoreCard
from framing.report import Accuracy, InputNote, LexiconNote, Provenance
from framing.scoring import Scored
from framing.spans import Span
from framing.structure.document import Document, Passage

FRAMES = {"threat": "Threat", "diplomacy": "Diplomacy"}
HEDGING = {"hedge": "Hedges", "booster": "Boosters"}
STANCES = ("neutral", "distancing", "endorsing")
ACTS = ("say", "deny", "warn")

__all__ = ["articles", "comparison", "excluded", "literal", "provenance", "scored"]


def _evidence(article: Article, of: Passage, draft: Draft) -> list[Evidence]:
    found = []
    for start, end, label, denied in sorted(draft.marks):
        owner = of.voices.owner(start)
        sentence = of.sentence_at(start)
        scorer = (
            "reporting" if ":" in label else "frames" if label in FRAMES else "hedging" if label in HEDGING else "other"
        )
        actor, role = (owner.actor, owner.role) if owner else (None, None)
        if scorer == "reporting":
            reported = next((made for made in of.attributions if made.cue == (start, end)), None)
            actor, role = (reported.actor, reported.role) if reported else (None, None)
        lexicon = {"reporting": "verbs"}.get(scorer, label)
        found.append(
            Evidence(
                article.id,
                article.outlet,
                of.field,
                start,
                end,
                of.text[start:end],
                scorer,
                label,
                f"{lexicon}#{of.text[start:end].lower()}",
                "denied" if denied else "asserted",
                owner.kind if owner else "narration",
                actor,
                role,
                1.0,
                sentence.number if sentence else 0,
            )
        )
    for made in of.attributions:
        start, end = made.contents[0]
        sentence = of.sentence_at(start)
        weight = float(sum(of.words(a, b) for a, b, owner in of.voices.owned() if owner is made))
        found.append(
            Evidence(
                article.id,
                article.outlet,
                of.field,
                start,
                end,
                of.text[start:end],
                "sources",
                made.actor or "unresolved",
                made.kind,
                "asserted",
                made.kind,
                made.actor,
                made.role,
                weight,
                sentence.number if sentence else 0,
            )
        )
    return sorted(found, key=lambda row: (row.field, row.start, row.scorer))


def _measures(document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
    words, quoted = document.words, document.quoted_words
    measures: list[Measure] = []

    def total(label: str, polarity: str, own: bool | None = None) -> float:
        rows = [row for row in evidence if row.label == label and row.polarity == polarity]
        return sum(row.weight for row in rows if own is None or row.own == own)

    for label in (*FRAMES, *HEDGING):
        measures += (
            Measure.rate(f"{label}_per_1000", total(label, "asserted"), words),
            Measure.rate(f"{label}_own_per_1000", total(label, "asserted", True), words - quoted),
            Measure.rate(f"{label}_quoted_per_1000", total(label, "asserted", False), quoted),
        )
        if label in FRAMES:
            rows = [row for row in evidence if row.label == label and row.polarity == "asserted"]
            sentences = {(row.article, row.field, row.sentence) for row in rows}
            measures.append(Measure.rate(f"{label}_denied_per_1000", total(label, "denied"), words))
            measures.append(Measure.share(f"{label}_sentences", len(sentences), document.sentences))
    cues = [row.label.split(":") for row in evidence if row.scorer == "reporting"]
    measures.append(Measure.rate("reports_per_1000", len(cues), words))
    measures += [Measure.share(f"reports_{s}_share", sum(c[0] == s for c in cues), len(cues)) for s in STANCES]
    measures += [Measure.share(f"reports_{a}_share", sum(c[1] == a for c in cues), len(cues)) for a in ACTS]
    said = [row for row in evidence if row.scorer == "sources"]
    measures.append(Measure.count("quotations", len(said)))
    for kind in ("direct", "mixed", "indirect"):
        measures.append(Measure.share(f"quotations_{kind}_share", sum(row.entry == kind for row in said), len(said)))
    measures.append(Measure.share("quoted_words_share", quoted, words))
    measures.append(_effective(evidence))
    known = [row for row in said if row.role]
    measures.append(
        Measure.share(
            "sources_official_share", sum(row.role in ("government", "military") for row in known), len(known)
        )
    )
    measures.append(Measure.rate("words_per_sentence", words / 1000, document.sentences))
    measures.append(Measure.mean("flesch_reading_ease", 60.0 - words / 10, words))
    measures.append(Measure.rate("other_per_1000", total("other", "asserted"), words))
    return tuple(measures)


def _effective(evidence: Iterable[Evidence]) -> Measure:
    actors = [row.actor for row in evidence if row.scorer == "sources" and row.actor]
    shares = [actors.count(actor) / len(actors) for actor in set(actors)]
    return Measure(
        "sources_effective_number", exp(-sum(s * log(s) for s in shares)) if actors else 0.0, float(bool(actors))
    )


def _unit(name: str) -> str:
    if name.endswith("_per_1000"):
        return "per 1,000 words"
    return "share of all" if name.endswith(("_share", "_sentences")) else ""


def specs(measures: Iterable[Measure]) -> tuple[MeasureSpec, ...]:
    """What the measures mean, near enough."""
    titles = {**FRAMES, **HEDGING}
    made = []
    for measure in measures:
        label = measure.name.partition("_")[0]
        title = measure.name.replace(label, titles.get(label, label), 1).replace("_", " ")
        made.append(MeasureSpec(measure.name, title, _unit(measure.name), f"Counts {title}."))
    return tuple(made)


def scored(
    identifier: str,
    outlet: str,
    text: str,
    *,
    title: str = "",
    day: str = "",
    url: str = "",
    title_in_text: bool = False,
) -> Scored:
    """An article with everything its marks say."""
    body, head = parsed(text), parsed(title)
    span = Span(0, text.index("\n")) if title_in_text else None
    article = Article(
        id=identifier, text=body.text, title=body.text[: span.end] if span else head.text, outlet=outlet,
        date=dt.date.fromisoformat(day) if day else None, url=url, title_span=span, masked=tuple(body.masked),
    )  # fmt: skip
    drafts = ([("title", head)] if title and not span else []) + [("text", body)]
    passages = [(passage(name, draft), draft) for name, draft in drafts]
    document = Document(article, tuple(made for made, _ in passages))
    evidence = tuple(row for made, draft in passages for row in _evidence(article, made, draft))
    return Scored(document, evidence, ScoreCard(identifier, outlet, _measures(document, evidence)))


def comparison(articles: Iterable[Scored], **changed: Any) -> Comparison:
    """Articles grouped by outlet, their measures pooled."""
    grouped: dict[str, list[Scored]] = {}
    for each in articles:
        grouped.setdefault(each.document.article.outlet, []).append(each)
    groups = []
    for name, members in sorted(grouped.items(), key=lambda item: item[0].casefold()):
        columns = zip(*(member.card.measures for member in members), strict=True)
        evidence = [row for member in members for row in member.evidence]
        pooled = [Measure.pooled(column) for column in columns]
        pooled = [_effective(evidence) if each.name == "sources_effective_number" else each for each in pooled]
        groups.append(Group(name, tuple(members), tuple(pooled)))
    measures = groups[0].measures if groups else ()
    made = Comparison("outlet", "same-story", "At least one outlet has only 1 article.", tuple(groups), specs(measures))
    return replace(made, **changed)


def articles() -> list[Scored]:
    """A quarrel over a bridge, in three invented outlets."""
    return [
        scored(
            "gull-1", "The Gull",
            "~~Photo: A. Nadir~~\n"
            "The {threat|build-up} at Holm Bridge is a {threat|menace} to the valley. {threat|War} {hedge|may} come, "
            "and an {threat|attack} looks near. {booster|Clearly} the {threat|danger} grows.\n"
            "[[NRD government direct|“We fear no {!threat|attack},”]] {neutral:say|said} the envoy. "
            "[[- - indirect|the {diplomacy|talks} were a {threat|trap}]], one officer {distancing:say|claimed}.\n"
            "{threat|Troops} massed by dusk, a plain {threat|provocation}.",
            title="{threat|Menace} at the bridge", day="2031-05-02", url="https://gull.example/1",
        ),
        scored(
            "gull-2", "The Gull",
            "The valley {hedge|perhaps} sleeps tonight, for all that the {threat|danger} is on every corner and in "
            "every shop along the quay. [[NRD government direct|“Hold fast,”]] the premier {neutral:warn|warned}.",
            day="2031-05-03",
        ),
        scored(
            "lamp-7", "Lamplighter",
            "Envoys met again\n"
            "{diplomacy|Talks} on Holm Bridge went on, the second {diplomacy|round} this week, with a "
            "{diplomacy|mediator} from the coast and a draft of the {diplomacy|accord} on the table for all to read. A "
            "{diplomacy|deal} {hedge|could} follow by the end of the month, and the {diplomacy|envoys} shook hands in "
            "the rain before they left for home.\n"
            "[[SOR government direct|“The {diplomacy|door} is open,”]] the minister {neutral:say|said}. "
            "[[- unnamed indirect|a {threat|raid} had been {hedge|possibly} called off]], sources "
            "{distancing:say|claimed}. "
            "[[SOR military mixed|no “{!threat|invasion}” was planned]], a colonel {endorsing:say|confirmed}. "
            "[[SOR government direct|“We listen,”]] she {neutral:say|said}. [[SOR government direct|“We wait,”]] she "
            "{neutral:say|said}. [[SOR government direct|“We hope,”]] she {neutral:say|said}.\n"
            "~~READ MORE: ferries~~",
            day="2031-05-02", url="javascript:alert(1)", title_in_text=True,
        ),
        scored("orb-3", "Orbit & Sons", "Nothing on the bridge {other|today}.", title="Quiet", day=""),
    ]  # fmt: skip


def provenance(**changed: Any) -> Provenance:
    """Where the made comparison says it came from."""
    notes = [
        LexiconNote(
            id=label, label=label, kind="frame" if label in FRAMES else "commitment", title=title, version="1.0.0",
            sha256="ab" * 32, entries=3, definition=f"Words of {title.lower()}.", includes=("one sort",),
            excludes=("another sort",), licence="CC0-1.0",
        )
        for label, title in {**FRAMES, **HEDGING}.items()
    ]  # fmt: skip
    made = Provenance(
        version="9.9.9", command="framing report bridge -o report.html", python="3.x", platform="any",
        lexicons=tuple(notes), inputs=(InputNote("bridge.jsonl", "cd" * 32, 4),), options=(("frames", "all"),),
        actors=(("NRD", "Nordmark"), ("SOR", "Sorrel Isles")),
        accuracy=(Accuracy("Who is quoted", "precision 0.91", "300 sentences, two coders"),),
    )  # fmt: skip
    return replace(made, **changed)


def excluded() -> tuple[Excluded, ...]:
    """Inputs that were left out."""
    return (
        Excluded(
            "bridge.csv, row 9", "appears to be German; only English is scored", "language", "Use --any-language."
        ),
        Excluded("empty.txt", "holds no text", "empty"),
    )
