from __future__ import annotations

from collections.abc import Sequence

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from notemine.domain import Event, Note, Skipped
from notemine.dutch.sentences import MAX_UNIT_CHARS
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

    (gerda,) = done.key.people
    assert (gerda.pseudonym, gerda.forms) == ("Deelnemer 1", ("Gerda", "Gerda ter Horst"))


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


def finds_only(*names: str) -> Language:
    """A pipeline whose named entities are these people, wherever they stand."""
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "PER", "pattern": name} for name in names])  # type: ignore[attr-defined]
    return nlp


def test_every_column_of_people_loses_its_names() -> None:
    table = "| Voornaam | Achternaam | Contactpersoon |\n| Samira | Haddad | Bas Kuipers |"

    _, row = text_of(table).split("\n")

    assert row == "| Deelnemer 1 | Deelnemer 1 | Deelnemer 2 |"


def test_a_name_with_its_particle_in_a_cell_is_the_one_in_the_text() -> None:
    table = "| Voornaam | Tussenvoegsel | Achternaam |\n| Soraya | el | Idrissi |"

    done = pseudonymise([note(f"{table}\n\nSoraya el Idrissi kwam. Later zei Soraya niets.")])

    assert [person.pseudonym for person in done.key.people] == ["Deelnemer 1"]
    assert done.notes[0].text.endswith("\n\nDeelnemer 1 kwam. Later zei Deelnemer 1 niets.")


def test_places_and_ordinary_words_in_a_table_stay() -> None:
    cells = ("Thorbecke Scholengemeenschap", "Open dag", "Zwolle", "nog onbekend", "geen")
    of_places = "\n".join(("| Naam | Plaats |", *(f"| {cell} | Zwolle |" for cell in cells)))

    assert text_of(of_places) == of_places
    assert text_of("| Thema | Deelnemers |\n| Stage | Veel ouders |").endswith("| Stage | Veel ouders |")


def test_a_family_name_that_is_an_ordinary_word_is_of_the_one_who_bears_it() -> None:
    assert text_of("Aanwezig: Kees Groot\nVolgens Groot kan het. Dat zei Groot ook.") == (
        "Aanwezig: Deelnemer 1\nVolgens Deelnemer 1 kan het. Dat zei Deelnemer 1 ook."
    )


def test_a_place_stays_where_somebody_bears_its_name() -> None:
    assert text_of("Aanwezig: Henk Zwolle\nZwolle heeft een nieuwe school.") == (
        "Aanwezig: Deelnemer 1\nZwolle heeft een nieuwe school."
    )


def test_a_full_name_that_only_the_pipeline_finds_is_replaced() -> None:
    assert text_of("Later komt Qo Li.") == "Later komt Qo Li."

    assert text_of("Later komt Qo Li.", nlp=finds_only("Qo Li")) == "Later komt Deelnemer 1."


def test_a_role_that_the_pipeline_takes_for_a_name_stays() -> None:
    done = pseudonymise([note("Ja, Mentor Qoli komt.")], nlp=finds_only("Mentor Qoli"))

    assert done.notes[0].text == "Ja, Mentor Deelnemer 1 komt."


class _Sometimes:
    """Takes a word for a person behind the word "met" only."""

    def __call__(self, doc: Doc) -> Doc:
        places = [token.i for token in doc if token.i and doc[token.i - 1].text == "met"]
        doc.ents = tuple(Span(doc, i, i + 1, label="PER") for i in places)
        return doc


@Language.factory("notemine_test_sometimes")
def make_sometimes(nlp: Language, name: str) -> _Sometimes:
    return _Sometimes()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ik sprak met Qoli.", "Ik sprak met Deelnemer 1.", id="always a person"),
        pytest.param(
            "Qoli is er. Werk met Qoli. Qoli dus.", "Qoli is er. Werk met Qoli. Qoli dus.", id="seldom"
        ),
        pytest.param("| overleg met Qoli | x |", "| overleg met Qoli | x |", id="row of a table"),
        pytest.param("Overleg met Zeewijk.", "Overleg met Zeewijk.", id="place of the event"),
    ],
)
def test_a_word_on_no_list_counts_where_the_pipeline_mostly_takes_it_for_a_person(
    text: str, expected: str
) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("notemine_test_sometimes", name="ner")

    (done,) = pseudonymise([note(text, event=event("Zeewijk"))], nlp=nlp).notes

    assert done.text == expected


@pytest.mark.parametrize("gap", ["woord ", "x"], ids=["words", "no words"])
def test_a_line_that_is_too_long_for_the_pipeline_is_cut(gap: str) -> None:
    nlp = finds_only("Qo Li")
    nlp.max_length = MAX_UNIT_CHARS

    text = text_of(f"Qo Li {gap * MAX_UNIT_CHARS} Qo Li", nlp=nlp)

    assert text.startswith("Deelnemer 1 ")
    assert text.endswith(" Deelnemer 1")


def test_no_name_is_lost_where_a_long_line_is_cut() -> None:
    nlp = finds_only("Qo Li")
    nlp.max_length = MAX_UNIT_CHARS

    assert "Qo Li" not in text_of("Qo Li kwam. " * MAX_UNIT_CHARS, nlp=nlp)


def test_the_pipeline_is_as_it_was_while_it_looks_for_names() -> None:
    nlp = finds_only("Qo Li")
    nlp.add_pipe("attribute_ruler")
    seen: list[list[str]] = []

    @Language.component("notemine_test_watch")
    def watch(doc: Doc) -> Doc:
        seen.append(list(nlp.pipe_names))
        return doc

    nlp.add_pipe("notemine_test_watch")

    pseudonymise([note("Later komt Qo Li.")], nlp=nlp)

    assert seen == [["ner", "attribute_ruler", "notemine_test_watch"]]
