"""The questions that the table's leader puts everywhere: they come from the script, not from the tables."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from notemine.domain import Note, Question, Segment
from notemine.dutch.lemmas import lemma_of
from notemine.dutch.replies import LEADER, LEADER_LABEL

WORD = re.compile(r"[^\W_]+")
# Share of words two wordings of one prompt have in common (Dice).
MIN_LIKENESS = 0.6
MIN_TABLES = 3
MIN_SHARE = 0.5
ADDRESS = frozenset("je jij jou jouw jullie u uw we wij ik me mij hier nu vandaag vanavond".split())
LABEL = re.compile(LEADER_LABEL, re.IGNORECASE)
LEADS = re.compile(LEADER, re.IGNORECASE)


def find_prompts(
    questions: Sequence[Question],
    *,
    note_of: Mapping[str, Note],
    segment_of: Mapping[str, Segment],
    prompts: Sequence[str] = (),
) -> list[bool]:
    """Whether each question is a prompt of the leader.

    It is where it reads as one of ``prompts``; where half of the tables of its event, and three at least, ask
    it in nearly the same words; or where three tables of any events do, and at one of them it stands behind a
    speaker or a label that belongs to the leader.

    Args:
        questions: Each of a segment.
        note_of: Note of each segment, by id of the segment.
        segment_of: Segment by id.
        prompts: What the user says the prompts are.
    """
    words = [_words(question.wording) for question in questions]
    notes = [note_of[question.segment_id] for question in questions]
    tables = {(note.event.id, note.table_id) for note in note_of.values() if note.table_id}
    n_tables = Counter(event for event, _ in tables)
    led: list[int] = []
    by_event: dict[str, list[int]] = defaultdict(list)
    for i, (question, note) in enumerate(zip(questions, notes, strict=True)):
        if note.table_id:
            by_event[note.event.id].append(i)
            if is_led(question, note, segment_of[question.segment_id]):
                led.append(i)
    known = [_words(prompt) for prompt in prompts]
    found = {i for i, own in enumerate(words) if any(_is_alike(own, prompt) for prompt in known)}
    for event, members in by_event.items():
        needed = max(MIN_TABLES, MIN_SHARE * n_tables[event])
        found |= _asked_alike(members, members, words, notes=notes, needed=needed)
    at_tables = [i for members in by_event.values() for i in members]
    found |= _asked_alike(led, at_tables, words, notes=notes, needed=MIN_TABLES)
    return [i in found for i in range(len(questions))]


def segments_of_prompts(
    questions: Sequence[Question],
    notes: Sequence[Note],
    segments: Sequence[Segment],
    *,
    prompts: Sequence[str] = (),
) -> frozenset[str]:
    """Ids of the segments in which the leader asks what is asked everywhere; see ``find_prompts``."""
    by_id = {note.id: note for note in notes}
    found = find_prompts(
        questions,
        note_of={segment.id: by_id[segment.note_id] for segment in segments},
        segment_of={segment.id: segment for segment in segments},
        prompts=prompts,
    )
    return frozenset(q.segment_id for q, is_prompt in zip(questions, found, strict=True) if is_prompt)


def _asked_alike(
    some: Sequence[int],
    members: Sequence[int],
    words: Sequence[frozenset[str]],
    *,
    notes: Sequence[Note],
    needed: float,
) -> set[int]:
    """Those members that read as one of some, where as many tables as needed ask that."""
    found: set[int] = set()
    for i in some:
        alike = [j for j in members if _is_alike(words[i], words[j])]
        if len({notes[j].table_id for j in alike}) >= needed:
            found.update(alike)
    return found


def is_led(question: Question, note: Note, segment: Segment) -> bool:
    """Whether the speaker, or what stands on the line before the question, says that the leader asks."""
    line_start = note.text.rfind("\n", 0, question.start) + 1
    before = note.text[line_start : question.start]
    return bool(LEADS.search(segment.speaker) or LEADS.search(before) or LABEL.search(before))


def _words(text: str) -> frozenset[str]:
    return frozenset(lemma_of(word) for word in WORD.findall(text.lower()) if word not in ADDRESS)


def _is_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and 2 * len(a & b) >= MIN_LIKENESS * (len(a) + len(b))
