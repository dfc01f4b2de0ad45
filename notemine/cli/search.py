"""``notemine search``: lines in a workspace, by words or by meaning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from notemine.cli import options

if TYPE_CHECKING:
    from notemine.workspace.search import Hit


def search(
    query: Annotated[str, typer.Argument(help="Woorden, of een zin met --meaning.", metavar="WOORDEN")],
    into: options.Into = options.OUTPUT,
    meaning: Annotated[bool, typer.Option("--meaning", help="Zoek wat hetzelfde betekent.")] = False,
    sector: Annotated[str, typer.Option(help="Alleen deze sector, bijvoorbeeld mbo.")] = "",
    event: Annotated[
        str, typer.Option(help="Alleen deze bijeenkomst: (deel van) datum, naam of plaats.")
    ] = "",
    table: Annotated[str, typer.Option(help="Alleen deze tafel.")] = "",
    limit: Annotated[int, typer.Option(help="Hoogstens zoveel regels.", min=1)] = 20,
    embedder: options.EmbedderName = None,
    config: options.ConfigFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Zoek in alle notities: 'ouders' vindt ook "ouderavond". Bij elke regel staan bestand en plaats."""
    from dataclasses import asdict

    from notemine.cli.results import open_store
    from notemine.workspace.rows import count_texts
    from notemine.workspace.search import Where, search_meaning, search_words

    if not query.strip():
        raise typer.BadParameter("noem woorden om te zoeken")
    where = Where(sector=sector, event=event, table=table)
    with open_store(into) as store:
        if meaning:
            from notemine.embed import load_embedder

            settings = options.read_config(config).changed(options.given(embedder=embedder))
            n_texts = count_texts(store)
            found = search_meaning(
                store,
                query,
                embedder=load_embedder(settings.embedder, n_texts=n_texts),
                where=where,
                limit=limit,
            )
        else:
            found = search_words(store, query, where=where, limit=limit)
    if as_json:
        typer.echo(json.dumps([asdict(hit) for hit in found], ensure_ascii=False))
    else:
        _show(found)


def _show(found: Sequence[Hit]) -> None:
    from notemine.report.safe import plain

    for hit in found:
        table = f"tafel {hit.table}" if hit.table.isdigit() else hit.table
        about = ", ".join(filter(None, map(plain, (hit.event, table, hit.sector))))
        typer.echo(f"{plain(hit.snippet)}\n    {plain(hit.source)}:{hit.line}  {about}")
    if not found:
        typer.echo("Niets gevonden. Met --meaning zoek je op betekenis.", err=True)
