"""Which reader takes which input."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from framing.read.columns import SYNONYMS
from framing.read.decode import decode
from framing.read.delimited import read_delimited
from framing.read.html import read_html
from framing.read.inputs import Source
from framing.read.jsonl import read_json, read_json_lines
from framing.read.options import ReadOptions
from framing.read.parquet import MAGIC, read_parquet
from framing.read.record import Reader
from framing.read.text import read_text

READERS: Mapping[str, Reader] = {
    "text": read_text,
    "html": read_html,
    "jsonl": read_json_lines,
    "json": read_json,
    "csv": partial(read_delimited, ","),
    "tsv": partial(read_delimited, "\t"),
    "parquet": read_parquet,
}

_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|article|main|div|p|h1|meta)\b|<\?xml|<!--", re.IGNORECASE)


def format_of(source: Source, head: bytes, options: ReadOptions) -> str | None:
    """The format of an input: as told, by its suffix, or, where it is a stream without a name, by its beginning.

    None for a file whose suffix is not understood.
    """
    told = (options.stdin_format if source.path is None else None) or options.format or source.format
    if told is None and (source.path is None or not source.path.is_file()):
        return sniffed(head, options)
    return told


def sniffed(head: bytes, options: ReadOptions) -> str:
    """The format a stream begins like: JSON Lines, JSON, a table with a column for the text, HTML, else plain text.

    Examples
    --------
    >>> sniffed(b"outlet,text", ReadOptions()), sniffed(b'{"text": "a"}', ReadOptions())
    ('csv', 'jsonl')
    """
    if head.startswith(MAGIC):
        return "parquet"
    text = decode(head, told=options.encoding).text.lstrip()
    if text.startswith("["):
        return "json" if re.match(r"\[\s*(?:\{|\]|\Z)", text) else "text"
    if text.startswith("{"):
        return "json" if re.match(r"\{\s*[\r\n]", text) else "jsonl"
    if _MARKUP.match(text):
        return "html"
    first = text.splitlines()[0] if text else ""
    header = {name.strip().strip('"').casefold() for name in re.split(r"[,;\t|]", first)}
    if len(header) > 1 and header.intersection((*SYNONYMS["text"], (options.text_col or "text").casefold())):
        return "tsv" if "\t" in first else "csv"
    return "text"
