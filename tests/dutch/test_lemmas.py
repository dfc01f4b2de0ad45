from __future__ import annotations

import pytest

from notemine.dutch.lemmas import lemma_of
from notemine.dutch.stop_words import is_stop_word


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("Leerlingen", "leerling"),
        ("lln", "leerling"),
        ("lln.", "leerling"),
        ("gesprekstafels", "gesprekstafel"),
        ("opgevangen", "opvangen"),
        ("meegedaan", "meedoen"),
        ("ouders", "ouder"),
        ("betere", "beter"),
        ("LOB", "lob"),
        ("Zwolle", "zwolle"),
        ("mbo'ers", "mbo'er"),
        ("foto’s", "foto"),
        ("LOB-coördinatoren", "lob-coördinator"),
        ("xyzzy", "xyzzy"),
    ],
)
def test_a_word_has_the_lemma_of_the_dictionary(word: str, lemma: str) -> None:
    assert lemma_of(word) == lemma


@pytest.mark.parametrize("word", ["de", "eigenlijk", "Tafel", "vraag", "m.b.t.", "graag", "maandag"])
def test_words_that_say_nothing_by_themselves_are_stop_words(word: str) -> None:
    assert is_stop_word(word)


@pytest.mark.parametrize(
    "word", ["leerling", "profielkeuze", "stage", "ouder", "werk", "toekomst", "tijd", "geld"]
)
def test_content_words_are_no_stop_words(word: str) -> None:
    assert not is_stop_word(word)
