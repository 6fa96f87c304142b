"""Geometry of the figures. Templates print what stands here and compute nothing.

Horizontal places are percentages and vertical ones pixels, so that a figure stretches to any width while its words
keep their size.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.report.phrase import Number, Phrase
from framing.report.tables import Table
from framing.report.wording import shortened

ROW, TALL_ROW, AXIS = 24, 34, 26
BAR_ROW, BAR = 46, 20
NAME_WIDTH, BAR_NAME = 16, 30
# Widths are unknown here; words inside a bar must fit on a narrow screen.
NARROW_BAR, LETTER = 270, 6.4
# Shares of a panel's width: where the plot begins, the gap behind it, and a column of figures.
PLOT, GAP, COLUMN, HEAD = 0.4, 0.02, 0.12, 18
# What is drawn, from the back to the front, and the signs in words; what is denied is a figure only.
DEPTH = ("faint", "hollow", "solid")
SIGNS = {"solid": "●", "hollow": "○", "cross": "×"}


@dataclass(frozen=True, slots=True)
class Tick:
    """A value of an axis and where it stands."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a value of one outlet stands."""

    x: str
    y: int


@dataclass(frozen=True, slots=True)
class Layer:
    """Dots of one shape: ``solid``, ``hollow``, or ``faint`` for single articles behind."""

    shape: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """One outlet's line of a panel: its name in one or two lines, what joins its dots, and their figures in columns."""

    y: int
    group: str
    lines: tuple[str, ...]
    figures: tuple[Number, ...]
    join: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A column of figures: where it ends, the sign of the dots it belongs to, and their measure."""

    x: str
    sign: str
    measure: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A small dot plot with its figures beside it.

    Parameters
    ----------
    id, title, alt : str
    hue : str
        Class of its colour.
    height, top : int
        Of the whole, and of what stands above the plot.
    width : str
        Of the plot.
    ticks, tracks, layers, places
        What is drawn.
    definition : str
        What it shows, where that needs saying.
    """

    id: str
    title: str
    alt: str
    hue: str
    height: int
    top: int
    width: str
    ticks: tuple[Tick, ...]
    tracks: tuple[Track, ...]
    layers: tuple[Layer, ...]
    places: tuple[Place, ...]
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar."""

    x: str
    width: str
    hue: str
    number: Number
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One outlet's bar of shares, its name above and its total beside the name."""

    y: int
    group: str
    name: str
    total: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """Bars of shares that add up to a whole, of one measure or, where `measure` is empty, of one each."""

    id: str
    measure: str
    title: str
    alt: str
    height: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What a colour or shape stands for."""

    hue: str
    label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the table that says the same.

    Parameters
    ----------
    id : str
    title : Phrase
        The finding in plain words.
    subtitle : str
        Unit, and what is counted.
    panels, stack
        One of the two forms; the other is empty.
    key : tuple of Key
    table : Table
        Every number of the figure, each leading to its passages.
    """

    id: str
    title: Phrase
    subtitle: str
    key: tuple[Key, ...]
    table: Table
    panels: tuple[Panel, ...] = ()
    stack: Stack | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A number to draw: how, and its value."""

    value: float
    shape: str
    number: Number


@dataclass(frozen=True, slots=True)
class Line:
    """What one outlet contributes to a panel: its values, and single articles behind them."""

    group: str
    name: str
    values: tuple[Value, ...]
    behind: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """What one outlet contributes to a figure of shares; `total` says of how many things."""

    group: str
    name: str
    total: str
    parts: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """What one class contributes to a bar."""

    share: float
    hue: str
    short: str
    number: Number


class Scale:
    """From zero to a round number above everything drawn on it.

    Examples
    --------
    >>> scale = Scale([3.2, 17.0])
    >>> scale.at(10), [tick.label for tick in scale.ticks]
    ('50%', ['0', '5', '10', '15', '20'])
    """

    def __init__(self, values: Iterable[float]) -> None:
        most = max((value for value in values if math.isfinite(value)), default=0.0)
        step = _round_step(most / 4) if most > 0 else 1.0
        count = max(1, math.ceil(most / step - 1e-9))
        self.top = step * count
        self.ticks = tuple(Tick(self.at(step * at), f"{step * at:g}") for at in range(count + 1))

    def at(self, value: float) -> str:
        """Where a value stands."""
        return percentage(max(0.0, value) / self.top)


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= least * (1 - 1e-9))


def percentage(share: float) -> str:
    """A share of the width, as SVG takes it."""
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"


def panel(
    identifier: str, title: str, alt: str, hue: str, lines: Sequence[Line], scale: Scale, definition: str = ""
) -> Panel:
    """A dot plot of one line an outlet."""
    shapes = list(dict.fromkeys(value.shape for line in lines for value in line.values))
    top = HEAD if len(shapes) > 1 else 0
    tracks: list[Track] = []
    layers: dict[str, list[Dot]] = {shape: [] for shape in DEPTH}
    y = top
    for line in lines:
        label = wrapped(line.name)
        row = TALL_ROW if len(label) > 1 else ROW
        for value in (*line.behind, *line.values):
            if value.shape in layers and math.isfinite(value.value):
                layers[value.shape].append(Dot(scale.at(value.value), y + row // 2))
        ends = sorted(v.value for v in line.values if v.shape in layers and math.isfinite(v.value))
        join = (scale.at(ends[0]), scale.at(ends[-1])) if len(set(ends)) > 1 else None
        tracks.append(Track(y + row // 2, line.group, label, tuple(value.number for value in line.values), join))
        y += row
    measures = [value.number.measure for value in lines[0].values] if lines else []
    places = [
        Place(percentage(1 - COLUMN * (len(shapes) - 1 - at)), SIGNS[shape] if top else "", measure)
        for at, (shape, measure) in enumerate(zip(shapes, measures, strict=True))
    ]
    return Panel(
        identifier,
        title,
        alt,
        hue,
        y + AXIS,
        top,
        percentage(1 - PLOT - GAP - COLUMN * len(shapes)),
        scale.ticks,
        tuple(tracks),
        tuple(Layer(shape, tuple(dots)) for shape, dots in layers.items() if dots),
        tuple(places),
        definition,
    )


def wrapped(name: str) -> tuple[str, ...]:
    """A name in at most two lines that fit beside a plot."""
    if len(name) <= NAME_WIDTH:
        return (name,)
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= NAME_WIDTH or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:2]
    if len(lines) > 2 or len(kept[-1]) > NAME_WIDTH:
        kept[-1] = kept[-1][: NAME_WIDTH - 1].rstrip() + "…"
    if len(kept[0]) > NAME_WIDTH:
        kept[0] = kept[0][: NAME_WIDTH - 1] + "…"
    return tuple(kept)


def stack(identifier: str, measure: str, title: str, alt: str, wholes: Sequence[Whole]) -> Stack:
    """Bars of shares, one an outlet; the parts come in the same order on every bar, those of nothing are left out."""
    bars = []
    for at, whole in enumerate(wholes):
        start = 0.0
        segments = []
        for part in whole.parts:
            if part.share > 0:
                segments.append(
                    Segment(percentage(start), percentage(part.share), part.hue, part.number, _inside(part))
                )
                start += part.share
        bars.append(Bar(at * BAR_ROW, whole.group, shortened(whole.name, BAR_NAME), whole.total, tuple(segments)))
    return Stack(identifier, measure, title, alt, len(bars) * BAR_ROW, tuple(bars))


def _inside(part: Share) -> str:
    """The longest label that fits into its part of a narrow bar."""
    room = part.share * NARROW_BAR - 8
    choices = (f"{part.short} {part.number.text}", part.number.text)
    return next((label for label in choices if len(label) * LETTER <= room), "")
