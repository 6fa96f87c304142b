"""What goes wrong with quotations, and how far their confidence is to be believed.

usage: python benchmarks/quotations.py FILE [--examples N] [--write lexicons/confidence.toml]

FILE is JSON Lines in the layout of PolNeAR, an article a line, plain or gzipped; offsets are half-open code points:

{"doc_id", "text", "attributions": [{"source": [[s, e], ...], "cue": [[s, e], ...], "content": [[s, e], ...],
 "quote_type": "direct" | "indirect" | "mixed"}, ...]}

A relation is right where its content and a coded one share half of their characters (Jaccard). Prints what became of
the coded relations of each kind, what the relations found in excess are, and the calibration of the confidence. With
--write, counts what became of each cue, fits the weights of the confidence, and writes both.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from framing.article import Article
from framing.lexicon.reliability import log_odds
from framing.pipeline import instrument
from framing.rows import quotation_rows
from framing.structure.confidence import features
from framing.structure.relation import Relation

Coded = dict[str, Any]
HALF, THIRD = 0.5, 0.3
LEAST_MET = 5
FEATURES = ("no_cue", "no_source", "direct", "mixed", "that", "content_first", "few_words")


class Found(NamedTuple):
    """A relation that was found, with what the coders say of it."""

    cue: str
    features: tuple[str, ...]
    confidence: float
    content_right: bool
    source_right: bool


def articles(path: Path) -> Iterator[Coded]:
    """The coded articles of a file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def characters(spans: Iterable[Sequence[int]], text: str) -> frozenset[int]:
    """Offsets of the characters of some spans that are not blank."""
    return frozenset(at for start, end in spans for at in range(start, min(end, len(text))) if not text[at].isspace())


def shared(a: frozenset[int], b: frozenset[int]) -> float:
    """Jaccard's coefficient."""
    return len(a & b) / len(a | b) if a or b else 1.0


def told(row: Coded, entry: str, plain: str) -> tuple[str, ...]:
    """Features of a relation, from its row."""
    made = Relation(None, row["cue"] and _Span(*row["cue"]), [row["source"]] if row["source"] else [], name=entry)
    made.contents = [_Span(*part) for part in row["content"]]
    made.has_quotation, made.has_words = row["kind"] != "indirect", row["kind"] != "direct"
    return tuple(features(made, plain))


class _Span(NamedTuple):
    start: int
    end: int


class Tally:
    """What became of coded relations, and what was found."""

    def __init__(self) -> None:
        self.fate: Counter[tuple[str, str]] = Counter()
        self.excess: Counter[str] = Counter()
        self.examples: dict[str, list[str]] = defaultdict(list)
        self.found: list[Found] = []

    def add(self, coded: Coded) -> None:
        """Compare one article."""
        text = coded["text"]
        scored = instrument().score(Article(id=str(coded["doc_id"]), text=text))
        passage = scored.document.passages[-1]
        entries = {cue.start: cue.entry for cue in passage.cues}
        cues = characters(((cue.start, cue.end) for cue in passage.cues), text)
        rows = list(quotation_rows(scored))
        wanted = [relation for relation in coded["attributions"] if relation["content"]]
        mine = [characters(row["content"], text) for row in rows]
        gold = [characters(relation["content"], text) for relation in wanted]
        met = {
            at: [(share, other) for other, b in enumerate(gold) if (share := shared(a, b))] for at, a in enumerate(mine)
        }
        paired: dict[int, int] = {}
        for share, at, other in sorted(((s, a, o) for a, all_of in met.items() for s, o in all_of), reverse=True):
            if share >= HALF and at not in paired and other not in paired.values():
                paired[at] = other
        for other, relation in enumerate(wanted):
            self.fate[relation["quote_type"], self._fate(relation, other, rows, paired, cues, text)] += 1
        for at, row in enumerate(rows):
            entry = entries.get(row["cue"][0], "") if row["cue"] else ""
            source = characters([row["source"]] if row["source"] else [], text)
            right = at in paired and shared(source, characters(wanted[paired[at]]["source"], text)) >= THIRD
            self.found.append(Found(entry, told(row, entry, passage.text), row["confidence"], at in paired, right))
            if at not in paired:
                kind = "bounds differ from those of a coded one" if met[at] else "nothing coded there"
                self.excess[f"{kind}, {'a cue' if row['cue'] else 'no cue'}"] += 1

    def _fate(
        self, relation: Coded, other: int, rows: list[Coded], paired: dict[int, int], cues: frozenset[int], text: str
    ) -> str:
        cue = characters(relation["cue"], text)
        if other in paired.values():
            return "found"
        if not cue:
            fate = "missed: no cue"
        elif not cue & cues:
            fate = "missed: unknown cue"
        elif not any(row["cue"] and cue & characters([row["cue"]], text) for row in rows):
            fate = "missed: no relation"
        else:
            fate = "missed: other bounds"
        self.examples[fate].append(" ... ".join(text[s:e] for s, e in (*relation["cue"], *relation["content"])))
        return fate


def calibration(found: Sequence[Found], outcome: str) -> None:
    """Ten bins of equal width: expected calibration error (Naeini, Cooper and Hauskrecht 2015)."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for each in found:
        bins[min(9, int(each.confidence * 10))].append((each.confidence, getattr(each, outcome)))
    error = sum(abs(sum(p for p, _ in b) - sum(o for _, o in b)) for b in bins.values()) / len(found)
    print(f"\n{outcome.replace('_', ' ')}: expected calibration error {error:.3f}")
    for _, pairs in sorted(bins.items()):
        mean = sum(p for p, _ in pairs) / len(pairs)
        print(f"  confidence {mean:.2f}   right {sum(o for _, o in pairs) / len(pairs):.2f}   ({len(pairs)})")


def fit(found: Sequence[Found]) -> tuple[dict[str, float], dict[str, tuple[int, int, int]]]:
    """Weights of the confidence, each cue's own count left out of its feature; and the counts of the cues."""
    from sklearn.linear_model import LogisticRegression

    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for each in found:
        counts[each.cue][0] += 1
        counts[each.cue][1] += each.content_right
        counts[each.cue][2] += each.source_right
    columns, outcomes = [], []
    for each in found:
        met, bounds, sources = counts[each.cue]
        others = log_odds(met - 1, bounds - each.content_right, sources - each.source_right) if each.cue else 0.0
        row = [others, *(float(name in each.features) for name in FEATURES)]
        columns += [row, row]
        outcomes += [each.content_right, each.source_right]
    model = LogisticRegression(C=100.0, max_iter=1000).fit(columns, outcomes)
    weights = dict(zip(("cue", *FEATURES), (round(float(w), 2) for w in model.coef_[0]), strict=True))
    kept = {cue: tuple(count) for cue, count in sorted(counts.items()) if cue and count[0] >= LEAST_MET}
    return {"base": round(float(model.intercept_[0]), 2), **weights}, kept


def written(weights: dict[str, float], counts: dict[str, tuple[int, int, int]]) -> str:
    """The file of figures."""
    return "\n".join(
        (
            "# How far attribution relations are to be believed: weights of a logistic regression; and of each cue met",
            "# five times or more: relations found by it, those with the coders' content, those with their source too.",
            "# Counted on the training part of PolNeAR (Newell, Margolin and Ruths 2018) by benchmarks/quotations.py.",
            "",
            "[weights]",
            *(f"{name} = {weight}" for name, weight in weights.items()),
            "",
            "[cues]",
            *(f"{json.dumps(cue, ensure_ascii=False)} = {list(count)}" for cue, count in counts.items()),
            "",
        )
    )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--examples", type=int, default=0, help="how many of each miss to show")
    parser.add_argument("--write", type=Path, help="file for the figures of the confidence")
    options = parser.parse_args()
    tally = Tally()
    for coded in articles(options.file):
        tally.add(coded)

    kinds = sorted({kind for kind, _ in tally.fate})
    print(f"{'coded relations':26}" + "".join(f"{kind:>10}" for kind in kinds))
    for fate in sorted({fate for _, fate in tally.fate}):
        print(f"  {fate:24}" + "".join(f"{tally.fate[kind, fate]:10}" for kind in kinds))
        for example in tally.examples[fate][: options.examples]:
            print(f"      {example[:150]!r}")
    print("\nfound in excess")
    for kind, count in tally.excess.most_common():
        print(f"  {kind:50} {count:6}")
    calibration(tally.found, "content_right")
    calibration(tally.found, "source_right")
    if options.write:
        options.write.write_text(written(*fit(tally.found)), encoding="utf-8")


if __name__ == "__main__":
    main()
