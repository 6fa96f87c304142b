from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from framing.spans import Cover, Span, merged

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8)
STRETCH = st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda given: (given[0], sum(given)))


def covered(spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def test_a_span_is_half_open():
    assert Span(4, 8).of("The road is open.") == "road"
    assert Span(4, 8).contains((4, 8))
    assert not Span(4, 8).contains((4, 9))
    assert Span(4, 8).overlaps((7, 9))
    assert not Span(4, 8).overlaps((8, 9))


@given(SPANS)
def test_merged_spans_cover_the_same_and_leave_gaps(spans):
    joined = merged(spans)

    assert covered(joined) == covered(spans)
    assert all(one.end < other.start for one, other in pairwise(joined))


@given(SPANS, STRETCH)
def test_a_cover_answers_as_the_set_of_its_characters(spans, stretch):
    cover = Cover(spans)
    inside = covered([stretch])

    assert cover.overlaps(*stretch) == bool(inside & covered(spans))
    assert cover.holds(*stretch) == (inside <= covered(spans))
    assert bool(cover) == bool(covered(spans))
