"""``notemine models``: what can be chosen, and what is installed."""

from __future__ import annotations

import json
from importlib.util import find_spec

import typer

from notemine.cli.options import AsJson


def models(as_json: AsJson = False) -> None:
    """Toon de vectormodellen en clustermethoden, en wat er geïnstalleerd is."""
    from notemine import registry
    from notemine.embed.encode import EMBEDDERS

    rows = []
    for name in registry.names_in(EMBEDDERS):
        package = registry.find(EMBEDDERS, name).PACKAGE
        rows.append({"kind": "embedder", "name": name, "installed": find_spec(package) is not None})
    for name in registry.names_in("notemine.topics.clusterers"):
        rows.append({"kind": "clusterer", "name": name, "installed": True})
    if as_json:
        typer.echo(json.dumps(rows))
        return
    for row in rows:
        state = "geïnstalleerd" if row["installed"] else f"ontbreekt: pip install 'notemine[{row['name']}]'"
        typer.echo(f"{row['kind']:<10} {row['name']:<10} {state}")
