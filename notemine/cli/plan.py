"""``notemine plan``: shows the plan for the next event, or writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from notemine.cli import options


def plan(
    sources: options.SourcesOrNone = None,
    into: options.Into = options.OUTPUT,
    output: Annotated[
        Path | None,
        typer.Option("--output", help="Schrijf het plan hierheen: plan.docx, plan.xlsx, plan.md, plan.ics."),
    ] = None,
    tables: options.Tables = None,
    rounds: options.Rounds = None,
    seats: options.Seats = None,
    next_title: options.NextTitle = None,
    next_date: options.NextDate = None,
    next_place: options.NextPlace = None,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    key: options.KeyFile = None,
    no_quotes: options.NoQuotes = False,
    min_cell: options.MinCell = None,
    config: options.ConfigFile = None,
    decisions: options.DecisionsFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Toon het plan voor de volgende bijeenkomst, of schrijf het als Word, Excel, tekst of afspraak."""
    from notemine.cli.listing import show, tell_written
    from notemine.cli.results import Asked, mine_asked, read_settings
    from notemine.report.choices import name_to_render
    from notemine.report.write import make_folder, write_report

    asked = Asked(sources=sources or (), into=into, event=event, held_on=date, key=key, decisions=decisions)
    given = options.given(
        no_quotes=no_quotes,
        min_cell=min_cell,
        n_tables=tables,
        rounds=rounds,
        seats=seats,
        next_title=next_title,
        next_date=next_date,
        next_place=next_place,
    )
    if output is not None:
        # Before anything is mined.
        name_to_render(output, "plan")
    mined = mine_asked(asked, read_settings(asked, config, given))
    if output is None:
        show(mined, "plan", as_json=as_json)
    make_folder(output.parent)
    tell_written(mined, [write_report(mined, output, what="plan")], as_json=as_json)
