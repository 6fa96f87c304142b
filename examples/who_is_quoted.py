"""Who is quoted, where, and how: quotations to a table by actor.

python examples/who_is_quoted.py
"""

from collections import Counter
from pathlib import Path

import framing
from framing.pipeline import rows

HERE = Path(__file__).parent
# The event is invented: its states and people are in a list of their own, which wins over the one that comes along.
settings = framing.Settings(actors=(str(HERE / "actors.toml"),))

corpus = framing.read(HERE / "articles")
quotations = list(rows(corpus, "quotation", settings))
outlets = sorted({row["outlet"] for row in quotations})
counts = Counter((row["actor"] or "unresolved", row["outlet"]) for row in quotations)
direct = Counter(row["actor"] or "unresolved" for row in quotations if row["kind"] == "direct")
totals = Counter(row["actor"] or "unresolved" for row in quotations)

print(f"{'actor':12}" + "".join(f"{outlet[:16]:>18}" for outlet in outlets) + f"{'word for word':>16}")
for actor, total in totals.most_common():
    cells = "".join(f"{counts[actor, outlet]:18}" for outlet in outlets)
    print(f"{actor:12}{cells}{direct[actor] / total:16.0%}")

print(f"\n{'':18}{'quoted first by':>16}{'effective number':>18}  sides (quoted words)")
for outlet, balance in framing.source_balance(corpus, settings=settings).items():
    sides = ", ".join(f"{side.label} {side.words}" for side in balance.by_side)
    first = balance.first[0][0] if balance.first else "nobody"
    print(f"{outlet[:18]:18}{first:>16}{balance.effective_number_corrected:18.1f}  {sides}")
