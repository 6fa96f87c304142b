"""Speed and memory of scoring.

usage: python benchmarks/speed.py CORPUS [--articles N] [--jobs N]

CORPUS is anything `framing score` reads. Prints articles and megabytes of text a second for the complete scoring in
one process, the share of each stage, and the peak memory of `framing score` on a quarter, a half and all of the
articles, each in a process of its own: it should not grow with their number.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from itertools import islice

from framing.article import Article
from framing.pipeline import instrument
from framing.read import read

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


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--articles", type=int, default=400, help="how many to read")
    options = parser.parse_args()

    articles = list(islice((a for a in read([options.corpus]) if isinstance(a, Article)), options.articles))
    megabytes = sum(len(a.text.encode()) + len(a.title.encode()) for a in articles) / 1e6
    measured_with = instrument()
    for article in articles[:20]:
        measured_with.score(article)

    started = time.process_time()
    documents = [measured_with.analyser.document(article) for article in articles]
    structure = time.process_time() - started
    stages = {"structure": structure}
    for scorer in measured_with.scorers:
        started = time.process_time()
        for document in documents:
            scorer.measure(document, scorer.find(document))
        stages[f"scorer {scorer.name}"] = time.process_time() - started
    whole = sum(stages.values())
    print(f"{len(articles)} articles, {megabytes:.2f} MB, one process, processor time")
    print(f"complete scoring   {megabytes / whole:7.2f} MB/s   {len(articles) / whole:7.0f} articles/s")
    for name, seconds in stages.items():
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
