"""Readability: how hard a text is to read, of the outlet's own sentences and of all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import accumulate, islice
from typing import Literal

import numpy as np

from framing import resources
from framing.evidence import Evidence, Measure, MeasureSpec
from framing.lexicon.schema import Lexicon
from framing.scoring import TextScorer
from framing.structure.document import Document, Passage

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouycgszx]es|(?<=ch)es(?!.))$")

_NOT_LETTERS = re.compile(r"[^a-z]+")
# A corpus of a million articles has more spellings than are worth remembering.
_MOST_WORDS = 200_000

_SPECS = tuple(
    spec
    for suffix, scope, text in (
        ("", "", "all sentences"),
        ("_own", " in the outlet's own voice", "sentences in which nobody is quoted"),
    )
    for spec in (
        MeasureSpec(
            f"words_per_sentence{suffix}", f"Words per sentence{scope}", "words", f"Words over sentences; {text}."
        ),
        MeasureSpec(
            f"flesch_reading_ease{suffix}",
            f"Reading ease{scope}",
            "0 to 100, higher is easier",
            f"206.835 - 1.015 words per sentence - 84.6 syllables per word (Flesch 1948); {text}.",
        ),
        MeasureSpec(
            f"flesch_kincaid_grade{suffix}",
            f"School grade{scope}",
            "years of school",
            f"0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid et al. 1975); {text}.",
        ),
    )
)


def rule_syllables(word: str) -> int:
    """Syllables by rule: runs of vowels, less a silent ending.

    Examples
    --------
    >>> [rule_syllables(word) for word in ("threat", "negotiated", "escape", "table")]
    [1, 4, 2, 2]
    """
    runs = len(_VOWELS.findall(word))
    if runs > 1 and _SILENT.search(word):
        runs -= 1
    return max(1, runs)


class _Syllables(dict[str, int]):
    """Syllables of lower-case words: those the rule errs on from the start, the others as they are met."""

    def __missing__(self, word: str) -> int:
        parts = [part for part in _NOT_LETTERS.split(word) if part]
        if not word[-1:].isalnum() and not parts:
            count = 0  # a mark
        elif len(parts) < 2:
            count = rule_syllables(word)
        else:
            count = sum(self[part] for part in parts if len(part) > 1) or 1
        if len(self) < _MOST_WORDS:
            self[word] = count
        return count


@lru_cache(maxsize=1)
def _table() -> _Syllables:
    """Exceptions from the CMU Pronouncing Dictionary; see ``lexicons/syllables.txt``."""
    table = _Syllables({"'s": 0, "'ve": 0, "'re": 0, "'d": 0, "'ll": 0, "'m": 0, "n't": 1})
    for line in (resources.lexicons() / "syllables.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            count, *words = line.split()
            table.update(dict.fromkeys(words, int(count)))
    return table


def syllables(word: str) -> int:
    """Syllables of a lower-case word; its parts are counted one by one ("build-up").

    Examples
    --------
    >>> syllables("sovereignty"), syllables("build-up"), syllables("2,000")
    (3, 2, 1)
    """
    return _table()[word]


class ReadabilityScorer(TextScorer):
    """Flesch's reading ease and the Flesch-Kincaid grade, on our own sentences, words and syllables.

    textstat counts about ten per cent more sentences in news than there are ("U.S.", "Jan. 5", "$1.5 billion"), which
    makes texts look easier. ``method="textstat"`` gives its numbers, for comparison with other studies; they are
    computed on the same text.

    Parameters
    ----------
    method : {"framing", "textstat"}
        Whose sentences, words and syllables.

    Examples
    --------
    >>> scorer = ReadabilityScorer()
    >>> scores = scorer.fit_transform(["The cat sat on the mat. It was happy."])
    >>> dict(zip(scorer.get_feature_names_out(), scores[0]))["words_per_sentence"]
    np.float64(4.5)

    References
    ----------
    Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology, 32(3), 221-233.
    Kincaid, J. P., Fishburne, R. P., Rogers, R. L. and Chissom, B. S. (1975). Derivation of new readability formulas
    for Navy enlisted personnel. Research Branch Report 8-75.
    """

    name = "readability"

    def __init__(self, *, method: Literal["framing", "textstat"] = "framing") -> None:
        self.method = method

    def load(self) -> tuple[Lexicon, ...]:
        """Nothing to match."""
        self.specs_ = _SPECS
        # By identity, which holds as long as the passage is kept beside them.
        self._ready: dict[int, tuple[Passage, list[int]]] = {}
        return ()

    def prepare(self, documents: Sequence[Document]) -> None:
        """Count the syllables of several documents in one go, which is twice as fast as one by one."""
        passages = [passage for document in documents for passage in document.passages]
        counts = _syllables_by_sentence(passages)
        self._ready = {id(passage): (passage, heard) for passage, heard in zip(passages, counts, strict=True)}

    def _heard(self, passage: Passage) -> list[int]:
        """Syllables of each sentence."""
        ready = self._ready.get(id(passage))
        return ready[1] if ready else _syllables_by_sentence([passage])[0]

    def find(self, document: Document) -> tuple[Evidence, ...]:
        """Nothing: readability is a property of all words, not of passages."""
        return ()

    def measure(self, document: Document, evidence: Sequence[Evidence]) -> tuple[Measure, ...]:
        """Formulas over all sentences, then over those in the outlet's own voice."""
        if self.method == "textstat":
            found = [(passage, sentence) for passage in document.passages for sentence in passage.sentences]
            texts = [(passage.text[each.start : each.end], each.quoted_words == 0) for passage, each in found]
            return (
                *_textstat([text for text, _ in texts], ""),
                *_textstat([text for text, own in texts if own], "_own"),
            )
        every = [
            (sentence.words, heard, sentence.quoted_words == 0)
            for passage in document.passages
            for sentence, heard in zip(passage.sentences, self._heard(passage), strict=True)
            if sentence.words
        ]
        own = [each for each in every if each[2]]
        return (*_flesch("", every), *_flesch("_own", own))


def _syllables_by_sentence(passages: Sequence[Passage]) -> list[list[int]]:
    """Syllables of each sentence of some passages, which are laid end to end for it."""
    if not passages:
        return []
    bases = list(accumulate((len(passage.text) + 1 for passage in passages), initial=0))
    offsets = [passage.tokens.offsets + base for passage, base in zip(passages, bases, strict=False)]
    bounds = [
        base + offset
        for passage, base in zip(passages, bases, strict=False)
        for sentence in passage.sentences
        for offset in (sentence.start, sentence.end)
    ]
    heard = np.concatenate([[0], *(passage.tokens.figures(syllables) for passage in passages)]).cumsum()
    reached = heard[np.concatenate(offsets).searchsorted(bounds)]
    counts = iter((reached[1::2] - reached[::2]).tolist())
    return [list(islice(counts, len(passage.sentences))) for passage in passages]


def _flesch(suffix: str, counted: Sequence[tuple[int, int, bool]]) -> Iterable[Measure]:
    """Both formulas from the words and syllables of sentences."""
    sentences, words = len(counted), sum([each[0] for each in counted])
    syllables = sum([each[1] for each in counted])
    per_word = syllables / words if words else 0.0
    per_sentence = words / sentences if sentences else 0.0
    return (
        Measure.share(f"words_per_sentence{suffix}", words, sentences),
        Measure.mean(f"flesch_reading_ease{suffix}", 206.835 - 1.015 * per_sentence - 84.6 * per_word, words),
        Measure.mean(f"flesch_kincaid_grade{suffix}", 0.39 * per_sentence + 11.8 * per_word - 15.59, words),
    )


class _Pronunciations(dict[str, list[list[str]]]):
    """What textstat looks up: a pronunciation whose vowels carry digits. Ours knows their number only."""

    def __missing__(self, word: str) -> list[list[str]]:
        return [["A0"] * syllables(word)]

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str)


def _pronunciations(lang: str) -> _Pronunciations:
    return _Pronunciations()


def _textstat(sentences: Sequence[str], suffix: str) -> Iterable[Measure]:
    import textstat

    # textstat would download its dictionary; ours is derived from the same one and stays on this machine.
    counter = import_module("textstat.backend.counts._count_syllables")
    vars(counter)["get_cmudict"] = _pronunciations
    text = " ".join(sentences)
    count = textstat.lexicon_count(text)
    return (
        Measure.share(f"words_per_sentence{suffix}", count, textstat.sentence_count(text) if count else 0),
        Measure.mean(f"flesch_reading_ease{suffix}", textstat.flesch_reading_ease(text), count),
        Measure.mean(f"flesch_kincaid_grade{suffix}", textstat.flesch_kincaid_grade(text), count),
    )


SCORER = ReadabilityScorer
