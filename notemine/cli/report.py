"""``notemine report``: writes the report alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from notemine.cli import options

FILE = "rapport.html"


def report(
    sources: options.SourcesOrNone = None,
    into: options.Into = options.OUTPUT,
    output: Annotated[
        Path | None,
        typer.Option("--output", help="Het bestand (anders rapport.html in de map)."),
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
    """Schrijf alleen het rapport, voor de browser."""
    from notemine.cli.listing import tell_written
    from notemine.cli.results import Asked, mine_asked, read_settings
    from notemine.report.choices import name_to_render
    from notemine.report.write import make_folder, write_report

    path = output or into / FILE
    # Before anything is mined.
    name_to_render(path, "rapport")
    asked = Asked(sources=sources or (), into=into, event=event, held_on=date, key=key, decisions=decisions)
    given = options.given(no_quotes=no_quotes, min_cell=min_cell)
    mined = mine_asked(asked, read_settings(asked, config, given))
    make_folder(path.parent)
    tell_written(mined, [write_report(mined, path, what="rapport")], as_json=as_json)
