"""Tells of a name in a decision that nothing has, so that a typing error is seen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typer

from notemine.cli.topic_decisions import RESULT


def say_unknown(into: Path, names: Iterable[str]) -> None:
    """Name on stderr what no topic or question of the last run is called; without a run nothing is known."""
    from notemine.dutch.text_keys import key_of, keys_of

    try:
        data = json.loads((into / RESULT).read_text(encoding="utf-8"))
        known = keys_of(_names_in(data))
    except (OSError, ValueError, KeyError, TypeError):
        return
    for name in names:
        if key_of(name) not in known:
            typer.echo(
                f"let op: in het laatste resultaat heet niets {name!r}; de beslissing geldt zodra het er is",
                err=True,
            )


def _names_in(data: dict[str, Any]) -> Iterator[str]:
    for topic in data["topics"]:
        yield topic["label"]
    for question in data["questions"]:
        yield question["wording"]
        for asked in question["asked"]:
            # Without quotes they are not there, and nothing can be said of a question.
            yield asked["text"]
            yield asked["wording"]
