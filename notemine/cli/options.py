"""Arguments and options that several commands share, and the settings they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from notemine.config import Config
    from notemine.domain import Decisions

# Where a run writes unless it is told otherwise.
OUTPUT = Path("uitkomst")

Sources = Annotated[
    list[Path], typer.Argument(help="Bestanden of mappen met notities.", metavar="BRONNEN...")
]
SourcesOrNone = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Bestanden of mappen met notities (anders wat is toegevoegd).", metavar="[BRONNEN...]"
    ),
]
Into = Annotated[Path, typer.Option("--into", help="De map met notemine.db en het rapport.")]
EventTitle = Annotated[
    str, typer.Option("--event", help="Naam van de bijeenkomst, als de map die niet noemt.")
]
HeldOn = Annotated[str, typer.Option("--date", help="Datum van de bijeenkomst, als 2025-03-18.")]
AsJson = Annotated[bool, typer.Option("--json", help="Schrijf JSON naar stdout.")]
ConfigFile = Annotated[Path | None, typer.Option("--config", help="Instellingen, een notemine.toml.")]
DecisionsFile = Annotated[
    Path | None, typer.Option("--decisions", help="Beslissingen, een decisions.toml; zie 'decide'.")
]
NTopics = Annotated[int | None, typer.Option("--topics", min=2, help="Zoveel onderwerpen (anders vanzelf).")]
Grain = Annotated[float | None, typer.Option("--grain", help="0.6 grof, 1.5 gewoon, 3 fijn.")]
Guides = Annotated[
    list[str] | None, typer.Option("--guide", help="Thema waar de onderwerpen naar mogen staan (vaker kan).")
]
MinStrength = Annotated[
    float | None, typer.Option("--min-strength", min=0, max=1, help="Zwakkere regels krijgen geen onderwerp.")
]
Refit = Annotated[
    bool, typer.Option("--refit", help="Deel alle regels opnieuw in, ook die al een onderwerp hadden.")
]
EmbedderName = Annotated[str | None, typer.Option("--embedder", help="Zie 'notemine models'.")]
Fast = Annotated[bool, typer.Option("--fast", help="Snelle vectoren: iets grover, voor heel veel regels.")]
PipelineName = Annotated[
    str | None, typer.Option("--pipeline", help="spaCy-pipeline, bijvoorbeeld nl_core_news_sm.")
]
Tables = Annotated[int | None, typer.Option("--tables", min=1, help="Aantal tafels in de zaal (anders 8).")]
Rounds = Annotated[
    int | None,
    typer.Option("--rounds", min=1, max=20, help="Aantal ronden waarin mensen wisselen (anders 1)."),
]
Seats = Annotated[int | None, typer.Option("--seats", min=1, help="Plaatsen per tafel (anders 8).")]
NextTitle = Annotated[str | None, typer.Option("--next", help="Naam van de volgende bijeenkomst.")]
NextDate = Annotated[
    str | None, typer.Option("--next-date", help="Datum van de volgende bijeenkomst, als 2026-03-17.")
]
NextPlace = Annotated[str | None, typer.Option("--next-place", help="Plaats van de volgende bijeenkomst.")]
KeyFile = Annotated[
    Path | None,
    typer.Option("--key", help="Sleutel van de pseudoniemen (anders naast de map met resultaten)."),
]
HideSchools = Annotated[bool, typer.Option("--hide-schools", help="Noem scholen School 1, School 2, ...")]
HidePlaces = Annotated[bool, typer.Option("--hide-places", help="Noem plaatsen Plaats 1, Plaats 2, ...")]
KeepNames = Annotated[bool, typer.Option("--keep-names", help="Laat namen van mensen staan.")]
NoQuotes = Annotated[
    bool,
    typer.Option("--no-quotes", help="Laat citaten, bronregels en vragen van één tafel weg, voor buiten."),
]
MinCell = Annotated[
    int | None,
    typer.Option(
        "--min-cell", min=1, help="Verberg kleinere aantallen per sector, rol, ...: 3 toont 1 en 2 als <3."
    ),
]


def here(sources: Sequence[Path] | None) -> Sequence[Path]:
    """Sources, or else the folder that ``notemine init`` makes room for notes in.

    Raises:
        BadParameter: there is none.
    """
    from notemine.workspace.beginning import NOTES

    if not sources and not Path(NOTES).is_dir():
        raise typer.BadParameter("noem bestanden of mappen met notities")
    return sources or [Path(NOTES)]


def key_of(into: Path, key: Path | None = None) -> Path:
    """The file with the key of pseudonyms that goes with a folder of results."""
    from notemine.workspace.name_key import key_path

    return key or key_path(into)


def read_config(path: Path | None) -> Config:
    """Read the settings the user points at, or those in ``notemine.toml`` here, or the defaults."""
    from notemine.config import Config

    here = Path("notemine.toml")
    chosen = path or (here if here.is_file() else None)
    return Config.read(chosen) if chosen else Config()


def read_decisions(path: Path | None, into: Path = OUTPUT) -> Decisions:
    """Read the decisions the user points at, or those beside the report, or those here, or none."""
    from notemine.workspace.decisions import FILE, read_decisions

    if path is None:
        found = [place for place in (into / FILE, Path(FILE)) if place.is_file()]
        return read_decisions(found[0] if found else into / FILE)
    return read_decisions(path, must_exist=True)


def to_remember(config: Path | None, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a later command has to know of a run that was told of it: a file of settings, and ``given``.

    What a file says of files and people is left out.
    """
    if config is None:
        return dict(given)
    said = read_config(config).model_dump(mode="json", exclude_unset=True, exclude={"ingest"})
    said.get("privacy", {}).pop("public_names", None)
    tables = {
        name: {**said[name], **value}
        for name, value in given.items()
        if isinstance(value, dict) and isinstance(said.get(name), dict)
    }
    return {**said, **given, **tables}


def given(
    *,
    n_topics: int | None = None,
    grain: float | None = None,
    min_strength: float | None = None,
    guides: Sequence[str] | None = None,
    embedder: str | None = None,
    pipeline: str | None = None,
    keep_names: bool = False,
    hide_schools: bool = False,
    hide_places: bool = False,
    no_quotes: bool = False,
    min_cell: int | None = None,
    n_tables: int | None = None,
    rounds: int | None = None,
    seats: int | None = None,
    next_title: str | None = None,
    next_date: str | None = None,
    next_place: str | None = None,
) -> dict[str, Any]:
    """What was asked on the command line, as changes of the settings."""
    topics = {
        "n_topics": n_topics,
        "grain": grain,
        "min_strength": min_strength,
        "guides": tuple(guides) if guides else None,
    }
    top = {"embedder": embedder, "pipeline": pipeline}
    privacy = {
        "keep_names": keep_names or None,
        "hide_schools": hide_schools or None,
        "hide_places": hide_places or None,
        "quotes": False if no_quotes else None,
        "min_cell": min_cell,
    }
    plan = {
        "tables": n_tables,
        "rounds": rounds,
        "seats": seats,
        "title": next_title,
        "date": next_date,
        "place": next_place,
    }
    tables: dict[str, dict[str, Any]] = {"plan": plan, "topics": topics, "privacy": privacy}
    said = {name: {k: v for k, v in table.items() if v is not None} for name, table in tables.items()}
    return {
        **{name: table for name, table in said.items() if table},
        **{k: v for k, v in top.items() if v is not None},
    }
