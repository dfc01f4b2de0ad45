"""``notemine add`` and ``notemine remove``: what a workspace knows of, without mining it yet."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from notemine.cli import options

if TYPE_CHECKING:
    from notemine.config import Config
    from notemine.domain import Skipped
    from notemine.workspace.name_key import Place
    from notemine.workspace.store import Store

# Where ``notemine export`` writes unless it is told otherwise.
EXPORTED = "export"
COUNTED = {
    "new": "nieuw",
    "changed": "gewijzigd",
    "same": "ongewijzigd",
    "removed": "weggehaald",
    "skipped": "overgeslagen",
}
ALWAYS = ("new", "changed", "same", "skipped")
MOST_CAUSES = 3

DryRun = Annotated[bool, typer.Option("--dry-run", help="Zeg wat er zou gebeuren, en doe niets.")]


def add(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Bestanden of mappen met notities (anders de map notities).", metavar="[BRONNEN...]"
        ),
    ] = None,
    into: options.Into = options.OUTPUT,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    remove: Annotated[
        list[str] | None,
        typer.Option("--remove", help="Haal weg wat uit dit bestand of deze map kwam; zie 'remove'."),
    ] = None,
    dry_run: DryRun = False,
    embedder: options.EmbedderName = None,
    pipeline: options.PipelineName = None,
    hide_schools: options.HideSchools = False,
    hide_places: options.HidePlaces = False,
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Voeg notities toe: alleen wat nieuw of gewijzigd is wordt gelezen. 'run' maakt er het rapport van.

    Wat uit een gewijzigd bestand kwam wordt vervangen. Wat uit een verdwenen bestand kwam blijft, tot je het
    weghaalt.
    """
    if not sources and not remove:
        sources = list(options.here(sources))
    settings = options.read_config(config).changed(
        options.given(
            embedder=embedder,
            pipeline=pipeline,
            hide_schools=hide_schools,
            hide_places=hide_places,
        )
    )
    change(
        into,
        sources or [],
        settings,
        patterns=remove or [],
        event=event,
        held_on=date,
        key=key,
        dry_run=dry_run,
        as_json=as_json,
    )


def remove(
    patterns: Annotated[
        list[str],
        typer.Argument(
            help="Bestand, map of patroon, zoals 2024-01-16-zwolle of '*.pdf'.", metavar="PATROON..."
        ),
    ],
    into: options.Into = options.OUTPUT,
    dry_run: DryRun = False,
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Haal bronnen weg, met alles wat eruit kwam; de bestanden zelf blijven staan."""
    settings = options.read_config(config)
    change(into, [], settings, patterns=patterns, key=key, dry_run=dry_run, as_json=as_json)


def change(
    into: Path,
    sources: Sequence[Path],
    config: Config,
    *,
    patterns: Sequence[str],
    event: str = "",
    held_on: str = "",
    key: Path | None = None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Add and remove sources, and say what was done; exits 3 where a file was skipped."""
    from notemine.cli.mining import DONE_WITH_WARNINGS
    from notemine.cli.progress import progress_bars
    from notemine.cli.workspace import open_workspace, update_workspace

    if dry_run:
        _say(_foresee(into, sources, patterns, event=event, held_on=held_on, key=key), (), as_json=as_json)
        return
    with open_workspace(into, key=key) as workspace, progress_bars() as progress:
        done = update_workspace(
            workspace,
            sources,
            config,
            event=event,
            held_on=held_on,
            remove=find_sources(workspace.store, workspace.names.places, patterns),
            progress=progress,
        )
    _say(done.counts, done.skipped, as_json=as_json)
    if done.counts["removed"]:
        typer.echo(_still_written(into), err=True)
    if done.skipped:
        raise typer.Exit(DONE_WITH_WARNINGS)


def _still_written(into: Path) -> str:
    """Where words of what was removed may stand still."""
    exported = (
        f" Haal {into / EXPORTED} zelf weg, of exporteer opnieuw." if (into / EXPORTED).is_dir() else ""
    )
    return f"In het rapport en het plan staat het nog; 'notemine run' maakt ze opnieuw.{exported}"


def find_sources(store: Store, places: Mapping[str, Place], patterns: Sequence[str]) -> set[str]:
    """Ids of the sources that patterns name.

    Raises:
        ReadError: there is none for one of them.
    """
    from notemine.errors import ReadError
    from notemine.workspace.changes import Known

    known = Known.read(store, places)
    names = dict(store.rows("SELECT id, name FROM sources"))
    found: set[str] = set()
    for pattern in patterns:
        some = known.matching(pattern, names)
        if not some:
            raise ReadError(f"geen bron heet {pattern!r}; 'notemine search' toont van elke regel het bestand")
        found |= some
    return found


def _foresee(
    into: Path,
    sources: Sequence[Path],
    patterns: Sequence[str],
    *,
    event: str,
    held_on: str,
    key: Path | None,
) -> Mapping[str, int]:
    """Count what would be done, and write nothing."""
    from notemine.cli.mining import parse_date
    from notemine.ingest.files import list_files
    from notemine.workspace.changes import Known, find_changes
    from notemine.workspace.name_key import KeyFile
    from notemine.workspace.store import FILE, Store

    path, day = into / FILE, parse_date(held_on)
    listed, skipped = list_files(sources)
    with Store(path if path.is_file() else None) as store:
        names = KeyFile(options.key_of(into, key), is_fixed=True)
        known = Known.read(store, names.places)
        items = find_changes([one._replace(event=event, held_on=day) for one in listed], known)
        removed = find_sources(store, names.places, patterns)
    states = [item.state for item in items]
    counts = {state: states.count(state) for state in ("new", "changed", "same")}
    return {**counts, "skipped": len(skipped), "removed": len(removed), "gone": len(known.gone() - removed)}


def _say(counts: Mapping[str, int], skipped: Sequence[Skipped], *, as_json: bool) -> None:
    from notemine.cli.mining import say_skipped
    from notemine.report.safe import plain

    if as_json:
        named = [{"source": one.source, "reason": one.reason} for one in skipped]
        typer.echo(json.dumps({**counts, "skipped": named}, ensure_ascii=False))
        return
    parts = [f"{counts[name]} {word}" for name, word in COUNTED.items() if name in ALWAYS or counts[name]]
    few = skipped if len(skipped) <= MOST_CAUSES else ()
    causes = "; ".join(f"{plain(one.source)}: {plain(one.reason)}" for one in few)
    typer.echo(", ".join(parts) + (f" ({causes})" if causes else ""))
    if not few:
        say_skipped(skipped)
    if counts["gone"]:
        typer.echo(
            f"Van {counts['gone']} bronnen is het bestand er niet meer; wat eruit kwam blijft. "
            "Haal het weg met 'notemine remove'.",
            err=True,
        )
