from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from notemine.dutch.artefacts import path_of
from notemine.dutch.lemmatizer import add_lemmatizer, lemma_as, set_lemmas
from notemine.dutch.pipeline import SHIPPED, load_nlp

FOLDER = path_of(SHIPPED)
IS_SHIPPED = FOLDER is not None and (FOLDER / "meta.json").is_file()


@pytest.mark.parametrize(
    ("word", "tag", "guess", "lemma"),
    [
        ("Leden", "NOUN", "lijden", "lid"),
        ("leden", "VERB", "leden", "lijden"),
        ("opeet", "VERB", "opeeten", "opeten"),
        ("acute", "ADJ", "acute", "acuut"),
        ("afspraken", "NOUN", "afspra", "afspraak"),
        ("taalachterstanden", "NOUN", "taalachterstan", "taalachterstand"),
        ("rugzakgesprekken", "NOUN", "rugzakgesprekken", "rugzakgesprek"),
        ("doorgeslagen", "VERB", "doorgeslag", "doorslaan"),
        ("lln.", "NOUN", "lln", "leerling"),
        ("Kuipers", "PROPN", "Kuipers", "Kuipers"),
        ("vragen", "VERB", "", "vragen"),
        ("melkbestanddelen", "NOUN", "melkbestanddelen", "melkbestanddeel"),
        ("labnazi's", "NOUN", "labnazi's", "labnazi"),
        ("bewaarbare", "ADJ", "bewaarbare", "bewaarbaar"),
        ("ultrasnelle", "ADJ", "ultrasnelle", "ultrasnel"),
        ("Zwols-Drentse", "ADJ", "zwols-drentse", "zwols-drents"),
        ("32ste", "ADJ", "32st", "32"),
        ("v.d.h.", "X", "v.dh.", "v.d.h."),
        ("Lierde", "PROPN", "Lërin", "Lierde"),
        ("Samira's", "PROPN", "Samira", "Samira"),
        ("LOB-coördinatoren", "NOUN", "lob-coördinatoor", "lob-coördinator"),
    ],
)
def test_a_lemma_fits_the_tag_and_is_a_word(word: str, tag: str, guess: str, lemma: str) -> None:
    assert lemma_as(word, tag, guess=guess) == lemma


@pytest.mark.parametrize(
    ("word", "tag", "guess", "lemma"),
    [
        ("'s", "NOUN", "'s", "'s"),
        ("’s", "NOUN", "", "'s"),
        ("'s", "PROPN", "", "'s"),
        ("S", "PROPN", "", "S"),
        ("...", "PUNCT", "", "..."),
        ("...", "PROPN", "", "..."),
    ],
)
def test_a_lemma_is_never_empty(word: str, tag: str, guess: str, lemma: str) -> None:
    assert lemma_as(word, tag, guess=guess) == lemma


def test_a_word_without_letters_is_its_own_lemma_where_nothing_gives_tags() -> None:
    doc = set_lemmas(spacy.blank("nl")("Ja ..."))

    assert [token.lemma_ for token in doc] == ["ja", "..."]


@pytest.mark.parametrize(
    ("particle", "lemma"),
    [("mee", "meenemen"), ("stoelen", "nemen"), ("buiten", "nemen")],
    ids=["a particle", "a slip of the parser", "no such verb"],
)
def test_a_verb_is_joined_to_the_particle_that_stands_apart(particle: str, lemma: str) -> None:
    doc = Doc(
        spacy.blank("nl").vocab,
        words=["Wij", "nemen", "Jan", particle],
        pos=["PRON", "VERB", "PROPN", "ADP"],
        lemmas=["wij", "neem", "Jan", particle],
        heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "obj", "compound:prt"],
    )

    set_lemmas(doc)

    assert [token.lemma_ for token in doc][1:3] == [lemma, "Jan"]


def test_a_token_has_the_parts_of_its_compound_and_a_name_is_whole() -> None:
    nlp = spacy.blank("nl")
    add_lemmatizer(nlp)

    doc = nlp("gesprekstafels leerlingen Nederland")

    assert [token._.parts for token in doc] == [("gesprek", "tafel"), ("leerling",), ("nederland",)]


@pytest.mark.skipif(not IS_SHIPPED, reason="the weights are left out of this checkout")
def test_the_shipped_pipeline_gives_lemmas_of_words_in_notes() -> None:
    doc = load_nlp()("Ouders nemen hun kinderen vaak mee. Taalachterstanden kosten tijd.")

    lemmas = [token.lemma_ for token in doc]

    assert lemmas[:4] == ["ouder", "meenemen", "hun", "kind"]
    assert lemmas[7:9] == ["taalachterstand", "kosten"]


@pytest.mark.skipif(not IS_SHIPPED, reason="the weights are left out of this checkout")
def test_noun_chunks_follow_the_labels_of_the_shipped_parser() -> None:
    doc = load_nlp()("De mentor geeft de leerlingen een open dag. Het beleid van de school helpt ouders.")

    chunks = [chunk.text for chunk in doc.noun_chunks]

    assert chunks == ["De mentor", "de leerlingen", "een open dag", "Het beleid", "de school", "ouders"]
