"""What the documentation says of commands, measures and accuracy is what the code says.

``pytest tests/docs --update-golden`` rewrites those parts.
"""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from framing.cli import framing
from framing.scoring import available_scorers
from tests.docs.generate import PARTS, generated

DOCS = Path(__file__).resolve().parents[2] / "docs"
_PART = re.compile(r"(?<=<!-- generated: pytest tests/docs --update-golden -->\n\n).*(?=\n<!-- end -->)", re.DOTALL)


@pytest.mark.parametrize("name", PARTS)
def test_the_generated_part_is_up_to_date(name, update_golden):
    page = DOCS / name
    text = page.read_text(encoding="utf-8")
    [part] = _PART.findall(text)
    if update_golden:
        page.write_text(_PART.sub(lambda _: generated(name), text), encoding="utf-8", newline="\n")
    else:
        assert part == generated(name)


def test_every_command_and_option_is_documented():
    """Whatever the generator does: the names are there."""
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    seen = 0
    todo: list[tuple[str, click.Command]] = [("framing", framing)]
    while todo:
        name, command = todo.pop()
        if isinstance(command, click.Group):
            todo += [(f"{name} {word}", below) for word, below in command.commands.items()]
            continue
        section = text.partition(f"### {name}\n")[2].partition("\n### ")[0]
        assert section, name
        for parameter in command.params:
            for option in parameter.opts if isinstance(parameter, click.Option) else ():
                assert f"`{option}`" in section, f"{name} {option}"
                seen += 1
    assert seen > 50


def test_every_measure_is_documented_once():
    text = (DOCS / "measures.md").read_text(encoding="utf-8")
    names = []
    for scorer in available_scorers().values():
        fitted = scorer()
        fitted.load()
        names += [spec.name for spec in fitted.specs_]
    assert re.findall(r"^\| `(\w+)` \|", text.partition("<!-- generated")[2], re.MULTILINE) == names
