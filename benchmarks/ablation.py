"""What lexicon, model and both together give: by frame, by collection and by voice; and on headlines.

usage: python benchmarks/ablation.py [FILE...]

Each FILE is JSON Lines of coded sentences as `accuracy.py` reads them; a key ``corpus``, where there is one, names the
collection. Prints F1 of presence, macro over the frames of each column, and the calibration error of the probabilities.
Without a FILE only the headlines are graded, all on other countries' crises and written and labelled by hand for this:
the 120 of ``headlines.jsonl``, and the 200 of ``headlines_held_out.jsonl``, labelled before any model had seen them. No
weight is fitted to either, but both were looked at while the blend of headlines was chosen, and whoever wrote the 200
wrote the last headlines of the training sentences too: expect less on headlines of others. There the answer is one
label: the most probable frame of four that is likelier than not to be there, or none.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.learned.validate import calibration_error, interval, macro_f1
from framing.pipeline import Settings, instrument
from framing.scorers.learned import By

FRAMES = ("threat", "diplomacy", "sovereignty", "economic", "humanitarian", "legal")
CHOICES = ("threat", "diplomacy", "economic", "humanitarian")
HEADLINES = ("headlines.jsonl", "headlines_held_out.jsonl")
WAYS: tuple[By, ...] = get_args(By)[::-1]
Coded = dict[str, Any]
Table = NDArray[np.bool_]


def judged(rows: Sequence[Coded], by: By) -> tuple[Table, NDArray[np.float64], NDArray[np.int64]]:
    """Frames given to each text, their probabilities (NaN from lexicons), and the number of passages."""
    measured_with = instrument(Settings(frames_by=by))
    scored = measured_with.score_all([Article(id=str(row["id"]), text=row["text"]) for row in rows])
    given = np.zeros((len(rows), len(FRAMES)), bool)
    probable = np.full(given.shape, np.nan)
    number = np.zeros(given.shape, np.int64)
    for at, each in enumerate(scored):
        for found in each.evidence:
            if found.scorer == "frames":
                given[at, FRAMES.index(found.label)] = True
                number[at, FRAMES.index(found.label)] += 1
        for part in each.judged:
            for column, label in enumerate(part.labels):
                likely = part.probabilities[:, column].max(initial=0.0)
                probable[at, FRAMES.index(label)] = np.fmax(probable[at, FRAMES.index(label)], likely)
    return given, probable, number


def table(name: str, rows: Sequence[Coded], ways: dict[By, tuple[Table, NDArray[np.float64]]]) -> None:
    """F1 of each frame, by way."""
    true = np.array([[frame in row["frames"] for frame in FRAMES] for row in rows])
    counts = np.array([[frame not in row.get("disputed", ()) for frame in FRAMES] for row in rows])
    print(f"\n{name} ({len(rows)} sentences)")
    print("  " + " ".join(f"{title:>13}" for title in ("", *FRAMES, "core", "all")))
    for way, (given, _) in ways.items():
        hit = (given & true & counts).sum(axis=0)
        sizes = (given & counts).sum(axis=0) + (true & counts).sum(axis=0)
        values = np.where(sizes > 0, 2 * hit / np.maximum(sizes, 1), np.nan)
        cells = [*values, values[:3].mean(), np.nanmean(values)]
        print("  " + " ".join([f"{way:>13}", *(f"{cell:13.3f}" for cell in cells)]))
    for way, (_, probable) in ways.items():
        if not np.isnan(probable).any():
            errors = [
                calibration_error(probable[counts[:, at], at], true[counts[:, at], at]) for at in range(len(FRAMES))
            ]
            print("  " + " ".join([f"{'error ' + way:>13}", *(f"{cell:13.3f}" for cell in errors)]))


def headlines(name: str) -> None:
    """One label a headline."""
    source = (Path(__file__).parent / name).read_text(encoding="utf-8")
    rows = [json.loads(line) for line in source.splitlines()]
    columns = [FRAMES.index(frame) for frame in CHOICES]
    true = np.array([[row["label"] == label for label in (*CHOICES, "none")] for row in rows])
    print(f"\n{name} ({len(rows)} headlines)")
    for way in WAYS:
        given, probable, number = judged(rows, way)
        # A lexicon has no probabilities: the frame with most passages, the first of several.
        weight = np.where(np.isnan(probable), number, probable)[:, columns]
        some = given[:, columns].any(axis=1)
        best = np.where(given[:, columns], weight, -1).argmax(axis=1)
        answer = np.zeros(true.shape, bool)
        answer[np.arange(len(rows)), np.where(some, best, len(CHOICES))] = True
        low, high = interval(answer, true) or (np.nan, np.nan)
        each = " ".join(
            f"{label} {macro_f1(answer[:, [at]], true[:, [at]]):.2f}" for at, label in enumerate((*CHOICES, "none"))
        )
        print(f"  {way:>8}  macro-F1 {macro_f1(answer, true):.3f} ({low:.3f} to {high:.3f})  {each}")


def main() -> None:
    """Print the tables."""
    for name in sys.argv[1:]:
        rows = [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines() if line.strip()]
        found = {way: judged(rows, way)[:2] for way in WAYS}
        parts = {Path(name).name: np.arange(len(rows))}
        for key, title in (("corpus", "collection"), ("voice", "voice")):
            values = sorted({str(row[key]) for row in rows if row.get(key)})
            if len(values) > 1:
                parts |= {
                    f"{title} {value}": np.flatnonzero([str(row.get(key)) == value for row in rows]) for value in values
                }
        for part, at in parts.items():
            table(part, [rows[i] for i in at], {way: (a[at], b[at]) for way, (a, b) in found.items()})
    for name in HEADLINES:
        headlines(name)


if __name__ == "__main__":
    main()
