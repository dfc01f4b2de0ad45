"""The same note twice: a copy, a Word file and its PDF."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from zlib import crc32

_WORD = re.compile(r"[^\W_]+")
_N_WORDS = 3
# Of two copies a reader makes other line breaks and bullets, and a PDF has page numbers.
MIN_SHARED = 0.85
# Of two that share so much, the chance that fewer of the smallest hashes are shared is one in millions;
# of two that share a quarter, one in twenty pairs is compared in full.
_N_SKETCHED, _MIN_SKETCHED = 24, 10
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


def sketch_of(shingles: frozenset[int]) -> list[int]:
    """The smallest hashes, by which those are found that may be nearly the same."""
    return sorted(shingles)[:_N_SKETCHED]


def enough_of(sketch: Sequence[int]) -> int:
    """How many hashes of a sketch another must share to be compared in full."""
    return min(_MIN_SKETCHED, (len(sketch) + 1) // 2)


def find_copies(
    shingles: Sequence[frozenset[int]], tables: Sequence[frozenset[str]] | None = None
) -> dict[int, int]:
    """The first of two that are nearly the same, by the place of the second.

    Args:
        shingles: Of each file, in the order in which files are kept.
        tables: That each file names; notes of two tables are no copies, however alike.
    """
    tables = tables or [frozenset()] * len(shingles)
    copy_of: dict[int, int] = {}
    seen_in: dict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(shingles):
        sketch = sketch_of(own)
        n_shared = Counter(other for one in sketch for other in seen_in[one])
        enough = enough_of(sketch)
        candidates = sorted(other for other, n in n_shared.items() if n >= enough)
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
    n_shared = len(one & other)
    return n_shared / (len(one) + len(other) - n_shared)
