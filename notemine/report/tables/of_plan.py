"""Tables of the plan: what is a table at the next event, what is not, what sectors still ask."""

from __future__ import annotations

from collections.abc import Iterable

from notemine.report.plan_views import PlanView, follow_up_note
from notemine.report.tables.table import Column, Findings, Row, Table, places
from notemine.report.views import QuestionView


def _tables(findings: Findings) -> Iterable[Row]:
    for one in findings.agenda.rounds:
        for item in one.items:
            yield [
                one.number,
                item.table,
                item.title,
                item.opening,
                tuple(map(_follow_up, item.follow_ups)),
                ", ".join(item.sectors),
                item.seats,
                ", ".join(item.roles),
                item.reason,
                tuple(dict.fromkeys(helper.name for helper in item.helpers)),
                _sources(item),
                item.id,
            ]


def _follow_up(question: QuestionView) -> str:
    note = follow_up_note(question)
    return f"{question.wording} ({note})" if note else question.wording


def _left_out(findings: Findings) -> Iterable[Row]:
    for item in findings.agenda.left_out:
        yield [item.title, item.opening, ", ".join(item.sectors), item.reason, _sources(item), item.id]


def _follow_ups(findings: Findings) -> Iterable[Row]:
    for found in findings.agenda.follow_ups:
        for question, n in found.questions:
            yield [
                found.sector,
                question.wording,
                n,
                question.n_tables,
                question.status,
                places(question.variants),
                question.id,
            ]


def _sources(item: PlanView) -> tuple[str, ...]:
    asked = [line for question in (item.lead, *item.follow_ups) if question for line in question.variants]
    return places(asked)


PLAN = Table(
    name="plan",
    title="Plan",
    holds="een tafel voor de volgende bijeenkomst",
    columns=(
        Column("ronde", 7),
        Column("tafel", 7),
        Column("onderwerp", 32),
        Column("openingsvraag", 48),
        Column("vervolgvragen", 60),
        Column("sectoren", 20),
        Column("plaatsen", 20),
        Column("rollen", 20),
        Column("waarom", 60),
        Column("kan helpen", 36),
        Column("bronnen", 36, lines=4),
        Column("id", 15),
    ),
    rows=_tables,
)
LEFT_OUT = Table(
    name="afgevallen",
    title="Paste er niet bij",
    holds="wat geen tafel werd, en waarom niet",
    columns=(
        Column("onderwerp", 40),
        Column("vraag", 60),
        Column("sectoren", 20),
        Column("waarom niet", 80),
        Column("bronnen", 36, lines=4),
        Column("id", 15),
    ),
    rows=_left_out,
)
FOLLOW_UPS = Table(
    name="vervolgvragen",
    title="Vragen per sector",
    holds="een open vraag van een sector die geen tafel kreeg",
    columns=(
        Column("sector", 14),
        Column("vraag", 80),
        Column("tafels van de sector", 20),
        Column("tafels", 10),
        Column("stand", 16),
        Column("bronnen", 36, lines=4),
        Column("vraag-id", 15),
    ),
    rows=_follow_ups,
)
