"""What has been measured of the toolkit's errors; printed by every report, and renewed by the benchmarks."""

from __future__ import annotations

from framing.report.options import Accuracy

_NEWS = (
    "502 sentences of news on international disputes, coded twice by the same trained model coder after a codebook; "
    "they were at hand while lexicons and model were made, so expect less on other news"
)
_SAME = "the same 502 sentences"
_POLNEAR = "84 US news articles of 2016 annotated for attribution by people (PolNeAR)"

ACCURACY: tuple[Accuracy, ...] = (
    Accuracy(
        "whether a sentence has a frame, six frames, by lexicon and model together",
        "F1 0.87 (threat 0.81 to sovereignty 0.92)",
        _NEWS,
    ),
    Accuracy(
        "whether the frame is put forward or denied",
        "F1 of denied 0.73 (precision 0.73, recall 0.74)",
        "240 sentences of news agencies chosen for denials, 50 denied; coded in the same way",
    ),
    Accuracy("whose words the sentence gives", "0.88 right", _SAME),
    Accuracy("hedges", "precision 0.94, recall 0.94", _SAME + ", 71 hedges"),
    Accuracy("reporting words", "precision 0.98, recall 0.96; of these, stance 0.99 and act 0.99 right", _SAME),
    Accuracy("what is quoted, directly or in paraphrase", "precision 0.73, recall 0.62", _POLNEAR),
    Accuracy("direct quotations with the right source", "0.86 of 380 found", _POLNEAR),
    Accuracy("paraphrases", "0.51 of 1,567 found", _POLNEAR),
    Accuracy("the confidence given with a quotation", "off by 0.05 on average (content), 0.04 (with source)", _POLNEAR),
    Accuracy("the actor of a source that is named", "0.93 right where one is given; 0.72 of all", _SAME),
)
