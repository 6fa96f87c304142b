"""Derive lexicons/syllables.txt from the CMU Pronouncing Dictionary.

usage: python benchmarks/derive_syllables.py CMUDICT.dict > lexicons/syllables.txt

The dictionary (cmudict.dict, BSD-2-Clause, https://github.com/cmusphinx/cmudict) gives pronunciations; a vowel is
marked by a digit for its stress, and each vowel is a syllable. Only words whose count differs from the rule in
framing/scorers/readability.py are kept, grouped by their count.
"""

from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

from framing.scorers.readability import rule_syllables

counts: dict[int, list[str]] = {}
seen: set[str] = set()
for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
    word, *phones = line.split("#")[0].split()
    if not re.fullmatch(r"[a-z]+", word) or word in seen:
        continue
    seen.add(word)
    syllables = sum(phone[-1].isdigit() for phone in phones)
    if syllables and syllables != rule_syllables(word):
        counts.setdefault(syllables, []).append(word)

print("# Syllables of words where the rule errs. Derived from the CMU Pronouncing Dictionary; notice in NOTICE.")
for syllables, words in sorted(counts.items()):
    for part in textwrap.wrap(" ".join(words), 110):
        print(syllables, part)
