"""Word classes: enough grammar to find subjects and clauses without a tagger.

Every token gets one letter. Regular expressions over the string of letters then read like the phrases they find, and
run at the speed of the engine. Closed classes are listed; an open-class word is a name when it has a capital and a
noun otherwise, which is what subjects of reporting verbs mostly are.

=====  ==========================================================
``D``  determiner or possessive pronoun
``I``  personal pronoun
``P``  name: a capital inside a sentence, or a capital elsewhere on a word that is not a function word
``N``  any other word
``E``  lower-case word in -ed or -ing: a verb or an adjective
``#``  figure
``G``  possessive 's
``o``  of
``q``  for, from, at, with, by: prepositions that belong to a noun phrase after a name too
``p``  other prepositions
``t``  to
``A``  auxiliary, modal, copula
``X``  not, n't, never
``R``  adverb
``T``  day, month, or other word of time
``C``  and, or, nor
``S``  that, because, while and other words that open a clause
``W``  who, which, what, how
``Q``  a whole quotation
``V``  verb that reports, once it is known as one
=====  ==========================================================

Punctuation stands for itself; dashes are ``-``.
"""

from __future__ import annotations

CLOSED: dict[str, str] = {}
for _letter, _words in {
    "D": """the a an this these those his her its their my our your some any all both each every many several few most
            another such certain other more one two three four five six seven eight nine ten dozens hundreds""",
    "I": "he she they it we i you us me him them himself herself themselves itself someone somebody everyone nobody",
    "o": "of",
    "q": "for from at with by",
    "p": """in on about against between among under over during within without toward towards across near behind beyond
            into onto through amid around along inside outside above below upon via regarding concerning despite besides
            than like per after before since until following according""",
    "t": "to",
    "A": """is are was were be been being am has have had having do does did will would can could may might shall should
            must 're 've 'd 'll 'm cannot ca wo""",
    "X": "not n't 't never no",
    "G": "'s",
    "R": """also later then again still already once ever now just only even too further earlier soon often always
            meanwhile however instead therefore thus nevertheless nonetheless rather quite very moreover furthermore
            previously recently repeatedly reportedly allegedly once twice ago here there so well yet perhaps maybe
            likewise otherwise both long""",
    "T": """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february
            march april june july august september october november december week weeks month months year years morning
            afternoon evening night weekend""",
    "C": "and or nor & plus",
    "S": """that because while when as if although though whether where unless whereas but lest once until whilst""",
    "W": "who which whom whose what how why",
}.items():
    for _word in _words.split():
        CLOSED.setdefault(_word, _letter)

_DASH = frozenset("-–—―")


def class_of(original: str) -> str:
    """The class of a token by its letters, wherever it stands."""
    word = original.lower()
    known = CLOSED.get(word)
    if known is not None:
        if word == "us":
            return "P" if original == "US" else "I"
        if known in "AI" and original[0].isupper() and word != "i":
            return "P"  # "May", "Will"
        return known
    head = original[0]
    if head.isdigit():
        return "#"
    if not (head.isalpha() or head in "'’"):
        return "-" if head in _DASH else head
    if head.isupper():
        return "P"
    if word.endswith("ly") and len(word) > 4:
        return "R"
    return "E" if word.endswith(("ed", "ing")) and len(word) > 4 else "N"
