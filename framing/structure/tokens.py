"""Tokens with word classes: enough grammar to find subjects and clauses without a tagger.

Every token gets one letter. Regular expressions over the string of letters then read like the phrases they find, and
run at the speed of the engine. Closed classes are listed; an open-class word is a name when it has a capital and a
noun otherwise, which is what subjects of reporting verbs mostly are.

=====  ==========================================================
``D``  determiner or possessive pronoun
``I``  personal pronoun
``P``  name: a capital inside a sentence, or a capital elsewhere on a word that is not a function word
``N``  any other word
``E``  lower-case word in -ed or -ing: a verb or an adjective
``#``  figure
``G``  possessive 's
``o``  of
``q``  for, from, at, with, by: prepositions that belong to a noun phrase after a name too
``p``  other prepositions
``t``  to
``A``  auxiliary, modal, copula
``X``  not, n't, never
``R``  adverb
``T``  day, month, or other word of time
``C``  and, or, nor
``S``  that, because, while and other words that open a clause
``W``  who, which, what, how
``Q``  a whole quotation
``V``  verb that reports, once it is known as one
=====  ==========================================================

Punctuation stands for itself; dashes are ``-``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain

from framing.lexicon.fold import lower
from framing.spans import Span

_CLOSED: dict[str, str] = {}
for _letter, _words in {
    "D": """the a an this these those his her its their my our your some any all both each every many several few most
            another such certain other more one two three four five six seven eight nine ten dozens hundreds""",
    "I": "he she they it we i you us me him them himself herself themselves itself someone somebody everyone nobody",
    "o": "of",
    "q": "for from at with by",
    "p": """in on about against between among under over during within without toward towards across near behind beyond
            into onto through amid around along inside outside above below upon via regarding concerning despite besides
            than like per after before since until following according""",
    "t": "to",
    "A": """is are was were be been being am has have had having do does did will would can could may might shall should
            must 're 've 'd 'll 'm cannot ca wo""",
    "X": "not n't 't never no",
    "G": "'s",
    "R": """also later then again still already once ever now just only even too further earlier soon often always
            meanwhile however instead therefore thus nevertheless nonetheless rather quite very moreover furthermore
            previously recently repeatedly reportedly allegedly once twice ago here there so well yet perhaps maybe
            likewise otherwise both long""",
    "T": """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february
            march april june july august september october november december week weeks month months year years morning
            afternoon evening night weekend""",
    "C": "and or nor & plus",
    "S": """that because while when as if although though whether where unless whereas but lest once until whilst""",
    "W": "who which whom whose what how why",
}.items():
    for _word in _words.split():
        _CLOSED.setdefault(_word, _letter)

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
_DASH = frozenset("-–—―")


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


def class_of(original: str) -> str:
    """The class of a token by its letters, wherever it stands."""
    word = original.lower()
    known = _CLOSED.get(word)
    if known is not None:
        if word == "us":
            return "P" if original == "US" else "I"
        if known in "AI" and original[0].isupper() and word != "i":
            return "P"  # "May", "Will"
        return known
    head = original[0]
    if head.isdigit():
        return "#"
    if not (head.isalpha() or head in "'’"):
        return "-" if head in _DASH else head
    if head.isupper():
        return "P"
    if word.endswith("ly") and len(word) > 4:
        return "R"
    return "E" if word.endswith(("ed", "ing")) and len(word) > 4 else "N"


# Words, classes and offsets of the tokens of a chunk, and its size with the blank after it.
_Chunk = tuple[tuple[str, ...], str, tuple[int, ...], int]


class _Chunks(dict[str, _Chunk]):
    """What stands between two blanks, taken apart once a spelling."""

    def __missing__(self, chunk: str) -> _Chunk:
        parts = [(match[0], match.start()) for match in _TOKEN.finditer(chunk)]
        words = tuple(lower(part) for part, _ in parts)
        taken = words, "".join(class_of(part) for part, _ in parts), tuple(at for _, at in parts), len(chunk) + 1
        if len(chunk) <= _LONGEST_CHUNK:
            if len(self) >= _MOST_CHUNKS:
                self.clear()
            self[chunk] = taken
        return taken


_LONGEST_CHUNK = 40
_MOST_CHUNKS = 100_000
_CHUNKS = _Chunks()


def tokens(plain: str) -> Tokens:
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
    words, classes, offsets, sizes = zip(*map(_CHUNKS.__getitem__, plain.split(" ")), strict=True)
    begins = accumulate(sizes, initial=0)
    starts = [begin + at for begin, within in zip(begins, offsets, strict=False) for at in within]
    return Tokens(list(chain.from_iterable(words)), starts, "".join(classes))


def unit_tokens(whole: Tokens, plain: str, start: int, end: int, atoms: Sequence[tuple[int, int]] = ()) -> Tokens:
    """Tokens of a sentence, its quotations taken as one token each.

    Parameters
    ----------
    whole : Tokens
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
        return Tokens(whole.words[first:last], whole.starts[first:last], _opened(whole, first, last))
    words: list[str] = []
    starts: list[int] = []
    classes = ""
    closes = {}
    for low, high in (*atoms, (end, end)):
        stop = whole.at(low)
        words += whole.words[first:stop]
        starts += whole.starts[first:stop]
        classes += whole.classes[first:stop] if classes else _opened(whole, first, stop)
        if low < high:
            quoted = plain[low:high]
            closes[len(words)] = quoted.rstrip(" \"'").endswith(",")
            words.append(quoted)
            starts.append(low)
            classes += "Q"
            first = whole.at(high)
    return Tokens(words, starts, classes, closes)


def _opened(whole: Tokens, first: int, last: int) -> str:
    """Classes of a stretch whose first word has a capital for its place."""
    classes = whole.classes[first:last]
    word = whole.words[first] if classes else ""
    if not word or (word == "us" and classes[0] == "P"):
        return classes  # the country, no pronoun
    return _CLOSED.get(word, classes[0]) + classes[1:]
