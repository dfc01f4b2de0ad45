"""Counts how many singular common nouns of treebanks have the gender that the table gives them.

Usage: python training/words/score_genders.py FILE.conllu ...
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from notemine.dutch.genders import NOUN_TAG, gender_of


def score(path: Path) -> Counter[str]:
    """Count the nouns of a CoNLL-U file by what the table says of them."""
    counts = Counter[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 10 and (match := NOUN_TAG.fullmatch(cells[4])):
            gender = gender_of(cells[1].lower())
            counts["not known" if not gender else "right" if gender == match[1] else "wrong"] += 1
    return counts


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(name, dict(score(Path(name))))
