"""``notemine run``: the main job, from a folder of notes to a report and a plan."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from notemine.cli import options

if TYPE_CHECKING:
    from notemine.cli.workspace import Workspace
    from notemine.config import Config
    from notemine.domain import Decisions, Mined
    from notemine.workspace.topic_maps import Before


def run(
    sources: options.SourcesOrNone = None,
    into: Annotated[Path, typer.Option("--into", help="Map voor het rapport en het plan.")] = options.OUTPUT,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    n_topics: options.NTopics = None,
    grain: options.Grain = None,
    guide: options.Guides = None,
    min_strength: options.MinStrength = None,
    refit: options.Refit = False,
    tables: options.Tables = None,
    rounds: options.Rounds = None,
    seats: options.Seats = None,
    next_title: options.NextTitle = None,
    next_date: options.NextDate = None,
    next_place: options.NextPlace = None,
    embedder: options.EmbedderName = None,
    fast: options.Fast = False,
    pipeline: options.PipelineName = None,
    keep_names: options.KeepNames = False,
    key: options.KeyFile = None,
    hide_schools: options.HideSchools = False,
    hide_places: options.HidePlaces = False,
    no_quotes: options.NoQuotes = False,
    min_cell: options.MinCell = None,
    config: options.ConfigFile = None,
    decisions: options.DecisionsFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Doe alles: lees de notities en schrijf het rapport en het plan.

    Wat al in de map staat doet mee; alleen wat nieuw of gewijzigd is wordt gelezen.
    """
    from datetime import UTC, datetime

    from notemine.cli.mining import exit_code
    from notemine.cli.results import RUN_OPTIONS, TOPICS, has_notes
    from notemine.cli.workspace import open_workspace
    from notemine.embed.encode import FAST
    from notemine.report import write_all
    from notemine.workspace.decisions import FILE, read_decisions
    from notemine.workspace.store import FILE as STORE
    from notemine.workspace.topic_maps import Before, save_topics

    if not sources and not has_notes(into):
        raise typer.BadParameter("noem bestanden of mappen met notities; er is nog niets toegevoegd")
    if fast and embedder:
        raise typer.BadParameter("kies --fast of --embedder, niet allebei")
    given = options.given(
        n_topics=n_topics,
        grain=grain,
        min_strength=min_strength,
        guides=guide,
        embedder=FAST if fast else embedder,
        pipeline=pipeline,
        keep_names=keep_names,
        hide_schools=hide_schools,
        hide_places=hide_places,
        no_quotes=no_quotes,
        min_cell=min_cell,
        n_tables=tables,
        rounds=rounds,
        seats=seats,
        next_title=next_title,
        next_date=next_date,
        next_place=next_place,
    )
    settings = options.read_config(config).changed(given)
    decided = read_decisions(decisions or into / FILE, must_exist=decisions is not None)
    with open_workspace(into, key=key) as workspace:
        before = Before.read(into / TOPICS, settings, decisions=decided.topics, refit=refit)
        mined = _mine(
            workspace, sources or [], settings, event=event, held_on=date, decided=decided, before=before
        )
        written = write_all(mined, into, made_at=datetime.now(UTC))
        save_topics(mined.topics, into / TOPICS, made_with=before.made_with)
        workspace.store.set_meta(RUN_OPTIONS, json.dumps(options.to_remember(config, given)))
    if as_json:
        typer.echo(json.dumps(summary(mined, written), ensure_ascii=False))
    else:
        _show(mined, into)
    if not settings.privacy.quotes:
        typer.echo(
            f"Stuur de bestanden, niet de hele map: in {into / STORE} staan de notities zelf.", err=True
        )
    raise typer.Exit(exit_code(mined))


def _mine(
    workspace: Workspace,
    sources: Sequence[Path],
    config: Config,
    *,
    event: str,
    held_on: str,
    decided: Decisions,
    before: Before,
) -> Mined:
    """Bring the workspace up to date and mine all that is in it; with names, mine ``sources`` alone."""
    from notemine.cli.mining import mine_sources
    from notemine.cli.progress import progress_bars
    from notemine.cli.workspace import mine_workspace

    if not config.privacy.keep_names:
        with progress_bars() as progress:
            return mine_workspace(
                workspace,
                sources,
                config,
                event=event,
                held_on=held_on,
                decisions=decided,
                before=before,
                progress=progress,
            )
    if not sources:
        raise typer.BadParameter("noem ook de bronnen: de map bewaart geen namen van mensen")
    return mine_sources(
        sources,
        config,
        event=event,
        held_on=held_on,
        decisions=decided,
        previous=before.topics,
        refit=before.refit,
        cache=workspace.store,
        names=workspace.names,
    )


def summary(mined: Mined, written: list[Path]) -> dict[str, Any]:
    """Count what was found."""
    return {
        "notes": len(mined.notes),
        "skipped": [{"source": s.source, "reason": s.reason} for s in mined.skipped],
        "events": len({n.event.id for n in mined.notes}),
        "tables": len({n.table_id for n in mined.notes} - {""}),
        "segments": len(mined.segments),
        "topics": len(mined.topics),
        "questions": sum(len(q.asked) for q in mined.questions),
        "recurring_questions": sum(q.recurs for q in mined.questions),
        "topic_changes": Counter(change.kind for change in mined.topic_changes),
        "plan_items": len(mined.plan.items),
        "written": [path.as_posix() for path in written],
    }


def _show(mined: Mined, into: Path) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from notemine.dutch.phrases import count
    from notemine.report.agenda import describe_size
    from notemine.report.sentences import describe_changes

    counts = summary(mined, [])
    files = len({n.source for n in mined.notes})
    table = Table.grid(padding=(0, 2))
    read = (
        count(files, "bestand", "bestanden"),
        count(counts["tables"], "tafel", "tafels"),
        count(counts["events"], "bijeenkomst", "bijeenkomsten"),
    )
    table.add_row("Gelezen", ", ".join(read))
    table.add_row("Overgeslagen", str(len(mined.skipped)))
    for skipped in mined.skipped:
        table.add_row("", escape(f"{skipped.source}: {skipped.reason}"))
    table.add_row("Regels", str(counts["segments"]))
    subjects = [topic for topic in mined.topics if not topic.is_aside]
    table.add_row("Onderwerpen", str(len(subjects)))
    for topic in subjects[:5]:
        weak = ", zwak" if "unstable" in topic.flags else ""
        table.add_row("", escape(f"{topic.label} ({count(len(topic.segment_ids), 'regel', 'regels')}{weak})"))
    if mined.topic_changes:
        table.add_row("", escape(describe_changes(mined.topic_changes)))
    table.add_row("Vragen", f"{counts['questions']}, waarvan {counts['recurring_questions']} terugkerend")
    for question in [q for q in mined.questions if q.recurs][:5]:
        table.add_row("", escape(f"{question.wording} ({count(len(question.tables), 'tafel', 'tafels')})"))
    table.add_row("Plan", f"{describe_size(mined.plan)}, voor de volgende bijeenkomst")
    if mined.topics.warning:
        table.add_row("Let op", escape(mined.topics.warning))
    next_step = f"open {into / 'rapport.html'}, bespreek plan.docx, en maak van impressie.docx een bericht"
    table.add_row("Volgende stap", escape(next_step))
    Console().print(table)
