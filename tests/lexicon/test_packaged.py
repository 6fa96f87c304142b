"""Every lexicon that comes with the package keeps its own rules."""

from __future__ import annotations

import pytest

from framing import resources
from framing.lexicon.actors import packaged_files
from framing.lexicon.check import check
from framing.lexicon.load import FOLDERS, of_kind, packaged, references
from framing.lexicon.terms import LexiconMatcher

each_lexicon = pytest.mark.parametrize("lexicon", [pytest.param(item, id=name) for name, item in packaged().items()])


@each_lexicon
def test_its_hits_are_found_and_its_misses_are_not(lexicon):
    matcher = LexiconMatcher(lexicon)
    found = {sentence: [hit.payload.entry.term for hit in matcher.find(sentence)] for sentence in lexicon.misses}

    assert lexicon.hits
    assert lexicon.misses
    assert [sentence for sentence in lexicon.hits if not matcher.find(sentence)] == []
    assert {sentence: terms for sentence, terms in found.items() if terms} == {}


@each_lexicon
def test_the_checker_finds_no_error_in_it(lexicon):
    assert [finding for finding in check(lexicon) if finding.severity == "error"] == []


@each_lexicon
def test_every_citation_is_known(lexicon):
    cited = {key for entry in lexicon.entries for key in entry.cite} | set(lexicon.references)

    assert cited <= set(references())


def test_every_reference_is_cited():
    cited = {key for lexicon in packaged().values() for key in lexicon.references}
    cited |= {key for lexicon in packaged().values() for entry in lexicon.entries for key in entry.cite}
    for file in packaged_files():
        tables = file.tables()
        cited |= {*tables["references"], *(actor["cite"] for actor in tables.get("actors", {}).values())}

    assert set(references()) - cited == set()


@each_lexicon
def test_every_entry_knows_its_line(lexicon):
    lines = (resources.lexicons() / lexicon.origin).read_text(encoding="utf-8").splitlines()
    keys = {entry.term: lines[entry.line - 1].partition(" =")[0].strip(" \"'") for entry in lexicon.entries}

    assert {term: key for term, key in keys.items() if key != term.strip(" \"'")} == {}


@each_lexicon
def test_it_says_what_it_is(lexicon):
    assert lexicon.language == "en"
    assert lexicon.includes
    assert lexicon.excludes
    assert lexicon.curators
    assert lexicon.licence == "CC0-1.0"


@pytest.mark.parametrize("frame", [pytest.param(frame, id=frame.id) for frame in of_kind("frame")])
def test_a_frame_has_words_enough(frame):
    assert len(frame.entries) >= 80


def test_every_file_is_loaded_and_none_twice():
    files = [
        f"{folder}/{file.name}"
        for folder in FOLDERS
        for file in (resources.lexicons() / folder).iterdir()
        if file.name.endswith(".toml")
    ]

    assert sorted(lexicon.origin for lexicon in packaged().values()) == sorted(files)


def test_no_two_lexicons_share_a_label_unless_they_are_of_verbs_and_nouns():
    labels = [lexicon.label for lexicon in packaged().values() if lexicon.kind not in ("reporting", "agency")]

    assert len(set(labels)) == len(labels)


def test_domains_that_frames_leave_aside_exist():
    domains = {domain for lexicon in packaged().values() for domain in lexicon.outside}

    assert domains <= {lexicon.id for lexicon in of_kind("domain")}
