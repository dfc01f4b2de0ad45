"""Bytes to text: which encoding a note was written in."""

from __future__ import annotations

import codecs
import re

from notemine.errors import ReadError
from notemine.ingest.raw import check_lines, clean_breaks

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark starts with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BYTE_TABLES = ("cp1252", "mac_roman", "cp850")
# The accents of Dutch; without â and î, which DOS text is full of when it is read as Macintosh.
_ACCENT_IN_WORD = re.compile(r"[a-z][éèëêïíóòöúüáàç]|[éèëêïíóòöúüáàç][a-z]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def read_text(data: bytes) -> tuple[str, str]:
    r"""The text of a file and the name of its encoding; line ends are ``\n``, the last one is dropped.

    Raises:
        ReadError: the bytes are no text, or have more lines than a note can have.
    """
    decoded, encoding = decode(data)
    text = clean_breaks(decoded).removesuffix("\n")
    check_lines(text.count("\n") + 1)
    return text, encoding


def decode(data: bytes) -> tuple[str, str]:
    """Decode bytes: byte-order mark, UTF-8, UTF-16 without mark, the old byte tables, then a guess.

    The guess (charset-normalizer) comes last because it takes Dutch in cp1252 for cp1250.

    Raises:
        ReadError: the bytes are no text.
    """
    for name in _candidates(data):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text.replace("\x00", "\ufffd"), "utf-8" if name == "utf-8-sig" else name
    raise ReadError("geen leesbare tekst (binair bestand)")


def _candidates(data: bytes) -> list[str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return [name]
    if b"\x00" in data and (wide := _utf16(data)):
        return wide
    tables = sorted(_BYTE_TABLES, key=lambda name: -_n_accents(data, name))
    return ["utf-8", *tables[:1], *_guess(data)] if not _is_utf8(data) else ["utf-8"]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf16(data: bytes) -> list[str]:
    """Latin text in UTF-16 has its zero bytes on one side of each pair."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) < len(data) * 0.3:
        return []
    return ["utf-16-be"] if even > odd else ["utf-16-le"]


def _n_accents(data: bytes, name: str) -> int:
    """How many accents stand in words: a wrong table puts signs and quotes there."""
    try:
        return len(_ACCENT_IN_WORD.findall(data.decode(name)))
    except UnicodeDecodeError:
        return -1


def _guess(data: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    return [best.encoding] if best else []


def _is_text(text: str) -> bool:
    return len(_CONTROL.findall(text)) * 50 <= len(text)
