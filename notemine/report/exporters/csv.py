"""Topics, questions or doubts as a table that a Dutch Excel opens: semicolons, UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from notemine.domain import Mined
from notemine.report.cells import Cell
from notemine.report.evidence import NO_SECTOR, Evidence, Line
from notemine.report.safe import cell
from notemine.report.sensitive import find_sensitive
from notemine.report.views import view_doubts, view_questions, view_topics

QUESTION_COLUMNS = (
    "id",
    "vraag",
    "tafels",
    "sectoren",
    "rollen",
    "bijeenkomsten",
    "voor het eerst",
    "voor het laatst",
    "verloop",
    "keer gevraagd",
    "status",
    "onderwerp",
    "varianten",
    "antwoorden",
    "misschien elders beantwoord",
    "van de gespreksleider",
    "gevoelig",
)
TOPIC_COLUMNS = (
    "id",
    "onderwerp",
    "termen",
    "regels",
    "tafels",
    "sectoren",
    "groep",
    "stevigheid",
    "samenhang",
    "woorden bijeen",
    "let op",
    "verloop",
    "over de avond zelf",
    "vragen",
    "citaten",
    "bronnen",
)

DOUBT_COLUMNS = ("id", "wat notemine deed", "vraag", "bron", "andere vraag", "andere bron", "kans")


def render(mined: Mined, *, name: str) -> bytes:
    """Write a row a topic (``onderwerpen*.csv``), a thing to look at (``nalopen*.csv``) or a question."""
    if name.startswith("onderwerpen"):
        return _write(TOPIC_COLUMNS, _topic_rows(mined))
    if name.startswith("nalopen"):
        return _write(DOUBT_COLUMNS, _doubt_rows(mined))
    return _write(QUESTION_COLUMNS, _question_rows(mined))


def _question_rows(mined: Mined) -> Iterable[list[str]]:
    for q in view_questions(mined, Evidence(mined)):
        yield [
            q.id,
            q.wording,
            str(q.n_tables),
            _counts(q.sectors),
            ", ".join(q.roles),
            ", ".join(q.events),
            q.first_asked,
            q.last_asked,
            q.trend,
            str(q.n_asked),
            q.status,
            q.topic,
            _lines(q.variants),
            _lines(q.answers),
            _lines(q.elsewhere),
            "ja" if q.is_prompt else "nee",
            q.sensitive,
        ]


def _topic_rows(mined: Mined) -> Iterable[list[str]]:
    evidence = Evidence(mined)
    for t in view_topics(mined, evidence, view_questions(mined, evidence)):
        yield [
            t.id,
            t.label,
            ", ".join(t.terms),
            str(len(t.lines)),
            str(t.n_tables),
            _counts(t.sectors),
            t.group,
            _decimal(t.stability),
            _decimal(t.strength),
            _decimal(t.coherence),
            "; ".join(t.flags),
            t.trend,
            "ja" if t.is_aside else "nee",
            " | ".join(q.wording for q in t.questions),
            _lines(t.quotes),
            "; ".join(line.place for line in t.lines if line.place),
        ]


def _doubt_rows(mined: Mined) -> Iterable[list[str]]:
    evidence = Evidence(mined)
    for doubt in view_doubts(mined, evidence):
        shown = [text for wording, line in doubt.questions for text in (wording, line.place)]
        yield [doubt.id, doubt.advice, *[*shown, "", ""][:4], _decimal(doubt.probability)]
    for line in find_sensitive(mined, evidence):
        if line.place:
            yield [
                line.id,
                f"gevoelig ({line.kinds}); lees na voor je iets deelt",
                "",
                line.place,
                "",
                "",
                "",
            ]


def _write(columns: Sequence[str], rows: Iterable[list[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _counts(sectors: dict[str, Cell]) -> str:
    return ", ".join(f"{sector or NO_SECTOR} {n}" for sector, n in sectors.items() if n)


def _lines(lines: Iterable[Line]) -> str:
    return " | ".join(filter(None, (_line(line) for line in lines)))


def _line(line: Line) -> str:
    return f"{line.text} ({line.place})" if line.text and line.place else line.text or line.place


def _decimal(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
