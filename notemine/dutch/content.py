"""How much a sentence says away from its place."""

from __future__ import annotations

import re
from itertools import pairwise

from notemine.dutch.lemmas import lemma_of
from notemine.dutch.phrases import SECTOR_ORDER
from notemine.dutch.replies import DANGLING
from notemine.dutch.stop_words import is_stop_word

# "Wie betaalt dat?" leans on the line before it; with three words of content a question seldom does.
ENOUGH = 3
_POINTING = DANGLING - {"dan", "er", "haar", "iets", "toen"}
_SECTORS = frozenset(name for sector in SECTOR_ORDER for name in sector.split("/"))
_CLAUSE = frozenset({"dat", "die"})
_SUBJECTS = frozenset("de een het hij ik je jij jullie men onze u we wij ze zij".split())
_WORD = re.compile(r"[^\W\d_]+")


def says_by_itself(sentence: str) -> int:
    """Distinct content words, at most 3: from there on a reader knows what it is about.

    >>> says_by_itself("En wanneer dan?"), says_by_itself("Wie betaalt de bus?")
    (0, 2)
    """
    words = set(_WORD.findall(sentence.casefold()))
    return min(len([word for word in words if _is_content(word)]), ENOUGH)


def leans(sentence: str) -> bool:
    """Whether a sentence points at what stood before it, and says hardly more.

    >>> [leans(s) for s in ("Wie betaalt dat?", "Wie betaalt de bus?", "Hoe komt het dossier terug?")]
    [True, False, False]
    >>> leans("Hoe krijg je de ouders binnen die je nooit ziet?")
    False
    """
    words = [*_WORD.findall(sentence.casefold()), ""]
    if says_by_itself(sentence) >= ENOUGH - 1:
        return False
    return any(
        # "Die bus" and "het mbo" point at nothing, nor does what begins a clause.
        word in _POINTING
        and not _is_content(after)
        and after not in _SECTORS
        and not (word in _CLAUSE and after in _SUBJECTS)
        for word, after in pairwise(words)
    )


def _is_content(word: str) -> bool:
    return bool(word) and not is_stop_word(word) and not is_stop_word(lemma_of(word))
