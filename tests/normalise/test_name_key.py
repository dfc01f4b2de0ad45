from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.domain import KnownPerson, NameDecisions, NameKey, Note
from notemine.dutch.pipeline import load_nlp
from notemine.normalise import make_segments, pseudonymise
from tests.builders import event, note


def at(table: int, text: str) -> Note:
    return note(text, table=str(table), source=f"tafel{table}.txt")


def texts(notes: Sequence[Note], key: NameKey | None = None) -> list[str]:
    return [n.text for n in pseudonymise(notes, key=key).notes]


def said(**decisions: tuple[str, ...] | tuple[tuple[str, ...], ...]) -> NameKey:
    return NameKey(decisions=NameDecisions(**decisions))  # type: ignore[arg-type]


def people_of(key: NameKey) -> dict[str, str]:
    return {f"{person.given} {person.family}".strip(): person.pseudonym for person in key.people}


def test_a_person_keeps_the_pseudonym_when_notes_come_before_and_behind() -> None:
    key = pseudonymise([at(5, "Gerda Bos zei ja. Kees Kok zei nee.")]).key

    now = texts(
        [at(1, "Ans Vos kwam."), at(5, "Gerda Bos zei ja. Kees Kok zei nee."), at(9, "Kees zei niets.")], key
    )

    assert now == [
        "Deelnemer 3 kwam.",
        "Deelnemer 1 zei ja. Deelnemer 2 zei nee.",
        "Deelnemer 2 zei niets.",
    ]


def test_a_number_is_not_given_again_to_somebody_else() -> None:
    key = pseudonymise([at(1, "Gerda Bos zei ja."), at(2, "Kees Kok zei nee.")]).key

    assert texts([at(2, "Kees Kok zei nee."), at(3, "Ans Vos kwam.")], key) == [
        "Deelnemer 2 zei nee.",
        "Deelnemer 3 kwam.",
    ]


def test_numbers_that_stand_in_the_notes_are_taken() -> None:
    assert texts([at(1, "Deelnemer 7 zei ja, Gerda zei nee.")]) == [
        "Deelnemer 7 zei ja, Deelnemer 8 zei nee."
    ]


def test_whom_an_earlier_run_knew_by_half_a_name_keeps_the_pseudonym() -> None:
    key = pseudonymise([at(1, "Gerda zei ja.")]).key

    done = pseudonymise([at(1, "Gerda zei ja."), at(2, "Gerda Bos zei nee.")], key=key)

    assert {n.text for n in done.notes} == {"Deelnemer 1 zei ja.", "Deelnemer 1 zei nee."}
    assert people_of(done.key) == {"gerda bos": "Deelnemer 1"}


def test_half_a_name_that_two_bear_by_now_is_of_neither() -> None:
    first = pseudonymise([at(1, "Gerda zei ja.")]).key
    second = pseudonymise([at(2, "Gerda Bos zei nee."), at(1, "Gerda zei ja.")], key=first).key

    third = pseudonymise(
        [at(1, "Gerda zei ja."), at(2, "Gerda Bos zei nee."), at(3, "Gerda Vos zei niets.")], key=second
    )

    assert people_of(third.key)["gerda bos"] == "Deelnemer 1"
    assert len({n.text.split(" zei")[0] for n in third.notes}) == 3


def test_the_same_name_at_another_event_is_somebody_else() -> None:
    key = pseudonymise([at(1, "Gerda Bos zei ja.")]).key

    done = pseudonymise([note("Gerda Bos zei ja.", event=event("Goes"))], key=key)

    assert done.notes[0].text == "Deelnemer 2 zei ja."
    assert [person.pseudonym for person in done.key.people] == ["Deelnemer 1", "Deelnemer 2"]


PEOPLE = ("Gerda Bos", "Gerda Vos", "Kees Kok", "Ans Mulder", "Wietske", "Gerda", "Kees", "Mulder")
SAID = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4)
RUNS = st.lists(st.dictionaries(st.integers(1, 5), SAID, min_size=1, max_size=4), min_size=2, max_size=4)


def of_run(run: dict[int, list[str]]) -> list[Note]:
    return [
        at(table, "\n".join(f"Volgens {name} kan dat." for name in names)) for table, names in run.items()
    ]


@settings(deadline=None)
@given(RUNS)
def test_a_full_name_has_one_pseudonym_through_all_runs_and_no_two_share_one(
    runs: list[dict[int, list[str]]],
) -> None:
    key = NameKey()
    had: dict[str, str] = {}

    for run in runs:
        key = pseudonymise(of_run(run), key=key).key
        has = {name: pseudonym for name, pseudonym in people_of(key).items() if " " in name}
        assert {name: has[name] for name in had} == had
        assert len(set(people_of(key).values())) == len(key.people)
        had = has


@settings(deadline=None)
@given(RUNS, st.randoms())
def test_the_order_of_the_notes_changes_no_pseudonym(
    runs: list[dict[int, list[str]]], rng: random.Random
) -> None:
    key = pseudonymise(of_run(runs[0])).key
    notes = of_run(runs[1])

    assert pseudonymise(rng.sample(notes, len(notes)), key=key) == pseudonymise(notes, key=key)


@settings(deadline=None)
@given(RUNS)
def test_a_second_run_with_the_same_notes_changes_nothing(runs: list[dict[int, list[str]]]) -> None:
    notes = of_run(runs[0])
    first = pseudonymise(notes)

    second = pseudonymise(notes, key=first.key)

    assert second == first


def test_what_is_said_to_be_a_name_is_one() -> None:
    notes = [at(1, "De Zwaluw zei ja, zwaluw niet.")]

    assert texts(notes) == ["De Zwaluw zei ja, zwaluw niet."]
    assert texts(notes, said(names=("Zwaluw",))) == ["De Deelnemer 1 zei ja, zwaluw niet."]


def test_a_name_that_was_said_is_of_the_one_who_bears_it() -> None:
    notes = [at(1, "Storm de Wit kwam. De Storm van klas drie zei ja.")]

    assert texts(notes, said(names=("Storm",))) == ["Deelnemer 1 kwam. De Deelnemer 1 van klas drie zei ja."]


def test_a_name_that_was_said_is_found_in_the_name_of_a_file() -> None:
    of = note("- een punt", source="map/notulen_quxantha.txt")

    (done,) = pseudonymise([of], key=said(names=("Quxantha",))).notes

    assert done.source == "map/notulen_Deelnemer 1.txt"


def test_what_is_said_to_be_no_name_stays_everywhere() -> None:
    of = note("Roos zei ja.\nGerda zei nee.", source="map/roos.txt", speakers=("Roos", "Gerda"), unit="cue")

    (done,) = pseudonymise([of], key=said(no_names=("roos",))).notes

    assert done.text == "Roos zei ja.\nDeelnemer 1 zei nee."
    assert (done.speakers, done.source) == (("Roos", "Deelnemer 1"), "map/roos.txt")


def test_a_full_name_goes_though_half_of_it_is_no_name() -> None:
    assert texts([at(1, "Roos de Wit zei ja. Roos bloeit.")], said(no_names=("Roos",))) == [
        "Deelnemer 1 zei ja. Roos bloeit."
    ]


def test_a_public_name_stays_and_others_do_not() -> None:
    assert texts([at(1, "Gerda Bos en Kees Kok kwamen. Gerda zei ja.")], said(public=("gerda bos",))) == [
        "Gerda Bos en Deelnemer 1 kwamen. Gerda zei ja."
    ]


def test_names_that_were_said_to_be_one_have_one_pseudonym() -> None:
    notes = [at(1, "Gerda Bos, Trudy Bos en Truus Bos kwamen."), at(2, "Kees Kok ook.")]
    same = (("Gerda Bos", "Trudy Bos"), ("Trudy Bos", "Truus Bos"))

    assert texts(notes, said(same=same)) == [
        "Deelnemer 1, Deelnemer 1 en Deelnemer 1 kwamen.",
        "Deelnemer 2 ook.",
    ]
    assert texts(notes, said(same=same[::-1])) == texts(notes, said(same=same))


def test_saying_that_names_are_names_changes_no_pseudonym() -> None:
    notes = [
        at(1, "Gerda Bos kwam. Gerda zei ja."),
        at(2, "Gerda Vos kwam. Gerda zei nee."),
        note("Gerda Smit kwam. Gerda zei niets.", event=event("Goes"), source="g.txt"),
    ]
    first = pseudonymise(notes)
    forms = tuple(form for person in first.key.people for form in person.forms)

    second = pseudonymise(notes, key=NameKey(people=first.key.people, decisions=NameDecisions(names=forms)))

    assert second.notes == first.notes
    assert second.key.people == first.key.people


@pytest.mark.parametrize("form", ["(", "Gerda (", "*", "K.", "[a-z]", "\\"])
def test_what_was_said_is_no_pattern(form: str) -> None:
    assert texts([at(1, "een kam en Kees (klas 3)")], said(names=(form,)))[0].startswith(
        "een kam en Deelnemer"
    )


def test_what_was_said_stays_in_the_key() -> None:
    key = said(names=("Zwaluw",), same=(("A Bos", "B Bos"),))

    assert pseudonymise([at(1, "Zwaluw zei ja.")], key=key).key.decisions == key.decisions


def test_the_author_and_what_is_known_of_the_school_lose_their_names() -> None:
    of = at(1, "- een punt van Wietske")
    of = note(of.text, author="Wietske Postma", school="school van Wietske Postma", source="tafel1.txt")

    (done,) = pseudonymise([of]).notes

    assert (done.author, done.school) == ("Deelnemer 1", "school van Deelnemer 1")
    assert done.text == "- een punt van Deelnemer 1"


@pytest.mark.parametrize("author", ["", "Notulist", "Deelnemer 4", "  ", "-"])
def test_an_author_without_a_name_stays(author: str) -> None:
    (done,) = pseudonymise([note("- een punt", author=author)]).notes

    assert done.author == author


@pytest.mark.parametrize("first", [1, 99, 100_000])
def test_the_id_of_a_segment_does_not_depend_on_how_long_a_pseudonym_is(first: int) -> None:
    nlp = load_nlp("blank")
    notes = [at(1, "Gerda zei: te kort. Kees vond van niet.\n- Wie belt Gerda?\n- Wie betaalt dat?")]
    taken = KnownPerson(event_id="elders", pseudonym=f"Deelnemer {first}", given="x", family="")

    plain = make_segments(pseudonymise(notes).notes, nlp)
    shifted = make_segments(pseudonymise(notes, key=NameKey(people=(taken,))).notes, nlp)

    assert [segment.id for segment in shifted] == [segment.id for segment in plain]
    assert [segment.line for segment in shifted] == [segment.line for segment in plain]


def test_pseudonyms_and_labels_are_no_topic_words() -> None:
    labels = "[adres] [bsn] [nummer] [rekening] [geboortedatum] [e-mail] [telefoon]"
    of = note(f"Deelnemer 3 van School 2 in Plaats 4: {labels} stage")

    (segment,) = make_segments([of], load_nlp("blank"))

    assert segment.terms == ("stage",)
