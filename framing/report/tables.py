"""Tables as the page prints them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from framing.report.phrase import Number, Phrase, Piece


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its header cell.

    `group`, `article`, `actor` and `measure` name what all its numbers are about, `other` the group that they set it
    against; `levels` are steps of shading from 0 to 5.
    """

    header: Phrase
    cells: tuple[Phrase, ...]
    group: str = ""
    article: str = ""
    actor: str = ""
    levels: tuple[int, ...] = ()
    measure: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it holds figures, and the measure, actor and label they are all about.

    In `measure`, ``*`` stands for the label of the body.
    """

    title: str
    figures: bool = True
    measure: str = ""
    actor: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """Rows that belong together, under a heading of their own where there is one.

    `label` begins the names of their measures, where they all have one.
    """

    rows: tuple[Row, ...]
    header: Phrase = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Parameters
    ----------
    id, caption : str
    columns : tuple of Column
        The first is that of the row headers.
    bodies : tuple of Body
        In the order in which they are printed.
    note : str
        What a reader must know to read it.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    bodies: tuple[Body, ...]
    note: str = ""


def table(
    identifier: str, caption: str, first: str, figures: Sequence[str], rows: Sequence[Row], note: str = ""
) -> Table:
    """A plain table: one column of names, the others of figures."""
    columns = (Column(first, False), *(Column(title) for title in figures))
    return gathered(Table(identifier, caption, columns, (Body(tuple(rows)),), note))


def gathered(table: Table) -> Table:
    """A table whose columns say what all their numbers are about, and whose numbers no longer do."""
    columns = [table.columns[0]]
    for at, column in enumerate(table.columns[1:]):
        found = [
            (body.label, piece)
            for body in table.bodies
            for row in body.rows
            for piece in row.cells[at]
            if isinstance(piece, Number)
        ]
        measure = _common(_starred(number.measure, label) for label, number in found)
        actor, label = _common(each.actor for _, each in found), _common(each.label for _, each in found)
        columns.append(replace(column, measure=measure, actor=actor, label=label))
    bodies = tuple(
        replace(body, rows=tuple(_lean_row(row, body.label, columns) for row in body.rows)) for body in table.bodies
    )
    return replace(table, columns=tuple(columns), bodies=bodies)


def _lean_row(row: Row, label: str, columns: Sequence[Column]) -> Row:
    pairs = zip(row.cells, columns[1:], strict=True)
    return replace(row, cells=tuple(tuple(_lean(piece, label, column) for piece in cell) for cell, column in pairs))


def _lean(piece: Piece, label: str, column: Column) -> Piece:
    if not isinstance(piece, Number):
        return piece
    return replace(
        piece,
        measure="" if column.measure and _starred(piece.measure, label) == column.measure else piece.measure,
        actor="" if column.actor else piece.actor,
        label="" if column.label else piece.label,
    )


def _starred(measure: str, label: str) -> str:
    return f"*{measure.removeprefix(label)}" if label and measure.startswith(f"{label}_") else measure


def _common(values: Iterable[str]) -> str:
    kinds = set(values)
    return kinds.pop() if len(kinds) == 1 else ""
