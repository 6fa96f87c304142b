"""A frame of your own: check its file, find its passages, compare outlets on it.

    python examples/add_a_frame.py

The same on the command line:

    framing lexicons check examples/my_frame.toml
    framing evidence examples/articles --frames "" --lexicon examples/my_frame.toml
"""

from pathlib import Path

import framing
from framing.lexicon.check import check
from framing.lexicon.load import lexicon

HERE = Path(__file__).parent
FRAME = str(HERE / "my_frame.toml")

blame = lexicon(FRAME)
remarks = list(check(blame))
print(f"{blame.title}: {len(blame.entries)} entries, {len(remarks)} remarks")

settings = framing.Settings(frames=(), lexicons=(FRAME,), actors=(str(HERE / "actors.toml"),))
comparison = framing.compare(framing.read(HERE / "articles"), settings=settings)
for group in comparison.groups:
    own, quoted = group["blame_own_per_1000"], group["blame_quoted_per_1000"]
    print(f"{group.name:18} own voice {own.value:4.1f}   quoting others {quoted.value:4.1f}   per 1,000 words")

for scored in comparison.articles:
    for found in scored.evidence:
        if found.label == "blame":
            who = "the outlet" if found.own else found.actor or "a source that is not known"
            print(f'{found.outlet}: "{found.surface}", said by {who}, {found.polarity}')
