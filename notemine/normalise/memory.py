"""Looks at each text once, and at none that was looked at in an earlier run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

CHUNK = 2048

T = TypeVar("T")


class Memory(Protocol[T]):
    """Keeps what was found in a text between runs."""

    def recall(self, texts: Sequence[str]) -> Mapping[str, T]:
        """What was found in those of ``texts`` that are known."""
        ...

    def keep(self, found: Mapping[str, T]) -> None:
        """Remember what was found, by text."""
        ...


def find_each(
    texts: Iterable[str], find: Callable[[Sequence[str]], Iterable[T]], memory: Memory[T] | None = None
) -> dict[str, T]:
    """Find something in each text, each distinct one once; what is new is kept in passing.

    Args:
        texts: In any order, with repeats.
        find: Finds it in each of some texts, in order.
        memory: What was found before.
    """
    distinct = list(dict.fromkeys(texts))
    if memory is None:
        return dict(zip(distinct, find(distinct), strict=True))
    found = dict(memory.recall(distinct))
    missing = [text for text in distinct if text not in found]
    for first in range(0, len(missing), CHUNK):
        chunk = missing[first : first + CHUNK]
        new = dict(zip(chunk, find(chunk), strict=True))
        memory.keep(new)
        found |= new
    return found
