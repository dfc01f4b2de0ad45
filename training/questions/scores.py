"""How many questions the shipped tagger finds in the held-out parts and in the development sets.

Usage: scores.py DATA
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from gold import Item, Text, is_third, items_of, plain, raw_sentences, read_gold

from notemine.evaluate.detect import score_detection
from notemine.evaluate.extract import score_extraction
from notemine.questions.tagger import LABELS, tag
from notemine.questions.words import words_of

Labeller = Callable[[list[Item]], list[list[int]]]


def print_scores(data: Path, texts: list[Text], label: Labeller) -> None:
    """Print F1 (soft, strict) of the spans by source, and F1 of the detection."""
    by_source = defaultdict(list)
    for text in texts:
        if text.is_held_out:
            by_source[text.source].append(text)
    for task in ("extract", "extract_nomark"):
        by_source[task] = [
            Text(row["text"], tuple((q["start"], q["end"], "", "") for q in row["questions"]), task)
            for row in map(json.loads, (data / f"questions/{task}.jsonl").open())
        ]
    for source, some in sorted(by_source.items()):
        print(f"{source}: {_spans(some, label)}", flush=True)
    rows = [json.loads(line) for line in (data / "questions/detect.jsonl").open()]
    found = _found([Text(r["text"], (), "detect") for r in rows], label)
    known = raw_sentences(data)
    for part, chosen in (
        ("detect", range(len(rows))),
        ("detect, not in the raw texts", [n for n, r in enumerate(rows) if plain(r["text"]) not in known]),
        ("detect, untouched third", [n for n, r in enumerate(rows) if is_third(r["id"])]),
    ):
        scores = score_detection(
            [rows[n]["is_question"] for n in chosen],
            [bool(found[n]) for n in chosen],
            kinds=[rows[n]["kind"] for n in chosen],
        )
        kinds = {kind: round(share, 2) for kind, share in scores["accuracy_by_kind"].items()}
        print(f"{part}: {scores['f1']:.3f}", kinds, flush=True)


def _spans(texts: list[Text], label: Labeller) -> str:
    gold = [[t.text[a:b] for a, b, *_ in t.questions] for t in texts]
    scores = score_extraction(gold, _found(texts, label))
    soft, strict = scores["soft"], scores["strict"]
    return (
        f"soft {soft['f1']:.3f} (P {soft['precision']:.3f} R {soft['recall']:.3f}), "
        f"strict {strict['f1']:.3f}, perfect {strict['perfect_passages']} of {len(texts)}"
    )


def _found(texts: list[Text], label: Labeller) -> list[list[str]]:
    items = [(n, item) for n, text in enumerate(texts) for item in items_of(text)]
    found: list[list[str]] = [[] for _ in texts]
    for (n, item), labels in zip(items, label([item for _, item in items]), strict=True):
        spans: list[list[str]] = []
        for word, number in zip(item.words, labels, strict=True):
            if LABELS[number].startswith("B"):
                spans.append([])
            if number:
                spans[-1].append(word)
        found[n] += [" ".join(words) for words in spans]
    return found


def label(items: list[Item]) -> list[list[int]]:
    """Labels by the tagger that ships."""
    tagged = tag([words_of(item.text) for item in items], [item.is_listed for item in items])
    return [one.labels for one in tagged]


if __name__ == "__main__":
    print_scores(Path(sys.argv[1]), read_gold(Path(sys.argv[1])), label)
