from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from notemine.domain import Mined
from notemine.report.evidence import Evidence
from notemine.report.exporters import html
from notemine.report.outside import for_outside
from notemine.report.trends import TrendsView, describe_topics, view_trends
from notemine.report.views import view_questions, view_topics
from tests.report.sample import two_evenings
from tests.report.test_html import page_of, texts
from tests.report.three import three_evenings


@pytest.fixture(scope="module")
def page() -> HTMLParser:
    return page_of(three_evenings())


def trends_of(mined: Mined) -> TrendsView | None:
    evidence = Evidence(mined)
    questions = view_questions(mined, evidence)
    topics = view_topics(mined, evidence, questions)
    return view_trends(mined, evidence, topics, [q for q in questions if q.is_recurring], n_topics=15)


def rows(page: HTMLParser, table: str) -> list[list[str]]:
    return [
        [" ".join(cell.text().split()) for cell in row.css("th, td")] for row in page.css(f"{table} tbody tr")
    ]


def test_each_topic_has_its_share_at_each_event_with_an_interval(page: HTMLParser) -> None:
    heads = texts(page, ".course:not(.asked-when) thead th")
    first, *_ = rows(page, ".course:not(.asked-when)")

    assert heads[2:] == [
        "Zwolle oktober 2022 5 tafels",
        "Breda mei 2023 4 tafels",
        "Ede januari 2024 3 tafels",
        "Verloop",
    ]
    assert first[0] == "Ouders betrekken"
    assert first[2].startswith("34% ")
    assert first[-1] == "groeit"


def test_the_figure_shows_what_the_cells_beside_it_say(page: HTMLParser) -> None:
    figures = page.css(".course svg")

    assert [len(figure.css("circle")) for figure in figures] == [3] * 6
    assert all(figure.attributes["aria-hidden"] == "true" for figure in figures)


def test_what_changed_is_said_in_words(page: HTMLParser) -> None:
    said = texts(page, "#verloop > p")

    assert said[0] == (
        "“Ouders betrekken” is vaker besproken dan eerder. “Mentor en mentorlessen” is minder besproken dan "
        "eerder. “Loopbaandossier” is op de laatste bijeenkomst niet meer besproken. 3 andere onderwerpen "
        "bleven, zonder duidelijk verschil."
    )
    assert said[-1].startswith("Op de laatste bijeenkomst: 1 vraag is nieuw, 3 vragen kwamen terug en")


def test_questions_are_counted_per_event_new_ones_first(page: HTMLParser) -> None:
    asked = rows(page, ".asked-when")

    assert asked[0] == ["Wat doe je als ouders het niet eens worden?", "–", "–", "2", "nieuw"]
    assert asked[1] == ["Hoe krijg je ouders mee in de keuze van hun kind?", "2", "1", "1", "komt terug"]
    assert [row[-1] for row in asked] == ["nieuw", *["komt terug"] * 3, *["niet meer gevraagd"] * 6]


def test_the_summary_says_what_is_new_and_what_stays(page: HTMLParser) -> None:
    links = texts(page, ".changes a")

    assert links[0] == "Ouders betrekken"
    assert "Wat doe je als ouders het niet eens worden?" in links
    assert "Hoe krijg je ouders mee in de keuze van hun kind?" in links


def test_one_evening_has_no_course() -> None:
    mined = two_evenings()
    day = mined.notes[0].event
    one = replace(
        mined, notes=tuple(replace(n, event=replace(n.event, held_on=day.held_on)) for n in mined.notes)
    )

    assert trends_of(one) is None
    assert page_of(one).css("#verloop, .changes") == []


def test_an_event_without_a_date_comes_last_and_is_not_drawn() -> None:
    mined = three_evenings()
    undated = replace(
        mined,
        notes=tuple(
            replace(n, event=replace(n.event, held_on=None)) if n.event.title == "Zwolle" else n
            for n in mined.notes
        ),
    )

    found = trends_of(undated)

    assert found is not None
    assert [(event.name, event.month) for event in found.events][-1] == ("Zwolle", "zonder datum")
    assert {len(topic.marks) for topic in found.topics} == {2}


def test_events_with_one_title_keep_their_own_shares() -> None:
    mined = three_evenings()
    notes = tuple(replace(n, event=replace(n.event, title="Regioavond")) for n in mined.notes)
    name_of = {"Zwolle": "2022-10-11", "Breda": "2023-05-23", "Ede": "2024-01-30"}
    compared = tuple(
        replace(p, group=f"Regioavond ({name_of[p.group]})") if p.facet == "event" else p
        for p in mined.prevalence
    )

    before, after = trends_of(mined), trends_of(replace(mined, notes=notes, prevalence=compared))

    assert before is not None
    assert after is not None
    assert [topic.shares for topic in after.topics] == [topic.shares for topic in before.topics]


def test_hidden_counts_hide_shares_marks_and_trends() -> None:
    page = page_of(for_outside(three_evenings(), min_cell=3))

    shown = rows(page, ".course:not(.asked-when)")
    asked = {cell for row in rows(page, ".asked-when") for cell in row[1:-1]}
    assert any("×" in cell for row in shown for cell in row)
    assert asked <= {"<3", "×", "–", "3", "4"}
    assert all(
        len(row.css("circle")) == sum("%" in cell for cell in cells)
        for row, cells in zip(page.css(".course:not(.asked-when) tbody tr"), shown, strict=True)
    )


def test_without_a_clear_difference_that_is_said_and_where_it_is_hidden_nothing() -> None:
    mined = three_evenings()
    evidence = Evidence(mined)
    topics = [replace(t, trend="blijft") for t in view_topics(mined, evidence, [])]

    assert describe_topics(topics).startswith("Geen onderwerp is op de laatste bijeenkomst duidelijk meer")
    assert describe_topics([replace(topics[0], trend=""), *topics[1:]]) == ""
    assert describe_topics([]) == ""


def test_the_same_result_is_the_same_page() -> None:
    first, second = (html.render(three_evenings(), name="rapport.html") for _ in range(2))

    assert first == second
