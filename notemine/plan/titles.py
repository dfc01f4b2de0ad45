"""When two titles name the same table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations

# From here on two titles read as the same table ("Ouders betrekken", "Betrekken van ouders").
SAME_TITLE = 0.85
_LINK_WORDS = frozenset({"bij", "de", "en", "het", "in", "met", "of", "op", "over", "van", "voor"})


def is_same_title(left: str, right: str) -> bool:
    """Whether two titles name the same table, whatever the order of their words.

    >>> is_same_title("Ouders betrekken", "Betrekken van ouders")
    True
    """
    return _are_near(*sorted((_key(left), _key(right))))


def find_doubles(titles: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places in ``titles`` that name the same table, smaller place first, sorted."""
    keys = [_key(title) for title in titles]
    letters = [Counter(key) for key in keys]
    return [
        (i, j)
        for i, j in combinations(range(len(keys)), 2)
        if _may_be_near(keys[i], keys[j], letters[i], letters[j]) and _are_near(*sorted((keys[i], keys[j])))
    ]


def _key(title: str) -> str:
    words = re.findall(r"\w+", title.casefold())
    return " ".join(sorted(word for word in words if word not in _LINK_WORDS))


def _may_be_near(a: str, b: str, in_a: Counter[str], in_b: Counter[str]) -> bool:
    """Cheap bounds of the ratio, by length and by shared letters: few pairs need the ratio itself."""
    total = len(a) + len(b)
    if 2 * min(len(a), len(b)) < SAME_TITLE * total:
        return False
    return 2 * (in_a & in_b).total() >= SAME_TITLE * total


def _are_near(a: str, b: str) -> bool:
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= SAME_TITLE
