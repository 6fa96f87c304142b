"""``framing report``: the product."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from framing.cli.codings import codings_of, codings_option
from framing.cli.options import (
    asked,
    copies_option,
    event_option,
    input_options,
    measuring_options,
    mode_option,
    running_options,
)

if TYPE_CHECKING:
    from framing.report.options import Texts


@click.command()
@input_options
@click.option("-o", "--output", metavar="FILE", help="The page to write, or - for stdout.")
@click.option(
    "--by",
    default="outlet",
    show_default=True,
    metavar="COLUMN",
    help="Column whose values are compared; event finds which articles cover the same event.",
)
@mode_option
@click.option(
    "--texts",
    type=click.Choice(["full", "evidence", "none"]),
    help="How much of the articles the page holds: all, the sentences around evidence, or the evidence alone; if not "
    "given, all up to 200 articles, and the evidence alone beyond 1,000.",
)
@event_option
@copies_option
@click.option(
    "--events",
    "most_events",
    type=click.IntRange(1),
    default=12,
    show_default=True,
    metavar="N",
    help="With --by event: how many events are compared, those that most outlets cover. The others are listed.",
)
@codings_option
@click.option("--title", metavar="TEXT", help="Title of the page.")
@click.option("--open", "open_page", is_flag=True, help="Open the page in a browser when it is written.")
@measuring_options
@running_options
def report(**options: Any) -> None:
    """Compare articles in one self-contained page that opens anywhere, offline.

    INPUT is a file, a folder, a pattern or - for standard input: .txt .md .html .jsonl .json .csv .tsv .parquet, each
    also .gz.

    \b
    Examples:
      framing report articles/ -o report.html
      framing report coverage.csv --outlet-col newspaper -o report.html
      framing report coverage.csv --by event --copies once -o events.html
      framing report *.html --texts evidence --title "The summit in five papers" -o summit.html
    """
    from framing.cli.output import replacing, size_of, utf8_stdout
    from framing.cli.run import Run, settled
    from framing.compare.by_event import gathered
    from framing.compare.compare import compare, may_be_corpus
    from framing.compare.results import Inference
    from framing.errors import UsageError
    from framing.pipeline import analyse, instrument
    from framing.pipeline import report as render
    from framing.report import ReportOptions

    output = options["output"]
    codings = codings_of(options["codings"])
    if output is None and sys.stdout.isatty():
        raise UsageError("a page is not for the terminal", remedy="Name a file: -o report.html.")
    wanted = asked(options)
    measured_with = instrument(wanted.settings)
    run = Run(wanted)
    ready = gathered(run.articles(), by=options["by"], once=options["copies"] == "once", most=options["most_events"])
    run.excluded += ready.excluded
    scored = settled(analyse(ready.articles, wanted.settings, alone=may_be_corpus(ready.articles, options["mode"])))
    wrote = ""
    if scored:
        comparison = compare(
            scored,
            measured_with.scorers,
            by=options["by"],
            mode=options["mode"],
            excluded=run.excluded,
            notes=run.notes,
            inference=Inference(events=options["event_col"], clusters=options["clusters"]),
            codings=codings,
            sides=measured_with.book.sides,
            events=ready.events,
        )
        page = render(
            comparison,
            options=ReportOptions(title=options["title"], texts=options["texts"] or _texts(len(scored))),
            settings=wanted.settings,
            inputs=wanted.inputs,
            command=["framing", *sys.argv[1:]],
        )
        if output in (None, "-"):
            utf8_stdout().write(page)
        else:
            with replacing(output, wanted.inputs) as file:
                file.write(page)
            wrote = f"{output} {size_of(len(page.encode()))}"
            if options["open_page"]:
                click.launch(Path(output).resolve().as_uri())
    run.finish(wrote)


def _texts(articles: int) -> Texts:
    """What a page of so many articles can hold and still open."""
    return "full" if articles <= 200 else "evidence" if articles <= 1000 else "none"
