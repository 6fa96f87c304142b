"""Codings of the same items by several people, from a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def codings_option(command: Command) -> Command:
    """Where the codings are."""
    return click.option(
        "--codings",
        metavar="FILE",
        help="Table with columns coder, item, code: tells how far the coders agree (Krippendorff's alpha, Fleiss' "
        "kappa).",
    )(command)


def codings_of(path: str | None) -> list[tuple[str, str, str]]:
    """Rows of a CSV or TSV file with the columns coder, item and code."""
    import csv

    from framing.errors import UsageError

    if path is None:
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t" if path.lower().endswith(".tsv") else ",")
        missing = [name for name in ("coder", "item", "code") if name not in (reader.fieldnames or ())]
        if missing:
            found = ", ".join(reader.fieldnames or ()) or "none"
            raise UsageError(
                f"there is no column {' or '.join(missing)} (found: {found})",
                where=path,
                remedy="A coding is a row with the columns coder, item and code.",
            )
        return [(row["coder"], row["item"], row["code"]) for row in reader]
