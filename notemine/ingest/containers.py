"""Files that hold files: a zip, and a mail with what is attached to it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from functools import partial
from pathlib import PurePosixPath
from typing import TypeVar

from notemine.domain import Skipped
from notemine.errors import ReadError
from notemine.ingest.archive import BROKEN
from notemine.ingest.raw import File

MAX_MEMBERS = 5_000
MAX_MEMBER = 20_000_000
MAX_UNPACKED = 500_000_000
MAX_PARTS = 1000  # of a mail
MAX_MAIL_LINES = 400_000  # 20 MB of attachments take 270,000
# The email package takes the square of the length of an address list or a list of parameters.
_ENDLESS_HEADER = re.compile(
    rb"^(?:from|subject|content-[a-z-]+):(?:(?:\r\n?|\n)[ \t]|[^\r\n]){2000}", re.IGNORECASE | re.MULTILINE
)
T = TypeVar("T")


def unpack_zip(file: File) -> Iterator[File | Skipped]:
    """The files in an archive by name, one at a time; nothing is written anywhere.

    A name with ``..`` or a drive in it is only a name here. Hidden files are passed over, an archive inside
    an archive is not opened.

    Raises:
        ReadError: it is no zip archive, is broken, or holds nothing or too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.data))
    except BROKEN as error:
        raise ReadError("geen leesbare zip") from error
    with archive:
        members = [info for info in archive.infolist() if not info.filename.endswith("/")]
        if len(members) > MAX_MEMBERS:
            raise ReadError(f"zip met meer dan {MAX_MEMBERS} bestanden: niet gelezen")
        shown = [(name, info) for info in members if not _is_hidden(name := _name(info))]
        if not shown:
            raise ReadError("zip zonder notities")
        left = MAX_UNPACKED
        for name, info in sorted(shown, key=lambda one: (one[0], one[1].header_offset)):
            try:
                data = _unpack(archive, info)
            except ReadError as error:
                yield Skipped(source=name, reason=str(error))
                continue
            left -= len(data)
            if left < 0:
                raise ReadError(f"zip die uitpakt tot meer dan {MAX_UNPACKED // 1_000_000} MB: niet gelezen")
            yield File(name, data, file.columns)


def _name(info: zipfile.ZipInfo) -> str:
    """The path of a member; without the flag for UTF-8 it is UTF-8 all the same, or that of old Windows."""
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            return _safe_path(name)
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp850")
    return _safe_path(name)


def _safe_path(name: str) -> str:
    parts = re.sub(r"[\x00-\x1f]", " ", name).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part.strip(". ") and not part.endswith(":")) or "naamloos"


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in PurePosixPath(name).parts)


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Read at most ``MAX_MEMBER`` bytes: the size an archive states of itself may be a lie."""
    if info.flag_bits & 1:
        raise ReadError("zip met een wachtwoord: haal het wachtwoord eraf")
    try:
        with archive.open(info) as member:
            data = member.read(MAX_MEMBER + 1)
    except BROKEN as error:
        raise ReadError("niet uit te pakken: beschadigd") from error
    if len(data) > MAX_MEMBER:
        raise ReadError(f"uitgepakt groter dan {MAX_MEMBER // 1_000_000} MB: niet gelezen")
    return data


def attachments_of(file: File) -> Iterator[File | Skipped]:
    """The files attached to a mail; pictures in its signature and mails inside it are passed over.

    Raises:
        ReadError: it is no mail.
    """
    for number, part in enumerate(parse_mail(file.data).walk(), 1):
        name, data = _guarded(partial(_attached, part))
        if name and data:
            yield File(_safe_path(name) if name.strip() else f"bijlage {number}", data, file.columns)


def parse_mail(data: bytes) -> EmailMessage:
    """Parse a mail.

    Raises:
        ReadError: the standard library cannot, or would take very long.
    """
    n_lines = max(data.count(b"\n"), data.count(b"\r"))
    if n_lines > MAX_MAIL_LINES or data.count(b"\n--") > MAX_PARTS or _ENDLESS_HEADER.search(data):
        raise ReadError("mail met te veel onderdelen: niet gelezen")
    return _guarded(lambda: BytesParser(policy=policy.default).parsebytes(data))


def _attached(part: EmailMessage) -> tuple[str, bytes]:
    """The name and the bytes of a part of a mail that is attached; both empty for any other part."""
    name = str(part.get_filename() or "")
    if not name or part.is_multipart() or part.get_content_maintype() in ("image", "message"):
        return "", b""
    data = part.get_payload(decode=True)
    return name, data if isinstance(data, bytes) else b""


def _guarded(parse: Callable[[], T]) -> T:
    try:
        return parse()
    # On broken headers the email package fails with whatever it stumbles on.
    except Exception as error:
        raise ReadError("geen leesbare mail") from error
