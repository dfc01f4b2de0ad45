"""``notemine sheets``: writes a note sheet for each table of the next event."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from notemine.cli import options

if TYPE_CHECKING:
    from notemine.domain import Mined

FOLDER = Path("vellen")


def sheets(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Bestanden of mappen met notities: het plan dat eruit volgt, komt op de vellen.",
            metavar="[BRONNEN...]",
        ),
    ] = None,
    into: Annotated[Path, typer.Option("--into", help="Map voor de vellen.")] = FOLDER,
    tables: Annotated[
        int | None,
        typer.Option(
            "--tables", min=1, max=99, help="Aantal tafels; zonder bronnen zijn de vellen zonder thema."
        ),
    ] = None,
    event: Annotated[str, typer.Option("--event", help="Naam van de volgende bijeenkomst.")] = "",
    date: Annotated[
        str, typer.Option("--date", help="Datum van de volgende bijeenkomst, als 2025-03-18.")
    ] = "",
    place: Annotated[str, typer.Option("--place", help="Plaats van de volgende bijeenkomst.")] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Overschrijf vellen die er al staan, ook ingevulde.")
    ] = False,
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    decisions: options.DecisionsFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Schrijf voor elke tafel van de volgende bijeenkomst een invulvel (Word)."""
    from notemine.cli.mining import exit_code, mine_sources, parse_date, say_skipped
    from notemine.report import for_outside, questions_for_others, write_sheets
    from notemine.workspace.name_key import KeyFile

    write = partial(
        write_sheets, folder=into, event=event, held_on=parse_date(date), place=place, force=force
    )
    if not sources:
        if tables is None:
            raise typer.BadParameter("noem bronnen, of een aantal tafels met --tables")
        _show(write(tables), as_json=as_json)
        return
    settings = options.read_config(config)
    if tables is not None:
        settings = settings.changed({"plan": {"tables": tables}})
    names = KeyFile(options.key_of(options.OUTPUT, key), is_fixed=True)
    mined = mine_sources(sources, settings, decisions=options.read_decisions(decisions), names=names)
    mined = for_outside(mined)
    written = write(mined.plan, questions=questions_for_others(mined))
    _show(written, mined, as_json=as_json)
    say_skipped(mined.skipped)
    raise typer.Exit(exit_code(mined))


def _show(written: list[Path], mined: Mined | None = None, *, as_json: bool) -> None:
    from notemine.report.safe import plain

    themes = [plain(item.title) for item in mined.plan.items] if mined else [""] * len(written)
    if as_json:
        rows = [
            {"table": str(number), "theme": theme, "path": path.as_posix()}
            for number, (path, theme) in enumerate(zip(written, themes, strict=True), start=1)
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for path in written:
        typer.echo(path)
    if not written:
        typer.echo(
            "geen tafel in het plan, dus geen vel; --tables 8 zonder bronnen maakt lege vellen", err=True
        )
