"""Lemmas without a parser: simplemma, its known slips mended, and what notes shorten written out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from notemine.dutch.abbreviations import LEMMA_OF
from notemine.dutch.compounds import split_compound
from notemine.dutch.words import count_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Where simplemma takes another word for the base form (adbar/simplemma#31 and our own reading).
SLIPS = {
    "betere": "beter", "beter": "beter", "beste": "best", "best": "best", "meer": "meer",
    "meest": "meest", "meeste": "meest", "minder": "minder", "eerste": "eerst", "laatste": "laatst",
    "leren": "leren", "leer": "leren", "leert": "leren", "leerde": "leren", "school": "school",
    "scholen": "school", "stage": "stage", "stages": "stage", "mentoren": "mentor", "decanen": "decaan",
    "docenten": "docent", "vragen": "vraag", "keuzes": "keuze", "keuzen": "keuze", "uur": "uur",
    "uren": "uur", "les": "les", "lessen": "les", "ouders": "ouder", "jongeren": "jongere",
    "volwassenen": "volwassene", "kinderen": "kind", "klas": "klas", "klassen": "klas",
    "profielen": "profiel", "data": "data", "weken": "week", "meiden": "meid", "roosters": "rooster",
    "plan": "plan", "plannen": "plan", "collega's": "collega", "foto's": "foto", "mbo'ers": "mbo'er",
    "werk": "werk",
}  # fmt: skip
_CLITIC = re.compile(r"'s$")


@lru_cache(maxsize=100_000)
def lemma_of(word: str) -> str:
    """Lower-case lemma of a word, without looking at what stands around it.

    >>> lemma_of("Leerlingen"), lemma_of("lln"), lemma_of("gesprekstafels")
    ('leerling', 'leerling', 'gesprekstafel')
    """
    import simplemma

    word = word.lower().replace("’", "'").rstrip(".")
    if known := LEMMA_OF.get(word) or SLIPS.get(word):
        return known
    if not word.isalpha():
        return _of_marked(word)
    lemma = str(simplemma.lemmatize(word, lang="nl")).lower()
    if lemma != word:
        return lemma if lemma.isalpha() else word
    # simplemma leaves a compound as it is: its last part decides.
    parts = split_compound(word)
    if len(parts) > 1:
        return word[: -len(parts[-1])] + lemma_of(parts[-1])
    return word


def _of_marked(word: str) -> str:
    if "-" in word:
        head, dash, last = word.rpartition("-")
        return head + dash + lemma_of(last) if last.isalpha() and count_of(last).lower else word
    if _CLITIC.search(word) and count_of(word[:-2]).lower:
        return word[:-2]
    return word


def set_lemmas(doc: Doc) -> Doc:
    """The spaCy component: write the lemma of each token."""
    for token in doc:
        token.lemma_ = lemma_of(token.text)
    return doc
