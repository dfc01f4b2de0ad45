"""What every command that mines does first: read, say what was skipped, mine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from notemine.cli.progress import progress_bars
from notemine.errors import ConfigError, ReadError

if TYPE_CHECKING:
    from notemine.cleaning import NameStore
    from notemine.config import Config
    from notemine.domain import Decisions, Mined, Progress, Skipped, TopicMap
    from notemine.embed import VectorCache
    from notemine.ingest.sources import Ingested

DONE_WITH_WARNINGS = 3


def mine_sources(
    sources: Sequence[Path],
    config: Config,
    *,
    event: str = "",
    held_on: str = "",
    decisions: Decisions | None = None,
    previous: TopicMap | None = None,
    refit: bool = False,
    cache: VectorCache | None = None,
    names: NameStore | None = None,
) -> Mined:
    """Read and mine ``sources`` with progress bars.

    Raises:
        ReadError: nothing could be read; the message names every cause.
        ConfigError: ``held_on`` is no date.
    """
    from notemine.pipeline import mine

    with progress_bars() as progress:
        ingested = read_notes(sources, config, event=event, held_on=held_on, progress=progress)
        return mine(
            ingested.notes,
            config,
            skipped=ingested.skipped,
            decisions=decisions,
            previous=previous,
            refit=refit,
            cache=cache,
            names=names,
            progress=progress,
        )


def read_notes(
    sources: Sequence[Path],
    config: Config,
    *,
    event: str = "",
    held_on: str = "",
    progress: Progress | None = None,
) -> Ingested:
    """Read ``sources``, on all cores where they are many.

    Raises:
        ReadError: nothing could be read; the message names every cause.
        ConfigError: ``held_on`` is no date.
    """
    from concurrent.futures import ProcessPoolExecutor

    from notemine.ingest import read_sources

    day = parse_date(held_on)
    # Its processes start with the first file that is handed to one.
    with ProcessPoolExecutor() as executor:
        ingested = read_sources(
            sources, event=event, held_on=day, settings=config.ingest, executor=executor, progress=progress
        )
    if not ingested.notes:
        raise no_notes(ingested.skipped)
    return ingested


def no_notes(skipped: Iterable[Skipped]) -> ReadError:
    """The error that names every cause why there is no note."""
    causes = "; ".join(f"{one.source}: {one.reason}" for one in skipped)
    return ReadError(f"geen notities gevonden ({causes or 'geen bestanden'})")


def say_skipped(skipped: Iterable[Skipped]) -> None:
    """Name what was skipped on stderr."""
    from notemine.report.safe import plain

    for one in skipped:
        typer.echo(f"overgeslagen: {plain(one.source)}: {plain(one.reason)}", err=True)


def exit_code(mined: Mined) -> int:
    """0, or 3 where something was skipped."""
    return DONE_WITH_WARNINGS if mined.skipped else 0


def parse_date(written: str) -> date | None:
    """Read a date given on the command line; None for an empty one.

    Raises:
        ConfigError: it is no date.
    """
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise ConfigError(f"--date {written!r} is geen datum; schrijf 2025-03-18") from error
