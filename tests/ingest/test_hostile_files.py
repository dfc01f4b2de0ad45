"""Files made to fill the memory, to take for ever or to lead elsewhere."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from notemine.dutch.pipeline import load_nlp
from notemine.ingest import read_sources
from notemine.normalise import make_segments
from tests.fuzz.zip_mutators import pack
from tests.ingest.hostile import QUESTION, changed, read_bytes, reasons
from tests.ingest.writers import write_docx, write_odt, write_pdf, write_sheet


def laughing(data: bytes) -> bytes:
    """XML with one word that stands for a billion."""
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "lol" * 10}">' for i in range(12))
    body = data.partition(b"?>")[2] if data.startswith(b"<?xml") else data
    return f"<!DOCTYPE x [{entities}]>".encode() + body.replace(b"Hoe bereik", b"&e11;")


@pytest.mark.parametrize(
    ("name", "member"),
    [("t.docx", "word/document.xml"), ("t.odt", "content.xml"), ("t.xlsx", "xl/worksheets/sheet1.xml")],
)
def test_a_word_that_stands_for_a_billion_is_refused(tmp_path: Path, name: str, member: str) -> None:
    writers = {"t.docx": write_docx, "t.odt": write_odt, "t.xlsx": lambda p, x: write_sheet(p, [x])}
    writers[name](tmp_path / name, [QUESTION])

    (reason,) = reasons(read_bytes(tmp_path, name, changed(tmp_path / name, member, laughing)))

    assert reason.startswith(("beschadigd", "geen leesbaar rekenblad"))


def test_an_entity_of_another_file_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("wachtwoord", encoding="utf-8")
    write_docx(tmp_path / "t.docx", [QUESTION])
    entity = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{(tmp_path / "geheim.txt").as_uri()}">]>'.encode()

    def insert(data: bytes) -> bytes:
        return entity + data.partition(b"?>")[2].replace(b"Hoe bereik", b"&a;")

    ingested = read_bytes(tmp_path, "t.docx", changed(tmp_path / "t.docx", "word/document.xml", insert))

    assert "wachtwoord" not in repr(ingested)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("t.csv", b"tekst\n" + b"x\n" * 2_000_000, "meer dan 200.000 regels: niet gelezen"),
        ("t.txt", b"x\n" * 2_000_000, "meer dan 200.000 regels: niet gelezen"),
        (
            "t.csv",
            b"tafel;tekst\n" + b"".join(b"%d;hoe dan?\n" % i for i in range(150_000)),
            "meer dan 2000 tafels in een bestand: niet gelezen",
        ),
        (
            "t.csv",
            (b"a;" * 60_000 + b"\n") * 60 + b"a\n" * 120_000,
            "rekenblad met meer dan 5 miljoen cellen: niet gelezen",
        ),
        (
            "t.json",
            b"[" + b",".join(b'{"k%d":"hoe dan wie wat?"}' % i for i in range(20_000)) + b"]",
            "rekenblad met meer dan 5 miljoen cellen: niet gelezen",
        ),
        ("t.html", b"<p>" * 3_000_000, "webpagina met te veel onderdelen: niet gelezen"),
        ("t.eml", b"From: " + b"a," * 300_000 + b"\n\nhoe?", "mail met te veel onderdelen: niet gelezen"),
        (
            "t.eml",
            b"From: x\nContent-Type: text/plain;\n " + b"a=b;\n " * 50_000 + b"\n\nhoe?",
            "mail met te veel onderdelen: niet gelezen",
        ),
        (
            "t.eml",
            b"From: x\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nhoe?\n" * 900_000,
            "mail met te veel onderdelen: niet gelezen",
        ),
        ("t.eml", b"From: x\n\n" + b"x\n" * 300_000, "meer dan 200.000 regels: niet gelezen"),
        ("t.eml", b"From: x\n\n" + b"x\n" * 3_000_000, "mail met te veel onderdelen: niet gelezen"),
        (
            "t.docx",
            pack([("word/document.xml", b"<w>" + b"<p/>" * 14_000_000 + b"</w>")]),
            "Word-bestand met te veel onderdelen: niet gelezen",
        ),
    ],
    ids=[
        "rows",
        "lines",
        "tables",
        "cells",
        "keys",
        "tags",
        "senders",
        "parameters",
        "parts",
        "text",
        "lines of a mail",
        "elements",
    ],
)
def test_more_than_anyone_typed_is_refused_at_once(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    assert reasons(read_bytes(tmp_path, name, data)) == [reason]


@pytest.mark.parametrize("table", ["²", "3²", "9" * 6000, "1e999", "٣", "."])
def test_a_table_that_is_no_number_keeps_its_note(tmp_path: Path, table: str) -> None:
    ingested = read_bytes(tmp_path, "t.csv", f"tafel;tekst\n{table};{QUESTION}\n".encode())

    (segment,) = make_segments(ingested.notes, load_nlp("blank"))

    assert segment.text == QUESTION


def test_a_level_of_a_heading_that_is_no_number_is_none(tmp_path: Path) -> None:
    write_docx(tmp_path / "t.docx", [QUESTION])

    def add(data: bytes) -> bytes:
        return data.replace(b"<w:p>", '<w:p><w:pPr><w:outlineLvl w:val="²"/></w:pPr>'.encode(), 1)

    data = changed(tmp_path / "t.docx", "word/document.xml", add)

    assert [note.text for note in read_bytes(tmp_path, "t.docx", data).notes] == [QUESTION]


def test_headings_of_thousands_of_tables_stay_one_note(tmp_path: Path) -> None:
    ingested = read_bytes(tmp_path, "t.md", b"# Tafel 1\n\nhoe?\n\n# Tafel 2\n\nwie?\n\n" * 10_000)

    assert len(ingested.notes) == 1


def test_a_page_that_is_drawn_without_end_is_refused(tmp_path: Path) -> None:
    write_pdf(tmp_path / "t.pdf", [QUESTION] * 250_000)

    assert reasons(read_bytes(tmp_path, "t.pdf", (tmp_path / "t.pdf").read_bytes())) == [
        "PDF met te veel op zijn bladzijden: niet gelezen"
    ]


def test_a_method_of_packing_that_is_broken_is_named(tmp_path: Path) -> None:
    data = bytearray(pack([("word/document.xml", b"<w/>")], method=zipfile.ZIP_LZMA))
    # The size of the dictionary in the header of LZMA.
    data[50:54] = b"\xff" * 4

    (reason,) = reasons(read_bytes(tmp_path, "t.docx", bytes(data)))

    assert reason.startswith("beschadigd Word-bestand")


def test_a_member_without_a_name_does_not_stop_the_others(tmp_path: Path) -> None:
    ingested = read_bytes(tmp_path, "t.zip", pack([("", b"wie?"), ("tafel 3.txt", QUESTION.encode())]))

    assert QUESTION in [note.text for note in ingested.notes]


def test_a_zip_that_unpacks_without_end_is_read_up_to_there(tmp_path: Path) -> None:
    members = [
        ("bom.txt", b"\n" * 60_000_000),
        ("in.zip", pack([("a.txt", b"hoe?")])),
        ("t.txt", QUESTION.encode()),
    ]

    ingested = read_bytes(tmp_path, "t.zip", pack(members))

    assert [note.text for note in ingested.notes] == [QUESTION]
    assert reasons(ingested) == [
        "uitgepakt groter dan 20 MB: niet gelezen",
        "zip in een zip: pak hem eerst uit",
    ]


def test_names_in_a_zip_lead_nowhere(tmp_path: Path) -> None:
    names = ("../../uit.txt", "/etc/uit.txt", "C:\\uit.txt", "a/" * 400 + "x.txt", "x" * 5000 + ".txt")
    folder = tmp_path / "in"
    folder.mkdir()
    before = sorted(tmp_path.parent.iterdir())

    data = pack([(name, f"{QUESTION} {i}".encode()) for i, name in enumerate(names)])
    ingested = read_bytes(folder, "t.zip", data)

    assert len(ingested.notes) == len(names)
    assert all(note.source.startswith("in/t.zip/") and ".." not in note.source for note in ingested.notes)
    assert (sorted(tmp_path.parent.iterdir()), list(tmp_path.iterdir())) == (before, [folder])


def test_a_line_of_a_gigabyte_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "t.txt").open("wb") as file:
        file.truncate(1_000_000_000)
    started = time.process_time()

    ingested = read_sources([tmp_path])

    assert reasons(ingested) == ["groter dan 20 MB: niet gelezen"]
    assert time.process_time() - started < 1


def test_a_web_page_of_many_layers_is_read_as_far_as_people_nest(tmp_path: Path) -> None:
    page = "<div>" * 450 + f"<p>{QUESTION}</p>" + "</div>" * 450

    assert [note.text for note in read_bytes(tmp_path, "t.html", page.encode()).notes] == [QUESTION]


def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dicht").mkdir()
    (tmp_path / "tafel 3.txt").write_text(QUESTION, encoding="utf-8")
    real = Path.iterdir

    # Permissions stop no administrator, who may run the tests.
    def refuse(folder: Path) -> object:
        if folder.name == "dicht":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)

    ingested = read_sources([tmp_path])

    assert [note.text for note in ingested.notes] == [QUESTION]
    assert [(one.source.rpartition("/")[2], one.reason) for one in ingested.skipped] == [
        ("dicht", "geen leesrechten")
    ]


def test_a_file_that_calls_itself_another_kind_is_read_for_what_it_is(tmp_path: Path) -> None:
    write_docx(tmp_path / "t.docx", [QUESTION])
    data = (tmp_path / "t.docx").read_bytes()

    for name in ("t.txt", "t.html", "t.csv", "t.eml", "t"):
        assert [note.text for note in read_bytes(tmp_path, name, data).notes] == [QUESTION], name
