from __future__ import annotations

import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from notemine.domain import Note
from notemine.ingest import Ingested, read_sources, reading
from tests.ingest.writers import WRITERS

LINES = ["Wie belt de ouders die nooit komen?", "Niemand, en dat weten ze."]
PICTURE = "plaatje: typ over wat erop staat, of maak er tekst van (OCR)"
SOUND = "geluid of beeld: maak er eerst een transcript van"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)


def only(ingested: Ingested) -> Note:
    (note,) = ingested.notes
    return note


def reason(path: Path) -> str:
    (skipped,) = read_sources([path]).skipped
    return skipped.reason


def content(suffix: str, folder: Path) -> bytes:
    WRITERS[suffix](folder / "t", LINES)
    data = (folder / "t").read_bytes()
    (folder / "t").unlink()
    return data


# Nothing in Markdown and CSV tells them from plain text.
@pytest.mark.parametrize("suffix", sorted(set(WRITERS) - {"md", "csv"}))
@pytest.mark.parametrize("name", ["notities", "tafel 3.bak", "verslag.2024", "tafel.def"])
def test_a_file_of_unknown_name_is_read_by_its_content(tmp_path: Path, name: str, suffix: str) -> None:
    (tmp_path / name).write_bytes(content(suffix, tmp_path))

    assert [line for line in only(read_sources([tmp_path])).text.split("\n") if line] == LINES


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("tafel.docx", "pdf"),
        ("tafel.docx", "odt"),
        ("tafel.odt", "docx"),
        ("tafel.txt", "docx"),
        ("tafel.csv", "xlsx"),
        ("tafel.docx", "html"),
        ("tafel.txt", "vtt"),
        ("tafel.zip", "docx"),
        ("tafel.pdf", "html"),
    ],
)
def test_content_that_leaves_no_doubt_beats_the_name(tmp_path: Path, name: str, suffix: str) -> None:
    (tmp_path / name).write_bytes(content(suffix, tmp_path))

    assert [line for line in only(read_sources([tmp_path])).text.split("\n") if line] == LINES


def test_a_mail_of_unknown_name_is_a_mail(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ans Kuiper <ans@x.example>", "Tafel 3 (vmbo)"
    message.set_content("\n".join(LINES))
    (tmp_path / "bericht.mail").write_bytes(bytes(message))

    note = only(read_sources([tmp_path]))

    assert (note.table, note.author, note.text.split("\n")[0]) == ("3", "Ans Kuiper", LINES[0])


def test_a_text_that_only_begins_as_a_mail_does_is_text(tmp_path: Path) -> None:
    (tmp_path / "notities").write_text("Doel: meer ouders\nVraag: wie belt?\n- niemand\n", encoding="utf-8")

    assert only(read_sources([tmp_path])).text.startswith("Doel: meer ouders")


def test_a_page_that_is_cited_in_a_text_stays_text(tmp_path: Path) -> None:
    (tmp_path / "tafel.md").write_text("<html> is geen vraag.\n- wie belt?\n", encoding="utf-8")

    assert only(read_sources([tmp_path])).text == "<html> is geen vraag.\n- wie belt?"


def test_a_broken_sheet_of_unknown_name_is_called_a_sheet(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "lijst", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    assert reason(tmp_path / "lijst") == "geen leesbaar rekenblad"


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_an_archive_whose_kind_cannot_be_read_stops_nothing(tmp_path: Path, compression: int) -> None:
    path = tmp_path / "lijst"
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    data = bytearray(path.read_bytes())
    start = data.index(b"mimetype") + len("mimetype")
    data[start : start + 20] = b"\xff" * 20
    path.write_bytes(bytes(data))

    ingested = read_sources([path])

    assert not ingested.notes
    assert {skipped.reason for skipped in ingested.skipped} == {"niet uit te pakken: beschadigd"}


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        ("flap.jpg", b"\xff\xd8\xff\xe0" + bytes(50), PICTURE),
        ("flap.heic", b"\x00\x00\x00\x18ftypheic", PICTURE),
        ("flap", b"\x89PNG\r\n\x1a\n" + bytes(50), PICTURE),
        ("flap.tekst", b"GIF89a" + bytes(50), PICTURE),
        ("flap.webp", b"RIFF\x00\x00\x00\x00WEBP", PICTURE),
        ("opname.m4a", b"\x00\x00\x00\x20ftypM4A ", SOUND),
        ("opname.mp4", b"\x00\x00\x00\x20ftypisom", SOUND),
        ("opname.MP3", b"ID3\x03", SOUND),
        ("oud.doc", OLD_OFFICE, "oud Word-bestand: bewaar het als .docx"),
        ("oud", OLD_OFFICE, "oud Word-bestand: bewaar het als .docx"),
        ("oud.docx", OLD_OFFICE, "oud Word-bestand: bewaar het als .docx"),
        ("oud.xls", OLD_OFFICE, "oud Excel-bestand: bewaar het als .xlsx"),
        ("bericht.msg", OLD_OFFICE, "Outlook-bericht: bewaar het als .eml"),
        ("dia.pptx", b"PK\x03\x04", "presentatie: bewaar haar als .pdf"),
        ("brief.rtf", b"{\\rtf1 een punt}", "bewaar het als .docx"),
        ("brief", b"{\\rtf1 een punt}", "bewaar het als .docx"),
        ("brief.txt", b"{\\rtf1 een punt}", "bewaar het als .docx"),
    ],
)
def test_what_cannot_be_read_comes_with_advice(tmp_path: Path, name: str, data: bytes, advice: str) -> None:
    (tmp_path / name).write_bytes(data)

    assert reason(tmp_path / name) == advice


def test_a_presentation_of_unknown_name_comes_with_advice(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "dia", "w") as archive:
        archive.writestr("ppt/presentation.xml", "<p/>")

    assert reason(tmp_path / "dia") == "presentatie: bewaar haar als .pdf"


@pytest.mark.parametrize(
    "name", ["hulp.py", "stijl.css", "anders.toml", "run.log", "afspraak.ics", "data.sqlite"]
)
def test_a_file_of_code_or_settings_is_no_note(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("wie = 'ouders'  # Wie belt de ouders?\n", encoding="utf-8")

    assert reason(tmp_path / name) == f"onbekend soort bestand ({Path(name).suffix})"


@pytest.mark.parametrize("name", ["ruis", "ruis.xyz"])
def test_bytes_that_are_nothing_known_are_no_note(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(32)) * 9)

    assert reason(tmp_path / name) == "geen leesbare tekst (binair bestand)"


def test_the_folder_of_an_earlier_report_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "2025-03-18-assen"
    report = folder / "uitkomst"
    (report / ".notemine").mkdir(parents=True)
    (report / "vragen.csv").write_text("vraag;tafels\nWie belt?;3\n", encoding="utf-8")
    (folder / "tafel1.txt").write_text("- te weinig tijd\n", encoding="utf-8")

    ingested = read_sources([folder])

    assert only(ingested).text == "- te weinig tijd"
    assert not ingested.skipped


def test_the_key_of_names_and_our_own_settings_are_passed_over(tmp_path: Path) -> None:
    for name in ("uitkomst.key.json", "notemine.toml", "decisions.toml"):
        (tmp_path / name).write_text('[{"tekst": "Gerda Bos is Deelnemer 1"}]', encoding="utf-8")
    (tmp_path / "tafel1.txt").write_text("- te weinig tijd\n", encoding="utf-8")

    ingested = read_sources([tmp_path])

    assert only(ingested).text == "- te weinig tijd"
    assert not ingested.skipped


def test_a_folder_that_the_user_names_is_read_though_a_report_lies_in_it(tmp_path: Path) -> None:
    (tmp_path / ".notemine").mkdir()
    (tmp_path / "tafel1.txt").write_text("- te weinig tijd\n", encoding="utf-8")

    assert only(read_sources([tmp_path])).text == "- te weinig tijd"


def test_every_suffix_with_advice_has_no_reader() -> None:
    assert set(reading.readers()).isdisjoint(
        {".doc", ".xls", ".pptx", ".msg", ".jpg", ".mp4", ".py", ".toml"}
    )
