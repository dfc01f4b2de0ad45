"""Which files are new, changed, unchanged or gone, told without opening more of them than needed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from secrets import token_hex
from typing import Literal, NamedTuple

from notemine.ingest.files import STANDARD_INPUT, Source
from notemine.ingest.reading import MAX_ZIP_BYTES
from notemine.workspace.name_key import Place
from notemine.workspace.store import Store

State = Literal["new", "changed", "same"]


class Stat(NamedTuple):
    """What tells that a file changed; ``sha256`` is empty where it was not asked for or cannot be had."""

    size: int
    mtime_ns: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A file that a user named, and what the workspace knows of it.

    Attributes:
        id: Of the source in the workspace.
        is_touched: Unchanged, but its date is not.
    """

    id: str
    source: Source
    stat: Stat
    state: State
    is_touched: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """Sources that a workspace has: their stat and status by id, and where they are."""

    stats: Mapping[str, Stat]
    statuses: Mapping[str, str]
    places: Mapping[str, Place]

    @classmethod
    def read(cls, store: Store, places: Mapping[str, Place]) -> Known:
        """Read what is known; places of sources that are not in the store are left out."""
        rows = store.rows("SELECT id, size, mtime_ns, sha256, status FROM sources")
        stats = {id_: Stat(size, mtime_ns, sha256) for id_, size, mtime_ns, sha256, _ in rows}
        return cls(
            stats,
            {row[0]: row[4] for row in rows},
            {id_: place for id_, place in places.items() if id_ in stats},
        )

    def gone(self) -> set[str]:
        """Sources whose file is not where it was, or of which nobody knows where it was."""
        return {id_ for id_ in self.stats if id_ not in self.places or _is_gone(self.places[id_])}

    def matching(self, pattern: str, names: Mapping[str, str]) -> set[str]:
        """Sources whose name or path is a pattern, its end or a folder of it.

        Args:
            pattern: As ``tafel3.txt``, ``2024-01-16-zwolle`` or ``*/tafel?.docx``.
            names: Of the sources, by id, as outputs show them.
        """
        plain = pattern.replace(os.sep, "/").strip("/")
        there = Path(os.path.abspath(pattern))  # noqa: PTH100 - keeps links as named
        found = set()
        for id_ in self.stats:
            own = [names[id_], *([self.places[id_].name] if id_ in self.places else [])]
            path = Path(self.places[id_].path) if id_ in self.places else None
            is_there = path is not None and (path == there or there in path.parents)
            if is_there or any(_fits(f"/{name}", plain) for name in own):
                found.add(id_)
        return found


def _is_gone(place: Place) -> bool:
    return place.name != STANDARD_INPUT and not Path(place.path).exists()


def _fits(name: str, pattern: str) -> bool:
    name, pattern = name.casefold(), pattern.casefold()
    is_part = f"/{pattern}/" in f"{name}/"
    return is_part or fnmatchcase(name, f"*/{pattern}") or fnmatchcase(name, f"*/{pattern}/*")


def find_changes(sources: Sequence[Source], known: Known) -> list[Item]:
    """Compare files with what is known of them; only what differs in size or date is opened."""
    id_at = {place.path: id_ for id_, place in known.places.items()}
    gone = known.gone()
    of_content = {known.stats[id_].sha256: id_ for id_ in sorted(gone) if known.stats[id_].sha256}
    items = []
    for source in sources:
        id_ = id_at.get(str(source.path), "")
        item = _known_item(id_, source, known) if id_ else _new_item(source, of_content)
        items.append(item)
    return items


def _known_item(id_: str, source: Source, known: Known) -> Item:
    before, place = known.stats[id_], known.places[id_]
    if not source.event and source.held_on is None:
        source = source._replace(event=place.event, held_on=_day(place.held_on))
    # The name it was added under stays, however it is named now.
    source = source._replace(name=place.name, root=Path(place.root))
    is_said_anew = (source.event, source.held_on) != (place.event, _day(place.held_on))
    now = stat_of(source)
    if now == before._replace(sha256="") and source.name != STANDARD_INPUT:
        return Item(id_, source, before, "changed" if is_said_anew else "same")
    now = hashed(source, now)
    is_same = now.sha256 == before.sha256 != ""
    return Item(id_, source, now, "same" if is_same and not is_said_anew else "changed", is_same)


def _new_item(source: Source, of_content: dict[str, str]) -> Item:
    stat = hashed(source, stat_of(source))
    # A file that was moved or renamed.
    moved = of_content.pop(stat.sha256, "") if stat.sha256 else ""
    return Item(moved, source, stat, "changed") if moved else Item(token_hex(8), source, stat, "new")


def stat_of(source: Source) -> Stat:
    """Size and date of a file; -1 where they cannot be told."""
    try:
        found = source.path.stat()
    except OSError:
        return Stat(-1, -1)
    return Stat(found.st_size, found.st_mtime_ns)


def hashed(source: Source, stat: Stat) -> Stat:
    """With the hash of the bytes, where the file can be read."""
    if not 0 <= stat.size <= MAX_ZIP_BYTES:
        return stat
    try:
        with source.path.open("rb") as file:
            return stat._replace(sha256=hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return stat


def source_at(place: Place) -> Source:
    """The file at a place."""
    return Source(place.name, Path(place.path), Path(place.root), place.event, _day(place.held_on))


def place_of(source: Source) -> Place:
    """The place of a file."""
    held_on = source.held_on.isoformat() if source.held_on else ""
    return Place(source.name, str(source.path), str(source.root), source.event, held_on)


def in_reading_order(sources: Iterable[tuple[str, Source]]) -> list[tuple[str, Source]]:
    """Sources with their ids, short names first as ``list_files`` has them."""
    return sorted(sources, key=lambda one: (len(one[1].name), one[1].name, str(one[1].path)))


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
