"""The commands, and what happens when one fails."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from notemine import __version__
from notemine.cli.add import add, remove
from notemine.cli.compare import compare
from notemine.cli.decide import decide
from notemine.cli.doctor import doctor
from notemine.cli.evaluate import evaluate
from notemine.cli.export import export
from notemine.cli.init import init
from notemine.cli.models import models
from notemine.cli.names import names
from notemine.cli.notes import notes
from notemine.cli.plan import plan
from notemine.cli.questions import questions
from notemine.cli.report import report
from notemine.cli.run import run
from notemine.cli.search import search
from notemine.cli.sheets import sheets
from notemine.cli.topics import topics
from notemine.errors import NotemineError

HELP = (
    "Haalt onderwerpen, terugkerende vragen en een plan voor de volgende bijeenkomst "
    "uit notities van gesprekstafels. Alles blijft op deze computer."
)

app = typer.Typer(help=HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
COMMANDS = (
    *(init, add, remove, run, search, notes, names, topics, questions, plan, report, export),
    *(sheets, compare, decide),
    *(models, doctor),
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(evaluate)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"notemine {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Toon de versie.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Runs before each command."""


def run_app() -> None:
    """Run the command line; an error of notemine is one line on stderr and exit 1."""
    try:
        app()
    except NotemineError as error:
        print(f"fout: {error}", file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from None
