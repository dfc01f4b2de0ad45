"""Builds ``models/nl_lexicon``: which word classes a Dutch word can have.

Usage: build.py UD_FOLDER RAW_FOLDER OUT

``UD_FOLDER`` holds treebanks (*.conllu.gz) with CGN tags, ``RAW_FOLDER`` sentences (*.txt.gz) from which
infinitives ("te regelen") are gathered; their regular forms are added where the treebanks never saw the word.
"""

from __future__ import annotations

import collections
import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

Counts = collections.defaultdict[str, collections.Counter[str]]

OPEN_CLASSES = set("pitsvwdnm")
MIN_SHARE = 0.04
MIN_SUFFIX_COUNT = 8
RAW_SOURCES = ("kamer-be", "laws", "wetten", "common-voice", "samenvattingen", "onderwijs-teksten", "tatoeba")
FIRST_MATCH = (
    ("WW|pv|tgw|met-t", "t"),
    ("WW|pv|tgw|mv", "p"),
    ("WW|pv|verl|ev", "v"),
    ("WW|pv|verl|mv", "w"),
    ("WW|pv", "s"),
    ("WW|inf", "i"),
    ("WW|vd", "d"),
    ("WW|od", "o"),
    ("N|eigen", "N"),
    ("SPEC", "N"),
    ("N|soort|mv", "m"),
    ("N|", "n"),
    ("ADJ", "a"),
    ("LID", "l"),
    ("VNW|bez", "b"),
    ("VNW|aanw|adv-pron", "A"),
    ("VNW|aanw", "D"),
    ("VNW|vb", "q"),
    ("VNW|excl", "q"),
    ("VNW|betr", "r"),
    ("VNW|pers|pron|obl", "x"),
    ("VNW|refl", "x"),
    ("VNW|pr|", "x"),
    ("VNW|recip", "x"),
    ("VNW|pers", "y"),
    ("VNW", "e"),
    ("TW", "k"),
    ("VZ", "z"),
    ("VG|neven", "c"),
    ("VG|onder", "u"),
    ("TSW", "j"),
    ("BW", "A"),
)


def main(ud: Path, raw: Path, out: Path) -> None:
    """Count, complete and write the table."""
    counts: Counts = collections.defaultdict(collections.Counter)
    for word, tag in tagged_words(ud):
        if letter := letter_of(tag):
            counts[word][letter] += 1
    rows = {word: classes(seen) for word, seen in counts.items()}
    rows |= {f"-{suffix}": letters for suffix, letters in suffixes(counts).items()}
    for form, letters in verb_forms(infinitives(raw)).items():
        known = rows.get(form, "")
        if set(known) <= OPEN_CLASSES:
            rows[form] = known + "".join(x for x in letters if x not in known)
    text = "".join(f"{word}\t{letters}\n" for word, letters in sorted(rows.items()))
    out.mkdir(parents=True, exist_ok=True)
    (out / "lexicon.tsv.gz").write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(f"{len(rows)} rows")


def tagged_words(folder: Path) -> Iterator[tuple[str, str]]:
    """Word in lower case and CGN tag of every token."""
    for path in sorted(folder.glob("*.conllu.gz")):
        for line in gzip.decompress(path.read_bytes()).decode().splitlines():
            parts = line.split("\t")
            if len(parts) > 4 and parts[0].isdigit():
                yield parts[1].lower().replace("’", "'"), parts[4]


def letter_of(tag: str) -> str:
    """The letter of a CGN tag; empty for punctuation and symbols."""
    return next((letter for start, letter in FIRST_MATCH if tag.startswith(start)), "")


def classes(seen: collections.Counter[str]) -> str:
    """Letters that hold a fair share, the most frequent first, ties by letter."""
    total = sum(seen.values())
    return "".join(x for x, n in sorted(seen.items(), key=lambda p: (-p[1], p[0])) if n / total >= MIN_SHARE)


def suffixes(counts: Counts) -> dict[str, str]:
    """Classes of the endings of rare words, one to five letters long."""
    endings: Counts = collections.defaultdict(collections.Counter)
    for word, seen in counts.items():
        if sum(seen.values()) <= 3 and len(word) > 5 and "N" not in seen and word.isalpha():
            for n in range(1, 6):
                endings[word[-n:]].update(list(seen))
    return {e: classes(seen) for e, seen in endings.items() if sum(seen.values()) >= MIN_SUFFIX_COUNT}


def infinitives(raw: Path) -> list[str]:
    """Words that stand at least three times after "te" and end like an infinitive."""
    seen: collections.Counter[str] = collections.Counter()
    for name in RAW_SOURCES:
        with gzip.open(raw / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                seen.update(re.findall(r"\bte ([a-zëïéè]{2,}(?:en|aan|zien|doen))\b", line.lower()))
    return sorted(word for word, n in seen.items() if n >= 3)


def verb_forms(infinitives: list[str]) -> dict[str, str]:
    """Regular present and past forms with their letters."""
    forms: dict[str, str] = {}
    for word in infinitives:
        if not word.endswith("en"):
            continue
        stem = stem_of(word)
        past = "te" if word[:-2][-1] in "tkfschpx" and not word[:-2].endswith(("v", "z")) else "de"
        made = (
            (word, "ip"),
            (stem, "s"),
            (stem if stem.endswith("t") else stem + "t", "t"),
            (stem + past, "v"),
        )
        for form, letters in (*made, (stem + past + "n", "w")):
            forms[form] = forms.get(form, "") + "".join(x for x in letters if x not in forms.get(form, ""))
    return forms


def stem_of(infinitive: str) -> str:
    """First person: "maken" -> "maak", "zetten" -> "zet", "geven" -> "geef"."""
    stem = infinitive[:-2]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        return stem[:-1]
    open_syllable = re.fullmatch(r"(.*[^aeiouëï]|)([aeou])([^aeiouywx])", stem)
    # "regelen", "openen": an unstressed last syllable keeps its single vowel.
    unstressed = re.search(r"[aeiou][^aeiou]+e[lnrm]$", stem)
    if open_syllable and not unstressed:
        stem = open_syllable[1] + open_syllable[2] * 2 + open_syllable[3]
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
