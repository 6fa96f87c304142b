"""Finding the stretches of a text that are no part of the story; they are masked, never cut."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from framing.read.furniture import BYLINE, CREDIT, LINES, LONGEST_CREDIT, LONGEST_LINE, REPORTERS, RUNS
from framing.spans import Span, merged

_FIRST_WORD = re.compile(r"[ \t\xa0(\[•*>»▶–—-]{0,8}(©|[^\W_]*)")
_HEAD = 6
"""Among so many first lines a byline is one."""

_TAG = re.compile(r"[ \t]*[\w'’&-]+(?: [\w'’&-]+){0,3}[ \t]*")
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][\"'”’)]*\s+|_{2,}\s*|[—-]{2,}\s*|[\r\n]")
_FEWEST_WORDS = 5
_MOST_CREDITS = 40
_LONGEST_SENTENCE = 400
_ALIKE = str.maketrans("‘’‛“”„–—", "'''\"\"\"--")


def masked_spans(text: str, start: int = 0) -> tuple[Span, ...]:
    """The stretches of `text` that its page put there, not its reporter.

    Credits, "READ MORE" lines, advertisements, share and subscription lines, copyright and cookie notices, bylines,
    who else reported, and captions that the text repeats. Datelines are part of the story.

    Parameters
    ----------
    text : str
        The text of an article.
    start : int
        Where in it the article begins.

    Returns
    -------
    tuple of Span
        Sorted, apart from each other.

    Examples
    --------
    >>> text = "The ferry was late.\\n\\nREAD MORE: Harbour closed\\n\\nNobody was hurt."
    >>> [span.of(text) for span in masked_spans(text)]
    ['READ MORE: Harbour closed']
    """
    masked: list[Span] = []
    credit_lines: list[Span] = []
    for number, (begin, end) in enumerate(_lines(text, start)):
        if end - begin > LONGEST_LINE:
            continue
        word = _FIRST_WORD.match(text, begin, end)
        rest = LINES.get(word[1].lower()) if word else None
        if word and rest and rest.fullmatch(text, word.end(), end):
            masked.append(Span(begin, end))
        elif end - begin <= LONGEST_CREDIT:
            if CREDIT.fullmatch(text, begin, end):
                credit_lines.append(Span(begin, end))
            elif number < _HEAD and BYLINE.fullmatch(text, begin, end):
                masked.append(Span(begin, end))
    if credit_lines:
        masked += credit_lines
        masked += _captions(text, start, credit_lines)
    if masked:
        masked += _last_tag(text, start, masked)
    for mark, patterns in RUNS.items():
        if mark in text:
            for pattern in patterns:
                masked += (Span(*found.span()) for found in pattern.finditer(text, start))
    if "contributed to this" in text:
        masked += _reporters(text, start)
    return merged(_trimmed(text, span) for span in masked)


def is_boilerplate(line: str) -> bool:
    """Whether a line is page furniture as a whole."""
    return masked_spans(line) == (_trimmed(line, Span(0, len(line))),)


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where each line that is not empty begins and ends; a carriage return before the line feed counts to it."""
    feed = "\n" if "\n" in text else "\r"
    begin = start
    while (end := text.find(feed, begin)) >= 0:
        if end > begin:
            yield begin, end
        begin = end + 1
    if begin < len(text):
        yield begin, len(text)


def _captions(text: str, start: int, credit_lines: list[Span]) -> Iterator[Span]:
    """Lines next to a credit that say what the text says again: the copy at the credit is the caption."""
    lines = _inked(text, start)
    folded = _folded(text)
    taken: list[str] = []
    for credit in credit_lines[:_MOST_CREDITS]:
        at = bisect_left(lines, credit)
        for other in lines[max(0, at - 1) : at] + lines[at + 1 : at + 2]:
            caption = _folded(other.of(text)).rstrip(" .")
            if _adjacent(other, credit) and _copies(caption, folded) - taken.count(caption) >= 2:
                taken.append(caption)
                yield other
                break


def _copies(caption: str, folded: str) -> int:
    words = caption.split()
    if len(words) < _FEWEST_WORDS:
        return 0
    return len(re.findall(r"(?<![^\s\"'(])" + r"\s+".join(map(re.escape, words)), folded))


def _adjacent(one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return first.end + 1 == second.start


def _inked(text: str, start: int) -> list[Span]:
    return [Span(*line) for line in _lines(text, start) if not text[slice(*line)].isspace()]


def _last_tag(text: str, start: int, masked: list[Span]) -> list[Span]:
    """A last line of a few words without a full stop, straight under furniture, is furniture too."""
    end = len(text.rstrip())
    begin = max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1
    last = max(masked)
    under = last.end <= begin and text[last.end : begin].isspace()
    return [Span(begin, end)] if under and _TAG.fullmatch(text, begin, end) else []


def _reporters(text: str, start: int) -> Iterator[Span]:
    """Sentences such as "A. Reporter in Paris contributed to this report.", which end bodies without line breaks."""
    for credit in REPORTERS.finditer(text, start):
        earliest = max(start, credit.start() - _LONGEST_SENTENCE)
        begin = earliest if earliest == start else -1
        for end in _SENTENCE_END.finditer(text, earliest, credit.start()):
            begin = end.end()
        if begin >= 0 and re.match(r"[\s•–—-]*[A-Z]", text[begin : begin + 8]):
            yield Span(begin, credit.end())


def _trimmed(text: str, span: Span) -> Span:
    stretch = span.of(text)
    return Span(span.end - len(stretch.lstrip()), span.start + len(stretch.rstrip()))


def _folded(text: str) -> str:
    return text.translate(_ALIKE).casefold().strip()
