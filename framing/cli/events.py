"""``framing events``: which articles cover the same event."""

from __future__ import annotations

from typing import Any

import click

from framing.cli.options import asked, input_options, running_options
from framing.cli.output import output_options, write


@click.command()
@input_options
@click.option(
    "--groups-only", is_flag=True, help="Leave out articles that are alone: only events that several articles cover."
)
@output_options
@running_options
def events(**options: Any) -> None:
    """Group articles that cover the same event: a row an article, event by event.

    Names, words and dates decide; the number of events and how alike articles must be follow from the articles
    themselves. Every row says why the article is where it is, and whose text it carries if it is a copy.

    \b
    Examples:
      framing events articles/
      framing events coverage.csv --groups-only -o events.csv
      framing events coverage.csv --outlet-col newspaper
    """
    from framing.cli.run import Run
    from framing.pipeline import events as grouped
    from framing.rows import columns

    wanted = asked(options)
    run = Run(wanted)
    articles = list(run.articles())
    if not articles:
        run.finish()
    found = grouped(articles)
    several = sum(len(event.members) > 1 for event in found)
    rows = found.rows(2 if options["groups_only"] else 1)
    wrote = write(rows, columns("event"), options["output"], options["output_format"], wanted.inputs)
    if found.copies:
        run.notes.append(f"{len(found.copies)} of the articles carry the text of another, see copy_of")
    run.notes.append(f"{several} events that several articles cover, {len(found) - several} articles alone in theirs")
    run.finish(wrote)
