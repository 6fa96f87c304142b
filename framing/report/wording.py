"""Rounding, plural forms and the plain words for what the code calls by short names."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from framing.evidence import Measure
from framing.report.phrase import Name, Number, Phrase, phrase

NOTHING = "–"

VOICES = {
    "narration": "own voice",
    "direct": "quoted",
    "indirect": "paraphrased",
    "mixed": "partly quoted",
}


@dataclass(frozen=True, slots=True)
class About:
    """What a number is about, beyond what the row around it says."""

    group: str = ""
    article: str = ""
    actor: str = ""
    label: str = ""


EVERYTHING = About()


def rate(value: float) -> str:
    """A rate or a mean: one decimal, none from a hundred on, and none for nothing at all."""
    if value == 0:
        return "0"
    return f"{value:,.0f}" if abs(value) >= 99.95 else f"{value:.1f}"


def percent(value: float) -> str:
    """A share as a whole percentage; a trace is never printed as none, nor nearly all as all."""
    if 0 < value < 0.005:
        return "<1%"
    if 0.995 <= value < 1:
        return ">99%"
    return f"{100 * value:.0f}%"


def count(value: float) -> str:
    """How many: whole unless entries carry fractional weights."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def exact(value: float | None, digits: int = 6) -> str:
    """For programs: enough digits to reconcile, nothing where there is no number."""
    return "" if value is None or math.isnan(value) else format(value, f".{digits}g")


def written(measure: Measure, unit: str) -> str:
    """How a measure is printed, by its unit."""
    if math.isnan(measure.value):
        return NOTHING
    if unit.startswith("share"):
        return percent(measure.value)
    if measure.denominator is None:
        return count(measure.value)
    return rate(measure.value)


def number(measure: Measure, unit: str, *, about: About = EVERYTHING, href: str = "", amount: bool = False) -> Number:
    """A measure as it is printed; one without passages leads nowhere. `amount` adds how many there are."""
    return Number(
        written(measure, unit),
        # A quotient stands beside the numbers it is made of.
        exact(measure.value, 4 if measure.denominator and measure.value < 1000 else 6),
        measure.name,
        exact(measure.numerator),
        exact(measure.denominator),
        about.group,
        about.article,
        about.actor,
        about.label,
        href if measure.numerator else "",
        count(measure.numerator) if amount and measure.numerator else "",
    )


def counted(name: str, amount: float, *, about: About = EVERYTHING, href: str = "") -> Number:
    """How many there are of something."""
    return number(Measure.count(name, amount), "", about=about, href=href)


def shared(
    name: str, part: float, whole: float, *, about: About = EVERYTHING, href: str = "", amount: bool = False
) -> Number:
    """A part of a whole."""
    return number(Measure.share(name, part, whole), "share", about=about, href=href, amount=amount)


def many(amount: float, one: str, more: str = "") -> str:
    """A number with its noun.

    Examples
    --------
    >>> many(1, "article"), many(3, "article"), many(2, "story", "stories")
    ('1 article', '3 articles', '2 stories')
    """
    return f"{count(amount)} {noun(amount, one, more)}"


def noun(amount: float, one: str, more: str = "") -> str:
    """The form of a noun that goes with an amount."""
    return one if amount == 1 else more or f"{one}s"


def listed(words: Sequence[str], last: str = "and") -> str:
    """A list in running text.

    Examples
    --------
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def names(values: Iterable[str]) -> Phrase:
    """Names with commas between them."""
    parts: list[Name | str] = []
    for value in values:
        parts += [", ", Name(value)] if parts else [Name(value)]
    return phrase(*parts)


def spoken(identifier: str) -> str:
    """An identifier as words: ``armed_group`` is an armed group."""
    return identifier.replace("_", " ")


def titled(identifier: str) -> str:
    """An identifier as a heading."""
    words = spoken(identifier)
    return words[:1].upper() + words[1:]


def midsentence(title: str) -> str:
    """A title inside a sentence: its capital goes, unless the word is all capitals.

    Examples
    --------
    >>> midsentence("Threat"), midsentence("EU law")
    ('threat', 'EU law')
    """
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def day(date: dt.date | None) -> str:
    """A date without the locale of whoever runs this."""
    months = "January February March April May June July August September October November December".split()
    return f"{date.day} {months[date.month - 1]} {date.year}" if date else "undated"


def period(dates: Iterable[dt.date | None]) -> str:
    """First to last day; empty where there is none."""
    known = sorted({date for date in dates if date})
    if not known:
        return ""
    return day(known[0]) if len(known) == 1 else f"{day(known[0])} to {day(known[-1])}"


def shortened(text: str, length: int) -> str:
    """The beginning of a text, cut between words, on one line."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    cut = flat[:length]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut) + "…"


def address(url: str) -> str:
    """`url` if a browser may follow it, else nothing: escaping does not stop ``javascript:``."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else ""
