"""The command line: parses, prints, exits.

Nothing heavy is imported until a command runs, so that help answers at once.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from framing.cli.compare import compare
from framing.cli.doctor import doctor
from framing.cli.events import events
from framing.cli.explain import explain
from framing.cli.failures import ExitCode, exit_code_of, say_failure
from framing.cli.lexicons import lexicons
from framing.cli.report import report
from framing.cli.score import evidence, quotes, score
from framing.cli.story import story
from framing.cli.train import evaluate, train
from framing.errors import FramingError

_EPILOG = """\b
Examples:
  framing report articles/ -o report.html
  framing score coverage.csv --format csv -o scores.csv
  framing explain threat

Nothing you read leaves this machine. Exit codes: 0 done; 1 done, but --strict found something excluded, or a check
failed; 2 wrong usage; 3 nothing to analyse; 4 an error of ours; 130 interrupted.
"""


class _Commands(click.Group):
    """Suggests a command for a misspelt one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if os.path.exists(args[0]):
                hint = f"To compare articles: framing report {args[0]} -o report.html"
                raise click.UsageError(f"{error.message} {hint}", ctx) from None
            raise

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader of our output went away ("| head"); nothing is wrong, and nothing more can be written. Click
            # would end with code 1.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(ExitCode.OK)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from framing.resources import version

    click.echo(f"framing {version()}")
    ctx.exit()


@click.group(cls=_Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version."
)
def framing() -> None:
    """Compare how news outlets frame the same events.

    Scores articles for frames, hedging, reporting verbs and sources; every number opens onto its passages, and the
    outlet's own voice is kept apart from the voices it quotes.
    """


for _command in (
    report, compare, score, quotes, evidence, events, story, explain, lexicons, train, evaluate, doctor,
):  # fmt: skip
    framing.add_command(_command)


def main(args: list[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    debug = "--debug" in (sys.argv[1:] if args is None else args)
    try:
        # Outside standalone mode, click returns the code that a command ends with.
        code = framing.main(args, prog_name="framing", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code or ExitCode.OK)
    except click.Abort:
        click.echo("interrupted", err=True)
        sys.exit(ExitCode.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except FramingError as error:
        if debug:
            raise
        say_failure(error)
        sys.exit(exit_code_of(error))
    except OSError as error:
        if debug:
            raise
        click.echo(f"error: {error.filename or 'standard output'}: {error.strerror or error}", err=True)
        sys.exit(ExitCode.USAGE)
    except Exception as error:
        if debug:
            raise
        click.echo(f"error: something went wrong inside framing: {type(error).__name__}: {error}", err=True)
        click.echo("hint: run again with --debug, and report what it prints.", err=True)
        sys.exit(ExitCode.INTERNAL)
