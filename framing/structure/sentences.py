"""Sentences and paragraphs, with offsets.

A small rule over candidate ends: abbreviations, initials, ellipses, quotation marks that follow a full stop, and the
missing blank of crawled text ("said.The"). Punkt's statistics over abbreviations (Kiss and Strunk 2006) are the
background; a rule of this size finds as many news sentences and costs one regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.spans import Span, places

_TITLES = frozenset(
    """adm amb atty brig capt cdr cmdr col cpl dr fr gen gov hon lt maj messrs mr mrs ms msgr mx pres prof pvt rep reps
    rev sen sens sgt sr st supt vs v no nos art arts fig figs vol pp p ed eds op cf al approx est ca sec
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun ft mt pfc spc""".split()
)
_WORDS_TOO = frozenset("no nos mar sun sat art sec p v".split())  # abbreviations only before a figure
_MAYBE = frozenset(
    """inc corp ltd co cos bros plc llc jr sr etc dept univ assn ave blvd rd bldg conn calif fla ga ill kan ky la md
    mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ariz ark ala colo del ind u.s
    u.k u.n e.u a.m p.m d.c ph.d u.s.a e.g i.e b.c a.d n.y n.j n.c s.c l.a""".split()
)
_SHORT = _TITLES | _MAYBE
_LONGEST_WORD = 24
# Words that begin sentences far more often than they continue a name.
_STARTERS = frozenset(
    """The A An It He She They We I You This That These Those There Here His Her Their Its My Our In On At But And Or
    So For From By With Without After Before As When While If Since Although Though Because However Meanwhile Also Both
    Some Many Most Several Such No Not What Who Why How Where Another Other Under Over During Despite Earlier Later Now
    Then Still Yet Nor Asked According Last Next One Two Three Since Until Among Between Against""".split()
)
# The usual end, or that of crawled text that lost the blank after it ("said.The").
_CANDIDATE = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s|\Z|["“‘«]?[A-Z])""")
_JOINED = re.compile(r"""["“‘«]?[A-Z][a-z’']|["“«][A-Z]\b""")
_NEXT = re.compile(r"""\s*["'“‘«(\[]*\s*(\w[\w’'.-]*)?""")
_SAID_AFTER = re.compile(
    r"\s*(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|told|tells|wrote|writes|added|adds|tweeted|replied|declared"
    r"|exclaimed|shouted|insisted|demanded|wondered|warned|continued|concluded|quipped)\b"
)
_SAID_ENDS = re.compile(r"""(?:\s(?:in|on|at|to|after|during|from|by)\b[^,.;:"“”]{0,60})?[.,]""")
# "― Maret Dunn" after a quotation.
_SIGNATURE = re.compile(r"\s*[-–—―]{1,2}\s*[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}\s*[.,]?\s*$")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n|\u2029)[ \t\u00a0]*(?:\r\n|\r|\n|\u2029)\s*")


def _line_ends(text: str) -> list[tuple[int, int]]:
    """Line ends, with the blanks after them."""
    found: list[tuple[int, int]] = []
    for start in places(text, "\n\r\u2028\u2029"):
        end = start + 1
        if text[start] == "\n" and text[start - 1 : start] == "\r":
            start, _ = found.pop()
        while text.startswith((" ", "\t"), end):
            end += 1
        found.append((start, end))
    return found


def _wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether single line ends only wrap lines: then a fair share of lines goes on in lower case."""
    ends = continued = 0
    for _, end in lines:
        after = text[end : end + 1]
        if after and after not in "\r\n":
            ends += 1
            continued += after.islower()
    return ends >= 2 and continued > 0.3 * ends


def paragraphs(text: str, masked: Sequence[tuple[int, int]] = ()) -> list[Span]:
    """Stretches between blank lines (or line ends, in text that is not hard-wrapped) and masked spans.

    Examples
    --------
    >>> paragraphs("One.\\n\\nTwo\\n")
    [Span(start=0, end=4), Span(start=6, end=9)]
    """
    lines = _line_ends(text)
    breaks = [match.span() for match in _BLANK_LINE.finditer(text)] if _wrapped(text, lines) else lines
    found = []
    at = 0
    for start, end in sorted([*breaks, *masked, (len(text), len(text))]):
        if at < start:
            inner = text[at:start]
            left = len(inner) - len(inner.lstrip())
            right = len(inner.rstrip())
            if left < right:
                found.append(Span(at + left, at + right))
        at = max(at, end)
    return found


def _token_before(text: str, end: int) -> str:
    """The run of letters, digits and inner marks that ends at `end`."""
    start = end
    while start and end - start < _LONGEST_WORD and (text[start - 1].isalnum() or text[start - 1] in ".&-"):
        start -= 1
    return text[start:end].lstrip(".-")


def _ends(text: str, match: re.Match[str], stop: int) -> bool:
    """Whether a candidate ends a sentence."""
    start, end = match.span()
    if end >= stop:
        return True
    # Most ends, before anything is looked at closely: a full stop between a word that is no abbreviation and a capital.
    if end - start == 1 and text[start] == "." and text[end] == " " and text[end + 1].isupper():
        before = text[text.rfind(" ", max(0, start - _LONGEST_WORD), start) + 1 : start]
        if len(before) > 1 and before.isalpha() and before.lower() not in _SHORT:
            return True
    if not text[end].isspace() and not (
        (text[start - 1].islower() or text[start - 1].isdigit() or text[start - 1] in '"”)')
        and _JOINED.match(text, end)
    ):
        return False
    following = _NEXT.match(text, end, stop)
    word = following[1] if following else None
    closing = end - start > 1 and text[end - 1] in "\"'”’»"
    if word is None:
        return not (closing and _SIGNATURE.match(text, end, stop))
    mark = text[start]
    if word[0].islower():
        return mark == "." and end - start == 1 and word.startswith(("i", "e")) and word[1:2].isupper()
    if closing:
        said = _SAID_AFTER.match(text, end, stop)
        # After a full stop "She said her ..." begins anew; only "Trump said in Riga." still belongs to the quotation.
        return said is None or (mark == "." and said.end() < stop and not _SAID_ENDS.match(text, said.end(), stop))
    if mark != "." or text[start : start + 2] == "..":
        return True
    if text[start - 7 : start].isalpha() and text[start - 1].islower():
        return True  # no abbreviation is that long
    token = _token_before(text, start)
    low = token.lower()
    if low in _TITLES:
        return low in _WORDS_TOO and not word[0].isdigit()
    if low in _MAYBE or (len(token) > 2 and "." in token and token.replace(".", "").isalpha()):
        return word.rstrip(".") in _STARTERS
    if len(token) == 1 and token.isupper():
        return word in _STARTERS and token != "I"
    return True


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """Sentences of one paragraph; joined with the blanks between them they give the paragraph.

    Examples
    --------
    >>> text = 'Lt. Gen. R. K. Osvald met U.S. envoys at 4 p.m. Tuesday. "No!" he said.Then he left.'
    >>> [span.of(text) for span in sentences(text, Span(0, len(text)))]
    ['Lt. Gen. R. K. Osvald met U.S. envoys at 4 p.m. Tuesday.', '"No!" he said.', 'Then he left.']
    """
    at, stop = paragraph
    for match in _CANDIDATE.finditer(text, at, stop):
        if match.end() > at and _ends(text, match, stop):
            yield Span(at, match.end())
            at = match.end()
            while at < stop and text[at].isspace():
                at += 1
    if at < stop:
        yield Span(at, stop)
