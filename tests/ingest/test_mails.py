from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notemine.ingest import read_sources
from tests.ingest.parcels import LONG, mail, only, reasons, said, write_mail, write_zip
from tests.ingest.writers import WRITERS


def test_a_mail_is_a_note_with_its_sender_as_the_author(tmp_path: Path) -> None:
    message = mail()
    message.set_content("\n".join(LONG))

    note = only(read_sources([write_mail(tmp_path / "bericht.eml", message)]))

    assert (note.table, note.sector, note.theme, note.author) == ("5", "mbo", "ouders", "Wietske Postma")
    assert said(note) == LONG


def test_a_sender_without_a_name_is_no_author(tmp_path: Path) -> None:
    message = mail(sender="lob@school.example")
    message.set_content("\n".join(LONG))

    assert only(read_sources([write_mail(tmp_path / "bericht.eml", message)])).author == ""


def test_a_mail_that_is_html_only_is_read_as_a_page(tmp_path: Path) -> None:
    message = mail(subject="Tafel 6")
    items = "".join(f"<li>{line}</li>" for line in LONG)
    message.set_content(f"<html><body><p>Beste collega's,</p><ul>{items}</ul></body></html>", subtype="html")

    note = only(read_sources([write_mail(tmp_path / "bericht.eml", message)]))

    assert note.unit == "paragraph"
    assert said(note) == [f"- {line}" for line in LONG]


def test_of_a_mail_in_two_forms_the_plain_one_is_read(tmp_path: Path) -> None:
    message = mail()
    message.set_content("\n".join(LONG))
    message.add_alternative("<p>hetzelfde in kleur</p>", subtype="html")

    assert said(only(read_sources([write_mail(tmp_path / "bericht.eml", message)]))) == LONG


@pytest.mark.parametrize(
    "tail",
    [
        ["> Kun jij de punten van jouw tafel sturen?", "> Groet"],
        ["Op di 12 nov. 2024 om 16:02 schreef Ans Kuiper <a@x.example>:", "> Stuur je ze?"],
        ["-- ", "Wietske Postma", "slb'er, ROC Vechtstad"],
        ["-----Oorspronkelijk bericht-----"],
    ],
    ids=["quote", "attribution", "signature", "original"],
)
def test_quoted_mail_and_the_signature_are_metadata(tmp_path: Path, tail: list[str]) -> None:
    message = mail()
    message.set_content("\n".join([*LONG, "", *tail]))

    note = only(read_sources([write_mail(tmp_path / "bericht.eml", message)]))

    assert said(note) == LONG
    assert [line for line in note.text.split("\n") if line.strip()] == [*LONG, *tail]


def test_attachments_are_notes_of_their_own_beside_the_mail(tmp_path: Path) -> None:
    message = mail()
    message.set_content("\n".join(LONG))
    WRITERS["docx"](tmp_path / "t.docx", ["Tafel 7 - stage (vmbo)", "", "Wie zoekt er een plek?"])
    message.add_attachment(
        (tmp_path / "t.docx").read_bytes(),
        maintype="application",
        subtype="octet-stream",
        filename="tafel 7.docx",
    )
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    (tmp_path / "t.docx").unlink()

    ingested = read_sources([write_mail(tmp_path / "bericht.eml", message)])

    assert {n.table: n.source for n in ingested.notes} == {
        "5": f"{tmp_path.name}/bericht.eml",
        "7": f"{tmp_path.name}/bericht.eml/tafel 7.docx",
    }
    assert not ingested.skipped


@pytest.mark.parametrize(
    "body",
    [
        "Hoi, hierbij de notities van tafel 8. Groet, Ans\n",
        "",
        "Hierbij.\n\n-- \n" + "Ans Kuiper, decaan van een grote school met een heel lang onderschrift. " * 4,
        "Hierbij.\n\n" + "> En stuur je dan ook nog even de notities van jouw tafel naar ons toe?\n" * 4,
    ],
    ids=["short", "empty", "signature", "quote"],
)
def test_a_mail_that_only_hands_over_is_no_note_itself(tmp_path: Path, body: str) -> None:
    message = mail(subject="notities")
    message.set_content(body)
    message.add_attachment("Tafel 8 - mbo\n- te weinig plekken\n", filename="tafel 8.txt")

    ingested = read_sources([write_mail(tmp_path / "bericht.eml", message)])

    assert only(ingested).source.endswith("bericht.eml/tafel 8.txt")
    assert not ingested.skipped


def test_a_mail_without_any_body_hands_over_its_attachment(tmp_path: Path) -> None:
    message = mail(subject="notities")
    message.add_attachment("Tafel 8 - mbo\n- te weinig plekken\n", filename="tafel 8.txt")

    assert only(read_sources([write_mail(tmp_path / "bericht.eml", message)])).table == "8"


def test_a_short_mail_without_attachments_is_a_note(tmp_path: Path) -> None:
    message = mail(subject="Tafel 2")
    message.set_content("- te weinig plekken\n")

    assert said(only(read_sources([write_mail(tmp_path / "bericht.eml", message)]))) == [
        "- te weinig plekken"
    ]


def test_an_attachment_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    message = mail()
    message.set_content("\n".join(LONG))
    message.add_attachment(
        b"\xd0\xcf\x11\xe0", maintype="application", subtype="msword", filename="../oud.doc"
    )

    ingested = read_sources([write_mail(tmp_path / "bericht.eml", message)])

    assert len(ingested.notes) == 1
    assert reasons(ingested) == {
        f"{tmp_path.name}/bericht.eml/oud.doc": "oud Word-bestand: bewaar het als .docx"
    }


def test_a_zip_that_is_mailed_and_a_mail_that_is_zipped_are_opened(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "t.zip", {"tafel 3.txt": "Tafel 3\n- te weinig tijd\n"}).read_bytes()
    with_zip = mail(subject="notities")
    with_zip.set_content("Hierbij.\n")
    with_zip.add_attachment(zipped, maintype="application", subtype="zip", filename="avond.zip")
    with_text = mail(subject="notities")
    with_text.set_content("Hierbij.\n")
    with_text.add_attachment("Tafel 4\n- te weinig geld\n", filename="tafel 4.txt")
    (tmp_path / "t.zip").unlink()
    write_mail(tmp_path / "een.eml", with_zip)
    write_zip(tmp_path / "twee.zip", {"post/bericht.eml": bytes(with_text)})

    ingested = read_sources([tmp_path])

    assert sorted(n.source.removeprefix(f"{tmp_path.name}/") for n in ingested.notes) == [
        "een.eml/avond.zip/tafel 3.txt",
        "twee.zip/post/bericht.eml/tafel 4.txt",
    ]
    assert not ingested.skipped


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=60), start=st.integers(0, 3000), suffix=st.sampled_from([".zip", ".eml"]))
def test_damage_of_any_kind_gives_notes_or_a_named_cause(data: bytes, start: int, suffix: str) -> None:
    message = mail()
    message.set_content("één\ntwee\n")
    message.add_attachment("- te weinig tijd\n", filename="tafel één.txt")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"t{suffix}"
        whole = write_zip(path, {"a.txt": "- een\n", "map/b.eml": bytes(message)}).read_bytes()
        whole = whole if suffix == ".zip" else bytes(message)
        start %= len(whole)
        path.write_bytes(whole[:start] + data + whole[start + len(data) :])

        ingested = read_sources([path])

        assert ingested.notes or ingested.skipped


@pytest.mark.parametrize(
    "header",
    [
        b'Content-Type: multipart/mixed; boundary="\r\n',
        b"Content-Disposition: attachment; filename*=utf-8''%\r\nContent-Type: ;;=;\r\n",
        b"Content-Transfer-Encoding: base64\r\nContent-Type: text/plain; charset=geen-tekenset\r\n",
        b'Subject: =?utf-8?b?=== ?=\r\nFrom: <<<>, "\r\n',
        b'Content-Disposition: attachment; filename="a.txt"\r\nContent-Type: =?x?\r\n',
    ],
)
def test_headers_that_make_no_sense_stop_nothing(tmp_path: Path, header: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(b"MIME-Version: 1.0\r\n" + header + b"\r\n- een punt\r\n")
    (tmp_path / "b.txt").write_text("- nog een punt\n", encoding="utf-8")

    notes = read_sources([tmp_path]).notes

    assert "- nog een punt" in [note.text for note in notes]
