"""What ships in ``models/nl_notemine_sm``."""

from __future__ import annotations

import pytest
import spacy

from notemine.domain import Note
from notemine.dutch.artefacts import path_of
from notemine.dutch.pipeline import SHIPPED, idle_for_entities, idle_for_words, load_nlp
from notemine.normalise import make_segments
from tests.builders import note

FOLDER = path_of(SHIPPED)
pytestmark = pytest.mark.skipif(
    FOLDER is None or not (FOLDER / "meta.json").is_file(), reason="the weights are left out of this checkout"
)
# Those of nl_core_news_sm 3.8.
RELATIONS = frozenset(
    "ROOT acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound:prt conj cop csubj dep "
    "det expl expl:pv fixed flat iobj mark nmod nmod:poss nsubj nsubj:pass nummod obj obl obl:agent orphan "
    "parataxis punct xcomp".split()
)
LINES = (
    "Tafel 4: ouders komen laat binnen, zegt Samira Haddad.",
    "- mentor heeft te weinig tijd voor LOB",
    "Hoe neem je leerlingen mee in hun keuze?",
    "In Zwolle nam mevrouw De Vries 23 leerlingen mee naar de Hogeschool Rotterdam.",
)


def readings(n_process: int) -> list[list[tuple[str, ...]]]:
    nlp = load_nlp()
    docs = nlp.pipe(LINES * 20, batch_size=16, n_process=n_process)
    return [[(t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.ent_type_) for t in doc] for doc in docs]


def test_it_is_small_and_holds_no_pickles() -> None:
    assert FOLDER is not None
    files = [path for path in FOLDER.rglob("*") if path.is_file()]

    assert sum(path.stat().st_size for path in files) <= 20e6
    assert not [path for path in files if path.suffix in (".pkl", ".pickle", ".py")]


def test_it_loads_by_its_path_without_this_project() -> None:
    assert FOLDER is not None

    doc = spacy.load(FOLDER)("De leerlingen kiezen een profiel.")

    assert [token.pos_ for token in doc] == ["DET", "NOUN", "VERB", "DET", "NOUN", "PUNCT"]
    assert doc.has_annotation("DEP")


def test_its_relations_are_those_of_the_original() -> None:
    labels = {label.partition("||")[0] for label in load_nlp().get_pipe("parser").labels}  # type: ignore[attr-defined]

    assert labels <= RELATIONS


def test_two_processes_say_what_one_says() -> None:
    assert readings(2) == readings(1)


def test_segments_are_the_same_from_two_processes() -> None:
    notes: list[Note] = [note("\n".join(LINES), source=f"tafel{i}.txt") for i in range(3)]

    assert make_segments(notes, load_nlp(), n_process=2) == make_segments(notes, load_nlp())


def test_the_fast_profile_says_the_same_of_words_and_nothing_more() -> None:
    nlp = load_nlp()
    whole = nlp(LINES[0])

    fast = nlp(LINES[0], disable=idle_for_words(nlp))

    assert [(t.tag_, t.pos_) for t in fast] == [(t.tag_, t.pos_) for t in whole]
    assert whole.has_annotation("DEP")
    assert not fast.has_annotation("DEP")
    assert whole.ents
    assert not fast.ents


def test_people_organisations_and_places_are_named() -> None:
    nlp = load_nlp()

    docs = nlp.pipe(LINES, disable=idle_for_entities(nlp))

    found = {(entity.text, entity.label_) for doc in docs for entity in doc.ents}
    assert {("Samira Haddad", "PERSON"), ("Zwolle", "LOC"), ("Hogeschool Rotterdam", "ORG")} <= found


@pytest.mark.parametrize(
    ("clean", "noisy"),
    [
        ("De mentoren bellen de ouders.", "de mentoren bellen de ouders"),
        ("Hoe organiseren wij dat gesprek?", "hoe organiseren wij dat gesprek"),
        ("Leerlingen vinden oriëntatie lastig.", "leerlingen vinden orientatie lastig"),
        ("De leerlingen kiezen een profiel.", "De leerilngen kiezen een profiel."),
    ],
    ids=["small letters", "no mark", "no accents", "a typing error"],
)
def test_careless_spelling_changes_no_tag(clean: str, noisy: str) -> None:
    nlp = load_nlp()

    tags = [token.pos_ for token in nlp(clean) if not token.is_punct]

    assert [token.pos_ for token in nlp(noisy) if not token.is_punct] == tags
