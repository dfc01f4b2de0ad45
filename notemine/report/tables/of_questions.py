"""Tables of questions: what came back, each time that it was asked, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable

from notemine.report.safe import plain
from notemine.report.sensitive import find_sensitive
from notemine.report.tables.table import (
    PLACE,
    Column,
    Findings,
    Row,
    Table,
    place_of,
    said,
    sector_counts,
    yes,
)
from notemine.report.views import view_doubts

KINDS = {"direct": "met vraagteken", "unmarked": "zonder vraagteken", "indirect": "indirect"}


def _questions(findings: Findings) -> Iterable[Row]:
    for q in findings.questions:
        yield [
            q.id,
            q.wording,
            q.n_tables,
            sector_counts(q.sectors),
            ", ".join(q.roles),
            ", ".join(q.events),
            q.first_asked,
            q.last_asked,
            q.trend,
            q.n_asked,
            q.status,
            q.topic,
            said(q.variants),
            said(q.answers),
            said(q.elsewhere),
            yes(q.is_prompt),
            q.sensitive,
        ]


def _mentions(findings: Findings) -> Iterable[Row]:
    wording_of = {question.id: question.wording for question in findings.questions}
    shown = findings.evidence.shown
    if not (shown.quotes or shown.places):
        return
    for question in findings.mined.questions:
        for asked in question.asked:
            yield [
                question.id,
                wording_of[question.id],
                plain(asked.text),
                plain(asked.wording),
                KINDS[asked.kind],
                asked.confidence,
                findings.evidence.line(asked.segment_id).sensitive,
                *place_of(findings, asked.segment_id, start=asked.start, end=asked.end),
                asked.segment_id if shown.places else "",
            ]


def _answers(findings: Findings) -> Iterable[Row]:
    segment_of = {segment.id: segment for segment in findings.mined.segments}
    for q in findings.questions:
        for where, lines in (("aan dezelfde tafel", q.answers), ("misschien, elders", q.elsewhere)):
            for line in lines:
                if line.text or line.place:
                    segment = segment_of[line.id]
                    yield [
                        q.id,
                        q.wording,
                        where,
                        line.text,
                        line.sensitive,
                        *place_of(findings, line.id, start=segment.start, end=segment.end),
                        line.id if line.place else "",
                    ]


def _doubts(findings: Findings) -> Iterable[Row]:
    for doubt in view_doubts(findings.mined, findings.evidence):
        shown = [text for wording, line in doubt.questions for text in (wording, line.place)]
        yield [doubt.id, doubt.advice, *[*shown, "", ""][:4], doubt.probability]
    for line in find_sensitive(findings.mined, findings.evidence):
        if line.place:
            advice = f"gevoelig ({line.kinds}); lees na voor je iets deelt"
            yield [line.id, advice, "", line.place, "", "", ""]


QUESTIONS = Table(
    name="vragen",
    title="Vragen",
    holds="een vraag, met hoe vaak en waar ze gesteld is; wat aan de meeste tafels gevraagd is eerst",
    columns=(
        Column("id", 15),
        Column("vraag", 60),
        Column("tafels", 8),
        Column("sectoren", 22),
        Column("rollen", 16),
        Column("bijeenkomsten", 22),
        Column("voor het eerst", 12),
        Column("voor het laatst", 12),
        Column("verloop", 14),
        Column("keer gevraagd", 9),
        Column("status", 14),
        Column("onderwerp", 24),
        Column("varianten", 60, lines=6),
        Column("antwoorden", 50, lines=6),
        Column("misschien elders beantwoord", 50, lines=6),
        Column("van de gespreksleider", 13),
        Column("gevoelig", 14),
    ),
    rows=_questions,
)
MENTIONS = Table(
    name="vermeldingen",
    title="Vermeldingen",
    holds="een keer dat een vraag gesteld is, zoals het er staat",
    columns=(
        Column("vraag-id", 15),
        Column("vraag", 50),
        Column("zoals het er staat", 60),
        Column("als losse vraag", 50),
        Column("vorm", 17),
        Column("zekerheid", 10),
        Column("gevoelig", 14),
        *PLACE,
        Column("regel-id", 15),
    ),
    rows=_mentions,
)
ANSWERS = Table(
    name="antwoorden",
    title="Antwoorden",
    holds="een regel die een vraag beantwoordt, of dat misschien doet",
    columns=(
        Column("vraag-id", 15),
        Column("vraag", 50),
        Column("waar", 18),
        Column("antwoord", 60),
        Column("gevoelig", 14),
        *PLACE,
        Column("regel-id", 15),
    ),
    rows=_answers,
)
DOUBTS = Table(
    name="nalopen",
    title="Na te lopen",
    holds="iets waarover notemine twijfelt, of wat je nalopen moet voor je iets deelt",
    columns=(
        Column("id", 15),
        Column("wat notemine deed", 44),
        Column("vraag", 50),
        Column("bron", 30),
        Column("andere vraag", 50),
        Column("andere bron", 30),
        Column("kans", 8),
    ),
    rows=_doubts,
)
