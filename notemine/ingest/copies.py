"""The same note twice: a copy, a Word file and its PDF."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from zlib import crc32

_WORD = re.compile(r"[^\W_]+")
_N_WORDS = 3
# Of two copies a reader makes other line breaks and bullets, and a PDF has page numbers.
MIN_SHARED = 0.85
# Of two that share so much, the chance that none of the smallest hashes is shared is one in millions.
N_SKETCHED = 12
MIN_WORDS = 30


def shingles_of(texts: Iterable[str]) -> frozenset[int]:
    """Hashes of every three words in a row, of a note of ``MIN_WORDS`` words or more (Broder 1997).

    Words that a PDF cuts at the end of a line are whole again.
    """
    whole = re.sub(r"(?<=\w)[-\u00ad]\n(?=[a-z])", "", "\n".join(texts).lower())
    words = _WORD.findall(whole)
    if len(words) < MIN_WORDS:
        return frozenset()
    return frozenset(
        crc32(" ".join(words[i : i + _N_WORDS]).encode()) for i in range(len(words) - _N_WORDS + 1)
    )


def find_copies(shingles: Sequence[frozenset[int]], tables: Sequence[frozenset[str]]) -> dict[int, int]:
    """The first of two that are nearly the same, by the place of the second.

    Args:
        shingles: Of each file, in the order in which files are kept.
        tables: That each file names; notes of two tables are no copies, however alike.
    """
    copy_of: dict[int, int] = {}
    seen_in: dict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(shingles):
        sketch = sorted(own)[:N_SKETCHED]
        candidates = sorted({other for one in sketch for other in seen_in[one]})
        alike = (other for other in candidates if _share(own, shingles[other]) >= MIN_SHARED)
        first = next((other for other in alike if _may_be_one(tables[place], tables[other])), None)
        if first is not None:
            copy_of[place] = first
            continue
        for one in sketch:
            seen_in[one].append(place)
    return copy_of


def _may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or one == other


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)
