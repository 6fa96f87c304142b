"""From what the page shows to its HTML: one Jinja environment, strict in everything.

Styles and scripts are templates too, included as they stand. So no string of ours or of an article is ever declared
safe: everything printed is escaped.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from framing import resources
from framing.report.lean import lean
from framing.report.view import ReportView

PAGE, STYLE, SCRIPT = "page.html.jinja", "style.css.jinja", "report.js"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Controls that reorder or hide text are shown as what they are: U+202E turns "gnp.exe" into "exe.png".
_VISIBLE = {
    code: f"[U+{code:04X}]"
    for code in (*range(0x20), *range(0x7F, 0xA0), *map(ord, _BIDI), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))
    if chr(code) not in "\t\n\r"
}


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMENT_LINES = re.compile(r"^\s*//.*$", re.MULTILINE)


def template(name: str) -> str | None:
    """The text of a template, styles and scripts without their comments and indentation; None if there is no file."""
    file = resources.reports().joinpath(name)
    if not file.is_file():
        return None
    text = file.read_text(encoding="utf-8")
    if name.endswith((".css", ".js")):
        lines = (line.strip() for line in _COMMENT_LINES.sub("", _COMMENT.sub("", text)).splitlines())
        text = "\n".join(line for line in lines if line)
    return text


def visible(value: object) -> object:
    """A string with its control characters made visible; anything else unchanged."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return value.translate(_VISIBLE)
    return value


@cache
def environment() -> Environment:
    """The Jinja environment of all reports."""
    return Environment(
        loader=FunctionLoader(template),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy of a page: its own style and script by their hashes, and nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def render(view: ReportView) -> str:
    """The page."""
    templates = environment()
    style = templates.get_template(STYLE).render(view=view)
    script = templates.get_template(SCRIPT).render(view=view)
    return lean(templates.get_template(PAGE).render(view=replace(view, policy=policy(style, script))))
