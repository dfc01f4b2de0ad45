"""Mines and shows one of the results: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from notemine.cli import options
from notemine.cli.mining import exit_code, mine_sources, say_skipped

if TYPE_CHECKING:
    from notemine.config import Config
    from notemine.domain import Mined

SHOWN = {
    "topics": {
        "label": "Onderwerp",
        "n_segments": "Regels",
        "stability": "Stabiel",
        "flags": "Let op",
        "trend": "Verloop",
        "terms": "Woorden",
    },
    "questions": {"wording": "Vraag", "n_tables": "Tafels", "sectors": "Sectoren", "status": "Status"},
    "plan": {
        "round": "Ronde",
        "table": "Tafel",
        "title": "Onderwerp",
        "lead_question": "Openingsvraag",
        "sectors": "Sectoren",
        "reason": "Waarom",
    },
}


def show(
    what: str,
    sources: Sequence[Path],
    *,
    event: str,
    held_on: str,
    key: Path | None,
    config: Config,
    decisions: Path | None,
    as_json: bool,
    into: Path | None = None,
) -> None:
    """Mine ``sources`` and show the frame called ``what``; exits 3 where a file was skipped.

    With ``into`` the result is written there instead, in the form that the suffix names.
    """
    from notemine.workspace.name_key import KeyFile

    mined = mine_sources(
        sources,
        config,
        event=event,
        held_on=held_on,
        decisions=options.read_decisions(decisions),
        names=KeyFile(options.key_of(options.OUTPUT, key), is_fixed=True),
    )
    if into is None:
        _show_frame(mined, what, as_json=as_json)
    else:
        _write(mined, into, as_json=as_json)
    say_skipped(mined.skipped)
    raise typer.Exit(exit_code(mined))


def _show_frame(mined: Mined, what: str, *, as_json: bool) -> None:
    from notemine.report import to_frame

    frame = to_frame(mined, what)
    if as_json:
        typer.echo(frame.to_json(orient="records", force_ascii=False))
    else:
        _print_table(frame.to_dict("records"), SHOWN[what])


def _write(mined: Mined, path: Path, *, as_json: bool) -> None:
    from notemine.report import write_report

    written = write_report(mined, path).as_posix()
    typer.echo(json.dumps({"path": written}, ensure_ascii=False) if as_json else written)


def _print_table(rows: Sequence[Mapping[Any, Any]], columns: Mapping[str, str]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(*columns.values(), box=None, header_style="bold")
    for row in rows:
        table.add_row(*(escape(_cell(name, row[name])) for name in columns))
    Console().print(table)


def _cell(name: str, value: object) -> str:
    from notemine.report.views import FLAGS, TOPIC_TRENDS

    if name == "flags":
        return "; ".join(FLAGS[flag] for flag in str(value).split(", ") if flag)
    if name == "trend":
        return TOPIC_TRENDS[str(value)]
    if isinstance(value, float):
        return f"{value:.2f}"
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)
