"""The parts of the documentation that are made from the code: commands, measures, accuracy."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Sequence

import click

from framing.cli import framing
from framing.evidence import MeasureSpec
from framing.report.accuracy import ACCURACY
from framing.scoring import TextScorer, available_scorers

# -- docs/cli.md ---------------------------------------------------------------------------------------------------


def commands(command: click.Command = framing, path: tuple[str, ...] = ("framing",)) -> Iterator[str]:
    """Every command below the first: what it does, its arguments and options, its examples."""
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            if not isinstance(below, click.Group):
                yield from _command(below, (*path, name))
            yield from commands(below, (*path, name))


def _command(command: click.Command, path: tuple[str, ...]) -> Iterator[str]:
    # click keeps the first help option it makes, so it must be the one that a run makes
    context = click.Context(command, info_name=" ".join(path), **framing.context_settings)
    text, _, examples = inspect.cleandoc(command.help or "").partition("\b\n")
    arguments = " ".join(command.collect_usage_pieces(context))
    yield f"### {' '.join(path)}\n\n{text.strip()}\n\n```\n{' '.join(path)} {arguments}\n```\n"
    options = [option for option in command.params if isinstance(option, click.Option)]
    if options:
        yield _table(("Option", "What it does"), (_option(option) for option in options))
    yield f"{examples.partition(chr(10))[0]}\n\n```\n{inspect.cleandoc(examples.partition(chr(10))[2])}\n```\n"


def _option(option: click.Option) -> tuple[str, str]:
    value = ""
    if isinstance(option.type, click.Choice):
        value = f" {'&#124;'.join(option.type.choices)}"
    elif not option.is_flag:
        value = f" {option.metavar}"
    told = re.sub(r" \(\d+ here\)", "", option.help or "")  # the number of cores of whoever asks
    default = f" Default: `{option.default}`." if option.show_default else ""
    again = " May be given several times." if option.multiple else ""
    return ", ".join(f"`{name}`" for name in option.opts) + value, told + default + again


# -- docs/measures.md ----------------------------------------------------------------------------------------------

# Scorer -> pattern of a measure's name -> formula; the first pattern that fits counts.
_FORMULAS = {
    "agency": (
        (r"agency_per_1000", "1,000 × asserted deeds ÷ words"),
        (r"agency_unnamed_share", "asserted deeds of the forms agentless, unowned, event, happening ÷ asserted deeds"),
        (r"agency_(violence|coercion|support)_share", r"asserted deeds of \1 ÷ asserted deeds"),
        (r"agency_(.+)_share", r"asserted deeds with “\1” ÷ asserted deeds"),
    ),
    "frames": (
        (r".+_own_per_1000", "1,000 × weight of asserted passages in the outlet's own voice ÷ own words"),
        (r".+_quoted_per_1000", "1,000 × weight of asserted passages in quotations ÷ quoted words"),
        (r".+_denied_per_1000", "1,000 × weight of denied passages ÷ words"),
        (r".+_per_1000", "1,000 × weight of asserted passages ÷ words"),
        (r".+_sentences", "sentences with an asserted passage ÷ sentences"),
    ),
    "hedging": (
        (r".+_own_per_1000", "1,000 × weight of passages in the outlet's own voice ÷ own words"),
        (r".+_quoted_per_1000", "1,000 × weight of passages in quotations ÷ quoted words"),
        (r".+_per_1000", "1,000 × weight of passages ÷ words"),
    ),
    "readability": (
        (r"words_per_sentence(_own)?", "words ÷ sentences"),
        (r"flesch_reading_ease(_own)?", "206.835 − 1.015 words per sentence − 84.6 syllables per word"),
        (r"flesch_kincaid_grade(_own)?", "0.39 words per sentence + 11.8 syllables per word − 15.59"),
    ),
    "reporting": (
        (r"reports_per_1000", "1,000 × cues ÷ words"),
        (r"reports_(.+)_share", r"cues with “\1” ÷ cues"),
    ),
    "sources": (
        (r"quotations", "number of quotations"),
        (r"quotations_(.+)_share", r"\1 quotations ÷ quotations"),
        (r"quoted_words_share", "quoted words ÷ words"),
        (r"sources_effective_number", "exp(−Σ p ln p), p the share of an actor in the quotations that have one"),
        (r"sources_official_share", "quotations of officials ÷ quotations with a role"),
        (r"sources_unnamed_share", "quotations with the role `unnamed` ÷ quotations"),
        (r"sources_unresolved_share", "quotations without an actor ÷ quotations"),
    ),
}


def measures() -> Iterator[str]:
    """A table a scorer, and where its measures come from."""
    for name, scorer in available_scorers().items():
        fitted = scorer()
        fitted.load()
        first = inspect.cleandoc(scorer.__doc__ or "").split("\n\n")[0]
        yield f"### {name.capitalize()}\n\n{' '.join(first.split())}\n"
        yield _table(
            ("Measure", "Title", "Unit", "Definition", "Formula"), (_measure(name, spec) for spec in fitted.specs_)
        )
        yield f"Source: {_references(scorer)}\n"


def _measure(scorer: str, spec: MeasureSpec) -> tuple[str, ...]:
    known = _FORMULAS.get(scorer, ())
    formulas = [re.sub(pattern, made, spec.name) for pattern, made in known if re.fullmatch(pattern, spec.name)]
    if not formulas:
        raise ValueError(f"{spec.name} has no formula: add it to tests/docs/generate.py")
    return f"`{spec.name}`", spec.title, spec.unit, spec.definition, formulas[0]


def _references(scorer: type[TextScorer]) -> str:
    _, _, listed = inspect.cleandoc(scorer.__doc__ or "").partition("References\n----------\n")
    if not listed:
        raise ValueError(f"{scorer.__name__} names no source under References")
    return " ".join(listed.split())


# -- docs/accuracy.md ----------------------------------------------------------------------------------------------


def accuracy() -> Iterator[str]:
    """What every report prints about errors."""
    if not ACCURACY:
        yield "No figures have been measured for this version.\n"
        return
    yield _table(("What was measured", "Result", "On what"), ((one.part, one.figure, one.data) for one in ACCURACY))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


PARTS = {"cli.md": commands, "measures.md": measures, "accuracy.md": accuracy}


def generated(name: str) -> str:
    """The generated part of a page of docs/."""
    return "\n".join(PARTS[name]())
