from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.read.language import detect, verdict

OTHERS = {
    "German": "Der Hafenmeister sagte am Montag, dass die neue Fähre nicht vor dem Herbst fahren wird. Die Stadt hat"
    " für das Schiff mehr ausgegeben, als im Haushalt vorgesehen war.",
    "French": "Le maître du port a déclaré lundi que le nouveau bateau ne partirait pas avant l'automne. La ville a"
    " dépensé pour ce projet plus que ce qui était prévu.",
    "Spanish": "El jefe del puerto dijo el lunes que el nuevo barco no saldrá antes del otoño. La ciudad ha gastado en"
    " el proyecto más de lo que estaba previsto.",
    "Portuguese": "O chefe do porto disse na segunda-feira que o novo barco não sairá antes do outono. A cidade gastou"
    " com o projeto mais do que estava previsto.",
    "Italian": "Il capo del porto ha detto lunedì che il nuovo battello non partirà prima dell'autunno. La città ha"
    " speso per il progetto più di quanto era previsto.",
    "Dutch": "De havenmeester zei maandag dat de nieuwe veerboot niet voor de herfst zal varen. De stad heeft aan het"
    " project meer uitgegeven dan was voorzien.",
    "Swedish": "Hamnchefen sade på måndagen att den nya färjan inte går före hösten. Staden har lagt mer pengar på"
    " projektet än vad som var planerat.",
    "Norwegian": "Havnesjefen sa mandag at den nye ferjen ikke går før høsten. Byen har brukt mer penger på prosjektet"
    " enn det som var planlagt.",
    "Polish": "Szef portu powiedział w poniedziałek, że nowy prom nie wypłynie przed jesienią. Miasto wydało na ten"
    " projekt więcej, niż było to przewidziane.",
    "Czech": "Šéf přístavu v pondělí řekl, že nový trajekt nevypluje před podzimem. Město na projekt vydalo více peněz,"
    " než bylo v rozpočtu, a opozice se ptá, jak je to možné.",
    "Turkish": "Liman müdürü pazartesi günü yeni feribotun sonbahardan önce kalkmayacağını söyledi. Kent bu proje için"
    " daha fazla para harcadı ve muhalefet buna karşı çıktı, çok kişi de şikayet etti.",
    "Indonesian": "Kepala pelabuhan mengatakan pada hari Senin bahwa kapal baru itu tidak akan berlayar sebelum musim"
    " gugur. Kota telah mengeluarkan lebih banyak uang untuk proyek itu.",
    "Hungarian": "A kikötő vezetője hétfőn azt mondta, hogy az új komp nem indul el ősz előtt. A város több pénzt"
    " költött a tervre, mint amennyi a költségvetésben volt.",
    "Romanian": "Șeful portului a spus luni că noul feribot nu va pleca înainte de toamnă. Orașul a cheltuit pentru"
    " proiect mai mulți bani decât era prevăzut în buget.",
    "Finnish": "Sataman johtaja sanoi maanantaina, että uusi lautta ei lähde ennen syksyä. Kaupunki on käyttänyt"
    " hankkeeseen enemmän rahaa kuin oli suunniteltu, ja oppositio on vihainen.",
    "Croatian": "Šef luke je u ponedjeljak rekao da novi trajekt neće isploviti prije jeseni. Grad je za projekt"
    " potrošio više novca nego što je bilo predviđeno.",
    "Russian": "Начальник порта заявил в понедельник, что новый паром не выйдет в море до осени.",
    "Ukrainian": "Начальник порту заявив у понеділок, що новий пором не вийде в море до осені, бо грошей немає.",
    "Arabic": "قال مدير الميناء يوم الاثنين إن العبارة الجديدة لن تبحر قبل الخريف.",
    "Chinese": "港务局长周一表示，新渡轮在秋天之前不会启航。",
    "Japanese": "港長は月曜日、新しいフェリーは秋まで出航しないと述べた。",
    "Korean": "항만 책임자는 월요일에 새 여객선이 가을 전에는 출항하지 않을 것이라고 말했다.",
    "Greek": "Ο λιμενάρχης είπε τη Δευτέρα ότι το νέο πλοίο δεν θα φύγει πριν από το φθινόπωρο.",
}

ENGLISH = [
    "Ferry late again",
    "Captain warns islands: no bread, no boats",
    "Die Hard actor opens Los Angeles harbour",
    "",
    "2021 14.2 15.1 13.9\n2022 11.0 12.4 18.8\nTotal 25.2 27.5 32.7",
    "Real Quay 2-1 Las Olas\nDe Haven 0-0 El Mar\nLa Costa 3-2 Los Faros\nPorto Vela 1-0 Den Dam\nLe Cap 4-4 St Mer",
    "Ilse van den Berg, Juan de la Cruz, Maria dos Santos and Piet van der Meer were on board, the company said.",
    "“Nous ne sommes pas contre la mer, mais pas à ce prix,” the captain told reporters from Le Port and El Faro, who"
    " had waited for him since the early morning. He would not say when the ferry was to sail again, and the company"
    " did not answer questions that had been sent to it.",
    "KYIV, Jan 12 - Oleksandr Petrenko, Serhiy Kovalenko and Kateryna Shevchenko bought tickets; Volodymyr Bondarenko"
    " and Oksana Tkachenko did not, because there were none left when they came.",
]


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_told_by_name(language):
    assert detect(OTHERS[language])[0] == language


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_let_in_with_foreign_names_quotes_and_numbers(text):
    assert detect(text)[0] == "English"


@pytest.mark.parametrize("stated", ["en", "EN-gb", "eng", "English", "en_US"])
def test_a_text_stated_to_be_english_is_believed(stated):
    assert verdict(OTHERS["German"], stated).english


@pytest.mark.parametrize(
    ("stated", "reason"),
    [("de", "is given as German"), ("French", "is given as French"), ("pt-BR", "is given as Portuguese")],
)
def test_a_text_stated_to_be_of_another_language_is_believed_too(stated, reason):
    assert verdict("Ferry late again", stated).reason == reason


def test_a_text_that_is_clearly_english_is_kept_whatever_is_stated():
    assert verdict(ENGLISH[-2], "de") == (True, "", True)


@pytest.mark.parametrize("stated", ["", "und", "unknown", "3", "the usual"])
def test_what_states_nothing_is_passed_over(stated):
    assert verdict(OTHERS["Dutch"], stated).reason == "appears to be Dutch"


def test_what_stands_before_the_article_does_not_count():
    front = "titel: der die das und ist nicht mit auf\n\n"

    assert verdict(front + ENGLISH[-1], start=len(front)).english


@given(st.text(), st.text(max_size=8))
def test_every_text_has_a_verdict(text, stated):
    language, sure = detect(text)

    assert language
    assert 0 <= sure <= 1
    assert verdict(text, stated).english or verdict(text, stated).reason
