"""What a text is about, in words that can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

from notemine.dutch.compounds import split_compound
from notemine.dutch.lemmas import lemma_of
from notemine.dutch.stop_words import is_stop_word

_WORD = re.compile(r"[^\W\d_]{2,}")


@lru_cache(maxsize=20_000)
def content_of(text: str) -> frozenset[str]:
    """Lemmas of the content words of a text, and of the parts of compounds.

    >>> sorted(content_of("Wie belt de ouders over het loopbaandossier?"))
    ['bellen', 'dossier', 'loopbaan', 'loopbaandossier', 'ouder']
    """
    found: set[str] = set()
    for word in _WORD.findall(text.casefold()):
        lemma = lemma_of(word)
        if not is_stop_word(word) and not is_stop_word(lemma):
            parts = split_compound(lemma)
            found.update((lemma, *(map(lemma_of, parts) if len(parts) > 1 else ())))
    return frozenset(found)


def nearness_to(label: str, terms: tuple[str, ...], wording: str) -> int:
    """How plainly a question is about a topic: 2 if it has a word of its label, 1 of its terms, else 0."""
    words = content_of(wording)
    if not words.isdisjoint(content_of(label)):
        return 2
    return int(any(not words.isdisjoint(content_of(term)) for term in terms))
