"""Reading for a command: what was left out is counted, told and never ends the run."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import click

from framing.article import Article, Excluded
from framing.cli.failures import NothingToAnalyseError
from framing.cli.options import Asked

Kept = TypeVar("Kept")

_EVERY = 0.2


@dataclass(slots=True)
class Run:
    """Articles of a command's inputs, with a tally of what happened to them."""

    asked: Asked
    excluded: list[Excluded] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    outlets: set[str] = field(default_factory=set)
    count: int = 0
    started: float = field(default_factory=time.monotonic)
    _shown: float = 0.0

    def articles(self) -> Iterator[Article]:
        """Every article that can be scored, in order."""
        from framing.read import read

        for item in read(self.asked.inputs, options=self.asked.read, notes=self.notes):
            if isinstance(item, Excluded):
                self.excluded.append(item)
            else:
                self.count += 1
                self.outlets.add(item.outlet)
                yield item
            self._progress()

    def _progress(self) -> None:
        now = time.monotonic()
        if now - self._shown > _EVERY and now - self.started > 1 and _interactive() and not self.asked.quiet:
            self._shown = now
            click.echo(f"\r{self.count:,} articles ", nl=False, err=True)

    def finish(self, wrote: str = "") -> None:
        """Say what was done; list what was left out.

        Raises
        ------
        NothingToAnalyseError
            If there was no article.
        click.exceptions.Exit
            With code 1 if something was excluded and the run is strict.
        """
        if self._shown:
            click.echo("\r" + " " * 30 + "\r", nl=False, err=True)
        if not self.asked.quiet:
            for note in self.notes:
                click.echo(f"note: {note}", err=True)
        if not self.asked.quiet or not self.count:
            for item in self.excluded[:20]:
                remedy = f" ({item.remedy})" if item.remedy else ""
                click.echo(f"excluded: {item.origin}: {item.reason}{remedy}", err=True)
            if len(self.excluded) > 20:
                click.echo(f"excluded: {len(self.excluded) - 20:,} more", err=True)
        if not self.count:
            raise NothingToAnalyseError(
                "there is nothing to analyse",
                remedy="Give files, folders or patterns that hold articles; `framing report --help` lists the formats.",
            )
        if not self.asked.quiet:
            parts = [_many(self.count, "article"), _many(len(self.outlets), "outlet"), f"{len(self.excluded)} excluded"]
            parts += [wrote] if wrote else []
            click.echo(f"✓ {' · '.join(parts)} · {time.monotonic() - self.started:.1f} s", err=True)
        if self.asked.strict and self.excluded:
            raise click.exceptions.Exit(1)


def settled(items: Iterable[Kept]) -> list[Kept]:
    """A list of what stays until the command ends, and is not looked through for garbage again and again."""
    made = list(items)
    gc.freeze()
    return made


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _interactive() -> bool:
    """Whether somebody watches stderr: a terminal, and no continuous integration even if colour is forced."""
    return sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"
