"""Byte streams -> text streams, whatever the encoding, held in memory a piece at a time."""

from __future__ import annotations

import gzip
import io
from typing import BinaryIO, NamedTuple, cast

from framing.errors import InputError
from framing.read.decode import (
    TOO_MANY,
    WRONG_ENCODING,
    Decoder,
    decode,
    encoding_of,
    is_binary,
    mended,
    told_name,
)
from framing.read.record import Notes

SAMPLE = 1 << 18
"""How many bytes decide on the encoding of a stream."""

LARGEST = 1 << 26
"""The longest text, page, line or cell that is read: no article is that long, and no memory is without end."""

_CHUNK = 1 << 16
_NO_TEXT = "not text but some binary format"


class TextStream(NamedTuple):
    """A text read piece by piece: the file, its beginning, and the decoder that counts."""

    file: io.TextIOWrapper
    head: str
    decoder: Decoder


def whole(stream: BinaryIO) -> bytes:
    """All of a stream.

    Raises
    ------
    InputError
        If it is too large for an article.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(f"larger than {LARGEST >> 20} MB, which no single article is")
    return data


def whole_text(stream: BinaryIO, told: str | None, notes: Notes, *, markup: bool = False) -> str:
    """All of a stream as text, with what could not be decoded noted.

    Raises
    ------
    InputError
        If it is too large, no text, or in another encoding than was thought.
    """
    data = whole(stream)
    if is_binary(data):
        raise InputError(_NO_TEXT)
    text, encoding, guessed = decode(data, told=told, markup=markup)
    if guessed > TOO_MANY * len(text):
        raise InputError(f"{guessed} characters cannot be read as {encoding}", remedy=WRONG_ENCODING)
    note_guesses(notes, encoding, guessed)
    return mended(text)


def note_guesses(notes: Notes, encoding: str, guessed: int) -> None:
    """Say how many characters of a file were not to be had."""
    if guessed:
        notes.add(f"characters that are not valid {encoding}", count=guessed)


def text_stream(stream: BinaryIO, told: str | None = None) -> TextStream:
    """Decode a stream without holding it: its first quarter of a megabyte decides on the encoding.

    Raises
    ------
    InputError
        If it is no text.
    """
    sample, stream = peeked(stream, SAMPLE)
    if is_binary(sample):
        raise InputError(_NO_TEXT)
    name = told_name(told) or encoding_of(sample, complete=len(sample) < SAMPLE)
    decoder = Decoder(name)
    raw = io.BufferedReader(_AsUtf8(stream, decoder), _CHUNK)
    return TextStream(io.TextIOWrapper(raw, "utf-8", newline=""), Decoder(name).feed(sample), decoder)


def peeked(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and the stream with them still in it."""
    head = b""
    while len(head) < size and (more := stream.read(size - len(head))):
        head += more
    return head, cast(BinaryIO, io.BufferedReader(_Rejoined(head, stream), _CHUNK))


def unzipped(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or what it holds if it is compressed with gzip, whatever its name says."""
    magic, stream = peeked(stream, 2)
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if magic == b"\x1f\x8b" else stream


class _AsUtf8(io.RawIOBase):
    """A byte stream of any encoding, as sound UTF-8."""

    def __init__(self, stream: BinaryIO, decoder: Decoder) -> None:
        self._stream = stream
        self._decoder = decoder
        self._ready = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        while not self._ready and not self._ended:
            data = self._stream.read(_CHUNK)
            self._ended = not data
            self._ready = self._decoder.feed(data, final=not data).encode("utf-8", "replace")
        taken = self._ready[: len(view)]
        view[: len(taken)] = taken
        self._ready = self._ready[len(taken) :]
        return len(taken)


class _Rejoined(io.RawIOBase):
    """Bytes that were read already, and the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        taken = self._head[: len(view)] if self._head else self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(taken)] = taken
        return len(taken)
