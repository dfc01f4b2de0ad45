"""The spaCy component that writes lemmas: the treebank's, the dictionary's, the trained one, or by the rules.

Where a pipeline gives tags, the first that knows the word with its tag decides. The trained lemmatizer edits
endings by example and so invents words ("opeeten", "ontspooren"); it is left what no list has.
"""

from __future__ import annotations

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
            lemma_as(token.text, token.pos_, guess=token.lemma_) if token.pos else lemma_of(token.text)
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
    """Lemma of a word with its tag.

    Args:
        word: As written.
        tag: UD part of speech.
        guess: What a trained lemmatizer says; empty where there is none.

    >>> lemma_as("opeet", "VERB", guess="opeeten"), lemma_as("leden", "NOUN", guess="lijd")
    ('opeten', 'lid')
    """
    low = word.lower().replace("’", "'")
    if known := LEMMA_OF.get(low.rstrip(".")):
        return known
    if tag == "PROPN":
        return guess or word
    guess = guess.lower()
    if known := known_lemma(low, tag) or _in_dictionary(low, tag, guess):
        return known
    return lemma_of(word) if not guess or (tag in OPEN_TAGS and _is_doubtful(guess, low)) else guess


def _is_doubtful(guess: str, word: str) -> bool:
    """Whether a guess is no word, or leaves an unknown compound as it is ("rugzakgesprekken")."""
    last = guess.rpartition("-")[2]
    if not last.isalpha() or count_of(last).lower:
        return False
    return guess != word or len(split_compound(word)) > 1


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
