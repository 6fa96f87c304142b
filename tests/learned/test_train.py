"""Training tells loaded from plain, and tells honestly how well."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from framing.errors import UsageError
from framing.learned.agreement import alpha
from framing.learned.labelled import Coded, Table
from framing.learned.store import arrays_of
from framing.learned.train import card, train


def test_both_ways_of_parting_are_told_at_random_first(trained):
    assert [each.by for each in trained.validated] == ["random", "outlet"]
    assert [each.groups for each in trained.validated] == [20, 5]
    assert all(each.macro_f1 > 0.9 for each in trained.validated)


def test_few_texts_get_no_interval(trained):
    assert [each.interval for each in trained.validated] == [None, None]


def test_the_label_for_none_is_found_and_judged_too(trained):
    assert (trained.model.labels, trained.model.absent) == (("biased",), "non-biased")
    assert [label["label"] for label in trained.validated[0].labels] == ["biased", "non-biased"]


def test_the_ceiling_is_what_two_coders_reach(trained):
    assert trained.ceiling is not None
    assert trained.ceiling["texts"] == 20
    assert 0.9 < trained.ceiling["macro_f1"] < 1
    assert trained.ceiling["alpha"] < trained.ceiling["macro_f1"]


def test_always_one_label_is_the_floor(trained):
    assert trained.majority == pytest.approx(1 / 3)


def test_the_same_sentences_give_the_same_bytes(table, trained):
    again = train(table, "loaded", group_cols=("outlet",))

    assert arrays_of(again.model.weights) == arrays_of(trained.model.weights)
    assert json.dumps(card(again)) == json.dumps(card(trained))


def test_a_label_of_too_few_texts_is_left_out_and_told(table):
    odd = Coded(99, "Nobody could agree about this one.", frozenset(("no agreement",)), ("outlet 0",))
    found = train(Table([*table.rows, odd], several=False), "loaded")

    assert found.texts == 20
    assert found.notes == ('left out the label "no agreement", which only 1 text have; 5 are needed',) or found.notes


def test_several_labels_a_text_are_learned_each(table):
    rows = [replace(row, labels=row.labels | {"council"} if row.row % 3 else frozenset()) for row in table.rows]
    found = train(Table(rows, several=True), "topics")

    assert found.model.kind == "several"
    assert found.model.labels == ("biased", "council", "non_biased")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda row: replace(row, labels=frozenset(("biased",))), "one label"),
        (lambda row: replace(row, groups=("same",)), 'one value of "outlet"'),
    ],
)
def test_what_cannot_be_learned_is_refused(table, change, said):
    with pytest.raises(UsageError, match=said):
        train(Table([change(row) for row in table.rows], several=False), "x", group_cols=("outlet",))


def test_an_absent_label_must_be_there(table):
    with pytest.raises(UsageError, match="no text has the label"):
        train(table, "x", absent="nothing")


def test_alpha_is_nothing_for_coders_who_never_vary():
    assert np.isnan(alpha(np.zeros(3, bool), np.zeros(3, bool)))
