"""The plan in the report: rounds, reasons, what lost and what sectors still ask."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from notemine.domain import Mined, PlanDecision
from notemine.report.exporters import html as html_exporter
from notemine.report.outside import for_outside
from tests.report.planned import NEXT, planned
from tests.report.sample import two_evenings


def page_of(mined: Mined) -> HTMLParser:
    return HTMLParser(html_exporter.render(mined, name="rapport.html").decode())


def texts(page: HTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def test_rounds_stand_above_their_tables() -> None:
    mined = planned()

    page = page_of(mined)

    assert texts(page, "#plan .round") == ["Ronde 1", "Ronde 2"]
    assert texts(page, "#plan .agenda h4") == [f"Tafel {i.table} {i.title}" for i in mined.plan.items]
    assert texts(page, "#plan .why") == [item.reason for item in mined.plan.items]
    assert texts(page, "#plan .next-event") == ["LOB-avond; voorjaar, Breda, zaal 2, 17 maart 2026"]
    assert "4 tafels in 2 ronden, 6 plaatsen per tafel" in texts(page, "#plan .intro")[0]
    assert "liggen 4 tafels in 2 ronden klaar" in texts(page, ".next")[0]


def test_one_round_is_not_named() -> None:
    page = page_of(two_evenings())

    assert page.css("#plan .round") == []
    assert page.css("#plan .next-event") == []
    assert texts(page, "#plan .agenda h3")[0] == "Tafel 1 Ouders betrekken"


def test_what_lost_says_why_and_a_loose_question_is_named_once() -> None:
    single = next(q for q in two_evenings().questions if len(q.tables) == 1 and not q.is_prompt)
    struck = (PlanDecision(kind="strike", title="Hoe krijgen we de directie achter LOB?"),)
    mined = planned(decisions=struck)

    lost = texts(page_of(mined), "#plan details:not(.follow-ups) li")

    assert len(lost) == len(mined.plan.left_out)
    for item, shown in zip(mined.plan.left_out, lost, strict=True):
        assert item.why_not in shown
    assert sum("directie achter LOB" in shown for shown in lost) == 1
    assert any(shown.count("directie achter LOB") == 1 and "Doorgestreept." in shown for shown in lost)
    assert all(single.wording not in shown for shown in lost)


@pytest.mark.parametrize("quotes", [True, False])
@pytest.mark.parametrize("min_cell", [1, 3])
def test_questions_of_sectors_lead_to_their_place_in_the_report(quotes: bool, min_cell: int) -> None:
    small = NEXT.model_copy(update={"tables": 1, "rounds": 1})
    mined = for_outside(planned(settings=small), quotes=quotes, min_cell=min_cell)

    page = page_of(mined)

    ids = {str(node.attributes["id"]) for node in page.css("[id]")}
    links = [str(a.attributes["href"])[1:] for a in page.css("#plan .follow-ups a")]
    assert links == [q for found in mined.plan.follow_up_by_sector for q in found.questions]
    assert set(links) <= ids
    assert texts(page, "#plan .follow-ups .label") == [f.sector for f in mined.plan.follow_up_by_sector]


def test_without_questions_left_there_is_no_list_of_them() -> None:
    mined = planned()
    none = replace(mined, plan=replace(mined.plan, follow_up_by_sector=()))

    assert page_of(none).css("#plan .follow-ups") == []
