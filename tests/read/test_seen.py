from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from framing.read.seen import Seen


@given(st.lists(st.text(st.characters(), max_size=3)))
def test_it_answers_like_a_dict(texts):
    seen, first = Seen(), {}
    for place, text in enumerate(texts):
        assert seen.first(text, place) == first.get(text)
        first.setdefault(text, place)

    assert len(seen) == len(first)


def test_it_grows():
    seen = Seen()

    assert all(seen.first(str(number), number) is None for number in range(5000))
    assert all(seen.first(str(number)) == number for number in range(5000))
