from __future__ import annotations

from typing import Any

import pytest

from notemine.domain import Event, Note, Skipped
from notemine.normalise import pseudonymise
from tests.builders import event, note

AT_SEA = Event(id="2025-03-18-bergen-op-zoom", title="Bergen op Zoom", place="Bergen op Zoom")


def hidden(*notes: Note, **options: Any) -> tuple[Note, ...]:
    return pseudonymise(notes, **{"hide_schools": True, "hide_places": True} | options).notes


def test_schools_and_towns_are_numbered_in_the_order_in_which_they_come() -> None:
    (done,) = hidden(
        note(
            "Het Linde College in Breda, ROC van Twente, linde college, BREDA en Tiel.",
            school="Linde College",
        )
    )

    assert done.text == "Het School 1 in Plaats 2, School 2, School 1, Plaats 2 en Plaats 3."
    assert (done.school, done.event.place) == ("School 1", "Plaats 1")


def test_a_school_has_one_number_through_all_events() -> None:
    notes = hidden(
        note("Op het Linde College dus.", source="a.txt"),
        note("Op het Thorbecke Lyceum en het Linde College.", source="b.txt", event=event("Goes")),
    )

    assert [n.text for n in notes] == ["Op het School 1 dus.", "Op het School 2 en het School 1."]


@pytest.mark.parametrize(("option", "kept"), [("hide_schools", "Breda"), ("hide_places", "Linde College")])
def test_one_is_hidden_without_the_other(option: str, kept: str) -> None:
    text = "Het Linde College in Breda."

    (done,) = pseudonymise([note(text, school="Linde College")], **{option: True}).notes

    assert kept in done.text
    assert done.text != text


def test_nothing_is_hidden_unless_it_is_asked_for() -> None:
    (done,) = pseudonymise([note("Het Linde College in Breda.", school="Linde College")]).notes

    assert (done.text, done.school, done.event.place) == (
        "Het Linde College in Breda.",
        "Linde College",
        "Deventer",
    )


def test_a_town_is_in_no_part_of_a_note() -> None:
    of = note(
        "In Bergen op Zoom en Ommen.",
        event=AT_SEA,
        school="Linde College",
        source="2025-03-18-bergen-op-zoom/tafel1_linde-college_OMMEN_etten-leur.txt",
        theme="stage in Ommen",
    )

    (done,) = hidden(of)

    told = " ".join(
        (done.text, done.source, done.theme, done.school, done.event.id, done.event.title, done.event.place)
    )
    assert not [
        name for name in ("bergen", "zoom", "ommen", "linde", "etten", "leur") if name in told.lower()
    ]
    assert done.event.id == "2025-03-18-plaats-1"
    assert done.id == of.id


def test_an_ordinary_word_in_the_name_of_a_file_is_no_town() -> None:
    (done,) = hidden(note("- een punt", source="map/best goed verslag echt.txt"))

    assert done.source == "map/best goed verslag echt.txt"


def test_a_school_of_odd_letters_stops_nothing() -> None:
    (done,) = hidden(note("De ſchool Kıng en KING.", school="school King"))

    assert "King" not in done.text


def test_what_was_skipped_names_no_town_either() -> None:
    skipped = Skipped(source="2025-03-18-tiel/foto.jpg", reason="zelfde inhoud als Tiel/a.txt")

    done = pseudonymise([note("- een punt")], skipped=[skipped], hide_places=True).skipped

    assert [(s.source, s.reason) for s in done] == [
        ("2025-03-18-Plaats 2/foto.jpg", "zelfde inhoud als Plaats 2/a.txt")
    ]


def test_edits_lead_back_from_an_alias() -> None:
    (done,) = hidden(note("Het Linde College, zei Gerda Bos."))

    (school, person) = done.edits
    assert done.text[school.start : school.end] == "School 1"
    assert done.text[person.start : person.end] == "Deelnemer 1"
    assert done.source_offset(done.text.index("zei")) == len("Het Linde College, ")
