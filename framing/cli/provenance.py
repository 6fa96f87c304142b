"""What a report says about where it came from; no absolute path, no name of a person or machine."""

from __future__ import annotations

import datetime as dt
import os
import platform
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from framing import resources
from framing.cli.doctor import version

if TYPE_CHECKING:
    from framing.lexicon.schema import Lexicon
    from framing.pipeline import Instrument
    from framing.report import LexiconNote, Provenance
    from framing.scoring import Scored


def provenance(measured_with: Instrument, inputs: Sequence[str], scored: Sequence[Scored]) -> Provenance:
    """Versions, hashes and the command line of this run.

    Parameters
    ----------
    measured_with : Instrument
        What was measured with.
    inputs : sequence of str
        As the user named them.
    scored : sequence of Scored
        What came out, for the number of articles of each input.
    """
    from framing.report import InputNote, Provenance
    from framing.report.accuracy import ACCURACY

    used = {row.actor for each in scored for row in each.evidence if row.actor}
    book = measured_with.book
    return Provenance(
        version=version(),
        command=shlex.join(["framing", *(_relative(part) for part in sys.argv[1:])]),
        python=platform.python_version(),
        platform=platform.system(),
        lexicons=(*map(_lexicon, measured_with.lexicons), *map(_actors, book.versions)),
        inputs=tuple(
            InputNote(Path(name).name, _digest(name), sum(_from(name, each) for each in scored)) for name in inputs
        ),
        timestamp=_timestamp(),
        actors=tuple(sorted((key, actor.name) for key, actor in book.actors.items() if key in used)),
        accuracy=ACCURACY,
    )


def _lexicon(item: Lexicon) -> LexiconNote:
    from framing.report import LexiconNote

    return LexiconNote(
        id=item.id,
        label=item.label,
        kind=item.kind,
        title=item.title,
        version=item.version,
        sha256=item.sha256,
        entries=len(item.entries),
        definition=item.definition,
        includes=item.includes,
        excludes=item.excludes,
        licence=item.licence,
    )


def _actors(file: tuple[str, str, str]) -> LexiconNote:
    from framing.report import LexiconNote

    name, number, digest = file
    return LexiconNote(
        id=f"actors/{name}",
        label="actors",
        kind="actors",
        title=f"Actors: {name}",
        version=number,
        sha256=digest,
        entries=0,
        definition="Who the sources may be.",
    )


def _relative(part: str) -> str:
    """Paths without the folders above them."""
    return Path(part).name if os.path.isabs(part) else part


def _digest(name: str) -> str:
    path = Path(name)
    return resources.sha256(path.read_bytes()) if path.is_file() else ""


def _from(name: str, scored: Scored) -> bool:
    origin = scored.document.article.origin
    return origin.startswith((name, Path(name).name))


def _timestamp() -> str | None:
    """Only what the environment fixes, so that the same input gives the same bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).isoformat() if epoch.isdigit() else None
