"""The spaCy component that writes lemmas: the treebank's, the dictionary's, the trained one, or by the rules.

Where a pipeline gives tags, the first that knows the word with its tag decides. The trained lemmatizer edits
endings by example and so invents words ("opeeten", "ontspooren"); it is left what no list has.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from notemine.dutch.abbreviations import LEMMA_OF
from notemine.dutch.compounds import split_compound
from notemine.dutch.gazetteers import is_other_name
from notemine.dutch.lemmas import VERB_PARTICLES, lemma_of
from notemine.dutch.words import count_of, known_lemma

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

LEMMATIZER = "notemine_lemmatizer"
MIN_FIRST_PART, MIN_LAST_PART = 2, 4
VOWELS = frozenset("aeiouy")
# "bewaarbar-e" has a long a; in "grappig-e", "gelovig-e" and "open-e" the vowel is not stressed.
_OPEN_SYLLABLE = re.compile(r"[^aeiouy][aeou][bcdfgklmnprstvz]$")
_UNSTRESSED = re.compile(r"(?:[^aeiouy]e[lnr]|ig)$")
_ORDINAL = re.compile(r"(\d+)(?:e|de|ste)")
OPEN_TAGS = frozenset(("NOUN", "VERB", "ADJ"))


def add_lemmatizer(nlp: Language) -> None:
    """Put the component last in a pipeline and give tokens ``token._.parts``, the parts of their compound."""
    from spacy.language import Language
    from spacy.tokens import Token

    if not Language.has_factory(LEMMATIZER):
        Language.component(LEMMATIZER, assigns=["token.lemma"], func=set_lemmas)
    if not Token.has_extension("parts"):
        Token.set_extension("parts", getter=parts_of)
    nlp.add_pipe(LEMMATIZER)


def set_lemmas(doc: Doc) -> Doc:
    """The component: write the lemma of each token, in lower case unless it is a name.

    Where the parser ran, a verb is joined to the particle that stands apart: "nemen ... mee" is "meenemen".
    """
    for token in doc:
        token.lemma_ = (
            lemma_as(token.text, token.pos_, guess=token.lemma_)
            if token.pos
            else lemma_of(token.text) or token.lower_
        )
    for token in doc:
        joined = token.lower_ + token.head.lemma_
        if token.dep_ == "compound:prt" and token.head.pos_ == "VERB" and _is_particle_verb(joined):
            token.head.lemma_ = joined
    return doc


def parts_of(token: Token) -> tuple[str, ...]:
    """The words the lemma of a token is made of, in lower case; only itself where it is no compound.

    A name is whole: "Nederland" is no low land.
    """
    lemma = (token.lemma_ or token.text).lower()
    return (lemma,) if token.pos_ == "PROPN" or is_other_name(lemma) else split_compound(lemma)


@lru_cache(maxsize=10_000)
def _is_particle_verb(lemma: str) -> bool:
    """Whether a word is a verb that can fall apart; parsers slip and make others ("invertellen")."""
    import simplemma

    is_verb = known_lemma(lemma, "VERB") == lemma or count_of(lemma).lower > 0
    return lemma.startswith(tuple(VERB_PARTICLES)) and (is_verb or simplemma.is_known(lemma, lang="nl"))


@lru_cache(maxsize=100_000)
def lemma_as(word: str, tag: str, *, guess: str) -> str:
    """Lemma of a word with its tag; never empty.

    Args:
        word: As written, at least one character.
        tag: UD part of speech.
        guess: What a trained lemmatizer says; empty where there is none.

    >>> lemma_as("opeet", "VERB", guess="opeeten"), lemma_as("leden", "NOUN", guess="lijd")
    ('opeten', 'lid')
    """
    low = word.lower().replace("’", "'")
    if known := LEMMA_OF.get(low.rstrip(".")):
        return known
    if tag == "PROPN":
        return _of_name(word, guess)
    guess = guess.lower()
    if known := known_lemma(low, tag) or _in_dictionary(low, tag, guess):
        return known
    if ordinal := _ORDINAL.fullmatch(low):
        return ordinal[1]
    if "." in low.rstrip("."):  # "d.w.z."
        return low
    if tag == "NOUN" and low.endswith("'s") and low != "'s":
        return low[:-2]
    if guess and not (tag in OPEN_TAGS and _is_doubtful(guess, low, tag)):
        return guess
    by_rule = base_of_adjective(low) if tag == "ADJ" else ""
    return by_rule or _of_last_part(low, tag) or lemma_of(word) or low


def _of_name(word: str, guess: str) -> str:
    """Lemma of a name: itself, without the genitive ("Samira's") and without a plural that is listed."""
    import simplemma

    if not guess:
        return word
    low, changed = word.lower(), guess.lower()
    is_genitive = low.endswith("s") and changed == low[:-1].rstrip("'’")
    is_listed = changed != low and str(simplemma.lemmatize(low, lang="nl")).lower() == changed
    return guess if is_genitive or is_listed else word


def _of_last_part(word: str, tag: str) -> str:
    """Lemma by the longest ending that is a known word with this tag: "melk|bestanddelen"."""
    if tag not in OPEN_TAGS:
        return ""
    for start in range(MIN_FIRST_PART, len(word) - MIN_LAST_PART + 1):
        last = word[start:].lstrip("-")
        if len(last) >= MIN_LAST_PART and (lemma := known_lemma(last, tag) or _in_dictionary(last, tag, "")):
            return word[: len(word) - len(last)] + lemma
    return ""


def base_of_adjective(word: str) -> str:
    """Base of an inflected adjective by the rules of spelling; empty for a word without -e.

    >>> base_of_adjective("ultrasnelle"), base_of_adjective("bewaarbare"), base_of_adjective("drenthse")
    ('ultrasnel', 'bewaarbaar', 'drenths')
    """
    stem = word.removesuffix("e")
    if stem == word or len(stem) < MIN_LAST_PART:
        return ""
    if stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        return stem[:-1]
    if _OPEN_SYLLABLE.search(stem) and not _UNSTRESSED.search(stem):
        stem = stem[:-1] + stem[-2] + stem[-1]
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def _is_doubtful(guess: str, word: str, tag: str) -> bool:
    """Whether a guess is no word, or leaves an unknown word as it is.

    So it is with compounds ("rugzakgesprekken") and with inflected adjectives ("ultrasnelle").
    """
    last = guess.rpartition("-")[2]
    if not last.isalpha() or count_of(last).lower:
        return False
    return guess != word or len(split_compound(word)) > 1 or (tag == "ADJ" and base_of_adjective(word) != "")


def _in_dictionary(word: str, tag: str, guess: str) -> str:
    """Lemma in simplemma's list, where it can be one of a word with this tag; empty otherwise.

    The list has one lemma a form, and often the form itself: then a guess that is a known word says more.
    """
    import simplemma

    if tag not in OPEN_TAGS or not word.isalpha() or not simplemma.is_known(word, lang="nl"):
        return ""
    lemma = str(simplemma.lemmatize(word, lang="nl")).lower()
    if lemma == word and guess != word and count_of(guess).lower:
        return ""
    # "Troef" is no form of "troeven" where it is a noun.
    is_infinitive = lemma.endswith("n") and (lemma != word or tag == "VERB")
    agrees = is_infinitive if tag == "VERB" else not is_infinitive or word.startswith(lemma[:-1])
    return lemma if agrees and lemma.isalpha() else ""
