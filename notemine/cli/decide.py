"""``notemine decide``: a person's word on the questions that the machine is unsure of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from notemine.cli import options

if TYPE_CHECKING:
    from notemine.domain import Decisions, Doubt, Mined, Note, Question

ASK = {
    "joined": "Vragen deze twee hetzelfde? (nu samengevoegd)",
    "apart": "Vragen deze twee hetzelfde? (nu apart)",
    "question": "Is dit een vraag?",
}
KEYS = "j = ja, n = nee, o = overslaan, q = stoppen"
YES, NO, STOP = "j", "n", "q"


def decide(
    sources: Annotated[
        list[Path] | None, typer.Argument(help="Bestanden of mappen met notities.", metavar="BRONNEN...")
    ] = None,
    into: Annotated[
        Path, typer.Option("--into", help="Map met het rapport; daar staat decisions.toml.")
    ] = Path("uitkomst"),
    same: Annotated[
        list[str] | None, typer.Option(help="Deze vragen vragen hetzelfde (noem er twee of meer).")
    ] = None,
    different: Annotated[list[str] | None, typer.Option(help="Deze vragen vragen elk iets anders.")] = None,
    no_question: Annotated[list[str] | None, typer.Option(help="Dit is geen vraag.")] = None,
    prompt: Annotated[list[str] | None, typer.Option(help="Dit vroeg de gespreksleider.")] = None,
    answered: Annotated[list[str] | None, typer.Option(help="Deze vraag is beantwoord.")] = None,
    still_open: Annotated[list[str] | None, typer.Option("--open", help="Deze vraag is nog open.")] = None,
    limit: Annotated[int, typer.Option(help="Leg hoogstens zoveel voor.", min=1)] = 50,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    config: options.ConfigFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Beslis over vragen waarover notemine twijfelt, met één toets per keer; 'run' houdt zich eraan.

    Met --same, --different, --no-question, --prompt, --answered en --open schrijf je een beslissing op zonder
    dat er iets gevraagd wordt; de bronnen zijn dan niet nodig.
    """
    from notemine.workspace.decisions import FILE

    path = into / FILE
    said = {
        "same": same,
        "different": different,
        "no_question": no_question,
        "prompt": prompt,
        "answered": answered,
        "open": still_open,
    }
    if any(said.values()):
        written = _write(path, said)
        typer.echo(
            json.dumps({"written": written, "path": path.as_posix()})
            if as_json
            else f"{written} opgeschreven in {path}"
        )
        return
    if not sources:
        raise typer.BadParameter(
            "noem de bronnen, of een beslissing zoals --same; zie 'notemine decide --help'"
        )
    mined, decisions = _mine(sources, into, options.read_config(config), event=event, held_on=date)
    if as_json:
        typer.echo(json.dumps([_as_data(doubt, mined) for doubt in mined.review], ensure_ascii=False))
        return
    _ask_all(mined, decisions, path, limit=limit)


def _write(path: Path, said: Mapping[str, list[str] | None]) -> int:
    from notemine.workspace.decisions import KEYS as KEYS_OF
    from notemine.workspace.decisions import add_decision

    written = 0
    for kind, texts in said.items():
        if not texts:
            continue
        (key,) = KEYS_OF[kind]
        if key == "questions":
            if len(texts) < 2:
                raise typer.BadParameter(f"noem er twee of meer: --{kind} '...' --{kind} '...'")
            add_decision(path, kind, questions=texts)
            written += 1
            continue
        for text in texts:
            add_decision(path, kind, **{key: text})
            written += 1
    return written


def _mine(
    sources: Sequence[Path], into: Path, config: Any, *, event: str, held_on: str
) -> tuple[Mined, Decisions]:
    from notemine.cli.mining import mine_sources
    from notemine.cli.run import VECTORS
    from notemine.workspace.decisions import FILE, read_decisions
    from notemine.workspace.vector_store import VectorStore

    decisions = read_decisions(into / FILE)
    with VectorStore(into / VECTORS) as cache:
        mined = mine_sources(sources, config, event=event, held_on=held_on, decisions=decisions, cache=cache)
    return mined, decisions


def _ask_all(mined: Mined, decisions: Decisions, path: Path, *, limit: int) -> None:
    import click

    from notemine.workspace.decisions import add_decision, read_decisions

    note_of = _notes(mined)
    n_said = n_asked = 0
    for doubt in mined.review:
        if n_asked == limit:
            break
        if _follows(doubt, decisions):
            continue
        n_asked += 1
        typer.echo(f"\n{ASK[doubt.kind]}  [{KEYS}]")
        for question in doubt.questions:
            typer.echo(f"  {question.wording}\n    {_place(question, note_of)}")
        key = ""
        while key not in (YES, NO, "o", STOP):
            key = click.getchar().casefold()
        if key == STOP:
            break
        if key != "o":
            _write_answer(doubt, path, is_yes=key == YES, add=add_decision)
            decisions = read_decisions(path)
            n_said += 1
    if not mined.review:
        typer.echo("Er is niets waarover notemine twijfelt.")
    elif n_said:
        typer.echo(f"\n{n_said} opgeschreven in {path}. Draai 'notemine run' om het rapport bij te werken.")


def _write_answer(doubt: Doubt, path: Path, *, is_yes: bool, add: Any) -> None:
    wordings = [question.wording for question in doubt.questions]
    if doubt.kind == "question":
        add(path, "question" if is_yes else "no_question", text=wordings[0])
        return
    add(path, "same" if is_yes else "different", questions=wordings)


def _follows(doubt: Doubt, decisions: Decisions) -> bool:
    """Whether what was said before settles it."""
    from notemine.questions.decided import is_named, ties_of

    if doubt.kind == "question":
        return is_named(doubt.questions[0], (*decisions.questions, *decisions.no_question))
    ties = ties_of(decisions, [question.wording for question in doubt.questions])
    return len(ties.same) + len(ties.different) > 0


def _notes(mined: Mined) -> dict[str, Note]:
    by_id = {note.id: note for note in mined.notes}
    return {segment.id: by_id[segment.note_id] for segment in mined.segments}


def _place(question: Question, note_of: Mapping[str, Note]) -> str:
    note = note_of[question.segment_id]
    table = f"tafel {note.table}, " if note.table else ""
    return f"{note.event.title}, {table}{note.source}:{note.line_at(question.start)}"


def _as_data(doubt: Doubt, mined: Mined) -> dict[str, Any]:
    note_of = _notes(mined)
    return {
        "id": doubt.id,
        "kind": doubt.kind,
        "probability": doubt.probability,
        "questions": [
            {"wording": q.wording, "text": q.text, "source": _place(q, note_of)} for q in doubt.questions
        ],
    }
