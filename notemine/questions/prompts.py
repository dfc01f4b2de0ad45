"""The questions that the table's leader puts everywhere: they come from the script, not from the tables."""

from __future__ import annotations

import re
from collections import defaultdict
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


def is_prompt(
    asked: Sequence[Question],
    *,
    note_of: Mapping[str, Note],
    segment_of: Mapping[str, Segment],
    n_tables: Mapping[str, int],
    prompts: Sequence[str] = (),
) -> bool:
    """Whether a group of questions that ask the same is a prompt of the leader.

    It is where a member reads as one of ``prompts``; where half of the tables of an event, and three at
    least, asked it in nearly the same words; or where at three tables it stands behind a label or a speaker
    that belongs to the leader, in nearly the same words at two of them.

    Args:
        asked: The members.
        note_of: Note of each segment, by id of the segment.
        segment_of: Segment by id.
        n_tables: Tables of each event, by id of the event.
        prompts: What the user says the prompts are.
    """
    words = [_words(question.wording) for question in asked]
    if any(_likeness(own, _words(prompt)) >= MIN_LIKENESS for own in words for prompt in prompts):
        return True
    alike: dict[str, set[str]] = defaultdict(set)
    led: set[str] = set()
    typical = max(words, key=lambda own: (sum(_likeness(own, other) for other in words), sorted(own)))
    for question, own in zip(asked, words, strict=True):
        note = note_of.get(question.segment_id)
        if note is None or not note.table_id:
            continue
        if _likeness(own, typical) >= MIN_LIKENESS:
            alike[note.event.id].add(note.table_id)
        if is_led(question, note, segment_of[question.segment_id]):
            led.add(note.table_id)
    n_alike = len({table for tables in alike.values() for table in tables})
    if len(led) >= MIN_TABLES and n_alike > 1:
        return True
    return any(len(t) >= max(MIN_TABLES, MIN_SHARE * n_tables[event]) for event, t in alike.items())


def is_led(question: Question, note: Note, segment: Segment) -> bool:
    """Whether the speaker, or what stands on the line before the question, says that the leader asks."""
    line_start = note.text.rfind("\n", 0, question.start) + 1
    before = note.text[line_start : question.start]
    return bool(LEADS.search(segment.speaker) or LEADS.search(before) or LABEL.search(before))


def _words(text: str) -> frozenset[str]:
    return frozenset(lemma_of(word) for word in WORD.findall(text.lower()) if word not in ADDRESS)


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
