"""Inflected and respelt forms of lexicon entries, made once when a lexicon is compiled.

Matching compares surface forms, so that no tagger or lemmatiser runs over the text. An entry names its part of
speech; its head word (the first word of a verb phrase, the last word before a preposition of a noun phrase) is
inflected, and British and American spellings and hyphenations are added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Literal, get_args

PartOfSpeech = Literal["", "noun", "verb", "adjective", "adverb"]
Form = Literal["", "base", "third", "past", "participle", "gerund", "singular", "plural"]

PARTS_OF_SPEECH: tuple[str, ...] = get_args(PartOfSpeech)

# past, participle (or one for both)
_IRREGULAR_VERBS: dict[str, tuple[str, str]] = {
    base: (past, participle)
    for base, past, participle in (
        line.split()
        for line in """
        arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent
        |bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken
        |breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burst burst burst
        |buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come
        |cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn
        |drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
        |fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden
        |forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
        |freeze froze frozen|get got got|give gave given|go went gone|grind ground ground|grow grew grown
        |hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt
        |keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|leave left left|lend lent lent
        |let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met
        |mislead misled misled|mistake mistook mistaken|offset offset offset|overcome overcame overcome
        |override overrode overridden|overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken
        |overthrow overthrew overthrown|pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt
        |ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
        |sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shoot shot shot|show showed shown
        |shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept
        |speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split|spread spread spread
        |stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck
        |strive strove striven|swear swore sworn|sweep swept swept|swing swung swung|take took taken|teach taught taught
        |tear tore torn|tell told told|think thought thought|throw threw thrown|undergo underwent undergone
        |understand understood understood|undertake undertook undertaken|uphold upheld upheld|wake woke woken
        |wear wore worn|weep wept wept|win won won|withdraw withdrew withdrawn|withhold withheld withheld
        |withstand withstood withstood|write wrote written
        """.replace("\n", " ").split("|")
        if line.strip()
    )
}
_IRREGULAR_NOUNS: dict[str, str] = dict(
    pair.split(":")
    for pair in """man:men woman:women child:children person:people foot:feet tooth:teeth mouse:mice
    crisis:crises analysis:analyses basis:bases thesis:theses hypothesis:hypotheses oasis:oases axis:axes
    phenomenon:phenomena criterion:criteria medium:media referendum:referendums memorandum:memorandums
    life:lives wife:wives knife:knives half:halves leaf:leaves loaf:loaves thief:thieves shelf:shelves self:selves
    troops:troops aircraft:aircraft series:series species:species police:police headquarters:headquarters
    embargo:embargoes veto:vetoes hero:heroes echo:echoes torpedo:torpedoes""".split()
)
# Qualities and masses; what stands for single things ("authorities", "weaknesses") is told apart below.
_NO_PLURAL = re.compile(r"(?:ics|ness|ism|hood|eignty|[^sua]s)$")
_COUNTED = re.compile(r"(?:witness|business|illness|sickness|weakness|likeness|harness|wilderness|neighbou?rhood)$")
_UNCOUNTED = frozenset(
    """austerity clarity credibility cybersecurity dignity electricity gravity humanity impunity insecurity
    instability integrity liquidity neutrality prosperity publicity security severity solidarity stability unity
    volatility""".split()
)
_MAN = re.compile(r"(?<=[a-z])(?<!hu)(?<!ger)(?<!ro)man$")
# verbs of several syllables that double their last consonant, stress being on it
_DOUBLING = frozenset(
    "abet abhor acquit admit allot annul begin commit compel concur confer control corral counterplot defer deter "
    "disbar dispel emit equip excel expel extol forbid forget incur infer inter kidnap occur omit outwit overlap "
    "patrol worship permit prefer propel rebut recur refer regret remit repel submit transfer transmit".split()
)
_DOUBLING_BRITISH = frozenset("cancel channel counsel dial fuel label level model quarrel signal travel".split())
_ONE_SYLLABLE_CVC = re.compile(r"^[^aeiou]*[aeiou][bcdfgklmnprtvz]$")
# What ends the head of a noun phrase: a preposition, or an adjective that stands with one.
_AFTER_HEAD = re.compile(
    r" (?:(?:familiar|close|briefed) )?(?:of|to|for|on|in|against|with|over|between|from|at|by|into|about|under|as) "
)
_PARTICLES = frozenset("up off out in by".split())
# Words that take the ending although others of the same compound follow: attorneys general, passers-by.
_INNER_HEAD = re.compile(
    r"\b(?:(?:attorney|consul|director|inspector|prosecutor|secretary|solicitor|undersecretary)(?=[ -]general$)"
    r"|(?:commander|father|mother|passer|runner)(?=-(?:by|in|up)\b))"
)

# British first; the American form is made from it, and the other way round.
_SPELLINGS = tuple(
    (re.compile(rf"\b{british}"), re.compile(rf"\b{american}"), british, american)
    for british, american in (
        pair.split(":")
        for pair in """defence:defense offence:offense pretence:pretense licence:license neighbour:neighbor
        labour:labor armour:armor honour:honor favour:favor behaviour:behavior harbour:harbor colour:color
        rumour:rumor endeavour:endeavor humour:humor vigour:vigor rigour:rigor centre:center theatre:theater
        programme:program cheque:check sceptic:skeptic manoeuvre:maneuver grey:gray tonne:ton plough:plow
        judgement:judgment acknowledgement:acknowledgment paedophile:pedophile aluminium:aluminum""".split()
    )
)
_ENDINGS: tuple[tuple[str, Form], ...] = (("ing", "gerund"), ("ed", "past"), ("s", "third"))
_ISE = re.compile(
    r"(?<=[a-z]{3})(?<!adv)(?<!surpr)(?<!exerc)(?<!comprom)(?<!prom)(?<!superv)(?<!rev)(?<!telev)(?<!improv)"
    r"(?<!expert)(?<!franch)(?<!enterpr)(?<!dev)(?<!prem)(?<!conc)(?<!prec)(?<!disgu)(?<!chast)(?<!dem)"
    r"is(e[ds]?|ing|ations?|ers?)\b"
)
_IZE = re.compile(r"(?<=[a-z]{3})iz(e[ds]?|ing|ations?|ers?)\b")


def plural(noun: str) -> str:
    """The plural of a noun, or the noun itself where it has none.

    Examples
    --------
    >>> plural("ally"), plural("crisis"), plural("spokeswoman"), plural("authority"), plural("security")
    ('allies', 'crises', 'spokeswomen', 'authorities', 'security')
    """
    if noun in _IRREGULAR_NOUNS:
        return _IRREGULAR_NOUNS[noun]
    if _MAN.search(noun):
        return noun[:-2] + "en"
    if noun in _UNCOUNTED or (_NO_PLURAL.search(noun) and not _COUNTED.search(noun)):
        return noun
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return noun + "es"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + "s"


def plural_phrase(phrase: str) -> str:
    """The plural of a noun phrase, which is that of its head: mostly the last word before a preposition.

    Examples
    --------
    >>> plural_phrase("head of state"), plural_phrase("source close to the talks"), plural_phrase("stand-off")
    ('heads of state', 'sources close to the talks', 'stand-offs')
    >>> plural_phrase("secretary-general"), plural_phrase("passer-by"), plural_phrase("young man")
    ('secretaries-general', 'passers-by', 'young men')
    """
    if inner := _INNER_HEAD.search(phrase):
        return phrase[: inner.start()] + plural(inner[0]) + phrase[inner.end() :]
    cut = _AFTER_HEAD.search(phrase)
    stem, rest = (phrase[: cut.start()], phrase[cut.start() :]) if cut else (phrase, "")
    before, blank, head = stem.rpartition(" ")
    first, hyphen, last = head.rpartition("-")
    many = first + hyphen + plural(last) if last not in _PARTICLES else head + "s"
    return before + blank + many + rest


def verb_forms(verb: str) -> dict[Form, tuple[str, ...]]:
    """Third person, past, participle and gerund of a verb.

    Examples
    --------
    >>> verb_forms("deny")
    {'base': ('deny',), 'third': ('denies',), 'past': ('denied',), 'participle': ('denied',), 'gerund': ('denying',)}
    >>> verb_forms("rebut")["past"], verb_forms("say")["participle"]
    (('rebutted',), ('said',))
    """
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        third = verb + "es"
    elif re.search(r"[^aeiou]y$", verb):
        third = verb[:-1] + "ies"
    else:
        third = {"have": "has"}.get(verb, verb + "s")
    doubled = verb + verb[-1]
    stems: tuple[str, ...] = (verb,)
    if verb in _DOUBLING or _ONE_SYLLABLE_CVC.match(verb):
        stems = (doubled,)
    elif verb in _DOUBLING_BRITISH:
        stems = (verb, doubled)
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        gerunds: tuple[str, ...] = (verb[:-2] + "ying" if verb.endswith("ie") else verb[:-1] + "ing",)
    else:
        gerunds = tuple(stem + "ing" for stem in stems)
    if verb in _IRREGULAR_VERBS:
        past, participle = _IRREGULAR_VERBS[verb]
        pasts: tuple[str, ...] = (past,)
        participles: tuple[str, ...] = (participle,)
    else:
        if verb.endswith("e"):
            pasts = (verb + "d",)
        elif re.search(r"[^aeiou]y$", verb):
            pasts = (verb[:-1] + "ied",)
        else:
            pasts = tuple(stem + "ed" for stem in stems)
        participles = pasts
    return {"base": (verb,), "third": (third,), "past": pasts, "participle": participles, "gerund": gerunds}


_MARKS = ".,;:!?-\"'()"
_FORM_OF: dict[str, Form] = {}
for _past, _participle in _IRREGULAR_VERBS.values():
    _FORM_OF.setdefault(_participle, "participle")
    _FORM_OF[_past] = "past"


def form_of(phrase: str) -> Form:
    """The form of the first verb of a phrase that is given as it stands.

    Examples
    --------
    >>> form_of("stated"), form_of("states that"), form_of("saying,"), form_of("told")
    ('past', 'third', 'gerund', 'past')
    """
    for part in phrase.split():
        word = part.strip(_MARKS)
        if word in _FORM_OF:
            return _FORM_OF[word]
        for ending, form in _ENDINGS:
            if len(word) > len(ending) + 1 and word.endswith(ending):
                return form
    return "base"


# Most terms have no spelling to change; one look tells.
_SPELT = re.compile("|".join(["is[eai]", "iz[eai]", *(each for pair in _SPELLINGS for each in pair[2:])]))


def _respelt(term: str) -> set[str]:
    spellings = {term}
    if not _SPELT.search(term):
        return spellings
    for british, american, uk, us in _SPELLINGS:
        spellings |= {british.sub(us, term), american.sub(uk, term)}
    spellings |= {_ISE.sub(r"iz\1", term), _IZE.sub(r"is\1", term)}
    return spellings


def _hyphenated(term: str) -> Iterator[str]:
    """``build-up`` also as ``buildup``, ``build up`` and, in headlines crawled with spaced marks, ``build - up``."""
    parts = term.split("-")
    for joints in product(("-", "", " ", " - "), repeat=len(parts) - 1):
        yield "".join(part + joint for part, joint in zip(parts, (*joints, ""), strict=True))


def forms(term: str, pos: PartOfSpeech) -> tuple[tuple[str, Form], ...]:
    """Every surface a lexicon entry matches, each with the grammatical form it is.

    Parameters
    ----------
    term : str
        The entry, lower case unless it is a name.
    pos : str
        ``noun``, ``verb``, or anything else for no inflection.

    Examples
    --------
    >>> sorted(surface for surface, _ in forms("declaration of war", "noun"))
    ['declaration of war', 'declarations of war']
    >>> [surface for surface, form in forms("mass troops", "verb") if form == "gerund"]
    ['massing troops']
    """
    inflected: list[tuple[str, Form]] = []
    if pos == "verb":
        head, blank, rest = term.partition(" ")
        for form, words in verb_forms(head).items():
            inflected += [(word + blank + rest, form) for word in words]
    elif pos == "noun":
        inflected = [(term, "singular"), (plural_phrase(term), "plural")]
    else:
        inflected = [(term, "")]
    found: dict[str, Form] = {}
    for surface, form in inflected:
        for spelling in sorted(_respelt(surface)):
            for variant in _hyphenated(spelling):
                found.setdefault(variant, form)
    return tuple(found.items())
