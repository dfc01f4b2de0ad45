"""What ``notemine decide`` writes down about tables of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from notemine.cli.topic_decisions import RESULT, Result
from notemine.errors import ReadError

if TYPE_CHECKING:
    from notemine.domain import PlanDecisionKind


def check_tables(said: Mapping[PlanDecisionKind, Sequence[str] | None]) -> None:
    """Before anything is written: a table has a name.

    Raises:
        BadParameter: a name is empty.
    """
    for kind, named in said.items():
        if not all(title.strip() for title in named or ()):
            raise typer.BadParameter(f"--{kind}-table is leeg; noem een onderwerp of een vraag")


def decide_tables(into: Path, said: Mapping[PlanDecisionKind, Sequence[str] | None]) -> None:
    """Write a decision for each table that a person names.

    A topic of the last run into ``into`` is written down with lines of it, so that the decision holds when it
    gets another name. What is no topic there is written down by its name alone.

    Raises:
        ConfigError: it contradicts what was said before.
    """
    from notemine.domain import PlanDecision
    from notemine.workspace.decisions import FILE, add_plan_decision

    for kind, named in said.items():
        for title in named or ():
            add_plan_decision(into / FILE, PlanDecision(kind=kind, title=title, lines=_lines_of(title, into)))


def _lines_of(title: str, into: Path) -> tuple[str, ...]:
    try:
        return Result.read(into / RESULT).lines_of(title)
    except ReadError:
        # A question, or the name of a table to come: without a run, or without its lines, that has to do.
        return ()
