"""Office files are zip archives: what is in one, without trusting it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from notemine.errors import ReadError
from notemine.ingest.raw import File

MAX_UNPACKED = 100_000_000  # bytes: a note of 300 pages unpacks to about 5 million
MAX_DEPTH = 200  # elements inside one another
MAX_TAGS = 2_000_000  # a note of 300 pages has about 100,000
MADE_BY = "made_by"
_CREATORS = (
    "{http://purl.org/dc/elements/1.1/}creator",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}initial-creator",
)
try:
    from lzma import LZMAError

    _LZMA: tuple[type[Exception], ...] = (LZMAError,)
except ImportError:  # a Python that was built without it
    _LZMA = ()
BROKEN: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    *_LZMA,
)
"""What ``zipfile`` meets in a broken archive."""


def unpack_members(file: File, *, kind: str) -> Iterator[tuple[str, bytes]]:
    """The name and content of every member, one at a time.

    Raises:
        ReadError: it is no zip archive, is broken or locked, or unpacks to more than ``MAX_UNPACKED`` bytes.
    """
    with _opened(file, kind) as archive:
        left = MAX_UNPACKED
        for info in archive.infolist():
            data = _unpack(archive, info.filename, max_bytes=left, kind=kind)
            left -= len(data)
            yield info.filename, data


def read_xml(file: File, *members: str, kind: str) -> list[ElementTree.Element | None]:
    """The root of each XML member, None for one that is not there.

    Expat refuses entities that explode and fetches nothing from outside.

    Raises:
        ReadError: as ``unpack_members``, or a member is no XML.
    """
    with _opened(file, kind) as archive:
        present = set(archive.namelist())
        return [_root(archive, name, kind) if name in present else None for name in members]


def made_by(properties: ElementTree.Element | None) -> dict[str, str]:
    """Who made a document, as its properties say, by the key under which metadata keeps it."""
    if properties is None:
        return {}
    names = (one.text or "" for tag in _CREATORS for one in properties.iter(tag))
    maker = next((name.strip() for name in names if name.strip()), "")
    return {MADE_BY: maker} if maker else {}


def _opened(file: File, kind: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(file.data))
    except BROKEN as error:
        raise ReadError(f"geen {kind}{file.as_named}") from error


def _root(archive: zipfile.ZipFile, name: str, kind: str) -> ElementTree.Element:
    data = _unpack(archive, name, max_bytes=MAX_UNPACKED, kind=kind)
    if data.count(b"<") > MAX_TAGS:
        raise ReadError(f"{kind} met te veel onderdelen: niet gelezen")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ReadError(f"beschadigd {kind}: {name} is niet te lezen") from error
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
    if level:
        raise ReadError(f"{kind} met te veel lagen: niet gelezen")
    return root


def _unpack(archive: zipfile.ZipFile, name: str, *, max_bytes: int, kind: str) -> bytes:
    """Read at most ``max_bytes``: the size an archive states of itself may be a lie."""
    if archive.getinfo(name).flag_bits & 1:
        raise ReadError(f"{kind} met een wachtwoord: haal het wachtwoord eraf")
    try:
        with archive.open(name) as member:
            data = member.read(max_bytes + 1)
    except BROKEN as error:
        raise ReadError(f"beschadigd {kind}: {name} is niet uit te pakken") from error
    if len(data) > max_bytes:
        raise ReadError(f"uitgepakt groter dan {MAX_UNPACKED // 1_000_000} MB: niet gelezen")
    return data
