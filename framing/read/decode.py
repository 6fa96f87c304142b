"""Bytes -> text: which encoding it is, and how many characters could not be had."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from framing.read.options import is_text_encoding

TOO_MANY = 0.02
"""The share of a text's characters that may be a guess before it is set aside."""

WRONG_ENCODING = "name the right one with --encoding"

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{1,100}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_OF_THE_WEB = re.compile(r"utf|iso.?8859|windows|cp\d|x-|latin|ascii|us-|koi8|big5|gb|euc|shift|mac", re.IGNORECASE)
_FALLBACK = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_ESCAPED = re.compile("[\udc80-\udcff]")
_ENCODED_SURROGATE = re.compile("\udced[\udca0-\udcbf][\udc80-\udcbf]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FEWEST = 64  # bytes: too few to guess from
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b\x08")


class Decoded(NamedTuple):
    """A text, its encoding, and the number of its characters that are a guess."""

    text: str
    encoding: str
    guessed: int


class Decoder:
    """Decodes chunk by chunk, never fails, and counts what it had to guess.

    Bytes that are no UTF-8 in a UTF-8 text are read as Windows-1252, from where such strays nearly always come; in
    other encodings U+FFFD stands for them, and everywhere for a lone surrogate. A byte-order mark at the beginning
    is dropped.
    """

    __slots__ = ("_decoder", "_first", "encoding", "guessed")

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self.guessed = 0
        self._first = True
        errors = "surrogateescape" if encoding == "utf-8" else "replace"
        self._decoder = codecs.getincrementaldecoder(encoding)(errors)

    def feed(self, data: bytes, *, final: bool = False) -> str:
        """The characters that `data` completes."""
        try:
            text = self._decoder.decode(data, final)
        except UnicodeError:  # some codecs give up in spite of "replace"
            text = "\ufffd" * len(data)
        if self.encoding == "utf-8":
            if not text.isascii() and _ESCAPED.search(text):
                text, lone = _ENCODED_SURROGATE.subn("\ufffd", text)
                self.guessed += lone + len(_ESCAPED.findall(text))
                text = text.translate(_FALLBACK)
        else:
            self.guessed += text.count("\ufffd")
        if self._first and text:
            self._first = False
            text = text.removeprefix("\ufeff")
        return text


def decode(data: bytes, *, told: str | None = None, markup: bool = False) -> Decoded:
    """Decode a whole text.

    Parameters
    ----------
    data : bytes
        All of it.
    told : str, optional
        The encoding the user says it has.
    markup : bool
        Whether a charset declared in HTML or XML counts.

    Examples
    --------
    >>> decode("it’s".encode("cp1252"))
    Decoded(text='it’s', encoding='cp1252', guessed=0)
    """
    decoder = Decoder(told_name(told) or encoding_of(data, complete=True, markup=markup))
    text = decoder.feed(data, final=True)
    return Decoded(text, decoder.encoding, decoder.guessed)


def told_name(told: str | None) -> str | None:
    """One name for each encoding, however the user spells it."""
    return codecs.lookup(told).name.replace("_", "-") if told else None


def encoding_of(sample: bytes, *, complete: bool, markup: bool = False) -> str:
    """The encoding of `sample`: its byte-order mark, what it declares, UTF-8 where it fits, else the likeliest.

    A page that declares an eight-bit charset and is sound UTF-8 is UTF-8: such a text is never so by chance.
    """
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    if not _mostly_utf8(sample, complete):
        return (_declared(sample) if markup else "") or _utf16(sample) or _likeliest(sample)
    return "utf-8"


def _mostly_utf8(sample: bytes, complete: bool) -> bool:
    """Whether it is UTF-8, strays apart: one spoiled byte does not make another encoding of a text."""
    if sample.isascii():
        return not _utf16(sample)
    text = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(sample, complete)
    strays = len(_ESCAPED.findall(text))
    return not strays or 2 * strays <= sum(not character.isascii() for character in text) - strays


def _declared(sample: bytes) -> str:
    found = _DECLARED.search(sample[:4096])
    name = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    if not _OF_THE_WEB.match(name) or not is_text_encoding(name):
        return ""
    known = codecs.lookup(name).name.replace("_", "-")
    if known in ("ascii", "iso8859-1"):  # what the web calls Latin-1 is Windows-1252
        return "cp1252"
    return "" if known.startswith("utf-8") else known


def _utf16(sample: bytes) -> str:
    """UTF-16 without a mark: in English every other byte is then zero."""
    even, odd = sample[:4096:2], sample[1:4096:2]
    if len(even) < 8:
        return ""
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.1 * len(odd) else ""


def _likeliest(sample: bytes) -> str:
    """What the bytes beyond ASCII look like. A few of them among English words are quotes, dashes and accents."""
    beyond = len(sample.translate(None, bytes(range(128))))
    if 8 * beyond < len(sample) or len(sample) < _FEWEST:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample[: 1 << 15], cp_exclusion=["utf_16", "utf_16_be", "utf_16_le", "utf_7"]).best()
    return best.encoding.replace("_", "-") if best else "cp1252"


def is_binary(sample: bytes) -> bool:
    """Whether this is no text at all: an image, an archive, a PDF."""
    if sample.startswith((b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")):
        return True
    sample = sample[:8192]
    if any(sample.startswith(mark) for mark, _ in _BOMS) or _utf16(sample):
        return False
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return control > (0.3 if _mostly_utf8(sample, complete=False) else 0.05) * len(sample)


def mended(text: str) -> str:
    """`text` with U+FFFD for every NUL and lone surrogate, one for one; else the very same string."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    try:
        text.encode()  # the quickest way to look for lone surrogates
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text
