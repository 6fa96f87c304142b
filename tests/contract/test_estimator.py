"""Every scorer is a transformer of scikit-learn."""

from __future__ import annotations

import pickle

import numpy as np
import pandas as pd
import pytest
import sklearn
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils import get_tags
from sklearn.utils.validation import check_is_fitted

from framing.errors import UsageError
from framing.scoring import available_scorers


def test_the_constructor_only_keeps_its_parameters(scorer):
    assert vars(scorer) == scorer.get_params()


def test_parameters_come_back_as_they_were_given(scorer):
    for name in scorer.get_params():
        value = ["something"]
        assert getattr(type(scorer)(**{name: value}), name) is value


def test_parameters_are_set_and_unknown_ones_refused(scorer):
    assert scorer.set_params(**scorer.get_params()) is scorer
    with pytest.raises(ValueError, match="no parameter 'colour'"):
        scorer.set_params(colour="blue")


def test_a_clone_is_the_same_and_not_fitted(scorer, texts):
    scorer.fit(texts)
    copy = clone(scorer)

    assert copy.get_params() == scorer.get_params()
    assert vars(copy) == vars(type(scorer)(**scorer.get_params()))
    assert not copy.__sklearn_is_fitted__()
    check_is_fitted(scorer)


def test_fitting_returns_the_scorer_and_looks_at_no_text(scorer):
    assert scorer.fit() is scorer
    assert scorer.fit(["one"], [1]) is scorer


def test_it_can_be_used_without_fitting(scorer, texts):
    np.testing.assert_array_equal(scorer.transform(texts), clone(scorer).fit_transform(texts))


def test_it_survives_pickling(scorer, texts):
    scorer.fit(texts)
    copy = pickle.loads(pickle.dumps(scorer))

    np.testing.assert_array_equal(copy.transform(texts), scorer.transform(texts))


def test_it_says_how_it_was_made(scorer):
    assert repr(scorer).startswith(type(scorer).__name__ + "(")
    assert all(f"{name}=" in repr(scorer) for name in scorer.get_params())


def test_tags_say_that_it_reads_texts(scorer):
    tags = get_tags(scorer)

    assert tags.input_tags.string
    assert tags.input_tags.one_d_array
    assert not tags.target_tags.required


def test_a_frame_comes_out_where_one_is_wanted(scorer, texts):
    column = pd.Series(texts, index=list("uvwxyz"))
    frame = scorer.set_output(transform="pandas").fit_transform(column)

    assert list(frame.columns) == list(scorer.get_feature_names_out())
    assert list(frame.index) == list("uvwxyz")
    assert isinstance(scorer.set_output(transform="default").transform(texts), np.ndarray)
    assert isinstance(scorer.set_output().transform(texts), np.ndarray)


def test_the_global_choice_of_output_holds(scorer, texts):
    with sklearn.config_context(transform_output="pandas"):
        assert isinstance(scorer.fit_transform(texts), pd.DataFrame)
    assert isinstance(scorer.transform(texts), np.ndarray)


def test_a_classifier_learns_from_it(scorer, texts):
    model = make_pipeline(scorer, SimpleImputer(strategy="constant"), StandardScaler(), LogisticRegression())
    labels = [1, 1, 0, 0, 1, 0]

    assert model.fit(texts, labels).predict(texts).shape == (6,)


def test_it_reads_a_column_of_a_table(scorer, texts):
    table = pd.DataFrame({"body": texts, "year": range(6)})
    before = table.copy()
    columns = ColumnTransformer([("words", scorer, "body")], remainder="passthrough", verbose_feature_names_out=False)

    assert columns.fit_transform(table).shape == (6, len(scorer.get_feature_names_out()) + 1)
    assert list(columns.get_feature_names_out()) == [*scorer.get_feature_names_out(), "year"]
    pd.testing.assert_frame_equal(table, before)


def test_all_scorers_together_make_one_table(texts):
    scorers = [(name, scorer()) for name, scorer in available_scorers().items()]
    union = FeatureUnion(scorers, verbose_feature_names_out=False).set_output(transform="pandas")

    assert union.fit_transform(texts).shape == (6, sum(len(each.get_feature_names_out()) for _, each in scorers))


@pytest.mark.parametrize("given", ["one text", [3], [None], [b"bytes"], pd.Series(["text", float("nan")])])
def test_what_is_no_text_is_refused(scorer, given):
    with pytest.raises(UsageError):
        scorer.transform(given)
