from __future__ import annotations

import tempfile
import time
import zipfile
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notemine import registry
from notemine.errors import ReadError
from notemine.ingest import archive, read_sources
from notemine.ingest.raw import File, RawNote
from notemine.ingest.reading import READERS
from tests.ingest.writers import WRITERS, write_pdf, write_sheet

LINES = [
    "Hoe bereik je ouders die nooit komen?",
    "Bellen, en dan niet over problemen (dat weten ze al).",
    "Eén café & één <vraag>: wie gaat dat doen?",
]


def read(path: Path) -> list[RawNote]:
    for name in registry.names_in(READERS):
        module = registry.find(READERS, name)
        if path.suffix in module.SUFFIXES:
            notes: list[RawNote] = module.read(File(path.name, path.read_bytes()))
            return notes
    raise AssertionError(path)


@cache
def written(suffix: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t"
        WRITERS[suffix](path, LINES)
        return path.read_bytes()


def read_one(path: Path) -> RawNote:
    (raw,) = read(path)
    return raw


def numbered(raw: RawNote) -> dict[int, str]:
    lines = raw.text.split("\n")
    return dict(zip(raw.line_numbers or range(1, len(lines) + 1), lines, strict=True))


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_format_gives_the_same_lines(tmp_path: Path, suffix: str) -> None:
    WRITERS[suffix](tmp_path / f"t.{suffix}", LINES)

    raw = read_one(tmp_path / f"t.{suffix}")

    assert [line for line in raw.text.split("\n") if line] == LINES


@pytest.mark.parametrize("suffix", WRITERS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=400), start=st.integers(0, 5000), keep=st.booleans())
def test_bytes_of_any_kind_give_notes_or_a_named_cause(
    suffix: str, data: bytes, start: int, keep: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"t.{suffix}"
        whole = written(suffix)
        start %= len(whole)
        path.write_bytes(whole[:start] + data + whole[start + len(data) :] if keep else data)

        try:
            notes = read(path)
        except ReadError:
            return

    for raw in notes:
        n_lines = raw.text.count("\n") + 1
        assert len(raw.line_numbers) in (0, n_lines)
        assert len(raw.speakers) in (0, n_lines)
        assert all(i < n_lines for i in raw.meta_lines)
        assert "\r" not in raw.text
        raw.text.encode()


@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=80))
@settings(deadline=None)
def test_plain_text_is_kept_to_the_letter(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.txt"
        path.write_bytes(("x" + text).encode("utf-8"))

        assert read_one(path).text == "x" + text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850"]
)
def test_dutch_is_read_in_the_encoding_it_was_written_in(tmp_path: Path, encoding: str) -> None:
    text = "Zoë en René vroegen: hoe krijg je coördinatie en één idee naar België?"
    (tmp_path / "t.txt").write_bytes(text.encode(encoding))

    raw = read_one(tmp_path / "t.txt")

    assert raw.text == text
    assert raw.encoding == encoding.removesuffix("-sig")


def test_line_ends_of_every_system_are_one(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes(b"een\r\ntwee\rdrie\n\nvijf\n")

    assert read_one(tmp_path / "t.txt").text == "een\ntwee\ndrie\n\nvijf"


def test_word_keeps_headings_lists_empty_paragraphs_and_soft_breaks(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Stage", 1)
    document.add_paragraph("")
    document.add_paragraph("wie belt?", style="List Bullet")
    document.add_paragraph("eerste regel\ntweede regel")
    document.save(str(tmp_path / "t.docx"))

    raw = read_one(tmp_path / "t.docx")

    assert raw.text.split("\n") == ["# Stage", "", "- wie belt?", "eerste regel", "tweede regel"]
    assert raw.line_numbers == (1, 2, 3, 4, 4)


def test_a_table_in_word_with_a_header_names_its_speakers(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Tafel 2")
    table = document.add_table(rows=0, cols=3)
    for cells in (("Nr", "Wie", "Besproken"), ("1", "Imke", "Wie leest dat?"), ("2", "Bas", "Niemand.")):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    document.save(str(tmp_path / "t.docx"))

    raw = read_one(tmp_path / "t.docx")

    lines = raw.text.split("\n")
    spoken = [(raw.speakers[i], lines[i]) for i in range(1, len(lines)) if i not in raw.meta_lines]
    assert spoken == [("Imke", "Wie leest dat?"), ("Bas", "Niemand.")]
    assert len(lines) == 10


def test_what_word_tracks_as_deleted_is_gone_and_as_inserted_is_there(tmp_path: Path) -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        "<w:p><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>in een veld</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    with zipfile.ZipFile(tmp_path / "t.docx", "w") as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>')

    assert read_one(tmp_path / "t.docx").text == "nieuw\nin een veld"


def test_a_web_page_keeps_headings_and_items_and_loses_its_frame(tmp_path: Path) -> None:
    page = (
        "<title>Tafel 4</title><nav><p>menu</p></nav><h2>Bereiken</h2><ul><li>bel <b>ze</b> op</li>"
        "<li>\n <p>of ga langs</p></li></ul><table><tr><td>cel</td></tr></table><script>alert(1)</script>los"
    )
    (tmp_path / "t.html").write_text(page, encoding="utf-8")

    raw = read_one(tmp_path / "t.html")

    assert raw.text.split("\n") == ["# Bereiken", "- bel ze op", "- of ga langs", "cel", "los"]
    assert raw.titles == ("Tafel 4",)


def test_a_row_keeps_its_number_and_a_table_column_makes_notes(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "tafel;sector;tekst;wie\n8;vmbo;Wie leest dat?;Bo\n;;En dan?;\n9;mbo;Wie betaalt?;Em\n",
        encoding="utf-8",
    )

    eight, _, nine = read(tmp_path / "t.csv")

    assert (eight.metadata, numbered(eight)) == ({"table": "8", "sector": "vmbo"}, {2: "Wie leest dat?"})
    assert (nine.metadata["table"], numbered(nine), nine.speakers) == ("9", {4: "Wie betaalt?"}, ("Em",))


def test_title_rows_of_a_sheet_are_titles_and_empty_lines(tmp_path: Path) -> None:
    rows = [
        ("Tafel 5 Breda - scholing",),
        ("Kolom", "Tekst", "Naam"),
        ("vraag", "Welke training helpt?", "Tj"),
    ]
    write_sheet(tmp_path / "t.xlsx", rows, name="Post-its")

    raw = read_one(tmp_path / "t.xlsx")

    assert raw.titles == ("Post-its", "Tafel 5 Breda - scholing")
    assert raw.text.split("\n") == ["", "", "Welke training helpt?"]
    assert raw.speakers == ("", "", "Tj")


def test_text_columns_of_unknown_name_stand_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "Voter,Wat neem je mee naar huis?,Wat mis je nog?,Likes\n1,een lijst met namen,tijd om te bellen,3\n",
        encoding="utf-8",
    )

    assert read_one(tmp_path / "t.csv").text == "\neen lijst met namen | tijd om te bellen"


def test_a_file_with_one_column_and_no_header_is_all_text(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Wie leest dat dossier eigenlijk?\nNiemand, denk ik\n", encoding="utf-8")

    assert read_one(tmp_path / "t.csv").text == "Wie leest dat dossier eigenlijk?\nNiemand, denk ik"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_comma_may_be_anything(tmp_path: Path, delimiter: str) -> None:
    rows = [["tafel", "tekst"], ["1", '"Wie, wat; waar?"'], ["1", '"En dan, ""straks""?"']]
    (tmp_path / "t.csv").write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8")

    raw = read_one(tmp_path / "t.csv")

    assert numbered(raw) == {1: "", 2: "Wie, wat; waar?", 3: 'En dan, "straks"?'}


def test_teams_names_the_voice_and_zoom_writes_it_in_the_text(tmp_path: Path) -> None:
    teams = "WEBVTT\n\nid/1-0\n00:00:01.000 --> 00:00:02.000\n<v Loes Kwak>Wie begint?</v>\n<v Bas>Ik.</v>\n"
    zoom = (
        teams.replace("<v Loes Kwak>", "Loes Kwak: ")
        .replace("<v Bas>", "\n00:00:03.000 --> 00:00:04.000\nLoes Kwak: ")
        .replace("</v>", "")
    )
    (tmp_path / "teams.vtt").write_text(teams, encoding="utf-8")
    (tmp_path / "zoom.vtt").write_text(zoom, encoding="utf-8")

    from_teams, from_zoom = read_one(tmp_path / "teams.vtt"), read_one(tmp_path / "zoom.vtt")

    assert (from_teams.text, from_teams.speakers) == ("Wie begint?\nIk.", ("Loes Kwak", "Bas"))
    assert from_teams.line_numbers == (1, 1)
    assert (from_zoom.text, from_zoom.speakers) == ("Wie begint?\nIk.", ("Loes Kwak", "Loes Kwak"))


def test_a_colon_now_and_then_is_no_speaker(tmp_path: Path) -> None:
    cues = ["Eén ding: wie betaalt dat?", "Niemand dus.", "Dat dacht ik al."]
    WRITERS["srt"](tmp_path / "t.srt", cues)

    raw = read_one(tmp_path / "t.srt")

    assert (raw.text.split("\n"), raw.speakers) == (cues, ())


@pytest.mark.parametrize("suffix", ["docx", "odt", "xlsx"])
def test_an_archive_that_unpacks_without_end_is_refused(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED", 1_000_000)
    member = {"docx": "word/document.xml", "odt": "content.xml", "xlsx": "xl/workbook.xml"}[suffix]
    with zipfile.ZipFile(tmp_path / f"t.{suffix}", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(member, b" " * 5_000_000)

    with pytest.raises(ReadError, match="uitgepakt groter dan"):
        read(tmp_path / f"t.{suffix}")


def test_a_sheet_with_a_cell_at_the_end_of_the_world_is_refused(tmp_path: Path) -> None:
    write_sheet(tmp_path / "t.xlsx", [("tekst",), ("Wie leest dat?",)])
    with zipfile.ZipFile(tmp_path / "t.xlsx") as file:
        members = {name: file.read(name) for name in file.namelist()}
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as file:
        for name, data in members.items():
            file.writestr(name, data.replace(b'r="A2"', b'r="XFD1048576"'))

    with pytest.raises(ReadError, match="miljoen cellen"):
        read(tmp_path / "t.xlsx")


def test_entities_that_explode_are_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "lol" * 10}">' for i in range(12))
    with zipfile.ZipFile(tmp_path / "t.docx", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"<!DOCTYPE x [{entities}]><x>&e11;</x>")

    with pytest.raises(ReadError, match="beschadigd"):
        read(tmp_path / "t.docx")


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text("<div>" * 50_000 + "diep" + "</div>" * 50_000, encoding="utf-8")
    (tmp_path / "t.json").write_text("[" * 100_000, encoding="utf-8")

    with pytest.raises(ReadError, match="te veel lagen"):
        read(tmp_path / "t.html")
    with pytest.raises(ReadError, match="geen leesbare JSON"):
        read(tmp_path / "t.json")


@pytest.mark.parametrize(
    "text",
    [
        " " * 400_000 + "x",
        "tafel " * 70_000,
        "<v " * 130_000,
        "a:" * 200_000,
        "**" * 200_000,
        "-" * 400_000,
    ],
    ids=["spaces", "tables", "voices", "keys", "marks", "rules"],
)
@pytest.mark.parametrize("suffix", ["txt", "md", "csv", "vtt", "html"])
def test_a_line_without_end_takes_no_time(tmp_path: Path, suffix: str, text: str) -> None:
    (tmp_path / f"t.{suffix}").write_text(f"00:01.000 --> 00:02.000\n{text}", encoding="utf-8")
    started = time.process_time()

    read_sources([tmp_path])

    assert time.process_time() - started < 3


def test_half_a_character_in_json_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text(
        '[{"tekst": "half \\ud83d hier en \\ud83d\\ude00 daar"}]', encoding="utf-8"
    )

    assert read_one(tmp_path / "t.json").text == "\nhalf \ufffd hier en 😀 daar"


def test_a_pdf_of_pictures_is_named_as_such(tmp_path: Path) -> None:
    write_pdf(tmp_path / "t.pdf", [])

    with pytest.raises(ReadError, match="PDF zonder tekst"):
        read(tmp_path / "t.pdf")
