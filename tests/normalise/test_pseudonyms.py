from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notemine.domain import Event, Note, Skipped
from notemine.normalise import pseudonymise
from tests.builders import event, note


def text_of(text: str, **options: object) -> str:
    return pseudonymise([note(text)], **options).notes[0].text  # type: ignore[arg-type]


def test_one_person_has_one_pseudonym_at_all_tables() -> None:
    notes = [
        note("Aanwezig: Gerda ter Horst, Kees Kok", table="1", source="t1.txt"),
        note("Volgens Gerda kan dat, zei mw. Ter Horst.", table="2", source="t2.txt"),
    ]

    first, second = pseudonymise(notes).notes

    assert first.text == "Aanwezig: Deelnemer 1, Deelnemer 2"
    assert second.text == "Volgens Deelnemer 1 kan dat, zei mw. Deelnemer 1."


def test_people_at_two_events_share_no_pseudonym() -> None:
    notes = [note("Gerda zei niets."), note("Gerda zei niets.", event=event("Goes"), source="b.txt")]

    assert {n.text for n in pseudonymise(notes).notes} == {"Deelnemer 1 zei niets.", "Deelnemer 2 zei niets."}


def test_the_key_holds_every_form_of_a_name() -> None:
    done = pseudonymise([note("Gerda ter Horst kwam. Later belde Gerda.")])

    assert done.key == {"Deelnemer 1": ("Gerda", "Gerda ter Horst")}


def test_speakers_and_the_name_of_the_file_lose_their_names() -> None:
    of = note(
        "Ja.\nNee.",
        speakers=("Tesfay Haile", "Gespreksleider"),
        unit="cue",
        source="map/notulen_tesfay_haile.vtt",
    )

    (done,) = pseudonymise([of]).notes

    assert done.speakers == ("Deelnemer 1", "Gespreksleider")
    assert done.source == "map/notulen_Deelnemer 1.vtt"
    assert done.id == of.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mail s.jagroep@roc.example", "mail [e-mail]"),
        ("bel 038-555 01 42 even", "bel [telefoon] even"),
        ("bel 06 2841 7730.", "bel [telefoon]."),
        ("bel +31 6 19 55 40 82", "bel [telefoon]"),
        ("[30-01-2024 19:31] hoi", "[30-01-2024 19:31] hoi"),
        ("op 01-02-2024 10.00 uur, 0612 keer", "op 01-02-2024 10.00 uur, 0612 keer"),
    ],
)
def test_addresses_and_numbers_go_and_dates_stay(text: str, expected: str) -> None:
    assert text_of(text) == expected


def test_a_known_name_is_found_in_small_letters() -> None:
    assert text_of("Samira Ouali kwam.\nsamira zegt ja") == "Deelnemer 1 kwam.\nDeelnemer 1 zegt ja"


def test_initials_of_a_known_double_name_go() -> None:
    assert text_of("Pieter-Paul Bos kwam.\nP-P zei ja") == "Deelnemer 1 kwam.\nDeelnemer 1 zei ja"


def test_public_people_keep_their_name() -> None:
    assert text_of("Robbert Dijkgraaf en Gerda Bos zeiden dat.", keep=["Robbert Dijkgraaf"]) == (
        "Robbert Dijkgraaf en Deelnemer 1 zeiden dat."
    )


def test_two_people_with_one_given_name_are_told_apart_by_their_note() -> None:
    notes = [
        note("Gerda Bos kwam. Gerda zei ja.", table="1", source="a.txt"),
        note("Gerda Vos kwam. Gerda zei nee.", table="2", source="b.txt"),
    ]

    assert [n.text for n in pseudonymise(notes).notes] == [
        "Deelnemer 1 kwam. Deelnemer 1 zei ja.",
        "Deelnemer 2 kwam. Deelnemer 2 zei nee.",
    ]


def test_pseudonyms_are_left_alone_the_second_time() -> None:
    once = pseudonymise([note("Gerda Bos belde Kees op 06 2841 7730.")]).notes

    twice = pseudonymise([*once, note("Dat zei Anouk.", table="2", source="z.txt")]).notes

    assert twice[0] == once[0]
    assert twice[1].text == "Dat zei Deelnemer 3."


PIECES = [
    "Gerda Bos ",
    "Kees ",
    "zei dat ",
    "s.bos@x.nl ",
    "\n",
    "- ",
    "06 2841 7730 ",
    "Wil ",
    "de school. ",
    "Deelnemer 4 ",
]
NOTES = st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), min_size=1, max_size=4)


def noted(texts: Sequence[str]) -> list[Note]:
    return [note(text, table=str(i), source=f"t{i}.txt") for i, text in enumerate(texts)]


@given(NOTES)
def test_edits_lead_back_to_the_text_as_read(texts: list[str]) -> None:
    source_of = {n.id: n.text for n in noted(texts)}

    for done in pseudonymise(noted(texts)).notes:
        edge = 0
        for edit in done.edits:
            assert done.source_offset(edit.start) == edit.source_start
            assert done.source_offset(edit.end) == edit.source_end
            assert (
                done.text[edge : edit.start]
                == source_of[done.id][done.source_offset(edge) : edit.source_start]
            )
            edge = edit.end
        assert done.text[edge:] == source_of[done.id][done.source_offset(edge) :]


@given(NOTES.flatmap(lambda texts: st.permutations(noted(texts))))
def test_shuffling_the_notes_changes_nothing(notes: list[Note]) -> None:
    assert pseudonymise(notes) == pseudonymise(sorted(notes, key=lambda n: n.source))


def test_names_in_what_is_known_of_a_note_are_replaced_too() -> None:
    evening = Event(id="2025-03-18-bij-jan-de-vries", title="avond bij Jan de Vries")
    told = note("Jan de Vries: bellen helpt", event=evening, table="Jan de Vries", theme="ouders")
    skipped = Skipped(source="map/Notulen Jan de Vries.doc", reason="zelfde inhoud als Jan de Vries.txt")

    safe = pseudonymise([told], skipped=[skipped])

    (kept,), (passed,) = safe.notes, safe.skipped
    told_now = (kept.event.id, kept.event.title, kept.table, kept.text, passed.source, passed.reason)
    assert not [text for text in told_now if "vries" in text.lower()]
    assert kept.theme == "ouders"
    assert passed.source.startswith("map/Notulen")
