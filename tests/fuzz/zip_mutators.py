"""Ways to break an archive from the inside: members, names, sizes, methods, flags."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable

NAMES = (
    "../../x.txt",
    "/etc/x.txt",
    "C:\\Windows\\x.txt",
    "a/" * 400 + "x.txt",
    "x" * 5000 + ".txt",
    "tafel\x00 3.txt",
    "\u202etxt.3 lefat",
    "",
    "x/",
    ".verborgen.txt",
    "con.docx",
    "binnen.zip",
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
# Offsets in an entry of the central directory: version, flags, method, date, crc, sizes, lengths, place.
_FIELDS = (
    (6, "H"),
    (8, "H"),
    (10, "H"),
    (12, "I"),
    (16, "I"),
    (20, "I"),
    (24, "I"),
    (28, "H"),
    (30, "H"),
    (42, "I"),
)

Members = list[tuple[str, bytes]]


def mutate(data: bytes, rng: random.Random, change: Callable[[bytes], bytes]) -> bytes:
    """Change what is in an archive and pack it again, or lie about it in its directory.

    Args:
        data: The archive; what is none any more comes back as it is.
        rng: Decides everything.
        change: Breaks a member.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError):
        return change(data)
    if not members:
        return change(data)
    kind = rng.random()
    if kind < 0.7:
        members = _change_members(members, rng, change)
    elif kind < 0.85:
        members = _change_list(members, rng)
    packed = pack(members, method=rng.choice((zipfile.ZIP_DEFLATED, *_METHODS)))
    return packed if kind < 0.85 else _lie(packed, rng)


def pack(members: Members, *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive that is the same whenever it is made."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as archive:
        warnings.simplefilter("ignore")  # of a name that is there twice, which is what we want
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, data)
    return buffer.getvalue()


def _change_members(members: Members, rng: random.Random, change: Callable[[bytes], bytes]) -> Members:
    # The one with the words is larger than most.
    largest = max(range(len(members)), key=lambda i: len(members[i][1]))
    body = next((i for i, (name, _) in enumerate(members) if name.endswith(_BODIES)), largest)
    at = {body if rng.random() < 0.7 else rng.randrange(len(members)) for _ in range(rng.choice((1, 1, 3)))}
    return [(name, change(data) if i in at else data) for i, (name, data) in enumerate(members)]


_BODIES = ("document.xml", "content.xml", "sheet1.xml")


def _change_list(members: Members, rng: random.Random) -> Members:
    """Members under other names, twice, gone, in another order, or an archive in an archive."""
    members = list(members)
    at = rng.randrange(len(members))
    kind = rng.randrange(6)
    if kind == 0:
        members[at] = (rng.choice(NAMES), members[at][1])
    elif kind == 1:
        members.append((rng.choice((members[at][0], *NAMES)), rng.choice(members)[1]))
    elif kind == 2:
        del members[at]
    elif kind == 3:
        rng.shuffle(members)
    elif kind == 4:
        members = [("binnen.zip", pack(members)), *members]
    else:
        members += [(f"{i}/tafel {i}.txt", b"hoe?") for i in range(rng.choice((10, 300, 5100)))]
    return members


def _lie(data: bytes, rng: random.Random) -> bytes:
    """Another size, method, flag or place in the directory, or in the header before a member."""
    changed = bytearray(data)
    mark, shift = (b"PK\x01\x02", 0) if rng.random() < 0.7 else (b"PK\x03\x04", -2)
    places = [i for i in range(len(data)) if data.startswith(mark, i)]
    for _ in range(rng.choice((1, 1, 3))):
        offset, form = rng.choice(_FIELDS if not shift else _FIELDS[:7])
        at = rng.choice(places) + offset + shift
        low, high = (0, 0xFFFF) if form == "H" else (0, 0xFFFFFFFF)
        value = rng.choice((low, 1, 9, 14, 99, 2048, high, high - 1, rng.randint(low, high)))
        if at + struct.calcsize(form) <= len(changed):
            struct.pack_into(f"<{form}", changed, at, value)
    return bytes(changed)
