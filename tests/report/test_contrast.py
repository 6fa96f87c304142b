"""Colours as they are written: words at 4.5 to 1, marks at 3 to 1, in the light and in the dark."""

from __future__ import annotations

import re

import pytest

from framing import resources

STYLE = resources.reports().joinpath("report.css").read_text(encoding="utf-8")


def token(name: str) -> tuple[str, str]:
    """A colour in the light and in the dark."""
    found = re.search(rf"--{name}:(?:light-dark\((#\w+),(#\w+)\)|(#\w+))[;}}]", STYLE)
    assert found, name
    return (found[1], found[2]) if found[1] else (found[3], found[3])


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", ["bg", "panel", "hit"])
@pytest.mark.parametrize("name", ["ink", "soft", "said", "link"])
def test_words(name: str, ground: str, dark: bool) -> None:
    assert contrast(token(name)[dark], token(ground)[dark]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", ["c0", "c1", "c2", "c3", "c4", "c5", "c6", "focus"])
def test_marks(name: str, dark: bool) -> None:
    assert contrast(token(name)[dark], token("bg")[dark]) >= 3


@pytest.mark.parametrize(("name", "words"), [("c1", "#fff"), ("c2", "#000"), ("c3", "#000"), ("c4", "#000")])
def test_words_inside_bars(name: str, words: str) -> None:
    assert contrast(token(name)[0], words) >= 4.5
