"""How long the plan takes: ``python -m tests.benchmarks.plan_speed --lines 100000 --questions 5000``."""

from __future__ import annotations

import argparse
import random
import time

from notemine.config import PlanSettings
from notemine.domain import (
    Event,
    Note,
    PlanDecision,
    Question,
    RecurringQuestion,
    Segment,
    Term,
    Topic,
    TopicMap,
    make_id,
)
from notemine.plan import make_plan

SECTORS = ("vmbo", "havo/vwo", "mbo", "gemengd", "")
N_LINES_A_NOTE = 40


def main() -> None:
    """Print the time for each size of the next event."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=5_000)
    parser.add_argument("--topics", type=int, default=120)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    dice = random.Random(chosen.seed)
    notes, segments = _notes(chosen.lines, dice)
    topics = _topics(segments, chosen.topics, dice)
    questions = _questions(segments, notes, topics, chosen.questions, dice)
    lines = tuple(segment.text for segment in segments[:8])
    print(f"{len(segments)} lines, {len(questions)} questions, {len(topics)} topics")
    for size in ((8, 1), (8, 2), (20, 4)):
        for decisions in ((), (PlanDecision(kind="pin", title="weg", lines=lines),)):
            began = time.perf_counter()
            plan = make_plan(
                topics,
                questions,
                notes=notes,
                segments=segments,
                settings=PlanSettings(tables=size[0], rounds=size[1]),
                decisions=decisions,
            )
            seconds = time.perf_counter() - began
            print(
                f"{size[0]} x {size[1]} tables, {len(decisions)} pinned: {seconds:.1f} s, {plan.is_optimal=}"
            )


def _notes(n_lines: int, dice: random.Random) -> tuple[list[Note], list[Segment]]:
    notes, segments = [], []
    for i in range(n_lines // N_LINES_A_NOTE):
        event = Event(id=f"e{i % 12}", title=f"Avond {i % 12}")
        lines = [f"Regel {i} {j} over {dice.choice('abcdefgh')}." for j in range(N_LINES_A_NOTE)]
        text = "\n".join(lines)
        note = Note(
            id=f"n{i}", event=event, source=f"{i}.txt", text=text, table=str(i), sector=dice.choice(SECTORS)
        )
        notes.append(note)
        start = 0
        for j, line in enumerate(lines):
            segments.append(
                Segment(id=f"s{i}-{j}", note_id=note.id, start=start, end=start + len(line), text=line)
            )
            start += len(line) + 1
    return notes, segments


def _topics(segments: list[Segment], n_topics: int, dice: random.Random) -> TopicMap:
    members: list[list[str]] = [[] for _ in range(n_topics)]
    for segment in segments:
        members[dice.randrange(n_topics)].append(segment.id)
    made = tuple(
        Topic(
            id=f"t{i}",
            label=f"{dice.choice('abcdefgh')}{i} onderwerp",
            terms=(Term(text=f"term{i}", weight=1.0),),
            segment_ids=tuple(some),
            strength=0.5,
            stability=0.5,
        )
        for i, some in enumerate(members)
    )
    return TopicMap(topics=made, labels=[], strengths=[])


def _questions(
    segments: list[Segment], notes: list[Note], topics: TopicMap, n: int, dice: random.Random
) -> list[RecurringQuestion]:
    note_of = {note.id: note for note in notes}
    found = []
    for i in range(n):
        some = dice.sample(segments, min(1 + int(dice.expovariate(0.8)), 9))
        wording = f"Wie regelt {dice.choice('abcdefgh')} nummer {i} voor leerlingen van school?"
        asked = tuple(
            Question(segment_id=s.id, start=s.start, end=s.end, text=wording, kind="direct", wording=wording)
            for s in some
        )
        tables = sorted({note_of[s.note_id].table_id for s in some})
        sectors = sorted({note_of[s.note_id].sector for s in some} - {""})
        found.append(
            RecurringQuestion(
                id=make_id("q", wording),
                wording=wording,
                asked=asked,
                tables=tuple(tables),
                sectors=tuple(sectors),
                topic_id=dice.choice(topics.topics).id if dice.random() < 0.95 else "",
            )
        )
    return found


if __name__ == "__main__":
    main()
