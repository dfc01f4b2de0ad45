"""What a text is made of for the word table, as numbers: words, character n-grams and pairs of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[np.int64]"

TOKEN = re.compile(r"\w+(?:['’]\w+)*|[?!]")
SHORTEST, LONGEST = 3, 5
LONGEST_WORD = 40
# Two odd numbers that mix the number of a word with that of the next (multiplicative hashing, Knuth).
MIX, MIX_NEXT = 2654435761, 40503
CACHE_SIZE = 200_000


def tokens(text: str) -> list[str]:
    """Words and the marks that tell a question, in lower case.

    >>> tokens("Wie regelt 't, en wanneer?")
    ['wie', 'regelt', 't', 'en', 'wanneer', '?']
    """
    return TOKEN.findall(unicodedata.normalize("NFKC", text).lower())


@lru_cache(CACHE_SIZE)
def word_numbers(word: str) -> tuple[int, ...]:
    """Numbers of a word: its own first, then those of its character n-grams; 0 to 2**32 - 1."""
    own = crc32(f"w{word}".encode())
    if word.isdigit() or len(word) < SHORTEST:
        return (own,)
    framed = f"<{word[:LONGEST_WORD]}>"
    ends = len(framed) + 1
    grams = {framed[i : i + n] for n in range(SHORTEST, LONGEST + 1) for i in range(ends - n)}
    return (own, *sorted(crc32(gram.encode()) for gram in grams))


def pair_numbers(words: Numbers) -> Numbers:
    """Numbers of each word with the next one, shape (n_words - 1,)."""
    # The product may overflow: 2**32 divides 2**64, so the remainder is the same.
    mixed: Numbers = (words[:-1] * MIX + words[1:] * MIX_NEXT) % 2**32
    return mixed


def numbered(texts: Sequence[str]) -> tuple[list[str], Numbers, Numbers]:
    """Take texts apart.

    Returns:
        The distinct words; for each word of the texts, one after the other, its index among them; and where
        each text begins in that, with the end of the last, shape (n_texts + 1,).
    """
    index_of: dict[str, int] = {}
    words: list[int] = []
    starts = [0]
    for text in texts:
        words += [index_of.setdefault(word, len(index_of)) for word in tokens(text)]
        starts.append(len(words))
    return list(index_of), np.array(words, dtype=np.int64), np.array(starts, dtype=np.int64)
