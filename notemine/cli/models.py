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
    from notemine.topics.clustering import CLUSTERERS

    package_of = {name: registry.find(EMBEDDERS, name).PACKAGE for name in registry.names_in(EMBEDDERS)}
    rows = [
        *(
            {"kind": "embedder", "name": n, "installed": find_spec(p) is not None}
            for n, p in package_of.items()
        ),
        *({"kind": "clusterer", "name": n, "installed": True} for n in registry.names_in(CLUSTERERS)),
    ]
    if as_json:
        typer.echo(json.dumps(rows))
        return
    for row in rows:
        state = "geïnstalleerd" if row["installed"] else f"ontbreekt: pip install 'notemine[{row['name']}]'"
        typer.echo(f"{row['kind']:<10} {row['name']:<22} {state}")
