"""Hashes of words that nobody can try names against, without the secret of the key file.

A hash of three words is found back by trying: of a line with a pseudonym all words but one are known. So the
database holds them under a permutation that the secret chooses (Luby and Rackoff 1988): equal stays equal,
and who has the secret can turn them back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_N_ROUNDS = 6
_HALF, _LOW = np.uint32(16), np.uint32(0xFFFF)
_N_VALUES = 1 << 16
_Values = NDArray[np.uint32]


def veil(shingles: Iterable[int], secret: str) -> frozenset[int]:
    """Hashes of 32 bits as the database holds them: each another, none twice."""
    left, right = _halves(shingles)
    for table in _tables(secret):
        left, right = right, left ^ table[right]
    return _joined(left, right)


def unveil(stored: Iterable[int], secret: str) -> frozenset[int]:
    """The hashes that were veiled with this secret; with another, other numbers."""
    left, right = _halves(stored)
    for table in _tables(secret)[::-1]:
        left, right = right ^ table[left], left
    return _joined(left, right)


@lru_cache(maxsize=2)
def _tables(secret: str) -> _Values:
    """A random function of 16 bits for each round, shape (n_rounds, 65536)."""
    digest = hashlib.shake_256(f"shingles\x1f{secret}".encode()).digest(2 * _N_ROUNDS * _N_VALUES)
    return np.frombuffer(digest, dtype="<u2").reshape(_N_ROUNDS, _N_VALUES).astype(np.uint32)


def _halves(values: Iterable[int]) -> tuple[_Values, _Values]:
    whole = np.fromiter(values, dtype=np.uint32)
    return whole >> _HALF, whole & _LOW


def _joined(left: _Values, right: _Values) -> frozenset[int]:
    return frozenset(((left << _HALF) | right).tolist())
