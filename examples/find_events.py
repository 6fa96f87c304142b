"""Which articles cover the same event, why, and which carry another's text.

python examples/find_events.py
"""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import framing

corpus = framing.read(Path(__file__).parent / "articles")
port = [article for article in corpus if article.date]
later = framing.Article(
    id="brenn-ledger-2031-03-15",
    outlet="Brenn Ledger",
    date=dt.date(2031, 3, 15),
    title="Thaw floods the lower town of Brenn",
    text="Meltwater from the Vasel hills flooded cellars in the lower town of Brenn on Saturday. Nobody was hurt.",
)
first = next(article for article in port if article.outlet == "Harbour Post")
reprint = replace(first, id="port-echo", outlet="Port Echo", text=f"From our partners. {first.text}")

for event in framing.events([*port, later, reprint]):
    print(f"* {event.name}: {len(event.members)} articles, {event.texts} texts, {', '.join(event.outlets)}")
    for member in event.members:
        copied = f", copy of {member.copy_of} ({member.copied:.0%})" if member.copied else ""
        print(f"    {member.article}{copied}: {member.reason}")
