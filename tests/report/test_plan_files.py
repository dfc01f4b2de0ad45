"""The plan as Markdown, Word, workbook and invitation."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from notemine.config import PlanSettings
from notemine.domain import Plan
from notemine.errors import WriteError
from notemine.report import for_outside, write_report
from notemine.report.agenda import N_FOLLOW_UPS, describe_size
from notemine.report.exporters import docx as docx_exporter
from notemine.report.exporters import ics as ics_exporter
from notemine.report.exporters import md as md_exporter
from notemine.report.exporters import xlsx as xlsx_exporter
from tests.report.hostile import TABLE
from tests.report.planned import NEXT, planned
from tests.report.reading import text_of
from tests.report.sample import two_evenings


def sheets(content: bytes) -> dict[str, list[list[str]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}  # type: ignore[misc]


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_the_text_shows_rounds_reasons_what_lost_and_what_sectors_still_ask() -> None:
    mined = planned()

    text = md_exporter.render(mined, name="plan.md").decode()

    assert "**LOB-avond; voorjaar, Breda, zaal 2, 17 maart 2026**" in text
    assert (
        "Voorstel voor 4 tafels in 2 ronden, 6 plaatsen per tafel (voor 12 deelnemers), uit de notities van:"
        in text
    )
    assert re.findall(r"^#+ (Ronde \d|Tafel \d)", text, flags=re.MULTILINE) == [
        "Ronde 1",
        "Tafel 1",
        "Tafel 2",
        "Ronde 2",
        "Tafel 3",
        "Tafel 4",
    ]
    assert mined.plan.left_out
    for item in mined.plan.left_out:
        assert f"**{item.title}**" in text
        assert item.why_not in text
    [_, after] = text.split("## Vervolgvragen per sector")
    assert [line[4:] for line in after.splitlines() if line.startswith("### ")] == [
        found.sector for found in mined.plan.follow_up_by_sector
    ]


def test_one_round_needs_no_heading() -> None:
    text = md_exporter.render(two_evenings(), name="plan.md").decode()

    assert "## Tafel 1: " in text
    assert "Ronde" not in text


def test_a_sector_with_many_questions_shows_the_first_and_says_how_many_more() -> None:
    mined = planned()
    [first, *_] = mined.plan.follow_up_by_sector
    every = tuple(question.id for question in mined.questions[: N_FOLLOW_UPS + 1])
    many = replace(mined, plan=replace(mined.plan, follow_up_by_sector=(replace(first, questions=every),)))

    text = md_exporter.render(many, name="plan.md").decode()

    [_, after] = text.split("### ")[-1].split("\n", 1)
    assert after.count("\n- ") == N_FOLLOW_UPS + 1
    assert after.rstrip().endswith("- en nog 1 vraag")
    assert len(sheets(xlsx_exporter.render(many, name="plan.xlsx"))["Vragen per sector"]) == 1 + len(every)


def test_the_word_file_holds_every_table_and_says_not_who_made_it() -> None:
    mined = planned()

    content = docx_exporter.render(mined, name="plan.docx")

    document = Document(io.BytesIO(content))
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert lines[:2] == ["LOB-avond; voorjaar", "Breda, zaal 2, 17 maart 2026"]
    for item in mined.plan.items:
        assert f"Tafel {item.table} – {item.title}" in lines
        assert f"Waarom\t{item.reason}" in lines
    assert [[cell.text for cell in row.cells][:3] for row in document.tables[0].rows][1:] == [
        [str(item.round), str(item.table), item.title] for item in mined.plan.items
    ]
    assert "Vervolgvragen per sector" in lines
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {"1980-01-01"}


def test_the_workbook_holds_the_plan() -> None:
    mined = planned()

    found = sheets(xlsx_exporter.render(mined, name="plan.xlsx"))

    assert list(found) == ["Plan", "Paste er niet bij", "Vragen per sector"]
    assert [row[:3] for row in found["Plan"][1:]] == [
        [item.round, item.table, item.title] for item in mined.plan.items
    ]
    assert [row[0] for row in found["Paste er niet bij"][1:]] == [item.title for item in mined.plan.left_out]
    n_listed = sum(len(sector.questions) for sector in mined.plan.follow_up_by_sector)
    assert len(found["Vragen per sector"]) == 1 + n_listed


def test_no_formula_no_link_and_no_number_of_a_note_is_in_the_workbook() -> None:
    mined = planned(settings=NEXT.model_copy(update={"tables": 1, "rounds": 1}))
    formula = '=HYPERLINK("http://evil.example";"klik")'
    item = replace(
        mined.plan.items[0],
        title=formula,
        reason="http://evil.example",
        sectors=("1e5", "\ufffe"),
        roles=("7",),
    )

    content = xlsx_exporter.render(replace(mined, plan=replace(mined.plan, items=(item,))), name="plan.xlsx")

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        written = [archive.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2, 3)]
    assert not any("<f>" in sheet for sheet in written)
    # The only numbers are those that were counted here: round and table, tables that asked.
    numbers = [re.findall(r'<c r="([A-Z]+)\d+" s="\d+"><v>', sheet) for sheet in written]
    assert [set(columns) for columns in numbers] == [{"A", "B"}, set(), {"C", "D"}]
    assert len(numbers[0]) == 2
    assert not [name for name in names if "_rels/sheet" in name]
    assert sheets(content)["Plan"][1][2] == formula


def test_the_invitation_is_one_event_in_short_lines() -> None:
    mined = planned()

    content = ics_exporter.render(mined, name="uitnodiging.ics")

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n")
    lines = unfolded(content)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == 1
    assert {"DTSTART;VALUE=DATE:20260317", "DTEND;VALUE=DATE:20260318", "DTSTAMP:20260317T000000Z"} <= set(
        lines
    )
    assert "SUMMARY:LOB-avond\\; voorjaar" in lines
    assert "LOCATION:Breda\\, zaal 2" in lines
    [told] = [line for line in lines if line.startswith("DESCRIPTION:")]
    for item in mined.plan.items:
        assert f"\\nTafel {item.table}\\, {item.title}: " in told


@pytest.mark.parametrize(
    ("ends", "expected"),
    [(None, []), ("21:30", ["DTEND:20260317T213000"]), ("00:30", ["DTEND:20260318T003000"])],
    ids=["open", "evening", "past midnight"],
)
def test_the_invitation_has_the_hours_of_the_settings(ends: str | None, expected: list[str]) -> None:
    timed = PlanSettings.model_validate(NEXT.model_dump() | {"begins": "19:00", "ends": ends})

    lines = unfolded(ics_exporter.render(planned(settings=timed), name=""))

    assert "DTSTART:20260317T190000" in lines
    assert [line for line in lines if line.startswith("DTEND")] == expected


def test_an_invitation_to_the_same_event_keeps_its_uid_and_another_has_another() -> None:
    def uid(**changes: object) -> str:
        made = ics_exporter.render(planned(settings=NEXT.model_copy(update=changes)), name="")
        return next(line for line in unfolded(made) if line.startswith("UID:"))

    assert uid() == uid(tables=1)
    assert uid() != uid(place="Zwolle")


def test_an_invitation_without_a_date_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"uitnodiging\.ics: .*--next-date"):
        write_report(two_evenings(), tmp_path / "uitnodiging.ics")

    assert list(tmp_path.iterdir()) == []


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_any_text_folds_into_lines_that_unfold_to_it(text: str) -> None:
    line = f"SUMMARY:{ics_exporter._text(text)}"

    folded = ics_exporter._fold(line.encode("utf-8", "replace").decode())

    assert all(len(part) <= 75 for part in folded.split(b"\r\n"))
    assert folded.endswith(b"\r\n")
    assert folded.replace(b"\r\n ", b"").removesuffix(b"\r\n").decode() == line
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", line.removeprefix("SUMMARY:"))


@pytest.mark.parametrize("exporter", [docx_exporter, xlsx_exporter, ics_exporter, md_exporter])
def test_the_same_plan_has_the_same_bytes(exporter: object) -> None:
    first, second = (
        hashlib.sha256(exporter.render(planned(), name="plan")).hexdigest()  # type: ignore[attr-defined]
        for _ in range(2)
    )

    assert first == second


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx", "plan.md", "uitnodiging.ics"])
def test_hostile_notes_are_inert_in_every_form_of_the_plan(name: str, tmp_path: Path) -> None:
    text = text_of(write_report(planned(TABLE), tmp_path / name))

    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx", "plan.md", "uitnodiging.ics"])
def test_an_empty_result_gives_every_form_of_the_plan(name: str, tmp_path: Path) -> None:
    mined = planned()
    empty = replace(mined, notes=(), segments=(), questions=[], plan=Plan(items=()))
    empty = replace(empty, topics=replace(mined.topics, topics=(), labels=[], strengths=[]))

    assert write_report(empty, tmp_path / name).stat().st_size > 100


def test_the_size_of_a_plan_is_said_in_words() -> None:
    mined = planned()

    assert describe_size(mined.plan) == "4 tafels in 2 ronden, 6 plaatsen per tafel (voor 12 deelnemers)"
    assert describe_size(replace(mined.plan, items=mined.plan.items[:1], seats=0)) == "1 tafel"
    assert describe_size(Plan(items=())) == "0 tafels"


def test_an_answer_is_told_from_a_guess_and_seats_from_who_asked() -> None:
    mined = planned()
    text = md_exporter.render(mined, name="plan.md").decode()

    hidden = md_exporter.render(for_outside(mined, min_cell=2), name="plan.md").decode()

    assert "- **Plaatsen:** ongeveer " in text
    assert "  - misschien tafel " in text
    assert "**Plaatsen:**" not in hidden
    assert all(item.seats == () for item in for_outside(mined, min_cell=2).plan.items)


def test_a_sensitive_question_stays_out_of_the_invitation_and_is_marked_in_word() -> None:
    mined = planned()
    item = mined.plan.items[0]
    lead = next(q for q in mined.questions if q.id == item.lead_question)
    told_in = {asked.segment_id for asked in lead.asked}
    segments = tuple(replace(s, sensitive="gezondheid") if s.id in told_in else s for s in mined.segments)
    mined = replace(mined, segments=segments)

    invitation = "".join(unfolded(ics_exporter.render(mined, name="uitnodiging.ics")))
    word = Document(io.BytesIO(docx_exporter.render(mined, name="plan.docx")))

    assert item.title in invitation
    assert lead.wording not in invitation
    assert "Gevoelig\tgezondheid: lees de vragen na voor je dit deelt" in [p.text for p in word.paragraphs]
