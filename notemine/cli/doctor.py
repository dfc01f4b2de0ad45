"""``notemine doctor``: does everything work on this machine, and is the workspace sound?"""

from __future__ import annotations

import json
import platform
from collections.abc import Callable
from functools import partial

import typer

from notemine.cli import options
from notemine.errors import NotemineError

TRIAL = "Een moeder vroeg hoe je ouders bereikt. Wie regelt dat?"


def doctor(
    into: options.Into = options.OUTPUT, key: options.KeyFile = None, as_json: options.AsJson = False
) -> None:
    """Kijk na of alles werkt: Python, taalmodel, vectoren, een kleine proef, en de werkmap als die er is."""
    from notemine.cli.results import has_notes
    from notemine.embed.encode import FAST, THOROUGH
    from notemine.workspace.health import checks_of

    checks: dict[str, Callable[[], str]] = {
        "python": platform.python_version,
        "pipeline": _pipeline,
        "embedder": partial(_embedder, THOROUGH),
        "snel": partial(_embedder, FAST),
        "vragen": _questions,
        **(checks_of(into, options.key_of(into, key)) if has_notes(into) else {}),
    }
    results = {name: _try(check) for name, check in checks.items()}
    if as_json:
        typer.echo(json.dumps({name: {"ok": ok, "says": says} for name, (ok, says) in results.items()}))
    else:
        for name, (ok, says) in results.items():
            typer.echo(f"{'goed' if ok else 'FOUT':<5} {name:<12} {says}")
    if not all(ok for ok, _ in results.values()):
        raise typer.Exit(1)


def _try(check: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, check()
    except (NotemineError, ImportError) as error:
        return False, str(error)


def _pipeline() -> str:
    from notemine.dutch.pipeline import load_nlp, name_of

    return name_of(load_nlp())


def _embedder(name: str) -> str:
    from notemine.embed import embed, load_embedder

    embedder = load_embedder(name)
    return f"{embedder.name}, {embed(['een proef'], embedder).shape[1]} dimensies"


def _questions() -> str:
    import notemine as nm

    found = [question.text for question in nm.find_questions(TRIAL)]
    if found != ["hoe je ouders bereikt", "Wie regelt dat?"]:
        raise NotemineError(f"in {TRIAL!r} gevonden: {found}; installeer notemine opnieuw")
    return "2 van 2 gevonden in de proefzin"
