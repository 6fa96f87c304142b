from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.read.names import FileName, from_file_name, from_url, written_out


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("bbc", "BBC"),
        ("trt-world", "TRT World"),
        ("the-hill", "The Hill"),
        ("new_york_times", "New York Times"),
        ("voice-of-america", "Voice of America"),
        ("al-jazeera", "Al Jazeera"),
        ("npr news", "NPR News"),
        ("TRT-World", "TRT World"),
        ("dpa", "DPA"),
        ("xkcd", "XKCD"),
        ("", ""),
    ],
)
def test_typed_names_are_written_out(typed, printed):
    assert written_out(typed) == printed


@pytest.mark.parametrize(
    ("stem", "folders", "name"),
    [
        ("trt-world_2022-01-12", (), FileName("TRT World", "2022-01-12")),
        ("trt-world_20220112_2", ("x",), FileName("TRT World", "2022-01-12".replace("-", ""))),
        ("2022-01-12", ("bbc",), FileName("BBC", "2022-01-12")),
        ("2022-01-12", (), FileName("", "2022-01-12")),
        ("a_2022-99-99", (), FileName("A 2022 99 99", sure=False)),
        ("a", ("bbc", "2022", "01"), FileName("BBC")),
        ("harbour-post", (), FileName("Harbour Post", sure=False)),
        ("0ab1c2d3e4f5a6b7c8d9", (), FileName()),
    ],
)
def test_a_file_name_is_read(stem, folders, name):
    assert from_file_name(stem, folders, "auto", False) == name


def test_a_table_is_not_named_after_its_outlet_unless_told():
    assert from_file_name("bbc", ("cnn",), "auto", True) == FileName()
    assert from_file_name("bbc", ("cnn",), "stem", True).outlet == "BBC"
    assert from_file_name("bbc", ("cnn",), "folder", True).outlet == "CNN"


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{id}_{outlet}_{date}", FileName("BBC", "2022-01-12", "7")),
        ("{title}_{date}", FileName(date="2022-01-12", title="7 bbc")),
        ("{outlet}/{id}_bbc_{date}", FileName("Quay", "2022-01-12", "7")),
        ("{outlet}-{date}-{id}x", FileName()),
    ],
)
def test_a_template_takes_a_name_apart(template, name):
    assert from_file_name("7_bbc_2022-01-12", ("a", "quay"), template, False) == name


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.quay.example/a?b", "quay.example"),
        ("http://News.Quay.Example:80", "news.quay.example"),
        ("quay", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_an_address_names_its_host(url, host):
    assert from_url(url) == host


@given(st.text(), st.sampled_from(["auto", "stem", "folder", "{outlet}_{date}"]), st.booleans())
def test_any_name_is_taken(stem, outlet_from, several):
    assert isinstance(from_file_name(stem, (stem,), outlet_from, several), FileName)
