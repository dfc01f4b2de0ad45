"""``notemine compare``: who speaks of what, with intervals over tables; and one event beside another."""

from __future__ import annotations

import json
import os
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from notemine.cli import options

if TYPE_CHECKING:
    from notemine.domain import Mined, RecurringQuestion
    from notemine.event_comparison import EventComparison

# Of each kind; the others are counted.
N_QUESTIONS = 10


class By(StrEnum):
    """What tables are grouped by."""

    SECTOR = "sector"
    ROLE = "role"
    THEME = "theme"
    EVENT = "event"


def compare(
    things: Annotated[
        list[str] | None,
        typer.Argument(
            help="Bestanden of mappen met notities (anders wat is toegevoegd), en twee bijeenkomsten om te "
            "vergelijken: hun datum, naam of plaats.",
            metavar="[BRONNEN...] [BIJEENKOMST BIJEENKOMST]",
        ),
    ] = None,
    into: options.Into = options.OUTPUT,
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
    of minder over spreekt dan de andere tafels. Noem twee bijeenkomsten, bijvoorbeeld 'notemine compare
    2025-03-18 2025-11-11', en je ziet ook welke vragen terugkwamen, nieuw zijn of niet meer gesteld werden.
    """
    from notemine.cli.listing import end
    from notemine.cli.results import Asked, mine_asked, read_settings

    sources, events = _sort(things or [])
    asked = Asked(sources=sources, into=into, event=event, held_on=date, key=key, decisions=decisions)
    mined = mine_asked(asked, read_settings(asked, config))
    topic = _id_of(mined, topic) if topic else ""
    if events:
        _compare_events(mined, *events, topic=topic, as_json=as_json)
    else:
        _compare_groups(mined, by, topic=topic, as_json=as_json)
    end(mined)


def _sort(things: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Tell sources from events: a source is there."""
    if not all(thing.strip() for thing in things):
        raise typer.BadParameter("een bron of bijeenkomst is leeg")
    # Unlike that of a ``Path``, it takes a name that no disk allows.
    sources = [Path(thing) for thing in things if os.path.exists(thing)]  # noqa: PTH110
    events = [thing for thing in things if Path(thing) not in sources]
    if len(events) not in (0, 2):
        raise typer.BadParameter(
            f"noem twee bijeenkomsten of geen; geen bestand of map heet {', '.join(map(repr, events))}"
        )
    return sources, events


def _id_of(mined: Mined, topic: str) -> str:
    from notemine.errors import UnknownNameError
    from notemine.topics import find_topic

    try:
        return find_topic(mined.topics, topic).id
    except UnknownNameError as error:
        known = ", ".join(one.label for one in mined.topics)
        raise UnknownNameError(f"geen onderwerp heet {topic!r}; kies uit {known}") from error


def _compare_groups(mined: Mined, by: By, *, topic: str, as_json: bool) -> None:
    import notemine as nm

    frame = nm.compare(mined, by.value, topic)
    if as_json:
        typer.echo(frame.to_json(orient="records", force_ascii=False))
    elif len(frame):
        _print_groups(frame.to_dict("records"))
    else:
        typer.echo(f"de notities noemen geen twee verschillende groepen ({by.value})", err=True)


def _compare_events(mined: Mined, first: str, second: str, *, topic: str, as_json: bool) -> None:
    from notemine.event_comparison import compare_events
    from notemine.report.evidence import Evidence
    from notemine.report.views import view_questions

    status_of = {view.id: view.status for view in view_questions(mined, Evidence(mined))}
    found = compare_events(mined, first, second)
    frame = found.to_frame()
    if topic:
        frame = frame[frame["topic_id"] == topic]
    rows = frame.to_dict("records")
    if as_json:
        typer.echo(json.dumps(_as_data(found, rows), ensure_ascii=False, default=str))
        return
    _print_events(found, rows)
    for title, questions in (
        ("Opnieuw gevraagd", found.came_back),
        ("Nieuw", found.new),
        ("Niet meer gevraagd", found.gone),
    ):
        _print_questions(title, questions, status_of)


def _as_data(found: EventComparison, rows: Sequence[Any]) -> dict[str, Any]:
    return {
        "earlier": asdict(found.earlier),
        "later": asdict(found.later),
        "topics": rows,
        **{
            name: [
                {"id": q.id, "wording": q.wording, "n_tables": len(q.tables), "status": q.status}
                for q in questions
            ]
            for name, questions in (("came_back", found.came_back), ("new", found.new), ("gone", found.gone))
        },
    }


def _print_groups(rows: list[dict[Hashable, Any]]) -> None:
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


def _print_events(found: EventComparison, rows: Sequence[Any]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from notemine.event_comparison import describe_event

    names = [escape(describe_event(event)) for event in (found.earlier, found.later)]
    table = Table("Onderwerp", *names, "Verschil", "", box=None, header_style="bold")
    for row in rows:
        table.add_row(
            escape(str(row["topic"])),
            f"{row['share_earlier']:.0%}",
            f"{row['share_later']:.0%}",
            f"{row['difference']:+.0%} ({row['difference_low']:+.0%} tot {row['difference_high']:+.0%})",
            _change(row),
        )
    Console().print(table)
    if not rows:
        typer.echo("een van de twee heeft geen tafel met een onderwerp", err=True)


def _change(row: Any) -> str:
    """What can be said of a difference beyond chance."""
    if not row["is_change"]:
        return ""
    return "vaker" if row["difference"] > 0 else "minder vaak"


def _print_questions(
    title: str, questions: Sequence[RecurringQuestion], status_of: Mapping[str, str]
) -> None:
    from notemine.dutch.phrases import count
    from notemine.report.safe import plain

    typer.echo(f"\n{title}: {count(len(questions), 'vraag', 'vragen')}")
    for question in questions[:N_QUESTIONS]:
        asked = count(len(question.tables), "tafel", "tafels")
        typer.echo(f"  {plain(question.wording)} ({asked}, {status_of[question.id]})")
    if len(questions) > N_QUESTIONS:
        typer.echo(f"  en nog {len(questions) - N_QUESTIONS}")
