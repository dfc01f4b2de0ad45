"""What the encoder learns from: written questions in groups and families, similarity pairs, raw sentences."""

import csv
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HELD_OUT = 0.12


@dataclass(frozen=True)
class Wording:
    """One way to put a question, or a statement (group ``""``); a family is a subject.

    Attributes:
        text: The words.
        context: The line before it in the notes, where it leans on that.
        group: Wordings of one group ask the same.
        family: Groups of one family are about one subject and ask something else.
        is_canonical: Complete and clear, the question that its group asks.
    """

    text: str
    context: str
    group: str
    family: str
    is_canonical: bool = False


def read_written(folder: Path) -> Iterator[Wording]:
    """Read files of families: ``==`` a family, ``~`` a statement, ``#`` a question, then its wordings."""
    for path in sorted(folder.glob("*.txt")):
        family = group = ""
        for line in path.read_text(encoding="utf8").splitlines():
            mark, _, rest = line.strip().partition(" ")
            if mark == "==":
                family, group = f"{path.stem}/{rest}", ""
            elif mark == "~":
                yield Wording(rest, "", "", family)
            elif line.strip():
                if mark == "#":
                    group, line = f"{family}/{rest}", rest
                text, _, context = line.partition("||")
                yield Wording(text.strip(), context.strip(), group, family, mark == "#")


def read_paraphrases(folder: Path) -> Iterator[Wording]:
    """Read ``lob.jsonl`` and ``civic.jsonl`` and their families."""
    for domain, name in (("school", "lob"), ("burgers", "civic")):
        lines = (folder / f"{name}.families.tsv").read_text(encoding="utf8").splitlines()
        family_of = dict(line.split("\t") for line in lines)
        seen = set()
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            family = f"{domain}-{name}/{family_of[row['group']]}"
            if row["group"] not in seen:
                seen.add(row["group"])
                yield Wording(row["canonical"], "", row["group"], family, True)
            yield Wording(row["text"], row["context"], row["group"], family)


def read_wordings(data_dir: Path, written: Path) -> list[Wording]:
    """Everything written; a text that stands in two groups ("mag dat?") belongs to none."""
    wordings = [*read_paraphrases(data_dir / "paraphrases"), *read_written(written)]
    groups: dict[str, set[str]] = defaultdict(set)
    for w in wordings:
        groups[plain(w.text)].add(w.group)
    return [w for w in wordings if len(groups[plain(w.text)]) == 1]


def split_wordings(data_dir: Path, written: Path) -> tuple[list[Wording], list[Wording]]:
    """What the encoders learn from, and the questions of the families that are kept apart."""
    wordings = read_wordings(data_dir, written)
    apart = [w for w in wordings if is_held_out(w.family)]
    return [w for w in wordings if not is_held_out(w.family)], [w for w in apart if w.group]


def plain(text: str) -> str:
    """A text without its mark and capitals."""
    return text.lower().strip(" ?.!")


def is_held_out(family: str) -> bool:
    """Whether a family is kept apart: the encoder never sees it, the model of pairs learns from it."""
    return int(hashlib.sha256(family.encode()).hexdigest(), 16) % 1000 < 1000 * HELD_OUT


def read_pairs(folder: Path) -> dict[str, list[tuple[str, str, float]]]:
    """Pairs with their similarity, 0 to 1: STS and SICK, training and development parts."""
    pairs = {}
    for part in ("train", "dev"):
        with (folder / f"stsb-nl-{part}.csv").open(encoding="utf8") as lines:
            pairs[f"sts {part}"] = [(a, b, float(s) / 5) for a, b, s in csv.reader(lines)]
    with (folder / "sick-nl-train-dev.tsv").open(encoding="utf8") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    for part, name in (("train", "TRAIN"), ("dev", "TRIAL")):
        pairs[f"sick {part}"] = [(a, b, (float(s) - 1) / 4) for a, b, s, _, of in rows if of == name]
    return pairs


def noisy(text: str, rng: random.Random) -> str:
    """Write a text as another hand would: its mark, capitals and letters are not what it is about."""
    if rng.random() < 0.35:
        text = text.rstrip("?") if text.endswith("?") else text.rstrip(".") + "?"
    chance = rng.random()
    if chance < 0.3:
        text = text[:1].lower() + text[1:]
    elif chance < 0.45:
        text = text[:1].upper() + text[1:]
    elif chance < 0.55:
        text = text.lower()
    if rng.random() < 0.12 and len(text) > 8:
        i = rng.randrange(1, len(text) - 2)
        text = text[:i] + rng.choice((text[i + 1] + text[i], text[i] * 2, "")) + text[i + 2 :]
    return text
