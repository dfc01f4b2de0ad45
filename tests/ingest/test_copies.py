from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.ingest import Ingested, read_sources
from notemine.ingest.copies import find_copies, shingles_of
from notemine.ingest.sources import MIN_PARALLEL
from tests.ingest.writers import WRITERS

SAID = [
    "Tafel 3 - begeleiding (mbo)",
    "",
    "Wie voert het gesprek met een leerling die al drie keer van richting wisselde?",
    "De mentor heeft daar in de praktijk een kwartier per half jaar voor.",
    "Ouders horen het pas wanneer het rapport er al ligt.",
    "Een vaste dag in het rooster zou schelen, zegt iedereen.",
    "Welke school heeft dat al geprobeerd, en wat kostte het?",
]
OTHER = [
    "Tafel 4 - bedrijven (vmbo)",
    "",
    "Hoe krijgt een klein bedrijf plaats voor twee leerlingen tegelijk?",
    "De bus naar het industrieterrein rijdt maar een keer in het uur.",
    "Niemand weet wie de verzekering regelt op zo'n middag.",
    "Een lijst met adressen per wijk bestaat wel, maar is van drie jaar terug.",
    "Kan de gemeente die lijst bijhouden, of doet de school dat zelf?",
]


def reasons(ingested: Ingested) -> dict[str, str]:
    return {
        skipped.source.split("/", 1)[1]: skipped.reason.replace("2025-01-14-ede/", "")
        for skipped in ingested.skipped
    }


def sources(ingested: Ingested) -> list[str]:
    return sorted(note.source.split("/", 1)[1] for note in ingested.notes)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    evening = tmp_path / "2025-01-14-ede"
    evening.mkdir()
    return evening


@pytest.mark.parametrize("suffix", ["pdf", "odt", "html", "txt"])
def test_a_word_file_and_what_was_made_of_it_are_counted_once(folder: Path, suffix: str) -> None:
    WRITERS["docx"](folder / "tafel 3.docx", SAID)
    WRITERS[suffix](folder / f"tafel 3.{suffix}", SAID)

    ingested = read_sources([folder])

    # Of two names as long the first in the alphabet stays, but for a PDF.
    kept, gone = ("tafel 3.docx", f"tafel 3.{suffix}")
    if len(suffix) < len("docx") and suffix != "pdf":
        kept, gone = gone, kept
    assert sources(ingested) == [kept]
    assert reasons(ingested) == {gone: f"zelfde tekst als {kept}"}


def test_a_pdf_that_cuts_its_words_is_a_copy_too(folder: Path) -> None:
    WRITERS["docx"](folder / "tafel 3.docx", SAID)
    wrapped = [
        *SAID[:2],
        "Wie voert het gesprek met een leer-",
        "ling die al drie keer van rich-",
        "ting wisselde?",
    ]
    WRITERS["pdf"](folder / "a.pdf", [*wrapped, *SAID[3:], "1"])

    assert reasons(read_sources([folder])) == {"a.pdf": "zelfde tekst als tafel 3.docx"}


def test_a_copy_with_a_word_changed_is_counted_once(folder: Path) -> None:
    WRITERS["txt"](folder / "tafel 3.txt", SAID)
    WRITERS["txt"](folder / "tafel 3 def.txt", [*SAID[:-1], SAID[-1].replace("kostte", "kost")])

    assert reasons(read_sources([folder])) == {"tafel 3 def.txt": "zelfde tekst als tafel 3.txt"}


@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_of_two_versions_the_longer_one_stays(folder: Path, suffix: str) -> None:
    WRITERS["txt"](folder / "a.txt", SAID)
    WRITERS[suffix](folder / f"b, aangevuld.{suffix}", [*SAID, "Dat weet Rijnoord vast."])

    ingested = read_sources([folder])

    assert reasons(ingested) == {"a.txt": f"zelfde tekst als b, aangevuld.{suffix}"}


@pytest.mark.parametrize(
    "second",
    [OTHER, [*SAID, *OTHER[2:]], [*SAID[:3], *OTHER[3:]], SAID[:2]],
    ids=["another note", "much longer", "half the same", "the title only"],
)
def test_notes_that_differ_are_both_kept(folder: Path, second: list[str]) -> None:
    WRITERS["txt"](folder / "a.txt", SAID)
    WRITERS["txt"](folder / "b.txt", second)

    ingested = read_sources([folder])

    assert sources(ingested) == ["a.txt", "b.txt"]
    assert not ingested.skipped


def test_short_notes_are_copies_only_to_the_letter(folder: Path) -> None:
    WRITERS["txt"](folder / "a.txt", ["Te weinig tijd."])
    WRITERS["txt"](folder / "b.txt", ["Te weinig tijd!"])
    WRITERS["txt"](folder / "c.txt", ["Te weinig tijd."])

    ingested = read_sources([folder])

    assert sources(ingested) == ["a.txt", "b.txt"]
    assert reasons(ingested) == {"c.txt": "zelfde inhoud als a.txt"}


TEXTS = st.lists(
    st.lists(st.sampled_from([*SAID[2:], *OTHER[2:]]), min_size=1, max_size=8).map("\n".join), max_size=6
)


@given(TEXTS)
def test_a_copy_is_of_one_that_is_kept(texts: list[str]) -> None:
    shingles = [shingles_of([text]) for text in texts]

    copy_of = find_copies(shingles)

    assert all(first < place and first not in copy_of for place, first in copy_of.items())


@given(TEXTS)
def test_of_what_is_kept_no_two_are_alike(texts: list[str]) -> None:
    shingles = [shingles_of([text]) for text in texts]

    copy_of = find_copies(shingles)

    kept = [shingles[i] for i in range(len(texts)) if i not in copy_of and shingles[i]]
    assert len({frozenset(one) for one in kept}) == len(kept)


@settings(max_examples=25, deadline=None)
@given(texts=TEXTS, seed=st.integers(0, 99))
def test_the_order_of_the_files_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], seed: int
) -> None:
    folder = tmp_path_factory.mktemp("avond")
    paths = [folder / f"tafel {n}.txt" for n in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    expected = read_sources(paths)

    random.Random(seed).shuffle(paths)

    assert read_sources(paths) == expected


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for n in range(MIN_PARALLEL + 6):
        evening = tmp_path / f"2025-02-{n % 5 + 1:02}-ede"
        evening.mkdir(exist_ok=True)
        (evening / f"tafel {n}.txt").write_text(f"Tafel {n}\n- punt {n // 2} van {n % 3}\n", encoding="utf-8")
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF- en niets")
    (tmp_path / "tafels.csv").write_text("tafel;thema\n7;geld\n", encoding="utf-8")
    return tmp_path


def test_reading_with_processes_is_reading_without(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, int, int]] = []
    alone = read_sources([many])
    handed: list[int] = []
    with ProcessPoolExecutor(max_workers=2) as executor:
        map_in_processes = executor.map

        def counted(read: Callable[..., object], files: Sequence[object], **options: int) -> object:
            handed.append(len(files))
            return map_in_processes(read, files, **options)

        monkeypatch.setattr(executor, "map", counted)
        together = read_sources([many], executor=executor, progress=lambda *done: seen.append(done))

    assert together == alone
    assert handed == [MIN_PARALLEL + 8]
    assert seen[-1] == ("lezen", MIN_PARALLEL + 8, MIN_PARALLEL + 8)


def test_standard_input_is_read_here_where_files_are_read_by_processes(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"- van de toetsen\n")))
    with ProcessPoolExecutor(max_workers=1) as executor:
        notes = read_sources([many, "-"], executor=executor).notes

    assert [note.text for note in notes if note.source == "standaardinvoer"] == ["- van de toetsen"]


def test_few_files_are_read_without_processes(folder: Path) -> None:
    WRITERS["txt"](folder / "a.txt", SAID)

    # Whatever is no executor would fail if it were used.
    assert len(read_sources([folder], executor=object()).notes) == 1  # type: ignore[arg-type]
