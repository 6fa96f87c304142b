"""Aho-Corasick: the maintained one in Rust, and a small one in Python where that has no wheel."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import Protocol


class Engine(Protocol):
    """Finds all occurrences, overlapping ones too: (pattern number, start, end) in code points."""

    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Every occurrence in `text`."""


class RustAutomaton:
    """``ahocorasick_rs``."""

    def __init__(self, patterns: Sequence[str]) -> None:
        from ahocorasick_rs import AhoCorasick

        self._patterns = tuple(patterns)
        self._automaton = AhoCorasick(self._patterns)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Every occurrence in `text`."""
        return self._automaton.find_matches_as_indexes(text, overlapping=True)

    def __reduce__(self) -> tuple[type[RustAutomaton], tuple[tuple[str, ...]]]:
        return RustAutomaton, (self._patterns,)


class PythonAutomaton:
    """The same answers in pure Python, about thirty times slower (Aho and Corasick 1975).

    Examples
    --------
    >>> sorted(PythonAutomaton(["war", "war crime"]).find("a war crime"))
    [(0, 2, 5), (1, 2, 11)]
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._lengths = [len(pattern) for pattern in patterns]
        self._next: list[dict[str, int]] = [{}]
        self._found: list[list[int]] = [[]]
        self._fail = [0]
        for number, pattern in enumerate(patterns):
            state = 0
            for char in pattern:
                if char not in self._next[state]:
                    self._next[state][char] = len(self._next)
                    self._next.append({})
                    self._found.append([])
                    self._fail.append(0)
                state = self._next[state][char]
            self._found[state].append(number)
        queue = deque(self._next[0].values())
        while queue:
            state = queue.popleft()
            for char, after in self._next[state].items():
                queue.append(after)
                fail = self._fail[state]
                while fail and char not in self._next[fail]:
                    fail = self._fail[fail]
                self._fail[after] = self._next[fail].get(char, 0)
                self._found[after] += self._found[self._fail[after]]

    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Every occurrence in `text`."""
        state = 0
        for at, char in enumerate(text, 1):
            while state and char not in self._next[state]:
                state = self._fail[state]
            state = self._next[state].get(char, 0)
            for number in self._found[state]:
                yield number, at - self._lengths[number], at


def automaton(patterns: Sequence[str]) -> Engine:
    """The fastest automaton this installation has."""
    try:
        return RustAutomaton(patterns)
    except ImportError:
        return PythonAutomaton(patterns)
