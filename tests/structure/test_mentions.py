"""Words that name an actor, and those that only look so."""

from __future__ import annotations

import datetime as dt

import pytest

from framing.lexicon.actors import Office, Person
from framing.structure.mentions import person_on


def named(passage) -> list[tuple[str, str | None, str]]:
    return [(passage.text[found.start : found.end], found.actor, found.kind) for found in passage.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow and Washington met in Sochi.", [("Moscow", "RUS", "seat"), ("Washington", "USA", "seat"),
         ("Sochi", "RUS", "city")]),
        ("The U.S., the US and the United States", [("U.S.", "USA", "name"), ("US", "USA", "name"),
         ("United States", "USA", "name")]),
        ("Let us go to China.", [("China", "CHN", "name")]),
        ("Russians and Ukrainian troops", [("Russians", "RUS", "demonym"), ("Ukrainian", "UKR", "demonym")]),
        ("the European Parliament", [("European Parliament", "EU", "organ")]),
        ("Sergei Lavrov met Lavrov's deputy.", [("Sergei Lavrov", "RUS", "person"), ("Lavrov", "RUS", "person")]),
        ("President Putin", [("Putin", "RUS", "person")]),
        ("KREMLIN DENIES IT", [("KREMLIN", "RUS", "seat")]),
        # whom others side with is not who they are
        ("pro-Russian rebels, Russian-backed rebels, anti-Russian feeling", []),
        ("US-led talks and an ex-Soviet state", []),
        ("ethnic Russians in the town", []),
        # other people of that name
        ("Ivo Putin, a baker, sang.", []),
        ("the kremlin and turkey soup", []),
    ],
)  # fmt: skip
def test_what_is_named(analyse, text, expected):
    assert named(analyse(text, date="2022-02-15")) == expected


LIND = Person("Ada Lind", "SWE", "government", (
    Office("minister", "government", "SWE", dt.date(2010, 1, 1), dt.date(2012, 1, 1)),
))  # fmt: skip
OTHER = Person("Bo Lind", "FIN", "government", (
    Office("minister", "government", "FIN", dt.date(2014, 1, 1), dt.date(2016, 1, 1)),
))  # fmt: skip
THIRD = Person("Cy Lind", "SWE", "expert", ())


@pytest.mark.parametrize(
    ("people", "year", "who"),
    [
        ([LIND], 2011, ("SWE", "government")),
        ([LIND, OTHER], 2011, ("SWE", "government")),
        ([LIND, OTHER], 2015, ("FIN", "government")),
        ([LIND, OTHER], 2013, None),
        ([LIND, OTHER], None, None),
        ([LIND, THIRD], None, ("SWE", "expert")),
    ],
)
def test_a_name_that_several_share_is_resolved_where_only_one_can_be_meant(people, year, who):
    assert person_on(people, dt.date(year, 6, 1) if year else None) == who
