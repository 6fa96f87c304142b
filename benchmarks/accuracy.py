"""Accuracy against coded data.

usage: python benchmarks/accuracy.py FILE...

Each FILE is JSON Lines of one of these forms, told by its keys; offsets are half-open code points of `text`.

frames      {"id", "text", "frames": {"threat": "asserted" | "denied", ...}, "disputed": [...],
             "voice": "narration" | ...}
commitment  {"id", "text", "hedges": [[s, e], ...], "boosters": [...],
             "reports": [{"cue": [s, e], "stance", "act"}, ...], "disputed": [[s, e], ...]}
actors      {"id", "text", "source": [s, e], "actor": "RUS" | "UNKNOWN" | null, "role": ... | null}
quotations  {"doc_id", "text", "attributions": [{"source": [[s, e], ...], "cue": ..., "content": [[s, e], ...],
             "quote_type": "direct" | "indirect" | "mixed"}, ...]}            (the layout of PolNeAR)
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from framing.article import Article
from framing.pipeline import instrument
from framing.rows import quotation_rows, sentence_rows

Coded = dict[str, Any]
CORE = ("threat", "diplomacy", "sovereignty")


def f1(hit: float, found: float, wanted: float) -> str:
    """Precision, recall and F1 as text."""
    precision, recall = hit / max(1, found), hit / max(1, wanted)
    both = precision + recall
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / both if both else 0:.3f}  ({wanted:g})"


def sentences(coded: Sequence[Coded]) -> list[list[Coded]]:
    """Sentence rows of each coded text, scored as an article of its own."""
    score = instrument().score
    return [list(sentence_rows(score(Article(id=str(row["id"]), text=row["text"])))) for row in coded]


def frames(coded: Sequence[Coded]) -> None:
    """Presence, polarity and voice."""
    scored = sentences(coded)
    tally: Counter[tuple[str, str]] = Counter()
    voices = right = 0
    for row, found in zip(coded, scored, strict=True):
        mine: dict[str, str] = {}
        for sentence in found:
            for frame, polarity in sentence["frames"].items():
                if mine.get(frame) != "asserted":
                    mine[frame] = polarity
        for frame in {*mine, *row["frames"]} - set(row["disputed"]):
            tally["found", frame] += frame in mine
            tally["wanted", frame] += frame in row["frames"]
            tally["hit", frame] += frame in mine and frame in row["frames"]
            denied, wanted = mine.get(frame) == "denied", row["frames"].get(frame) == "denied"
            tally["found", "denied"] += denied
            tally["wanted", "denied"] += wanted
            tally["hit", "denied"] += denied and wanted
        if row["voice"]:
            longest = max(found, key=lambda sentence: sentence["end"] - sentence["start"], default=None)
            voices += 1
            right += longest is not None and (longest["voice"] == "narration") == (row["voice"] == "narration")
    for label in sorted({label for kind, label in tally if kind == "wanted"}):
        print(f"  {label:14} {f1(tally['hit', label], tally['found', label], tally['wanted', label])}")
    print(f"  {'voice':14} accuracy {right / max(1, voices):.3f}  ({voices})")


def overlaps(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def commitment(coded: Sequence[Coded]) -> None:
    """Hedges, boosters and reporting cues, with the labels of cues."""
    scored = sentences(coded)
    labels: Counter[str] = Counter()
    for key in ("hedges", "boosters", "reports"):
        hit = extra = wanted = 0
        for row, found in zip(coded, scored, strict=True):
            mine = sorted(
                (item for sentence in found for item in sentence[key]),
                key=lambda item: (span := item["cue"] if key == "reports" else item)[1] - span[0],
            )
            left = list(row[key])
            wanted += len(left)
            for item in mine:
                span = item["cue"] if key == "reports" else item
                match = next((w for w in left if overlaps(span, w["cue"] if key == "reports" else w)), None)
                if match is not None:
                    left.remove(match)
                    hit += 1
                    if key == "reports":
                        labels["cues"] += 1
                        labels["stance"] += item["stance"] == match["stance"]
                        labels["act"] += item["act"] == match["act"]
                elif not any(overlaps(span, other) for other in row["disputed"]):
                    extra += 1
        print(f"  {key:14} {f1(hit, hit + extra, wanted)}")
    for label in ("stance", "act"):
        print(f"  {label:14} accuracy {labels[label] / max(1, labels['cues']):.3f}  ({labels['cues']})")


def actors(coded: Sequence[Coded]) -> None:
    """Resolution of sources."""
    scored = sentences(coded)
    tally: Counter[str] = Counter()
    for row, found in zip(coded, scored, strict=True):
        mine = next((s for s in found if s["source"] and overlaps(s["source"], row["source"])), {})
        given = mine.get("actor")
        tally["given"] += given is not None and bool(row["actor"])
        if row["actor"] and row["actor"] != "UNKNOWN":
            tally["actors"] += 1
            tally["right"] += given == row["actor"]
        if row["role"]:
            tally["roles"] += 1
            tally["role"] += mine.get("role") == row["role"]
    print(f"  {'actor':14} accuracy {tally['right'] / max(1, tally['actors']):.3f}  ({tally['actors']})")
    print(f"  {'resolved':14} precision {tally['right'] / max(1, tally['given']):.3f}  ({tally['given']})")
    print(f"  {'role':14} accuracy {tally['role'] / max(1, tally['roles']):.3f}  ({tally['roles']})")


def characters(spans: Iterable[Sequence[int]], text: str) -> set[int]:
    """Offsets of the characters of some spans that are not blank."""
    return {at for start, end in spans for at in range(start, min(end, len(text))) if not text[at].isspace()}


def jaccard(a: set[int], b: set[int]) -> float:
    """Shared part of two sets."""
    return len(a & b) / len(a | b) if a or b else 1.0


def quotations(coded: Sequence[Coded]) -> None:
    """Contents at Jaccard 0.5 or more, paired one to one; then those with the right source at 0.3 or more."""
    score = instrument().score
    tally: Counter[Any] = Counter()
    for row in coded:
        text = row["text"]
        found = list(quotation_rows(score(Article(id=str(row["doc_id"]), text=text))))
        wanted = [relation for relation in row["attributions"] if relation["content"]]
        mine = [characters(each["content"], text) for each in found]
        gold = [characters(each["content"], text) for each in wanted]
        pairs = sorted(
            (-share, i, j) for i, a in enumerate(mine) for j, b in enumerate(gold) if (share := jaccard(a, b)) >= 0.5
        )
        used_i: set[int] = set()
        used_j: set[int] = set()
        for _, i, j in pairs:
            if i in used_i or j in used_j:
                continue
            used_i.add(i)
            used_j.add(j)
            source = characters([found[i]["source"]] if found[i]["source"] else [], text)
            agrees = jaccard(source, characters(wanted[j]["source"], text)) >= 0.3
            tally["source"] += agrees
            tally["hit", wanted[j]["quote_type"]] += 1
            tally["hit with source", wanted[j]["quote_type"]] += agrees
        tally["content"] += len(used_j)
        tally["found"] += len(found)
        tally["wanted"] += len(wanted)
        for relation in wanted:
            tally["kind", relation["quote_type"]] += 1
    print(f"  {'content':14} {f1(tally['content'], tally['found'], tally['wanted'])}")
    print(f"  {'with source':14} {f1(tally['source'], tally['found'], tally['wanted'])}")
    for kind in ("direct", "mixed", "indirect"):
        number = tally["kind", kind]
        recall, sourced = tally["hit", kind] / max(1, number), tally["hit with source", kind] / max(1, number)
        print(f"  {kind:14} recall {recall:.3f}, with source {sourced:.3f}  ({number})")


def grader(row: Coded) -> Callable[[Sequence[Coded]], None]:
    """What a file is graded for, by the keys of its rows."""
    if "attributions" in row:
        return quotations
    if "hedges" in row:
        return commitment
    return frames if "frames" in row else actors


def main() -> None:
    """Grade every file named on the command line."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for name in sys.argv[1:]:
        with Path(name).open(encoding="utf-8") as lines:
            coded = [json.loads(line) for line in lines if line.strip()]
        grade = grader(coded[0])
        print(f"{Path(name).name}: {len(coded)} rows, {grade.__name__}")
        grade(coded)


if __name__ == "__main__":
    main()
