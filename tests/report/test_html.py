from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from notemine.domain import Mined, Note, Question
from notemine.report.exporters import html
from tests.builders import note, question, segment
from tests.report.hostile import TABLE
from tests.report.sample import two_evenings
from tests.report.test_exporters import EMPTY
from tests.report.three import three_evenings


def page_of(mined: Mined) -> HTMLParser:
    return HTMLParser(html.render(mined, name="rapport.html").decode())


@pytest.fixture(scope="module")
def page() -> HTMLParser:
    return page_of(two_evenings())


def texts(page: HTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


@pytest.mark.parametrize(
    "mined",
    [two_evenings(), three_evenings(TABLE), EMPTY],
    ids=["two-evenings", "hostile", "empty"],
)
def test_every_link_leads_to_one_place_in_the_page(mined: Mined) -> None:
    page = page_of(mined)

    ids = Counter(node.attributes["id"] for node in page.css("[id]"))
    links = {str(node.attributes["href"]) for node in page.css("a[href]")}
    assert max(ids.values()) == 1
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link[1:] for link in links} <= set(ids)


def test_every_topic_question_and_table_of_the_plan_leads_to_source_lines() -> None:
    mined = two_evenings()

    page = page_of(mined)

    lines = {s.id for s in mined.segments}
    for found in (*mined.topics, *mined.questions, *(i for i in mined.plan.items if i.lead_question)):
        links = page.css(f'[id="{found.id}"] a')
        assert {str(a.attributes["href"])[1:] for a in links} & lines, found


def test_headings_descend_one_level_at_a_time(page: HTMLParser) -> None:
    levels = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_there_are_landmarks_and_a_language(page: HTMLParser) -> None:
    assert page.css_first("html").attributes["lang"] == "nl"
    assert all(len(page.css(tag)) == 1 for tag in ("main", "nav", "body > header", "body > footer"))
    assert all(page.css(f'[id="{s.attributes["aria-labelledby"]}"]') for s in page.css("section"))


def test_the_page_asks_nothing_of_the_network(page: HTMLParser) -> None:
    assert page.css("[src], object, iframe, embed, form, base") == []
    assert [node.attributes["href"] for node in page.css("link")] == ["data:,"]
    assert "url(" not in page.css_first("style").text()
    assert "@import" not in page.css_first("style").text()
    policy = page.css_first("meta[http-equiv]").attributes["content"] or ""
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_hostile_notes_are_shown_and_inert() -> None:
    page = page_of(three_evenings(TABLE))

    assert len(page.css("script")) == 1
    assert page.css("img, base, b, i") == []
    assert not any(re.match("on|style$", name) for node in page.css("*") for name in node.attributes)
    assert "<script>alert(1)</script> wie leest dit?" in page.css_first("main").text()
    assert "\x1b" not in (page.html or "")
    assert "\u202e" not in (page.html or "")
    assert "rood en draai om" in page.css_first("main").text()


def test_the_summary_counts_what_came_back(page: HTMLParser) -> None:
    [lead] = texts(page, ".lead")

    assert lead == (
        "9 tafels spraken op 2 bijeenkomsten over 6 onderwerpen. 9 vragen kwamen aan meer dan één tafel "
        "terug; 7 zijn nergens beantwoord en 2 aan een deel van de tafels."
    )
    assert texts(page, ".changes > .n") == [
        "Op de laatste bijeenkomst: 1 vraag is nieuw, 7 vragen kwamen terug en 1 vraag van eerder kwam niet "
        "meer. Het hele verloop"
    ]
    assert texts(page, ".when li") == ["Zwolle, 11 oktober 2022", "Breda, 23 mei 2023"]


def test_a_question_is_counted_per_sector_and_keeps_its_variants(page: HTMLParser) -> None:
    row = page.css(".questions tbody tr")[1]

    assert texts(page, ".questions thead th") == ["Vraag", "Tafels", "vmbo", "havo/vwo", "mbo", "Status"]
    assert [td.text(strip=True) for td in row.css("td")] == [
        "3",
        "1",
        "1",
        "1",
        "deels, 1 van 3",
    ]
    assert [q.text() for q in row.css("q")][:3] == [
        "Hoeveel uur staat er voor LOB bij een mentor?",
        "Hoeveel uur krijgt een mentor voor LOB",
        "En hoeveel uur krijgt die slb'er dan voor loopbaan?",
    ]


def test_what_the_facilitator_asked_stands_apart(page: HTMLParser) -> None:
    assert not any("neem je mee naar huis" in text for text in texts(page, ".questions tbody tr"))
    assert not any("neem je mee naar huis" in text for text in texts(page, ".agenda li"))
    assert "Vragen van de gespreksleider" in texts(page, "h3")


def test_doubts_stand_with_the_lines_they_come_from(page: HTMLParser) -> None:
    doubts = page.css(".doubts > li")

    assert [doubt.attributes["id"] for doubt in doubts] == ["d-joined", "d-apart", "d-single"]
    assert [len(doubt.css("a.source")) for doubt in doubts] == [2, 2, 1]
    assert "samengevoegd" in doubts[0].text()


def test_without_doubts_nothing_is_left_to_decide() -> None:
    page = page_of(replace(two_evenings(), review=()))

    assert not page.css_first("#nalopen")


def test_a_weak_topic_is_called_weak(page: HTMLParser) -> None:
    assert texts(page, ".grade.weak") == ["zwak 0,38"]
    assert any("“Loopbaandossier”" in text for text in texts(page, ".limits li"))


def test_skipped_files_stand_with_their_reason(page: HTMLParser) -> None:
    assert "breda/foto-flap.png: een afbeelding kan notemine niet lezen" in texts(page, "#bestanden li")


def test_names_that_stayed_are_a_warning() -> None:
    mined = two_evenings()
    kept = replace(mined, provenance=replace(mined.provenance, config='{"privacy": {"keep_names": true}}'))

    assert any("Namen zijn op verzoek blijven staan" in text for text in texts(page_of(kept), ".limits li"))


def test_without_sectors_nothing_is_compared() -> None:
    mined = two_evenings()
    silent = replace(mined, notes=tuple(replace(n, sector="") for n in mined.notes))

    page = page_of(silent)

    assert page.css("#sectoren") == []
    assert texts(page, ".questions thead th") == ["Vraag", "Tafels", "Status"]
    assert any("staat geen sector" in text for text in texts(page, ".limits li"))


def test_nothing_found_is_still_a_page() -> None:
    page = page_of(EMPTY)

    assert texts(page, "h1") == ["Geen notities"]
    assert "Er is te weinig tekst voor onderwerpen." in texts(page, "#onderwerpen p")


def test_two_thousand_lines_stay_below_three_megabytes() -> None:
    tables = [
        (
            *TABLE[:1],
            str(i),
            "mbo",
            f"breda/lang-{i}.txt",
            "\n".join(
                f"Regel {j} van tafel {i} over ouders, tijd en wat er verder zoal aan de orde kwam? ## ouders"
                + (f" q:{i}-{j} e:{i}-{j + 1}" if j % 4 == 0 else f" q:samen-{j}" if j == 1 else "")
                for j in range(20)
            ),
        )
        for i in range(97)
    ]

    mined = three_evenings(*tables)

    assert len(mined.segments) >= 2000
    assert len(mined.questions) >= 400
    assert len(html.render(mined, name="rapport.html")) < 3_000_000


def test_a_question_over_two_lines_is_shown_on_one() -> None:
    mined = two_evenings()
    of: Note = note("Hoe vaak bel\nje de ouders?", id="n-two-lines")
    line = replace(segment(of.text, of=of), text="Hoe vaak bel je de ouders?")
    asked: Question = question(of.text, of=line)
    group = replace(mined.questions[-1], asked=(asked,), answers=(), tables=(of.table_id,), id="q-two-lines")
    labels = [*mined.topics.labels, -1]
    longer = replace(
        mined,
        notes=(*mined.notes, of),
        segments=(*mined.segments, line),
        questions=[*mined.questions, group],
        topics=replace(mined.topics, labels=labels, strengths=[*mined.topics.strengths, 0.0]),
    )

    page = page_of(longer)

    assert "Hoe vaak bel je de ouders?" in texts(page, '[id="n-two-lines"] li')[0]
    assert texts(page, '[id="q-two-lines"] .source') == ["notes/tafel1.txt, regel 1"]
