from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from notemine.domain import Mined
from notemine.report import to_frame
from notemine.report.disclosure import Disclosure, with_disclosure
from notemine.report.evidence import Evidence
from notemine.report.exporters import csv as csv_exporter
from notemine.report.exporters import html as html_exporter
from notemine.report.exporters import json as json_exporter
from notemine.report.exporters import md as md_exporter
from notemine.report.outside import for_outside
from notemine.report.sensitive import describe_sensitive, find_sensitive
from tests.report.sample import two_evenings

QUOTED = "Ouders komen wel naar de rapportavond, niet naar de voorlichting."
ANSWER = "Bij ons 20 uur op papier, in het echt minder."
ASKED = "Hoe krijg je ouders mee in de keuze van hun kind?"


def with_sensitive(*texts: str, kind: str = "gezondheid") -> Mined:
    mined = two_evenings()
    segments = tuple(replace(s, sensitive=kind) if s.text in texts else s for s in mined.segments)
    return replace(mined, segments=segments)


def page_of(mined: Mined) -> HTMLParser:
    return HTMLParser(html_exporter.render(mined, name="rapport.html").decode())


def rows_of(mined: Mined, name: str) -> list[dict[str, str]]:
    text = csv_exporter.render(mined, name=name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_report_lists_file_line_and_kind_but_not_the_text() -> None:
    section = page_of(with_sensitive(QUOTED, ANSWER)).css_first("#gevoelig")

    assert section is not None
    said = section.text()
    assert "2 regels vertellen iets persoonlijks over één mens of in vertrouwen: gezondheid (2)." in said
    assert "tafel1.txt, regel 1" in said
    assert "tafel1.txt, regel 7" in said
    assert QUOTED not in said
    assert ANSWER not in said


def test_without_sensitive_lines_the_report_says_nothing_of_them() -> None:
    page = page_of(two_evenings())

    assert page.css_first("#gevoelig") is None
    assert page.css_first('a[href="#gevoelig"]') is None


def test_a_line_with_two_kinds_is_one_line() -> None:
    mined = with_sensitive(QUOTED)
    first = next(s for s in mined.segments if s.sensitive)
    other = replace(first, id="s-other", sensitive="geld")
    mined = replace(mined, segments=(*mined.segments, other))

    (line,) = find_sensitive(mined, Evidence(mined))

    assert line.kinds == "gezondheid, geld"
    assert "1 regel vertelt" in describe_sensitive([line])
    assert "geld (1), gezondheid (1). Lees hem na" in describe_sensitive([line])


def test_a_sensitive_line_is_no_quote_of_a_topic() -> None:
    page = page_of(with_sensitive(QUOTED))

    assert QUOTED in [q.text() for q in page_of(two_evenings()).css("#onderwerpen .quotes q")]
    assert QUOTED not in [q.text() for q in page.css("#onderwerpen .quotes q")]


def test_a_sensitive_answer_is_pointed_at_but_not_quoted() -> None:
    page = page_of(with_sensitive(ANSWER))

    assert ANSWER in [q.text() for q in page_of(two_evenings()).css("q")]
    assert ANSWER not in [q.text() for q in page.css("q")]
    assert "Gevoelige regel, hier niet aangehaald." in page.css_first("#vragen").text()


def test_a_question_in_a_sensitive_line_stays_and_is_flagged() -> None:
    mined = with_sensitive(ASKED)

    row = page_of(mined).css_first("#vragen-tabel tbody tr")
    assert ASKED in row.text()
    assert "gevoelig: gezondheid" in row.text()
    assert next(r for r in rows_of(mined, "vragen.csv") if r["vraag"] == ASKED)["gevoelig"] == "gezondheid"
    assert "**Gevoelig (gezondheid):**" in md_exporter.render(mined, name="plan.md").decode()


def test_the_appendix_of_lines_marks_them() -> None:
    page = page_of(with_sensitive(QUOTED, kind="thuissituatie"))

    marked = [li.text() for li in page.css("#bronregels li") if "gevoelig: thuissituatie" in li.text()]

    assert len(marked) == 1
    assert QUOTED in marked[0]


def test_what_to_look_at_names_the_line_without_its_text() -> None:
    rows = rows_of(with_sensitive(QUOTED), "nalopen.csv")

    (row,) = [row for row in rows if row["wat notemine deed"].startswith("gevoelig")]
    assert row["wat notemine deed"] == "gevoelig (gezondheid); lees na voor je iets deelt"
    assert row["bron"] == "zwolle/tafel1.txt, regel 1"
    assert (row["vraag"], row["andere vraag"], row["kans"]) == ("", "", "")
    assert len(rows) == len(rows_of(two_evenings(), "nalopen.csv")) + 1


def test_frames_and_json_have_the_kind_of_each_segment_and_mention() -> None:
    mined = with_sensitive(ASKED)

    data = json.loads(json_exporter.render(mined, name="resultaat.json"))
    segments, mentions = to_frame(mined, "segments"), to_frame(mined, "mentions")

    assert set(segments["sensitive"]) == {"", "gezondheid"}
    assert list(segments.loc[segments["sensitive"] != "", "text"].unique()) == [ASKED]
    assert set(mentions.loc[mentions["sensitive"] != "", "text"]) == {ASKED}
    assert {s["sensitive"] for s in data["segments"]} == {"", "gezondheid"}
    assert {a["sensitive"] for q in data["questions"] for a in q["asked"] if a["text"] == ASKED} == {
        "gezondheid"
    }


def test_who_was_not_there_is_not_told_where_to_look() -> None:
    mined = for_outside(with_sensitive(QUOTED, ANSWER), quotes=False)

    assert page_of(mined).css_first("#gevoelig") is None
    assert not [r for r in rows_of(mined, "nalopen.csv") if "gevoelig" in r["wat notemine deed"]]
    assert b"gezondheid" not in json_exporter.render(mined, name="resultaat.json")


def test_without_quotes_a_question_that_stands_in_a_sensitive_line_is_left_out() -> None:
    mined = with_sensitive(ASKED)
    asked = next(q for q in mined.questions if q.wording == ASKED)
    one = next(a for a in asked.asked if a.wording == ASKED)
    alone = replace(asked, asked=(one, *(a for a in asked.asked if a.wording != ASKED)))
    mined = replace(mined, questions=[alone if q.id == asked.id else q for q in mined.questions])

    shown = for_outside(mined, quotes=False)

    assert asked.id not in {q.id for q in shown.questions}
    assert asked.id not in {q for item in shown.plan.items for q in (item.lead_question, *item.questions)}


@pytest.mark.parametrize("min_cell", [2, 3])
def test_where_places_are_hidden_only_their_number_is_told(min_cell: int) -> None:
    mined = for_outside(with_disclosure(with_sensitive(QUOTED), Disclosure(min_cell=min_cell)))

    section = page_of(mined).css_first("#gevoelig")

    assert "1 regel vertelt" in section.text()
    assert section.css_first("li") is None
    assert "tafel1.txt" not in section.text()
    assert not [r for r in rows_of(mined, "nalopen.csv") if "gevoelig" in r["wat notemine deed"]]


def test_without_quotes_a_topic_of_sensitive_lines_only_has_no_name_of_its_own() -> None:
    mined = two_evenings()
    topic = mined.topics.topics[0]
    segments = tuple(
        replace(s, sensitive="schulden") if s.id in topic.segment_ids else s for s in mined.segments
    )
    mined = replace(mined, segments=segments)

    shown = for_outside(mined, quotes=False)

    label = shown.topics.topics[0].label
    titles = {item.title for item in (*shown.plan.items, *shown.plan.left_out)}
    texts = (json_exporter.render(shown, name="resultaat.json"), html_exporter.render(shown, name="r.html"))
    assert label == "Gevoelig onderwerp"
    assert shown.topics.topics[0].terms == ()
    assert topic.label not in titles
    assert not any(f"“{topic.label}”".encode() in text for text in texts)
    assert for_outside(mined).topics.topics[0].label == topic.label
