"""From files to a page in three calls, and the numbers behind it.

python examples/compare_outlets.py [report.html]
"""

import sys
from pathlib import Path

import framing

HERE = Path(__file__).parent
page = sys.argv[1] if len(sys.argv) > 1 else "report.html"
settings = framing.Settings(actors=(str(HERE / "actors.toml"),))

corpus = framing.read(HERE / "articles")
comparison = framing.compare(corpus, by="outlet", settings=settings)
framing.report(comparison, page, settings=settings)

print(
    f"{len(corpus)} articles read, {len(corpus.excluded)} set aside; {comparison.mode} mode: {comparison.mode_reason}"
)
for name in ("threat_own_per_1000", "sovereignty_per_1000", "hedge_own_per_1000", "quoted_words_share"):
    title = next(spec.title for spec in comparison.specs if spec.name == name)
    print(title)
    for group in comparison.groups:
        measure = group[name]
        print(f"    {group.name:18} {measure.value:6.2f}  ({measure.numerator:g} over {measure.denominator:g} words)")
print(f"wrote {page}")
