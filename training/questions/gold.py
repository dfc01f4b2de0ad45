"""Texts with marked questions, as the words and labels that teacher and student learn from.

A label says of each word whether a question begins there or goes on: ``O``, ``B-asked``, ``I-asked`` (direct,
with or without its mark), ``B-reported``, ``I-reported``.
"""

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from notemine.dutch import cues
from notemine.dutch.sentences import split_units
from notemine.questions.extract import is_listed
from notemine.questions.tagger import LABELS
from notemine.questions.words import words_of

WRITTEN = Path(__file__).with_name("written")
MARKUP = re.compile(r"\{([dui]):([^{}]*?)(?:=>([^{}]*))?\}")
KINDS = {"d": "direct", "u": "unmarked", "i": "indirect"}
BLOCK = 20
HELD_OUT_OF_WRITTEN = 12  # one block of so many
# These came last; they are a test as a whole.
HELD_OUT_FILES = "school_3"
LAST_PASSAGE, HELD_OUT_EVENT = 40, "2024-01-30"
NO_LABEL = -1
# "Mooi, hè?" asks for assent, not for an answer.
TAGS = (
    "hè", "he", "toch", "nietwaar", "niet dan", "vind je niet", "vindt u niet", "niet waar", "ja toch",
    "of niet", "zeker", "hoor", "niet", "weet je", "weet je wel", "snap je", "begrijp je", "zie je wel",
)  # fmt: skip
SILVER = {
    "tatoeba": 9000, "common-voice": 7000, "kamer-be": 9000, "verenigingen": 6000, "overheid-docs": 5000,
    "varia": 3000, "samenvattingen": 2500, "onderwijs-teksten": 2500, "standaarden-docs": 2500,
}  # fmt: skip
# A sentence with one of these may report a question.
ASKS = re.compile(
    r"vraag|vroeg|vragen|weet|weten|wist|benieuwd|duidelijk|idee|zeker|twijfel|afhankelijk|zeg|vertel|leg|kijk|"
    r"zien|snap|\bof\b|begrijp|onbekend|nagaan|hoor"
)


@dataclass(frozen=True)
class Text:
    """A text and its questions: start, end, kind, and how an indirect one reads when it is put directly."""

    text: str
    questions: tuple[tuple[int, int, str, str], ...]
    source: str
    is_held_out: bool = False


@dataclass(frozen=True)
class Item:
    """A unit of a text: words, whether a space follows each, and labels."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    labels: tuple[int, ...]
    is_listed: bool = False
    weight: float = 1.0

    @property
    def text(self) -> str:
        """The unit as it is written."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True))


def read_gold(data: Path) -> list[Text]:
    """Everything that was marked by hand; the parts to test on are marked as held out."""
    return [*_lines(data), *_passages(data), *_tables(data), *written()]


def _lines(data: Path) -> Iterator[Text]:
    for row in _read(data / "question-lines/lines.jsonl"):
        yield Text(row["text"], _spans(row["questions"]), "lines", is_third(row["id"]))


def is_third(name: str) -> bool:
    """Whether a text belongs to the third that nothing is learnt or tuned on."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 3 == 0


def _passages(data: Path) -> Iterator[Text]:
    for row in _read(data / "question-lines/passages.jsonl"):
        yield Text(row["text"], _spans(row["questions"]), "passages", int(row["id"][2:]) > LAST_PASSAGE)


def _tables(data: Path) -> Iterator[Text]:
    asked = _read(data / "lob/gold/questions.jsonl")
    for unit in _read(data / "lob/gold/units.jsonl"):
        here = [q for q in asked if (q["file"], q["line"]) == (unit["file"], unit["line"])]
        here = [q for q in here if q["text"] in unit["text"]]
        at = [unit["text"].index(q["text"]) for q in here]
        spans = tuple((a, a + len(q["text"]), q["kind"], "") for a, q in zip(at, here, strict=True))
        yield Text(unit["text"], tuple(sorted(spans)), "tables", unit["file"].startswith(HELD_OUT_EVENT))


def written() -> Iterator[Text]:
    """Lines and passages that were written for the training."""
    for file in sorted(WRITTEN.glob("*.txt")):
        whole = file.read_text("utf8")
        is_passages = file.stem.startswith("passages")
        records = re.split(r"^---\s*$", whole, flags=re.M) if is_passages else whole.splitlines()
        records = [r.strip("\n") for r in records if r.strip()]
        block = 2 if is_passages else BLOCK
        for n, record in enumerate(records):
            number = int(hashlib.sha1(f"{file.stem} {n // block}".encode()).hexdigest(), 16)
            text = parse(record, "written " + file.stem.rpartition("_")[0])
            is_held_out = number % HELD_OUT_OF_WRITTEN == 0 or file.stem.startswith(HELD_OUT_FILES)
            yield replace(text, is_held_out=is_held_out)


def parse(record: str, source: str) -> Text:
    """Read ``Vraag: {u:wie betaalt}``."""
    text, spans, at = "", [], 0
    for match in MARKUP.finditer(record):
        text += record[at : match.start()]
        spans.append((len(text), len(text) + len(match[2]), KINDS[match[1]], match[3] or ""))
        text += match[2]
        at = match.end()
    return Text(text + record[at:], tuple(spans), source)


def _spans(questions: list[dict]) -> tuple[tuple[int, int, str, str], ...]:
    return tuple(sorted((q["start"], q["end"], q["kind"], q.get("wording") or "") for q in questions))


def items_of(text: Text) -> Iterator[Item]:
    """Units of a text with a label for each word."""
    for unit in split_units(text.text):
        words = words_of(text.text[unit.start : unit.end])
        if not words:
            continue
        places = [(unit.start + w.start, unit.start + w.end) for w in words]
        labels = [0] * len(words)
        for start, end, kind, _ in text.questions:
            inside = [i for i, (a, b) in enumerate(places) if a < end and b > start]
            while inside and words[inside[-1]].low in "?!.":
                inside.pop()
            name = "reported" if kind == "indirect" else "asked"
            for n, i in enumerate(inside):
                labels[i] = LABELS.index(("I-" if n else "B-") + name)
        yield Item(
            tuple(text.text[a:b] for a, b in places),
            tuple(text.text[b : b + 1].isspace() for _, b in places),
            tuple(labels),
            is_listed=is_listed(text.text, unit.start),
        )


def silver(data: Path) -> Iterator[Item]:
    """Sentences whose end mark and first word say what they are."""
    seen = scored(data)
    for name, limit in SILVER.items():
        with gzip.open(data / f"raw/{name}.txt.gz", "rt", encoding="utf8") as file:
            lines = sorted({x.strip() for x in file if x.rstrip()[-1:] in (".", "?", "!")})
        random.Random(name).shuffle(lines)
        lines = [x for x in lines if 8 < len(x) < 160 and plain(x) not in seen]
        asked = [item for x in lines if x.endswith("?") and (item := _asked(x))][: limit // 2]
        told = [x for x in lines if not x.endswith("?") and not ASKS.search(x.lower())][: limit // 2]
        yield from asked
        yield from (replace(item, weight=0.5) for x in told for item in items_of(Text(x, (), name)))


def _asked(sentence: str) -> Item | None:
    """A sentence with a mark that is one question from its first word on."""
    words = words_of(sentence)[:-1]
    is_tag = sentence.rstrip("? ").endswith(TAGS)
    if not words or is_tag or any(w.low in ",:;-()\"'“‘.!?" for w in words):
        return None
    if words[0].low not in cues.QUESTION_WORDS and words[0].low not in cues.AUXILIARIES:
        return None
    items = list(items_of(Text(sentence, ((0, len(sentence), "direct", ""),), "silver")))
    return replace(items[0], weight=0.5) if len(items) == 1 else None


def vary(item: Item, rng: random.Random) -> Item:
    """Make a unit look like a note: without marks and capitals, with a bullet."""
    words, spaces, labels = list(item.words), list(item.spaces), list(item.labels)
    if words[-1] in ".?!" and len(words) > 1:
        chance = rng.random()
        if words[-1] == "?" and chance < 0.15:
            words[-1] = "."
        elif chance < (0.55 if words[-1] == "?" else 0.35):
            for column in (words, spaces, labels):
                column.pop()
    for i, word in enumerate(words[:-1]):
        if word == "?" and rng.random() < 0.1:
            words[i] = "."
    if rng.random() < 0.25:
        words[0] = words[0][:1].lower() + words[0][1:]
    elif rng.random() < 0.1:
        words[0] = words[0][:1].upper() + words[0][1:]
    if rng.random() < 0.15:
        i = rng.randrange(len(words))
        words[i] = _mistyped(words[i], rng)
    return replace(item, words=tuple(words), spaces=tuple(spaces), labels=tuple(labels))


def _mistyped(word: str, rng: random.Random) -> str:
    if len(word) < 4 or not word.isalpha():
        return word
    i = rng.randrange(1, len(word) - 1)
    return rng.choice([word[:i] + word[i + 1 :], word[:i] + word[i + 1] + word[i] + word[i + 2 :]])


def _read(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf8").splitlines() if line]


def scored(data: Path) -> set[str]:
    """Sentences of the development sets, to be left out of the raw text."""
    texts = [row["text"] for row in _read(data / "questions/detect.jsonl")]
    for row in _read(data / "questions/extract.jsonl"):
        texts += re.split(r"(?<=[.?!])\s|\n", row["text"])
    return {plain(text) for text in texts} - {""}


def raw_sentences(data: Path) -> set[str]:
    """Every sentence of the raw texts, plain."""
    found = set()
    for path in sorted((data / "raw").glob("*.txt.gz")):
        with gzip.open(path, "rt", encoding="utf8") as file:
            found |= {plain(line) for line in file}
    return found


def plain(text: str) -> str:
    """Letters and digits in lower case, to compare texts."""
    return re.sub(r"\W+", "", text.lower())


def units_of(texts: Iterable[Text]) -> list[Item]:
    """Units of all texts."""
    return [item for text in texts for item in items_of(text)]
