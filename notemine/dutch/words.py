"""How often Dutch words are written, and how often with a capital (see ``models/nl_words``)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from notemine.dutch.artefacts import read_packed

ARTEFACT = "nl_words"


class Count(NamedTuple):
    """Uses in some nine million words: in lower case, and with a capital where no sentence starts."""

    lower: int
    capital: int


NEVER = Count(0, 0)


def count_of(word: str) -> Count:
    """How often a word in lower case is written; ``Count(0, 0)`` for one that the table lacks.

    Raises:
        MissingModelError: the table is not installed.
    """
    return _table().get(word.replace("’", "'"), NEVER)


def known_lemma(word: str, tag: str = "") -> str:
    """Lemma that treebanks give a word in lower case; empty for words they do not have.

    Args:
        word: In lower case.
        tag: The UD part of speech; without one only the words are known whose lemma rules get wrong.

    Raises:
        MissingModelError: the table is not installed.
    """
    return _lemmas().get((word, tag), "")


def is_common(word: str) -> bool:
    """Whether a word in lower case is an ordinary word: seldom written with a capital."""
    lower, capital = count_of(word)
    return lower > capital


@cache
def _table() -> dict[str, Count]:
    rows = (row.split("\t") for row in read_packed(ARTEFACT, "words.tsv.gz").splitlines())
    return {word: Count(int(lower), int(capital)) for word, lower, capital in rows}


@cache
def _lemmas() -> dict[tuple[str, str], str]:
    rows = (row.split("\t") for row in read_packed(ARTEFACT, "lemmas.tsv.gz").splitlines())
    return {(word, tag): lemma for word, tag, lemma in rows}
