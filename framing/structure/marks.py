"""Quotation marks: which open, which close, and what stands between them.

Straight marks do not say which side they are on, apostrophes look like single marks, marks are left open, and a
quotation of several paragraphs opens each of them and closes once. Marks are therefore paired paragraph by paragraph
with what stands beside them, and an unclosed quotation ends where its paragraph ends or the next quotation begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from framing.spans import Span, places
from framing.structure.nouns import Quotation

_DOUBLES = '"“”„‟«»'
_DOUBLE = re.compile(rf"[{_DOUBLES}]|``|''")
_SINGLE = "'‘’‚"
_OPENING, _CLOSING = "“„‟«", "”»"
_BEFORE_OPENING = " \t\n\r\u00a0([{—–-:/'‘"
# Paragraphs without a mark between one that opens a quotation and one that closes it.
_MOST_BETWEEN = 12
_CONTINUES = re.compile(r"[.!?…]\s*$")


def _opens(text: str, start: int, end: int, paragraph: Span) -> bool | None:
    """Whether a straight mark opens (True), closes (False) or could do either (None)."""
    left = start == paragraph.start or text[start - 1] in _BEFORE_OPENING
    right = end < paragraph.end and not text[end].isspace()
    if left and right:
        return True
    if not left and (not right or not text[end].isalnum()):
        return False
    return None


def _doubles(text: str, number: int, paragraph: Span, marks: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    opened: tuple[int, int] | None = None
    seen = False
    for start, end in marks:
        mark = text[start:end]
        if mark in _OPENING or mark == "``":
            opens: bool | None = True
        elif mark in _CLOSING:
            # A typist's “ ... “ or ” ... ” still pairs.
            opens = None if opened is None and start == paragraph.start else False
        else:
            opens = _opens(text, start, end, paragraph)
        if opens is None:
            opens = opened is None
        if opened is not None and opens and mark in _OPENING and not text[start - 1 : start].isspace():
            opens = False  # “like this“
        if opens:
            if opened is not None:  # the one before was left open: a new paragraph whose break is lost
                yield Quotation(opened[0], start, Span(opened[1], start), False, number)
            opened = (start, end)
        elif opened is not None:
            yield Quotation(opened[0], end, Span(opened[1], start), True, number)
            opened = None
        elif not seen and not text[start - 1 : start].isdigit():  # closes what began before this passage; no inches
            yield Quotation(paragraph.start, end, Span(paragraph.start, start), True, number)
        seen = True
    if opened is not None and opened[1] < paragraph.end:
        yield Quotation(opened[0], paragraph.end, Span(opened[1], paragraph.end), False, number)


def _singles(text: str, number: int, marks: Sequence[int]) -> Iterator[Quotation]:
    """Single marks; an apostrophe after a plural ("the allies' plan") closes only if nothing better does."""
    sides = [(mark, side) for mark in marks if (side := _side(text, mark))]
    at = 0
    while at < len(sides):
        start, side = sides[at]
        at += 1
        if side != "opens":
            continue
        best = None
        for other in range(at, len(sides)):
            close, side = sides[other]
            if side != "closes":
                break
            best = other
            if text[close - 1] != "s" or not text[close + 2 : close + 3].islower():
                break
        if best is not None:
            close = sides[best][0]
            yield Quotation(start, close + 1, Span(start + 1, close), True, number)
            at = best + 1


def _side(text: str, at: int) -> str:
    """What a single mark can be: ``opens``, ``closes``, or nothing, which is an apostrophe."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if after.isalnum() or after in ("“", '"', "(", "["):
        return "" if before.isalnum() or before in ("'", "’", "_") else "opens"
    return "closes" if before and (before.isalnum() or before in ".,!?…])") and after not in ("'", "’", "_") else ""


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """All quotations outermost, in order.

    Parameters
    ----------
    text : str
    paragraphs : sequence of Span

    Examples
    --------
    >>> text = "“It’s done,” she said. The allies' ‘red line’ stays."
    >>> [found.inner.of(text) for found in quotations(text, [Span(0, len(text))])]
    ['It’s done,', 'red line']
    """
    found: list[Quotation] = []
    opened: int | None = None
    doubled, apart = _double_marks(text), places(text, _SINGLE)
    for number, paragraph in enumerate(paragraphs):
        first, last = bisect_left(doubled, (paragraph.start,)), bisect_left(doubled, (paragraph.end,))
        doubles = list(_doubles(text, number, paragraph, doubled[first:last])) if first < last else []
        first, last = bisect_left(apart, paragraph.start), bisect_left(apart, paragraph.end)
        singles = list(_singles(text, number, apart[first:last])) if last - first > 1 else []
        if singles and doubles:
            around = [one for one in singles if text[one.inner.end - 1] in ",.!?…" and _around(one, doubles)]
            doubles = [one for one in doubles if not any(_overlap(one, other) for other in around)]
            singles = [one for one in singles if not any(_overlap(one, other) for other in doubles)]
        if doubles:
            opening = doubles[0]
            if opened is not None and opening.inner.start == paragraph.start and number - opened <= _MOST_BETWEEN:
                for between in range(opened + 1, number):
                    whole = paragraphs[between]
                    found = [one for one in found if one.paragraph != between]
                    found.append(Quotation(*whole, whole, False, between))
            opened = None if doubles[-1].closed else number
        found += sorted(doubles + singles, key=_start) if singles else doubles
    return [quotation for quotation in found if quotation.inner.start < quotation.inner.end]


def _double_marks(text: str) -> list[tuple[int, int]]:
    if ("`" in text and "``" in text) or ("'" in text and "''" in text):  # one is found more quickly than two
        return [match.span() for match in _DOUBLE.finditer(text)]
    return [(at, at + 1) for at in places(text, _DOUBLES)]


def _overlap(one: Quotation, other: Quotation) -> bool:
    return one.start < other.end and other.start < one.end


def _around(single: Quotation, doubles: Sequence[Quotation]) -> bool:
    """Whether single marks stand around double ones, as in British print."""
    crossing = [one for one in doubles if one.start < single.end and single.start < one.end]
    return bool(crossing) and all(single.start < one.start and one.end < single.end for one in crossing)


def _start(quotation: Quotation) -> int:
    return quotation.start


def continues(text: str, before: Quotation, after: Quotation) -> bool:
    """Whether `after` goes on with `before`: left open, and the next paragraph opens a mark again."""
    return (
        not before.closed
        and after.paragraph - before.paragraph <= 1
        and not text[before.end : after.start].strip()
        and _CONTINUES.search(text, before.inner.start, before.inner.end) is not None
    )
