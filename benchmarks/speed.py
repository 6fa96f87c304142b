"""Speed and memory of scoring.

usage: python benchmarks/speed.py CORPUS [--articles N] [--rounds N]

CORPUS is anything `framing score` reads. Prints articles and megabytes of text a second for the complete scoring in
one process, the share of each stage, and the peak memory of `framing score` on a quarter, a half and all of the
articles, each in a process of its own: it should not grow with their number.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from framing.article import Article
from framing.instrument import Instrument, instrument
from framing.read import read
from framing.scoring import TextScorer
from framing.structure import build
from framing.structure.document import Document

Result = TypeVar("Result")
# As many articles as `framing score` looks at together.
BATCH = 64
_WORD = re.compile(r"\w+")

_CHILD = """
import resource, sys
from itertools import islice
from framing.article import Article
from framing.pipeline import rows
from framing.read import read
articles = (item for item in read([sys.argv[1]]) if isinstance(item, Article))
count = sum(1 for _ in rows(islice(articles, int(sys.argv[2])), "article"))
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def clocked(work: Callable[..., Result], seconds: list[float]) -> Callable[..., Result]:
    """The same function, which keeps how long it took."""

    def run(*given: object) -> Result:
        started = time.perf_counter()
        result = work(*given)
        seconds.append(time.perf_counter() - started)
        return result

    return run


def _words(articles: Sequence[Article]) -> None:
    for article in articles:
        _WORD.findall(article.text)


def _complete(measured_with: Instrument, articles: Sequence[Article]) -> None:
    for _ in measured_with.score_all(articles):
        pass


def _documents(measured_with: Instrument, articles: Sequence[Article]) -> list[Document]:
    return measured_with.analyser.documents(articles)


def _score(scorer: TextScorer, documents: Sequence[Document]) -> None:
    scorer.prepare(documents)
    for document in documents:
        scorer.measure(document, scorer.find(document))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--articles", type=int, default=400, help="how many to read")
    parser.add_argument("--rounds", type=int, default=5, help="how many times to score each")
    options = parser.parse_args()

    articles = list(islice((a for a in read([options.corpus]) if isinstance(a, Article)), options.articles))
    megabytes = sum(len(a.text.encode()) + len(a.title.encode()) for a in articles) / 1e6
    measured_with = instrument()
    for article in articles[:20]:
        measured_with.score(article)

    spent: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[[], Result]) -> Result:
        started = time.perf_counter()
        result = work()
        spent.setdefault(name, []).append(time.perf_counter() - started)
        return result

    # Finding who says what is part of the structure; its functions are timed where they are called, unless compiled.
    attribution: list[float] = []
    for name in ("quotations", "mentions", "analyse", "attribute"):
        setattr(build, name, clocked(getattr(build, name), attribution))
    batches = [articles[at : at + BATCH] for at in range(0, len(articles), BATCH)]
    for batch in batches * options.rounds:
        timed("reference", partial(_words, batch))
        timed("complete", partial(_complete, measured_with, batch))
        attribution.clear()
        documents = timed("structure", partial(_documents, measured_with, batch))
        if attribution:
            spent.setdefault("  attribution", []).append(sum(attribution))
        for scorer in measured_with.scorers:
            timed(f"scorer {scorer.name}", partial(_score, scorer, documents))
    # The best of the rounds for each batch: what the machine does besides only ever adds.
    best = {
        name: sum(min(seconds[at :: len(batches)]) for at in range(len(batches))) for name, seconds in spent.items()
    }
    whole, reference = best.pop("complete"), best.pop("reference")
    plain = build.__file__.endswith(".py")
    print(f"{len(articles)} articles, {megabytes:.2f} MB, one process, best of {options.rounds} rounds")
    print(f"what reads the texts is {'not ' if plain else ''}compiled: {Path(build.__file__).parent}")
    print(f"complete scoring   {megabytes / whole:7.2f} MB/s   {len(articles) / whole:7.0f} articles/s")
    print(f"  as many times as long as finding the words with a regular expression: {whole / reference:.0f}")
    stage = sum(best[f"scorer {name}"] for name in ("agency", "hedging", "reporting"))
    print(f"  commitment, reporting and agency together {megabytes / stage:7.2f} MB/s")
    for name, seconds in best.items():
        print(f"  {name:18} {100 * seconds / whole:5.1f} %   {megabytes / seconds:7.2f} MB/s")

    print("\npeak memory of scoring a corpus, a row an article")
    for part in (4, 2, 1):
        number = options.articles // part
        done = subprocess.run(
            [sys.executable, "-c", _CHILD, options.corpus, str(number)], capture_output=True, text=True, check=True
        )
        count, kilobytes = done.stdout.split()
        print(f"  {int(count):7,} articles   {int(kilobytes) / 1024:7.0f} MB")


if __name__ == "__main__":
    main()
