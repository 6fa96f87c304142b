"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from framing.pipeline import Settings
    from framing.read import ReadOptions

Command = TypeVar("Command", bound=Callable[..., Any])

_COLUMNS = ("text", "outlet", "date", "title", "url", "id", "lang")


def input_options(command: Command) -> Command:
    """What is read, and how."""
    for name in reversed(_COLUMNS):
        command = click.option(f"--{name}-col", metavar="NAME", help=f"Column of a table that holds the {name}.")(
            command
        )
    for option in _reversed(
        (
            click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
            click.option(
                "--from",
                "input_format",
                type=click.Choice(["text", "html", "jsonl", "json", "csv", "tsv", "parquet"]),
                help="Format of all inputs; by their suffixes if not given.",
            ),
            click.option(
                "--outlet-from",
                default="auto",
                metavar="WHERE",
                help="Where the outlet of a file is told: auto, stem, folder, none, or a pattern like {outlet}_{date}.",
            ),
            click.option("--encoding", metavar="NAME", help="Encoding of all inputs; detected if not given."),
            click.option("--any-language", is_flag=True, help="Score texts that seem not to be English too."),
            click.option("--keep-duplicates", is_flag=True, help="Keep a text that an outlet gave twice."),
        )
    ):
        command = option(command)
    return command


def measuring_options(command: Command) -> Command:
    """What is measured, and with what."""
    for option in _reversed(
        (
            click.option(
                "--frames",
                metavar="NAMES",
                help="Frames to score, comma-separated: names, packs (generic, war-peace), or folders of models that "
                "`framing train` made; the six of the package if not given.",
            ),
            click.option(
                "--frames-by",
                type=click.Choice(["both", "model", "lexicon"]),
                default="both",
                show_default=True,
                help="What decides whether a sentence has a frame.",
            ),
            click.option(
                "--abstain",
                type=click.FloatRange(0, 0.5, max_open=True),
                default=0.0,
                metavar="DISTANCE",
                help="Give no frame whose probability is this near its threshold; 0 (the default) decides all.",
            ),
            click.option(
                "--lexicon",
                "lexicons",
                multiple=True,
                metavar="FILE",
                help="A lexicon of your own, added to the others.",
            ),
            click.option(
                "--actors", multiple=True, metavar="FILE", help="Actors of your own, which win over the others."
            ),
            click.option(
                "--readability",
                type=click.Choice(["framing", "textstat"]),
                default="framing",
                show_default=True,
                help="Whose sentences, words and syllables.",
            ),
        )
    ):
        command = option(command)
    return command


def mode_option(command: Command) -> Command:
    """What a comparison may claim."""
    return click.option(
        "--mode",
        type=click.Choice(["same-story", "corpus"]),
        help="Describe these texts, or compare outlets; chosen by the number of articles if not given.",
    )(command)


def event_option(command: Command) -> Command:
    """Which articles are about one event."""
    for option in _reversed(
        (
            click.option(
                "--event-col",
                default="event",
                show_default=True,
                metavar="NAME",
                help="Column with the event an article is about; found by likeness where there is none. Articles about "
                "one event are no independent observations.",
            ),
            click.option(
                "--clusters",
                type=click.Choice(["event", "article"]),
                default="event",
                show_default=True,
                help="What intervals take for one observation: all articles about an event, or each article.",
            ),
        )
    ):
        command = option(command)
    return command


def copies_option(command: Command) -> Command:
    """Whether articles that carry another's text count."""
    return click.option(
        "--copies",
        type=click.Choice(["all", "once"]),
        default="all",
        show_default=True,
        help="Whether articles that carry the text of another (wire copy) count like any, or are left out and listed.",
    )(command)


def running_options(command: Command) -> Command:
    """How a run behaves."""
    for option in _reversed(
        (
            click.option("--strict", is_flag=True, help="End with code 1 if any input was excluded."),
            click.option("-q", "--quiet", is_flag=True, help="Only errors on stderr."),
            click.option("--debug", is_flag=True, help="Show where an error comes from."),
        )
    ):
        command = option(command)
    return command


def _reversed(options: tuple[Callable[[Any], Any], ...]) -> tuple[Callable[[Any], Any], ...]:
    """Decorators apply from the inside out, help lists from the outside in."""
    return options[::-1]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the shared options of a command say."""

    inputs: tuple[str, ...]
    read: ReadOptions
    settings: Settings
    strict: bool
    quiet: bool


def asked(options: dict[str, Any]) -> Asked:
    """Take the shared options out of a command's keywords.

    Raises
    ------
    UsageError
        For stdin that is a terminal, and for options that do not fit.
    """
    from framing.errors import UsageError
    from framing.pipeline import Settings
    from framing.read import ReadOptions

    inputs = tuple(options["inputs"])
    if "-" in inputs and sys.stdin.isatty():
        raise UsageError("nothing comes in on standard input", remedy="Pipe articles in, or name files.")
    frames = options.get("frames")
    return Asked(
        inputs,
        ReadOptions(
            **{f"{name}_col": options[f"{name}_col"] for name in _COLUMNS},
            outlet_from=options["outlet_from"],
            encoding=options["encoding"],
            format=options["input_format"],
            stdin_format=options["input_format"],
            detect_language=not options["any_language"],
            keep_duplicates=options["keep_duplicates"],
        ),
        Settings(
            frames=None if frames is None else tuple(name.strip() for name in frames.split(",") if name.strip()),
            frames_by=options.get("frames_by", "both"),
            abstain=options.get("abstain", 0.0),
            lexicons=tuple(options.get("lexicons", ())),
            actors=tuple(options.get("actors", ())),
            readability=options.get("readability", "framing"),
        ),
        options["strict"],
        options["quiet"],
    )


def jobs_option(command: Command) -> Command:
    """How many processes."""
    return click.option(
        "--jobs",
        type=click.IntRange(0),
        default=1,
        show_default=True,
        metavar="N",
        help=f"Processes; 0 for one a core ({os.cpu_count() or 1} here).",
    )(command)
