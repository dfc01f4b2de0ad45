"""``notemine decide``: a person's word on the questions that the machine is unsure of."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from notemine.cli import options
from notemine.cli.plan_decisions import check_tables, decide_tables
from notemine.cli.topic_decisions import TopicWishes, decide_topics
from notemine.cli.unknown_names import say_unknown

if TYPE_CHECKING:
    from notemine.domain import Decisions, Doubt, Mined, PlanDecisionKind
    from notemine.report.views import DoubtView

ASK = {
    "joined": "Vragen deze twee hetzelfde? (nu samengevoegd)",
    "apart": "Vragen deze twee hetzelfde? (nu apart)",
    "question": "Is dit een vraag?",
}
KEYS = "j = ja, n = nee, o = overslaan, q = stoppen"
YES, NO, SKIP, STOP = "j", "n", "o", "q"

Texts = list[str] | None
Limit = Annotated[int, typer.Option(help="Leg hoogstens zoveel voor.", min=1)]


def decide(
    sources: options.SourcesOrNone = None,
    into: Annotated[
        Path, typer.Option("--into", help="Map met het rapport; daar staat decisions.toml.")
    ] = options.OUTPUT,
    same: Annotated[Texts, typer.Option(help="Deze vragen hetzelfde (noem er twee of meer).")] = None,
    different: Annotated[Texts, typer.Option(help="Deze vragen elk iets anders (twee of meer).")] = None,
    no_question: Annotated[Texts, typer.Option(help="Dit is geen vraag.")] = None,
    prompt: Annotated[Texts, typer.Option(help="Dit vroeg de gespreksleider.")] = None,
    no_prompt: Annotated[Texts, typer.Option(help="Dit vroeg de gespreksleider niet.")] = None,
    answered: Annotated[Texts, typer.Option(help="Deze vraag is beantwoord.")] = None,
    still_open: Annotated[Texts, typer.Option("--open", help="Deze vraag is nog open.")] = None,
    rename: Annotated[
        tuple[str, str] | None, typer.Option(help="Geef een onderwerp een andere naam.", metavar="OUD NIEUW")
    ] = None,
    merge: Annotated[Texts, typer.Option(help="Deze onderwerpen zijn er een (noem er twee of meer).")] = None,
    split: Annotated[str | None, typer.Option(help="Deel dit onderwerp in tweeën.")] = None,
    drop: Annotated[Texts, typer.Option(help="Laat dit onderwerp weg.")] = None,
    pin: Annotated[Texts, typer.Option(help="Houd de regels van dit onderwerp bijeen.")] = None,
    pin_table: Annotated[
        Texts, typer.Option(help="Dit onderwerp of deze vraag komt altijd in het plan.")
    ] = None,
    strike_table: Annotated[
        Texts, typer.Option(help="Dit onderwerp of deze vraag komt nooit in het plan.")
    ] = None,
    limit: Limit = 50,
    event: options.EventTitle = "",
    date: options.HeldOn = "",
    embedder: options.EmbedderName = None,
    pipeline: options.PipelineName = None,
    keep_names: options.KeepNames = False,
    key: options.KeyFile = None,
    config: options.ConfigFile = None,
    as_json: options.AsJson = False,
) -> None:
    """Beslis over vragen waarover notemine twijfelt, één toets per keer; 'run' houdt zich eraan.

    Met --same, --different, --no-question, --prompt, --no-prompt, --answered en --open schrijf je een
    beslissing op zonder dat er iets gevraagd wordt. Noem een vraag zoals ze in het rapport staat.
    Onderwerpen veranderen gaat met --rename, --merge, --split, --drop en --pin; noem ze bij hun naam. De
    beslissing wordt met regels van het onderwerp opgeschreven, zodat ze blijft gelden als er notities bij
    komen. Over het plan gaan --pin-table en --strike-table; noem een tafel bij haar onderwerp of bij een
    vraag. Ook die blijven gelden, hoe het onderwerp later ook heet.
    """
    from notemine.cli.results import Asked, mine_asked, read_settings
    from notemine.workspace.decisions import FILE

    said = {
        "same": same,
        "different": different,
        "no_question": no_question,
        "prompt": prompt,
        "no_prompt": no_prompt,
        "answered": answered,
        "open": still_open,
    }
    path = into / FILE
    of_plan: dict[PlanDecisionKind, Texts] = {"pin": pin_table, "strike": strike_table}
    _check_pairs(said)
    check_tables(of_plan)
    asked = Asked(sources=sources or (), into=into, event=event, held_on=date, key=key)
    given = options.given(embedder=embedder, pipeline=pipeline, keep_names=keep_names)
    of_topics = TopicWishes(rename=rename, merge=merge, split=split, drop=drop, pin=pin)
    if of_topics:
        decide_topics(of_topics, asked, config, given)
    if any(said.values()):
        _write(path, said)
    decide_tables(into, of_plan)
    say_unknown(into, [name for named in (*said.values(), *of_plan.values()) for name in named or ()])
    if of_topics or pin_table or strike_table or any(said.values()):
        typer.echo(json.dumps({"path": path.as_posix()}) if as_json else f"Opgeschreven in {path}.")
        return
    mined = mine_asked(asked, read_settings(asked, config, given))
    _decide_doubts(mined, path, limit=limit, as_json=as_json)


def _check_pairs(said: Mapping[str, list[str] | None]) -> None:
    """Before anything is written: one question cannot be the same or different."""
    for kind in ("same", "different"):
        if len(said[kind] or ()) == 1:
            raise typer.BadParameter(f"noem er twee of meer: --{kind} '...' --{kind} '...'")


def _write(path: Path, said: Mapping[str, list[str] | None]) -> None:
    from notemine.workspace.decisions import KEYS as KEYS_OF
    from notemine.workspace.decisions import add_decision

    for kind, texts in said.items():
        (key,) = KEYS_OF[kind]
        if texts and key == "questions":
            add_decision(path, kind, questions=texts)
        else:
            for text in texts or ():
                add_decision(path, kind, **{key: text})


def _decide_doubts(mined: Mined, path: Path, *, limit: int, as_json: bool) -> None:
    """Put the doubts before a person, and end."""
    from notemine.cli.listing import end
    from notemine.report import to_frame
    from notemine.workspace.decisions import read_decisions

    if as_json:
        typer.echo(to_frame(mined, "review").head(limit).to_json(orient="records", force_ascii=False))
    else:
        _ask_all(mined, read_decisions(path), path, limit=limit)
    end(mined)


def _ask_all(mined: Mined, decisions: Decisions, path: Path, *, limit: int) -> None:
    from notemine.report.disclosure import Disclosure, with_disclosure
    from notemine.report.evidence import Evidence
    from notemine.report.views import view_doubts
    from notemine.workspace.decisions import read_decisions

    # Who decides may see where it stands, whatever the last run kept from others.
    evidence = Evidence(with_disclosure(mined, Disclosure()))
    n_said = n_asked = 0
    for doubt, view in zip(mined.review, view_doubts(mined, evidence), strict=True):
        if n_asked == limit:
            break
        if _follows(doubt, decisions):
            continue
        n_asked += 1
        key = _ask(view)
        if key == STOP:
            break
        if key != SKIP:
            _write_answer(doubt, path, is_yes=key == YES)
            decisions = read_decisions(path)
            n_said += 1
    if not n_asked:
        typer.echo("Er is niets waarover notemine twijfelt.", err=True)
    elif n_said:
        done = f"{n_said} opgeschreven in {path}. Draai 'notemine run' om het rapport bij te werken."
        typer.echo(f"\n{done}", err=True)


def _ask(doubt: DoubtView) -> str:
    typer.echo(f"\n{ASK[doubt.kind]}  [{KEYS}]", err=True)
    for wording, line in doubt.questions:
        where = ", ".join(part for part in (line.table, line.place) if part)
        typer.echo(f"  {wording}\n    {where}", err=True)
    while True:
        key = read_key()
        if key in (YES, NO, SKIP, STOP):
            return key


def read_key() -> str:
    """A key of the terminal; without one the first letter of a line of standard input, at its end a stop."""
    if sys.stdin.isatty():
        return typer.getchar()[:1].casefold()
    return (sys.stdin.readline() or STOP)[:1].casefold()


def _write_answer(doubt: Doubt, path: Path, *, is_yes: bool) -> None:
    from notemine.workspace.decisions import add_decision

    wordings = [question.wording for question in doubt.questions]
    if doubt.kind == "question":
        add_decision(path, "question" if is_yes else "no_question", text=wordings[0])
    else:
        add_decision(path, "same" if is_yes else "different", questions=wordings)


def _follows(doubt: Doubt, decisions: Decisions) -> bool:
    """Whether what was said before settles it."""
    from notemine.dutch.text_keys import keys_of
    from notemine.questions.decided import names_of, ties_of

    none = keys_of(decisions.no_question)
    if any(not none.isdisjoint(names_of(question)) for question in doubt.questions):
        return True
    if doubt.kind == "question":
        return not keys_of(decisions.questions).isdisjoint(names_of(doubt.questions[0]))
    ties = ties_of(decisions, [question.wording for question in doubt.questions])
    return len(ties.groups) + len(ties.different) > 0
