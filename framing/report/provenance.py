"""What a report says about where it came from; no absolute path, no name of a person or machine."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Sequence
from pathlib import Path

from framing import resources
from framing.lexicon.actors import ActorBook
from framing.lexicon.schema import Lexicon
from framing.report.accuracy import ACCURACY
from framing.report.options import InputNote, LexiconNote, Provenance
from framing.scoring import Scored


def provenance(
    lexicons: Sequence[Lexicon],
    book: ActorBook,
    scored: Sequence[Scored],
    *,
    models: Sequence[tuple[str, str, str]] = (),
    inputs: Sequence[str] = (),
    command: Sequence[str] = (),
) -> Provenance:
    """Versions and hashes of everything that took part.

    Parameters
    ----------
    lexicons, book
        What was measured with.
    scored : sequence of Scored
        What came out, for the number of articles of each input.
    models : sequence of (str, str, str)
        Id, hash and a sentence about each model that took part.
    inputs : sequence of str
        As the user named them.
    command : sequence of str
        The words of the command line; folders above a file are left out.
    """
    used = {row.actor for each in scored for row in each.evidence if row.actor}
    return Provenance(
        version=resources.version(),
        command=" ".join(_relative(word) for word in command),
        python=platform.python_version(),
        platform=platform.system(),
        lexicons=(*map(_lexicon, lexicons), *map(_model, models), *map(_actors, book.versions)),
        inputs=tuple(InputNote(Path(name).name, _digest(name), _given(name, scored)) for name in inputs),
        timestamp=_timestamp(),
        actors=tuple(sorted((key, actor.name) for key, actor in book.actors.items() if key in used)),
        accuracy=ACCURACY,
    )


def _lexicon(item: Lexicon) -> LexiconNote:
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


def _model(model: tuple[str, str, str]) -> LexiconNote:
    name, digest, definition = model
    return LexiconNote(
        id=f"model {name}",
        label="model",
        kind="model",
        title=f"Model: {name}",
        version="",
        sha256=digest,
        entries=0,
        definition=definition,
    )


def _actors(file: tuple[str, str, str]) -> LexiconNote:
    name, number, digest = file
    return LexiconNote(
        id=name,
        label="actors",
        kind="actors",
        title=f"Actors: {name}",
        version=number,
        sha256=digest,
        entries=0,
        definition="Who the sources may be.",
    )


def _relative(word: str) -> str:
    """A path without the folders above it; a word with blanks in quotation marks."""
    name = Path(word).name if os.path.isabs(word) or ".." in Path(word).parts else word
    return f'"{name}"' if " " in name else name


def _digest(name: str) -> str:
    path = Path(name)
    return resources.sha256(path.read_bytes()) if path.is_file() else ""


def _given(name: str, scored: Sequence[Scored]) -> int:
    """Articles an input gave, told by where they say they come from."""
    starts = (name, Path(name).name)
    return sum(each.document.article.origin.startswith(starts) for each in scored)


def _timestamp() -> str | None:
    """Only what the environment fixes, so that the same input gives the same bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).isoformat() if epoch.isdigit() else None
