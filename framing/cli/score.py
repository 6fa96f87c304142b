"""``framing score``, ``quotes`` and ``evidence``: rows."""

from __future__ import annotations

import os
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, cast

import click

from framing.cli.options import asked, input_options, jobs_option, measuring_options, running_options
from framing.cli.output import output_options, write

if TYPE_CHECKING:
    from framing.pipeline import Level
    from framing.rows import Columns


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
@click.option("--balance", is_flag=True, help="Who gets to speak instead: shares by actor, role and side.")
@click.option("--by", default="outlet", show_default=True, metavar="COLUMN", help="Column a balance is made for.")
@measuring_options
@output_options
@jobs_option
@running_options
def quotes(**options: Any) -> None:
    """List who is quoted as saying what: a row a quotation.

    Direct, indirect and mixed quotations with source, cue and content, their offsets, and who the source is. With
    --balance: shares of quotations and of quoted words by actor, role, kind and side (the sides of your --actors file),
    who is quoted first, last and in headlines, the shares of officials, unnamed and unresolved sources, and the
    effective number of sources.

    \b
    Examples:
      framing quotes article.txt
      framing quotes coverage.csv -o quotations.parquet
      framing quotes coverage.csv --balance --format csv
    """
    by = options.pop("by")
    if options.pop("balance"):
        _balance(by, options)
    else:
        _rows("quotation", options)


def _balance(by: str, options: dict[str, Any]) -> None:
    from framing.cli.run import Run
    from framing.compare.balance import BalanceRow
    from framing.pipeline import source_balance

    wanted = asked(options)
    run = Run(wanted)
    balances = source_balance(run.articles(), by=by, settings=wanted.settings)
    if not run.count:
        run.finish()
    made = (row._asdict() for group, balance in balances.items() for row in balance.rows(group))
    kinds = {"quotations": "integer", "words": "integer", "group": "text", "dimension": "text", "label": "text"}
    columns = {name: kinds.get(name, "number") for name in BalanceRow._fields}
    run.finish(write(made, cast("Columns", columns), options["output"], options["output_format"], wanted.inputs))


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
