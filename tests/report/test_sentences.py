from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notemine.domain import Event, Mined
from notemine.report.evidence import Evidence
from notemine.report.sentences import came_back, limits, next_step, title, when
from notemine.report.views import stability_word, view_questions, view_topics
from tests.builders import event
from tests.report.sample import two_evenings
from tests.report.test_exporters import EMPTY


def limits_of(mined: Mined) -> str:
    evidence = Evidence(mined)
    topics = view_topics(mined, evidence, view_questions(mined, evidence))
    return "\n".join(limits(mined, evidence, topics))


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ([], "Geen notities"),
        (["Zwolle"], "Zwolle"),
        (["Zwolle", "Breda"], "Zwolle en Breda"),
        (["Zwolle", "Breda", "Ede", "Goes"], "4 bijeenkomsten"),
    ],
    ids=["none", "one", "two", "many"],
)
def test_the_title_names_few_events_and_counts_many(titles: list[str], expected: str) -> None:
    assert title([event(name) for name in titles]) == expected


def test_an_event_is_named_with_what_is_known_of_it() -> None:
    full = Event(id="e", title="Regioavond", held_on=date(2025, 3, 1), place="Ede")

    assert when([full]) == ["Regioavond, Ede, 1 maart 2025"]
    assert when([replace(full, place="", held_on=None)]) == ["Regioavond"]


def test_many_events_are_a_period() -> None:
    days = [date(2025, 1, 31) + timedelta(days=30 * i) for i in range(9)]

    assert when([event(f"Avond {i}", held_on=day) for i, day in enumerate(days)]) == [
        "31 januari 2025 tot en met 28 september 2025"
    ]


def test_events_with_one_title_are_told_apart_by_date() -> None:
    mined = two_evenings()
    renamed = [replace(n, event=replace(n.event, title="Regioavond")) for n in mined.notes]

    names = Evidence(replace(mined, notes=tuple(renamed))).event_name

    assert list(names.values()) == ["Regioavond 11 oktober 2022", "Regioavond 23 mei 2023"]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([], "Geen enkele vraag kwam aan meer dan één tafel terug."),
        (["open"], "1 vraag kwam aan meer dan één tafel terug; nergens met een antwoord."),
        (["beantwoord"], "1 vraag kwam aan meer dan één tafel terug; elke tafel had zelf een antwoord."),
        (
            ["open", "open", "deels, 1 van 3"],
            "3 vragen kwamen aan meer dan één tafel terug; "
            "2 zijn nergens beantwoord en 1 aan een deel van de tafels.",
        ),
    ],
    ids=["none", "open", "answered", "some"],
)
def test_what_came_back_is_told_with_what_still_waits(statuses: list[str], expected: str) -> None:
    mined = two_evenings()
    view = view_questions(mined, Evidence(mined))[0]

    questions = [replace(view, status=status, is_open=status == "open") for status in statuses]

    assert came_back(questions) == expected


@pytest.mark.parametrize(
    ("stability", "word"),
    [(0.75, "stevig"), (0.74, "redelijk"), (0.5, "redelijk"), (0.49, "zwak"), (0.0, "zwak")],
)
def test_stability_has_a_word(stability: float, word: str) -> None:
    assert stability_word(stability) == word


def test_little_text_and_skipped_files_are_admitted_first() -> None:
    first, second, *_ = limits_of(two_evenings()).split("\n")

    assert first.startswith("Er is weinig tekst (9 tafels en 65 regels).")
    assert second.startswith("1 bestand is niet gelezen.")


def test_a_warning_of_the_topics_is_passed_on() -> None:
    mined = two_evenings()
    warned = replace(mined, topics=replace(mined.topics, warning="Te weinig regels voor onderwerpen."))

    assert "Te weinig regels voor onderwerpen." in limits_of(warned)


def test_a_topic_of_one_table_is_no_topic_of_the_evening() -> None:
    mined = two_evenings()
    first, *others = mined.topics
    local = replace(first, segment_ids=first.segment_ids[:2], quotes=())

    narrowed = replace(mined, topics=replace(mined.topics, topics=(local, *others)))

    assert "1 onderwerp komt van één tafel." in limits_of(narrowed)


def test_lines_that_fit_badly_are_counted() -> None:
    assert "Van de 65 regels passen er 5 maar half bij hun onderwerp; 6 hebben er geen." in limits_of(
        two_evenings()
    )


def test_without_a_plan_more_notes_are_asked_for() -> None:
    assert next_step(EMPTY).endswith("Voeg meer notities toe.")
