from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from notemine.errors import WriteError
from notemine.notebook import write_sheets as write_from_notebook
from notemine.report import write_sheets
from notemine.report.sheets import MAX_NAME, file_name, make_sheet
from tests.report.sample import two_evenings

RENDER = """
import hashlib
from notemine.report.sheets import make_sheet
from tests.report.sample import two_evenings
mined = two_evenings()
print(hashlib.sha256(make_sheet(mined.plan.items[0], 1, questions=mined.questions)).hexdigest())
"""


def lines(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def test_a_sheet_holds_what_the_plan_and_the_event_know() -> None:
    mined = two_evenings()
    plan_item = mined.plan.items[0]
    wording_of = {question.id: question.wording for question in mined.questions}

    written = lines(
        make_sheet(
            plan_item,
            3,
            questions=mined.questions,
            event="LOB-avond",
            held_on=date(2026, 3, 17),
            place="Breda",
        )
    )

    assert written[0] == f"Tafel 3 – {plan_item.title}"
    assert written[1:10] == [
        "Bijeenkomst:\tLOB-avond",
        "Datum:\t17 maart 2026",
        "Plaats:\tBreda",
        f"Sector:\t{', '.join(plan_item.sectors)}",
        f"Thema:\t{plan_item.title}",
        "Rol:\t",
        "School:\t",
        "Notulist:\t",
        "Aanwezig:\t",
    ]
    assert f"Openingsvraag: “{wording_of[plan_item.lead_question]}”" in written
    assert plan_item.questions
    for question in plan_item.questions:
        assert f"Vervolgvraag: “{wording_of[question]}”" in written
    assert written[-1] == ""


def test_a_sheet_is_a_page_of_a4_in_dutch() -> None:
    document = Document(io.BytesIO(make_sheet(None, 1)))

    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert 'w:lang w:val="nl-NL"' in document.styles.element.xml


def test_a_sheet_does_not_say_who_made_it_or_when() -> None:
    content = make_sheet(two_evenings().plan.items[0], 1)

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        dates = {member.date_time for member in archive.infolist()}
        core = archive.read("docProps/core.xml").decode()
        names = archive.namelist()
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {"1980-01-01"}
    assert "python-docx" not in core
    assert not [name for name in names if "thumbnail" in name]


def test_the_same_sheet_has_the_same_bytes_in_every_process() -> None:
    mined = two_evenings()
    here = hashlib.sha256(make_sheet(mined.plan.items[0], 1, questions=mined.questions)).hexdigest()
    root = Path(__file__).resolve().parent.parent.parent

    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, "-c", RENDER],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env=environment,
        )
        assert done.stdout.strip() == here


def test_a_sheet_for_each_table_of_the_plan_is_written(tmp_path: Path) -> None:
    mined = two_evenings()

    written = write_from_notebook(mined, tmp_path / "nieuw" / "vellen", event="LOB-avond")

    assert written == [
        tmp_path / "nieuw" / "vellen" / file_name(number, item.title)
        for number, item in enumerate(mined.plan.items, start=1)
    ]
    assert sorted(path.name for path in (tmp_path / "nieuw" / "vellen").iterdir()) == sorted(
        path.name for path in written
    )
    assert "Openingsvraag: “" in "\n".join(lines(written[0].read_bytes()))


def test_a_plan_alone_gives_sheets_that_open_with_the_topic(tmp_path: Path) -> None:
    written = write_from_notebook(two_evenings().plan, tmp_path)

    opening = "Openingsvraag: “Wat speelt er rond ‘Ouders betrekken’, en wat helpt?”"
    assert opening in lines(written[0].read_bytes())


def test_writing_sheets_again_changes_nothing(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_sheets(3, tmp_path)]

    second = [path.read_bytes() for path in write_sheets(3, tmp_path)]

    assert first == second


def test_a_filled_sheet_is_not_overwritten_and_nothing_else_is_written(tmp_path: Path) -> None:
    filled = write_sheets(1, tmp_path)[0]
    filled.write_bytes(b"ingevuld")

    with pytest.raises(WriteError, match=r"hier staan al andere vellen \(tafel 01\.docx\)"):
        write_sheets(3, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["tafel 01.docx"]
    assert filled.read_bytes() == b"ingevuld"


def test_a_filled_sheet_is_overwritten_by_force(tmp_path: Path) -> None:
    filled = write_sheets(1, tmp_path)[0]
    filled.write_bytes(b"ingevuld")

    write_sheets(1, tmp_path, force=True)

    assert lines(filled.read_bytes())[0] == "Tafel 1"


def test_a_place_where_no_folder_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("geen map")

    with pytest.raises(WriteError, match="vol"):
        write_sheets(1, tmp_path / "vol" / "vellen")


@pytest.mark.parametrize(
    ("theme", "name"),
    [
        ("Keuzestress", "tafel 03 - keuzestress.docx"),
        ("Ouders: één / te veel?", "tafel 03 - ouders een te veel.docx"),
        ("../../etc/passwd", "tafel 03 - etc passwd.docx"),
        ("", "tafel 03.docx"),
        ("¿¡", "tafel 03.docx"),
        ("woord " * 30, "tafel 03 - woord woord woord woord woord woord woord.docx"),
        ("x" * 99, f"tafel 03 - {'x' * 44}.docx"),
    ],
)
def test_the_name_of_a_file_is_one_that_every_system_takes(theme: str, name: str) -> None:
    assert file_name(3, theme) == name


@given(st.integers(1, 99), st.text(max_size=200))
def test_no_theme_gives_a_long_or_strange_name(number: int, theme: str) -> None:
    name = file_name(number, theme)

    assert len(name) <= MAX_NAME
    assert re.fullmatch(r"tafel \d\d(?: - [a-z0-9](?:[a-z0-9' -]*[a-z0-9])?)?\.docx", name)
