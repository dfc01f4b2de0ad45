from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notemine.dutch.pipeline import load_nlp
from notemine.normalise import make_segments, mark_lines
from tests.builders import event, note

FIRST = "- De stage duurt voor de meeste leerlingen veel te kort."


def repeated(*lines: str, **fields: object) -> tuple[int, ...]:
    (marked,) = mark_lines([note("\n".join(lines), **fields)])
    return marked.repeated_lines


@pytest.mark.parametrize(
    "again",
    [
        FIRST,
        "* de stage duurt voor de meeste leerlingen veel te kort!",
        "De stage duurt, voor de meeste leerlingen, veel te kort",
        "- De stage duurt voor de **meeste** leerlingen veel te kort.",
        "- De stage duurt voor de meeste leerlngen veel te kort.",
        "- De stage duurt voor de meeste leerlingne veel te kort.",
    ],
    ids=["letter", "bullet and capital", "marks", "bold", "letter left out", "letters swapped"],
)
def test_what_a_table_said_before_is_marked(again: str) -> None:
    assert repeated(FIRST, "- Wie betaalt de bus?", again) == (2,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("er is geen geld voor de bus", "er is een geld voor de bus"),
        ("dat is mogelijk voor de meeste scholen", "dat is onmogelijk voor de meeste scholen"),
        ("wij zien de instroom in klas drie", "wij zien de uitstroom in klas drie"),
        ("in week 12 gaan wij naar het bedrijf", "in week 13 gaan wij naar het bedrijf"),
        ("het kost ons 10000 euro per jaar", "het kost ons 20000 euro per jaar"),
        ("de stage duurt voor ouders te kort", "de stage duurt voor docenten te kort"),
        ("de stage duurt ons veel te kort", "de stage duurt ons veel te kort dit jaar"),
        ("de ouder belt de school niet terug", "de school belt de ouder niet terug"),
    ],
)
def test_lines_that_say_something_else_both_count(one: str, other: str) -> None:
    assert repeated(f"- {one}", f"- {other}") == ()


def test_a_few_words_may_be_said_twice() -> None:
    assert repeated("- Goed punt, zeker.", "- Goed punt, zeker.", "- LOB", "- LOB") == ()


def test_turns_of_a_transcript_are_never_repeats() -> None:
    assert repeated(FIRST, FIRST, unit="cue", speakers=("Deelnemer 1", "Deelnemer 2")) == ()


def test_lines_of_metadata_are_neither_marked_nor_remembered() -> None:
    assert repeated("Aanwezig: Deelnemer 1, Deelnemer 2, Deelnemer 3", FIRST, FIRST, meta_lines=(0, 1)) == ()


def test_two_notes_of_one_table_know_each_other_and_two_tables_do_not() -> None:
    notes = [
        note(FIRST, source="b.txt", table="1"),
        note(FIRST, source="a.txt", table="1"),
        note(FIRST, source="c.txt", table="2"),
        note(FIRST, source="d.txt", table="1", event=event("Goes")),
        note(FIRST, source="e.txt", table="", is_impression=True),
        note(FIRST, source="f.txt", table="", is_impression=True),
    ]

    marked = {n.source: n.repeated_lines for n in mark_lines(notes)}

    assert marked == {"a.txt": (), "b.txt": (0,), "c.txt": (), "d.txt": (), "e.txt": (), "f.txt": ()}


def test_a_line_in_another_language_is_marked_and_is_no_repeat() -> None:
    english = "- I think that we should ask the parents about this"

    (marked,) = mark_lines([note(f"{FIRST}\n{english}\n{english}")])

    assert (marked.foreign_lines, marked.repeated_lines) == ((1, 2), ())


def test_what_is_marked_is_in_no_segment_and_the_rest_keeps_its_line() -> None:
    text = f"{FIRST}\n- I think that we should ask the parents about this\n{FIRST}\n- Wie betaalt de bus?"

    segments = make_segments(mark_lines([note(text)]), load_nlp("blank"))

    assert [(s.line, s.text) for s in segments] == [(1, FIRST[2:]), (4, "Wie betaalt de bus?")]


WORDS = st.lists(
    st.sampled_from("de stage duurt voor leerlingen leerlngen te kort geen een".split()), max_size=7
)
TEXTS = st.lists(st.lists(WORDS.map(" ".join), max_size=5).map("\n".join), min_size=1, max_size=4)


@given(TEXTS, st.randoms())
def test_shuffling_the_notes_changes_nothing(texts: list[str], rng: random.Random) -> None:
    notes = [note(text, source=f"{i}.txt", table=str(i % 2)) for i, text in enumerate(texts)]

    assert mark_lines(rng.sample(notes, len(notes))) == mark_lines(notes)


@given(TEXTS)
def test_marking_twice_is_marking_once(texts: list[str]) -> None:
    once = mark_lines([note(text, source=f"{i}.txt") for i, text in enumerate(texts)])

    assert mark_lines(once) == once
