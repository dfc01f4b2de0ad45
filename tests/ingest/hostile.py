"""Reads files made to do harm, and changes what is in an archive."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from notemine.ingest import Ingested, read_sources
from tests.fuzz.zip_mutators import pack

QUESTION = "Hoe bereik je ouders die nooit komen?"
MAX_SECONDS = 5


def reasons(ingested: Ingested) -> list[str]:
    return [one.reason for one in ingested.skipped]


def read_bytes(folder: Path, name: str, data: bytes) -> Ingested:
    """What comes of a file, which may not take long."""
    (folder / name).write_bytes(data)
    started = time.process_time()
    ingested = read_sources([folder / name])
    assert time.process_time() - started < MAX_SECONDS
    return ingested


def members_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(path: Path, member: str, change: Callable[[bytes], bytes]) -> bytes:
    """An archive with one of its members changed."""
    members = members_of(path)
    assert change(members[member]) != members[member]
    return pack([*(members | {member: change(members[member])}).items()])
