from __future__ import annotations

import os
from pathlib import Path

import pytest

from framing.article import Excluded
from framing.errors import UsageError
from framing.read.inputs import Source, named, sources


def test_patterns_are_expanded_and_sorted(write):
    for name in ("c/b.txt", "c/a.txt", "c/d/e.txt", "c/f.csv"):
        write(name, "x")

    assert [Path(path).as_posix() for path in named(["c/*.txt"])] == ["c/a.txt", "c/b.txt"]
    assert [Path(path).as_posix() for path in named(["c/**/*.txt"])] == ["c/a.txt", "c/b.txt", "c/d/e.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(write):
    write("a[1].txt", "x")

    assert named(["a[1].txt"]) == ["a[1].txt"]


@pytest.mark.parametrize("path", ["coverag.csv", "c/nothing.txt", "*.jsonl", "no\0thing"])
def test_a_path_that_is_not_there_is_refused(write, path):
    write("coverage.csv", "x")
    with pytest.raises(UsageError):
        named([path])


def test_a_missing_path_offers_its_neighbours(write):
    write("coverage.csv", "x")
    with pytest.raises(UsageError, match=r"did you mean coverage\.csv"):
        named(["coverag.csv"])


def test_nothing_at_all_is_refused():
    with pytest.raises(UsageError):
        named([])


def test_a_folder_that_leads_back_into_itself_ends(folder, write):
    write("c/a.txt", "x")
    (folder / "c" / "again").symlink_to(folder / "c", target_is_directory=True)

    loop, file = list(sources(["c"]))[::-1]

    assert isinstance(file, Source)
    assert loop == Excluded("c/again", "this folder leads back into itself by a link")


def test_links_to_nowhere_and_empty_folders_are_reported(folder):
    (folder / "c").mkdir()
    [empty] = sources(["c"])
    (folder / "c" / "gone.txt").symlink_to(folder / "nowhere")
    [gone] = sources(["c"])

    assert (empty.origin, empty.kind) == ("c", "empty")
    assert gone.origin == "c/gone.txt"


def test_names_that_are_no_text_can_be_printed(folder):
    path = Path(os.fsdecode(b"ferry\xff.txt"))
    path.write_text("The ferry was late.")

    [source] = sources(["."])

    assert (source.name, source.stem, source.path) == ("ferry\ufffd.txt", "ferry\ufffd", path)


@pytest.mark.parametrize(
    ("name", "stem", "form"),
    [
        ("trt-world_2022-01-12.txt", "trt-world_2022-01-12", "text"),
        ("c/coverage.v2.JSONL.gz", "coverage.v2", "jsonl"),
        ("page.htm", "page", "html"),
        ("notes.docx", "notes.docx", None),
        ("plain", "plain", None),
    ],
)
def test_names_are_taken_apart(name, stem, form):
    source = Source(name, Path(name))

    assert (source.stem, source.format) == (stem, form)
