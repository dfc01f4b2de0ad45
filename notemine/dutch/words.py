"""How often Dutch words are written, and how often with a capital (see ``models/nl_words``)."""

from __future__ import annotations

import gzip
from functools import cache
from typing import NamedTuple

from notemine.dutch.artefacts import path_of
from notemine.errors import MissingModelError

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
    rows = (row.split("\t") for row in _read("words.tsv.gz"))
    return {word: Count(int(lower), int(capital)) for word, lower, capital in rows}


@cache
def _lemmas() -> dict[tuple[str, str], str]:
    rows = (row.split("\t") for row in _read("lemmas.tsv.gz"))
    return {(word, tag): lemma for word, tag, lemma in rows}


def _read(file: str) -> list[str]:
    folder = path_of(ARTEFACT)
    if folder is None:
        raise MissingModelError(
            f"models/{ARTEFACT} is not installed; install notemine again, with its models"
        )
    with gzip.open(folder / file, "rt", encoding="utf-8") as rows:
        return rows.read().splitlines()
