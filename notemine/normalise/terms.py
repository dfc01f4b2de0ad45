"""Candidates for topic words: content lemmas, parts of compounds, noun phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from notemine.dutch.compounds import split_compound
from notemine.dutch.gazetteers import is_other_name
from notemine.dutch.lemmas import lemma_of
from notemine.dutch.stop_words import is_stop_word
from notemine.normalise.aliases import SCHOOL, TOWN
from notemine.normalise.identifiers import LABELS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CONTENT_TAGS = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
NOUN_TAGS = frozenset(("NOUN", "PROPN"))
_LABELS = "|".join(re.escape(label) for label in LABELS)
_PSEUDONYM = re.compile(rf"\b(?:Deelnemer|{SCHOOL}|{TOWN}) \d+\b|{_LABELS}")
_WORD = re.compile(r"[^\W\d_](?:[\w'’/&+-]*\w)?")


def words_of(doc: Doc) -> list[Token]:
    """The tokens that are words: no punctuation, no space."""
    return [token for token in doc if any(map(str.isalnum, token.text))]


def word_lemma(token: Token) -> str:
    """Lower-case lemma of a token; names have theirs as written."""
    return token.lemma_.lower()


def find_terms(doc: Doc) -> tuple[str, ...]:
    """Candidates in order, with repeats: a word, then its parts; after the words the noun phrases.

    Pseudonyms, numbers and stop words are left out. With tags only nouns, verbs and adjectives count, and an
    adjective with the noun behind it is a phrase ("gelijke kans").
    """
    hidden = [match.span() for match in _PSEUDONYM.finditer(doc.text)]
    tokens = [t for t in words_of(doc) if not any(start <= t.idx < end for start, end in hidden)]
    words = [part for token in tokens for part in _with_parts(token)]
    return (*words, *_phrases(tokens))


def _with_parts(token: Token) -> Iterator[str]:
    lemma = word_lemma(token)
    if not _is_content(token, lemma):
        return
    yield lemma
    parts = split_compound(lemma)
    # "Nederland" is a name, not a low land.
    if len(parts) > 1 and not is_other_name(lemma):
        yield from (part for part in map(lemma_of, parts) if not is_stop_word(part))


def _is_content(token: Token, lemma: str) -> bool:
    if token.pos_ and token.pos_ not in CONTENT_TAGS:
        return False
    if _WORD.fullmatch(lemma) is None or len(lemma) < 2:
        return False
    return not is_stop_word(lemma) and not is_stop_word(token.text)


def _phrases(tokens: list[Token]) -> Iterator[str]:
    for left, right in pairwise(tokens):
        is_phrase = left.pos_ == "ADJ" and right.pos_ in NOUN_TAGS and right.i == left.i + 1
        if is_phrase and not is_stop_word(left.text) and _is_content(right, word_lemma(right)):
            yield f"{left.text.lower()} {word_lemma(right)}"
