"""The key of pseudonyms on disk: beside the folder with results, never in it, for its owner's eyes only."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from notemine.domain import KnownPerson, NameDecisions, NameKey
from notemine.errors import ConfigError, WriteError

VERSION = 1
SUFFIX = ".key.json"
ABOUT = "Wie er achter elk pseudoniem zit. Bewaar dit apart van het rapport en stuur het niet mee."


@dataclass(slots=True)
class KeyFile:
    """A key that is read from a file and, unless ``is_fixed``, written back when it changes."""

    path: Path
    is_fixed: bool = False
    key: NameKey = field(init=False)

    def __post_init__(self) -> None:
        """Read the file.

        Raises:
            ConfigError: it is no key.
        """
        self.key = read_key(self.path)

    def keep(self, key: NameKey) -> None:
        """Remember a key.

        Raises:
            WriteError: it cannot be written.
        """
        if key != self.key and not self.is_fixed:
            write_key(key, self.path)
        self.key = key


def key_path(into: Path) -> Path:
    """Where the key of the results in a folder is kept."""
    folder = into.resolve()
    return folder.parent / f"{folder.name or 'notemine'}{SUFFIX}"


def read_key(path: Path) -> NameKey:
    """Read a key; an empty one where there is none yet.

    Raises:
        ConfigError: it cannot be read, or is no key.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise ConfigError(f"{path}: een sleutel van een andere versie van notemine ({data['version']})")
        people = tuple(_person(one) for one in data["people"])
        return NameKey(people=people, decisions=_decisions(data["decisions"]))
    except FileNotFoundError:
        return NameKey()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"{path}: geen leesbare sleutel ({type(error).__name__}); zet hem terug of haal hem weg"
        ) from error


def _person(data: dict[str, Any]) -> KnownPerson:
    words = {name: data[name] for name in ("event_id", "pseudonym", "given", "family")}
    if not all(isinstance(word, str) for word in (*words.values(), *data["forms"])):
        raise TypeError("no text")
    return KnownPerson(**words, forms=tuple(data["forms"]))


def _decisions(data: dict[str, Any]) -> NameDecisions:
    return NameDecisions(
        names=tuple(data["names"]),
        no_names=tuple(data["no_names"]),
        public=tuple(data["public"]),
        same=tuple(map(tuple, data["same"])),
    )


def write_key(key: NameKey, path: Path) -> None:
    """Write a key, whole or not at all, with mode 0600.

    Raises:
        WriteError: it cannot be written.
    """
    content = json.dumps({"about": ABOUT, "version": VERSION, **asdict(key)}, ensure_ascii=False, indent=1)
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
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise WriteError(
            f"{path}: de sleutel kan hier niet staan ({error.strerror}); noem een andere plaats"
        ) from error


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
