from __future__ import annotations

import json
import random
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from notemine.domain import Note, Segment
from notemine.normalise import in_order
from notemine.workspace.name_key import key_path, read_key
from notemine.workspace.rows import read_notes, read_segments
from notemine.workspace.store import FILE, Store
from tests.cli.calling import call
from tests.workspace.evenings import BREDA, NAMES, NOTES, ZWOLLE, masked, write_notes

Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    return lambda *arguments: call(monkeypatch, *arguments, *FAST.get(arguments[0], ()))


# What these tests ask does not depend on the encoder.
FAST = {"add": ("--embedder", "dutch_fast"), "run": ("--embedder", "dutch_fast")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_notes(tmp_path / "notities")


def stored(into: Path) -> tuple[tuple[Note, ...], tuple[Segment, ...]]:
    with Store(into / FILE) as store:
        notes = tuple(in_order(read_notes(store)))
        return notes, read_segments(store, notes)


def content(into: Path) -> list[object]:
    """Notes and segments, the numbers of pseudonyms aside, and with them every offset behind one."""
    notes, segments = stored(into)
    return [
        [(n.id, n.event, n.source, masked(n.text), n.table, n.sector, n.meta_lines) for n in notes],
        [(s.id, s.note_id, s.line, masked(s.text), s.kind, s.speaker) for s in segments],
    ]


def results(into: Path) -> dict[str, str]:
    return {
        path.name: path.read_text(encoding="utf-8-sig")
        for path in into.iterdir()
        if path.suffix not in (".db",) and path.name != "manifest.json" and path.is_file()
    }


def mined(into: Path) -> dict[str, object]:
    result = json.loads(masked((into / "resultaat.json").read_text(encoding="utf-8")))
    topics = [(t["label"], sorted(t["segment_ids"])) for t in result["topics"]]
    questions = [(q["wording"], sorted(q["tables"]), q["status"]) for q in result["questions"]]
    return {"topics": sorted(topics), "questions": sorted(questions)}


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_one_by_one_in_any_order_gives_the_same_as_all_at_once(
    seed: int, folder: Path, tmp_path: Path, run: Run
) -> None:
    run("run", *sorted(folder.iterdir()), "--into", tmp_path / "ineens")
    order = random.Random(seed).sample(sorted(NOTES), len(NOTES))

    for name in order:
        run("add", folder / name, "--into", tmp_path / "los")
    code = run("run", "--into", tmp_path / "los", "--refit")

    assert code == 0
    assert content(tmp_path / "los") == content(tmp_path / "ineens")
    assert mined(tmp_path / "los") == mined(tmp_path / "ineens")


def test_what_was_stored_is_what_a_run_without_a_store_works_with(
    folder: Path, tmp_path: Path, run: Run
) -> None:
    from notemine.cleaning import clean_notes
    from notemine.config import Config
    from notemine.ingest import read_sources

    run("add", folder, "--into", tmp_path / "uit")

    clean = clean_notes(read_sources([folder]).notes, Config())
    assert stored(tmp_path / "uit") == (clean.notes, clean.segments)


def test_a_name_found_in_a_new_note_is_known_in_those_that_were_there(
    folder: Path, tmp_path: Path, run: Run
) -> None:
    first, second = folder / ZWOLLE / "tafel2.txt", folder / ZWOLLE / "tafel3.txt"
    into = tmp_path / "uit"
    run("add", first, "--into", into)

    run("add", second, "--into", into)

    texts = {note.source: note.text for note in stored(into)[0]}
    assert "Hendriks" not in texts[f"{ZWOLLE}/tafel2.txt"]
    assert re.search(r"aan Deelnemer \d van de gemeente", texts[f"{ZWOLLE}/tafel2.txt"])


def test_no_name_is_written_into_the_database_and_each_pseudonym_has_its_key(
    folder: Path, tmp_path: Path, run: Run
) -> None:
    into = tmp_path / "uit"
    (folder / ZWOLLE / "verslag Sofie Wouters.txt").write_text("Sofie Wouters belt. De zaal is vol.\n")
    (folder / ZWOLLE / "foto Karim El Amrani.jpg").write_bytes(b"\xff\xd8\xff\xe0 geen foto")

    run("run", folder, "--into", into)

    data = b"".join(path.read_bytes() for path in into.glob(f"{FILE}*"))
    assert [name for name in NAMES if name.encode() in data] == []
    assert [name for name in NAMES if name.lower().encode() in data] == []
    used = {m for note in stored(into)[0] for m in re.findall(r"Deelnemer \d+", f"{note.text} {note.source}")}
    assert len(used) > 3
    assert used <= {person.pseudonym for person in read_key(key_path(into)).people}


def test_only_what_is_new_or_changed_is_opened(
    folder: Path,
    tmp_path: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    into = tmp_path / "uit"
    run("add", folder, "--into", into)
    (folder / BREDA / "tafel5.txt").write_text("Tafel 5 - mbo\n- Is er koffie?\n", encoding="utf-8")
    for name in NOTES:
        if name.startswith(ZWOLLE):
            (folder / name).chmod(0)
    opened: list[str] = []
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda p, *a, **k: (opened.append(p.name), real(p, *a, **k))[1])
    capsys.readouterr()

    code = run("add", folder, "--into", into)

    assert code == 0
    assert capsys.readouterr().out == "1 nieuw, 0 gewijzigd, 8 ongewijzigd, 0 overgeslagen\n"
    assert "tafel5.txt" in opened
    assert len(stored(into)[0]) == 9


def test_only_new_texts_are_tagged(
    folder: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from notemine.normalise import mentions, segments

    into = tmp_path / "uit"
    run("add", folder, "--into", into)
    (folder / BREDA / "tafel5.txt").write_text("Tafel 5 - mbo\n- Is er koffie?\n", encoding="utf-8")
    read: list[str] = []
    seen: list[str] = []
    tag, see = segments._read, mentions._people
    monkeypatch.setattr(segments, "_read", lambda t, **k: (read.extend(t), tag(t, **k))[1])
    monkeypatch.setattr(mentions, "_people", lambda t, **k: (seen.extend(t), see(t, **k))[1])

    run("add", folder, "--into", into)

    assert read == ["Is er koffie?"]
    assert seen == ["Tafel 5 - mbo", "- Is er koffie?"]


def test_a_changed_note_replaces_what_came_from_it(folder: Path, tmp_path: Path, run: Run) -> None:
    into = tmp_path / "uit"
    run("add", folder, "--into", into)
    path = folder / BREDA / "tafel3.txt"
    path.write_text(path.read_text("utf-8").replace("Keuzestress begint", "Twijfel begint"), "utf-8")

    run("add", folder, "--into", into)

    run("add", folder, "--into", tmp_path / "vers")
    assert content(into) == content(tmp_path / "vers")
    with Store(into / FILE) as store:
        lemmas = " ".join(row[0] for row in store.rows("SELECT lemmas FROM readings"))
        assert "twijfel" in lemmas
        assert lemmas.count("keuzestress") == 1


def test_what_is_taken_out_leaves_no_trace(folder: Path, tmp_path: Path, run: Run) -> None:
    into = tmp_path / "uit"
    run("run", folder, "--into", into)

    code = run("remove", f"{ZWOLLE}/tafel3.txt", "--into", into)
    run("run", "--into", into, "--refit")

    (folder / ZWOLLE / "tafel3.txt").unlink()
    run("run", folder, "--into", tmp_path / "zonder")
    assert code == 0
    assert content(into) == content(tmp_path / "zonder")
    assert mined(into) == mined(tmp_path / "zonder")
    assert b"bovenbouw" not in (into / FILE).read_bytes()
    with Store(into / FILE) as store:
        assert store.rows("SELECT count(*) FROM segments_fts WHERE segments_fts MATCH 'bovenbouw'") == [(0,)]
        store.execute("INSERT INTO segments_fts (segments_fts) VALUES ('integrity-check')")


@pytest.mark.parametrize(
    ("pattern", "n_left"),
    [
        ("tafel3.txt", 6),
        (BREDA, 4),
        (f"{BREDA}/tafel3.txt", 7),
        ("*/tafel[12].txt", 4),
        ("notities", 0),
    ],
)
def test_a_file_a_folder_and_a_pattern_can_be_taken_out(
    pattern: str, n_left: int, folder: Path, tmp_path: Path, run: Run
) -> None:
    into = tmp_path / "uit"
    run("add", folder, "--into", into)

    code = run("remove", pattern, "--into", into)

    assert code == 0
    assert len(stored(into)[0]) == n_left


def test_a_path_on_disk_can_be_taken_out_but_no_folder_far_above_by_its_name(
    folder: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = tmp_path / "uit"
    run("add", folder, "--into", into)
    monkeypatch.chdir(folder / BREDA)

    codes = [
        run("remove", tmp_path.parent.name, "--into", into),
        run("remove", "./tafel1.txt", "--into", into),
    ]

    assert codes == [1, 0]
    assert len(stored(into)[0]) == 7


def test_taking_out_what_is_not_there_is_an_error(folder: Path, tmp_path: Path, run: Run) -> None:
    run("add", folder, "--into", tmp_path / "uit")

    assert run("remove", "tafel9.txt", "--into", tmp_path / "uit") == 1


def test_a_file_that_is_gone_keeps_its_notes_and_one_that_moved_is_no_second(
    folder: Path, tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "uit"
    run("add", folder, "--into", into)
    (folder / ZWOLLE / "tafel1.txt").unlink()
    (folder / ZWOLLE / "tafel2.txt").rename(folder / ZWOLLE / "tafel2-mbo.txt")
    capsys.readouterr()

    run("add", folder, "--into", into)

    said = capsys.readouterr()
    assert said.out == "0 nieuw, 1 gewijzigd, 6 ongewijzigd, 0 overgeslagen\n"
    assert "Van 1 bronnen is het bestand er niet meer" in said.err
    assert len(stored(into)[0]) == 8


def test_a_copy_is_told_whatever_comes_first(folder: Path, tmp_path: Path, run: Run) -> None:
    long = "Tafel 6 - mbo\n" + "".join(
        f"- Punt {i}: de school en het bedrijf praten te weinig.\n" for i in range(9)
    )
    one, two = folder / ZWOLLE / "tafel6.txt", folder / ZWOLLE / "tafel6 (kopie).txt"
    one.write_text(long, encoding="utf-8")
    two.write_text(long + "- En nog dit.\n", encoding="utf-8")
    run("add", *sorted(folder.iterdir()), "--into", tmp_path / "ineens")

    codes = [
        run("add", path, "--into", tmp_path / "los") for path in (one, two, *sorted(folder.glob("*/*.txt")))
    ]

    assert codes[:2] == [0, 0]
    assert content(tmp_path / "los") == content(tmp_path / "ineens")
    with Store(tmp_path / "los" / FILE) as store:
        reasons = store.rows("SELECT name, reason FROM skipped")
    # Of two versions the longer one stays.
    assert reasons == [(f"{ZWOLLE}/tafel6.txt", f"zelfde tekst als {ZWOLLE}/tafel6 (kopie).txt")]


def test_a_skipped_file_that_comes_later_is_called_after_who_bears_that_name_beside_it(
    folder: Path, tmp_path: Path, run: Run
) -> None:
    note, broken = folder / ZWOLLE / "tafel7.txt", folder / ZWOLLE / "verslag Wouter Hendriks.docx"
    note.write_text("Tafel 7 - mbo\n- Wouter Hendriks zoekt een stage.\n", encoding="utf-8")
    broken.write_bytes(b"PK\x03\x04 kapot")
    into = tmp_path / "los"
    run("add", note, "--into", into)

    code = run("add", broken, "--into", into)

    assert code == 3
    with Store(into / FILE) as store:
        ((text,),) = store.rows("SELECT text FROM notes")
        ((name,),) = store.rows("SELECT name FROM skipped")
    assert "Deelnemer 1 zoekt" in text
    assert name == f"{ZWOLLE}/verslag Deelnemer 1.docx"


def test_a_list_of_tables_that_comes_later_speaks_of_the_notes_that_were_there(
    folder: Path, tmp_path: Path, run: Run
) -> None:
    into = tmp_path / "uit"
    run("add", folder, "--into", into)
    (folder / ZWOLLE / "tafels.csv").write_text("tafel;thema\n1;Ouders en school\n", encoding="utf-8")

    run("add", folder, "--into", into)

    themes = {note.source: note.theme for note in stored(into)[0]}
    assert themes[f"notities/{ZWOLLE}/tafel1.txt"] == "Ouders en school"


def test_a_word_on_names_reaches_the_notes_that_were_there(folder: Path, tmp_path: Path, run: Run) -> None:
    into = tmp_path / "uit"
    run("add", folder, "--into", into)

    run("names", "--into", into, "--add", "Keuzestress")
    run("run", "--into", into)

    assert not any("Keuzestress" in note.text for note in stored(into)[0])


def test_a_lost_key_gives_new_numbers_to_all_that_can_be_read_again(
    folder: Path, tmp_path: Path, run: Run
) -> None:
    into = tmp_path / "uit"
    run("add", folder, "--into", into)
    before = content(into)
    key_path(into).unlink()

    run("add", folder, "--into", into)

    assert content(into) == before
    used = {m for note in stored(into)[0] for m in re.findall(r"Deelnemer \d+", note.text)}
    assert used <= {person.pseudonym for person in read_key(key_path(into)).people}


def test_schools_are_numbered_over_all_events_as_in_one_go(folder: Path, tmp_path: Path, run: Run) -> None:
    for i, (event, school) in enumerate([(ZWOLLE, "het Deltion College"), (BREDA, "het Graaf Engelbrecht")]):
        path = folder / event / f"tafel{7 + i}.txt"
        path.write_text(f"Tafel {7 + i} - mbo\n- Op {school} gaat dat goed.\n", encoding="utf-8")

    for event in (BREDA, ZWOLLE):
        run("add", *sorted((folder / event).iterdir()), "--into", tmp_path / "los", "--hide-schools")
    run("add", *sorted(folder.iterdir()), "--into", tmp_path / "ineens", "--hide-schools")

    assert content(tmp_path / "los") == content(tmp_path / "ineens")


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(
    folder: Path, tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "uit"

    code = run("add", folder, "--into", into, "--dry-run")

    assert code == 0
    assert capsys.readouterr().out == "8 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 overgeslagen\n"
    assert not into.exists()
    assert not key_path(into).exists()


def test_what_is_skipped_is_told_with_its_cause_and_exit_3(
    folder: Path, tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / ZWOLLE / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0 geen foto")

    code = run("add", folder, "--into", tmp_path / "uit")
    again = run("add", folder, "--into", tmp_path / "uit", "--json")

    first, second = capsys.readouterr().out.splitlines()
    assert (code, again) == (3, 3)
    assert first.startswith(
        f"8 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 overgeslagen (notities/{ZWOLLE}/foto.jpg: "
    )
    assert json.loads(second)["skipped"][0]["source"] == f"notities/{ZWOLLE}/foto.jpg"
    assert json.loads(second)["same"] == 8


def test_what_was_said_of_an_event_holds_when_its_notes_are_read_again(tmp_path: Path, run: Run) -> None:
    loose = tmp_path / "los"
    loose.mkdir()
    (loose / "tafel1.txt").write_text("Tafel 1 - mbo\n- De bus is te duur.\n", encoding="utf-8")
    run("add", loose, "--into", tmp_path / "uit", "--event", "LOB-avond", "--date", "2025-11-11")
    (loose / "tafel2.txt").write_text("Tafel 2 - mbo\n- De trein ook.\n", encoding="utf-8")

    run(
        "add",
        loose / "tafel2.txt",
        "--into",
        tmp_path / "uit",
        "--event",
        "LOB-avond",
        "--date",
        "2025-11-11",
    )
    run("names", "--into", tmp_path / "uit", "--add", "Bus")
    run("add", loose, "--into", tmp_path / "uit")

    assert {note.event.title for note in stored(tmp_path / "uit")[0]} == {"LOB-avond"}
    assert len(stored(tmp_path / "uit")[0]) == 2


def test_the_database_can_be_read_with_any_tool(folder: Path, tmp_path: Path, run: Run) -> None:
    run("add", folder, "--into", tmp_path / "uit")

    db = sqlite3.connect(tmp_path / "uit" / FILE)
    rows = db.execute(
        "SELECT e.place, n.table_name, s.text FROM segments s JOIN notes n ON n.id = s.note_id "
        "JOIN events e ON e.id = n.event_id WHERE s.text LIKE '%ouderavond?' ORDER BY 1, 2"
    ).fetchall()
    db.close()

    assert rows == [("Zwolle", "1", "Hoe krijg je ouders naar de ouderavond?")]


def test_a_folder_of_results_among_the_notes_is_passed_over(folder: Path, tmp_path: Path, run: Run) -> None:
    run("run", folder, "--into", folder / "uitkomst")

    run("add", folder, "--into", folder / "uitkomst")

    assert len(stored(folder / "uitkomst")[0]) == 8


def test_a_run_with_names_stores_none(folder: Path, tmp_path: Path, run: Run) -> None:
    into = tmp_path / "uit"

    code = run("run", folder, "--into", into, "--keep-names")

    assert code == 0
    assert "Karim" in (into / "resultaat.json").read_text(encoding="utf-8")
    assert b"Karim" not in (into / FILE).read_bytes()
    assert run("run", "--into", into, "--keep-names") == 2
