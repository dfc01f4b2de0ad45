"""What a person knows better of a note: ``tafels.xlsx`` and ``notemine.toml`` overrule what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from notemine.config import IngestSettings, NoteSettings
from notemine.dutch.dates import find_date
from notemine.dutch.sectors import read_sector
from notemine.errors import ConfigError
from notemine.ingest.metadata import Facts, find_number
from notemine.ingest.overview import Overview

PLAIN_KEYS = ("theme", "role", "school", "author", "event", "place")
KEYS = frozenset({*PLAIN_KEYS, "table", "sector", "date"})
SHEET, SETTINGS = "tafels.xlsx", "notemine.toml"


def corrected(
    facts: Facts, source: str, *, overviews: Sequence[Overview], settings: IngestSettings
) -> Facts | None:
    """Put what a person says of a note over what was found; None where it is to be left out.

    Raises:
        ConfigError: a date is no date.
    """
    # The list nearest to the note speaks last.
    for overview in sorted(overviews, key=lambda one: (len(one.folder), one.folder)):
        facts = _with(facts, overview.said_of(source, facts.table), SHEET)
    for one in _settings_of(source, facts.table, settings.notes):
        if one.skip:
            return None
        facts = _with(facts, one.given(), SETTINGS)
    return facts


def is_said(facts: Facts, key: str) -> bool:
    """Whether a person told a fact."""
    return facts.told_by.get(key) in (SHEET, SETTINGS)


def _settings_of(source: str, table: str, settings: Mapping[str, NoteSettings]) -> Iterator[NoteSettings]:
    """Those whose name is the path of a note, its end or a pattern, or that with ``#`` and its table."""
    names = (source, f"{source}#{table}")
    for pattern in sorted(settings, key=lambda one: ("#" in one, len(one), one)):
        if any(_fits(f"/{name}", f"/{pattern}") for name in names):
            yield settings[pattern]


def _fits(name: str, pattern: str) -> bool:
    # "verslag [def].txt" is a name before it is a pattern.
    return name.endswith(pattern) or fnmatchcase(name, f"*{pattern}")


def _with(facts: Facts, said: Mapping[str, str], where: str) -> Facts:
    day = find_date(said["date"]) if "date" in said else None
    if "date" in said and day is None:
        if where == SETTINGS:
            raise ConfigError(f"{where}: datum {said['date']!r} is geen datum; schrijf 2025-03-18")
        # "dinsdag" in a list of tables is a day, but no date.
        said = {key: value for key, value in said.items() if key != "date"}
    known = {key: said.get(key, getattr(facts, key)) for key in PLAIN_KEYS}
    return replace(
        facts,
        **known,
        table=find_number(said["table"]) if "table" in said else facts.table,
        sector=read_sector(said["sector"]) if "sector" in said else facts.sector,
        held_on=day or facts.held_on,
        told_by={**facts.told_by, **dict.fromkeys(said.keys() & KEYS, where)},
    )
