import numpy as np
import pytest

from notemine.domain import Decisions, Question
from notemine.dutch.text_keys import key_of
from notemine.errors import ConfigError
from notemine.questions import find_doubts, group_questions, in_wordings, keep_questions
from notemine.questions.decided import check, learn_shift
from notemine.questions.group import NearPair
from notemine.vectors import Matrix
from tests.builders import note, question, segment

ZAAL, BETALEN, KOFFIE = "Wie betaalt de zaal?", "Wie gaat de zaal betalen?", "Is er koffie?"


def directions(*degrees: float) -> Matrix:
    angles = np.radians(degrees)
    return np.column_stack([np.cos(angles), np.sin(angles)]).astype(np.float32)


def labels(texts: list[str], vectors: Matrix, decisions: Decisions) -> list[int]:
    return group_questions(texts, vectors, decisions=decisions).labels


def test_what_a_person_joined_is_one_question_however_far_apart() -> None:
    found = labels([ZAAL, KOFFIE, BETALEN], directions(0, 90, 200), Decisions(same=((ZAAL, KOFFIE),)))

    assert found == [0, 0, 1]


def test_who_joins_two_questions_joins_their_groups() -> None:
    texts = ["a?", "b?", "c?", "d?"]

    found = labels(texts, directions(0, 5, 100, 105), Decisions(same=(("b?", "c?"),)))

    assert found == [0, 0, 0, 0]


def test_what_a_person_cut_is_two_questions_however_near() -> None:
    found = labels([ZAAL, BETALEN], directions(0, 1), Decisions(different=((ZAAL, BETALEN),)))

    assert found == [0, 1]


def test_a_decision_names_a_question_without_marks_and_capitals() -> None:
    found = labels(
        [ZAAL, KOFFIE], directions(0, 90), Decisions(same=(("wie betaalt de zaal", "is er koffie"),))
    )

    assert found == [0, 0]


def test_what_follows_from_two_decisions_holds_too() -> None:
    texts = ["a?", "b?", "c?", "d?"]
    said = Decisions(same=(("a?", "b?"), ("b?", "c?")), different=(("c?", "d?"),))

    found = labels(texts, directions(0, 50, 100, 1), said)

    assert found == [0, 0, 0, 1]


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        pytest.param(
            Decisions(same=((ZAAL, BETALEN),), different=((ZAAL, BETALEN),)),
            "Wie betaalt de zaal.*Wie gaat de zaal betalen",
            id="the same and different",
        ),
        pytest.param(Decisions(answered=(ZAAL,), open=(ZAAL,)), "beantwoord én als open", id="status"),
        pytest.param(Decisions(questions=(ZAAL,), no_question=(ZAAL,)), "geen vraag", id="a question"),
        pytest.param(Decisions(prompts=(ZAAL,), no_prompts=(ZAAL,)), "gespreksleider", id="a prompt"),
    ],
)
def test_decisions_that_contradict_are_refused_with_the_questions_named(said: Decisions, cause: str) -> None:
    with pytest.raises(ConfigError, match=cause):
        check(said)


def test_a_decision_on_a_question_that_is_gone_changes_nothing() -> None:
    found = labels([ZAAL, KOFFIE], directions(0, 90), Decisions(same=((ZAAL, "Wie weet dat nog?"),)))

    assert found == [0, 1]


def test_decided_pairs_are_no_doubt_any_more() -> None:
    texts, vectors = [ZAAL, BETALEN], directions(0, 30)

    before = group_questions(texts, vectors).near
    after = group_questions(texts, vectors, decisions=Decisions(same=((ZAAL, BETALEN),))).near

    assert [(pair.first, pair.second) for pair in before] == [(0, 1)]
    assert after == ()


@pytest.mark.parametrize(
    ("is_same", "expected"), [pytest.param(True, 1, id="joins"), pytest.param(False, -1, id="cuts")]
)
def test_who_often_joins_or_cuts_is_followed_elsewhere(is_same: bool, expected: int) -> None:
    little, much = (learn_shift([0.0] * n, [is_same] * n) for n in (1, 20))

    assert 0 < expected * little < expected * much


@pytest.mark.parametrize("odds", [-10.0, -6.0, 6.0, 10.0])
def test_strong_odds_do_not_unsettle_the_shift(odds: float) -> None:
    shift = learn_shift([odds] * 20, [odds < 0] * 20)

    assert np.sign(shift) == -np.sign(odds)
    assert abs(shift) < 12


def test_no_decisions_shift_nothing() -> None:
    assert learn_shift([], []) == 0


def test_a_pseudonym_with_another_number_is_still_the_question_that_was_decided() -> None:
    assert key_of("Wie belt Deelnemer 7?") == key_of("wie belt deelnemer 12")


@pytest.mark.parametrize(("one", "other"), [("C?", "C++?"), ("Is het 5 graden?", "Is het 15 graden?")])
def test_signs_that_mean_something_are_kept(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_a_decision_may_name_a_question_as_it_stands_or_as_it_is_shown() -> None:
    line = segment("of er koffie is")
    asked = [question("of er koffie is", line, wording=KOFFIE)]
    said = Decisions(same=(("of er koffie is", ZAAL), ("Koffie?", BETALEN)), wordings=((KOFFIE, "Koffie?"),))

    assert in_wordings(said, asked).same == ((KOFFIE, ZAAL), (KOFFIE, BETALEN))


def test_what_is_no_question_is_left_out_by_its_text_or_its_wording() -> None:
    line = segment("of er koffie is")
    asked: list[Question] = [question("of er koffie is", line, wording=KOFFIE), question(ZAAL)]

    assert keep_questions(asked, Decisions(no_question=(KOFFIE,))) == [asked[1]]
    assert keep_questions(asked, Decisions(no_question=("of er koffie is",))) == [asked[1]]


def asked_at(table: str, text: str, **fields: object) -> tuple[object, Question]:
    own = note(text, table=table)
    return own, question(text, segment(text, own), **fields)


def test_pairs_apart_at_one_table_are_no_doubt_but_at_two_tables_they_are() -> None:
    notes, questions = zip(
        *(asked_at(t, q) for t, q in (("1", ZAAL), ("1", KOFFIE), ("2", BETALEN))), strict=True
    )
    note_of = {q.segment_id: n for n, q in zip(notes, questions, strict=True)}
    near = [NearPair(0, 1, 0.5, False), NearPair(0, 2, 0.5, False)]

    doubts = find_doubts(questions, near, note_of=note_of)  # type: ignore[arg-type]

    assert [doubt.questions for doubt in doubts] == [(questions[0], questions[2])]


def test_a_question_found_with_little_confidence_is_a_doubt_until_a_person_says_so() -> None:
    own, doubtful = asked_at("1", KOFFIE, confidence=0.55)
    note_of = {doubtful.segment_id: own}

    before = find_doubts([doubtful], [], note_of=note_of)  # type: ignore[arg-type]
    after = find_doubts([doubtful], [], note_of=note_of, decisions=Decisions(questions=(KOFFIE,)))  # type: ignore[arg-type]

    assert [doubt.kind for doubt in before] == ["question"]
    assert after == ()
