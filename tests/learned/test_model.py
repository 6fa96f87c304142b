"""A model scores sentences as it was fitted to them, quickly, and comes back from disk the same."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from framing import LearnedFrameScorer
from framing.article import Article
from framing.errors import UsageError
from framing.learned import words
from framing.learned.examples import example
from framing.learned.fit import Features, Recipe, fit
from framing.learned.signs import Laid
from framing.learned.store import load, packaged, save
from framing.learned.stretches import stretch
from framing.lexicon.load import packaged as lexicons
from framing.pipeline import instrument
from framing.scoring import analyser
from tests.strategies import articles

TEXTS = [
    "The 1st army shelled the harbour of Klow, Borduria's capital.",
    "Envoys met for talks; no deal was signed",
    "A well-known baker died.",
]


def passage(text: str):
    [found] = analyser(tuple(lexicons()[name] for name in ("threat", "sport"))).document(Article("a", text)).passages
    return found


@pytest.mark.parametrize("hides_names", [True, False])
def test_tables_give_the_scores_that_were_fitted(hides_names):
    """Words, pairs, letters and signs of one sentence, added up either way."""
    passages = [passage(text) for text in TEXTS]
    seen = [example(each, ("threat",), hides_names=hides_names) for each in passages]
    recipe = Recipe(word_examples=1, pair_examples=1, run_examples=1, sign_examples=1)
    features = Features(seen, recipe)
    matrix = features.matrix(seen)
    coefficients, bias = fit(matrix, np.array([[True, False], [False, True], [False, False]]), recipe)
    model = replace(
        packaged(),
        labels=("a", "b"),
        weights=features.weights(coefficients, bias),
        lexicons=("threat",),
        hides_names=hides_names,
        _rows=None,
        _signs={},
    )

    np.testing.assert_allclose(model.scores(Laid(passages)).raw, matrix @ coefficients.T + bias, atol=1e-4)


@given(articles())
@settings(deadline=None, max_examples=40)
def test_passages_end_to_end_are_one_by_one(article):
    model = packaged()
    found = instrument().analyser.document(article).passages
    whole = model.scores(Laid(found)).raw
    apart = [model.scores(Laid([each])).raw for each in found]

    assert np.isfinite(whole).all()
    np.testing.assert_allclose(whole, np.concatenate(apart), atol=1e-4)


def test_documents_judged_together_and_one_by_one_have_the_same_evidence():
    scorer = LearnedFrameScorer().fit()
    documents = [scorer.analyser_.document(Article("a", f"{text} {other}")) for text in TEXTS for other in TEXTS]
    scorer.prepare(documents)
    together = [scorer.find(document) for document in documents]
    apart = []
    for document in documents:
        scorer.prepare([document])
        apart.append(scorer.find(document))

    assert together == apart


def test_spellings_begun_anew_give_the_same_scores(monkeypatch):
    model, found = packaged(), [passage(text) for text in TEXTS]
    before = model.scores(Laid(found)).raw
    monkeypatch.setattr(words, "_current", words.Spellings())

    np.testing.assert_array_equal(model.scores(Laid(found)).raw, before)


def test_it_comes_back_from_disk_as_it_was(trained, tmp_path):
    save(trained.model, tmp_path / "m")
    back = load(str(tmp_path / "m"))
    laid = Laid([passage(text) for text in TEXTS])

    np.testing.assert_allclose(back.scores(laid).raw, trained.model.scores(laid).raw, atol=0.01)
    assert (back.labels, back.absent, back.kind) == (("biased",), "non-biased", "one")
    np.testing.assert_array_equal(pickle.loads(pickle.dumps(back)).scores(laid).raw, back.scores(laid).raw)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": 99}, "has format 99"),
        ({"labels": ["a", "b"]}, "another shape"),
        ({"arrays_sha256": "0"}, "is not the file"),
        ({"blend": {"slope": 1}}, "not understood"),
    ],
)
def test_a_changed_manifest_is_refused(trained, tmp_path, change, said):
    save(trained.model, tmp_path)
    manifest = json.loads((tmp_path / "model.json").read_text(encoding="utf-8"))
    (tmp_path / "model.json").write_text(json.dumps(manifest | change), encoding="utf-8")
    load.cache_clear()

    with pytest.raises(UsageError, match=said):
        load(str(tmp_path))


def test_no_code_in_arrays_is_run(trained, tmp_path):
    from framing.resources import sha256

    save(trained.model, tmp_path)
    np.savez(tmp_path / "model.npz", words=np.array([{"a": 1}], dtype=object), allow_pickle=True)
    manifest = json.loads((tmp_path / "model.json").read_text(encoding="utf-8"))
    manifest["arrays_sha256"] = sha256((tmp_path / "model.npz").read_bytes())
    (tmp_path / "model.json").write_text(json.dumps(manifest), encoding="utf-8")
    load.cache_clear()

    with pytest.raises(UsageError, match="cannot be read"):
        load(str(tmp_path))


def test_a_folder_without_a_model(tmp_path):
    with pytest.raises(UsageError, match="there is no model"):
        load(str(tmp_path / "none"))


def test_a_stretch_is_the_best_word_and_its_like_neighbours():
    assert stretch(["a", "b", "c", "d"], np.array([0.0, 1.0, 0.5, 0.1])) == (1, 3)
    assert stretch([",", "."], np.array([1.0, 1.0])) is None
    assert stretch(["a"], np.array([-1.0])) == (0, 1)
