"""Trains ``models/nl_questions``: the weights that tell where a direct question begins.

Usage: train.py DATA OUT [--folds]

``DATA`` holds ud/train, raw, question-lines, lob and questions. A sentence of the treebanks or the raw texts
that ends in "?" is taken to hold a question; where it has no opening at its start, the opening is the one the
model of the round before finds most likely. Lines and passages written for the project give their spans. What
stands in questions/ (third-party, for development) is left out of the training data.
"""

from __future__ import annotations

import collections
import gzip
import hashlib
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from notemine.dutch import cues
from notemine.dutch.verbs import word_classes
from notemine.questions.features import features
from notemine.questions.words import Opening, Word, openings, words_of

MIN_COUNT = 4
TREEBANK_WEIGHT = 1.0
INVERSE_PENALTY = 0.15
RAW = {
    "tatoeba": 60000, "kamer-be": 60000, "common-voice": 30000, "verenigingen": 12000, "overheid-docs": 8000,
    "varia": 6000, "samenvattingen": 6000, "onderwijs-teksten": 4000,
}  # fmt: skip
ASKS = re.compile(
    r"vraag|vroeg|vragen|weet|weten|wist|benieuwd|duidelijk|idee|zeker|twijfel|afhankelijk|zeg|vertel|leg|kijk|zien|"
    r"snap"
)
GOLD_WEIGHT = 6.0
JOINED_WEIGHT = 0.5
N_JOINED = 10000
CONDITIONS = 0.1  # share of rounds with a statement behind a clause that begins with a verb
LABELS = (
    "Vraag: ", "Vraag 2: ", "Eerste vraag: ", "Vierde vraag: ",
    "Tafel 3: ", "Voorzitter: ", "Decaan: ", "Anna de Vries: ", "Marcel: ", "- Peter: ",
    "Vraag van de ouders: ", "Punt 4: ", "Planning: ", "Rondvraag: ", "Actie: ", "Reactie: ", "JB: ", "1. ",
    "Kosten - ", "**Jan**: ", "- ", "Leerling (havo 4): ", "Discussie: ", "Tom, ", "Meneer, ", "Hij zei: ",
    "Zij vroeg: ", "Ouders: ", "Conclusie: ", "Docent Nederlands: ",
)  # fmt: skip
BARE = (
    "Trouwens ", "Tom ", "Punt 2 ", "Zeg ", "Verder ", "Overigens ", "Mam ", "En dan ", "Oké ", "Ja ",
    "Jan ", "Nou ",
)  # fmt: skip
STARTS = (
    "En ", "Maar ", "Of ", "Ja ", "Uh ", "Dus ", "en uh ", "Nou ", "want ", "ja maar ", "Oké ", "En ja ",
    "Nee ", "ach ",
)  # fmt: skip
SUBJECT = "Ik|We|Wij|Ze|Zij|Hij|Het|Dat|Dit|Deze|Die|U|Er|Je|Jullie|Dat"
GLUES = (
    ", ", ", en ", ", maar ", ", dus ", ", want ", "; ", " - ", ": ", " (", " en ", " maar ", ". ",
    ". Maar ", ". En ",
)  # fmt: skip


@dataclass
class Example:
    """One opening: its features, whether it begins a question (None: not known) and its weight."""

    names: list[str]
    label: bool | None
    weight: float
    group: int


def main(data: Path, out: Path, *, hold_out: bool) -> None:
    """Gather, fit in two rounds, write."""
    seen = {plain(r["text"]) for r in read_jsonl(data / "questions/detect.jsonl")}
    examples = [*silver(data, seen), *joined(data, seen), *gold(data, hold_out)]
    print(len(examples), "openings", sum(e.label is None for e in examples), "latent")
    weights = fit([e for e in examples if e.label is not None])
    settle(examples, weights)
    weights = fit([e for e in examples if e.label is not None])
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(weights, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (out / "weights.json.gz").write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(len(weights), "weights")


def silver(data: Path, seen: set[str]) -> Iterator[Example]:
    """Openings of sentences whose final mark says what they are."""
    for group, (text, weight) in enumerate(sentences(data)):
        if plain(text) in seen:
            continue
        is_asked = text.endswith("?")
        words = words_of(text.rstrip(" .?!" if hashed(text) % 2 else " .?"))
        found = [o for o in openings(words) if o.kind != "O"]
        if is_asked and not text.rstrip("? ").endswith(cues.TAGS):
            yield from asked(words, found, group=group, weight=weight)
        elif not is_asked:
            for opening in found:
                if opening.kind == "V" or opening.after[0] in "SC" or not ASKS.search(text.lower()):
                    yield Example(features(words, opening), False, weight, -1)
            yield from without_subject(text, 0.5 * weight)


def asked(words: list[Word], found: list[Opening], *, group: int, weight: float) -> Iterator[Example]:
    """The opening at the start is the question; else the best one, found in the second round."""
    at_start = [o for o in found if o.after[0] in "Ss"]
    for opening in found:
        if at_start:
            if opening is at_start[0] or opening.after[0] == "B":
                yield Example(features(words, opening), opening is at_start[0], weight, -1)
        else:
            yield Example(features(words, opening), None, weight, group)


def joined(data: Path, seen: set[str]) -> Iterator[Example]:
    """Short sentences put behind a label, a speaker or one another: what notes do and books don't."""
    rng = random.Random(7)
    texts = [x for x, _ in sentences(data) if plain(x) not in seen]
    pool = [x for x in texts if len(x) < 70 and "," not in x and x[0].isupper()]
    asking = [x.rstrip(" ?") for x in pool if x.endswith("?") and begins_with_opening(x)]
    verb_first = [
        x for x in asking if words_of(x)[0].low not in cues.QUESTION_WORDS and words_of(x)[0].is_finite
    ]
    word_first = [x for x in asking if words_of(x)[0].low in cues.QUESTION_WORDS]
    telling = [x.rstrip(" .") for x in pool if x.endswith(".")]
    inverted = [
        m[2] + " " + low(m[1]) + m[3] for x in telling if (m := re.match(rf"({SUBJECT}) (\w+)( .*)$", x))
    ]
    clauses = [
        m[0] for x in texts if (m := re.match(r"(?:Als|Wanneer|Omdat|Nu|Zodra|Indien) [^,]{8,60},", x))
    ]
    phrases = [m[0] for x in texts if (m := re.match(r"[A-Z][^,.?!:;]{3,45},", x)) and not has_finite(m[0])]
    nouns = [w.title() for x in telling for w in x.split()[-1:] if word_classes(w.lower())[:1] in ("n", "m")]
    for _ in range(N_JOINED):
        told, other, ask, more, third = (*rng.sample(telling, 2), *rng.sample(asking, 3))
        dropped = re.sub(rf"^(?:{SUBJECT}) ", "", other)
        label = rng.choice([*LABELS, rng.choice(nouns) + ": ", rng.choice(nouns) + ": "])
        glue, comma = rng.choice(GLUES), rng.choice([", ", " en ", ", en ", " of ", "; "])
        yield from parts([(label, False), (rng.choice([ask, low(ask)]), True)])
        yield from parts([(label, False), (rng.choice([other, low(other), low(dropped)]), False)])
        yield from parts([(told + glue, False), (low(ask), True)])
        yield from parts([(told + glue, False), (rng.choice([low(other), low(dropped)]), False)])
        yield from parts([(ask + comma, True), (low(more), True)])
        yield from parts([(ask + ", ", True), (low(more) + comma, True), (low(third), True)])
        yield from parts([(rng.choice(phrases) + " ", False), (low(ask), True)])
        yield from parts([(rng.choice(clauses) + " ", False), (low(rng.choice(word_first)), True)])
        yield from parts([(rng.choice(clauses) + " ", False), (low(rng.choice(inverted)), False)])
        yield from parts([(rng.choice(BARE), False), (low(rng.choice(word_first)), True)])
        filler = rng.choice(STARTS)
        yield from parts([(filler, None), (low(rng.choice(verb_first)), True)])
        yield from parts([(filler, None), (low(rng.choice([other, dropped])), False)])
        if rng.random() < CONDITIONS:
            yield from parts([(rng.choice(verb_first) + ", ", False), (low(rng.choice(inverted)), False)])


def has_finite(text: str) -> bool:
    """Whether a word of a text is first of all a finite verb."""
    return any(w.classes[:1] in ("s", "t", "p", "v", "w") for w in words_of(text))


def begins_with_opening(text: str) -> bool:
    """Whether a question begins with a verb or a question word."""
    found = openings(words_of(text))
    return bool(found) and found[0].word == 0 and found[0].kind != "O"


def low(text: str) -> str:
    """Without capital, unless it begins with a name."""
    return text if words_of(text)[0].classes[:1] == "N" else text[0].lower() + text[1:]


def parts(pieces: list[tuple[str, bool | None]]) -> Iterator[Example]:
    """Openings of a text made of pieces that are a question, are none, or are not judged."""
    text = "".join(piece for piece, _ in pieces)
    words = words_of(text)
    start = 0
    for piece, is_question in pieces:
        inside = [
            o for o in openings(words) if start <= words[o.word].start < start + len(piece) and o.kind != "O"
        ]
        for opening in inside:
            begins = words[opening.word].start == start
            if begins and is_question is not None:
                yield Example(features(words, opening), is_question, JOINED_WEIGHT, -1)
            elif opening.after[0] == "B" and is_question is not None:
                yield Example(features(words, opening), False, JOINED_WEIGHT, -1)
        start += len(piece)


def without_subject(text: str, weight: float) -> Iterator[Example]:
    """Statements without their subject, which are no question: "Hebben dat besproken."."""
    match = re.match(rf"(?:{SUBJECT}) ([a-z]+ (?!(?:ik|we|wij|ze|zij|je|jij|u|hij)\b).*)$", text)
    if not match or "," in text or len(text) > 90 or hashed(text) % 3:
        return
    told = match[1][0].upper() + match[1][1:]
    words = words_of(told.rstrip(" ."))
    for opening in openings(words)[:1]:
        if opening.kind == "V":
            yield Example(features(words, opening), False, weight, -1)


def gold(data: Path, hold_out: bool) -> Iterator[Example]:
    """Openings of the lines, passages and table notes written for the project."""
    for text, starts in gold_texts(data, hold_out):
        words = words_of(text)
        mark = len(text) - 1 if text[-1] in ".?" else -1
        words = [w for w in words if w.start != mark]
        for opening in openings(words):
            if opening.kind != "O":
                label = words[opening.word].start in starts
                yield Example(features(words, opening), label, GOLD_WEIGHT, -1)


def gold_texts(data: Path, hold_out: bool) -> Iterator[tuple[str, set[int]]]:
    """Sentences with the offsets where direct and unmarked questions begin."""
    rows = read_jsonl(data / "question-lines/lines.jsonl")
    rows = [
        r for r in rows if not (hold_out and int(hashlib.sha1(r["id"].encode()).hexdigest(), 16) % 3 == 0)
    ]
    passages = read_jsonl(data / "question-lines/passages.jsonl")
    rows += [r for r in passages if not (hold_out and int(r["id"][2:]) > 40)]
    rows += [
        {"text": u["text"], "questions": list(located(u, data))}
        for u in read_jsonl(data / "lob/gold/units.jsonl")
        if not (hold_out and u["file"].startswith("2024-01-30"))
    ]
    for row in rows:
        offset = 0
        for piece in re.split(r"(?<=[.?!])(?=[\s\"'”’])|(?<=\n)", row["text"]):
            starts = {q["start"] - offset for q in row["questions"] if q["kind"] != "indirect"}
            if piece.strip():
                yield piece, starts
            offset += len(piece)


def located(unit: dict[str, str], data: Path) -> Iterator[dict[str, object]]:
    """The questions of a unit of the table notes, with offsets in its text."""
    for q in read_jsonl(data / "lob/gold/questions.jsonl"):
        if (q["file"], q["line"]) == (unit["file"], unit["line"]) and q["text"] in unit["text"]:
            yield {"start": unit["text"].index(q["text"]), "kind": q["kind"]}


def sentences(data: Path) -> Iterator[tuple[str, float]]:
    """Treebank and raw sentences with their weight."""
    for path in sorted((data / "ud/train").glob("*.conllu.gz")):
        for line in gzip.decompress(path.read_bytes()).decode().splitlines():
            if line.startswith("# text = ") and line.rstrip()[-1:] in ".?!":
                yield line[9:].strip(), TREEBANK_WEIGHT
    for name, limit in RAW.items():
        with gzip.open(data / f"raw/{name}.txt.gz", "rt", encoding="utf-8") as file:
            lines = [x.strip() for x in file if x.rstrip()[-1:] in (".", "?", "!") and len(x) < 300]
        asked_here = [x for x in lines if x.endswith("?")]
        told = [x for x in lines if not x.endswith("?")]
        rng = random.Random(13)
        yield from ((x, 1.0) for x in asked_here)
        yield from ((x, 1.0) for x in rng.sample(told, min(limit, len(told))))


def settle(examples: list[Example], weights: dict[str, float]) -> None:
    """Label the openings of each question whose opening was not known."""
    groups: dict[int, list[Example]] = collections.defaultdict(list)
    for example in examples:
        if example.label is None:
            groups[example.group].append(example)
    for group in groups.values():
        scores = [sum(weights.get(name, 0.0) for name in e.names) + weights[""] for e in group]
        best = int(np.argmax(scores))
        for n, example in enumerate(group):
            if n == best and scores[n] > -2:
                example.label = True
            elif scores[n] < -1.5:
                example.label = False


def fit(examples: list[Example]) -> dict[str, float]:
    """Logistic regression; the intercept is called ''."""
    counts = collections.Counter(name for e in examples for name in set(e.names))
    names = sorted(name for name, n in counts.items() if n >= MIN_COUNT)
    column = {name: n for n, name in enumerate(names)}
    rows, columns = [], []
    for n, e in enumerate(examples):
        ids = {column[name] for name in e.names if name in column}
        rows += [n] * len(ids)
        columns += sorted(ids)
    x = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(examples), len(names)))
    model = LogisticRegression(C=INVERSE_PENALTY, solver="lbfgs", max_iter=300)
    model.fit(x, [bool(e.label) for e in examples], sample_weight=[e.weight for e in examples])
    weights = {"": round(float(model.intercept_[0]), 3)}
    weights |= {
        name: w for name, w in zip(names, np.round(model.coef_[0], 2).tolist(), strict=True) if abs(w) >= 0.03
    }
    return weights


def read_jsonl(path: Path) -> list[dict[str, object]]:
    """Rows of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def plain(text: str) -> str:
    """Letters and digits in lower case, to compare texts."""
    return re.sub(r"\W+", "", text.lower())


def hashed(text: str) -> int:
    """A number that depends on the text alone."""
    return int(hashlib.sha1(text.encode()).hexdigest(), 16)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), hold_out=len(sys.argv) == 4)
