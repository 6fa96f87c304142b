"""Exit codes and error messages."""

from __future__ import annotations

from enum import IntEnum

import click

from framing.errors import FramingError, InputError, MissingExtraError


class ExitCode(IntEnum):
    """What the command line ends with."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    NO_INPUT = 3
    INTERNAL = 4
    INTERRUPTED = 130


class NothingToAnalyseError(InputError):
    """No input could be scored."""


def exit_code_of(error: FramingError) -> ExitCode:
    """The code a failure ends with."""
    if isinstance(error, NothingToAnalyseError):
        return ExitCode.NO_INPUT
    if isinstance(error, InputError) and not isinstance(error, MissingExtraError):
        return ExitCode.NO_INPUT
    return ExitCode.USAGE


def say_failure(error: FramingError) -> None:
    """What went wrong and how to mend it, on stderr."""
    place = f"{error.where}: " if error.where else ""
    click.echo(f"error: {place}{error.what}", err=True)
    if error.remedy:
        click.echo(f"hint: {error.remedy}", err=True)
