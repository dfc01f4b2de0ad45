"""Everything that was found, for a program to read."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

from notemine.domain import Mined, Note, Question

# JSON may hold these as they are, but a terminal or an editor that shows the file would obey them.
_ACTIVE = re.compile("[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render(mined: Mined, *, name: str) -> bytes:  # noqa: ARG001, every exporter is called alike
    """Write the whole result as JSON.

    Offsets count characters of ``notes[].text`` (pseudonyms in place); ``source_start`` and ``source_end``
    count those of the file as it was read.
    """
    return encode(as_data(mined))


def as_data(mined: Mined) -> dict[str, Any]:
    """The result as plain data: the nouns of ``notemine.domain``, with file and line beside each offset."""
    note_of = {note.id: note for note in mined.notes}
    segment_of = {segment.id: segment for segment in mined.segments}
    topics = [dataclasses.asdict(topic) for topic in mined.topics]
    provenance = dataclasses.asdict(mined.provenance) | {
        "config": json.loads(mined.provenance.config or "{}")
    }

    def asked(question: Question) -> dict[str, Any]:
        note = note_of[segment_of[question.segment_id].note_id]
        return dataclasses.asdict(question) | _place(note, question.start, question.end)

    segments = []
    for segment, label, strength in zip(
        mined.segments, mined.topics.labels, mined.topics.strengths, strict=True
    ):
        place = _place(note_of[segment.note_id], segment.start, segment.end)
        about = {"topic_id": topics[label]["id"] if label >= 0 else "", "strength": strength}
        segments.append(dataclasses.asdict(segment) | place | about)
    return {
        "provenance": provenance,
        "notes": [dataclasses.asdict(note) for note in mined.notes],
        "segments": segments,
        "topics": topics,
        "topic_groups": [dataclasses.asdict(group) for group in mined.topics.groups],
        "topics_warning": mined.topics.warning,
        "topic_changes": [dataclasses.asdict(change) for change in mined.topic_changes],
        "prevalence": [dataclasses.asdict(found) for found in mined.prevalence],
        "questions": [
            dataclasses.asdict(question) | {"asked": [asked(q) for q in question.asked]}
            for question in mined.questions
        ],
        "review": [
            dataclasses.asdict(doubt) | {"questions": [asked(q) for q in doubt.questions]}
            for doubt in mined.review
        ],
        "plan": dataclasses.asdict(mined.plan),
        "skipped": [dataclasses.asdict(skipped) for skipped in mined.skipped],
    }


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
