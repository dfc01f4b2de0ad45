"""``notemine compare``: who speaks of what, with intervals over tables."""

from __future__ import annotations

from collections.abc import Hashable
from enum import StrEnum
from typing import Annotated, Any

import typer

from notemine.cli import options


class By(StrEnum):
    """What tables are grouped by."""

    SECTOR = "sector"
    ROLE = "role"
    THEME = "theme"
    EVENT = "event"


def compare(
    sources: options.Sources,
    by: Annotated[By, typer.Option(help="Waarnaar de tafels gegroepeerd worden.")] = By.SECTOR,
    topic: Annotated[str, typer.Option(help="Alleen dit onderwerp.")] = "",
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    decisions: options.DecisionsFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Vergelijk waar de tafels van sectoren, rollen, thema's of bijeenkomsten over spraken.

    Elke tafel telt even zwaar. De grenzen (95 %) zeggen hoe zeker een aandeel is, en of een groep ergens meer
    of minder over spreekt dan de andere tafels.
    """
    import notemine as nm
    from notemine.cli.mining import exit_code, mine_sources, say_skipped
    from notemine.workspace.name_key import KeyFile

    mined = mine_sources(
        sources,
        options.read_config(config),
        event=event,
        held_on=date,
        decisions=options.read_decisions(decisions),
        names=KeyFile(options.key_of(options.OUTPUT, key), is_fixed=True),
    )
    frame = nm.compare(mined, by.value, topic)
    if as_json:
        typer.echo(frame.to_json(orient="records", force_ascii=False))
    elif len(frame):
        _print(frame.to_dict("records"))
    else:
        typer.echo(f"de notities noemen geen twee verschillende groepen ({by.value})", err=True)
    say_skipped(mined.skipped)
    raise typer.Exit(exit_code(mined))


def _print(rows: list[dict[Hashable, Any]]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table("Onderwerp", "Groep", "Tafels", "Aandeel", "Verschil met de andere", "", box=None)
    for row in rows:
        table.add_row(
            escape(str(row["topic"])),
            escape(str(row["group"])),
            f"{row['n_speaking']} van {row['n_tables']}",
            f"{row['share']:.0%} ({row['low']:.0%} tot {row['high']:.0%})",
            f"{row['difference']:+.0%} ({row['difference_low']:+.0%} tot {row['difference_high']:+.0%})",
            "typisch" if row["is_typical"] else "",
        )
    Console().print(table)
