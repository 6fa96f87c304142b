"""One event in several texts: the same statement under different verbs, and what only one of them has.

python examples/same_story.py
"""

from pathlib import Path

import framing

HERE = Path(__file__).parent
settings = framing.Settings(actors=(str(HERE / "actors.toml"),))
story = framing.same_story(framing.read(HERE / "articles"), settings=settings)

for statement in story.statements:
    print(f"{statement.actor or 'somebody'}, {'word for word' if statement.verbatim else 'in paraphrase'}:")
    for saying in statement.sayings:
        print(f"    {saying.place.group:18} {saying.cue or '(no verb)':24} {saying.share:4.0%}  {saying.text}")
for group in story.groups:
    for kind in ("source", "number"):
        found = [item.text for item in story.items(group, kind)]
        if found:
            print(f"{kind} only in {group}: {', '.join(found)}")
for text in story.texts:
    if not text.complete:
        print(f"{text.article} {text.reason}")
