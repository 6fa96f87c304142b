"""Train a frame of your own from coded sentences, look at its figures, and score an article with it.

usage: python train_a_frame.py [FOLDER]
"""

from __future__ import annotations

import sys
import tempfile

from framing import Article, LearnedFrameScorer
from framing.learned.labelled import Coded, Table, without_copies
from framing.learned.store import save
from framing.learned.train import train

TOWNS = "Amberley Birchwood Cedarville Dovercourt Elmstead Firbank Gorseland Hazelmere Irisford Junipers".split()
CODED = {
    "blame": "The mayor of {} is to blame for the flood, residents say.",
    "none": "The river at {} has fallen by a metre since Monday.",
}
ARTICLE = "Rain fell all night. The council is to blame for the flood, shopkeepers say."


def main() -> None:
    """Train, print, score."""
    folder = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()
    rows = [
        Coded(row=2 * at + part, text=text.format(town), labels=frozenset((label,)), groups=(f"outlet {at % 5}",))
        for at, town in enumerate(TOWNS)
        for part, (label, text) in enumerate(CODED.items(), 1)
    ]
    trained = train(without_copies(Table(rows, several=False)), "blame", group_cols=("outlet",))
    for each in trained.validated:
        print(f"by {each.by}: macro-F1 {each.macro_f1:.2f}, interval {each.interval or 'none: too few'}")
    save(trained.model, folder)

    scorer = LearnedFrameScorer(frames=[folder]).fit()
    document = scorer.analyser_.document(Article(id="a", text=ARTICLE))
    for found in scorer.find(document):
        print(f"{found.label}: {found.surface!r} in sentence {found.sentence}")


if __name__ == "__main__":
    main()
