"""Who a source is: names, offices, metonyms, and who "he" and "the minister" are."""

from __future__ import annotations

import pytest

DATE = "2022-02-15"


@pytest.fixture
def speakers(analyse):
    """Actor and role of every statement of a text."""

    def speakers(text: str, **fields):
        return [(made.actor, made.role) for made in analyse(text, **{"date": DATE, **fields}).attributions]

    return speakers


@pytest.mark.parametrize(
    ("source", "actor", "role"),
    [
        # states, their seats, organs and officials
        ("Moscow", "RUS", "government"),
        ("The Kremlin", "RUS", "government"),
        ("Russia", "RUS", "government"),
        ("The White House", "USA", "government"),
        ("Downing Street", "GBR", "government"),
        ("Beijing", "CHN", "government"),
        ("The Pentagon", "USA", "military"),
        ("The Chinese foreign ministry", "CHN", "government"),
        ("A spokesman for the German foreign ministry", "DEU", "government"),
        ("The Russian foreign ministry's spokesman", "RUS", "government"),
        ("A senior official at the Ukrainian defence ministry", "UKR", "government"),
        ("Ukrainian officials", "UKR", "government"),
        ("The Russian president", "RUS", "government"),
        ("The Ukrainian army", "UKR", "military"),
        ("A Ukrainian lawmaker", "UKR", "legislature"),
        ("The US Embassy in Ukraine", "USA", "government"),
        ("The Russian ambassador in London", "RUS", "government"),
        ("A judge in The Hague", "NLD", "judiciary"),
        ("The opposition leader in Minsk", "BLR", "opposition"),
        ("The Ukrainian governor's office", "UKR", "government"),
        # people, by name, office and day
        ("President Putin", "RUS", "government"),
        ("Sergei Lavrov", "RUS", "government"),
        ("Russian Foreign Ministry spokeswoman Maria Zakharova", "RUS", "government"),
        ("Turkey's Erdogan", "TUR", "government"),
        ("Johnson, the British prime minister,", "GBR", "government"),
        ("Belarus's opposition leader Svetlana Tikhanovskaya", "BLR", "opposition"),
        ("NATO Secretary General Jens Stoltenberg", "NATO", "international_organisation"),
        ("EU foreign policy chief Josep Borrell", "EU", "international_organisation"),
        # organisations and others
        ("The European Union", "EU", "international_organisation"),
        ("The OSCE", "OSCE", "international_organisation"),
        ("UN Secretary-General Antonio Guterres", "UN", "international_organisation"),
        ("The International Criminal Court", "ICC", "international_organisation"),
        ("Hamas", "HAMAS", "armed_group"),
        ("The Red Cross", "ICRC", "civil_society"),
        ("The chief executive of Gazprom", "RUS", "business"),
        ("The Moscow Times", "RUS", "media"),
        ("An economist at Oxford University", "GBR", "expert"),
        ("The Polish teachers' union", "POL", "civil_society"),
        ("A Moscow resident", "RUS", "citizen"),
        ("Residents of Kherson", "UKR", "citizen"),
        ("Marta, a pensioner in Kharkiv,", "UKR", "citizen"),
        # a role without an actor, and nobody known
        ("Two senior Western diplomats", None, "government"),
        ("Pro-Russian separatists", None, "armed_group"),
        ("Anti-Russian protesters", None, "citizen"),
        ("A Russian-backed mayor", None, "government"),
        ("Some experts", None, "expert"),
        ("Ivo Petrenkov", None, None),
        ("Nowik", None, None),
        ("She", None, None),
    ],
)
def test_who_speaks(speakers, source, actor, role):
    assert speakers(f"{source} said the road was open.") == [(actor, role)]


def test_a_place_where_something_is_said_is_no_source(speakers):
    assert speakers("In Moscow, a fisherman said the road was open.") == [(None, "citizen")]
    assert speakers("In Moscow, the road was open and nobody spoke.") == []


@pytest.mark.parametrize(
    ("date", "who"),
    [
        ("2010-06-01", ("NOR", "government")),
        ("2022-02-15", ("NATO", "international_organisation")),
    ],
)
def test_the_date_tells_which_office_a_person_holds(speakers, date, who):
    assert speakers("Stoltenberg said the road was open.", date=date) == [who]


def test_without_a_date_the_office_in_the_text_tells(speakers):
    text = "NATO Secretary General Jens Stoltenberg said the road was open."

    assert speakers(text, date="") == [("NATO", "international_organisation")]


RUS, POL, UKR, DEU = ((state, "government") for state in ("RUS", "POL", "UKR", "DEU"))
NATO = ("NATO", "international_organisation")
UNKNOWN = (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # he, she, it, they
        ("Putin warned of a long winter. He said the drills would end.", [RUS, RUS]),
        ("Lavrov said the road was open. The rain stopped. He said the bridge was gone.", [RUS, RUS]),
        ("The Kremlin said the road was open. It said the bridge was gone.", [RUS, RUS]),
        ("Germany said the road was open. They said the bridge was gone.", [DEU, DEU]),
        ("Lavrov said the road was open. They said nothing.", [RUS, UNKNOWN]),
        ("Anna Berg, a nurse in Kharkiv, said the road was open. She said the bridge was gone.",
         [("UKR", "citizen")] * 2),
        ("The Polish ambassador, Jan Nowik, said the road was open. He said the bridge was gone.", [POL, POL]),
        ("Putin warned of a long winter. The Polish ambassador, Jan Nowik, said the road was open. "
         "He said the bridge was gone.", [RUS, POL, POL]),
        ("Putin warned of a long winter. The Polish ambassador said he feared a flood.", [RUS, POL, POL]),
        ("Maria Zakharova said the road was open. According to her, the bridge was gone.", [RUS, RUS]),
        ("Sherman said the road was open. It is wet, she added.", [("USA", "government")] * 2),
        # who
        ("The guests were led by Lavrov, who said the road was open.", [RUS]),
        ("They met the Polish foreign minister, who said the road was open.", [POL]),
        # the minister, the alliance
        ("Polish minister Jan Nowik said the road was open. Later the minister added that it was wet.", [POL, POL]),
        ("NATO sent ships. The alliance said the road was open.", [NATO]),
        ("The UN met. The world body said the road was open.", [("UN", "international_organisation")]),
        ("The alliance said the road was open.", [UNKNOWN]),
        # the ministry, the officials
        ("The Polish foreign ministry said the road was open. The ministry said the bridge was gone.",
         [POL, POL]),
        ("Polish officials said the road was open. The officials feared a flood.", [POL, POL]),
        # of several namesakes the one named in full; "the West" is nobody's surname
        ("Boris Johnson met the guests. Mr Johnson said the road was open.", [("GBR", "government")]),
        ("Kyiv heard the West's warning that the road was closed.", [UNKNOWN]),
        # a bare surname, introduced before or after
        ("Polish foreign minister Jan Nowik met the guests. Nowik said the road was open.", [POL]),
        ("Alexander Grushin, Russia's deputy foreign minister, said the road was open. "
         '"We waited for a month," Grushin said.', [RUS, RUS]),
        ('"We waited for a month," Grushin said. Alexander Grushin, Russia\'s deputy foreign minister, spoke in Minsk.',
         [RUS]),
        ("Nowik said the road was open. Later the Polish foreign minister Jan Nowik left.", [POL]),
        ("Jan Nowik is a painter from Riga. Nowik said the road was open.", [UNKNOWN]),
        # shared subjects
        ("Lavrov rejected the offer and said the road was open.", [RUS, RUS]),
        ('"The road is open," Lavrov said, adding that the bridge was gone.', [RUS, RUS]),
    ],
)  # fmt: skip
def test_who_is_meant(speakers, text, expected):
    assert speakers(text) == expected


def test_the_text_introduces_whom_the_title_names(analyse):
    text = "Polish foreign minister Jan Nowik spoke on Monday."
    title = analyse(text, title="Nowik: the road stays open for all", field="title")

    assert [(made.actor, made.role) for made in title.attributions] == [POL]


def test_several_sources_are_several_actors(analyse):
    text = "Germany and France said the road was open."
    [made] = analyse(text).attributions

    assert made.actors == ("DEU", "FRA")
    assert [span.of(text) for span in made.sources] == ["Germany", "France"]
    assert made.actor == "DEU"


@pytest.mark.parametrize(
    ("text", "stance", "act"),
    [
        ("The ministry said the road was open.", "neutral", "say"),
        ("The ministry claimed the road was open.", "distancing", "assert"),
        ("The ministry confirmed that the road was open.", "endorsing", "say"),
        ("The ministry admitted that the road was closed.", "endorsing", "admit"),
        ("The ministry denied that the road was closed.", "neutral", "deny"),
        ("The ministry warned of a flood.", "neutral", "warn"),
        ("The ministry asked whether the road was open.", "neutral", "ask"),
        ("The ministry accused the mayor of theft.", "distancing", "accuse"),
        ("The ministry praised the mayor for his work.", "neutral", "praise"),
        ("The ministry believes the road is open.", "neutral", "believe"),
    ],
)
def test_stance_and_act_of_the_word_that_reports(analyse, text, stance, act):
    [made] = analyse(text).attributions

    assert (made.stance, made.act) == (stance, act)


def test_a_negated_cue_is_known_as_such(analyse):
    [negated] = analyse("The ministry did not deny that the road was closed.").attributions
    [plain] = analyse("The ministry denied that the road was closed.").attributions

    assert (negated.negated, plain.negated) == (True, False)


@pytest.mark.parametrize("text", ["We said the road was open.", "We hope that the road is open."])
def test_the_writers_own_words_are_nobody_elses(analyse, text):
    [made] = analyse(text).attributions

    assert not made.voiced


def test_a_missing_cue_or_source_makes_a_relation_less_sure(analyse):
    def sure(text):
        [made] = analyse(text).attributions
        return made.confidence

    assert sure('"The road is open to all of us," Lavrov said.') > sure("Lavrov said the road was open.")
    assert sure("Lavrov said the road was open.") > sure("It was reported that the road was open.") > 0
    assert sure('"The road is open to all of us," Lavrov said.') > sure('"The road is open to all of us."')
