"""Quotations in marks of every kind: [closed] and [left open~."""

from __future__ import annotations

import pytest
from hypothesis import given

from framing.structure.marks import quotations
from framing.structure.sentences import paragraphs
from tests.strategies import anything, news


def shown(text: str) -> str:
    for found in reversed(quotations(text, paragraphs(text))):
        text = f"{text[: found.start]}[{found_text(text, found)}{text[found.end :]}"
    return text


def found_text(text, found) -> str:
    return text[found.start : found.end] + ("]" if found.closed else "~")


@pytest.mark.parametrize(
    "marked",
    [
        # straight, curly, guillemets, low marks, doubled singles
        'He said ["yes"] and left.', '["Yes,"] he said, ["no."]', 'He said ["yes"] ["no"] ["maybe"].',
        "[“Yes,”] he said.", "He said [“yes”].", "[«Oui»], he said.", "[»Nein«], he said.", "[„Nein“], he said.",
        "[``Yes,''] he said.", "[''Yes,''] he said.", "[“Yes.”] [“No.”]",
        # single
        "He said ['yes'] and left.", "He said [‘yes’] and left.", "He called it a ['land grab'].",
        "[‘We can’t go,’] he said.", "['We can't go on,'] the sailors' wives said.", "['Go home'], they said.",
        # nested: the outermost
        "[“He said ‘no’ to us,”] she said.", '["He said \'no\' to us,"] she said.',
        "['He said \"no\" to us,'] she said.", "[‘He said “no” to us,’] she said.",
        # beside other marks, without blanks
        'The (["so-called"]) deal.', "He said[“yes”]and left.", '["It is over,"]he said.', "—[“Yes.”]",
        # a typist's pairs
        "[“Yes“] he said.", "[”Yes”] he said.",
        # apostrophes and measures are no marks
        "The allies' plan failed.", "It's Kyiv's plan, isn't it?", "In the '90s and '80s.", "'Tis late.",
        "The allies' [‘red line’] stays.", "O'Brien and D'Artagnan said ['no'].", "The dogs' and cats' homes.",
        'The hole was 6" wide.',
        # left open, or closed only
        'He said ["yes and left.~', '["Yes.~\n\n["No."]', "[“Yes.~\n\n[“No.”]", '[It ended here."] He left.',
        '["One.~\n\n["Two.~\n\n["Three,"] he said.',
        # paragraphs without a mark between the one that opens and the one that closes
        "[“One.~\n\n[Two.~\n\n[Three.”]\n\nIt closed.", "[“One.~\n\nTwo.\n\nThe [“hall”] stood empty.",
        # nothing inside
        '"" and “”', '"',
    ],
)  # fmt: skip
def test_what_stands_in_marks(marked):
    assert shown(marked.translate(str.maketrans("", "", "[]~"))) == marked


def test_the_inside_is_without_the_marks():
    text = "[“Yes,” he said. ''No.''"
    assert [found.inner.of(text) for found in quotations(text, paragraphs(text))] == ["Yes,", "No."]


@given(news | anything)
def test_quotations_are_in_order_apart_and_in_their_paragraph(text):
    stretches = paragraphs(text)
    at = 0
    for found in quotations(text, stretches):
        assert at <= found.start <= found.inner.start < found.inner.end <= found.end
        assert stretches[found.paragraph].contains((found.start, found.end))
        at = found.end
