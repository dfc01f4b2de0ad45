"""What was read and who was named, on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.calling import call, said
from tests.cli.evenings import NAMES

pytestmark = pytest.mark.usefixtures("elsewhere")


def test_notes_as_json_say_what_is_known_and_what_told_it(
    evening: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call(monkeypatch, "notes", evening, "--json")

    found = said(capsys)
    rows = {row["table"]: row for row in found["notes"]}
    assert (code, found["skipped"], sorted(rows)) == (0, [], ["1", "2", "3"])
    one, two = rows["1"], rows["2"]
    assert (one["sector"], one["theme"], one["date"], one["place"]) == (
        "vmbo",
        "ouders",
        "2025-03-18",
        "Deventer",
    )
    assert one["author"].startswith("Deelnemer ")
    assert one["told_by"] == {
        "table": "titel",
        "sector": "titel",
        "theme": "titel",
        "author": "kop",
        "date": "map",
        "place": "map",
    }
    assert (two["school"], two["n_repeated"], one["n_foreign"]) == ("Linde College", 1, 1)
    assert (two["n_lines"], two["encoding"]) == (5, "utf-8")


def test_notes_as_a_table_show_what_told_it_and_how_to_correct_it(
    evening: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "160")

    code = call(monkeypatch, "notes", evening)

    shown, talk = capsys.readouterr()
    assert code == 0
    assert "tafel1.txt" in shown
    assert "ouders" in shown
    assert "titel" in shown
    assert "Linde College" in shown
    assert "(uit map)" in shown
    assert not [name for name in NAMES if name in shown + talk]
    assert "[ingest.notes." in talk
    assert "3 notities uit 3 bestanden" in talk
    assert "1 regel in een andere taal, 1 dubbele regel." in talk


def test_notes_that_were_skipped_are_named_and_exit_3(
    evening: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (evening / "flap.jpg").write_bytes(b"\xff\xd8\xff")

    code = call(monkeypatch, "notes", evening, "--json")

    shown, talk = capsys.readouterr()
    assert code == 3
    assert [one["source"] for one in json.loads(shown)["skipped"]] == ["2025-03-18-deventer/flap.jpg"]
    assert "overgeslagen: 2025-03-18-deventer/flap.jpg: plaatje" in talk


def test_notes_follow_the_settings_and_keep_names_where_that_is_asked(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = tmp_path / "notemine.toml"
    toml.write_text(
        '[ingest.notes."opname.vtt"]\nskip = true\n[ingest.notes."tafel2.txt"]\ntable = 7\n', "utf-8"
    )

    call(monkeypatch, "notes", evening, "--config", toml, "--keep-names", "--json")

    rows = {row["table"]: row for row in said(capsys)["notes"]}
    assert sorted(rows) == ["1", "7"]
    assert rows["1"]["author"] == "Wietske Postma"
    assert rows["7"]["told_by"]["table"] == "notemine.toml"


def test_a_wrong_date_in_the_settings_is_one_line_and_exit_1(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = tmp_path / "notemine.toml"
    toml.write_text('[ingest.notes."tafel1.txt"]\ndate = "ooit"\n', encoding="utf-8")

    code = call(monkeypatch, "notes", evening, "--config", toml)

    (line,) = capsys.readouterr().err.splitlines()
    assert code == 1
    assert line.startswith("fout: ")
    assert "tafel1.txt.date" in line


def test_names_as_json_say_who_was_named_how_and_where(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call(monkeypatch, "names", evening, "--into", tmp_path / "uit", "--json")

    rows = said(capsys)
    gerda = next(row for row in rows if "Gerda" in row["forms"])
    assert code == 0
    assert sorted(gerda["forms"]) == ["Gerda", "Gerda ter Horst"]
    assert (gerda["n"], gerda["event"]) == (2, "Deventer")
    assert gerda["places"] == ["2025-03-18-deventer/tafel1.txt:4", "2025-03-18-deventer/tafel1.txt:5"]
    assert {row["forms"][0] for row in rows} >= {"Kees Kok", "Wietske Postma", "Quxantha Li"}
    assert len({row["pseudonym"] for row in rows}) == len(rows)


def test_names_as_a_table_say_where_the_key_is(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "160")

    code = call(monkeypatch, "names", evening, "--into", tmp_path / "uit")

    shown, talk = capsys.readouterr()
    assert code == 0
    assert "Gerda ter Horst" in shown
    assert "en 1 keer elders" in shown
    assert f"De sleutel staat in {tmp_path / 'uit.key.json'}" in talk


def test_what_is_said_of_names_is_kept_and_followed(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = ("--into", tmp_path / "uit")

    codes = [
        call(monkeypatch, "names", *into, "--not", "Kees Kok", "--not", "Kees"),
        call(monkeypatch, "names", *into, "--public", "Quxantha Li"),
        call(monkeypatch, "names", *into, "--add", "Volgens"),
        call(monkeypatch, "names", *into, "--same", "Gerda ter Horst", "--same", "Wietske Postma"),
    ]
    capsys.readouterr()
    call(monkeypatch, "names", evening, *into, "--json")

    rows = said(capsys)
    assert codes == [0, 0, 0, 0]
    assert sorted(tuple(sorted(row["forms"])) for row in rows) == [
        ("Gerda", "Gerda ter Horst", "Wietske Postma"),
        ("Volgens",),
    ]


def test_what_is_said_may_be_said_with_the_sources_and_as_json(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    call(monkeypatch, "names", "--into", tmp_path / "uit", "--not", "Kees Kok", "--json")
    assert said(capsys) == {"path": (tmp_path / "uit.key.json").as_posix()}

    call(monkeypatch, "names", evening, "--into", tmp_path / "uit", "--not", "Quxantha Li", "--json")

    forms = [form for row in said(capsys) for form in row["forms"]]
    assert "Gerda" in forms
    assert not {"Kees Kok", "Quxantha Li"} & set(forms)


@pytest.mark.parametrize("arguments", [("--same", "Gerda"), ()], ids=["one alone", "nothing"])
def test_names_need_two_or_sources_or_a_correction(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(monkeypatch, "names", "--into", tmp_path / "uit", *arguments) == 2
    assert not (tmp_path / "uit.key.json").exists()


def test_names_are_looked_over_with_one_key_each(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = ("--into", tmp_path / "uit")
    call(monkeypatch, "names", evening, *into, "--json")
    before = said(capsys)
    # What is no key is asked again; "q" leaves the rest for another time.
    monkeypatch.setattr("sys.stdin", io.StringIO("?\nj\nn\np\nq\n"))

    code = call(monkeypatch, "names", evening, *into, "--review")

    decisions = json.loads((tmp_path / "uit.key.json").read_text(encoding="utf-8"))["decisions"]
    talk = capsys.readouterr().err
    assert code == 0
    assert sorted(decisions["names"]) == sorted(before[0]["forms"])
    assert sorted(decisions["no_names"]) == sorted(before[1]["forms"])
    assert sorted(decisions["public"]) == sorted(before[2]["forms"])
    assert before[0]["forms"][0] in talk
    assert "3 opgeschreven in" in talk


def test_what_was_looked_over_is_not_asked_again(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = ("--into", tmp_path / "uit")
    monkeypatch.setattr("sys.stdin", io.StringIO("j\n" * 20))
    call(monkeypatch, "names", evening, *into, "--review")
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    call(monkeypatch, "names", evening, *into, "--review")

    assert "j = klopt" not in capsys.readouterr().err
