"""How fast questions are found, beside the time that the pipeline takes to tag the same lines.

Usage: OPENBLAS_NUM_THREADS=1 taskset -c 0 python tests/benchmarks/questions_speed.py LINES.jsonl

LINES.jsonl holds a line a row, under ``text``.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import notemine as nm
from notemine.normalise import segments_of_texts

N_ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """The shortest of some rounds, after one to warm up."""
    work()
    taken = []
    for _ in range(N_ROUNDS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


def main(path: Path) -> None:
    """Measure and print."""
    lines = [json.loads(line)["text"] for line in path.read_text("utf8").splitlines()]
    whole, nlp = "\n".join(lines), nm.load_nlp()
    found = seconds(lambda: nm.find_questions(whole))
    tagged = seconds(lambda: segments_of_texts(lines, nlp))
    print(f"{len(lines) / found:.0f} lines a second; tagging them takes {tagged / found:.1f} times as long")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
