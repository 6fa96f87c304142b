"""Check the training sentences: form, balance, near-duplicates, and overlap with texts they must not be taken from.

usage: python benchmarks/training_sentences.py [FOLDER...]

Every text file under a FOLDER (also gzipped) is read as it stands, whatever its format: what counts is whether ten
words in a row of a training sentence stand in it. Ends with code 1 where something is wrong.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from framing.learned.labelled import copies

ROOT = Path(__file__).parents[1] / "lexicons" / "training"
FRAMES = frozenset("threat diplomacy sovereignty economic humanitarian legal".split())
VOICES = frozenset("narration direct indirect mixed".split())
KEYS = frozenset("id text frames voice setting kind".split())
RUN = 10
_WORD = re.compile(r"[^\W_]+")
_READ = frozenset(".jsonl .json .csv .tsv .txt .html .md .gz".split())


def rows() -> list[dict[str, Any]]:
    """All training sentences."""
    files = sorted(ROOT.glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def wrong(found: list[dict[str, Any]]) -> Iterator[str]:
    """What breaks the form."""
    seen: set[str] = set()
    for row in found:
        where = row.get("id", "?")
        if row.keys() != KEYS:
            yield f"{where}: keys {sorted(row.keys() ^ KEYS)}"
        elif where in seen:
            yield f"{where}: the id stands twice"
        elif not set(row["frames"]) <= FRAMES or not set(row["frames"].values()) <= {"asserted", "denied"}:
            yield f"{where}: frames {row['frames']}"
        elif row["voice"] not in VOICES or not row["text"].strip():
            yield f"{where}: voice or text"
        seen.add(where)


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Runs of words."""
    words = _WORD.findall(text.lower())
    yield from zip(*(words[at:] for at in range(RUN)), strict=False)


def overlaps(found: list[dict[str, Any]], folders: list[str]) -> Iterator[str]:
    """Training sentences that share a run of words with a text."""
    owners: dict[int, str] = {hash(run): row["id"] for row in found for run in runs(row["text"])}
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and path.suffix in _READ:
                raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
                shared = {
                    owners[key]: run for run in runs(raw.decode("utf-8", "replace")) if (key := hash(run)) in owners
                }
                for name, run in sorted(shared.items()):
                    yield f"{name}: {' '.join(run)} ({path.name})"


def balance(found: list[dict[str, Any]]) -> Iterator[str]:
    """Counts."""
    yield f"{len(found)} sentences of {len({row['setting'] for row in found})} settings"
    labels = Counter((frame, polarity) for row in found for frame, polarity in row["frames"].items())
    for frame in sorted(FRAMES):
        yield f"  {frame:14} asserted {labels[frame, 'asserted']:5}  denied {labels[frame, 'denied']:5}"
    yield f"  {'none':14} {sum(not row['frames'] for row in found):5}"
    for key in ("voice", "kind"):
        counts = Counter(row[key] for row in found)
        yield f"  {key:14} " + ", ".join(f"{name} {number}" for name, number in counts.most_common())


def main() -> None:
    """Print what was found."""
    found = rows()
    for line in balance(found):
        print(line)
    problems = list(wrong(found))
    pairs = copies([row["text"] for row in found], near=0.5)
    problems += [f"{found[later]['id']}: nearly the same as {found[earlier]['id']}" for later, earlier in pairs]
    problems += overlaps(found, sys.argv[1:])
    for line in problems:
        print(line)
    print(f"{len(problems)} problems")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
