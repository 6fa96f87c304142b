"""Score texts in five lines: which frames their words carry, per 1,000 words.

python examples/score_texts.py
"""

from framing import FrameScorer

TEXTS = [
    "The army massed troops on the border, and the capital fears an invasion.",
    "Envoys of both sides agreed to new talks and signed a ceasefire.",
    "The ministry denied that its exercises pose any threat.",
]

scorer = FrameScorer(frames=["threat", "diplomacy"])
scores = scorer.fit_transform(TEXTS)
names = list(scorer.get_feature_names_out())
for text, row in zip(TEXTS, scores, strict=True):
    print(text, {name: float(value.round(1)) for name, value in zip(names, row, strict=True) if value > 0})
