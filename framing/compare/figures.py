"""Numbers in a text: how they are written, what they are worth, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.structure.document import Passage
from framing.structure.word_classes import class_of

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_UNITS = {word: float(at) for at, word in enumerate(_SMALL)} | {word: float(value) for word, value in _TENS.items()}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "bln": 1e9, "trillion": 1e12}
_NUMBER = re.compile(
    r"(?<![\w.,/:-])(?:(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<word>[A-Za-z]+(?:-[a-z]+)?))"
    r"(?P<scale>[ -](?:hundred|thousand|million|mln|billion|bln|trillion)s?)?(?P<percent> ?(?:%|percent|per cent))?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?:{'|'.join([*_TENS])})(?:-(?:{'|'.join(_SMALL[1:10])}))?|{'|'.join(_SMALL)}|hundreds?|thousands?|dozens?|millions?",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_BEFORE_DATE = re.compile(rf"(?:{_MONTH}|\bArticle|\bResolution|\bNo\.?|\bPage|\bG|\bCOVID)[ -]?$")
_AFTER_DATE = re.compile(
    rf" ?(?:{_MONTH}|[ap]\.?m\b|(?:hours? )?GMT\b|o'clock|past\b|(?:min|minutes?|hours?) ago|(?:st|nd|rd|th)\b|[:/]\d)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?: [a-z][\w-]*){1,2}")
_HYPHENED = re.compile(r"-[a-z][a-z-]*")
_LEAST = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts something.

    Parameters
    ----------
    start, end : int
        Of the number with what it counts.
    text : str
        Those words.
    value : float
        What it is worth: "30", "thirty" and "30 million" are 30, 30 and 30,000,000.
    """

    start: int
    end: int
    text: str
    value: float


def values(text: str) -> Iterator[float]:
    """The worth of everything in a text that could be a number, also of years and of parts of compounds."""
    for _, value in _found(text):
        yield value
    for digits in re.findall(r"\d+(?:[.,]\d+)*", text):
        plain = digits.replace(",", "")
        if plain.count(".") < 2:
            yield float(plain)


def figures(passage: Passage) -> Iterator[Figure]:
    """Numbers from ten on that count something: no dates, years, hours or numbers of articles.

    Parameters
    ----------
    passage : Passage
        What is masked in it is left out.
    """
    text = passage.text
    for match, value in _found(text):
        start, end = match.span()
        if value < _LEAST and not match["percent"]:
            continue
        if _BEFORE_DATE.search(text[max(0, start - 12) : start]) or _AFTER_DATE.match(text, end):
            continue
        year = match["digits"] and not match["scale"] and "," not in match["digits"] and 1500 <= value <= 2100
        if year or not passage.words(start, end):
            continue
        if hyphened := _HYPHENED.match(text, end):
            end = hyphened.end()
        counted = _COUNTED.match(text, end)
        for word in counted[0].split() if counted else ():
            if class_of(word.strip("-")) not in "NE":
                break
            end = text.index(word, end) + len(word)
            if word.endswith("s"):
                break  # what is counted
        if text[start - 1 : start] in ("$", "€", "£"):
            start -= 1
        yield Figure(start, end, " ".join(text[start:end].split()), value)


def _found(text: str) -> Iterator[tuple[re.Match[str], float]]:
    for match in _NUMBER.finditer(text):
        scale = _SCALES.get((match["scale"] or "").strip(" -").lower().removesuffix("s"), 1.0)
        if match["digits"]:
            yield match, float(match["digits"].replace(",", "")) * scale
        elif _WORDS.fullmatch(match["word"]) and (spelled := _spelled(match["word"].lower())) is not None:
            yield match, spelled * scale


def _spelled(word: str) -> float | None:
    tens, _, unit = word.partition("-")
    if unit:
        return _UNITS[tens] + _UNITS[unit]
    return _UNITS.get(word)
