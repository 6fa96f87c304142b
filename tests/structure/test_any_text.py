"""Whatever stands in a text, its structure is whole: nothing raises, and every offset lies where it should."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings

from framing.article import Article
from framing.lexicon.load import packaged
from framing.scoring import analyser
from framing.structure.document import Document, Passage
from tests.strategies import articles


def document(article: Article) -> Document:
    return analyser(tuple(packaged().values())).document(article)


def spans(passage: Passage) -> list[tuple[int, int]]:
    found = [(each.start, each.end) for each in (*passage.sentences, *passage.quotations, *passage.mentions)]
    found += [(cue.start, cue.end) for cue in passage.cues]
    found += [hit[:2] for hits in passage.hits.values() for hit in hits]
    for made in passage.attributions:
        found += [*made.sources, *made.contents, *([made.cue] if made.cue else [])]
    return found


@given(articles())
@settings(deadline=None)
def test_every_offset_lies_in_the_text(article):
    for passage in document(article).passages:
        assert all(0 <= start < end <= len(passage.text) for start, end in spans(passage))
        assert passage.text == (article.title if passage.field == "title" else article.text)


@given(articles())
@settings(deadline=None)
def test_sentences_are_in_order_and_never_masked(article):
    for passage in document(article).passages:
        at = 0
        for number, sentence in enumerate(passage.sentences, 1):
            assert (sentence.number, sentence.start >= at) == (number, True)
            assert 0 <= sentence.quoted_words <= sentence.words
            assert passage.sentence_at(sentence.start) is passage.sentence_at(sentence.end - 1) is sentence
            at = sentence.end
        if passage.field == "text":
            spans = [(sentence.start, sentence.end) for sentence in passage.sentences]
            assert not any(hidden.overlaps(span) for hidden in article.masked for span in spans)


@given(articles())
@settings(deadline=None)
def test_statements_have_an_id_and_stand_inside_their_parents(article):
    for passage in document(article).passages:
        by_id = {made.id: made for made in passage.attributions}
        assert len(by_id) == len(passage.attributions)
        for made in passage.attributions:
            assert made.contents
            assert 0 < made.confidence <= 1
            if made.parent is not None:
                around = by_id[made.parent]
                assert any(start <= made.cue.start and made.cue.end <= end for start, end in around.contents)


@given(articles())
@settings(deadline=None)
def test_the_same_article_has_the_same_structure(article):
    one, other = document(article), document(article)

    assert [(each.sentences, each.attributions, each.cues) for each in one.passages] == [
        (each.sentences, each.attributions, each.cues) for each in other.passages
    ]


def test_a_title_that_begins_the_text_is_read_once(analyse):
    title = "The road is open"
    text = f"{title}\nNobody drove."
    apart = document(Article("a", text, title=title))
    inside = document(Article("a", text, title=title, title_span=(0, len(title))))

    assert [passage.field for passage in apart.passages] == ["title", "text"]
    assert [passage.field for passage in inside.passages] == ["text"]


@pytest.mark.parametrize(
    "text",
    [
        "no " * 500 + "he said " * 500, "on Monday " * 300 + "he said " * 300, "said " * 800, '"' * 4000,
        "“He said " * 800, "' a" * 2000, "a" * 100_000, "a " * 20_000, "(" * 4000, "A: " * 2000, "who, " * 2000,
        "claim that " * 500, "Mr. " * 4000, "\n" * 20_000, "…" * 4000, "İ" * 20_000,
    ],
    ids=lambda text: repr(text[:10]),
)  # fmt: skip
def test_repetition_does_not_take_for_ever(text):
    """A guard against hostile text, with far more time than is needed; speed is measured in benchmarks."""
    begin = time.perf_counter()
    document(Article("a", text))

    assert time.perf_counter() - begin < 5
