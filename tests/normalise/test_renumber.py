from __future__ import annotations

import pytest

from notemine.cleaning import CleanNotes
from notemine.config import Config
from notemine.domain import NameKey
from notemine.dutch.pipeline import load_nlp
from notemine.normalise import Renumbering, canonical_numbers, make_segments, pseudonymise
from notemine.pipeline import mine_clean
from tests.builders import event, note

FIRST = note("Karim Haddad belt Sofie Wouters.\nWat vindt Karim?", source="a.txt", event=event("Assen"))
SECOND = note(
    "Deelnemer 2 bleef weg.\nLinde Hendriks vroeg: wie helpt Karim Haddad?", source="b.txt", table="2"
)


def added_the_other_way_round() -> CleanNotes:
    key: NameKey | None = None
    done = []
    for one in (SECOND, FIRST):
        safe = pseudonymise([one], key=key)
        key = safe.key
        done += safe.notes
    notes = tuple(pseudonymise([FIRST, SECOND], key=key).notes)
    assert {n.text for n in notes} == {n.text for n in done}
    return CleanNotes(notes, (), make_segments(notes, load_nlp()))


def test_notes_that_came_all_at_once_have_their_numbers() -> None:
    assert canonical_numbers(pseudonymise([FIRST, SECOND]).notes) == {}


def test_other_numbers_are_those_that_notes_would_have_had() -> None:
    clean = added_the_other_way_round()
    expected = pseudonymise([FIRST, SECOND]).notes

    there = Renumbering(canonical_numbers(clean.notes))

    assert there.notes(clean.notes) == expected
    assert there.segments(clean.segments, clean.notes) == make_segments(expected, load_nlp())
    assert there.inverse().notes(expected) == clean.notes


def test_a_pseudonym_that_stood_in_a_note_as_it_was_read_stays() -> None:
    clean = added_the_other_way_round()

    other = Renumbering(canonical_numbers(clean.notes)).notes(clean.notes)

    assert all(note.text.startswith("Deelnemer 2 bleef") for note in other if note.source == "b.txt")


def test_results_show_the_numbers_of_the_notes_and_the_places_of_questions() -> None:
    clean = added_the_other_way_round()

    mined = mine_clean(clean, Config(embedder="dutch_fast"))

    text_of = {
        segment.id: note.text
        for note in clean.notes
        for segment in clean.segments
        if segment.note_id == note.id
    }
    asked = [question for recurring in mined.questions for question in recurring.asked]
    assert len(asked) == 2
    assert [q.text for q in asked] == [text_of[q.segment_id][q.start : q.end] for q in asked]
    assert mined.notes == clean.notes


@pytest.mark.parametrize("text", ["Deelnemer 1 en Deelnemer 12", "deelnemer-3", "Deelnemers 4"])
def test_there_and_back_is_where_it_began(text: str) -> None:
    there = Renumbering({"1": "12", "12": "3", "3": "1"})

    assert there.inverse().text(there.text(text)) == text
