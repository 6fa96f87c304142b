"""``framing train`` and ``evaluate``: frames of one's own, learned from one's own coding."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from framing.learned.labelled import Table
    from framing.learned.train import Trained


def _data_options(command: Callable[..., Any]) -> Callable[..., Any]:
    command = click.option(
        "--label-col", required=True, metavar="NAME", help="Column of the label, or of several (a list, or a; b)."
    )(command)
    return click.option("--text-col", default="text", show_default=True, metavar="NAME", help="Column of the text.")(
        command
    )


@click.command()
@click.argument("data", metavar="DATA")
@_data_options
@click.option(
    "--group-col",
    "group_cols",
    multiple=True,
    metavar="NAME",
    help="Column such as outlet or topic whose values are kept apart in cross-validation.",
)
@click.option(
    "--coder-col", "coder_cols", multiple=True, metavar="NAME", help="Column of one coder's labels; give two, or none."
)
@click.option("--absent", metavar="LABEL", help="Label that stands for none of the others; found out if not given.")
@click.option("--hide-names", is_flag=True, help="Hide names of states, bodies and people from the model.")
@click.option("-o", "--output", required=True, metavar="FOLDER", help="Folder for the model and its card.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing.")
@click.option("--debug", is_flag=True, help="Show where an error comes from.")
def train(
    data: str,
    text_col: str,
    label_col: str,
    group_cols: tuple[str, ...],
    coder_cols: tuple[str, ...],
    absent: str | None,
    hide_names: bool,
    output: str,
    quiet: bool,
    debug: bool,
) -> None:
    """Train frames of your own from texts that you have coded.

    DATA is CSV, TSV, JSON or JSON Lines, also .gz, with a column of texts and one of labels: one label a text, or
    several. Texts that stand in it twice are left out. Figures are printed for folds at random and, for every
    --group-col, for folds that share none of its values; the latter are what to expect on new material. The folder
    gets the model (arrays and JSON, no code) and its card (HTML and JSON), and can be named wherever a frame can:
    framing score article.txt --frames threat,my-frame.

    \b
    Examples:
      framing train coded.csv --label-col label --group-col outlet -o my-frame
    """
    from framing.errors import UsageError
    from framing.learned.labelled import read_coded, without_copies

    if len(coder_cols) not in (0, 2):
        raise UsageError(
            "one coder alone tells nothing of agreement", remedy="Give --coder-col twice, or leave it out."
        )
    table = without_copies(read_coded(data, text_col, label_col, group_cols, coder_cols))
    trained = _trained(table, Path(output).resolve().name, group_cols, absent, hide_names)
    _write(trained, Path(output))
    if quiet:
        return
    for line in _lines(trained):
        click.echo(line)


def _trained(table: Table, folder: str, group_cols: Sequence[str], absent: str | None, hide_names: bool) -> Trained:
    from framing.learned.train import train as fit

    name = re.sub(r"[^a-z0-9]+", "_", folder.lower()).strip("_") or "model"
    return fit(table, name, group_cols=group_cols, absent=absent, hides_names=hide_names)


def _write(trained: Trained, folder: Path) -> None:
    import json

    from framing.learned.store import MANIFEST, save
    from framing.learned.train import card
    from framing.report.model_card import model_card

    trained.model.manifest.update(card(trained))
    save(trained.model, folder)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (folder / "card.json").write_text(
        json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )
    (folder / "card.html").write_text(model_card(manifest), encoding="utf-8", newline="\n")


def _lines(trained: Trained) -> Sequence[str]:
    lines = [*trained.notes, f"trained on {trained.texts:,} texts: {', '.join(trained.names.values())}", ""]
    lines.append(f"{'cross-validated':20} {'groups':>7} {'macro-F1':>9}  {'95 % interval':16} calibration error")
    for each in trained.validated:
        between = f"{each.interval[0]:.3f} to {each.interval[1]:.3f}" if each.interval else "too few to tell"
        by = "at random" if each.by == "random" else f"by {each.by}"
        lines.append(f"{by:20} {each.groups:7,} {each.macro_f1:9.3f}  {between:16} {each.calibration:.3f}")
    lines.append(f"{'always one label':20} {'':7} {trained.majority:9.3f}")
    if trained.ceiling is not None:
        lines.append(
            f"{'coder against coder':20} {trained.ceiling['texts']:7,.0f} {trained.ceiling['macro_f1']:9.3f}  "
            f"alpha {trained.ceiling['alpha']:.2f}"
        )
    for each in trained.validated:
        lines += ["", "at random" if each.by == "random" else f"by {each.by}"]
        lines += [
            f"  {label['label']:18} P {label['precision']:.3f}  R {label['recall']:.3f}  F1 {label['f1']:.3f}  "
            f"({label['number']:,})"
            for label in each.labels
        ]
    return lines


@click.command()
@click.argument("model", metavar="MODEL")
@click.argument("data", metavar="DATA")
@_data_options
@click.option(
    "--frames-by",
    type=click.Choice(["both", "model", "lexicon"]),
    default="both",
    show_default=True,
    help="What decides, for the frames of the package.",
)
@click.option("--debug", is_flag=True, help="Show where an error comes from.")
def evaluate(model: str, data: str, text_col: str, label_col: str, frames_by: Any, debug: bool) -> None:
    """Say how well a model gives the labels of a coding it has not learned from.

    MODEL is a folder that `framing train` wrote, the name of a frame or a path of a lexicon, several parted by commas,
    or `frames` for the six of the package. DATA is as for `framing train`. A text has a label where one of its
    sentences has it.

    \b
    Examples:
      framing evaluate frames coded-frames.jsonl --label-col frames
      framing evaluate threat,legal coded-frames.jsonl --label-col frames --frames-by lexicon
    """
    from framing.article import Article
    from framing.learned.evaluate import Tally
    from framing.learned.labelled import read_coded
    from framing.pipeline import Settings, instrument

    table = read_coded(data, text_col, label_col)
    chosen = None if model == "frames" else tuple(name.strip() for name in model.split(","))
    measured_with = instrument(Settings(frames=chosen, frames_by=frames_by))
    scorer = next(each for each in measured_with.scorers if each.name == "frames")
    names, absent = _names(chosen or ())
    tally = Tally([spec.name.removesuffix("_sentences") for spec in scorer.specs_ if _is_share(spec.name)], names)
    for row in table.rows:
        document = measured_with.analyser.document(Article(id=str(row.row), text=row.text))
        tally.add(row, scorer.find(document), scorer.judge(document))
    found = tally.evaluated(absent)
    for note in table.notes:
        click.echo(note)
    between = f" ({found.interval[0]:.3f} to {found.interval[1]:.3f})" if found.interval else ""
    click.echo(f"{found.texts:,} texts, macro-F1 {found.macro_f1:.3f}{between}")
    for label, each in zip((*tally.labels, absent), found.figures, strict=False):
        error = f"  calibration error {found.calibration[label]:.3f}" if label in found.calibration else ""
        click.echo(
            f"  {each.label:18} P {each.precision:.3f}  R {each.recall:.3f}  F1 {each.f1:.3f}  ({each.number:,}){error}"
        )
    if found.unknown:
        click.echo(f"never given: {', '.join(found.unknown)}")


def _is_share(name: str) -> bool:
    return name.endswith("_sentences")


def _names(chosen: Sequence[str]) -> tuple[dict[str, str], str]:
    """What the coding calls the labels of models, and the label for none of them."""
    from framing.learned.store import is_model, load

    names: dict[str, str] = {}
    absent = ""
    for name in chosen:
        if is_model(name):
            model = load(name)
            names.update(model.manifest.get("label_names", {}))
            absent = model.absent
    return names, absent
