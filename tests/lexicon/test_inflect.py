from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon.inflect import form_of, forms, plural, plural_phrase, verb_forms


def surfaces(term: str, pos: str) -> set[str]:
    return {surface for surface, _ in forms(term, pos)}


@pytest.mark.parametrize(
    "line",
    """threat threats|ally allies|envoy envoys|army armies|crisis crises|loss losses|box boxes|church churches
    |bus buses|man men|spokeswoman spokeswomen|human humans|child children|veto vetoes|leaf leaves|wife wives
    |talks talks|troops troops|sanctions sanctions|politics politics|aircraft aircraft|species species
    |sovereignty sovereignty|separatism separatism|referendum referendums|phenomenon phenomena
    |security security|humanity humanity|readiness readiness|weakness weaknesses|facility facilities
    |neighbourhood neighbourhoods|hostility hostilities
    |city cities|authority authorities|fatality fatalities|community communities|university universities
    |witness witnesses|business businesses""".replace("\n", "").split("|"),
)
def test_plurals(line):
    one, many = line.split()

    assert plural(one) == many


@pytest.mark.parametrize(
    "line",
    """head of state, heads of state|member of parliament, members of parliament|editor in chief, editors in chief
    |source close to the matter, sources close to the matter|person familiar with it, people familiar with it
    |commander-in-chief, commanders-in-chief|attorney general, attorneys general|secretary-general, secretaries-general
    |major general, major generals|passer-by, passers-by|stand-off, stand-offs|young man, young men
    |riot police, riot police|small business, small businesses""".split("|"),
)
def test_plurals_of_phrases(line):
    one, many = line.strip().split(", ")

    assert plural_phrase(one) == many


@pytest.mark.parametrize(
    "line",
    """warn warns warned warned warning|deny denies denied denied denying|stay stays stayed stayed staying
    |claim claims claimed claimed claiming|mass masses massed massed massing|fix fixes fixed fixed fixing
    |invade invades invaded invaded invading|agree agrees agreed agreed agreeing|dye dyes dyed dyed dyeing
    |die dies died died dying|echo echoes echoed echoed echoing|veto vetoes vetoed vetoed vetoing
    |plan plans planned planned planning|stop stops stopped stopped stopping|bomb bombs bombed bombed bombing
    |vow vows vowed vowed vowing|offer offers offered offered offering|visit visits visited visited visiting
    |admit admits admitted admitted admitting|control controls controlled controlled controlling
    |say says said said saying|tell tells told told telling|go goes went gone going|have has had had having
    |overthrow overthrows overthrew overthrown overthrowing|withdraw withdraws withdrew withdrawn withdrawing
    |spread spreads spread spread spreading|shoot shoots shot shot shooting""".replace("\n", "").split("|"),
)
def test_verb_forms(line):
    base, third, past, participle, gerund = line.split()

    assert verb_forms(base) == {
        "base": (base,), "third": (third,), "past": (past,), "participle": (participle,), "gerund": (gerund,)
    }  # fmt: skip


def test_some_verbs_double_their_consonant_in_britain_only():
    assert verb_forms("travel")["past"] == ("traveled", "travelled")
    assert verb_forms("cancel")["gerund"] == ("canceling", "cancelling")


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("stated", "past"), ("told", "past"), ("said", "past"), ("seen", "participle"), ("made clear", "past"),
        ("saying", "gerund"), ("states that", "third"), ("insist", "base"), ("set out", "past"),
        ("the", "base"), ("said,", "past"), ("made clear.", "past"), ('says "', "third"),
        ("notes,", "third"), ("continued:", "past"), ("tweets:", "third"),
    ],
)  # fmt: skip
def test_the_form_of_a_phrase_given_as_it_stands(phrase, form):
    assert form_of(phrase) == form


@pytest.mark.parametrize(
    ("term", "pos", "expected"),
    [
        ("declaration of war", "noun", {"declaration of war", "declarations of war"}),
        ("show of force", "noun", {"show of force", "shows of force"}),
        ("red line", "noun", {"red line", "red lines"}),
        ("mass troops", "verb", {"mass troops", "masses troops", "massed troops", "massing troops"}),
        ("rule out", "verb", {"rule out", "rules out", "ruled out", "ruling out"}),
        ("in danger", "", {"in danger"}),
        ("hostile", "adjective", {"hostile"}),
    ],
)
def test_the_head_of_a_phrase_is_inflected(term, pos, expected):
    assert surfaces(term, pos) == expected


@pytest.mark.parametrize(
    ("term", "american"),
    [
        ("defence", "defense"), ("neighbour", "neighbor"), ("armoured column", "armored column"),
        ("organise", "organize"), ("destabilisation", "destabilization"), ("centre", "center"),
        ("labour camp", "labor camp"), ("sceptic", "skeptic"), ("militarised", "militarized"),
    ],
)  # fmt: skip
def test_both_spellings_are_made_from_either(term, american):
    assert american in surfaces(term, "")
    assert term in surfaces(american, "")


@pytest.mark.parametrize(
    "term", ["compromise", "surprise", "size", "promise", "revised", "supervise", "prize", "seize"]
)
def test_not_every_ise_is_an_ending(term):
    assert surfaces(term, "") == {term}


def test_hyphens_may_be_written_together_apart_or_spaced():
    assert surfaces("build-up", "") == {"build-up", "buildup", "build up", "build - up"}
    assert {"stand-offs", "standoffs", "stand offs"} <= surfaces("stand-off", "noun")
    assert "troop build-ups" in surfaces("troop build-up", "noun")


def test_each_surface_has_its_form():
    assert dict(forms("deny claims", "verb")) == {
        "deny claims": "base", "denies claims": "third", "denied claims": "past", "denying claims": "gerund"
    }  # fmt: skip
    assert dict(forms("overthrow", "verb"))["overthrown"] == "participle"
    assert dict(forms("ally", "noun")) == {"ally": "singular", "allies": "plural"}


@given(st.from_regex(r"\A[a-z]{2,9}(?:[ -][a-z]{2,9}){0,2}\Z"), st.sampled_from(["", "noun", "verb", "adjective"]))
def test_a_term_is_among_its_surfaces_and_none_comes_twice(term, pos):
    made = [surface for surface, _ in forms(term, pos)]

    assert term in made
    assert len(set(made)) == len(made)
