"""Which frames the texts carry, and in whose voice."""

from __future__ import annotations

import math
from collections.abc import Sequence

from framing.report.catalog import Catalog, GroupEntry, Kind, measure_of
from framing.report.charts import Figure, Key, Line, Panel, Scale, Value, panel
from framing.report.contrasts import Contrast, strongest
from framing.report.phrase import Name, Number, Phrase, phrase
from framing.report.section import Section
from framing.report.tables import Row, Table, table
from framing.report.wording import About, number

LEVELS = 5
IN_BRACKETS = "In brackets the number of passages; each figure leads to them."
INTERVALS = (
    "Lines are 95% intervals of each outlet by itself; whether two differ is told by the interval of their difference, "
    "not by whether lines overlap."
)
# Beyond these, dots of single articles would hide each other and weigh more than the rest of the figure.
MOST_DOTS = 200
HEADS = ("In its own voice", "Quoting others", "Brought up to be denied")


def hue(kind: Kind) -> str:
    """Class of the colour that a mark and its panel share."""
    return f"c{(kind.number - 1) % 6 + 1}"


def frames_section(catalog: Catalog) -> Section:
    """Outlets by frames."""
    frames = catalog.frames
    panels = _panels(catalog, frames)
    best = _best(catalog, frames)
    key = (Key("solid", f"all articles of the {catalog.one}"), Key("faint", "a single article"))
    several = any(len(entry.group.articles) > 1 for entry in catalog.groups)
    figure = Figure(
        "fig-frames",
        _headline(catalog, best),
        f"Passages that put the frame forward, in any voice, per 1,000 words, on one scale from zero. {IN_BRACKETS}",
        (Key("line", "95% interval"), *key[: 2 if len(catalog.articles) <= MOST_DOTS else 1])
        if catalog.inferred
        else key
        if several
        else (),
        panels,
    )
    return Section(
        "frames",
        "Frames",
        "Show me",
        "Which frames the texts use",
        (
            phrase(
                "A frame is a way of presenting an event that brings some of its aspects forward: what is at stake, "
                "who is to act, what would put it right. Each is found by a list of terms that anyone can read and "
                f"change{', and by a model that has learned from examples' if catalog.learned else ''}."
            ),
        ),
        (figure,) if frames else (),
        (_matrix(catalog, frames), _sentences(catalog, frames)) if frames else (),
        "A frame in a text says what the text brings up, not that its author agrees with it. "
        + (
            INTERVALS if catalog.inferred else "No interval is drawn: the figures describe the articles that were read."
        ),
    )


def _panels(catalog: Catalog, frames: Sequence[Kind]) -> tuple[Panel, ...]:
    lines = {frame.label: [_line(catalog, entry, frame) for entry in catalog.groups] for frame in frames}
    everything = [value.value for group in lines.values() for line in group for value in (*line.values, *line.behind)]
    everything += [line.interval[1] for group in lines.values() for line in group if line.interval]
    scale = Scale(everything)
    return tuple(
        panel(
            f"p{frame.number}",
            frame.title,
            hue(frame),
            ("Per 1,000 words",),
            lines[frame.label],
            scale,
            catalog.definition(frame.label),
        )
        for frame in frames
    )


def _line(catalog: Catalog, entry: GroupEntry, frame: Kind) -> Line:
    name = f"{frame.label}_per_1000"
    value = pooled(catalog, entry, name, href=catalog.passages(frame.section, entry.id))
    return Line(entry.id, entry.name, (value,), behind(catalog, entry, name), bounds(catalog, entry, name))


def pooled(catalog: Catalog, entry: GroupEntry, name: str, shape: str = "solid", href: str = "") -> Value:
    """A group's measure as a dot."""
    return Value(entry.group[name].value, shape, catalog.measured(entry, name, href, amount=bool(href)))


def bounds(catalog: Catalog, entry: GroupEntry, name: str) -> tuple[float, float] | None:
    """The interval of a group's measure, where there is one."""
    found = catalog.comparison.statistics.value(entry.group.name, name) if catalog.comparison.statistics else None
    return None if found is None or math.isnan(found.low) else (max(found.low, 0.0), found.high)


def behind(catalog: Catalog, entry: GroupEntry, name: str) -> tuple[Value, ...]:
    """Its single articles as faint dots; one article alone is the group."""
    articles = [article for article in catalog.articles if article.group is entry]
    if len(articles) < 2 or (catalog.inferred and len(catalog.articles) > MOST_DOTS):
        return ()
    found = [(article, measure_of(article.scored, name)) for article in articles]
    return tuple(
        Value(measure.value, "faint", number(measure, catalog.spec(name).unit, about=About("", article.id)))
        for article, measure in found
        if measure and measure.value == measure.value
    )


def _matrix(catalog: Catalog, frames: Sequence[Kind]) -> Table:
    values = [entry.group[f"{frame.label}_per_1000"].value for frame in frames for entry in catalog.groups]
    most = max((value for value in values if value == value), default=0.0)
    rows = tuple(
        Row(
            phrase(Name(entry.name)),
            tuple(phrase(_asserted(catalog, entry, frame)) for frame in frames),
            entry.id,
            levels=tuple(_level(entry.group[f"{frame.label}_per_1000"].value, most) for frame in frames),
        )
        for entry in catalog.groups
    )
    return table(
        "t-frames",
        "All frames, per 1,000 words; the darker, the more",
        catalog.one.capitalize(),
        tuple(frame.title for frame in frames),
        rows,
    )


def _asserted(catalog: Catalog, entry: GroupEntry, frame: Kind) -> Number:
    return catalog.measured(entry, f"{frame.label}_per_1000", catalog.passages(frame.section, entry.id))


def _level(value: float, most: float) -> int:
    """Step of shading: none for nothing, five for the most on the table."""
    return min(LEVELS, int(value / most * LEVELS) + 1) if value > 0 and most > 0 else 0


def _sentences(catalog: Catalog, frames: Sequence[Kind]) -> Table:
    rows = tuple(
        Row(
            phrase(Name(entry.name)),
            tuple(phrase(catalog.measured(entry, f"{frame.label}_sentences", amount=True)) for frame in frames),
            entry.id,
        )
        for entry in catalog.groups
    )
    titles = tuple(frame.title for frame in frames)
    caption = "Share of sentences in which a frame is put forward, in brackets their number"
    return table("t-sentences", caption, catalog.one.capitalize(), titles, rows)


def _best(catalog: Catalog, frames: Sequence[Kind]) -> tuple[Kind, Contrast] | None:
    found = [
        (frame, contrast)
        for frame in frames
        if (contrast := strongest([(entry, entry.group[f"{frame.label}_per_1000"]) for entry in catalog.groups]))
        and contrast.holds
    ]
    return max(found, key=lambda pair: pair[1].strength, default=None)


def _headline(catalog: Catalog, best: tuple[Kind, Contrast] | None) -> Phrase:
    if catalog.inferred:
        return phrase(f"Every frame, {catalog.one} by {catalog.one}; which differences hold is told above")
    if best is None:
        return phrase(f"No frame sets these {catalog.more} clearly apart")
    frame, contrast = best
    name = f"{frame.label}_per_1000"
    return phrase(
        f"{frame.title} sets them apart most: ",
        Name(contrast.high.name),
        " uses it ",
        catalog.measured(contrast.high, name, catalog.passages(frame.section, contrast.high.id), named=True),
        " times per 1,000 words, ",
        Name(contrast.low.name),
        " ",
        catalog.measured(contrast.low, name, catalog.passages(frame.section, contrast.low.id), named=True),
    )


def voices_section(catalog: Catalog) -> Section:
    """Each frame in the outlets' own voice and in that of those they quote; denials apart."""
    frames = catalog.frames
    figure = voices_figure(
        catalog,
        "fig-voices",
        phrase("Whose words carry each frame"),
        f"Passages per 1,000 words of the same voice, on one scale from zero. {IN_BRACKETS}",
        frames,
    )
    return Section(
        "voices",
        "Voice",
        "Who speaks",
        "In its own voice, or quoting others",
        (
            phrase(
                "“The fleet is a menace” and “The fleet is a menace, the minister said” are different findings: only "
                "the first is the outlet’s own. Passages that bring a frame up to deny it are counted apart."
            ),
        ),
        (figure,) if frames else (),
        caution="Rates of quoted speech are per 1,000 quoted words. Few quoted words make such a rate jump: "
        "look at the number of passages.",
    )


def voices_figure(catalog: Catalog, identifier: str, title: Phrase, subtitle: str, kinds: Sequence[Kind]) -> Figure:
    """Own voice against quoted, a panel for each kind of evidence; what is denied as a figure only."""
    lines = {kind.label: [_voices(catalog, entry, kind) for entry in catalog.groups] for kind in kinds}
    drawn = [value for group in lines.values() for line in group for value in line.values]
    scale = Scale(value.value for value in drawn)
    panels = tuple(
        panel(
            f"v{kind.number}",
            kind.title,
            hue(kind),
            HEADS,
            lines[kind.label],
            scale,
            "" if kind.scorer == "frames" else catalog.definition(kind.label),
        )
        for kind in kinds
    )
    key = [Key("solid", "in its own voice"), Key("hollow", "quoting others")]
    if any(value.shape == "cross" for value in drawn):
        key.append(Key("cross", "brought up to be denied, per 1,000 words of all voices"))
    return Figure(identifier, title, subtitle, tuple(key), panels)


def _voices(catalog: Catalog, entry: GroupEntry, kind: Kind) -> Line:
    values = []
    for voice, shape in (("own", "solid"), ("quoted", "hollow"), ("denied", "cross")):
        name = f"{kind.label}_{voice}_per_1000"
        if catalog.has(name):
            values.append(pooled(catalog, entry, name, shape, catalog.passages(kind.section, entry.id, voice)))
    return Line(entry.id, entry.name, tuple(values))
