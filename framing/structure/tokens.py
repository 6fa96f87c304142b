"""Tokens of texts and of sentences, each with its word class: see `framing.structure.word_classes`."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from framing.lexicon.fold import lower
from framing.spans import Span
from framing.structure.word_classes import CLOSED, class_of

# What stands between two blanks is taken apart by itself, so that it need be only once a spelling.
_TOKEN = re.compile(
    r"""(?:[A-Za-z]\.){2,}                                # U.S., U.N.
      | (?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Prof|Sgt|Capt|Adm|Maj|Rev|St|Jr|Sr|Hon|Cmdr|Del|Rev|Msgr)\.
      | (?<![A-Za-z.])[A-Za-z]\.(?=[A-Za-z]|\Z)           # an initial
      | n't\b | '(?:s|re|ve|d|ll|m|t)\b
      | \w+?(?=n't\b)                                     # did|n't
      | \d+(?:[.,:/]\d+)*%?(?![\w-])
      | \w+(?:[-&@/](?=\w)\w+|\.(?!(?<=[a-z][a-z]\.)[A-Z])(?=\w)\w+|'(?!(?:s|re|ve|d|ll|m|t)\b)\w+)*
      | [^\w\s]""",
    re.VERBOSE,
)


_NONE: Mapping[int, bool] = {}


class Tokens:
    """The tokens of a stretch of text, quotations taken as one token each; nothing changes them once made.

    Parameters
    ----------
    words : sequence of str
        Folded, each as long as it is in the text; a quotation is one word.
    starts : sequence of int
        Offsets into the text.
    classes : str
        A letter a token.
    closes : mapping
        For quotations: whether the last character inside is a comma.
    """

    __slots__ = ("classes", "closes", "starts", "words")

    def __init__(
        self, words: Sequence[str], starts: Sequence[int], classes: str, closes: Mapping[int, bool] = _NONE
    ) -> None:
        self.words = words
        self.starts = starts
        self.classes = classes
        self.closes = closes

    def __len__(self) -> int:
        return len(self.words)

    def end(self, number: int) -> int:
        """Offset after a token."""
        return self.starts[number] + len(self.words[number])

    def at(self, offset: int) -> int:
        """Number of the first token that begins at or after an offset."""
        return bisect_left(self.starts, offset)

    def part(self, first: int, last: int) -> Tokens:
        """Tokens ``first`` up to but not including ``last``."""
        return Tokens(self.words[first:last], self.starts[first:last], self.classes[first:last])

    def with_verbs(self, verbs: Iterable[tuple[int, int]]) -> Tokens:
        """The same with stretches known to be verbs, which no noun phrase runs over."""
        classes = self.classes
        for first, last in verbs:
            classes = classes[:first] + "V" * (last - first) + classes[last:]
        return Tokens(self.words, self.starts, classes, self.closes)

    def span(self, first: int, last: int) -> Span:
        """Offsets of tokens ``first`` up to but not including ``last``."""
        starts = self.starts
        return Span(starts[first], starts[last - 1] + len(self.words[last - 1]))


NO_TOKENS = Tokens((), (), "")


class Vocabulary(dict[str, int]):
    """Everything met between two blanks, taken apart once: the number of a spelling tells where its tokens begin.

    The tokens of all spellings lie one behind the other in the same columns, so that those of a text are looked up
    with a few operations over arrays.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.words: list[str] = []
        self.offsets = array("i")
        self.classes = array("I")
        # Of each spelling: its first token, their number, and its size with the blank after it.
        self.firsts = array("i")
        self.counts = array("i")
        self.sizes = array("i")
        self._figures: dict[Callable[[str], int], array[int]] = {}

    def __missing__(self, chunk: str) -> int:
        number = len(self.firsts)
        self.firsts.append(len(self.words))
        for match in _TOKEN.finditer(chunk):
            self.words.append(lower(match[0]))
            self.offsets.append(match.start())
            self.classes.append(ord(class_of(match[0])))
        self.counts.append(len(self.words) - self.firsts[number])
        self.sizes.append(len(chunk) + 1)
        if len(chunk) <= _LONGEST_CHUNK:
            self[chunk] = number
        return number

    def figures(self, figure: Callable[[str], int]) -> NDArray[np.intc]:
        """A figure of each token there is, worked out when it is first met."""
        known = self._figures.setdefault(figure, array("i"))
        known.extend(map(figure, self.words[len(known) :]))
        return np.frombuffer(known, np.intc)


class TextTokens:
    """The tokens of a whole text, of which parts are taken; their words are spelled out where they are asked for.

    Parameters
    ----------
    vocabulary : Vocabulary
        What the numbers are of.
    numbers : array of int
        Of the tokens.
    offsets : array of int
        Where they begin in the text; ``starts`` are the same as a sequence.
    classes : str
        A letter a token.
    """

    __slots__ = ("_numbers", "_vocabulary", "_words", "classes", "offsets", "starts")

    def __init__(
        self, vocabulary: Vocabulary, numbers: NDArray[np.intp], offsets: NDArray[np.intp], classes: str
    ) -> None:
        self._vocabulary = vocabulary
        self._numbers = numbers
        self._words: list[str] | None = None
        self.offsets = offsets
        self.starts: Sequence[int] = offsets.tolist()
        self.classes = classes

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def words(self) -> list[str]:
        """All words, folded, each as long as it is in the text."""
        if self._words is None:
            self._words = list(map(self._vocabulary.words.__getitem__, self._numbers.tolist()))
        return self._words

    def at(self, offset: int) -> int:
        """Number of the first token that begins at or after an offset."""
        return bisect_left(self.starts, offset)

    def end(self, number: int) -> int:
        """Offset after a token."""
        return self.starts[number] + len(self.words[number])

    def span(self, first: int, last: int) -> Span:
        """Offsets of tokens ``first`` up to but not including ``last``."""
        return Span(self.starts[first], self.end(last - 1))

    def part(self, first: int, last: int) -> Tokens:
        """Tokens ``first`` up to but not including ``last``."""
        return Tokens(self.words[first:last], self.starts[first:last], self.classes[first:last])

    def figures(self, figure: Callable[[str], int]) -> NDArray[np.intc]:
        """A figure of each token, worked out once a spelling.

        Parameters
        ----------
        figure : callable
            Of a folded word; the same function each time, and without side effects.
        """
        with self._vocabulary.lock:
            return self._vocabulary.figures(figure)[self._numbers]


_LONGEST_CHUNK = 40
# A corpus of a million articles has more spellings than are worth remembering.
_MOST_TOKENS = 200_000
_vocabularies = [Vocabulary()]


def _vocabulary() -> Vocabulary:
    """The one in use; texts keep theirs when it has grown too large and the next begins."""
    if len(_vocabularies[0].words) > _MOST_TOKENS:
        _vocabularies[0] = Vocabulary()
    return _vocabularies[0]


def tokens(plain: str) -> TextTokens:
    """Tokens of a text.

    Parameters
    ----------
    plain : str
        The text with straight quotes and plain blanks, capitals kept.

    Examples
    --------
    >>> tokens("Russia's envoy didn't say so.").classes
    'PGNAXNR.'
    """
    return next(tokens_of([plain]))


def tokens_of(plain: Sequence[str]) -> Iterator[TextTokens]:
    """The same of several texts, which are looked up as if they were one, a blank between them."""
    if not plain:
        return
    known = _vocabulary()
    with known.lock:
        between = [text.split(" ") for text in plain]
        lengths = [len(chunks) for chunks in between]
        chunks = np.fromiter(map(known.__getitem__, chain.from_iterable(between)), np.intc, sum(lengths))
        counts = np.frombuffer(known.counts, np.intc)[chunks]
        ends = counts.cumsum()
        firsts = np.frombuffer(known.firsts, np.intc)[chunks] - ends + counts
        numbers = np.arange(ends[-1]) + firsts.repeat(counts)
        sizes = np.frombuffer(known.sizes, np.intc)[chunks]
        starts = (sizes.cumsum() - sizes).repeat(counts) + np.frombuffer(known.offsets, np.intc)[numbers]
        classes = (
            np.frombuffer(known.classes, np.uintc)[numbers].astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
        )
    first = before = 0
    for text, last in zip(plain, ends[np.cumsum(lengths) - 1].tolist(), strict=True):
        yield TextTokens(known, numbers[first:last], starts[first:last] - before, classes[first:last])
        first, before = last, before + len(text) + 1


def unit_tokens(whole: TextTokens, plain: str, start: int, end: int, atoms: Sequence[tuple[int, int]] = ()) -> Tokens:
    """Tokens of a sentence, its quotations taken as one token each.

    Parameters
    ----------
    whole : TextTokens
        Of the text.
    plain : str
        The text.
    start, end : int
        The sentence.
    atoms : sequence of (int, int)
        Quotations inside, in order: one token of class ``Q`` each.
    """
    first, last = whole.at(start), whole.at(end)
    if not atoms:
        spelled = whole.words[first:last]
        return Tokens(spelled, whole.starts[first:last], _opened(spelled, whole.classes[first:last]))
    words: list[str] = []
    starts: list[int] = []
    classes = ""
    closes = {}
    for low, high in (*atoms, (end, end)):
        stop = whole.at(low)
        spelled = whole.words[first:stop]
        words += spelled
        starts += whole.starts[first:stop]
        classes += whole.classes[first:stop] if classes else _opened(spelled, whole.classes[first:stop])
        if low < high:
            quoted = plain[low:high]
            closes[len(words)] = quoted.rstrip(" \"'").endswith(",")
            words.append(quoted)
            starts.append(low)
            classes += "Q"
            first = whole.at(high)
    return Tokens(words, starts, classes, closes)


def _opened(words: Sequence[str], classes: str) -> str:
    """Classes of a stretch whose first word has a capital for its place."""
    word = words[0] if classes else ""
    if not word or (word == "us" and classes[0] == "P"):
        return classes  # the country, no pronoun
    return CLOSED.get(word, classes[0]) + classes[1:]
