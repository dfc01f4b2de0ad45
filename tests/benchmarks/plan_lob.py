"""How many of the tables that the plan says asked its lead question really did, on labelled notes.

    python -m tests.benchmarks.plan_lob CORPUS

CORPUS holds folders of events and ``gold/questions.jsonl``, a line a question with its ``file``, ``text`` and
``group``. A mention is taken for the gold question of its file that shares most words with it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

import notemine as nm

MIN_OVERLAP = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    corpus = parser.parse_args().corpus
    lines = (corpus / "gold" / "questions.jsonl").read_text("utf-8").splitlines()
    gold = defaultdict(list)
    for asked in map(json.loads, filter(None, lines)):
        gold[Path(asked["file"]).name].append(asked)
    mined = nm.mine(sorted(path for path in corpus.iterdir() if re.match(r"\d{4}-", path.name)))
    n_right = n_pure = n_leads = 0
    for question in leads_of(mined):
        groups = groups_of(question, mined, gold)
        [(most, _)] = Counter(groups).most_common(1)
        n_leads += 1
        n_right += len(question.tables) == n_tables_of(most, gold)
        n_pure += len(set(groups)) == 1
    print(
        f"tables of the lead as in the gold: {n_right} of {n_leads}; all of one group: {n_pure} of {n_leads}"
    )


def leads_of(mined: nm.Mined) -> list[nm.RecurringQuestion]:
    by_id = {question.id: question for question in mined.questions}
    return [by_id[item.lead_question] for item in mined.plan.items if item.lead_question]


def n_tables_of(group: str, gold: dict[str, list[dict[str, str]]]) -> int:
    """Tables that asked it: a file is a table, but for the impression of an evening."""
    files = [name for name, asked in gold.items() if group in {one["group"] for one in asked}]
    return sum("impressie" not in name for name in files)


def groups_of(
    question: nm.RecurringQuestion, mined: nm.Mined, gold: dict[str, list[dict[str, str]]]
) -> list[str]:
    """The gold group of each mention; empty for one that is no question there."""
    note_of = {note.id: note for note in mined.notes}
    source_of = {s.id: Path(note_of[s.note_id].source).name for s in mined.segments}
    groups = []
    for mention in question.asked:
        known = gold[source_of[mention.segment_id]]
        best = max(known, key=lambda asked: overlap(asked["text"], mention.text), default=None)
        groups.append(best["group"] if best and overlap(best["text"], mention.text) > MIN_OVERLAP else "")
    return groups


def overlap(a: str, b: str) -> float:
    """F1 of the words."""
    first, second = (Counter(re.findall(r"\w+", text.lower())) for text in (a, b))
    both = sum((first & second).values())
    return 2 * both / (sum(first.values()) + sum(second.values())) if both else 0.0


if __name__ == "__main__":
    main()
