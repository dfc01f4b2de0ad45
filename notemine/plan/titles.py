"""When two titles name the same table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np

# From here on two titles read as the same table ("Ouders betrekken", "Betrekken van ouders").
SAME_TITLE = 0.85
_LINK_WORDS = frozenset({"bij", "de", "en", "het", "in", "met", "of", "op", "over", "van", "voor"})


def is_same_title(left: str, right: str) -> bool:
    """Whether two titles name the same table, whatever the order of their words.

    >>> is_same_title("Ouders betrekken", "Betrekken van ouders")
    True
    """
    return bool(find_doubles((left, right)))


def find_doubles(titles: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places in ``titles`` that name the same table, smaller place first, sorted."""
    keys = [_key(title) for title in titles]
    letters = sorted(set().union(*keys))
    counts = np.array([[key.count(letter) for letter in letters] for key in keys], dtype=np.int64)
    lengths = np.array([len(key) for key in keys], dtype=np.int64)
    pairs = []
    for i in range(len(keys) - 1):
        # No more letters match than the two share: few pairs need the ratio itself.
        shared = np.minimum(counts[i], counts[i + 1 :]).sum(axis=1)
        may_be = 2 * shared >= SAME_TITLE * (lengths[i] + lengths[i + 1 :])
        near = [int(j) for j in i + 1 + np.flatnonzero(may_be) if _are_near(*sorted((keys[i], keys[j])))]
        pairs += [(i, j) for j in near]
    return pairs


def _key(title: str) -> str:
    words = re.findall(r"\w+", title.casefold())
    return " ".join(sorted(word for word in words if word not in _LINK_WORDS))


def _are_near(a: str, b: str) -> bool:
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= SAME_TITLE
