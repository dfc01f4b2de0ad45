"""Lemmas of words by themselves: simplemma, its slips mended, and what notes shorten written out."""

from __future__ import annotations

from functools import lru_cache

from notemine.dutch.abbreviations import LEMMA_OF
from notemine.dutch.compounds import split_compound
from notemine.dutch.gazetteers import is_other_name
from notemine.dutch.words import count_of, is_common, known_lemma

# In notes of schools these are nouns, or forms that say more than their base form.
PREFERRED = {
    "vragen": "vraag", "ouders": "ouder", "ouder": "ouder", "jongeren": "jongere", "ouderen": "oudere",
    "volwassenen": "volwassene", "betrokkenen": "betrokkene", "werkenden": "werkende", "beter": "beter",
    "betere": "beter", "eerste": "eerst", "laatste": "laatst", "meer": "meer", "minder": "minder",
    "les": "les", "lessen": "les", "test": "test", "testen": "test", "stress": "stress", "stage": "stage",
    "keuze": "keuze", "leerweg": "leerweg", "slag": "slag", "werk": "werk", "gesprek": "gesprek",
    "rooster": "rooster", "roosters": "rooster", "start": "start", "stap": "stap", "zaak": "zaak",
}  # fmt: skip
# Longest first: "tegenkomen" is not "te" and "genkomen".
VERB_PARTICLES = (
    "achter binnen boven buiten kennis samen tegen terug thuis tussen voorbij vooruit door heen hoog klaar "
    "langs leeg mede neer onder over rond vast voort voor aan bij los mee mis toe uit weg af in na om op"
).split()


@lru_cache(maxsize=100_000)
def lemma_of(word: str) -> str:
    """Lower-case lemma of a word, without looking at what stands around it.

    >>> lemma_of("Leerlingen"), lemma_of("lln"), lemma_of("gesprekstafels"), lemma_of("opgevangen")
    ('leerling', 'leerling', 'gesprekstafel', 'opvangen')
    """
    low = word.lower().replace("’", "'").rstrip(".")
    if known := LEMMA_OF.get(low) or PREFERRED.get(low):
        return known
    # "LOB", "Zwolle": a name has no other form.
    if (word.isupper() and len(word) > 1) or (
        word[:1].isupper() and is_other_name(low) and not is_common(low)
    ):
        return low
    return _of_plain(low) if low.isalpha() else _of_marked(low)


def _of_plain(word: str) -> str:
    import simplemma

    if known := known_lemma(word):
        return known
    lemma = str(simplemma.lemmatize(word, lang="nl")).lower()
    if lemma != word:
        return lemma if lemma.isalpha() else word
    return _of_participle(word) or _of_compound(word)


def _of_participle(word: str) -> str:
    """Lemma of "opgevangen" and "meegedaan", whose base verb is known; empty for other words."""
    for particle in VERB_PARTICLES:
        rest = word.removeprefix(particle)
        if rest != word and rest.startswith("ge") and len(rest) > 4:
            lemma = _of_plain(rest)
            if lemma.endswith("n") and lemma != rest and not lemma.startswith("ge"):
                return particle + lemma
    return ""


def _of_compound(word: str) -> str:
    """The last part of a compound decides; simplemma leaves it as it is."""
    last = split_compound(word)[-1]
    return word if last == word else word[: -len(last)] + lemma_of(last)


def _of_marked(word: str) -> str:
    if "-" in word:
        head, dash, last = word.rpartition("-")
        return head + dash + lemma_of(last) if last.isalpha() and count_of(last).lower else word
    if word.endswith("'ers"):
        return word[:-1]
    return word[:-2] if word.endswith("'s") and count_of(word[:-2]).lower else word
