"""Coded texts from a table: which rows can be learned from, and what was done with the others."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from framing.errors import InputError, UsageError

_SEPARATORS = re.compile(r"[;|]")
_EMPTY = frozenset(("", "na", "n/a", "nan", "null"))
_WORD = re.compile(r"\w+")
# From this share of runs of three words in common, two texts are one text.
NEAR = 0.8
_LARGEST = 1 << 24


@dataclass(frozen=True, slots=True)
class Coded:
    """A text with its labels.

    Parameters
    ----------
    row : int
        Its number in the table, from 1.
    text : str
    labels : frozenset of str
        Empty where a text was looked at and has none.
    groups : tuple of str
        Its outlet, its topic: one a column that was asked for.
    coders : tuple of frozenset of str
        What two coders said by themselves, where their columns were named.
    """

    row: int
    text: str
    labels: frozenset[str]
    groups: tuple[str, ...] = ()
    coders: tuple[frozenset[str], ...] = ()


@dataclass(slots=True)
class Table:
    """Coded texts, and what was left out.

    Parameters
    ----------
    rows : list of Coded
    several : bool
        Whether a text may have more than one label.
    notes : list of str
        What was left out and why, a sentence a cause.
    """

    rows: list[Coded]
    several: bool
    notes: list[str] = field(default_factory=list)


def read_coded(
    path: str,
    text_col: str,
    label_col: str,
    group_cols: Sequence[str] = (),
    coder_cols: Sequence[str] = (),
) -> Table:
    """Read a CSV, TSV, JSON or JSON Lines file of coded texts, also gzipped.

    A label is a word or number; several are a list, or a mapping of label to whether it holds, or are parted by ``;``
    or ``|``. Rows without a text or a label are left out and counted; an empty list is a label: none of them.

    Raises
    ------
    UsageError
        For a file or column that is not there, and a format that is not known.
    InputError
        For a file that breaks the rules of its format.
    """
    raw = list(_raw(path))
    if not raw:
        raise InputError("there is no row", where=path)
    known = list(dict.fromkeys(name for row in raw for name in row))
    for name in (text_col, label_col, *group_cols, *coder_cols):
        if name not in known:
            close = get_close_matches(name, known, n=1)
            remedy = f'Did you mean "{close[0]}"?' if close else f"Columns: {', '.join(known)}."
            raise UsageError(f'there is no column "{name}"', where=path, remedy=remedy)
    several = any(_is_several(row.get(label_col)) for row in raw)
    rows: list[Coded] = []
    left: dict[str, list[int]] = {}
    for number, row in enumerate(raw, 1):
        text, labels = row.get(text_col), _labels(row.get(label_col))
        if not isinstance(text, str) or not text.strip():
            left.setdefault("without a text", []).append(number)
        elif labels is None:
            left.setdefault("without a label", []).append(number)
        else:
            groups = tuple(str(row.get(name) or "") for name in group_cols)
            coders = tuple(_labels(row.get(name)) for name in coder_cols)
            both = tuple(each for each in coders if each is not None)
            rows.append(Coded(number, text, labels, groups, both if len(both) == len(coders) else ()))
    notes = [f"left out {_rows(numbers)} {cause}" for cause, numbers in left.items()]
    return Table(rows, several, notes)


def _rows(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"1 row (row {numbers[0]})"
    shown = ", ".join(map(str, numbers[:5])) + (", ..." if len(numbers) > 5 else "")
    return f"{len(numbers)} rows ({shown})"


def _raw(path: str) -> Iterator[Mapping[str, Any]]:
    file = Path(path)
    if not file.is_file():
        raise UsageError("there is no such file", where=path)
    suffixes = [suffix.lower() for suffix in file.suffixes]
    opened = gzip.open if suffixes[-1:] == [".gz"] else open
    kind = ([each for each in suffixes if each != ".gz"] or [""])[-1]
    if kind not in (".csv", ".tsv", ".json", ".jsonl", ".ndjson"):
        raise UsageError(
            f'"{kind}" is no format of coded texts', where=path, remedy="Give CSV, TSV, JSON or JSON Lines."
        )
    try:
        with opened(file, "rt", encoding="utf-8-sig", newline="") as lines:
            if kind in (".csv", ".tsv"):
                csv.field_size_limit(max(csv.field_size_limit(), _LARGEST))
                yield from csv.DictReader(lines, delimiter="\t" if kind == ".tsv" else ",", restval="")
            elif kind == ".json":
                found = json.load(lines)
                if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
                    raise InputError("is no array of objects", where=path)
                yield from found
            else:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        row = json.loads(line)
                        if not isinstance(row, dict):
                            raise InputError("not a JSON object", where=f"{path}, line {number}")
                        yield row
    except (UnicodeDecodeError, ValueError, csv.Error, OSError) as error:
        raise InputError(f"cannot be read: {error}", where=path, remedy="It must be UTF-8.") from error


def _is_several(value: Any) -> bool:
    if isinstance(value, list | dict):
        return True
    return isinstance(value, str) and bool(_SEPARATORS.search(value))


def _labels(value: Any) -> frozenset[str] | None:
    """Labels of a cell; None where nothing was coded."""
    if isinstance(value, list):
        return frozenset(str(each).strip() for each in value if str(each).strip())
    if isinstance(value, dict):
        return frozenset(str(name) for name, holds in value.items() if holds)
    if isinstance(value, bool | int) or (isinstance(value, float) and value == value):
        return frozenset((str(int(value) if float(value).is_integer() else value),))
    if not isinstance(value, str) or value.strip().lower() in _EMPTY:
        return None
    return frozenset(part.strip() for part in _SEPARATORS.split(value) if part.strip())


def runs_of_three(text: str) -> frozenset[tuple[str, ...]]:
    """Runs of three words of a text; the whole of a shorter one."""
    words = _WORD.findall(text.lower())
    return frozenset(tuple(words[at : at + 3]) for at in range(max(1, len(words) - 2)))


def copies(texts: Sequence[str], near: float = NEAR) -> list[tuple[int, int]]:
    """Texts that say again what an earlier one said, each with the earlier one.

    Parameters
    ----------
    texts : sequence of str
    near : float
        Share of common runs of three words (Jaccard) from which two texts are one.

    Examples
    --------
    >>> copies(["The road was closed at noon today.", "Rain fell.", "The road was closed at noon today!"])
    [(2, 0)]
    """
    kept: list[tuple[int, frozenset[tuple[str, ...]]]] = []
    places: dict[tuple[str, ...], list[int]] = {}
    found = []
    for number, text in enumerate(texts):
        runs = runs_of_three(text)
        shared = Counter(at for run in runs for at in places.get(run, ()))
        for at, count in shared.most_common(3):
            if count >= near * (len(runs) + len(kept[at][1]) - count):
                found.append((number, kept[at][0]))
                break
        else:
            for run in runs:
                places.setdefault(run, []).append(len(kept))
            kept.append((number, runs))
    return found


def without_copies(table: Table) -> Table:
    """The table without texts that stand in it twice: copies in two folds would be learned by heart."""
    found = copies([row.text for row in table.rows])
    if not found:
        return Table(table.rows, table.several, [*table.notes, "no text stands in the data twice"])
    differ = sum(table.rows[later].labels != table.rows[earlier].labels for later, earlier in found)
    gone = {later for later, _ in found}
    note = f"left out {_rows([table.rows[at].row for at in sorted(gone)])} that repeat an earlier text"
    if differ:
        note += f", {differ} of them with other labels than it"
    rows = [row for at, row in enumerate(table.rows) if at not in gone]
    return Table(rows, table.several, [*table.notes, note])
