"""Headlines on other countries' crises: one label each, the most probable frame or none."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from framing import LearnedFrameScorer
from framing.article import Article
from framing.learned.validate import macro_f1

FILE = Path(__file__).parents[2] / "benchmarks" / "headlines_held_out.jsonl"
CHOICES = ("threat", "diplomacy", "economic", "humanitarian")


def test_headlines_that_nothing_was_fitted_to_are_told_apart():
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    scorer = LearnedFrameScorer().fit()
    documents = [scorer.analyser_.document(Article(row["id"], row["text"])) for row in rows]
    scorer.prepare(documents)
    given = []
    for document in documents:
        [judged] = scorer.judge(document)
        likely = judged.probabilities[:, [judged.labels.index(label) for label in CHOICES]].max(axis=0)
        found = {row.label for row in scorer.find(document)}
        best = max(zip(likely, CHOICES, strict=True))[1]
        given.append(best if best in found else "none")
    names = (*CHOICES, "none")
    table = np.array([[label == name for name in names] for label in given])
    true = np.array([[row["label"] == name for name in names] for row in rows])

    assert macro_f1(table, true) >= 0.75


def test_a_line_that_goes_on_or_is_long_is_no_headline():
    scorer = LearnedFrameScorer().fit()
    lines = ("Gunmen storm army base", "The order reads, in part:", " ".join(["word"] * 20), "He left.")
    passages = [passage for line in lines for passage in scorer.analyser_.document(Article("a", line)).passages]

    from framing.learned.signs import Laid

    assert Laid(passages).headlines.tolist() == [True, False, False, False]
