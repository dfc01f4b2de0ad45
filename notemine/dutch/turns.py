"""Turns in a transcript: what says nothing by itself stands with its neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from notemine.dutch.replies import NODS

# So many words may be a nod: "Ja, precies."
MAX_WORDS = 3


def join_nods(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences of a turn; what says nothing by itself ("Ja.", "Precies.") stands with its neighbour."""
    pending: tuple[int, int] | None = None
    for start, end in spans:
        if pending and (is_nod(text[start:end]) or is_nod(text[slice(*pending)])):
            pending = (pending[0], end)
            continue
        if pending:
            yield pending
        pending = (start, end)
    if pending:
        yield pending


def is_nod(sentence: str) -> bool:
    """Whether a turn is only a sign that someone listens."""
    words = re.findall(r"[^\W\d_]+", sentence.lower())
    return "?" not in sentence and len(words) <= MAX_WORDS and NODS.issuperset(words)
