"""What a question asks, taken apart: for what, about which words, who, how many, and with which sign."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from notemine.dutch.compounds import split_compound
from notemine.dutch.lemmas import lemma_of
from notemine.dutch.stop_words import FUNCTION_WORDS
from notemine.dutch.wh_words import ASKED, NEGATIONS, NUMBERS, OPPOSITES, ROLES, YES_NO
from notemine.dutch.words import count_of, is_common

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*\+?")
PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in ASKED)
# The table of frequencies counts some nine million words; a question has about eight of them.
QUESTIONS_COUNTED = 9e6 / 8
PRIOR_QUESTIONS = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """A question taken apart.

    Attributes:
        kind: What it asks for: reason, person, time, manner, ..., or yes-no.
        words: Content lemmas; a part of a compound counts as a word.
        numbers: As digits.
        names: Words with a capital in mid-sentence, and words with digits, in lower case.
        roles: Indices in ``ROLES`` of whom it names.
        sides: For each pair of opposites that it touches, the pair and the side.
    """

    kind: str
    words: frozenset[str]
    is_negated: bool
    numbers: frozenset[str]
    names: frozenset[str]
    roles: frozenset[int]
    sides: frozenset[tuple[int, int]]


def take_apart(question: str) -> Asked:
    """Take a question apart; any text will do."""
    tokens = WORD.findall(question.replace("’", "'"))
    low = [token.lower() for token in tokens]
    lemmas = [lemma_of(token) for token in tokens]
    both = frozenset(low) | frozenset(lemmas)
    return Asked(
        kind=_kind(" ".join(question.lower().split())),
        words=_content(lemmas),
        is_negated=not NEGATIONS.isdisjoint(low),
        numbers=frozenset(n for n in (_number(token) for token in low) if n),
        names=frozenset(_names(tokens)),
        roles=frozenset(i for i, role in enumerate(ROLES) if not role.isdisjoint(both)),
        sides=frozenset(
            (i, side)
            for i, sides in enumerate(OPPOSITES)
            for side, words in enumerate(sides)
            if not words.isdisjoint(both)
        ),
    )


def weights_of(asked: Sequence[Asked]) -> dict[str, float]:
    """How much each word tells here: minus the logarithm of the share of questions that have it.

    The share is smoothed with the one in general Dutch, which counts for ``PRIOR_QUESTIONS`` questions.
    """
    df = Counter(word for one in asked for word in sorted(one.words))
    total = len(asked) + PRIOR_QUESTIONS
    return {
        word: -math.log((n + PRIOR_QUESTIONS * _general_share(word)) / total)
        for word, n in sorted(df.items())
    }


def _general_share(word: str) -> float:
    return min(1.0, (count_of(word).lower + 1) / QUESTIONS_COUNTED)


def _kind(question: str) -> str:
    return next((kind for kind, pattern in PATTERNS if pattern.search(question)), YES_NO)


def _content(lemmas: list[str]) -> frozenset[str]:
    parts = (part if part == lemma else lemma_of(part) for lemma in lemmas for part in split_compound(lemma))
    return frozenset(
        word for word in parts if word not in FUNCTION_WORDS and word not in NEGATIONS and not word.isdigit()
    )


def _number(token: str) -> str:
    return token if token.isdigit() else NUMBERS.get(token, "")


def _names(tokens: list[str]) -> list[str]:
    found = []
    for i, token in enumerate(tokens):
        low = token.lower()
        has_digit = any(c.isdigit() for c in token) and not token.isdigit()
        is_written_so = i > 0 and token[0].isupper() and not is_common(low)
        if has_digit or is_written_so or (i == 0 and token.isupper() and len(token) > 1):
            found.append(low)
    return found
