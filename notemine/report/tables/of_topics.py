"""Tables of topics: what they are, which lines are about them, who speaks of them, what became of them."""

from __future__ import annotations

from collections.abc import Iterable

from notemine.domain import Prevalence
from notemine.report.cells import HIDDEN
from notemine.report.evidence import NO_SECTOR
from notemine.report.prevalence import COUNTS, DIFFERENCES, SHARES, hide_prevalence
from notemine.report.safe import plain
from notemine.report.tables.table import (
    PLACE,
    Column,
    Findings,
    Row,
    Table,
    Value,
    place_of,
    said,
    sector_counts,
    yes,
)

KINDS = {"sentence": "zin", "bullet": "opsommingsteken", "turn": "beurt", "heading": "kop"}
FACETS = {"sector": "sector", "role": "rol", "theme": "thema", "event": "bijeenkomst"}
CHANGES = {
    "new": "nieuw",
    "grown": "gegroeid",
    "shrunk": "gekrompen",
    "changed": "veranderd",
    "gone": "verdwenen",
    "same": "andere naam",
}


def _topics(findings: Findings) -> Iterable[Row]:
    for t in findings.topics:
        yield [
            t.id,
            t.label,
            ", ".join(t.terms),
            len(t.lines),
            t.n_tables,
            sector_counts(t.sectors),
            t.group,
            t.stability,
            t.strength,
            t.coherence,
            "; ".join(t.flags),
            t.trend,
            yes(t.is_aside),
            tuple(q.wording for q in t.questions),
            said(t.quotes),
            "; ".join(line.place for line in t.lines if line.place),
        ]


def _lines(findings: Findings) -> Iterable[Row]:
    mined = findings.mined
    # With all lines at hand anyone could count what is hidden.
    if not findings.evidence.shown.places:
        return
    for segment, label, strength in zip(
        mined.segments, mined.topics.labels, mined.topics.strengths, strict=True
    ):
        topic = mined.topics.topics[label] if label >= 0 else None
        note = findings.evidence.note(segment.id)
        yield [
            segment.id,
            plain(segment.text),
            plain(topic.label) if topic else "",
            strength,
            plain(segment.heading),
            plain(segment.speaker),
            KINDS[segment.kind],
            segment.sensitive,
            plain(note.theme),
            *place_of(findings, segment.id, start=segment.start, end=segment.end),
            topic.id if topic else "",
            note.id,
        ]


def _prevalence(findings: Findings) -> Iterable[Row]:
    label_of = {topic.id: plain(topic.label) for topic in findings.mined.topics}
    for found, hidden in hide_prevalence(findings.mined, findings.evidence):
        counts: list[Value] = [HIDDEN if name in hidden else getattr(found, name) for name in COUNTS]
        shares: list[Value] = [
            HIDDEN if name in hidden else 100 * getattr(found, name) for name in (*SHARES, *DIFFERENCES)
        ]
        yield [
            label_of[found.topic_id],
            FACETS[found.facet],
            plain(found.group) or NO_SECTOR,
            *counts,
            *shares,
            _verdict(found) if hidden.isdisjoint(DIFFERENCES) else HIDDEN,
            found.topic_id,
        ]


def _verdict(found: Prevalence) -> str:
    if found.is_typical:
        return "meer"
    return "minder" if found.difference_high < 0 else ""


def _changes(findings: Findings) -> Iterable[Row]:
    for change in findings.mined.topic_changes:
        yield [
            plain(change.label),
            CHANGES[change.kind],
            plain(change.old_label),
            change.n_before,
            change.n_now,
            change.n_joined,
            change.n_left,
            change.topic_id,
        ]


TOPICS = Table(
    name="onderwerpen",
    title="Onderwerpen",
    holds="een onderwerp, met zijn woorden, tafels, vragen en citaten; het grootste eerst",
    columns=(
        Column("id", 15),
        Column("onderwerp", 32),
        Column("termen", 36),
        Column("regels", 8),
        Column("tafels", 8),
        Column("sectoren", 22),
        Column("groep", 24),
        Column("stevigheid", 11),
        Column("samenhang", 11),
        Column("woorden bijeen", 11),
        Column("let op", 22),
        Column("verloop", 12),
        Column("over de avond zelf", 11),
        Column("vragen", 50, lines=6),
        Column("citaten", 60),
        Column("bronnen", 40, lines=4),
    ),
    rows=_topics,
)
LINES = Table(
    name="regels",
    title="Regels",
    holds="een regel uit de notities, met het onderwerp waar hij bij hoort",
    columns=(
        Column("id", 15),
        Column("tekst", 70),
        Column("onderwerp", 28),
        Column("sterkte", 9),
        Column("kop", 30, lines=1),
        Column("spreker", 14),
        Column("soort", 16),
        Column("gevoelig", 14),
        Column("thema", 20),
        *PLACE,
        Column("onderwerp-id", 15),
        Column("notitie-id", 15),
    ),
    rows=_lines,
)
PREVALENCE = Table(
    name="vergelijking",
    title="Vergelijking",
    holds="hoeveel de tafels van een groep over een onderwerp spraken, met 95%-interval over tafels",
    columns=(
        Column("onderwerp", 32),
        Column("indeling", 13),
        Column("groep", 22),
        Column("tafels", 8),
        Column("tafels die erover spraken", 13),
        Column("regels", 8),
        Column("aandeel %", 10),
        Column("aandeel van", 10),
        Column("aandeel tot", 10),
        Column("verschil %", 10),
        Column("verschil van", 10),
        Column("verschil tot", 10),
        Column("duidelijk", 10),
        Column("onderwerp-id", 15),
    ),
    rows=_prevalence,
)
CHANGED = Table(
    name="veranderd",
    title="Veranderd",
    holds="een onderwerp dat sinds de vorige keer veranderde",
    columns=(
        Column("onderwerp", 32),
        Column("wat", 14),
        Column("heette eerder", 32),
        Column("regels toen", 10),
        Column("regels nu", 10),
        Column("erbij", 8),
        Column("eraf", 8),
        Column("onderwerp-id", 15),
    ),
    rows=_changes,
)
