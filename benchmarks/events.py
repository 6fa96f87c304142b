"""How well articles are grouped by event, and how fast.

usage: python benchmarks/events.py CODED.jsonl [--texts FRACTION] [--undated] [--squeeze DAYS] [--among CORPUS]

CODED holds an article a line: {"id", "outlet", "date", "title", "text", "event"}; the event is only used to judge.
Prints B-cubed precision, recall and F1 (Bagga and Baldwin 1998) and the seconds it took, as coded and, where asked for,
with the texts cut to their first part, without dates, with the events moved into a span of days, or among others.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from framing.article import Article
from framing.compare.events import events
from framing.read import read

Coded = Sequence[tuple[Article, str]]


def coded(path: str) -> list[tuple[Article, str]]:
    """Articles with the event that each is coded to cover."""
    found = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = dt.date.fromisoformat(row["date"]) if row.get("date") else None
            article = Article(str(row["id"]), row["text"], row.get("title", ""), row.get("outlet", ""), day)
            found.append((article, str(row["event"])))
    return found


def bcubed(mine: dict[str, str], truth: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1, averaged over the articles that are coded."""
    groups: dict[str, set[str]] = defaultdict(set)
    events_of: dict[str, set[str]] = defaultdict(set)
    for article, event in truth.items():
        groups[mine[article]].add(article)
        events_of[event].add(article)
    shared = [(len(groups[mine[a]] & events_of[e]), len(groups[mine[a]]), len(events_of[e])) for a, e in truth.items()]
    precision = sum(both / group for both, group, _ in shared) / len(shared)
    recall = sum(both / event for both, _, event in shared) / len(shared)
    return precision, recall, 2 * precision * recall / (precision + recall)


def squeezed(given: Coded, days: int) -> list[tuple[Article, str]]:
    """The same events, each moved to some day of a short span; days between the articles of an event stay."""
    source = random.Random(0)
    first: dict[str, dt.date] = {}
    for article, event in given:
        if article.date:
            first[event] = min(first.get(event, article.date), article.date)
    start = {event: dt.date(2000, 1, 1) + dt.timedelta(days=source.randrange(days)) for event in sorted(first)}
    return [
        (replace(article, date=start[event] + (article.date - first[event])) if article.date else article, event)
        for article, event in given
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coded")
    parser.add_argument("--texts", type=float, metavar="FRACTION", help="cut the texts to their first part")
    parser.add_argument("--undated", action="store_true", help="take the dates away")
    parser.add_argument("--squeeze", type=int, metavar="DAYS", help="move the events into so many days")
    parser.add_argument("--among", metavar="CORPUS", help="other articles, of which nothing is judged")
    asked = parser.parse_args()
    given = coded(asked.coded)
    runs: dict[str, tuple[Coded, list[Article]]] = {"as coded": (given, [])}
    if asked.texts:
        cut = [(replace(each, text=each.text[: int(len(each.text) * asked.texts)]), event) for each, event in given]
        runs[f"first {asked.texts:.0%} of the texts"] = cut, []
    if asked.undated:
        runs["without dates"] = [(replace(each, date=None), event) for each, event in given], []
    if asked.squeeze:
        runs[f"within {asked.squeeze} days"] = squeezed(given, asked.squeeze), []
    if asked.among:
        others = [item for item in read([asked.among]) if isinstance(item, Article)]
        runs[f"among {len(others):,} others"] = given, others
    print(f"{'':28}  precision  recall     F1  articles  seconds")
    for name, (articles, others) in runs.items():
        started = time.perf_counter()
        found = events([*(article for article, _ in articles), *others])
        took = time.perf_counter() - started
        mine = {member.article: event.name for event, member in found.members}
        precision, recall, f1 = bcubed(mine, {article.id: event for article, event in articles})
        count = len(articles) + len(others)
        print(f"{name:28}  {precision:9.3f}  {recall:6.3f}  {f1:5.3f}  {count:8,}  {took:7.1f}")


if __name__ == "__main__":
    main()
