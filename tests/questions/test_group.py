import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.embed import embed, encode_words, load_embedder
from notemine.questions.group import ask_vectors
from notemine.questions.group import group_questions as group
from notemine.vectors import Matrix, unit_rows


def group_questions(*args: object, **options: object) -> list[int]:
    return group(*args, encode_words=encode_words, **options).labels  # type: ignore[arg-type]


def directions(*degrees: float) -> Matrix:
    angles = np.radians(degrees)
    return np.column_stack([np.cos(angles), np.sin(angles)]).astype(np.float32)


def encoded(questions: list[str]) -> Matrix:
    return embed(questions, load_embedder("dutch"), side="question")


def test_questions_in_one_direction_are_one_group() -> None:
    asked = ["Wie betaalt de zaal?", "Hoe laat begint het?", "Wie gaat de zaal betalen?"]

    groups = group_questions(asked, directions(0, 90, 10))

    assert groups == [0, 1, 0]


def test_equal_texts_are_one_group_whatever_their_vectors() -> None:
    groups = group_questions(["Wie betaalt?", "Wie  betaalt?"], directions(0, 90))

    assert groups == [0, 0]


def test_a_chain_of_near_questions_is_not_one_group() -> None:
    asked = ["a?", "b?", "c?", "d?", "e?"]

    groups = group_questions(asked, directions(0, 30, 60, 90, 120))

    assert len(set(groups)) > 1
    assert groups[0] != groups[-1]


def test_the_similarity_asked_for_decides() -> None:
    asked, vectors = ["a?", "b?"], directions(0, 45)

    assert group_questions(asked, vectors, min_similarity=0.6) == [0, 0]
    assert group_questions(asked, vectors, min_similarity=0.9) == [0, 1]


def test_no_questions_make_no_groups() -> None:
    assert group_questions([], np.zeros((0, 2), dtype=np.float32)) == []


def test_one_question_is_a_group_of_one() -> None:
    assert group_questions(["Wie betaalt?"], encoded(["Wie betaalt?"]), encoder="dutch") == [0]


def test_too_few_vectors_are_refused() -> None:
    with pytest.raises(ValueError, match="2 questions but 1 rows"):
        group_questions(["a?", "b?"], directions(0))


def test_a_question_without_words_is_no_fault() -> None:
    asked = ["?", "", "Wie betaalt de zaal?"]

    groups = group_questions(asked, encoded(asked), encoder="dutch")

    assert groups[2] not in groups[:2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Wie betaalt de huur van de zaal?", "Wie gaat de huur van de zaal betalen?", id="order"),
        pytest.param("Hoe bereiken we jongeren?", "Op welke manier bereiken we jongeren?", id="manner"),
    ],
)
def test_the_same_question_in_other_words_is_one_group(one: str, other: str) -> None:
    asked = [one, other, "Is er nog koffie?"]

    groups = group_questions(asked, encoded(asked), encoder="dutch 1.1.0")

    assert groups == [0, 0, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Wie geeft de cursus?", "Wanneer is de cursus?", id="who and when"),
        pytest.param(
            "Hoe installeer ik Word op Windows?", "Hoe verwijder ik Word van Windows?", id="opposite"
        ),
        pytest.param("Waarom is de lift stuk?", "Hoe vaak is de lift stuk?", id="why and how often"),
    ],
)
def test_another_question_about_the_same_is_another_group(one: str, other: str) -> None:
    asked = [one, other]

    groups = group_questions(asked, encoded(asked), encoder="dutch")

    assert groups == [0, 1]


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(8)))
def test_the_order_of_the_questions_changes_no_group(order: list[int]) -> None:
    asked = [
        "Wie betaalt de zaal?", "Wie gaat de zaal betalen?", "Hoe bereiken we ouders?",
        "Hoe krijg je ouders binnen?", "Waarom komen ouders niet?", "Wanneer begint de stage?",
        "Hoe lang duurt de stage?", "Is er koffie?",
    ]  # fmt: skip
    vectors = unit_rows(np.random.default_rng(0).normal(size=(8, 768)).astype(np.float32))
    expected = group_questions(asked, vectors, encoder="dutch")

    shuffled = group_questions([asked[i] for i in order], vectors[order], encoder="dutch")

    together = {(order[a], order[b]) for a in range(8) for b in range(8) if shuffled[a] == shuffled[b]}
    assert together == {(a, b) for a in range(8) for b in range(8) if expected[a] == expected[b]}


def test_ask_vectors_of_an_unknown_encoder_are_its_own() -> None:
    vectors = directions(0, 45)

    assert np.array_equal(ask_vectors(["a?", "b?"], vectors, encoder="mine"), vectors)


def test_ask_vectors_have_length_one() -> None:
    asked = ["Wie betaalt de zaal?", "Hoe bereiken we ouders?"]

    placed = ask_vectors(asked, encoded(asked), encoder="dutch")

    assert np.allclose(np.linalg.norm(placed, axis=1), 1, atol=1e-5)
