"""Tables of typed rows that show themselves in a notebook and turn into other libraries' frames."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from html import escape
from typing import Any, Generic, TypeVar, overload

from framing.errors import MissingExtraError

Record = TypeVar("Record")
Value = str | int | float | bool | None
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Records(Sequence[Record], Generic[Record]):
    """Rows of one sort.

    Parameters
    ----------
    kind : type
        A dataclass whose fields are the columns.
    rows : tuple
        Its instances.

    Examples
    --------
    >>> @dataclass(frozen=True)
    ... class Tally:
    ...     outlet: str
    ...     articles: int
    >>> tallies = Records(Tally, (Tally("Gull", 3), Tally("Lamp", 4)))
    >>> len(tallies), tallies[1].articles, tallies.columns
    (2, 4, ('outlet', 'articles'))
    """

    kind: type[Record]
    rows: tuple[Record, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        return self.rows[at]

    def __iter__(self) -> Iterator[Record]:
        return iter(self.rows)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(field.name for field in fields(self.kind))  # type: ignore[arg-type]

    def records(self) -> list[dict[str, Value]]:
        """Rows as mappings, for JSON and CSV: no number is null, and numbers have nine digits."""
        names = self.columns
        return [{name: plain(getattr(row, name)) for name in names} for row in self.rows]

    def to_pandas(self) -> Any:
        """The rows as a pandas DataFrame, a row each; NaN where there is no number.

        Raises
        ------
        MissingExtraError
            If pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingExtraError(
                "a DataFrame needs pandas", remedy="pip install 'framing-toolkit[pandas]'"
            ) from error
        return pd.DataFrame([[getattr(row, name) for name in self.columns] for row in self.rows], columns=self.columns)

    def to_arrow(self) -> Any:
        """The rows as a pyarrow Table; null where there is no number.

        Raises
        ------
        MissingExtraError
            If pyarrow is not installed.
        """
        try:
            import pyarrow as pa
        except ImportError as error:
            raise MissingExtraError(
                "an Arrow table needs pyarrow", remedy="pip install 'framing-toolkit[parquet]'"
            ) from error
        types = {"str": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
        schema = pa.schema([(name, types[kind]) for name, kind, _ in described(self.kind)])
        return pa.Table.from_pylist(self.records(), schema=schema)

    def _repr_html_(self) -> str:
        """The first rows as a plain table, readable without styles."""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(shown(getattr(row, name)))}</td>" for name in self.columns) + "</tr>"
            for row in self.rows[:_SHOWN]
        )
        more = f"<p>{len(self.rows) - _SHOWN:,} more rows</p>" if len(self.rows) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def plain(value: Any) -> Value:
    """A value as JSON can hold it."""
    if isinstance(value, float):
        return float(f"{value:.9g}") if math.isfinite(value) else None
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return value  # type: ignore[no-any-return]


def shown(value: Any) -> str:
    """A value as a person reads it."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return "–"
    return f"{value:.3g}" if isinstance(value, float) else str(plain(value))


def described(kind: type) -> Iterator[tuple[str, str, bool]]:
    """Name, type (``str``, ``int``, ``float``, ``bool``) and whether it may be missing, of every column."""
    for field in fields(kind):
        written = str(field.type)
        base, _, missing = written.partition(" | ")
        yield field.name, "str" if base.startswith("tuple") else base, missing == "None" or base == "float"
