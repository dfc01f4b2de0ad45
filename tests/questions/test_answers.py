from collections import Counter

import numpy as np
import pytest

from notemine.questions.answers import answers_at_table, bm25
from tests.builders import note, question, segment


def answers_after(asked: str, *lines: str, speakers: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Texts of the segments that answer a question, on the lines below it."""
    own = note("\n".join((asked, *lines)))
    names = (*speakers, *[""] * (1 + len(lines) - len(speakers)))
    segments = [segment(text, own, speaker=name) for text, name in zip((asked, *lines), names, strict=True)]
    (found,) = answers_at_table([question(asked, segments[0])], segments)
    return tuple(line.text for line in segments if line.id in found)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        pytest.param("Wie betaalt de zaal?", "antwoord: de gemeente", id="label"),
        pytest.param("Wie betaalt de zaal?", "-> de gemeente", id="arrow"),
        pytest.param("Mag een leerling nog wisselen?", "Ja, tot de kerst.", id="yes"),
        pytest.param("Mag een leerling nog wisselen?", "Meestal niet.", id="mostly not"),
        pytest.param("Hoe bereik je ouders?", "Bij ons belt de mentor ze thuis op.", id="practice"),
    ],
)
def test_a_line_that_shows_an_answer_answers_the_question_above_it(asked: str, answer: str) -> None:
    assert answers_after(asked, answer) == (answer,)


def test_what_someone_else_says_next_answers() -> None:
    said = answers_after("Hoe bereik je ouders?", "Telefonisch.", speakers=("Deelnemer 1", "Deelnemer 2"))

    assert said == ("Telefonisch.",)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        pytest.param("Wie betaalt de zaal?", "Daar kwamen we niet uit.", id="given up"),
        pytest.param("Wie betaalt de zaal?", "Het was een drukke avond.", id="another statement"),
        pytest.param(
            "Mag een leerling nog wisselen?", "Bij ons zijn er dertig leerlingen.", id="no yes or no"
        ),
    ],
)
def test_without_evidence_a_question_is_open(asked: str, line: str) -> None:
    assert answers_after(asked, line) == ()


def test_the_answer_to_a_later_question_is_not_that_of_an_earlier_one() -> None:
    own = note("Wie betaalt de zaal?\nMag de hond mee?\nantwoord: ja")
    lines = [segment(text, own) for text in own.text.split("\n")]
    asked = [question(line.text, line) for line in lines[:2]]

    found = answers_at_table(asked, lines)

    assert found == [(), (lines[2].id,)]


def test_another_note_answers_nothing() -> None:
    first, second = note("Wie betaalt de zaal?"), note("antwoord: de gemeente", table="2")
    lines = [segment(first.text, first), segment(second.text, second)]

    assert answers_at_table([question(first.text, lines[0])], lines) == [()]


def test_rarer_words_weigh_more() -> None:
    documents = [Counter(["zaal", "huur"]), Counter(["zaal", "koffie"]), Counter(["zaal", "tafel"])]

    score = bm25(["huur", "zaal"], documents)

    assert np.argmax(score) == 0
    assert score[1] == score[2] > 0
