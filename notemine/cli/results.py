"""What a command that shows or writes results is about: the notes it names, or else those of a workspace."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from notemine.cli import options

if TYPE_CHECKING:
    from notemine.cleaning import CleanNotes
    from notemine.config import Config
    from notemine.domain import Decisions, Mined
    from notemine.workspace.store import Store

TOPICS = ".notemine/onderwerpen.json"
# In the database: what the last run was asked on the command line.
RUN_OPTIONS = "run_options"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which notes, and what is known of them; without ``sources`` those of the workspace ``into``."""

    sources: Sequence[Path]
    into: Path
    event: str = ""
    held_on: str = ""
    key: Path | None = None
    decisions: Path | None = None


def read_settings(asked: Asked, config: Path | None, given: Mapping[str, Any] | None = None) -> Config:
    """Settings of the user, in a workspace those of its last run, and over them what is ``given`` now.

    Raises:
        ConfigError: a value is not allowed.
        BadParameter: nothing was added to the workspace, or it is told of what event it is.
    """
    settings = options.read_config(config)
    if not asked.sources:
        _check_workspace(asked)
        with open_store(asked.into) as store:
            settings = _with_last_run(settings, store)
    return settings.changed(given or {})


def _with_last_run(settings: Config, store: Store) -> Config:
    from notemine.errors import ConfigError

    try:
        return settings.changed(json.loads(store.meta(RUN_OPTIONS) or "{}"))
    except (ConfigError, ValueError, AttributeError) as error:
        raise ConfigError(
            f"wat de laatste run gevraagd werd is niet meer bruikbaar ({error}); draai 'notemine run' opnieuw"
        ) from error


def mine_asked(asked: Asked, config: Config) -> Mined:
    """Mine what was asked, with progress bars; what is in a workspace stays as it is.

    Raises:
        ReadError: there is no note; the message names every cause.
        ConfigError: a date or decision is wrong.
    """
    from notemine.cli.mining import mine_sources
    from notemine.workspace.name_key import KeyFile

    if not asked.sources:
        return _mine_workspace(asked, config)
    return mine_sources(
        asked.sources,
        config,
        event=asked.event,
        held_on=asked.held_on,
        decisions=options.read_decisions(asked.decisions, asked.into),
        names=KeyFile(options.key_of(asked.into, asked.key), is_fixed=True),
    )


def clean_asked(asked: Asked, config: Config) -> CleanNotes:
    """The notes without names and their segments, before anything is found in them.

    Raises:
        ReadError: there is no note; the message names every cause.
    """
    from notemine.cleaning import clean_notes
    from notemine.cli.mining import read_notes
    from notemine.cli.workspace import open_workspace, read_clean
    from notemine.workspace.name_key import KeyFile

    if not asked.sources:
        with open_workspace(asked.into, key=asked.key) as workspace:
            return read_clean(workspace.store)
    ingested = read_notes(asked.sources, config, event=asked.event, held_on=asked.held_on)
    names = KeyFile(options.key_of(asked.into, asked.key), is_fixed=True)
    return clean_notes(ingested.notes, config, skipped=ingested.skipped, names=names)


def open_store(into: Path) -> Store:
    """The database of a workspace, which must be there.

    Raises:
        ReadError: it is not.
    """
    from notemine.errors import ReadError
    from notemine.workspace.store import FILE, Store

    path = into / FILE
    if not has_notes(into):
        raise ReadError(f"{path}: nog geen notities; voeg ze toe met 'notemine add'")
    return Store(path)


def decisions_of(asked: Asked) -> Decisions:
    """What a person said of a workspace."""
    from notemine.workspace.decisions import FILE, read_decisions

    return read_decisions(asked.decisions or asked.into / FILE, must_exist=asked.decisions is not None)


def _mine_workspace(asked: Asked, config: Config) -> Mined:
    from notemine.cli.progress import progress_bars
    from notemine.cli.workspace import mine_store, open_workspace
    from notemine.workspace.topic_maps import Before

    decided = decisions_of(asked)
    # A workspace holds no names, whatever the last run showed.
    config = config.changed({"privacy": {"keep_names": False}})
    with open_workspace(asked.into, key=asked.key) as workspace, progress_bars() as progress:
        before = Before.read(asked.into / TOPICS, config, decisions=decided.topics)
        return mine_store(workspace.store, config, decisions=decided, before=before, progress=progress)


def has_notes(into: Path) -> bool:
    """Whether something was added to a workspace."""
    from notemine.workspace.store import FILE

    return (into / FILE).is_file()


def _check_workspace(asked: Asked) -> None:
    if not has_notes(asked.into):
        raise typer.BadParameter(
            f"noem bestanden of mappen met notities; in {asked.into} is nog niets toegevoegd"
        )
    if asked.event or asked.held_on:
        raise typer.BadParameter("--event en --date horen bij bronnen; noem die ook")
