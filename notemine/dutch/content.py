"""How much a sentence says away from its place."""

from __future__ import annotations

import re

from notemine.dutch.lemmas import lemma_of
from notemine.dutch.replies import DANGLING
from notemine.dutch.stop_words import is_stop_word

# "Wie betaalt dat?" leans on the line before it; with three words of content a question seldom does.
ENOUGH = 3
_WORD = re.compile(r"[^\W\d_]+")


def says_by_itself(sentence: str) -> int:
    """Distinct content words, at most 3: from there on a reader knows what it is about.

    >>> says_by_itself("En wanneer dan?"), says_by_itself("Wie betaalt de bus?")
    (0, 2)
    """
    words = set(_WORD.findall(sentence.casefold()))
    content = [word for word in words if not is_stop_word(word) and not is_stop_word(lemma_of(word))]
    return min(len(content), ENOUGH)


def leans(sentence: str) -> bool:
    """Whether a sentence points at what stood before it, and says hardly more.

    >>> leans("Wie betaalt dat?"), leans("Wie betaalt de bus?"), leans("Wie rijdt die bus naar de open dag?")
    (True, False, False)
    """
    words = _WORD.findall(sentence.casefold())
    return says_by_itself(sentence) < ENOUGH - 1 and any(word in DANGLING for word in words)
