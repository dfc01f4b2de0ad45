"""Spreadsheets made to fill the memory: the library that reads them ends the process where there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from notemine.ingest import columns, read_sources
from tests.fuzz.zip_mutators import pack
from tests.ingest.hostile import QUESTION, changed, members_of, read_bytes, reasons
from tests.ingest.writers import write_sheet


@pytest.mark.parametrize(
    ("rows", "is_read"),
    [
        ('<R n="1000000"><C n="100">', False),
        ('<R n="50000"><E n="16000"/><C n="1">', False),
        ('<R n="3"><C n="1"><E n="16383"/><R n="1048573"><E n="16384"/>', True),
    ],
    ids=["repeated", "far to the right", "as LibreOffice fills a sheet"],
)
def test_repeated_cells_of_a_sheet_are_counted_before_they_are_made(
    tmp_path: Path, rows: str, is_read: bool
) -> None:
    text = f'<table:table table:name="x">{rows}</table:table>'
    text = (
        text.replace("<R n=", "</R><R n=")
        .replace("</R>", "", 1)
        .replace("</table:table>", "</R></table:table>")
    )
    for short, long in {
        '<R n="': '<table:table-row table:number-rows-repeated="',
        "</R>": "</table:table-row>",
        '<E n="': '<table:table-cell table:number-columns-repeated="',
        '<C n="': '<table:table-cell office:value-type="string" table:number-columns-repeated="',
    }.items():
        text = text.replace(short, long)
    text = text.replace('repeated="100">', 'repeated="100">§').replace('repeated="1">', 'repeated="1">§')
    text = text.replace("§", f"<text:p>{QUESTION}</text:p></table:table-cell>")
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{urn}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>{text}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")
    manifest = f'<m:manifest xmlns:m="{urn}:manifest:1.0"/>'.encode()

    ingested = read_bytes(
        tmp_path,
        "t.ods",
        pack([mimetype, ("META-INF/manifest.xml", manifest), ("content.xml", content.encode())]),
    )

    expected = [] if is_read else ["rekenblad met meer dan 5 miljoen cellen: niet gelezen"]
    assert (len(ingested.notes), reasons(ingested)) == (int(is_read), expected)


CELL = '<c{} t="inlineStr"><is><t>hoe dan?</t></is></c>'
FAR = "rekenblad met meer dan 5 miljoen cellen: niet gelezen"


@pytest.mark.parametrize(
    "rows",
    [
        "<row>" + CELL.format(' r="A2147483648"') + "</row>",
        "<row>" + CELL.format(' r="A&#57;99999999"') + "</row>",
        "<row>" + CELL.format(' r="ZZZZZZ1"') + CELL.format(' r="A100000"') + "</row>",
        "<row>" + CELL.format("") * 5000 + "</row>" + ("<row>" + CELL.format("") + "</row>") * 5000,
        '<row r="1000000">' + CELL.format("") * 1000 + '</row><row r="1">' + CELL.format("") + "</row>",
        "<row>" + CELL.format(' s=">" r="XFD1048576"') + "</row>",
    ],
    ids=["far down", "entity", "far right", "no places", "place of the row", "a sign in quotes"],
)
@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/elders/blad.xml"])
def test_a_cell_far_away_is_seen_before_room_is_made_for_it(tmp_path: Path, rows: str, member: str) -> None:
    write_sheet(tmp_path / "t.xlsx", [("tekst",), (QUESTION,)])
    members = members_of(tmp_path / "t.xlsx")
    sheet = members.pop("xl/worksheets/sheet1.xml").decode()
    start, end = sheet.index("<sheetData>") + len("<sheetData>"), sheet.index("</sheetData>")
    members[member] = (sheet[:start] + rows + sheet[end:]).encode()
    links = "xl/_rels/workbook.xml.rels"
    members[links] = members[links].replace(b"worksheets/sheet1.xml", member.removeprefix("xl/").encode())

    assert reasons(read_bytes(tmp_path, "t.xlsx", pack([*members.items()]))) == [FAR]


@pytest.mark.parametrize(("text", "is_read"), [("", True), ("x", False)])
def test_an_empty_cell_at_the_end_of_a_sheet_is_no_line(tmp_path: Path, text: str, is_read: bool) -> None:
    write_sheet(tmp_path / "t.xlsx", [("tekst",), (QUESTION,)])
    last = f'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>'

    def add(data: bytes) -> bytes:
        return data.replace(b"</sheetData>", last.encode())

    ingested = read_bytes(tmp_path, "t.xlsx", changed(tmp_path / "t.xlsx", "xl/worksheets/sheet1.xml", add))

    assert len(ingested.notes) == is_read
    assert reasons(ingested) == ([] if is_read else ["meer dan 200.000 regels: niet gelezen"])


def test_a_row_that_only_looks_another_way_is_no_cell(tmp_path: Path) -> None:
    write_sheet(tmp_path / "t.xlsx", [("tekst",), (QUESTION,)])

    def add(data: bytes) -> bytes:
        return data.replace(b"</sheetData>", b'<row r="1048576" ht="30"/></sheetData>')

    data = changed(tmp_path / "t.xlsx", "xl/worksheets/sheet1.xml", add)

    assert QUESTION in read_bytes(tmp_path, "t.xlsx", data).notes[0].text


def test_sheets_that_are_the_same_one_are_counted_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "MAX_CELLS", 100)
    write_sheet(tmp_path / "t.xlsx", [("tekst",), (QUESTION,)])
    sheets = "".join(f'<sheet name="b{i}" sheetId="{i + 1}" r:id="r1"/>' for i in range(60)).encode()

    def repeat(data: bytes) -> bytes:
        return re.sub(rb"<sheet .*?/>", sheets, data)

    (reason,) = reasons(
        read_bytes(tmp_path, "t.xlsx", changed(tmp_path / "t.xlsx", "xl/workbook.xml", repeat))
    )

    assert "cellen: niet gelezen" in reason


def test_a_panic_in_the_library_for_sheets_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    panic = type("PanicException", (BaseException,), {})

    def load(file: object) -> object:
        raise panic

    monkeypatch.setattr("python_calamine.load_workbook", load)
    write_sheet(tmp_path / "t.xlsx", [("tekst",), (QUESTION,)])

    assert reasons(read_sources([tmp_path])) == ["beschadigd rekenblad (.xlsx): niet gelezen"]
