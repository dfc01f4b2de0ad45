from __future__ import annotations

import random
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest

from notemine.ingest import containers, read_sources
from tests.ingest.parcels import only, reasons, write_zip

ZIP = "2024-11-12-meppel.zip"


def without_utf8_flag(data: bytes, encoding: str, name: str) -> bytes:
    """The archive as a program without Unicode writes it: the same bytes for the name, and no flag."""
    raw = name.encode(encoding)
    placeholder = b"x" * len(raw)
    return data.replace(placeholder, raw)


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


@pytest.mark.parametrize(
    "members", [{}, {"map/": ""}, {"__MACOSX/._a.txt": "x"}], ids=["no", "folder", "hidden"]
)
def test_a_zip_without_files_is_named(tmp_path: Path, members: dict[str, str | bytes]) -> None:
    path = write_zip(tmp_path / ZIP, members)

    assert reasons(read_sources([path])) == {f"{tmp_path.name}/{ZIP}": "zip zonder notities"}


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
