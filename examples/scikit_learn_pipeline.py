"""Scorers as features of a classifier: does a sentence tell of escalation or of settlement?

The sentences and their labels are invented. With so few, the figure shows that the pieces fit, nothing more.

    python examples/scikit_learn_pipeline.py
"""

from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import StandardScaler

from framing import FrameScorer, HedgingScorer

ESCALATION = [
    "Warships trained their guns on the port and the crews were put on alert.",
    "The general warned of an attack before the end of the month.",
    "Tanks rolled toward the border as the ultimatum ran out.",
    "Rockets were fired at the harbour for a third night.",
    "The president threatened to invade the islands.",
    "Intelligence officials fear a full-scale invasion in the spring.",
    "The build-up of troops on the border went on without a pause.",
    "The navy called its show of force an answer to aggression.",
    "A drone strike on the base raised fears of war.",
    "The militia threatened to shell the town again.",
]
SETTLEMENT = [
    "The ministers agreed to meet again and to open a hotline.",
    "Mediators presented a draft agreement to both governments.",
    "The ceasefire held and the envoys returned to the negotiating table.",
    "Both sides signed a treaty on fishing in the strait.",
    "The summit ended with a joint statement and a date for new talks.",
    "Diplomats said that negotiations might resume on Tuesday.",
    "The foreign ministers held a phone call and agreed on a ceasefire.",
    "The prime minister proposed talks without conditions.",
    "The peace plan was welcomed by both delegations.",
    "Negotiators reached a deal on the exchange of letters.",
]
SENTENCES = ESCALATION + SETTLEMENT
LABELS = ["escalation"] * len(ESCALATION) + ["settlement"] * len(SETTLEMENT)

classifier = make_pipeline(
    make_union(FrameScorer(frames=["threat", "diplomacy"]), HedgingScorer()),
    # A rate over no words is no number: a sentence without quotations has no rate per quoted word.
    SimpleImputer(strategy="constant", fill_value=0.0),
    StandardScaler(),
    LogisticRegression(),
)
accuracy = cross_val_score(classifier, SENTENCES, LABELS, cv=5)
print(f"accuracy in five-fold cross-validation: {accuracy.mean():.2f}")

classifier.fit(SENTENCES, LABELS)
for sentence in ("The fleet opened fire.", "The envoys will return to the talks."):
    print(f"{classifier.predict([sentence])[0]}: {sentence}")
