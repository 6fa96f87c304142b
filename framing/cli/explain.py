"""``framing explain``: what a frame means, what an entry matches, why a sentence was scored as it was."""

from __future__ import annotations

import re
from pathlib import Path

import click

_SENTENCE = re.compile(r"^(?P<file>.+?):(?P<number>\d+)$")


@click.command()
@click.argument("what", metavar="FRAME|ENTRY|FILE[:SENTENCE]")
def explain(what: str) -> None:
    """Explain a frame, an entry, or what was found in an article.

    \b
    Examples:
      framing explain threat
      framing explain "show of force"
      framing explain article.txt:3
    """
    from framing.cli.describe import describe_entry, describe_lexicon, describe_sentences
    from framing.errors import UsageError
    from framing.lexicon.load import near_name, packaged

    known = packaged()
    if what in known:
        click.echo(describe_lexicon(known[what], entries=False))
        return
    name, _, term = what.rpartition("#")
    found = [
        describe_entry(item, entry)
        for item in known.values()
        for entry in item.entries
        if entry.term == (term or what).lower() and name in ("", item.id)
    ]
    if found:
        click.echo("\n\n".join(found))
        return
    match = _SENTENCE.match(what)
    file, number = (match["file"], int(match["number"])) if match and not Path(what).exists() else (what, None)
    if not Path(file).exists():
        raise UsageError(f'"{what}" is no frame, no entry and no file', remedy=near_name(what, tuple(known)))
    from framing.article import Excluded
    from framing.pipeline import analyse
    from framing.read import read

    lines = 0
    for item in read([file]):
        if isinstance(item, Excluded):
            click.echo(f"excluded: {item.origin}: {item.reason}", err=True)
            continue
        for scored in analyse([item]):
            for line in describe_sentences(scored, number):
                click.echo(line)
                lines += 1
    if not lines:
        raise UsageError(f"there is no sentence {number}" if number else "nothing was found", where=file)
