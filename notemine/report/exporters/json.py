"""Everything that was found, for a program to read."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from typing import Any

from notemine.domain import Mined, Note, Prevalence, Question, RecurringQuestion, Topic
from notemine.report.cells import Cell, show
from notemine.report.evidence import NO_SECTOR, Evidence
from notemine.report.prevalence import hide_prevalence
from notemine.report.schema import URN, VERSION

HOLDS = ("resultaat",)
# JSON may hold these as they are, but a terminal or an editor that shows the file would obey them.
_ACTIVE = re.compile("[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


# What a note, a segment or a question says, word for word.
TEXTS = {
    "notes": ("text", "speakers"),
    "segments": ("text", "speaker", "heading", "lemmas", "tags", "terms", "sensitive"),
    "asked": ("text", "wording", "sensitive"),
}
# What leads from a question to a table.
PLACES = ("segment_id", "start", "end", "source", "line", "table_id", "source_start", "source_end")


def render(mined: Mined, *, name: str) -> bytes:  # noqa: ARG001, every exporter is called alike
    """Write the whole result as JSON.

    Offsets count characters of ``notes[].text`` (pseudonyms in place); ``source_start`` and ``source_end``
    count those of the file as it was read.
    """
    return encode(as_data(mined))


def as_data(mined: Mined) -> dict[str, Any]:
    """The result as plain data: the nouns of ``notemine.domain``, with file and line beside each offset.

    ``report/schema`` describes it, key by key.
    Where texts may not be shown, their keys are not there. Where small counts are hidden, what could be
    counted (notes, segments, and the place of each question) is not there either: counts per sector stand
    with topics and questions instead, and a hidden number is null, beside ``"hidden": true``.
    """
    evidence = Evidence(mined)
    provenance = dataclasses.asdict(mined.provenance) | {
        "config": json.loads(mined.provenance.config or "{}")
    }
    lists = _lists(mined, evidence)
    return {
        "$schema": URN,
        "schema_version": VERSION,
        "provenance": provenance,
        "notes": lists["notes"],
        "segments": lists["segments"],
        "topics": [_topic(topic, evidence) for topic in mined.topics],
        "topic_groups": [dataclasses.asdict(group) for group in mined.topics.groups],
        "topics_warning": mined.topics.warning,
        "topic_changes": [dataclasses.asdict(change) for change in mined.topic_changes],
        "prevalence": [_prevalence(found, hidden) for found, hidden in hide_prevalence(mined, evidence)],
        "questions": [_question(question, evidence) for question in mined.questions],
        "review": [
            dataclasses.asdict(doubt) | {"questions": [_asked(q, evidence) for q in doubt.questions]}
            for doubt in mined.review
        ],
        "plan": _plan(mined, evidence),
        "skipped": [dataclasses.asdict(skipped) for skipped in mined.skipped],
    }


def _lists(mined: Mined, evidence: Evidence) -> dict[str, list[dict[str, Any]]]:
    """Notes and segments one by one; none where they would let a reader count what is hidden."""
    if not evidence.shown.places:
        return {"notes": [], "segments": []}
    segments = []
    for segment, label, strength in zip(
        mined.segments, mined.topics.labels, mined.topics.strengths, strict=True
    ):
        place = _place(evidence.note(segment.id), segment.start, segment.end)
        about = {"topic_id": mined.topics.topics[label].id if label >= 0 else "", "strength": strength}
        segments.append(_without_texts("segments", dataclasses.asdict(segment), evidence) | place | about)
    notes = [_without_texts("notes", dataclasses.asdict(note), evidence) for note in mined.notes]
    return {"notes": notes, "segments": segments}


def _topic(topic: Topic, evidence: Evidence) -> dict[str, Any]:
    data = dataclasses.asdict(topic)
    if evidence.shown.places:
        return data
    totals = {"n_lines": len(topic.segment_ids), "n_tables": len(evidence.tables(topic.segment_ids))}
    return data | totals | _by_sector("lines_by_sector", evidence.lines_by_sector(topic.segment_ids))


def _question(question: RecurringQuestion, evidence: Evidence) -> dict[str, Any]:
    asked = [_asked(q, evidence) for q in question.asked]
    data = dataclasses.asdict(question) | {"asked": asked}
    if evidence.shown.places:
        return data
    data |= {"asked": [q for q in asked if q.get("text")], "tables": [], "answers": [], "elsewhere": []}
    totals = {"n_asked": len(question.asked), "n_tables": len(question.tables)}
    return data | totals | _by_sector("tables_by_sector", evidence.tables_by_sector(question.tables))


def _asked(question: Question, evidence: Evidence) -> dict[str, Any]:
    place = _place(evidence.note(question.segment_id), question.start, question.end)
    about = {"sensitive": evidence.line(question.segment_id).sensitive}
    data = _without_texts("asked", dataclasses.asdict(question) | about, evidence) | place
    return data if evidence.shown.places else {k: v for k, v in data.items() if k not in PLACES}


def _prevalence(found: Prevalence, hidden: frozenset[str]) -> dict[str, Any]:
    data = {name: None if name in hidden else value for name, value in dataclasses.asdict(found).items()}
    return data | {"hidden": True} if hidden else data


def _plan(mined: Mined, evidence: Evidence) -> dict[str, Any]:
    data = dataclasses.asdict(mined.plan)
    for item in (*data["items"], *data["left_out"]):
        if isinstance(show(item["demand"], evidence.shown.min_cell), str):
            item |= {"demand": None, "hidden": True}
    if not evidence.shown.places:
        # What a table adds is counted in tables that asked.
        data |= {"objective": None, "hidden": True}
        for item in (*data["items"], *data["left_out"]):
            item |= {"score": None}
    return data


def _by_sector(name: str, cells: Mapping[str, Cell]) -> dict[str, Any]:
    """Counts by sector, none of no known sector unless there are."""
    counts = {s or NO_SECTOR: n if isinstance(n, int) else None for s, n in cells.items() if s or n}
    return {name: counts, "hidden": True} if None in counts.values() else {name: counts}


def _without_texts(what: str, data: dict[str, Any], evidence: Evidence) -> dict[str, Any]:
    return data if evidence.shown.quotes else {k: v for k, v in data.items() if k not in TEXTS[what]}


def encode(data: dict[str, Any]) -> bytes:
    """JSON as people can read it: UTF-8, indented; dates as ``2022-10-11``."""
    text = json.dumps(data, ensure_ascii=False, indent=1, default=str, allow_nan=False)
    return (_ACTIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n").encode()


def _place(note: Note, start: int, end: int) -> dict[str, Any]:
    return {
        "source": note.source,
        "line": note.line_at(start),
        "table_id": note.table_id,
        "source_start": note.source_offset(start),
        "source_end": note.source_offset(end),
    }
