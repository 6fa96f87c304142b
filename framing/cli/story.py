"""``framing story``: one event in several texts."""

from __future__ import annotations

from typing import Any

import click

from framing.cli.options import asked, input_options, measuring_options, running_options
from framing.cli.output import output_options, write


@click.command()
@input_options
@click.option("--by", default="outlet", show_default=True, metavar="COLUMN", help="Column whose values are compared.")
@measuring_options
@output_options
@running_options
def story(**options: Any) -> None:
    """Compare what articles on one event report: a row a passage.

    First the statements that several outlets report, with verb, share and position in each; then people quoted,
    figures, names and claims that were found in one outlet only. "Not found" does not mean left out.

    \b
    Examples:
      framing story articles/
      framing story articles/*.txt -o story.csv
    """
    from framing.cli.run import Run
    from framing.pipeline import same_story
    from framing.rows import columns

    wanted = asked(options)
    run = Run(wanted)
    articles = list(run.articles())
    if not articles:
        run.finish()
    found = same_story(articles, by=options["by"], settings=wanted.settings)
    wrote = write(found.rows(), columns("story"), options["output"], options["output_format"], wanted.inputs)
    incomplete = [text for text in found.texts if not text.complete]
    run.notes += [f"{text.article} {text.reason}: what is not in it may have been cut off" for text in incomplete]
    run.finish(wrote)
