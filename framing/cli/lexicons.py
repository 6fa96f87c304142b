"""``framing lexicons``: what is measured with, and checks of a lexicon of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from framing.cli.failures import ExitCode

if TYPE_CHECKING:
    from framing.lexicon.actors import ActorFile
    from framing.lexicon.schema import Lexicon


@click.group()
def lexicons() -> None:
    """List, show and check lexicons."""


@lexicons.command("list")
def list_() -> None:
    """List every lexicon: id, kind, version, entries, hash.

    \b
    Example:
      framing lexicons list
    """
    from framing.lexicon.actors import actors, packaged_files
    from framing.lexicon.load import packaged

    for item in sorted(packaged().values(), key=lambda item: (item.kind, item.id)):
        click.echo(f"{item.id:20} {item.kind:10} {item.version:8} {len(item.entries):5} entries  {item.sha256[:12]}")
    for file, (_, number, digest) in zip(packaged_files(), actors().versions, strict=True):
        click.echo(f"{file.name:20} {'actors':10} {number:8} {'':5}          {digest[:12]}")


@lexicons.command()
@click.argument("name")
def show(name: str) -> None:
    """Show a lexicon: definition, entries with their citations, examples; or a list of actors.

    NAME is what `framing lexicons list` gives in its first column, or the path of a TOML file.

    \b
    Examples:
      framing lexicons show sovereignty
      framing lexicons show actors/organisations
    """
    from framing.cli.describe import describe_lexicon
    from framing.cli.describe_actors import describe_actors
    from framing.lexicon.actors import actor_file
    from framing.lexicon.load import lexicon

    if file := actor_file(name):
        _checked(file)
        click.echo(describe_actors(file.name, file.tables()))
    else:
        click.echo(describe_lexicon(lexicon(name), entries=True))


def _checked(file: ActorFile) -> None:
    """Raise what is wrong with a list of actors."""
    from framing.lexicon.actors import actors, packaged_files

    own = file.name not in {packaged.name for packaged in packaged_files()}
    actors(*((file.name,) if own else ()))


@lexicons.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
def check(names: tuple[str, ...]) -> None:
    """Check lexicons: form, citations, entries that cannot match, and their examples; or lists of actors.

    Without NAME, all that come with the package. Ends with code 1 if there are errors.

    \b
    Example:
      framing lexicons check my-frame.toml
    """
    from framing.errors import LexiconError
    from framing.lexicon.actors import actor_file, actors
    from framing.lexicon.check import check as remarks
    from framing.lexicon.load import lexicon, packaged

    errors = 0
    chosen: list[Lexicon] = []
    for name in names or (None,):
        try:
            if not name:
                chosen += packaged().values()
                actors()
            elif file := actor_file(name):
                _checked(file)
                click.echo(f"{name}: in order")
            else:
                chosen.append(lexicon(name))
        except LexiconError as error:
            click.echo(str(error))
            errors += 1
    for item in chosen:
        found = list(remarks(item))
        for finding in found:
            click.echo(f"{item.origin}:{finding.line}: {finding.severity}: {finding.what}")
            if finding.remedy:
                click.echo(f"    {finding.remedy}")
        wrong = sum(finding.severity == "error" for finding in found)
        errors += wrong
        click.echo(
            f"{item.id}: {len(item.entries)} entries, {len(item.hits)} hits, {len(item.misses)} misses: "
            + (f"{wrong} wrong" if wrong else "in order")
        )
    if errors:
        click.get_current_context().exit(ExitCode.FINDINGS)
