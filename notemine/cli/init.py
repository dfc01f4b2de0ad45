"""``notemine init``: a folder for a series of events."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from notemine.cli.options import AsJson


def init(
    folder: Annotated[Path, typer.Argument(help="De map; zonder naam deze map.", metavar="[MAP]")] = Path(),
    as_json: AsJson = False,
) -> None:
    """Maak een map klaar voor een reeks bijeenkomsten: uitgelegde instellingen en plaats voor notities.

    Wat er al staat blijft zoals het is.
    """
    from notemine.workspace.beginning import NOTES, begin

    made = begin(folder)
    if as_json:
        typer.echo(json.dumps({"written": [path.as_posix() for path in made]}))
        return
    for path in made:
        typer.echo(path.as_posix())
    here = f"cd {folder.as_posix()}; " if folder != Path() else ""
    typer.echo(
        f"Zet de notities in {(folder / NOTES).as_posix()}, een map per bijeenkomst met de datum in de naam, "
        f"zoals 2025-11-11-roosendaal.\nDan: {here}notemine add, en notemine run.",
        err=True,
    )
