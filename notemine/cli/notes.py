"""``notemine notes``: what was read and what was guessed of it, before anything is mined."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from notemine.cli import options

if TYPE_CHECKING:
    from rich.table import Table

    from notemine.domain import Note

FACTS = ("table", "sector", "theme", "role", "school", "author", "date", "place")
EVENT_FACTS = ("date", "place", "event")
NAME_OF = {"table": "tafel", "sector": "sector", "theme": "thema"}
HOW_TO_CORRECT = (
    "Klopt iets niet? Zet in notemine.toml bijvoorbeeld:\n"
    '  [ingest.notes."tafel 3*.docx"]\n'
    '  table = "3"\n'
    '  sector = "mbo"\n'
    "of leg een rekenblad tafels.xlsx bij de notities met kolommen bestand (of tafel), sector, thema, datum."
)


def notes(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Bestanden of mappen met notities (anders de map notities).", metavar="[BRONNEN...]"
        ),
    ] = None,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    keep_names: options.KeepNames = False,
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Toon wat er gelezen is: tafel, sector, thema, datum per notitie, en waar dat staat."""
    from notemine.cleaning import safe_notes
    from notemine.cli.mining import DONE_WITH_WARNINGS, read_notes, say_skipped
    from notemine.cli.progress import progress_bars
    from notemine.workspace.name_key import KeyFile

    settings = options.read_config(config).changed(options.given(keep_names=keep_names))
    with progress_bars() as progress:
        ingested = read_notes(options.here(sources), settings, event=event, held_on=date, progress=progress)
    names = KeyFile(options.key_of(options.OUTPUT, key), is_fixed=True)
    safe = safe_notes(ingested.notes, settings, skipped=ingested.skipped, names=names)
    if as_json:
        rows = [_row(note) for note in safe.notes]
        skipped = [{"source": s.source, "reason": s.reason} for s in safe.skipped]
        typer.echo(json.dumps({"notes": rows, "skipped": skipped}, ensure_ascii=False))
    else:
        _show(safe.notes)
        typer.echo(HOW_TO_CORRECT, err=True)
    say_skipped(safe.skipped)
    raise typer.Exit(DONE_WITH_WARNINGS if safe.skipped else 0)


def _row(note: Note) -> dict[str, Any]:
    values = _values(note)
    told_by = dict(note.metadata_from)
    return {
        "source": note.source,
        "event": note.event.title,
        **values,
        "told_by": {key: told_by[key] for key in FACTS if key in told_by and values[key]},
        "encoding": note.encoding,
        "n_lines": sum(1 for line in note.text.split("\n") if line.strip()),
        "n_foreign": len(note.foreign_lines),
        "n_repeated": len(note.repeated_lines),
    }


def _values(note: Note) -> dict[str, str]:
    held_on = note.event.held_on
    own = {key: getattr(note, key) for key in FACTS if key not in ("date", "place")}
    return {**own, "date": held_on.isoformat() if held_on else "", "place": note.event.place}


def _show(notes: Sequence[Note]) -> None:
    from rich.console import Console
    from rich.markup import escape

    from notemine.dutch.phrases import count
    from notemine.report.safe import plain
    from notemine.report.sentences import when

    console = Console()
    for _, group in groupby(notes, key=lambda note: note.event.id):
        of_event = list(group)
        told_by = dict(of_event[0].metadata_from)
        where = sorted({told_by[key] for key in EVENT_FACTS if key in told_by})
        heading = " ".join(when([of_event[0].event])) + (f" (uit {', '.join(where)})" if where else "")
        console.print(f"[bold]{escape(plain(heading))}[/bold]")
        console.print(_table(of_event))
    n_foreign = sum(len(note.foreign_lines) for note in notes)
    n_repeated = sum(len(note.repeated_lines) for note in notes)
    files = count(len({note.source for note in notes}), "bestand", "bestanden")
    typer.echo(f"{count(len(notes), 'notitie', 'notities')} uit {files}", err=True)
    if n_foreign or n_repeated:
        foreign = count(n_foreign, "regel", "regels")
        repeated = count(n_repeated, "dubbele regel", "dubbele regels")
        told = f"Niet meegeteld: {foreign} in een andere taal, {repeated}."
        typer.echo(told, err=True)


def _table(notes: Sequence[Note]) -> Table:
    from rich.markup import escape
    from rich.table import Table

    from notemine.report.safe import plain

    table = Table("Bestand", "Tafel", "Sector", "Thema", "Verder", "Waaruit", box=None, padding=(0, 2, 0, 2))
    for note in notes:
        told_by = dict(note.metadata_from)
        more = ", ".join(filter(None, (note.role, note.school, note.author and f"verslag {note.author}")))
        cells = (note.source.rpartition("/")[2], note.table, note.sector, note.theme, more, _where(told_by))
        table.add_row(*(escape(plain(cell)) for cell in cells))
    return table


def _where(told_by: Mapping[str, str]) -> str:
    """What told the table, the sector and the theme: "titel (tafel), kop (sector, thema)"."""
    keys_of: dict[str, list[str]] = {}
    for key, name in NAME_OF.items():
        if key in told_by:
            keys_of.setdefault(told_by[key], []).append(name)
    if len(keys_of) == 1:
        return next(iter(keys_of))
    return ", ".join(f"{where} ({', '.join(names)})" for where, names in keys_of.items())
