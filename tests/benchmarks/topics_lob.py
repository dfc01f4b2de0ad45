"""What the topics of a labelled corpus of tables owe to the lines about the evening itself. Run by hand.

Usage: python tests/benchmarks/topics_lob.py CORPUS

CORPUS holds folders of events and ``gold/topics.jsonl`` (file, line, topic; ``avond``: the evening itself).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sklearn.metrics import adjusted_mutual_info_score

import notemine as nm

ASIDE = "avond"


def main(corpus: Path) -> None:
    """Print how well asides are found, and the agreement of topics as they are and with asides as marked."""
    gold = [json.loads(line) for line in (corpus / "gold" / "topics.jsonl").open(encoding="utf-8")]
    mined = nm.mine(sorted(str(path) for path in corpus.iterdir() if (path.name[:1]).isdigit()))
    note_of = {note.id: note for note in mined.notes}
    found: dict[tuple[str, int], int] = {}
    for segment, label in zip(mined.segments, mined.topics.labels, strict=True):
        note = note_of[segment.note_id]
        line = note.text.count("\n", 0, segment.start) + 1
        if label >= 0:
            found.setdefault((Path(note.source).name, line), label)
    pairs = [
        (row["topic"], found[key]) for row in gold if (key := (Path(row["file"]).name, row["line"])) in found
    ]
    topics = mined.topics.topics
    marked = [topic == ASIDE for topic, _ in pairs]
    asides = [topics[label].is_aside for _, label in pairs]
    both = sum(a and b for a, b in zip(marked, asides, strict=True))
    labels = [topic for topic, _ in pairs]
    given = [-1 if topic == ASIDE else label for topic, label in pairs]
    print(f"{len(pairs)} of {len(gold)} lines, {len(topics)} topics")
    print(f"of one table: {sum('one_table' in topic.flags for topic in topics)} topics")
    print(f"asides: F1 {2 * both / max(1, sum(marked) + sum(asides)):.3f}")
    print(f"AMI {adjusted_mutual_info_score(labels, [label for _, label in pairs]):.3f}")
    print(f"AMI with asides as marked {adjusted_mutual_info_score(labels, given):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
