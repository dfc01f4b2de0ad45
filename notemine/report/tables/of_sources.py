"""Tables of what went in and of the whole: the summary, the notes, what was not read, what is sensitive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from notemine.dutch.phrases import enumerate_words
from notemine.report import sentences
from notemine.report.evidence import UNIT_WORDS
from notemine.report.safe import plain
from notemine.report.sensitive import find_sensitive
from notemine.report.tables.table import PLACE, Column, Findings, Row, Table, place_of, yes


def _summary(findings: Findings) -> Iterable[Row]:
    mined, evidence = findings.mined, findings.evidence
    recurring = [q for q in findings.questions if q.is_recurring and not q.is_prompt]
    made_by = mined.provenance
    said: list[tuple[str, str | tuple[str, ...]]] = [
        ("bijeenkomst", sentences.title(evidence.events)),
        ("wanneer", tuple(sentences.when(evidence.events))),
        ("tafels", str(len(evidence.sector_of_table))),
        ("sectoren", enumerate_words(evidence.sectors)),
        ("regels", str(len(mined.segments))),
        ("onderwerpen", str(sum(not topic.is_aside for topic in findings.topics))),
        ("vragen die terugkwamen", sentences.came_back(recurring)),
        ("verloop", sentences.trend(recurring)),
        ("veranderd", sentences.describe_changes(mined.topic_changes)),
        ("volgende bijeenkomst", findings.agenda.next_event.line),
        ("hoe verder", sentences.next_step(mined)),
        *(("lees dit erbij", limit) for limit in sentences.limits(mined, evidence, findings.topics)),
        ("gemaakt met", f"notemine {made_by.notemine}"),
        ("taalmodel", made_by.pipeline),
        ("zinsvectoren", made_by.embedder),
        ("clustering", f"{made_by.clusterer}, seed {made_by.seed}"),
    ]
    return [row for row in said if row[1]]


def _notes(findings: Findings) -> Iterable[Row]:
    if not findings.evidence.shown.places:
        return
    n_lines = Counter(segment.note_id for segment in findings.mined.segments)
    for note in findings.mined.notes:
        yield [
            note.id,
            findings.evidence.event_name[note.event.id],
            str(note.event.held_on or ""),
            plain(note.event.place),
            plain(note.table),
            plain(note.sector),
            plain(note.role),
            plain(note.theme),
            plain(note.school),
            findings.evidence.file(note.source),
            plain(note.source),
            UNIT_WORDS[note.unit],
            n_lines[note.id],
            yes(note.is_impression),
            note.sha256,
        ]


def _skipped(findings: Findings) -> Iterable[Row]:
    for one in findings.mined.skipped:
        yield [plain(one.source), plain(one.reason)]


def _sensitive(findings: Findings) -> Iterable[Row]:
    segment_of = {segment.id: segment for segment in findings.mined.segments}
    for line in find_sensitive(findings.mined, findings.evidence):
        if line.place:
            segment = segment_of[line.id]
            where = place_of(findings, line.id, start=segment.start, end=segment.end)
            yield [line.id, line.kinds, *where]


SUMMARY = Table(
    name="samenvatting",
    title="Samenvatting",
    holds="wat er gelezen is, wat eruit kwam, en wat het niet kan zeggen",
    columns=(Column("wat", 24), Column("waarde", 110)),
    rows=_summary,
)
NOTES = Table(
    name="bronnen",
    title="Bronnen",
    holds="een bestand dat gelezen is: van welke bijeenkomst, tafel en sector",
    columns=(
        Column("id", 15),
        Column("bijeenkomst", 24),
        Column("datum", 12),
        Column("plaats", 18),
        Column("tafel", 12),
        Column("sector", 12),
        Column("rol", 16),
        Column("thema", 26),
        Column("school", 20),
        Column("bestand", 30),
        Column("pad", 50),
        Column("eenheid", 10),
        Column("regels", 8),
        Column("verslag van de avond", 12),
        Column("sha256", 20, lines=1),
    ),
    rows=_notes,
)
SKIPPED = Table(
    name="niet-gelezen",
    title="Niet gelezen",
    holds="een bestand dat niet gelezen is, en waarom niet",
    columns=(Column("bestand", 50), Column("reden", 70)),
    rows=_skipped,
)
SENSITIVE = Table(
    name="gevoelig",
    title="Gevoelig",
    holds="waar iets staat over één persoon dat niemand anders aangaat; niet wat",
    columns=(Column("id", 15), Column("waarover", 26), *PLACE),
    rows=_sensitive,
)
