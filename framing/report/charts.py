"""Geometry of the figures. Templates print what stands here and compute nothing.

Horizontal places are percentages, so that a figure stretches to any width while its words keep their size. A dot plot
is a table with a drawing in each row: every figure of it can be read, followed and spoken.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from framing.report.phrase import Number, Phrase
from framing.report.tables import Table
from framing.report.wording import shortened

BAR_ROW, BAR_NAME = 46, 30
# Widths are unknown here; words inside a bar must fit on a narrow screen.
NARROW_BAR, LETTER = 270, 6.4
# Less than this is nothing.
TINY = 1e-9
# What is drawn of a line, from the back to the front; what is denied is a figure only.
DEPTH = ("hollow", "solid")
SIGNS = {"solid": "●", "hollow": "○", "cross": "×"}


@dataclass(frozen=True, slots=True)
class Tick:
    """A value of an axis and where it stands."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A value as a dot, ``solid`` or ``hollow``."""

    shape: str
    x: str


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One outlet's line of a panel.

    Parameters
    ----------
    group, name : str
    dots : tuple of Dot
    join, interval : tuple of (str, str), optional
        What joins the outer two dots, and the interval of the first.
    figures : tuple of Number
    behind : tuple of str
        Where the faint dots of single articles stand.
    """

    group: str
    name: str
    dots: tuple[Dot, ...]
    join: tuple[str, str] | None
    figures: tuple[Number, ...]
    interval: tuple[str, str] | None = None
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What a column of figures holds: the sign of its dots, the same in words, and the measure."""

    sign: str
    title: str
    measure: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A small dot plot with its figures beside it.

    Parameters
    ----------
    id, title : str
    hue : str
        Class of its colour.
    heads, ticks, rows
        Columns of figures, the axis, and a line an outlet.
    definition : str
        What it shows, where that needs saying.
    """

    id: str
    title: str
    hue: str
    heads: tuple[Head, ...]
    ticks: tuple[Tick, ...]
    rows: tuple[PanelRow, ...]
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
    table : Table, optional
        The same as a table, for what is not one already.
    """

    id: str
    title: Phrase
    subtitle: str
    key: tuple[Key, ...]
    panels: tuple[Panel, ...] = ()
    stack: Stack | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A number to draw: how, and its value."""

    value: float
    shape: str
    number: Number


@dataclass(frozen=True, slots=True)
class Line:
    """What one outlet contributes to a panel: its values, single articles behind them, the interval of the first."""

    group: str
    name: str
    values: tuple[Value, ...]
    behind: tuple[Value, ...] = ()
    interval: tuple[float, float] | None = None


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
        step = _round_step(most / 4) if most > TINY else 1.0
        count = max(1, math.ceil(most / step - 1e-9))
        self.top = step * count
        self.ticks = tuple(Tick(self.at(step * at), f"{step * at:g}") for at in range(count + 1))

    def at(self, value: float) -> str:
        """Where a value stands."""
        return f"{round(100 * max(0.0, value) / self.top, 1):g}%"


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= least * (1 - 1e-9))


def panel(
    identifier: str,
    title: str,
    hue: str,
    heads: Sequence[str],
    lines: Sequence[Line],
    scale: Scale,
    definition: str = "",
) -> Panel:
    """A dot plot of one line an outlet.

    Parameters
    ----------
    heads : sequence of str
        What the values of each line are, in their order.
    lines : sequence of Line
        All with the same shapes and measures.
    """
    rows = []
    for line in lines:
        drawn = [v for v in line.values if v.shape in DEPTH and math.isfinite(v.value)]
        dots = [Dot(v.shape, scale.at(v.value)) for v in sorted(drawn, key=lambda v: DEPTH.index(v.shape))]
        behind = tuple(scale.at(v.value) for v in line.behind if math.isfinite(v.value))
        ends = sorted(v.value for v in drawn)
        join = (scale.at(ends[0]), scale.at(ends[-1])) if len(set(ends)) > 1 else None
        figures = tuple(replace(value.number, measure="") for value in line.values)
        interval = (scale.at(line.interval[0]), scale.at(line.interval[1])) if line.interval else None
        rows.append(PanelRow(line.group, line.name, tuple(dots), join, figures, interval, behind))
    first = lines[0].values if lines else ()
    columns = [
        Head(SIGNS[value.shape] if len(first) > 1 else "", head, value.number.measure)
        for value, head in zip(first, heads, strict=False)
    ]
    return Panel(identifier, title, hue, tuple(columns), scale.ticks, tuple(rows), definition)


def stack(identifier: str, measure: str, title: str, alt: str, wholes: Sequence[Whole]) -> Stack:
    """Bars of shares, one an outlet; the parts come in the same order on every bar, those of nothing are left out."""
    bars = []
    for at, whole in enumerate(wholes):
        start = 0.0
        segments = []
        for part in whole.parts:
            if part.share > 0:
                # From one rounded edge to the next, so that parts neither gape nor overlap.
                left, right = round(100 * start, 1), round(100 * (start + part.share), 1)
                segments.append(Segment(f"{left:g}%", f"{right - left:.3g}%", part.hue, part.number, _inside(part)))
                start += part.share
        bars.append(Bar(at * BAR_ROW, whole.group, shortened(whole.name, BAR_NAME), whole.total, tuple(segments)))
    return Stack(identifier, measure, title, alt, len(bars) * BAR_ROW, tuple(bars))


def _inside(part: Share) -> str:
    """The longest label that fits into its part of a narrow bar."""
    room = part.share * NARROW_BAR - 8
    choices = (f"{part.short} {part.number.text}", part.number.text)
    return next((label for label in choices if len(label) * LETTER <= room), "")
