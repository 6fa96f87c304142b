"""What is read: one article, whose text is final."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from framing.spans import Field, Span


@dataclass(frozen=True, slots=True)
class Article:
    """One news text as its outlet published it.

    Every offset anywhere in the package counts Unicode code points of `text` (or of `title`, where the title
    is not part of the text). Nothing edits `text` after it is read.

    Parameters
    ----------
    id : str
        Unique in a run.
    text : str
        The body, exactly as given.
    title : str
        The headline; empty where there is none.
    outlet : str
        Who published it.
    date : datetime.date, optional
        Day of publication. Without one, office holders are resolved by affiliation and name alone.
    url : str
        Where it stands, never opened.
    title_span : Span, optional
        Where the title stands in `text`, when the text begins with it; the title is then counted once.
    masked : tuple of Span
        Stretches of `text` that are no part of the story (credits, "READ MORE" lines, captions that repeat the
        text): they are kept, shown and scored by nothing.
    extra : tuple of (str, str)
        Further columns of the input, for grouping.
    origin : str
        File and row the article came from, for messages.
    """

    id: str
    text: str
    title: str = ""
    outlet: str = ""
    date: dt.date | None = None
    url: str = ""
    title_span: Span | None = None
    masked: tuple[Span, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    origin: str = ""

    def column(self, name: str) -> str | None:
        """The value to group by under `name`: a field of the article or an extra column of its input."""
        if name == "date":
            return self.date.isoformat() if self.date else ""
        if name in ("id", "outlet", "title", "url"):
            return str(getattr(self, name))
        return dict(self.extra).get(name)

    def in_headline(self, field: Field, offset: int) -> bool:
        """Whether an offset stands in the title, wherever that stands."""
        span = self.title_span
        return field == "title" or (span is not None and span.start <= offset < span.end)


@dataclass(frozen=True, slots=True)
class Excluded:
    """An input that was not scored, and why.

    Parameters
    ----------
    origin : str
        File (and row) as the user named it.
    reason : str
        One plain sentence.
    kind : str
        ``unreadable``, ``empty``, ``language`` or ``duplicate``.
    remedy : str
        What would let it in; may be empty.
    """

    origin: str
    reason: str
    kind: str = "unreadable"
    remedy: str = ""
