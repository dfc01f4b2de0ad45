from __future__ import annotations

import io
import random
import struct
import tempfile
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notemine.domain import Note
from notemine.ingest import Ingested, containers, read_sources, reading
from notemine.ingest.files import Source
from tests.ingest.writers import WRITERS

ZIP = "2024-11-12-meppel.zip"
LONG = [f"Punt {n}: de stage van leerling {n} duurt volgens ons te kort." for n in range(1, 6)]


def write_zip(path: Path, members: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def without_utf8_flag(data: bytes, encoding: str, name: str) -> bytes:
    """The archive as a program without Unicode writes it: the same bytes for the name, and no flag."""
    raw = name.encode(encoding)
    placeholder = b"x" * len(raw)
    return data.replace(placeholder, raw)


def mail(
    subject: str = "Tafel 5: ouders (mbo)", sender: str = "Wietske Postma <w@roc.example>"
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "lob@school.example", subject
    message["Date"] = "Wed, 13 Nov 2024 09:15:00 +0100"
    return message


def write_mail(path: Path, message: EmailMessage) -> Path:
    path.write_bytes(bytes(message))
    return path


def reasons(ingested: Ingested) -> dict[str, str]:
    return {skipped.source: skipped.reason for skipped in ingested.skipped}


def only(ingested: Ingested) -> Note:
    (note,) = ingested.notes
    return note


def said(note: Note) -> list[str]:
    lines = note.text.split("\n")
    return [line for i, line in enumerate(lines) if line.strip() and i not in note.meta_lines]


def test_a_zip_is_read_as_the_folder_that_it_is(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "tafel1.txt": "Tafel 1 - vmbo\n- wie belt de ouders?\n",
        "tafel2.txt": "Tafel 2 - mbo\n- wie betaalt de bus?\n",
    }
    folder = tmp_path / "los" / ZIP.removesuffix(".zip")
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(str(text), encoding="utf-8")

    zipped = read_sources([write_zip(tmp_path / ZIP, files)]).notes
    loose = read_sources([folder]).notes

    assert [(n.table, n.sector, n.text, n.event) for n in zipped] == [
        (n.table, n.sector, n.text, n.event) for n in loose
    ]
    assert zipped[0].source == f"{tmp_path.name}/{ZIP}/tafel1.txt"
    assert zipped[0].event.held_on == date(2024, 11, 12)


def test_folders_in_a_zip_name_their_own_evenings(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "2024-03-05-goes/tafel1.txt": "Tafel 1\n- te weinig tijd\n",
        "2024-05-14-tiel/tafel1.txt": "Tafel 1\n- te weinig geld\n",
    }

    notes = read_sources([write_zip(tmp_path / "alles.zip", members)]).notes

    assert [(n.event.id, n.event.place) for n in notes] == [
        ("2024-03-05-goes", "Goes"),
        ("2024-05-14-tiel", "Tiel"),
    ]


def test_what_is_hidden_in_a_zip_is_passed_over_without_a_word(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "tafel1.txt": "- een punt\n",
        "__MACOSX/._tafel1.txt": b"\x00\x05\x16\x07",
        ".DS_Store": b"\x00\x00\x00\x01Bud1",
        "map/~$tafel2.docx": b"slot",
        "leeg/": "",
    }

    ingested = read_sources([write_zip(tmp_path / ZIP, members)])

    assert only(ingested).text == "- een punt"
    assert not ingested.skipped


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../tafel1.txt", "tafel1.txt"),
        ("/etc/tafel1.txt", "etc/tafel1.txt"),
        ("C:\\Users\\ans\\tafel1.txt", "Users/ans/tafel1.txt"),
        ("map/./../tafel1.txt", "map/tafel1.txt"),
        ("tafel\x1b[31m1.txt", "tafel [31m1.txt"),
    ],
)
def test_a_name_that_leads_out_of_a_zip_is_only_a_name(tmp_path: Path, name: str, shown: str) -> None:
    inside = tmp_path / "hier" / "binnen"
    inside.mkdir(parents=True)
    path = write_zip(inside / ZIP, {name: "- een punt\n"})
    before = sorted(tmp_path.rglob("*"))

    note = only(read_sources([path]))

    assert note.source == f"binnen/{ZIP}/{shown}"
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp437", "café.txt"),
        ("cp850", "coördinatie één.txt"),
        ("cp850", "tafel à Ê.txt"),
        ("utf-8", "zoë én mó.txt"),
    ],
)
def test_names_in_a_zip_are_read_in_the_encoding_of_old_programs(
    tmp_path: Path, encoding: str, name: str
) -> None:
    placeholder = "x" * len(name.encode(encoding))
    path = write_zip(tmp_path / ZIP, {placeholder: "- een punt\n"})
    path.write_bytes(without_utf8_flag(path.read_bytes(), encoding, name))

    assert only(read_sources([path])).source == f"{tmp_path.name}/{ZIP}/{name}"


def test_a_name_that_says_it_is_utf_8_is_believed(tmp_path: Path) -> None:
    path = write_zip(tmp_path / ZIP, {"één ‘idee’.txt": "- een punt\n"})

    assert only(read_sources([path])).source.endswith("/één ‘idee’.txt")


def test_a_zip_in_a_zip_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    inner = write_zip(tmp_path / "binnen.zip", {"tafel2.txt": "- verstopt\n"}).read_bytes()
    (tmp_path / "binnen.zip").unlink()
    path = write_zip(tmp_path / ZIP, {"tafel1.txt": "- een punt\n", "oud/binnen.zip": inner})

    ingested = read_sources([path])

    assert only(ingested).text == "- een punt"
    assert reasons(ingested) == {f"{tmp_path.name}/{ZIP}/oud/binnen.zip": "zip in een zip: pak hem eerst uit"}


def test_a_member_with_a_password_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write_zip(tmp_path / ZIP, {"open.txt": "- een punt\n", "slot.txt": "- geheim\n"})
    data = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flags = data.rindex(signature) + at
        data[flags] |= 1
    path.write_bytes(bytes(data))

    ingested = read_sources([path])

    assert only(ingested).text == "- een punt"
    assert reasons(ingested) == {
        f"{tmp_path.name}/{ZIP}/slot.txt": "zip met een wachtwoord: haal het wachtwoord eraf"
    }


@pytest.mark.parametrize(
    "compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_a_broken_member_is_named_and_the_rest_is_read(tmp_path: Path, compression: int) -> None:
    path = write_zip(
        tmp_path / ZIP, {"a.txt": "- een punt\n", "b.txt": random.Random(0).randbytes(500)}, compression
    )
    data = bytearray(path.read_bytes())
    start = data.rindex(b"b.txt", 0, data.index(b"PK\x01\x02")) + len("b.txt")
    data[start : start + 200] = b"\xff" * 200
    path.write_bytes(bytes(data))

    ingested = read_sources([path])

    assert only(ingested).text == "- een punt"
    assert reasons(ingested) == {f"{tmp_path.name}/{ZIP}/b.txt": "niet uit te pakken: beschadigd"}


@pytest.mark.parametrize("data", [b"PK\x03\x04 en dan niets", b"geen zip"], ids=["cut off", "text"])
def test_a_zip_that_is_none_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / ZIP).write_bytes(data)

    assert reasons(read_sources([tmp_path / ZIP])) == {f"{tmp_path.name}/{ZIP}": "geen leesbare zip"}


def test_a_zip_with_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_MEMBERS", 3)
    path = write_zip(tmp_path / ZIP, {f"tafel{n}.txt": f"- punt {n}\n" for n in range(4)})

    ingested = read_sources([path])

    assert not ingested.notes
    assert reasons(ingested) == {f"{tmp_path.name}/{ZIP}": "zip met meer dan 3 bestanden: niet gelezen"}


def test_a_member_that_unpacks_without_end_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_MEMBER", 1_000_000)
    path = write_zip(tmp_path / ZIP, {"bom.txt": b" " * 3_000_000, "tafel1.txt": "- een punt\n"})

    ingested = read_sources([path])

    assert only(ingested).text == "- een punt"
    assert reasons(ingested) == {f"{tmp_path.name}/{ZIP}/bom.txt": "uitgepakt groter dan 1 MB: niet gelezen"}


def test_the_size_that_a_member_states_of_itself_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(containers, "MAX_MEMBER", 1_000_000)
    path = write_zip(tmp_path / ZIP, {"bom.txt": b"a" * 3_000_000})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<I", 3_000_000), struct.pack("<I", 12)))

    ingested = read_sources([path])

    assert not ingested.notes
    assert len(ingested.skipped) == 1


def test_a_zip_whose_files_are_too_much_together_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(containers, "MAX_UNPACKED", 2_000_000)
    path = write_zip(tmp_path / ZIP, {f"{n}.txt": f"{n} punt\n" * 100_000 for n in range(4)})

    ingested = read_sources([path])

    assert reasons(ingested)[f"{tmp_path.name}/{ZIP}"] == "zip die uitpakt tot meer dan 2 MB: niet gelezen"


def test_a_list_of_tables_in_a_zip_speaks_of_the_notes_in_it(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "tafel1.txt": "- wie belt?\n",
        "tafels.csv": "tafel;sector;thema\n1;mbo;bpv\n",
    }

    note = only(read_sources([write_zip(tmp_path / ZIP, members)]))

    assert (note.table, note.sector, note.theme) == ("1", "mbo", "bpv")


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
    assert said(note)[1:] == [f"- {line}" for line in LONG]


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
    assert [line for line in note.text.split("\n") if line.strip()] == [
        *LONG,
        *(line.rstrip() if line != "-- " else line for line in tail),
    ]


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


def give_input(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    give_input(b"Tafel 4 - havo\n- wie kiest er?\n", monkeypatch)

    note = only(read_sources(["-"], event="Inloop"))

    assert (note.source, note.table, note.sector) == ("standaardinvoer", "4", "havo/vwo")
    assert note.event.title == "Inloop"


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "odt", "html", "vtt", "srt", "json"])
def test_standard_input_of_any_format_is_known_by_its_content(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    WRITERS[suffix](tmp_path / "t", ["Wie belt de ouders?", "Wie betaalt de bus?"])
    give_input((tmp_path / "t").read_bytes(), monkeypatch)

    lines = [line for line in only(read_sources(["-"])).text.split("\n") if line]

    assert lines == ["Wie belt de ouders?", "Wie betaalt de bus?"]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "leeg bestand"), (b"x" * 1_000_001, "groter dan 1 MB: niet gelezen")]
)
def test_standard_input_that_cannot_be_used_is_named(
    data: bytes, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 1_000_000)
    give_input(data, monkeypatch)

    assert reasons(read_sources(["-"])) == {"standaardinvoer": reason}


def test_standard_input_is_read_beside_files_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tafel1.txt").write_text("Tafel 1\n- te weinig tijd\n", encoding="utf-8")
    paths: list[str | Path] = [tmp_path / "tafel1.txt", "-"]
    found = []
    for _ in range(2):
        random.Random(1).shuffle(paths)
        give_input(b"Tafel 2\n- te weinig geld\n", monkeypatch)
        found.append(read_sources(paths))

    assert found[0] == found[1]
    assert sorted(n.table for n in found[0].notes) == ["1", "2"]


def test_nothing_is_raised_where_a_file_goes_away_while_it_is_read(tmp_path: Path) -> None:
    gone = tmp_path / "weg.txt"

    read = reading.read_source(Source("map/weg.txt", gone, tmp_path), {})

    assert [(one.source, one.reason) for one in read.skipped] == [("map/weg.txt", "bestaat niet")]
