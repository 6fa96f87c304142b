"""``framing compare``: groups of articles side by side, and what may be said of their differences."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

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
    from framing.compare.comparison import Comparison
    from framing.compare.records import Records

PARTS = (
    "differences",
    "values",
    "checks",
    "families",
    "periods",
    "words",
    "coverage",
    "agreement",
    "reported",
    "reported_differences",
)
_SUFFIXES = {".json": "json", ".csv": "csv", ".txt": "table"}


@click.command()
@input_options
@click.option("--by", default="outlet", show_default=True, metavar="COLUMN", help="Column whose values are compared.")
@mode_option
@click.option(
    "--baseline", metavar="GROUP", help="Group that all others are set against, instead of each against the rest."
)
@click.option("--pairs", is_flag=True, help="Compare each pair of groups, instead of each against the rest.")
@event_option
@copies_option
@click.option(
    "--correction",
    type=click.Choice(["bh", "by"]),
    default="bh",
    show_default=True,
    help="For the number of comparisons: Benjamini-Hochberg, or Benjamini-Yekutieli for any dependence.",
)
@click.option(
    "--draws", type=click.IntRange(99), default=4999, show_default=True, metavar="N", help="Of the bootstrap."
)
@click.option(
    "--seed", type=click.IntRange(0), default=0, show_default=True, metavar="N", help="Of its random numbers."
)
@codings_option
@click.option(
    "--part",
    type=click.Choice(PARTS),
    help="Which rows a table or CSV holds; differences, or in same-story mode values, if not given. JSON holds all.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of stdout; its suffix tells the format.")
@click.option(
    "--format", "output_format", type=click.Choice(["table", "json", "csv"]), help="A table if not given, or by suffix."
)
@measuring_options
@running_options
def compare(**options: Any) -> None:
    """Compare groups of articles on every measure, with intervals where there are articles enough.

    From ten articles a group on, differences come with 95 % intervals, are corrected for their number, and are checked:
    do they survive without any one article, without any one lexicon entry, in the outlet's own voice only, without
    headlines, among like articles? With fewer articles, values stand side by side and nothing is claimed.

    \b
    Examples:
      framing compare articles/ --by outlet
      framing compare coverage.csv --format json -o comparison.json
      framing compare coverage.csv --part values --format csv > values.csv
    """
    from framing.cli.output import replacing, size_of, utf8_stdout
    from framing.cli.run import Run, settled
    from framing.compare.by_event import copied, gathered
    from framing.compare.compare import compare as compared
    from framing.compare.compare import may_be_corpus
    from framing.compare.results import Inference
    from framing.pipeline import analyse, instrument

    output = options["output"]
    kind = options["output_format"] or _by_suffix(output)
    codings = codings_of(options["codings"])
    wanted = asked(options)
    inference = Inference(
        design="pairs" if options["pairs"] else "rest",
        baseline=options["baseline"],
        events=options["event_col"],
        clusters=options["clusters"],
        correction=options["correction"],
        draws=options["draws"],
        seed=options["seed"],
    )
    run = Run(wanted)
    ready = gathered(run.articles(), by=options["by"], once=options["copies"] == "once")
    run.excluded += ready.excluded
    scored = settled(analyse(ready.articles, wanted.settings, alone=may_be_corpus(ready.articles, options["mode"])))
    wrote = ""
    if scored:
        measured_with = instrument(wanted.settings)
        made = compared(
            scored,
            measured_with.scorers,
            by=options["by"],
            mode=options["mode"],
            excluded=run.excluded,
            notes=run.notes,
            inference=inference,
            codings=codings,
            sides=measured_with.book.sides,
            events=ready.events,
        )
        if ready.events.copies:
            run.notes.append(copied(ready.events))
        if output in (None, "-"):
            _write(made, kind, options["part"], utf8_stdout())
        else:
            with replacing(output, wanted.inputs) as file:
                _write(made, kind, options["part"], file)
            wrote = f"{output} {size_of(Path(output).stat().st_size)}"
    run.finish(wrote)


def _by_suffix(output: str | None) -> str:
    from framing.errors import UsageError

    if output in (None, "-"):
        return "table"
    assert output is not None
    suffix = Path(output).suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(f'"{suffix}" names no format', where=output, remedy=f"Use {', '.join(_SUFFIXES)} or --format.")
    return _SUFFIXES[suffix]


def _write(made: Comparison, kind: str, part: str | None, stream: IO[str]) -> None:
    import json

    from framing.compare.export import exported

    if kind == "json":
        json.dump(exported(made), stream, ensure_ascii=False, indent=1, allow_nan=False)
        stream.write("\n")
        return
    name = part or ("differences" if made.statistics and len(made.statistics.differences) else "values")
    if kind == "table" and part is None:
        stream.writelines(f"{line}\n" for line in _told(made))
    rows = _rows(made, name)
    if kind == "table" and name == "differences" and part is None:
        _print_differences(made, stream)
        _print_reported(made, stream)
    else:
        _print(rows, kind, stream)


def _rows(made: Comparison, part: str) -> Records[Any]:
    if part == "values":
        return made.values
    if part == "reported":
        return made.reported
    if part == "agreement":
        return made.agreement
    if made.statistics is None:
        from framing.errors import UsageError

        raise UsageError(
            f"there are no {part} in same-story mode", remedy="They take corpus mode: ten articles a group, or --mode."
        )
    found: Records[Any] = getattr(made.statistics, part)
    return found


def _print(rows: Records[Any], kind: str, stream: IO[str]) -> None:
    from framing.cli.formats import write_rows

    write_rows(kind, rows.records(), dict.fromkeys(rows.columns, "text"), stream)


def _told(made: Comparison) -> Iterator[str]:
    """What is found in sentences, before the table."""
    import textwrap

    from framing.compare.sentences import families, sentences, told_of_reporting

    groups = " · ".join(f"{group.name or '(none)'} {len(group.articles):,}" for group in made.groups)
    yield f"{made.mode} comparison by {made.by}: {groups} articles. {made.mode_reason}"
    yield ""
    for each in sentences(made):
        yield textwrap.fill(each.sentence, 110, initial_indent="* ", subsequent_indent="  ")
    for line in told_of_reporting(made):
        yield textwrap.fill(line, 110, initial_indent="* ", subsequent_indent="  ")
    if made.statistics:
        yield ""
        yield from families(made.statistics)
        if made.statistics.suppressed:
            few = ", ".join(name or "(none)" for name in made.statistics.suppressed)
            yield f"too few articles or events to compare: {few}"
    for coefficient in made.agreement:
        yield (
            f"{coefficient.coefficient}: {coefficient.value:.3f} (95% interval {coefficient.low:.3f} to "
            f"{coefficient.high:.3f}; {coefficient.items} items, {coefficient.coders} coders)"
        )
    if made.statistics or made.agreement:
        yield ""


def _print_differences(made: Comparison, stream: IO[str]) -> None:
    """The differences that are claimed or may be there, one line each, as a person reads them."""
    from framing.cli.formats import write_rows
    from framing.compare.sentences import chance, gap, gaps, number

    assert made.statistics is not None
    shown = []
    for row in made.statistics.differences:
        spec = made.spec(row.measure)
        shown.append(
            {
                "group": row.group,
                "against": row.other or "the others",
                "measure": row.measure,
                "value": number(row.value, spec),
                "there": number(row.rest, spec),
                "difference": gap(row.difference, spec),
                "95% interval": gaps(row.low, row.high, spec),
                "q": chance(row.q),
                "verdict": f"slightly {row.verdict}" if row.slight and row.claimed else row.verdict,
                "like with like": gaps(row.matched_low, row.matched_high, spec),
                "survives": "" if row.survives is None else "yes" if row.survives else f"not {', '.join(row.fails)}",
                "detectable": gap(row.detectable, spec),
            }
        )
    write_rows("table", shown, dict.fromkeys(shown[0] if shown else (), "text"), stream)


def _print_reported(made: Comparison, stream: IO[str]) -> None:
    """How reporting words treat actors, one line a comparison, as a person reads it."""
    from framing.cli.formats import write_rows
    from framing.compare.sentences import REPORTED, chance, claim, gap, gaps, number

    assert made.statistics is not None
    shown = [
        {
            "group": row.group,
            "against": row.other or ("" if row.other_label else "the others"),
            "reporting words": row.stance,
            "for": row.label,
            "and for": row.other_label,
            "share": number(row.value, REPORTED),
            "there": number(row.rest, REPORTED),
            "difference": gap(row.difference, REPORTED),
            "95% interval": gaps(row.low, row.high, REPORTED),
            "q": chance(row.q),
            "verdict": claim(row) if row.claimed else row.verdict,
            "survives": "" if row.survives is None else "yes" if row.survives else f"not {', '.join(row.fails)}",
            "detectable": gap(row.detectable, REPORTED),
        }
        for row in made.statistics.reported_differences
    ]
    if shown:
        stream.write("\n")
        write_rows("table", shown, dict.fromkeys(shown[0], "text"), stream)
    if sys.stdout.isatty():
        stream.write("\nAll columns: --format csv; checks, words, coverage and more: --part, or --format json.\n")
