"""``framing doctor``: what this installation has, ready to paste into a report of a problem."""

from __future__ import annotations

import importlib.util
import locale
import os
import platform
import shutil
import sys
from importlib import metadata
from typing import Any

import click

from framing import resources

_LIBRARIES = "ahocorasick_rs charset-normalizer click jinja2 nltk numpy scikit-learn textstat trafilatura".split()
_EXTRAS = {"pyarrow": "parquet"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def doctor(as_json: bool) -> None:
    """Check this installation: versions, extras, lexicons, terminal.

    \b
    Example:
      framing doctor
    """
    import json

    facts = _facts()
    if as_json:
        click.echo(json.dumps(facts, indent=2))
        return
    for section, values in facts.items():
        click.echo(f"{section}")
        for name, value in values.items():
            click.echo(f"  {name:24} {value}")


def _facts() -> dict[str, dict[str, Any]]:
    from framing.errors import FramingError
    from framing.lexicon.actors import actors, packaged_files
    from framing.lexicon.automaton import automaton
    from framing.lexicon.load import packaged
    from framing.structure import tokens

    lexicons: dict[str, Any] = {}
    try:
        for item in packaged().values():
            lexicons[item.id] = f"{item.version}  {len(item.entries):4} entries  {item.sha256[:12]}"
        for file, (_, number, digest) in zip(packaged_files(), actors().versions, strict=True):
            lexicons[file.name] = f"{number}  {digest[:12]}"
    except FramingError as error:
        lexicons["broken"] = str(error)
    return {
        "framing": {
            "version": resources.version(),
            "python": platform.python_version(),
            "platform": platform.platform(),
            "matching": type(automaton(["a"])).__name__,
            "compiled": "no" if tokens.__file__.endswith(".py") else "yes",
        },
        "libraries": {name: _installed(name) for name in _LIBRARIES},
        "extras": {
            name: _installed(name)
            if importlib.util.find_spec(name)
            else f"missing: pip install 'framing-toolkit[{extra}]'"
            for name, extra in _EXTRAS.items()
        },
        "lexicons": lexicons,
        "terminal": {
            "stdout encoding": sys.stdout.encoding,
            "locale": locale.getpreferredencoding(False),
            "colour": "off (NO_COLOR)" if os.environ.get("NO_COLOR") else "as the terminal has it",
            "browser for tests": next((name for name in BROWSERS if shutil.which(name)), "none found"),
        },
    }


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"
