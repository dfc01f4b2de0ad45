from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.questions import find_questions, questions_in
from tests.builders import note, segment

SPLITS = {
    "coordination": (
        "Wie belt de ouders en wanneer doen we dat?",
        [("Wie belt de ouders", "unmarked"), ("wanneer doen we dat?", "direct")],
    ),
    "enumeration": (
        '"Wie ben ik, wat kan ik en wie helpt mij?"',
        [("Wie ben ik", "unmarked"), ("wat kan ik", "unmarked"), ("wie helpt mij?", "direct")],
    ),
    "two clauses under one cue": (
        "We willen weten of het mag en wie dat regelt.",
        [("of het mag", "indirect"), ("wie dat regelt", "indirect")],
    ),
    "a lead-in is left out": (
        "Er is nu één decaan, hoe houd je dat vol?",
        [("hoe houd je dat vol?", "direct")],
    ),
    "a speaker is left out": ("Decaan: wie leest die verslagen", [("wie leest die verslagen", "unmarked")]),
    "what follows is left out": (
        "Is twee gesprekken genoeg, vraagt Kim.",
        [("Is twee gesprekken genoeg", "unmarked")],
    ),
    "an embedded clause is no second question": (
        "Weet iemand wie de sleutel heeft?",
        [("Weet iemand wie de sleutel heeft?", "direct")],
    ),
    "a bullet in subordinate order": (
        "- hoe we ouders vaker spreken",
        [("hoe we ouders vaker spreken", "indirect")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPLITS.values(), ids=SPLITS.keys())
def test_each_question_is_found_on_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_questions(text)

    assert [(q.text, q.kind) for q in found] == expected


def test_questions_of_segments_have_offsets_in_their_note() -> None:
    of = note("Opening.\nWie maakt het rooster?\nDe decaan vraagt of er geld is.")
    segments = [segment("Wie maakt het rooster?", of), segment("De decaan vraagt of er geld is.", of)]

    found = questions_in([of], segments)

    assert [of.text[q.start : q.end] for q in found] == ["Wie maakt het rooster?", "of er geld is"]
    assert [q.segment_id for q in found] == [s.id for s in segments]


def test_a_question_over_two_lines_keeps_its_line_break() -> None:
    text = "Hoe zorgen we dat iedere leerling een gesprek\nover zijn keuze voert?"
    of = note(text)

    (found,) = questions_in([of], [segment(text, of)])

    assert found.text == text
    assert "\n" not in found.wording


WORDS = st.sampled_from(
    "wie wat hoe of de mentor is vraagt kan er zijn , . ? ! : - ( ) “ ” en maar benieuwd niet dat\n".split(
        " "
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60))
def test_spans_are_exact_ordered_and_apart(text: str) -> None:
    found = find_questions(text)

    assert all(q.text == text[q.start : q.end] and q.text for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all("\n" not in q.wording and q.wording.endswith("?") for q in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zie https://voorbeeld.example/lijst?q=open voor de lijst", []),
        ("voorbeeld.nl/lijst?q=1", []),
        ("kanaal (?)", []),
        ("Staat dat op www.voorbeeld.example?", ["Staat dat op www.voorbeeld.example?"]),
        ("Visie, wat moet Edunova bieden?", ["wat moet Edunova bieden?"]),
    ],
    ids=[
        "address",
        "address without a scheme",
        "mark of doubt",
        "question about an address",
        "name behind the verb",
    ],
)
def test_a_mark_that_asks_nothing_makes_no_question(text: str, expected: list[str]) -> None:
    assert [question.text for question in find_questions(text)] == expected


@pytest.mark.parametrize(
    "asked",
    [
        "Wie betaalt de bus (naar Zwolle)?",
        "Kost het meer dan 50%?",
        "Wat is 'samen'?",
        "Wie betaalt dat??",
    ],
)
def test_a_mark_behind_another_sign_belongs_to_the_question(asked: str) -> None:
    (found,) = find_questions(asked)

    assert (found.text, found.kind) == (asked, "direct")


def test_a_remark_behind_a_question_does_not() -> None:
    (found,) = find_questions("Wie betaalt de bus (ook voor mbo).")

    assert found.text in ("Wie betaalt de bus", "Wie betaalt de bus (ook voor mbo")
    assert found.kind == "unmarked"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param(
            "Een decaan vraagt tot wanneer een leerling nog van profiel mag veranderen.",
            "tot wanneer een leerling nog van profiel mag veranderen",
            id="a preposition",
        ),
        pytest.param(
            "En is er naast het benoemen van het probleem een kader mee te geven?",
            "is er naast het benoemen van het probleem een kader mee te geven?",
            id="a long one",
        ),
        pytest.param(
            "Grondslag / verwerking in contract?", "Grondslag / verwerking in contract?", id="a slash"
        ),
    ],
)
def test_a_question_is_found_from_its_first_word_on(text: str, asked: str) -> None:
    assert [q.text for q in find_questions(text)] == [asked]
