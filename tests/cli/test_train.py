"""``framing train`` and ``evaluate`` from file to file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.learned.conftest import LOADED, PLACES, PLAIN


@pytest.fixture
def coded(folder: Path) -> str:
    rows = [
        {"text": text.format(place), "label": label, "paper": f"paper {number % 4}", "one": label, "two": label}
        for number, place in enumerate(PLACES)
        for text, label in ((LOADED, 1), (PLAIN, 0))
    ]
    rows += [{"text": "No coder looked at this.", "label": None, "paper": "paper 0"}, rows[0]]
    Path("coded.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return "coded.jsonl"


def test_figures_are_printed_and_files_written(framing, coded):
    done = framing("train", coded, "--label-col", "label", "--group-col", "paper", "-o", "loaded")

    assert done.code == 0
    assert "left out 1 row (row 21) without a label" in done.out
    assert "left out 1 row (row 22) that repeat an earlier text" in done.out
    assert [line.split("  ")[0] for line in done.out.splitlines() if "too few" in line] == ["at random", "by paper"]
    assert sorted(path.name for path in Path("loaded").iterdir()) == [
        "card.html", "card.json", "model.json", "model.npz",
    ]  # fmt: skip
    card = Path("loaded/card.html").read_text(encoding="utf-8")
    assert "by paper" in card
    assert "<script" not in card


def test_two_coders_give_the_ceiling(framing, coded):
    done = framing("train", coded, "--label-col", "label", "--coder-col", "one", "--coder-col", "two", "-o", "m")

    assert "coder against coder" in done.out


def test_one_coder_is_refused(framing, coded):
    done = framing("train", coded, "--label-col", "label", "--coder-col", "one", "-o", "m")

    assert (done.code, done.out) == (2, "")
    assert "--coder-col" in done.err


def test_the_model_scores_and_is_evaluated(framing, coded):
    framing("train", coded, "--label-col", "label", "-o", "loaded", "-q")
    Path("a.txt").write_text("The shameless elm council lied again about its rotten deal.", encoding="utf-8")
    [row] = [
        json.loads(line)
        for line in framing("score", "a.txt", "--frames", "loaded", "--level", "sentence", "-q").out.splitlines()
    ]

    assert row["frames"] == {"loaded": "asserted"}
    assert row["probabilities"]["loaded"] > 0.5
    done = framing("evaluate", "loaded", coded, "--label-col", "label")
    assert done.code == 0
    assert "21 texts, macro-F1 1.000" in done.out


def test_frames_of_the_package_are_evaluated(framing, folder):
    rows = [
        {"text": "The army threatened war.", "frames": {"threat": "asserted"}},
        {"text": "It rained.", "frames": {}},
        {"text": "A hymn.", "frames": ["song"]},
    ]
    Path("f.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = framing("evaluate", "threat", "f.jsonl", "--label-col", "frames")

    assert "threat             P 1.000  R 1.000  F1 1.000  (1)" in done.out
    assert "never given: song" in done.out


@pytest.mark.parametrize("way", ["lexicon", "model", "both"])
def test_every_way_of_finding_frames_can_be_chosen(framing, folder, way):
    Path("a.txt").write_text("The army massed troops on the border, a threat to the capital.", encoding="utf-8")
    done = framing("score", "a.txt", "--level", "sentence", "--frames-by", way, "-q")
    row = json.loads(done.out)

    assert row["frames"]["threat"] == "asserted"
    assert bool(row["probabilities"]) == (way != "lexicon")
