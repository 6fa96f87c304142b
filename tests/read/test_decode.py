from __future__ import annotations

import codecs
import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import InputError
from framing.read.decode import Decoded, Decoder, decode, encoding_of, is_binary, mended
from framing.read.record import Notes
from framing.read.streams import peeked, text_stream, unzipped, whole_text

ENGLISH = "The captain’s ferry – a café on water, he says – was “late” again, at a cost of £300. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_english_is_read_whatever_its_encoding(encoding):
    assert decode(ENGLISH.encode(encoding))[::2] == (ENGLISH, 0)


def test_utf_16_is_known_without_a_mark():
    assert decode(ENGLISH.encode("utf-16-le")).text == ENGLISH
    assert decode(ENGLISH.encode("utf-16-be")).text == ENGLISH


def test_text_full_of_accents_is_guessed():
    greek = "Το πλοίο για τα νησιά άργησε πάλι τη Δευτέρα και κανείς δεν ήξερε να πει γιατί. " * 3

    assert decode(greek.encode("iso8859-7")).text == greek


@pytest.mark.parametrize(
    "page",
    [
        '<html><head><meta charset="koi8-r"></head><body>Паром</body></html>',
        '<?xml version="1.0" encoding="koi8-r"?><p>Паром опоздал</p>',
        '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">Паром',
    ],
)
def test_a_page_says_its_encoding(page):
    assert decode(page.encode("koi8-r"), markup=True) == Decoded(page, "koi8-r", 0)


def test_sound_utf_8_is_believed_more_than_a_page_that_says_latin_1():
    page = "<meta charset=iso-8859-1>The café"

    assert decode(page.encode(), markup=True).text == page


@pytest.mark.parametrize("name", ["rot13", "unicode_escape", "idna", "no-such", "hex"])
def test_a_page_cannot_ask_for_a_codec_that_is_no_charset(name):
    page = f"<meta charset={name}>".encode() + b"caf\xe9"

    assert decode(page, markup=True).encoding == "cp1252"


def test_what_the_user_says_wins():
    assert decode("naïve".encode(), told="latin-1") == Decoded("naÃ¯ve", "iso8859-1", 0)


def test_stray_bytes_do_not_make_another_encoding_of_a_text():
    data = ENGLISH.encode() + b"caf\xe9"

    assert decode(data) == Decoded(ENGLISH + "café", "utf-8", 1)


def test_a_lone_surrogate_in_utf_8_is_one_character():
    assert decode(ENGLISH.encode() + b"\xed\xa0\x80.") == Decoded(ENGLISH + "\ufffd.", "utf-8", 1)


def test_guesses_are_counted_and_too_many_refused():
    notes = Notes(said := [])
    assert whole_text(io.BytesIO(ENGLISH.encode() + b"\xe9"), None, notes).endswith("é")
    with pytest.raises(InputError, match="cannot be read as ascii"):
        whole_text(io.BytesIO(ENGLISH.encode("utf-8")), "ascii", notes)
    assert said == []


@given(st.text())
def test_utf_8_comes_back_as_it_was(text):
    text = text.removeprefix("\ufeff")

    assert decode(text.encode("utf-8"), told="utf-8") == Decoded(text, "utf-8", 0)


@given(st.binary(), st.sampled_from(["utf-8", "utf-16", "cp1252", "shift_jis", "utf-7", "ascii"]), st.integers(1, 9))
def test_any_bytes_decode_in_any_pieces(data, encoding, size):
    decoder = Decoder(encoding)
    pieces = [decoder.feed(data[at : at + size]) for at in range(0, len(data), size)]

    assert isinstance("".join(pieces) + decoder.feed(b"", final=True), str)


@given(st.binary(max_size=200), st.booleans())
def test_every_sample_has_an_encoding_python_knows(data, markup):
    assert codecs.lookup(encoding_of(data, complete=True, markup=markup))


@given(st.text(st.characters()))
def test_mending_keeps_the_length_and_only_touches_what_is_no_text(text):
    spoiled = text + "\0\ud800a"

    assert mended(spoiled) == mended(text) + "\ufffd\ufffda"
    assert len(mended(text)) == len(text)


def test_binary_files_are_told_from_text():
    assert is_binary(b"%PDF-1.7 and so on")
    assert is_binary(gzip.compress(bytes(range(256)) * 9))
    assert not is_binary(ENGLISH.encode("utf-16"))
    assert not is_binary(ENGLISH.encode())


@given(st.binary(), st.integers(0, 50))
def test_a_peeked_stream_is_still_whole(data, size):
    head, rest = peeked(io.BytesIO(data), size)

    assert head == data[:size]
    assert rest.read() == data


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_streams_decode_like_whole_files(text):
    packed = unzipped(io.BytesIO(gzip.compress(text.encode("utf-16"))))
    if text:
        assert text_stream(packed, "utf-16").file.read() == text
