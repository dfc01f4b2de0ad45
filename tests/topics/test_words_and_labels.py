from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from notemine.domain import Term
from notemine.topics.labels import make_labels, written_forms
from notemine.topics.quotes import typical_members
from notemine.topics.words import count_terms, terms_of, topic_words, vocabulary_of, with_titles
from tests.builders import note, segment


def words(*texts: str) -> tuple[Term, ...]:
    return tuple(Term(text=text, weight=1 / (i + 1)) for i, text in enumerate(texts))


def words_of(weights: Any, counts: Any, *, vocabulary: list[str], **context: Any) -> list[list[str]]:
    n_topics, n_terms = counts.shape
    context = {"places": [2] * n_terms, "titled": np.zeros((n_topics, n_terms))} | context
    context = {name: np.array(value) for name, value in context.items()}
    found = topic_words(weights, counts, vocabulary=vocabulary, **context)
    return [[term.text for term in row] for row in found]


def test_a_word_belongs_to_the_topic_where_it_weighs_most() -> None:
    weights = csr_matrix([[0.9, 0.5, 0.0], [0.2, 0.4, 0.8]])
    counts = np.array([[9.0, 5.0, 0.0], [1.0, 4.0, 8.0]])

    found = words_of(weights, counts, vocabulary=["ouder", "school", "stage"])

    assert found == [["ouder", "school"], ["stage"]]


def test_a_topic_without_words_of_its_own_borrows() -> None:
    found = words_of(csr_matrix([[0.9], [0.1]]), np.array([[9.0], [1.0]]), vocabulary=["ouder"])

    assert found == [["ouder"], ["ouder"]]


def test_a_word_of_several_tables_comes_before_one_of_a_single_table() -> None:
    found = words_of(
        csr_matrix([[0.5, 0.4]]), np.array([[5.0, 5.0]]), places=[1, 3], vocabulary=["kapper", "vacature"]
    )

    assert found == [["vacature", "kapper"]]


def test_a_word_of_the_title_comes_first() -> None:
    found = words_of(
        csr_matrix([[0.5, 0.2]]), np.array([[5.0, 5.0]]), titled=[[0, 0.9]], vocabulary=["kapper", "vacature"]
    )

    assert found == [["vacature", "kapper"]]


def test_a_title_is_said_once_in_each_note() -> None:
    titles = [("stage",), ("stage",), ("stage",)]

    found = with_titles([("bus",), ("bus",), ()], titles, ["n1", "n1", "n2"])

    assert found == [("bus", "stage"), ("bus",), ("stage",)]


def test_form_words_numbers_and_pseudonyms_are_no_topic_words() -> None:
    line = segment("Deelnemer 7 zei iets", terms=("deelnemer 7", "2024", "Rondje", "ouderavond"))

    assert terms_of([line], stop_words=["rondje"]) == [("ouderavond",)]


@pytest.mark.parametrize(
    ("text", "expected"), [("Wie belt?", ("wie", "belt")), ("!!", ("zonder woorden",))], ids=["words", "none"]
)
def test_something_stands_in_for_terms_where_there_are_none(text: str, expected: tuple[str, ...]) -> None:
    assert terms_of([segment(text)]) == [expected]


def test_with_many_texts_a_word_of_one_text_does_not_count() -> None:
    terms = [("stage", f"eenmalig{i}") for i in range(50)]

    assert vocabulary_of(terms, [f"tekst {i}" for i in range(50)]) == ["stage"]
    assert vocabulary_of(terms[:2], ["a", "b"]) == ["eenmalig0", "eenmalig1", "stage"]


def test_terms_are_counted_by_text() -> None:
    counts = count_terms([("stage", "stage"), ("stage",), ("ouder",)], [0, 0, 1], ["ouder", "stage"])

    assert counts.tolist() == [[0, 2], [1, 0]]


def test_a_label_is_the_form_that_the_notes_write_with_a_capital() -> None:
    lines = [segment(text) for text in ("ouders bellen", "de ouders komen", "een ouder")]

    assert make_labels([words("ouder")], lines) == ["Ouders"]


def test_a_spelling_with_capitals_of_its_own_is_left_alone() -> None:
    lines = [segment("via eDelivery"), segment("met eDelivery")]

    assert make_labels([words("edelivery")], lines) == ["eDelivery"]


def test_a_second_noun_joins_the_label_if_it_is_about_as_heavy() -> None:
    lines = [segment("de stage bij bedrijven"), segment("een stage bij bedrijven")]

    assert make_labels([words("stage", "bedrijf")], lines) == ["Stage en bedrijven"]


def test_a_noun_comes_before_a_heavier_verb() -> None:
    lines = [segment("we kiezen een profiel")]

    assert make_labels([words("kiezen", "profiel")], lines)[0].startswith("Profiel")


def test_a_tag_decides_what_is_a_noun() -> None:
    lines = [segment("het leren", lemmas=("het", "leren"), tags=("DET", "NOUN"))]

    assert make_labels([words("leren", "kiezen")], lines) == ["Leren"]


def test_a_compound_comes_before_its_parts() -> None:
    row = (Term(text="gelijkheid", weight=1.0), Term(text="kansengelijkheid", weight=0.9))

    assert make_labels([row], [segment("kansengelijkheid")]) == ["Kansengelijkheid"]


def test_a_verb_stands_in_a_label_as_its_lemma() -> None:
    assert make_labels([words("schrijven")], [segment("zij schreef"), segment("hij schreef")]) == [
        "Schrijven"
    ]


def test_a_quote_uses_the_words_of_its_topic() -> None:
    lines = [
        segment("Daar is iedereen het wel over eens"),
        segment("De stage is te kort, zegt men", terms=("stage",)),
    ]

    quotes = typical_members(lines, np.ones((2, 1), dtype=np.float32), strengths=np.ones(2), words=["stage"])

    assert quotes[0] == lines[1].id


def test_no_two_topics_have_the_same_label() -> None:
    rows = [words("stage"), words("stage", "stagebedrijf"), words("stage")]

    labels = make_labels(rows, [segment("de stage")])

    assert len(set(labels)) == 3
    assert labels[1] == "Stage en stagebedrijf"


def test_a_capital_at_the_start_of_a_line_is_no_spelling() -> None:
    lines = ["Rooster vol", "het LOB-uur", "LOB-uur weg"]

    assert written_forms(lines, frozenset({"rooster", "lob-uur"})) == {
        "rooster": "rooster",
        "lob-uur": "LOB-uur",
    }


def test_what_is_sensitive_is_never_quoted() -> None:
    told = segment("Een leerling zat een jaar thuis met een depressie.", sensitive="gezondheid")
    lines = [told, segment("De stage van tien weken is te kort.")]
    ones = np.ones((2, 1), dtype=np.float32)

    quotes = typical_members(lines, ones, strengths=np.array([1.0, 0.1]), words=[])
    quotes_of_it_alone = typical_members([told], ones[:1], strengths=np.ones(1), words=[])

    assert quotes == (lines[1].id,)
    assert quotes_of_it_alone == ()


def test_quotes_are_near_the_centre_long_enough_and_from_several_notes() -> None:
    texts = [
        "We bellen elke ouder een keer per jaar",
        "We bellen elke ouder in de eerste week",
        "Ouders komen alleen als hun kind iets laat zien",
        "Ja",
        "Wat een vreemde zin over iets heel anders is dit",
    ]
    first, second = note("\n".join(texts)), note(texts[2], table="2")
    lines = [segment(texts[i], second if i == 2 else first) for i in range(5)]
    rows = np.array([[1, 0], [0.9, 0.4], [0.8, 0.6], [1, 0], [0, -1]], dtype=float)

    quotes = typical_members(lines, rows, strengths=np.ones(5), words=[])

    assert quotes == (lines[0].id, lines[2].id, lines[1].id)
