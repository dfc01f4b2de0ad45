"""What a text is recognised by, however it is written down."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# What differs between two ways to write down one text; the number of a pseudonym shifts with the notes.
SIGNS = re.compile(r"[\s?!.…,;:\"'“”‘’„`()\[\]-]+")
PSEUDONYM = re.compile(r"\b(deelnemer) \d+")


def key_of(text: str) -> str:
    """A text without marks, capitals and what else differs between two ways to write it down."""
    plain = SIGNS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
    return PSEUDONYM.sub(r"\1", plain)


def keys_of(texts: Iterable[str]) -> frozenset[str]:
    """Keys of several."""
    return frozenset(map(key_of, texts))
