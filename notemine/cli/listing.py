"""Shows a part of a result: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from notemine.cli.mining import exit_code, say_skipped

if TYPE_CHECKING:
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
}
# As many as stand on a line of a terminal.
N_TERMS = 5


def show(mined: Mined, what: str, *, as_json: bool) -> NoReturn:
    """Show the topics, questions or plan of a result, and end: with 3 where a file was skipped.

    The plan is shown as it would be written, without what others may not see.
    """
    from notemine.report import for_outside, to_frame

    if as_json:
        shown = for_outside(mined) if what == "plan" else mined
        typer.echo(to_frame(shown, what).to_json(orient="records", force_ascii=False))
    elif what == "plan":
        _print_plan(mined)
    else:
        _print_table(_rows(mined, what), SHOWN[what])
    end(mined)


def tell_written(mined: Mined, paths: Sequence[Path], *, as_json: bool) -> NoReturn:
    """Name the files that were written, and end: with 3 where a file was skipped."""
    if as_json:
        typer.echo(json.dumps({"written": [path.as_posix() for path in paths]}, ensure_ascii=False))
    else:
        for path in paths:
            typer.echo(path.as_posix())
    end(mined)


def end(mined: Mined) -> NoReturn:
    """Name what was skipped, and end: with 3 where something was."""
    say_skipped(mined.skipped)
    raise typer.Exit(exit_code(mined))


def _rows(mined: Mined, what: str) -> list[dict[Hashable, Any]]:
    """The frame as rows, with what a person reads in it."""
    from notemine.report import to_frame
    from notemine.report.evidence import Evidence
    from notemine.report.views import view_questions

    rows = to_frame(mined, what).to_dict("records")
    if what == "questions":
        status_of = {view.id: view.status for view in view_questions(mined, Evidence(mined))}
        return [{**row, "status": status_of[row["id"]]} for row in rows]
    return rows


def _print_plan(mined: Mined) -> None:
    from rich.console import Console
    from rich.markdown import Markdown

    from notemine.report import for_outside
    from notemine.report.exporters import md

    Console().print(Markdown(md.render(for_outside(mined), name="plan.md").decode()))


def _print_table(rows: Sequence[Mapping[Hashable, Any]], columns: Mapping[str, str]) -> None:
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
    if name == "terms":
        return ", ".join(str(value).split(", ")[:N_TERMS])
    if isinstance(value, float):
        return f"{value:.2f}"
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)
