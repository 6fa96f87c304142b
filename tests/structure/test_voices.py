"""Whose words: every stretch of a text belongs to one source, or to the outlet."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from framing.lexicon.load import packaged
from framing.scoring import analyser
from framing.structure.voices import Voices
from tests.strategies import articles


def shown(passage) -> list[tuple[str, str]]:
    """The stretches of a text with the actor or kind that owns them."""
    text = passage.text
    stretches = passage.voices.stretches(0, len(text))
    return [(text[start:end], owner.actor or owner.kind if owner else "outlet") for start, end, owner in stretches]


def test_words_outside_statements_are_the_outlets(analyse):
    assert shown(analyse("The road is open. Lavrov said the bridge was gone. It rained.")) == [
        ("The road is open. Lavrov said ", "outlet"),
        ("the bridge was gone", "RUS"),
        (". It rained.", "outlet"),
    ]


def test_the_innermost_statement_owns_its_words(analyse):
    assert shown(analyse("Lavrov said Kyiv had denied that the bridge was gone.")) == [
        ("Lavrov said ", "outlet"),
        ("Kyiv had denied ", "RUS"),
        ("that the bridge was gone", "UKR"),
        (".", "outlet"),
    ]


def test_a_statement_in_two_parts_is_one_voice(analyse):
    text = "The bridge, Lavrov said, would stay closed."

    assert [actor for _, actor in shown(analyse(text))] == ["RUS", "outlet", "RUS", "outlet"]


def test_what_we_say_is_the_outlets_own(analyse):
    assert shown(analyse("We said the road was open.")) == [("We said the road was open.", "outlet")]


@pytest.mark.parametrize(
    ("sentence", "voice", "quoted"),
    [
        ("The road is open.", "narration", 0),
        ('"The road is open," Lavrov said.', "direct", 4),
        ("Lavrov said the road was open.", "indirect", 4),
        ('Lavrov said the road was "wide open".', "mixed", 5),
        ("After a long night in the cold streets of the harbour town, under rain and wind, the mayor said no.",
         "narration", 1),
    ],
)  # fmt: skip
def test_the_voice_of_a_sentence(analyse, sentence, voice, quoted):
    [found] = analyse(sentence).sentences

    assert (found.voice, found.quoted_words) == (voice, quoted)


def test_a_sentence_knows_its_source_where_it_stands_in_it(analyse):
    passage = analyse('"The road is open," Lavrov said. "The bridge is not."')
    first, second = passage.sentences

    assert first.source.of(passage.text) == "Lavrov"
    assert (second.source, second.actor, second.voice) == (None, "RUS", "direct")


def test_nobody_speaks_where_nothing_is_attributed():
    voices = Voices(())

    assert voices.owner(7) is None
    assert list(voices.stretches(3, 9)) == [(3, 9, None)]
    assert list(voices.owned()) == []


@given(articles())
@settings(deadline=None)
def test_stretches_tile_every_text(article):
    for passage in analyser(tuple(packaged().values())).document(article).passages:
        at = 0
        for start, end, owner in passage.voices.stretches(0, len(passage.text)):
            assert start == at
            assert start < end
            assert passage.voices.owner(start) is owner is passage.voices.owner(end - 1)
            at = end
        assert at == len(passage.text)


@given(articles())
@settings(deadline=None)
def test_words_of_sources_and_of_the_outlet_are_all_words(article):
    document = analyser(tuple(packaged().values())).document(article)
    for passage in document.passages:
        stretches = list(passage.voices.stretches(0, len(passage.text)))
        own = sum(passage.words(start, end) for start, end, owner in stretches if owner is None)
        owned = sum(passage.words(start, end) for start, end, _ in passage.voices.owned())

        assert own + owned == len(passage.word_starts)
        assert owned == sum(sentence.quoted_words for sentence in passage.sentences)
        assert sum(sentence.words for sentence in passage.sentences) == len(passage.word_starts)
