from __future__ import annotations

import io
import random
from pathlib import Path
from types import SimpleNamespace

import pytest

from notemine.ingest import read_sources, reading
from notemine.ingest.files import Source
from tests.ingest.parcels import only, reasons
from tests.ingest.writers import WRITERS


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
