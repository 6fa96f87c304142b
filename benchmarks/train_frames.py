"""Fit the package's own frame model.

usage: python benchmarks/train_frames.py [-o FOLDER]

Reads ``lexicons/training/*.jsonl`` and writes ``lexicons/models/frames`` (or FOLDER): the same bytes for the same
sentences. Prints the figures of cross-validation by setting, which also stand in the manifest. Nothing is read but
what is in the repository.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import sklearn
from numpy.typing import NDArray

from framing.article import Article
from framing.learned import fit as fitting
from framing.learned.denial import Surroundings, names
from framing.learned.examples import examples
from framing.learned.model import Blend, Mix, Model, expit
from framing.learned.store import save
from framing.learned.validate import Outcomes, best_thresholds, calibration_error, figures, folds, held_out, macro_f1
from framing.lexicon.load import packaged
from framing.resources import sha256
from framing.scoring import analyser
from framing.structure.document import Passage

ROOT = Path(__file__).parents[1]
HEADLINES = ("headline", "tabloid")
LABELS = ("threat", "diplomacy", "sovereignty", "economic", "humanitarian", "legal")
# Lexicons that the model itself sees: those of other subjects and of commitment. Frame lexicons come in afterwards, so
# that scoring by the model alone is independent of them.
SEEN = ("sport",)
# Left out because cross-validation is as good without, and scoring quicker: pairs of words, who is named (names being
# hidden), and what the sources do.
RECIPE = fitting.Recipe(
    strength=8.0,
    sign_scale=0.25,
    vector_scale=0.7,
    pair_examples=10**9,
    signs=("voice", "denial", "short", "long", "no full stop", "lexicon", "group"),
)
# How much a lexicon's terms count beside the model in a sentence, and how frequent each frame is in news. Nine numbers,
# found on 742 coded sentences of international and domestic news (docs/accuracy.md); everything else is from the
# training sentences.
SENTENCES = Mix(slope=0.4, once=4.0, twice=0.6, shift=(-2.25, -2.0, -2.3, -1.6, -1.4, -1.9))
THRESHOLD = 0.45
# Log-odds by which each frame is rarer in news than in the training sentences, which were written to have frames; half
# of it for headlines, in news of which frames are more frequent than in its sentences.
RARER = 0.9
# What a term counts for in a headline, at least: headlines of news use the terms that training headlines shun.
TERM = 2.5
# Log-odds by which a denial is less likely to be of a frame when none of the frame's words stand under it: .8 is asked
# for where .55 is enough otherwise.
OUTSIDE = 1.2


def _middle(passage: Passage) -> tuple[int, int, bool]:
    """Where a sentence without a term is looked at from."""
    at = len(passage.tokens) // 2
    return (*passage.tokens.span(at, at + 1), True)


def denials(rows: Sequence[dict[str, Any]], file: Path) -> None:
    """Fit, cross-validate and write whether a frame that is there is denied."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    measured_with = analyser(tuple(packaged()[name] for name in LABELS))
    kept = names()
    known, outcomes, settings = [], [], []
    for row in rows:
        [passage] = measured_with.document(Article(id=row["id"], text=row["text"])).passages
        for label, polarity in row["frames"].items():
            terms: dict[int, list[tuple[int, int, bool]]] = {}
            for start, end, term in passage.hits[label]:
                at = bisect_right(passage.sentence_starts, start) - 1
                terms.setdefault(at, []).append((start, end, term.entry.negatable))
            # Without a term, the judgement is over the sentence.
            for at, spans in (terms or {0: [_middle(passage)]}).items():
                found = Surroundings(passage, passage.sentences[at], kept).facts(spans)
                if found:
                    known.append(dict.fromkeys(found, 1.0))
                    outcomes.append(polarity == "denied")
                    settings.append(row["setting"])
    seen = Counter(name for each in known for name in each)
    known = [{name: 1.0 for name in sorted(each) if seen[name] >= 5} for each in known]
    vectorizer = DictVectorizer()
    matrix, outcome, fold = vectorizer.fit_transform(known), np.array(outcomes), folds(settings)
    held = np.zeros(len(known), bool)
    with threadpool_limits(1):
        for number in range(5):
            part = LogisticRegression(C=0.3, max_iter=500).fit(matrix[fold != number], outcome[fold != number])
            held[fold == number] = part.predict(matrix[fold == number])
        learner = LogisticRegression(C=0.3, max_iter=500).fit(matrix, outcome)
    [each] = figures(["denied"], held[:, None], outcome[:, None])
    print(f"  {'denied':14} P {each.precision:.3f}  R {each.recall:.3f}  F1 {each.f1:.3f}  ({each.number})")
    weights = dict(zip(vectorizer.get_feature_names_out().tolist(), learner.coef_[0].tolist(), strict=True))
    weights["cover none"] -= OUTSIDE
    written = {
        "trained_on": len(known),
        "cross_validation": {"by": "setting", "f1": round(each.f1, 3)},
        "bias": round(float(learner.intercept_[0]), 3),
        "weights": {name: round(weight, 3) for name, weight in sorted(weights.items())},
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8", newline="\n")


def headline_mix(scores: NDArray[np.float64], terms: NDArray[np.intp], true: Outcomes) -> Mix:
    """How scores that were held out and terms make the frames of headlines: a logistic regression with one slope.

    Parameters
    ----------
    scores, terms, true : array of shape (n_headlines, n_labels)
    """
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    number, labels = scores.shape
    said = np.column_stack([scores.ravel(), terms.ravel() > 0, terms.ravel() > 1, np.tile(np.eye(labels), (number, 1))])
    with threadpool_limits(1):
        line = LogisticRegression(C=1.0, fit_intercept=False, max_iter=500).fit(said, true.ravel())
    slope, once, twice, *shift = line.coef_[0].tolist()
    shifts = tuple(round(each - RARER / 2, 3) for each in shift)
    return Mix(round(slope, 3), round(max(once, TERM), 3), round(twice, 3), shifts)


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", default=str(ROOT / "lexicons" / "models" / "frames"))
    folder = Path(parser.parse_args().output)

    files = sorted((ROOT / "lexicons" / "training").glob("*.jsonl"))
    source = b"".join(file.read_bytes() for file in files)
    rows = [json.loads(line) for line in source.decode("utf-8").splitlines()]
    lexicons = tuple(packaged()[name] for name in (*SEEN, "hedges", "boosters", *LABELS))
    found = list(examples((row["text"] for row in rows), analyser(lexicons), SEEN, hides_names=True))
    true = np.array([[label in row["frames"] for label in LABELS] for row in rows])
    scores = held_out(found, true, folds([row["setting"] for row in rows]), RECIPE)
    slope, shift = fitting.platt(scores, true)
    probable = expit(slope * scores.astype(np.float32) + shift)
    thresholds = best_thresholds(probable, true)
    given = probable >= np.asarray(thresholds)
    print(f"{len(rows)} sentences of {len({row['setting'] for row in rows})} settings; cross-validated by setting")
    report = {}
    for each, column, outcome in zip(figures(LABELS, given, true), probable.T, true.T, strict=True):
        error = calibration_error(column, outcome)
        report[each.label] = {
            "precision": round(each.precision, 3),
            "recall": round(each.recall, 3),
            "f1": round(each.f1, 3),
            "calibration_error": round(error, 3),
            "sentences": each.number,
        }
        print(
            f"  {each.label:14} P {each.precision:.3f}  R {each.recall:.3f}  F1 {each.f1:.3f}  "
            f"calibration error {error:.3f}  ({each.number})"
        )
    print(f"  {'macro':14} F1 {macro_f1(given, true):.3f}")

    headlines = np.array([row["kind"] in HEADLINES for row in rows])
    measured_with = analyser(tuple(packaged()[name] for name in LABELS))
    hits = [measured_with.document(Article(id=row["id"], text=row["text"])).passages[0].hits for row in rows]
    terms = np.array([[len(each[label]) for label in LABELS] for each in hits])
    mix = headline_mix(scores[headlines], terms[headlines], true[headlines])
    print(f"  headlines: {mix}")

    denials(rows, folder.parent / "denial.json")
    features = fitting.Features(found, RECIPE)
    coefficients, bias = fitting.fit(features.matrix(found), true, RECIPE)
    weights = features.weights(coefficients, bias)
    weights.slope[:] = slope
    weights.shift[:] = shift - RARER
    model = Model(
        id="frames",
        labels=LABELS,
        kind="several",
        absent="",
        weights=weights,
        thresholds=(THRESHOLD,) * len(LABELS),
        lexicons=SEEN,
        hides_names=True,
        blend=Blend(SENTENCES, mix, (THRESHOLD,) * len(LABELS)),
        titles={label: packaged()[label].title for label in LABELS},
        manifest={
            "trained_on": {"sentences": len(rows), "sha256": sha256(source)},
            "made_with": {"numpy": np.__version__, "scikit-learn": sklearn.__version__},
            "cross_validation": {"by": "setting", "folds": 5, "macro_f1": round(macro_f1(given, true), 3)} | report,
        },
    )
    save(model, folder)
    size = sum(file.stat().st_size for file in folder.iterdir())
    print(f"{folder.name}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
