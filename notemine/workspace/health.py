"""Whether a workspace is sound: its database, the key beside it, what a person decided, room to write."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from notemine.dutch.phrases import count
from notemine.errors import ConfigError, NotemineError, ReadError
from notemine.workspace.decisions import FILE as DECISIONS
from notemine.workspace.decisions import read_decisions
from notemine.workspace.name_key import KeyFile
from notemine.workspace.store import FILE, Store

MIN_FREE_MB = 200


def checks_of(into: Path, key: Path) -> Mapping[str, Callable[[], str]]:
    """What to look at in a workspace, by name; each says in Dutch how it is, or raises what is wrong.

    Args:
        into: The workspace; it has a database.
        key: The file with the key of its pseudonyms.
    """
    return {
        "werkmap": lambda: _database(into / FILE),
        "sleutel": lambda: _key(key),
        "bronnen": lambda: _sources(into / FILE, key),
        "beslissingen": lambda: _decisions(into / DECISIONS),
        "schijf": lambda: _room(into),
    }


def _database(path: Path) -> str:
    with Store(path) as store:
        faults = [row[0] for row in store.rows("PRAGMA integrity_check(1)") if row[0] != "ok"]
        faults += [f"verwijzing naar {row[2]}" for row in store.rows("PRAGMA foreign_key_check")[:1]]
        store.execute("INSERT INTO segments_fts (segments_fts) VALUES ('integrity-check')")
        tables = ("events", "notes", "segments")
        n_events, n_notes, n_segments = (
            store.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables
        )
    if faults:
        raise ReadError(
            f"{path}: beschadigd ({faults[0]}); geef het bestand een andere naam en voeg opnieuw toe"
        )
    parts = (
        count(n_events, "bijeenkomst", "bijeenkomsten"),
        count(n_notes, "notitie", "notities"),
        count(n_segments, "regel", "regels"),
    )
    return ", ".join(parts)


def _key(path: Path) -> str:
    if not path.is_file():
        raise ConfigError(f"{path}: is er niet; zonder sleutel krijgt wie al een nummer had een nieuw nummer")
    n_people = len(KeyFile(path, is_fixed=True).key.people)
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ConfigError(f"{path}: anderen op deze computer kunnen dit lezen; doe: chmod 600 {path.name}")
    return count(n_people, "naam vervangen", "namen vervangen")


def _sources(path: Path, key: Path) -> str:
    from notemine.workspace.changes import Known

    with Store(path) as store:
        known = Known.read(store, KeyFile(key, is_fixed=True).places)
    n_gone = len(known.gone())
    gone = f", van {n_gone} is het bestand er niet meer (wat eruit kwam blijft)" if n_gone else ""
    return count(len(known.stats), "bron", "bronnen") + gone


def _decisions(path: Path) -> str:
    read_decisions(path)
    return path.name if path.is_file() else "nog geen"


def _room(into: Path) -> str:
    free = shutil.disk_usage(into).free // 1_000_000
    if free < MIN_FREE_MB:
        raise NotemineError(f"nog {free} MB vrij; maak ruimte")
    return f"{free // 1000} GB vrij" if free >= 1000 else f"{free} MB vrij"
