"""Is this English? Told offline, by the small words no text can do without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_READ = 3000
"""How many characters are looked at: the language of an article shows in its first paragraphs."""

_FIRST_LOOK = 1000
_ENGLISH = frozenset(
    """the of and that with from are were which has had have been this their they who would said there when what its
    than about into could also those these because while where being did does against between during before after
    not but his she you if more some only""".split()
)
"""English words that are rare in other languages. News prose is a quarter of such words."""

_SHARED = frozenset(
    """a an in on at as so no do or be me my us am up over i men son to for was is it he by we all die man her him
    more of not his had has has but if she""".split()
)
"""Words of English and of another language, which speak for neither."""

_ENOUGH = 20
_ENGLISH_SHARE = 0.13
_IN_NAMES = frozenset("de la le les el los las du des der den von van da di do dos das del al san e i o y".split())
"""Words that come with foreign names: of themselves they make no foreign text."""

_FUNCTION_WORDS: Mapping[str, str] = {
    "German": "der die das und ist nicht ein eine einen einem einer dem den des von mit sich auf für im auch dass wird"
    " werden wurde wurden sind haben hat nach bei aus wie über zu zum zur noch nur aber vor sei durch unter gegen kann"
    " sein ihre diese dieser kein keine wieder schon wenn sagte mehr",
    "French": "le la les des est et un une du dans que pour pas sur au aux avec ce cette il elle sont par plus ne"
    " se ses ont été mais nous leur après selon entre comme avait être fait qui l d c",
    "Spanish": "el la los las de que y en un una por con para es del se no su al lo como más pero sus le ha fue este"
    " esta entre también cuando sobre según desde hasta contra han son ser había porque",
    "Portuguese": "o os as de que e do da em um uma para é com não por mais dos das no na se foi ao pelo pela são"
    " também como mas sua seu entre já ou quando muito nos está após segundo disse ser",
    "Italian": "il lo la i gli le di che e è un una per con non sono del della dei delle nel nella si da al alla come"
    " anche più ha ma dal dalla questo ai suo dopo stato loro sul sulla hanno gli essere",
    "Dutch": "de het een van en in is dat op te zijn met voor niet die aan er ook als bij om uit door naar heeft over"
    " maar hij wordt worden werd nog zich deze tegen geen hebben onder kan dan zal",
    "Swedish": "och att det som en på är av för den med till inte har de ett om var han från men sig så kan vi eller"
    " efter under också när mot vid sin säger ska skulle hade blir mellan",
    "Danish": "og at det som en på er af for den med til ikke har de et om var han fra men sig så kan vi eller efter"
    " under også når mod ved sin siger skal ville havde bliver mellem blev",
    "Norwegian": "og at det som en på er av for den med til ikke har de et om var han fra men seg så kan vi eller"
    " etter under også når mot ved sin sier skal ville hadde blir mellom ble",
    "Polish": "i w na z się nie że do to jest o jak po co tak za od przez dla są oraz który która które był była było"
    " tym tego przed między także już ich jego pod przy może została został",
    "Czech": "a v na se je že s z do o i to jako by pro ale po byl byla bylo jsou který která které také podle jeho"
    " jen už při mezi ve ze k od tak nebo však před bude není další",
    "Romanian": "și de în la cu pe care nu un o din este pentru că mai să se a au fost prin după dar sunt al ale"
    " acest această între ca fi sau lui lor către fiind despre",
    "Hungarian": "a az és hogy nem is egy ez azt volt csak már mint de ha meg el szerint vagy után között lesz kell"
    " pedig még ami amely ezt lehet minden ellen miatt most arra",
    "Turkish": "ve bir bu için ile da de olarak çok daha olan gibi en sonra kadar ise ancak var değil tarafından göre"
    " ne ki ya her o olduğunu dedi ettiği arasında karşı üzerinde",
    "Finnish": "ja on ei se että oli ovat mutta kun hän joka myös mukaan kuin ole sen jos niin hänen voi ollut tai"
    " vain nyt sitä ovat kanssa jälkeen sekä olisi vielä joka siitä",
    "Indonesian": "yang dan di dari untuk dengan tidak ini itu pada dalam akan ke telah oleh juga adalah karena ada"
    " bahwa mereka sebagai tersebut bisa kata kami atau para lebih saat setelah",
    "Vietnamese": "và của là có không được trong cho một các đã với người những này khi từ ra vào đến để về như cũng"
    " ông tại nhưng theo còn sẽ",
    "Albanian": "dhe në të e për nga një me që është se ka i nuk kjo ky janë si por më u do kanë ishte edhe pas"
    " mund duke tij",
    "Croatian": "i je u na se da za su od s kao koji koja koje ne će bi iz to o ali li nije što sa po ili biti samo"
    " nakon kako već prema bio bila dok te",
    "Slovenian": "in je v na se da za so pa ki z ni tudi od po kot pri bi iz s bo še bil bila lahko ter ali kako"
    " zaradi med proti pred",
    "Slovak": "a v na sa je že s z do o i to ako by pre ale po bol bola bolo sú ktorý ktorá ktoré tiež podľa jeho"
    " len už pri medzi vo zo k od tak alebo však pred bude nie",
    "Lithuanian": "ir yra kad į iš su tai buvo bet kaip apie už po nuo jo ne jis taip dėl prie per pat kuris kurie"
    " tik jau bus savo šis prieš",
    "Latvian": "un ir ka no uz ar par kas tas bija bet kā arī pēc pie to tika nav lai vai ko šo gan līdz savu viņš"
    " būs tiek jau",
    "Estonian": "ja on ei et see oli ka mis kui aga oma ta kes ning selle siis või seda veel tema pärast ole nii"
    " need kuid eest",
    "Catalan": "el la els les de que i en un una per amb és del no al es seu com més ha però són aquest aquesta entre"
    " també va dels segons perquè han fins",
    "Tagalog": "ang ng sa na mga ay at ni si para hindi ito kay nang siya may ko din rin kung ayon niya sila pa"
    " bilang naman isang",
    "Malay": "yang dan di dari untuk dengan tidak ini itu pada dalam akan ke telah oleh juga adalah kerana ada bahawa"
    " mereka sebagai tersebut boleh kata kami atau para lebih selepas",
    "Swahili": "ya na wa kwa katika ni la za kuwa hiyo huo cha hii huu yake wake pia baada lakini kama hivyo alisema"
    " ambao sana watu",
}

_SCRIPTS = (  # of each script: its letters, what only some of its languages have, and what it is called otherwise
    ("\u0400-\u052f", (("Ukrainian", "іїєґІЇЄҐ"), ("Russian", "ыэёЫЭЁ")), "a language in Cyrillic script"),
    ("\u0600-\u06ff\u0750-\u077f", (("Urdu", "ےہٹڈ"), ("Persian", "پچژگکی")), "Arabic"),
    ("\u3040-\u30ff\u3400-\u9fff", (("Japanese", "\u3040-\u30ff"),), "Chinese"),
    ("\uac00-\ud7af\u1100-\u11ff", (), "Korean"),
    ("\u0370-\u03ff\u1f00-\u1fff", (), "Greek"),
    ("\u0590-\u05ff", (), "Hebrew"),
    ("\u0900-\u097f", (), "Hindi"),
    ("\u0980-\u09ff", (), "Bengali"),
    ("\u0e00-\u0e7f", (), "Thai"),
    ("\u10a0-\u10ff", (), "Georgian"),
    ("\u0530-\u058f", (), "Armenian"),
)

_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(
    "[\u0370-\u1cff\u1f00-\u1fff\u2c80-\u2cff\u3040-\ua4cf\ua840-\uabff\uac00-\ud7ff\uf900-\ufaff]"
)
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _FUNCTION_WORDS.items():
    for _word in set(_words.split()) - _SHARED:
        _LANGUAGES_OF.setdefault(_word, []).append(_language)
_CODES = dict(
    pair.split("=")
    for pair in """de=German fr=French es=Spanish pt=Portuguese it=Italian nl=Dutch sv=Swedish da=Danish no=Norwegian
    nb=Norwegian nn=Norwegian pl=Polish cs=Czech ro=Romanian hu=Hungarian tr=Turkish fi=Finnish id=Indonesian
    vi=Vietnamese sq=Albanian hr=Croatian sr=Serbian bs=Bosnian sl=Slovenian sk=Slovak lt=Lithuanian lv=Latvian
    et=Estonian ca=Catalan tl=Tagalog ms=Malay sw=Swahili uk=Ukrainian ru=Russian be=Belarusian bg=Bulgarian el=Greek
    he=Hebrew fa=Persian ur=Urdu ar=Arabic ja=Japanese ko=Korean zh=Chinese hi=Hindi bn=Bengali th=Thai ka=Georgian
    hy=Armenian""".split()
)
_NAMES = {name.casefold(): name for name in _CODES.values()}
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*")
_NOTHING_SAID = frozenset(("und", "mul", "mis", "zxx", "nan", "n/a", "unknown", "none", "null", "other"))


class Verdict(NamedTuple):
    """Whether a text is taken as English; if not, why; and whether that goes against what its file says."""

    english: bool
    reason: str = ""
    contradicts: bool = False


def verdict(text: str, stated: str = "", start: int = 0) -> Verdict:
    """Decide whether a text is to be scored.

    What a language column states is believed, except that a text which is clearly English is kept whatever its
    column says: columns of languages are often those of a feed, not of an article.

    Parameters
    ----------
    text : str
        The text.
    stated : str
        What its language column says: a code (``en``, ``eng``, ``en-GB``), a name, or nothing.
    start : int
        Where in `text` the article begins.

    Examples
    --------
    >>> verdict("Die Fähre war auch am Montag zu spät, und der Hafen blieb für die Schiffe gesperrt.").reason
    'appears to be German'
    """
    said = stated.strip().casefold()
    code = re.split("[-_]", said)[0]
    if code in ("en", "eng", "english"):
        return Verdict(True)
    language, confidence = detect(text, start)
    if said not in _NOTHING_SAID and (said in _NAMES or _CODE.fullmatch(said)):
        if language == "English" and confidence == 1:
            return Verdict(True, contradicts=True)
        return Verdict(False, f"is given as {_NAMES.get(said) or _CODES.get(code) or stated.strip()}")
    return Verdict(language == "English", f"appears to be {language}")


def detect(text: str, start: int = 0) -> tuple[str, float]:
    """The language of a text, and how sure that is, from 0 (nothing speaks for another language) to 1.

    English is what is left when nothing speaks for another language: tables, headlines and texts of a few words
    are not set aside.

    Examples
    --------
    >>> detect("Ferry late again")
    ('English', 0.0)
    """
    glance = text[start : start + _FIRST_LOOK].lower().split()
    if len(glance) >= _ENOUGH and sum(map(_ENGLISH.__contains__, glance)) >= _ENGLISH_SHARE * len(glance):
        return "English", 1.0
    sample = text[start : start + _READ]
    words = _WORD.findall(sample.lower())
    if not words:
        return "English", 0.0
    if not sample.isascii():
        foreign = len(_OTHER_SCRIPT.findall(sample))
        letters = sum(map(len, words))
        if 2 * foreign > letters:
            return _by_script(sample), min(1.0, foreign / letters)
    return _by_words(words)


def _by_words(words: list[str]) -> tuple[str, float]:
    english = sum(map(_ENGLISH.__contains__, words))
    hits: dict[str, list[str]] = {}
    for word in words:
        for language in _LANGUAGES_OF.get(word, ()):
            hits.setdefault(language, []).append(word)
    best = max(hits, key=lambda language: (len(set(hits[language])) * len(hits[language]), language), default="")
    evidence = [word for word in hits.get(best, ()) if word not in _IN_NAMES]
    sure = len(evidence) / (len(evidence) + english) if evidence else 0.0
    kinds = len(set(evidence))
    many = kinds >= 3 or (kinds == 2 and len(set(hits[best])) >= 4)
    enough = many and len(evidence) >= 0.1 * len(words)
    if english <= 0.02 * len(words) and len(words) >= 2 * _ENOUGH:  # no English to speak of: half as much will do
        enough = kinds >= 5 and len(evidence) >= 0.04 * len(words)
    if not enough or sure < 0.6 or english >= _ENGLISH_SHARE * len(words):
        return "English", 1 - sure if english else 0.0
    return best, sure


def _by_script(sample: str) -> str:
    counts = [len(re.findall(f"[{letters}]", sample)) for letters, _, _ in _SCRIPTS]
    most = max(counts)
    _, variants, other = _SCRIPTS[counts.index(most)]
    for name, letters in variants:
        if len(re.findall(f"[{letters}]", sample)) > 0.02 * most:
            return name
    return other if most else "a language in another script"
