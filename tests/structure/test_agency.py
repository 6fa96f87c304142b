"""Who acts on whom: every sentence of agency.txt, and what holds for deeds of any text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from framing.article import Article
from framing.lexicon.load import of_kind
from framing.scorers.agency import AgencyScorer
from framing.structure.deeds import Deed
from tests.strategies import news

SCORER = AgencyScorer().fit()
FILE = Path(__file__).with_name("agency.txt")


def contrasts() -> Iterator[tuple[str, str]]:
    """A sentence and its deeds, as they are written in the file."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, expected = line.partition(" | ")
            yield sentence, expected


def found_in(sentence: str) -> list[Deed]:
    """The deeds of a text."""
    document = SCORER.analyser_.document(Article("a", sentence))
    return [deed for passage in document.passages for deed in SCORER.deeds(passage)]


def written(deed: Deed) -> str:
    """A deed as the file writes it."""
    return f"{deed.form}{'!' * deed.negated} {deed.agent_actor or '-'} > {deed.patient_actor or '-'}"


CONTRASTS = list(contrasts())


def test_there_are_enough_of_every_form():
    forms = [expected.split()[0] for _, expected in CONTRASTS]

    assert len(CONTRASTS) >= 120
    for form in ("active", "passive", "agentless", "event", "nominal", "unowned", "happening", "none"):
        assert forms.count(form) >= 9
    assert sum(form.endswith("!") for form in forms) >= 20


@pytest.mark.parametrize(("sentence", "expected"), CONTRASTS, ids=[sentence for sentence, _ in CONTRASTS])
def test_a_deed_is_read_right(sentence, expected):
    assert ("; ".join(map(written, found_in(sentence))) or "none") == expected


@settings(deadline=None)
@given(news)
def test_deeds_of_any_text_stand_in_it_and_do_not_overlap(text):
    last = 0
    for deed in found_in(text):
        assert last <= deed.start < deed.end <= len(text)
        last = deed.end
        for span in (deed.agent, deed.patient):
            assert span is None or 0 <= span.start < span.end <= len(text)


def test_every_class_has_verbs_and_nouns():
    assert sorted({item.label for item in of_kind("agency")}) == ["coercion", "support", "violence"]
    assert len(of_kind("agency")) == 6


def test_a_sentence_of_nothing_but_deeds_is_read_no_further_than_one_can_be():
    assert 0 < len(found_in("Rebels attacked the port and " * 200)) <= 120
