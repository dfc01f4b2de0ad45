"""``notemine plan``: mines the notes, and shows the plan alone or writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from notemine.cli import options


def plan(
    sources: options.Sources,
    into: Annotated[
        Path | None,
        typer.Option("--into", help="Schrijf het plan hierheen: plan.docx, plan.xlsx, plan.md, plan.ics."),
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
    from notemine.cli.listing import show

    settings = options.with_options(
        options.read_config(config),
        no_quotes=no_quotes,
        min_cell=min_cell,
        tables=tables,
        rounds=rounds,
        seats=seats,
        next_title=next_title,
        next_date=next_date,
        next_place=next_place,
    )
    show(
        "plan",
        sources,
        event=event,
        held_on=date,
        key=key,
        config=settings,
        decisions=decisions,
        as_json=as_json,
        into=into,
    )
