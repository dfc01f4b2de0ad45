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
            help="Bestanden of mappen met notities (anders wat is toegevoegd): het plan dat eruit volgt, "
            "komt op de vellen.",
            metavar="[BRONNEN...]",
        ),
    ] = None,
    into: options.Into = options.OUTPUT,
    output: Annotated[Path, typer.Option("--output", help="Map voor de vellen.")] = FOLDER,
    tables: Annotated[int | None, typer.Option("--tables", min=1, max=99, help="Aantal tafels.")] = None,
    blank: Annotated[
        bool, typer.Option("--blank", help="Vellen zonder thema, zoveel als --tables zegt.")
    ] = False,
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
    from notemine.cli.listing import end
    from notemine.cli.mining import parse_date
    from notemine.cli.results import Asked, has_notes, mine_asked, read_settings
    from notemine.report import for_outside, questions_for_others, write_sheets

    write = partial(write_sheets, folder=output, force=force)
    if blank or not (sources or has_notes(into)):
        if tables is None:
            raise typer.BadParameter("noem bronnen, of een aantal tafels met --tables")
        _show(write(tables, event=event, held_on=parse_date(date), place=place), as_json=as_json)
        return
    asked = Asked(sources=sources or (), into=into, key=key, decisions=decisions)
    given = options.given(
        n_tables=tables, next_title=event or None, next_date=date or None, next_place=place or None
    )
    settings = read_settings(asked, config, given)
    mined, coming = for_outside(mine_asked(asked, settings)), settings.plan
    written = write(
        mined.plan,
        questions=questions_for_others(mined),
        event=coming.title,
        held_on=coming.date,
        place=coming.place,
    )
    _show(written, mined, as_json=as_json)
    end(mined)


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
        typer.echo("geen tafel in het plan, dus geen vel; --blank --tables 8 maakt lege vellen", err=True)
