"""Texts to try things on: anything at all, and news with everything that stands in it."""

from __future__ import annotations

from hypothesis import strategies as st

from framing.article import Article
from framing.spans import Span

# Any code point: astral ones, lone surrogates, controls, letters that grow in lower case.
anything = st.text(st.characters() | st.sampled_from("İßŉǰﬁﬀΣ\u0307\u00ad\ud800\udfff\x00😀"), max_size=60)

_PIECES = [
    # words and sentences
    "Moscow", "the Kremlin", "NATO", "Putin", "U.S.", "he", "they", "who", "the minister", "Lt. Gen. R. K. Osvald",
    "said", "said that", "denied", "did not deny", "according to", "accused", "told reporters", "was told", "saying",
    "his claim that", "may", "reportedly", "clearly", "an attack", "threat", "sanctions", "talks", "no", "not", "never",
    "is", "will", "and", "but", "of", "to", "by", "troop build-up", "on Jan. 5", "4 p.m.", "$1.5 billion", "1,200",
    "The road is open.", "Is it over?", "It is over!", "wait...", "READ MORE",
    # marks of every kind
    '"', "“", "”", "«", "»", "„", "‘", "’", "'", "''", "``", "—", " - ", "-", "(", ")", "[", ":", ";", ",", ".",
    "…", "!",
    # blanks and line ends
    " ", "  ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\u00a0", "\u2028", "\u2029", "\u200b",
    # other scripts and hostile characters
    "Москва заявила", "قالت موسكو", "\u202eאבג\u202c", "北京表示", "ประเทศไทย", "İSTANBUL", "ﬁnal", "e\u0301",
    "👩\u200d🚀", "\ud83d", "\udc00", "\x00", "\ufeff", "<b>", "&amp;",
]  # fmt: skip

_long = st.sampled_from(["a" * 4000, "a " * 2000, "“" * 500, '" ' * 500, "no " * 60, "he said " * 60])

news = st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join) | st.lists(
    st.sampled_from(_PIECES) | _long | anything, max_size=12
).map("".join)
"""Text that looks like news to what reads it, up to a few hundred characters, seldom much longer."""


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles that never went through a reader, with masked stretches anywhere."""
    text = draw(news)
    bounds = st.integers(0, len(text))
    masked = draw(st.lists(st.tuples(bounds, bounds).map(sorted), max_size=2))
    return Article(
        id="a",
        text=text,
        title=draw(st.just("") | news),
        outlet=draw(st.sampled_from(["", "The Harbour Post"])),
        date=draw(st.none() | st.dates()),
        masked=tuple(Span(start, end) for start, end in masked if start < end),
    )
