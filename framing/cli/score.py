"""``framing score``, ``quotes`` and ``evidence``: rows."""

from __future__ import annotations

import os
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import click

from framing.cli.options import asked, input_options, jobs_option, measuring_options, running_options
from framing.cli.output import output_options, write

if TYPE_CHECKING:
    from framing.pipeline import Level


def _rows(level: Level, options: dict[str, Any]) -> None:
    from framing.cli.run import Run
    from framing.pipeline import instrument, rows
    from framing.rows import columns

    wanted = asked(options)
    measures = [spec.name for scorer in instrument(wanted.settings).scorers for spec in scorer.specs_]
    run = Run(wanted)
    jobs = options["jobs"] or os.cpu_count() or 1
    made = rows(run.articles(), level, wanted.settings, jobs=jobs)
    first = list(islice(made, 1))
    if not first and not run.count:
        run.finish()  # nothing to analyse: whatever stands in the output stays there
    run.finish(
        write(chain(first, made), columns(level, measures), options["output"], options["output_format"], wanted.inputs)
    )


@click.command()
@input_options
@click.option(
    "--level",
    type=click.Choice(["article", "sentence"]),
    default="article",
    show_default=True,
    help="A row an article or a sentence.",
)
@measuring_options
@output_options
@jobs_option
@running_options
def score(**options: Any) -> None:
    """Score articles: a row each, a column a measure.

    INPUT is a file, a folder, a pattern or - for standard input: .txt .md .html .jsonl .json .csv .tsv .parquet, each
    also .gz.

    \b
    Examples:
      framing score articles/*.txt
      framing score coverage.csv --level sentence -o sentences.jsonl
      zcat corpus.jsonl.gz | framing score - --format csv > scores.csv
    """
    _rows(options.pop("level"), options)


@click.command()
@input_options
@measuring_options
@output_options
@jobs_option
@running_options
def quotes(**options: Any) -> None:
    """List who is quoted as saying what: a row a quotation.

    Direct, indirect and mixed quotations with source, cue and content, their offsets, and who the source is.

    \b
    Examples:
      framing quotes article.txt
      framing quotes coverage.csv -o quotations.parquet
    """
    _rows("quotation", options)


@click.command()
@input_options
@measuring_options
@output_options
@jobs_option
@running_options
def evidence(**options: Any) -> None:
    """List the passages behind every number: a row each.

    \b
    Examples:
      framing evidence article.txt --frames threat
      framing evidence coverage.csv -o evidence.csv
    """
    _rows("evidence", options)
