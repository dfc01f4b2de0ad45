"""The key of pseudonyms on disk: beside the folder with results, never in it, for its owner's eyes only."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple, TypeAlias

from notemine.domain import KnownPerson, NameDecisions, NameKey
from notemine.dutch.causes import cannot_write
from notemine.errors import ConfigError

VERSION = 1
SUFFIX = ".key.json"
ABOUT = "Wie er achter elk pseudoniem zit. Bewaar dit apart van het rapport en stuur het niet mee."


class Place(NamedTuple):
    """Where a source of a workspace was read; a path may hold a name, so it is kept here.

    Attributes:
        name, path, root, event, held_on: As in ``Source``, as text.
    """

    name: str
    path: str
    root: str
    event: str = ""
    held_on: str = ""


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a key file holds: the key, a place for each source by its id, and what hashes are salted with."""

    key: NameKey = field(default_factory=NameKey)
    places: Mapping[str, Place] = field(default_factory=dict)
    secret: str = ""


# Inode, time of change and size; of no file nothing.
Stamp: TypeAlias = tuple[int, ...]
NOT_ON_DISK: Stamp = (-1,)


@dataclass(slots=True)
class KeyFile:
    """A key that is read from a file and, unless ``is_fixed``, written back when it changes."""

    path: Path
    is_fixed: bool = False
    _read: _Contents = field(init=False)
    _stamp: Stamp = field(init=False)

    def __post_init__(self) -> None:
        """Read the file.

        Raises:
            ConfigError: it is no key.
        """
        self._stamp = _stamp_of(self.path)
        self._read = _read_contents(self.path)

    @property
    def key(self) -> NameKey:
        """The key as it was read or kept last."""
        return self._read.key

    @property
    def places(self) -> Mapping[str, Place]:
        """Where each source of the workspace is, by its id."""
        return self._read.places

    @property
    def secret(self) -> str:
        """What hashes of texts with names are salted with; empty before ``keep_places``."""
        return self._read.secret

    def keep(self, key: NameKey) -> None:
        """Remember a key, beside what another process wrote meanwhile: nobody is dropped from it.

        Raises:
            WriteError: it cannot be written.
        """
        if key == self.key:
            return
        if self.is_fixed:
            self._read, self._stamp = replace(self._read, key=key), NOT_ON_DISK
            return
        on_disk = self._on_disk()
        said = key.decisions if key.decisions != self.key.decisions else on_disk.key.decisions
        known = set(self.key.people)
        meanwhile = [one for one in on_disk.key.people if one not in known]
        both = NameKey(people=_joined(key.people, meanwhile), decisions=said)
        self._write(replace(on_disk, key=both), on_disk)

    def keep_places(self, places: Mapping[str, Place]) -> None:
        """Remember where the sources of the workspace are.

        Raises:
            WriteError: it cannot be written.
        """
        on_disk = self._on_disk()
        secret = self.secret or on_disk.secret or token_hex(16)
        self._write(replace(on_disk, places=dict(sorted(places.items())), secret=secret), on_disk)

    def _on_disk(self) -> _Contents:
        """What the file holds now; it is read again only if another process wrote it."""
        return self._read if _stamp_of(self.path) == self._stamp else _read_contents(self.path)

    def _write(self, contents: _Contents, on_disk: _Contents) -> None:
        if contents != on_disk:
            self._stamp = _write_contents(contents, self.path)
        self._read = contents


def _stamp_of(path: Path) -> Stamp:
    """What tells a file from the one that took its place."""
    try:
        return _stamp(path.stat())
    except OSError:
        return ()


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def _joined(people: tuple[KnownPerson, ...], others: Iterable[KnownPerson]) -> tuple[KnownPerson, ...]:
    """People of two keys; who is in both is as in the first."""
    known = {(one.event_id, one.given, one.family) for one in people}
    return (*people, *(one for one in others if (one.event_id, one.given, one.family) not in known))


def key_path(into: Path) -> Path:
    """Where the key of the results in a folder is kept."""
    folder = into.resolve()
    return folder.parent / f"{folder.name or 'notemine'}{SUFFIX}"


def read_key(path: Path) -> NameKey:
    """Read a key; an empty one where there is none yet.

    Raises:
        ConfigError: it cannot be read, or is no key.
    """
    return _read_contents(path).key


def _read_contents(path: Path) -> _Contents:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise ConfigError(f"{path}: een sleutel van een andere versie van notemine ({data['version']})")
        people = tuple(_person(one) for one in data["people"])
        key = NameKey(people=people, decisions=_decisions(data["decisions"]))
        places = {id_: _place(place) for id_, place in dict(data.get("sources", {})).items()}
        return _Contents(key, places, str(data.get("secret", "")))
    except (FileNotFoundError, NotADirectoryError):
        return _Contents()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"{path}: geen leesbare sleutel ({type(error).__name__}); zet hem terug of haal hem weg"
        ) from error


def _person(data: dict[str, Any]) -> KnownPerson:
    words = {name: data[name] for name in ("event_id", "pseudonym", "given", "family")}
    if not all(isinstance(word, str) for word in (*words.values(), *data["forms"])):
        raise TypeError("no text")
    return KnownPerson(**words, forms=tuple(data["forms"]))


def _place(data: dict[str, Any]) -> Place:
    place = Place(**data)
    if not all(isinstance(word, str) for word in place):
        raise TypeError("no text")
    return place


def _decisions(data: dict[str, Any]) -> NameDecisions:
    return NameDecisions(
        names=tuple(data["names"]),
        no_names=tuple(data["no_names"]),
        public=tuple(data["public"]),
        same=tuple(map(tuple, data["same"])),
    )


def write_key(key: NameKey, path: Path) -> None:
    """Write a key, whole or not at all, with mode 0600; what else the file holds stays.

    Raises:
        ConfigError: there is something else.
        WriteError: it cannot be written.
    """
    _write_contents(replace(_read_contents(path), key=key), path)


def _write_contents(contents: _Contents, path: Path) -> Stamp:
    parts = {
        "about": _json(ABOUT),
        "version": _json(VERSION),
        "people": _lines("[", map(_json, map(_as_data, contents.key.people)), "]"),
        "decisions": _json(asdict(contents.key.decisions)),
    }
    if contents.secret:
        places = (f"{_json(id_)}: {_json(place._asdict())}" for id_, place in contents.places.items())
        parts |= {"secret": _json(contents.secret), "sources": _lines("{", places, "}")}
    content = _lines("{", (f"{_json(name)}: {part}" for name, part in parts.items()), "}")
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # What lies there may be readable by others, or lead elsewhere.
        beside.unlink(missing_ok=True)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(content + "\n")
            file.flush()
            os.fsync(file.fileno())
            stamp = _stamp(os.fstat(file.fileno()))
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise cannot_write(path, error) from error
    return stamp


def _as_data(person: KnownPerson) -> dict[str, Any]:
    """Like ``asdict``, which takes as long as all else where there are thousands."""
    return {name: getattr(person, name) for name in KnownPerson.__slots__}


_json = json.JSONEncoder(ensure_ascii=False).encode


def _lines(opening: str, parts: Iterable[str], closing: str) -> str:
    """JSON with a person or a source a line; ``json`` itself is slow where it breaks lines."""
    return f"{opening}\n" + ",\n".join(parts) + f"\n{closing}"


def with_decisions(key: NameKey, **said: tuple[str, ...]) -> NameKey:
    """Add to what was said of names: ``names``, ``no_names``, ``public``, or ``same`` for one person.

    The last word counts: what is said to be no name is no name any more that was said to be one.
    """
    decisions = key.decisions
    for kind, forms in said.items():
        if kind == "same":
            known = tuple(one for one in decisions.same if one != forms)
            decisions = replace(decisions, same=(*known, forms)) if forms else decisions
            continue
        others = {
            other: _without(getattr(decisions, other), forms) for other in ("names", "no_names", "public")
        }
        lists = {**others, kind: tuple(dict.fromkeys((*others[kind], *forms)))}
        decisions = NameDecisions(**lists, same=decisions.same)
    return replace(key, decisions=decisions)


def _without(forms: tuple[str, ...], gone: tuple[str, ...]) -> tuple[str, ...]:
    plain = {form.lower() for form in gone}
    return tuple(form for form in forms if form.lower() not in plain)
