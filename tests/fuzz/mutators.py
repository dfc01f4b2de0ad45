"""Ways to break a file, each the same for the same random numbers: bad disks, mail gateways, pranksters."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from tests.fuzz import zip_mutators

MAX_REPEATED = 5_000_000

HOSTILE = (
    b"\x00",
    b"\x00" * 400,
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xff\xfe\x00\x00",
    b"\xed\xa0\x80",
    b"\\ud83d",
    "\u202eTAFEL 3\u2066".encode(),
    b"\x1b[31m\x1b]0;x\x07",
    b"<script>alert(1)</script>",
    b"&#0;&#xD800;&amp;&nbsp;&x;",
    b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    b"<text:p>x<text:s text:c='999999999'/></text:p>",
    b"<div>" * 600,
    b"[" * 3000,
    b'{"tekst":' * 2000,
    b"(" * 3000,
    b"> " * 2000,
    b'"',
    b'"\n' * 50,
    b";" * 3000,
    b"| " * 3000,
    b"---\n",
    b"TAFEL 99999999999999999999\n",
    b"datum: 31-02-99999\n",
    b"Tafel 3\n\nx\n\nTafel 4\n\n",
    b"99:99:99.999 --> 00:00:00,000\n",
    b"<v " * 500,
    b"Aanwezig: " * 300,
    b'Content-Type: text/plain; charset="rot13"\n',
    b'Content-Type: text/plain; charset="idna"\n',
    b'Content-Type: multipart/mixed; boundary="x"\n\n--x\n',
    b"Content-Transfer-Encoding: x-uuencode\n",
    b"Content-Transfer-Encoding: base64\n",
    b"Content-Type: message/rfc822\n\n",
    b"=?utf-8?b?/////w==?= =?x?q?=ff?=\n",
    b"From: <<@@,,;;:::\n",
    b"/Kids [2 0 R 2 0 R]",
    b"/Filter [/FlateDecode /LZWDecode /ASCII85Decode]",
    b"/Length 999999999",
    b"/Prev 0",
    b"\r",
    "\u2028\u2029\u0085\x0b\x0c".encode(),
    "e\u0301\u200b\u00ad\ufb01".encode() * 200,
    "\U0001f600".encode(),
)
NUMBERS = (
    b"0",
    b"-1",
    b"1e999",
    b"NaN",
    b"65536",
    b"2147483648",
    b"1048576",
    b"99999999999999999999",
    b"\xd9\xa3",
)

Mutator = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


def flip_bits(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 30, 300))):
        if changed:
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def truncate(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    start, end = _span(data, rng)
    return rng.choice((data[:start], data[end:], data[:-1], data[: len(data) // 2]))


def repeat_chunk(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    start, end = _span(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 2, 20)) + data[end:]


def remove_chunk(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    start, end = _span(data, rng)
    return data[:start] + data[end:]


def splice(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """The head of this file and the tail of another, or another in the middle of it."""
    other = rng.choice(others)
    start, end = _span(data, rng)
    cut = rng.randrange(len(other) + 1)
    return rng.choice((data[:start] + other[cut:], data[:start] + other + data[end:], other + data))


def blow_up(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """One small chunk again and again, up to megabytes."""
    start, end = _span(data, rng)
    chunk = (
        rng.choice((data[start:end][:2000], rng.choice(HOSTILE)[:50], b"a", b" ", b"\n", b"\xe9", b"x\n\n"))
        or b"x"
    )
    size = rng.choice((100_000, 1_000_000, MAX_REPEATED))
    return data[:start] + (chunk * (size // len(chunk) + 1))[:size] + data[start:]


def insert_hostile(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    for _ in range(rng.choice((1, 1, 5, 25))):
        at = rng.choice((0, len(data), rng.randrange(len(data) + 1), _after_break(data, rng)))
        data = data[:at] + rng.choice(HOSTILE) + data[at:]
    return data


def change_numbers(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Sizes, counts, dates and times that cannot be."""
    places = list(re.finditer(rb"\d+", data))
    for match in sorted(
        rng.sample(places, min(len(places), rng.choice((1, 1, 4)))), key=lambda one: -one.start()
    ):
        data = data[: match.start()] + rng.choice(NUMBERS) + data[match.end() :]
    return data


def recode(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Another encoding than the one it is in."""
    text = data.decode("utf-8", "replace")
    return text.encode(rng.choice(("utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7", "cp037")), "replace")


def change_markup(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Elements and attributes that cannot be, in XML that stays well-formed."""
    leaves = list(re.finditer(rb"<([\w:.-]+)(\s[^<>]*)?(?:/>|>[^<>]*</\1>)", data[:500_000]))
    if not leaves:
        return insert_hostile(data, rng, others)
    leaf, other = rng.choice(leaves), rng.choice(leaves)
    kind = rng.randrange(5)
    new = leaf[0] * rng.choice((0, 2, 500))
    if kind == 1:
        depth = rng.choice((5, 150, 1500))
        new = b"<%s>" % leaf[1] * depth + leaf[0] + b"</%s>" % leaf[1] * depth
    elif kind == 2:
        new = re.sub(rb'"[^"<>&]*"', b'"%s"' % rng.choice((b"", *NUMBERS[:6], b"x" * 5000)), leaf[0])
    elif kind == 3:
        new = other[0]
    elif kind == 4:
        new = re.sub(
            rb">[^<>]+<", b">%s<" % rng.choice((b"&#8238;", b"\xc2\xad" * 99, b"?" * 9999, b"&lt;")), leaf[0]
        )
    return data[: leaf.start()] + new + data[leaf.end() :]


BYTE_MUTATORS: tuple[Mutator, ...] = (
    flip_bits,
    truncate,
    repeat_chunk,
    remove_chunk,
    splice,
    insert_hostile,
    insert_hostile,
    change_numbers,
    change_numbers,
    recode,
)


def mutate(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Break a file in one or a few ways; one in 20 stays whole, for its suffix may be another.

    Args:
        data: The file.
        rng: Decides everything.
        others: Files to take pieces of.
    """
    if rng.random() < 0.05:
        return data
    if data.startswith(b"PK\x03\x04") and rng.random() < 0.7:
        return zip_mutators.mutate(data, rng, lambda member: change(member, rng, others))
    return change(data, rng, others)


def change(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    if rng.random() < 0.03:
        return blow_up(data, rng, others)
    for _ in range(rng.choice((1, 1, 2, 4))):
        if data.lstrip().startswith(b"<") and rng.random() < 0.6:
            data = change_markup(data, rng, others)
            continue
        data = rng.choice(BYTE_MUTATORS)(data, rng, others)
    return data


def _span(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.choice((1, 10, 200, 5000)))


def _after_break(data: bytes, rng: random.Random) -> int:
    """A place between two tags or lines, where what is put in may still be well-formed."""
    places = [match.end() for match in re.finditer(rb">|\n", data[:200_000])]
    return rng.choice(places) if places else 0
