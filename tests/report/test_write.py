from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from notemine.errors import UnknownNameError, WriteError
from notemine.report import write_all, write_report
from tests.report.sample import two_evenings

RENDER = """
import hashlib
from notemine.report.choices import render
from notemine.report.exports import EXPORTS
from tests.report.sample import two_evenings
for export in EXPORTS.values():
    for name in export.files:
        if name not in ("uitnodiging.ics", "resultaat.schema.json"):
            print(name, hashlib.sha256(render(two_evenings(), name)).hexdigest())
"""


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("verslag.html", b"<!doctype html>"),
        ("plan.md", b"# Plan"),
        ("alles.JSON", b"{"),
        ("vragen.csv", b"\xef\xbb\xbfid;vraag;"),
        ("plan.docx", b"PK"),
        ("plan.XLSX", b"PK"),
        ("nalopen.csv", b"\xef\xbb\xbfid;wat notemine deed;"),
        ("onderwerpen-2023.csv", b"\xef\xbb\xbfid;onderwerp;"),
    ],
)
def test_the_name_of_the_file_chooses_what_is_written(tmp_path: Path, name: str, start: bytes) -> None:
    written = write_report(two_evenings(), tmp_path / name)

    assert written == tmp_path / name
    assert written.read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_suffix_that_nobody_writes_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"\.csv, \.docx, \.html, \.ics, \.json, \.md, \.xlsx"):
        write_report(two_evenings(), tmp_path / "rapport.wpd")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("geen map")

    with pytest.raises(WriteError, match="vol"):
        write_all(two_evenings(), tmp_path / "vol")
    with pytest.raises(WriteError, match=r"plan\.md"):
        write_report(two_evenings(), tmp_path / "er-is-geen-map" / "plan.md")


def test_the_whole_set_is_written(tmp_path: Path) -> None:
    paths = write_all(two_evenings(), tmp_path / "nieuw" / "map")

    assert [path.name for path in paths] == [
        "rapport.html",
        "impressie.docx",
        "plan.md",
        "plan.docx",
        "plan.xlsx",
        "vragen.csv",
        "nalopen.csv",
        "onderwerpen.csv",
        "resultaat.xlsx",
        "resultaat.json",
        "manifest.json",
    ]
    assert sorted(p.name for p in (tmp_path / "nieuw" / "map").iterdir()) == sorted(p.name for p in paths)
    texts = [path for path in paths if path.suffix not in (".docx", ".xlsx")]
    assert all(b"\r" not in path.read_bytes() for path in texts)


def test_two_runs_differ_only_in_the_time_of_the_manifest(tmp_path: Path) -> None:
    first = write_all(two_evenings(), tmp_path / "a", made_at=datetime(2024, 1, 1, tzinfo=UTC))
    second = write_all(two_evenings(), tmp_path / "b", made_at=datetime(2025, 6, 7, tzinfo=UTC))

    for one, other in zip(first[:-1], second[:-1], strict=True):
        assert one.read_bytes() == other.read_bytes()
    lines = zip(first[-1].read_text().splitlines(), second[-1].read_text().splitlines(), strict=True)
    assert [one.strip()[:9] for one, other in lines if one != other] == ['"made_at"']


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", RENDER],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(printed) == 1


def test_the_manifest_names_what_went_in_and_the_hash_of_what_came_out(tmp_path: Path) -> None:
    mined = two_evenings()

    *outputs, manifest_path = write_all(mined, tmp_path)

    manifest = json.loads(manifest_path.read_text())
    assert manifest["outputs"] == {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in outputs}
    assert {s["source"] for s in manifest["sources"]} == {note.source for note in mined.notes}
    assert manifest["counts"]["tables"] == 9
    assert manifest["counts"]["recurring_questions"] == 9
    assert manifest["skipped"][0]["source"] == "breda/foto-flap.png"
    assert not any(segment.text in manifest_path.read_text() for segment in mined.segments)


def test_an_older_report_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("Vorig jaar\n" * 10_000)

    write_report(two_evenings(), path)

    assert "Vorig jaar" not in path.read_text()
