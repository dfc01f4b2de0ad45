"""Fill the lines of ``name_lines.txt`` with names, as training text for named entities.

Usage: note_lines.py DATA_DIR WORK_DIR

Writes ``note_lines.jsonl``: words and entities only; the teacher adds the rest.
"""

import gzip
import html
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import spacy
from recipe import repair_tokenizer
from spacy.training import offsets_to_biluo_tags

KINDS = {
    "P": "PERSON",
    "G": "PERSON",
    "F": "PERSON",
    "I": "PERSON",
    "O": "ORG",
    "S": "ORG",
    "L": "LOC",
    "M": "MISC",
}
SLOT = re.compile(r"\{([PGFIOSLM])\}")
GENITIVE = re.compile(r"'?s\b")
# "Van den Berg" after a title or at the start, "van den Berg" after a given name.
STANDS_ALONE = re.compile(
    r"(?:^|[-•*:|,]\s*|\b(?:heer|meneer|mevrouw|(?:dhr|mevr|mw|dr|drs|ir|prof)\.) )$", re.IGNORECASE
)
FILLINGS_A_LINE = 10
PARTICLES = ("van", "van de", "van der", "van den", "de", "ten", "ter", "in 't", "van 't", "el", "Ben")
SCHOOL_NAMES = (
    "{} College", "{} Lyceum", "Het {}", "OSG {}", "CSG {}", "ROC {}", "Scholengemeenschap {}", "mavo {}",
    "de {}school", "{} Academie", "Stedelijk Gymnasium {}", "Praktijkschool {}", "MBO College {}", "{}",
)  # fmt: skip
SCHOOL_WORDS = (
    "Kompas Horizon Zuidwester Noorderlicht Baken Meridiaan Palet Mozaïek Stroom Delta Veste Linde Esdoorn "
    "Hoeksteen Springplank Brug Toren Akker Wissel Regenboog Vlieger Anker Zandloper Bolster Waterkant "
    "Landstede Vuurtoren"
).split()
Make = Callable[[random.Random], str]


def read_list(data_dir: Path, name: str) -> list[str]:
    """Read a list of names: those of at most four words that begin with a capital."""
    with gzip.open(data_dir / "names" / f"{name}.txt.gz", "rt", encoding="utf8", errors="replace") as lines:
        names = {html.unescape(line.strip()) for line in lines}
    return sorted(
        n for n in names if n[:1].isupper() and len(n.split()) <= 4 and not re.search(r"[\d/()\"]", n)
    )


def makers(data_dir: Path) -> dict[str, Make]:
    """Return what makes a name for each slot."""
    people = [name.split(" ", 1) for name in read_list(data_dir, "per") if " " in name]
    people = [(given, family) for given, family in people if len(given) > 1 and "." not in given]
    places = [n for n in read_list(data_dir, "geo") if len(n.split()) <= 2]
    return {
        "P": lambda rng: full_name(people, rng),
        "G": lambda rng: given_name(people, rng),
        "F": lambda rng: family_name(people, rng),
        "I": lambda rng: f"{initials(rng)} {family_name(people, rng)}",
        "O": partial(choose, read_list(data_dir, "org")),
        "S": partial(school_name, places),
        "L": partial(choose, places),
        "M": partial(choose, read_list(data_dir, "misc")),
    }


def choose(names: list[str], rng: random.Random) -> str:
    """Draw one of a list."""
    return rng.choice(names)


def full_name(people: list[tuple[str, str]], rng: random.Random) -> str:
    """Draw somebody as listed, or put two halves together."""
    if rng.random() < 0.4:
        return " ".join(rng.choice(people))
    return f"{given_name(people, rng)} {family_name(people, rng)}"


def given_name(people: list[tuple[str, str]], rng: random.Random) -> str:
    """Draw a given name, sometimes a double one."""
    first = rng.choice(people)[0]
    return f"{first}-{rng.choice(people)[0]}" if rng.random() < 0.04 and "-" not in first else first


def family_name(people: list[tuple[str, str]], rng: random.Random) -> str:
    """Draw a family name, a quarter of those without a particle get one, a few are double."""
    family = rng.choice(people)[1]
    if " " in family or "-" in family:
        return family
    if rng.random() < 0.25:
        family = f"{rng.choice(PARTICLES)} {family}"
    return f"{family}-{rng.choice(people)[1].split()[-1]}" if rng.random() < 0.05 else family


def initials(rng: random.Random) -> str:
    """Draw one to three initials."""
    return "".join(f"{rng.choice('ABCDEFGHIJKLMNPRSTVW')}." for _ in range(rng.randint(1, 3)))


def school_name(places: list[str], rng: random.Random) -> str:
    """Draw a name for a school after a word or a place."""
    return rng.choice(SCHOOL_NAMES).format(rng.choice(SCHOOL_WORDS + rng.sample(places, 9)))


def fill(line: str, make: dict[str, Make], rng: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
    """Put names in the slots of a line; return the text and where each stands."""
    text, spans, end = "", [], 0
    for slot in SLOT.finditer(line):
        text += line[end : slot.start()]
        name = make[slot[1]](rng)
        end = slot.end()
        if ending := GENITIVE.match(line, end):  # "Jans", "Anna's": part of the word
            name, end = name + ending[0], ending.end()
        if slot[1] == "F" and STANDS_ALONE.search(text):
            name = name[:1].upper() + name[1:]
        spans.append((len(text), len(text) + len(name), KINDS[slot[1]]))
        text += name
    return text + line[end:], spans


def filled_lines(lines: list[str], make: dict[str, Make], rng: random.Random) -> Iterator[dict]:
    """Fill each line a number of times; a few are written in small letters."""
    nlp = spacy.blank("nl")
    repair_tokenizer(nlp)
    for _ in range(FILLINGS_A_LINE):
        for line in rng.sample(lines, len(lines)):
            text, spans = fill(line, make, rng)
            doc = nlp.make_doc(text.lower() if rng.random() < 0.03 else text)
            if any(doc.char_span(start, end) is None for start, end, _ in spans):
                continue  # the tokenizer cuts otherwise: "Jan/Piet" is one word to it
            tags = offsets_to_biluo_tags(doc, spans)
            words = [token.text for token in doc]
            ents = [tag.replace("U-", "B-").replace("L-", "I-") for tag in tags]
            yield {"words": words, "spaces": [bool(token.whitespace_) for token in doc], "ents": ents}


def main(data_dir: Path, work_dir: Path) -> None:
    """Write the filled lines."""
    lines = Path(__file__).with_name("name_lines.txt").read_text(encoding="utf8").splitlines()
    with (work_dir / "note_lines.jsonl").open("w", encoding="utf8") as out:
        for record in filled_lines(lines, makers(data_dir), random.Random(0)):
            out.write(json.dumps({"source": "note-lines", **record}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
