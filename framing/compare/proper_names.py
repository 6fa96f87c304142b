"""Names of people, places and organisations, in whatever spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from framing.compare.story_words import WORD
from framing.structure.document import Passage
from framing.structure.nouns import Mention
from framing.structure.word_classes import class_of

_PART = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+|['’][A-ZÀ-Þ]?[a-zß-ÿ]+)*|[A-ZÀ-Þ][a-zß-ÿ]*[A-ZÀ-Þ][a-zß-ÿ]+|[A-Z]\."
_BODY = r"['’] (?=Party|Union|Association|Federation|Council|Front|League|Congress)"
_NAME = re.compile(
    rf"(?<![\w@#.’'-])(?:{_PART})(?:(?:{_BODY}|(?: (?:de|del|van|von|der|den|al|bin|la|le))? )(?:{_PART}))*(?!\w)"
)
# Where a heading stands inside a text, nearly every word has a capital.
_STRETCH = re.compile(r"(?:[^\n|.!?]|[.!?](?!\s))+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("a an the and or of for in on at to by with from as".split())
_MOST_CAPITALS, _HEADING_WORDS = 0.9, 5
_POSSESSIVE = re.compile(r"['’]s?$")
# What may stand before a name, and never makes one.
_TITLES = frozenset(
    """mr mrs ms dr sir lady lord prof professor president prime minister foreign defence defense deputy assistant
    secretary undersecretary general gen lt lieutenant colonel col captain capt admiral adm major sergeant spokesman
    spokeswoman spokesperson ambassador envoy senator sen rep representative congressman governor gov mayor chancellor
    king queen prince princess pope chairman chairwoman director chief leader head official officials minister judge
    justice state ministry department committee council agency office government parliament party union article
    former press army navy university center centre institute association federal national international the
    a""".split()
)
_CREDITS = re.compile(r"\b(?:contributed|reporting by|editing by|reported from|additional reporting)\b", re.IGNORECASE)
_FIRM = frozenset(("name", "city"))


class ProperName(NamedTuple):
    """A name where it stands.

    Parameters
    ----------
    start, end : int
        Half-open.
    text : str
        Without titles and possessive endings.
    actor : str or None
        Who or what it is, where the actor lexicons know it.
    """

    start: int
    end: int
    text: str
    actor: str | None


@lru_cache(maxsize=50_000)
def spelling(word: str) -> str:
    """What spellings of one name have in common: "Zelensky", "Zelenskyy" and "Zelenskiy"; "Sergei" and "Sergey".

    Examples
    --------
    >>> spelling("Zelenskyy’s") == spelling("Zelensky") == spelling("Zelenskiy")
    True
    """
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'").replace("y", "i")
    return re.sub(r"(.)\1+", r"\1", word).rstrip("i") or word


def untitled(name: str) -> str:
    """What stands after the last title or office in a name; nothing is left of a title alone.

    Examples
    --------
    >>> untitled("Foreign Minister Arvo Lunt"), untitled("Secretary General")
    ('Arvo Lunt', '')
    """
    words = name.split()
    titles = [at for at, word in enumerate(words) if word.rstrip(".").lower() in _TITLES]
    return " ".join(words[titles[-1] + 1 :] if titles else words)


def proper_names(passage: Passage) -> Iterator[ProperName]:
    """Names of two words or more, and single ones of states and places that the actor lexicons know.

    What is masked is left out, as are the lines that say who wrote a report.
    """
    headings = [(stretch.start(), stretch.end()) for stretch in _STRETCH.finditer(passage.text) if _heading(stretch[0])]
    for match in _NAME.finditer(passage.text):
        bare = _POSSESSIVE.sub("", match[0])
        name = untitled(bare)
        start = match.start() + bare.rindex(name) if name else match.start()
        end = start + len(name)
        if not name or not passage.words(start, end) or _credited(passage, start):
            continue
        meant = [each for each in passage.mentions if each.start < end and start < each.end]
        words = name.split()
        if len(words) == 1 and not _known(meant, start, end):
            continue
        # "Former Soviet", "Turn Back": words of any kind that a headline or the head of a sentence has given capitals.
        if len(words) > 1 and any(class_of(word.lower()) not in "NEP" for word in (words[0], words[-1])):
            continue
        # "Equity Being Considered"
        if any(class_of(word.lower()) == "A" for word in words[1:-1]):
            continue
        if not meant and any(first <= start < last for first, last in headings):
            continue
        yield ProperName(start, end, name, next((each.actor for each in meant if each.actor), None))


def _heading(stretch: str) -> bool:
    """Whether a sentence, a line, or what stands between two bars, has the capitals of a heading, which make no names.

    Examples
    --------
    >>> _heading("Game Theory, Immigration Laws and Equity Being Considered")
    True
    >>> _heading("Minister Arvo Lunt met the envoy of Tessaly in Port Selwyn on Friday.")
    False
    """
    words = [word for word in _LETTERS.findall(stretch) if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _HEADING_WORDS and capitals >= _MOST_CAPITALS * len(words)


def _known(meant: list[Mention], start: int, end: int) -> bool:
    return any(each.actor and each.kind in _FIRM and (each.start, each.end) == (start, end) for each in meant)


def _credited(passage: Passage, offset: int) -> bool:
    sentence = passage.sentence_at(offset)
    return sentence is not None and bool(_CREDITS.search(passage.text, sentence.start, sentence.end))


def spellings(text: str) -> Iterator[str]:
    """Every word of a text, and every part of a compound, for comparing names with."""
    for found in WORD.finditer(text):
        yield spelling(found[0])
        if "-" in found[0]:
            yield from map(spelling, found[0].split("-"))
