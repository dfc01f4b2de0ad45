"""``notemine export``: writes results in forms that other programs take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from notemine.cli import options
from notemine.cli.add import EXPORTED


def export(
    sources: options.SourcesOrNone = None,
    into: options.Into = options.OUTPUT,
    to: Annotated[
        str, typer.Option("--to", help="Een of meer van csv, docx, html, ics, json, md, xlsx.")
    ] = "xlsx,csv,json",
    output: Annotated[
        Path | None,
        typer.Option("--output", help=f"Map voor de bestanden (anders {EXPORTED} in de werkmap)."),
    ] = None,
    no_quotes: options.NoQuotes = False,
    min_cell: options.MinCell = None,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    decisions: options.DecisionsFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Schrijf alles wat gevonden is voor Excel, Word of een ander programma.

    xlsx: alles in één werkboek. csv: elke tabel een bestand. json: alles voor een programma, met schema.
    docx: de impressie en het plan. html: het rapport. md: het plan. ics: de uitnodiging, als er een datum is.
    """
    from notemine.cli.listing import tell_written
    from notemine.cli.results import Asked, mine_asked, read_settings
    from notemine.report import EXPORTS, write_exports

    names = [name.strip().lower() for name in to.split(",")]
    if unknown := [name for name in names if name not in EXPORTS]:
        raise typer.BadParameter(f"--to kent geen {unknown[0]!r}; kies uit {', '.join(EXPORTS)}")
    asked = Asked(sources=sources or (), into=into, event=event, held_on=date, key=key, decisions=decisions)
    settings = read_settings(asked, config, options.given(no_quotes=no_quotes, min_cell=min_cell))
    mined = mine_asked(asked, settings)
    written = write_exports(mined, output or into / EXPORTED, names)
    tell_written(mined, written, as_json=as_json)
