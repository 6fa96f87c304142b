"""How inputs are to be read, where the defaults do not fit."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

from framing.errors import UsageError

Format = Literal["text", "html", "jsonl", "json", "csv", "tsv", "parquet"]

TEMPLATE_FIELDS = ("outlet", "date", "id", "title")
"""What a template for file names may name."""

_OUTLET_FROM = ("auto", "stem", "folder", "none")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What to take from where.

    Parameters
    ----------
    text_col, outlet_col, date_col, title_col, url_col, id_col, lang_col : str, optional
        Name of the column; None looks for the usual names (``text``, ``body``, ``content`` ...).
    outlet_from : str
        Where the outlet comes from when neither a column nor the page names it: ``auto``, ``stem`` (the file's
        name), ``folder``, ``none``, or a template for file names such as ``{outlet}_{date}``.
    encoding : str, optional
        Encoding of every input; None finds it out, file by file.
    format, stdin_format : str, optional
        One of ``text``, ``html``, ``jsonl``, ``json``, ``csv``, ``tsv``, ``parquet``. None goes by the file's
        suffix; standard input, which has none, is looked at.
    min_words : int
        Texts with fewer words are set aside. The default sets aside only those without any.
    detect_language : bool
        Whether texts that are not in English are set aside.
    keep_duplicates : bool
        Whether a text that the same outlet has published already is kept.
    """

    text_col: str | None = None
    outlet_col: str | None = None
    date_col: str | None = None
    title_col: str | None = None
    url_col: str | None = None
    id_col: str | None = None
    lang_col: str | None = None
    outlet_from: str = "auto"
    encoding: str | None = None
    format: Format | None = None
    stdin_format: Format | None = None
    min_words: int = 0
    detect_language: bool = True
    keep_duplicates: bool = False

    def check(self) -> None:
        """Refuse what cannot be meant, before anything is read.

        Raises
        ------
        UsageError
            For an unknown format, encoding or `outlet_from`.
        """
        for option in (self.format, self.stdin_format):
            if option is not None and option not in get_args(Format):
                raise _unknown("format", option, get_args(Format))
        if self.encoding is not None and not is_text_encoding(self.encoding):
            raise UsageError(
                f"unknown encoding {self.encoding!r}",
                remedy="for instance --encoding utf-8, --encoding cp1252 or --encoding utf-16",
            )
        if self.outlet_from not in _OUTLET_FROM:
            fields = re.findall(r"\{(.*?)\}", self.outlet_from)
            if not fields:
                raise _unknown("outlet_from", self.outlet_from, _OUTLET_FROM)
            for field in fields:
                if field not in TEMPLATE_FIELDS or fields.count(field) > 1:
                    raise UsageError(
                        f"the template {self.outlet_from!r} cannot be used: {{{field}}} is unknown or named twice",
                        remedy=f"fields: {', '.join(TEMPLATE_FIELDS)}; for instance '{{outlet}}_{{date}}'",
                    )


def is_text_encoding(name: str) -> bool:
    """Whether Python knows `name` as an encoding of text (``rot13`` and ``base64`` are none)."""
    try:
        "".encode(name)
        codecs.getincrementaldecoder(name)
    except (LookupError, ValueError, TypeError):
        return False
    return True


def _unknown(option: str, given: str, known: Iterable[str]) -> UsageError:
    names = tuple(known)
    close = get_close_matches(given, names, n=1)
    what = f"unknown {option} {given!r} (known: {', '.join(names)})"
    return UsageError(what, remedy=f"did you mean {close[0]!r}?" if close else "")
