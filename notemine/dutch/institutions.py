"""Schools named in notes, for reports in which they must not be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from notemine.dutch.name_runs import Token, is_function_word, tokens_of
from notemine.dutch.name_words import PARTICLES

_KIND = re.compile(r"(?:college|lyceum|gymnasium|atheneum|scholengemeenschap|school|mavo)$")
_BARE = re.compile(
    r"(?:basis|vak|hoge|mbo-|vmbo-|havo-)?(?:college|lyceum|gymnasium|atheneum|scholengemeenschap|school|mavo)"
)
_PREFIXES = frozenset("ROC AOC SG CSG RSG OSG PCC VSO roc aoc".split())
_MAX_WORDS = 5


def is_kind(word: str) -> bool:
    """Whether a word only says what kind of school it is: "College"."""
    return _BARE.fullmatch(word.lower()) is not None or word in _PREFIXES


def find_schools(text: str) -> Iterator[tuple[int, int]]:
    """Where schools stand by name: "Ichthus College", "ROC van Twente", "basisschool De Regenboog"."""
    first = 0
    for line in text.split("\n"):
        tokens = tokens_of(line)
        end = 0
        for i in range(len(tokens)):
            span = _school_at(line, tokens, i)
            if span and span[0] >= end:
                end = span[1]
                yield first + span[0], first + span[1]
        first += len(line) + 1


def _school_at(line: str, tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    token = tokens[i]
    if token.text in _PREFIXES:
        n = _run_after(line, tokens, i)
        return (token.start, tokens[i + n].end) if n else None
    if not _KIND.search(token.low):
        return None
    n_before = _run_before(line, tokens, i)
    is_name = token.text[0].isupper() and not _BARE.fullmatch(token.low) and not _is_acronym(token)
    if n_before or is_name:
        return tokens[i - n_before].start, token.end
    n_after = _run_after(line, tokens, i)
    return (tokens[i + 1].start, tokens[i + n_after].end) if n_after else None


def _is_acronym(token: Token) -> bool:
    """Whether it is of a kind, not of a name: "LOB-college"."""
    return token.text.split("-")[0].isupper()


def _run_before(line: str, tokens: Sequence[Token], i: int) -> int:
    """How many words before a school word belong to its name: capitals, and particles between them."""
    n = 0
    for k in range(1, min(_MAX_WORDS, i) + 1):
        token = tokens[i - k]
        if line[token.end : tokens[i - k + 1].start] != " ":
            break
        if token.text[0].isupper() and not is_function_word(token.low):
            n = k
        elif token.low not in PARTICLES:
            break
    return n


def _run_after(line: str, tokens: Sequence[Token], i: int) -> int:
    """How many words behind a school word are its name."""
    n = 0
    for k in range(1, min(_MAX_WORDS, len(tokens) - 1 - i) + 1):
        token = tokens[i + k]
        if line[tokens[i + k - 1].end : token.start] != " ":
            break
        if token.text[0].isupper():
            n = k
        elif token.low not in PARTICLES:
            break
    return n
