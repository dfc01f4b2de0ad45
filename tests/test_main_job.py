from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.report.reading import text_of

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus" / "notes"
OUTPUTS = [
    "impressie.docx",
    "manifest.json",
    "nalopen.csv",
    "onderwerpen.csv",
    "plan.docx",
    "plan.md",
    "plan.xlsx",
    "rapport.html",
    "resultaat.json",
    "resultaat.xlsx",
    "vragen.csv",
]

# The whole job with every way to the network shut, as a user would start it.
WITHOUT_NETWORK = """
import socket, sys
def refuse(*args, **kwargs):
    raise RuntimeError(f"network used: {args[1:]}")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
from notemine.cli import main
main()
"""


def notemine(*arguments: object, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT_NETWORK, *map(str, arguments)]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "COLUMNS": "140"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        name: re.sub(rb'"made_at": "[^"]*"', b"", (folder / name).read_bytes())
        for name in sorted(p.name for p in folder.iterdir() if p.is_file() and p.suffix != ".db")
    }


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four tables of the sample corpus, of two events and four formats."""
    folder = tmp_path_factory.mktemp("main") / "notes"
    for event in sorted(path for path in CORPUS.iterdir() if path.is_dir()):
        chosen = {}
        for path in sorted(event.iterdir()):
            chosen.setdefault(path.suffix, path)
        for path in chosen.values():
            (folder / event.name).mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / event.name)
    return folder


@pytest.fixture(scope="module")
def done(notes: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The outputs and what was said of a run over ``notes``, without a network."""
    into = tmp_path_factory.mktemp("main") / "uit"
    run = notemine("run", *sorted(notes.iterdir()), "--into", into)
    assert run.returncode == 0, run.stderr
    return into, run.stdout


def test_the_main_job_writes_every_output_without_a_network(done: tuple[Path, str]) -> None:
    into, _ = done

    assert sorted(contents(into)) == OUTPUTS


def test_the_summary_is_one_dutch_screen_that_ends_with_the_next_step(done: tuple[Path, str]) -> None:
    _, said = done

    assert len(said.splitlines()) <= 40
    for word in ("Gelezen", "Overgeslagen", "Onderwerpen", "terugkerend", "Volgende stap", "rapport.html"):
        assert word in said


def test_another_order_another_hash_seed_and_no_cache_give_the_same_bytes(
    notes: Path, done: tuple[Path, str], tmp_path: Path
) -> None:
    elsewhere = shutil.copytree(notes, tmp_path / "notes")
    events = sorted(elsewhere.iterdir(), reverse=True)

    run = notemine("run", *events, "--into", tmp_path / "uit", hash_seed="12345")

    assert run.returncode == 0, run.stderr
    assert contents(tmp_path / "uit") == contents(done[0])


def test_a_second_run_with_cached_vectors_gives_the_same_bytes(notes: Path, done: tuple[Path, str]) -> None:
    before = contents(done[0])

    run = notemine("run", *sorted(notes.iterdir()), "--into", done[0])

    after = contents(done[0])
    assert run.returncode == 0, run.stderr
    assert {name: after[name] == before[name] for name in after} == dict.fromkeys(OUTPUTS, True)


def test_every_question_and_segment_leads_back_to_its_file_and_line(
    notes: Path, done: tuple[Path, str]
) -> None:
    import notemine as nm

    mined = nm.mine(str(notes))

    note_of = {note.id: note for note in mined.notes}
    segment_of = {segment.id: segment for segment in mined.segments}
    files = {path.name for path in notes.rglob("*") if path.is_file()}
    for group in mined.questions:
        for asked in group.asked:
            note = note_of[segment_of[asked.segment_id].note_id]
            assert note.text[asked.start : asked.end] == asked.text
            assert Path(note.source).name in files
    for segment in mined.segments:
        note = note_of[segment.note_id]
        assert segment.line == note.line_at(segment.start)
        assert note.text[segment.start : segment.end].strip()


def test_no_labelled_name_reaches_an_output(done: tuple[Path, str]) -> None:
    into, _ = done
    gold = (ROOT / "corpus" / "gold" / "names.jsonl").read_text(encoding="utf-8").splitlines()
    names = sorted({json.loads(line)["text"] for line in gold})
    written = "\n".join(text_of(into / name) for name in OUTPUTS)

    leaked = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", written)]

    assert len(leaked) <= 0.05 * len(names), leaked


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("leeg.txt", b"", "leeg"),
        ("plaatje.docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "plaatje"),
        ("groot.txt", b"- een regel met tekst\n" * 2_400_000, "MB"),
        ("foto.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 100, "jpg"),
    ],
    ids=["zero bytes", "a picture called docx", "50 MB", "unknown type"],
)
def test_a_bad_file_is_named_with_its_cause_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, cause: str
) -> None:
    (tmp_path / "goed.txt").write_text(
        "Tafel 1 - vmbo\n- Hoe betrek je ouders?\n- de mentor belt\n", encoding="utf-8"
    )
    (tmp_path / name).write_bytes(content)

    run = notemine("run", tmp_path, "--into", tmp_path.parent / f"uit-{name}", "--embedder", "tfidf")

    assert run.returncode == 3, run.stderr
    assert "Traceback" not in run.stderr
    assert name in run.stdout
    assert cause in run.stdout
    assert (tmp_path.parent / f"uit-{name}" / "rapport.html").is_file()


@pytest.mark.parametrize("make", [True, False], ids=["empty folder", "missing path"])
def test_nothing_to_read_is_one_clear_line(tmp_path: Path, make: bool) -> None:
    folder = tmp_path / "notities"
    if make:
        folder.mkdir()

    run = notemine("run", folder, "--into", tmp_path / "uit")

    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1
    assert "notities" in run.stderr


def test_a_cp1252_note_keeps_its_diacritics(tmp_path: Path) -> None:
    (tmp_path / "oud.txt").write_bytes("- Hoe vaak ziet de coördinator één leerling?\n".encode("cp1252"))

    run = notemine("questions", tmp_path, "--json")

    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)[0]["wording"] == "Hoe vaak ziet de coördinator één leerling?"


def test_hostile_content_is_inert(tmp_path: Path) -> None:
    hostile = (
        "Tafel 1 - vmbo\n"
        '- <script>fetch("http://evil.example")</script> Hoe betrek je ouders?\n'
        '- =HYPERLINK("http://evil.example";"klik") Wie betaalt dat?\n'
        "- \x1b[31mrood\x1b[0m en \u202egespiegeld: wie regelt de zaal?\n"
    )
    (tmp_path / "n").mkdir()
    (tmp_path / "n" / "tafel1.txt").write_text(hostile, encoding="utf-8")

    run = notemine("run", tmp_path / "n", "--into", tmp_path / "uit", "--embedder", "tfidf")

    page = (tmp_path / "uit" / "rapport.html").read_text(encoding="utf-8")
    cells = (tmp_path / "uit" / "vragen.csv").read_text(encoding="utf-8-sig")
    assert run.returncode == 0, run.stderr
    assert "<script>fetch" not in page
    assert not re.search(r"[\x1b\u202e]", page + cells + run.stdout.replace("\x1b", "", 0))
    assert not re.search(r'(?m)(^|;)"?[=+@]', cells)
