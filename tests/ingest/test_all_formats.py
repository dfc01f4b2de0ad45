from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notemine.domain import Note
from notemine.dutch.pipeline import load_nlp
from notemine.dutch.plain_text import clean
from notemine.ingest import read_sources
from notemine.normalise import make_segments
from tests.ingest.note_writers import BLOCKS, OPENING, WRITERS, write_pdf_note

NLP = load_nlp("blank")
SENTENCES = [
    sentence
    for block in BLOCKS
    for text in block.texts
    for sentence in text.replace(". H", ".\nH").split("\n")
]
# A transcript holds what was said: no title and no date, and who opens it says table, sector and theme.
TRANSCRIPTS = {"vtt", "srt"}
# Text at a place on a page: a PDF knows rows, and no cells.
WITHOUT_CELLS = {"pdf"}


def read_note(path: Path) -> Note:
    (note,) = read_sources([path]).notes
    return note


def texts_of(note: Note) -> list[str]:
    return [segment.text for segment in make_segments([note], NLP)]


def expected(suffix: str) -> list[str]:
    if suffix in TRANSCRIPTS:
        return [OPENING, *SENTENCES]
    if suffix not in WITHOUT_CELLS:
        return SENTENCES
    rows = {block.texts[0]: " ".join(block.texts) for block in BLOCKS if block.kind == "row"}
    others = {text for block in BLOCKS if block.kind == "row" for text in block.texts[1:]}
    return [rows.get(sentence, sentence) for sentence in SENTENCES if sentence not in others]


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_note_says_the_same_in_every_format(tmp_path: Path, suffix: str) -> None:
    WRITERS[suffix](tmp_path / f"verslag.{suffix}")

    note = read_note(tmp_path / f"verslag.{suffix}")

    assert texts_of(note) == expected(suffix)


@pytest.mark.parametrize("suffix", WRITERS)
def test_table_sector_theme_and_date_are_the_same_in_every_format(tmp_path: Path, suffix: str) -> None:
    WRITERS[suffix](tmp_path / f"verslag.{suffix}")

    note = read_note(tmp_path / f"verslag.{suffix}")

    day = None if suffix in TRANSCRIPTS else date(2025, 3, 18)
    assert (note.table, note.sector, note.theme.lower()) == ("4", "mbo", "loopbaanbegeleiding")
    assert note.event.held_on == day


@pytest.mark.parametrize("suffix", WRITERS)
def test_segments_point_into_what_was_read_in_every_format(tmp_path: Path, suffix: str) -> None:
    WRITERS[suffix](tmp_path / f"verslag.{suffix}")

    note = read_note(tmp_path / f"verslag.{suffix}")

    for segment in make_segments([note], NLP):
        written = note.text[segment.start : segment.end]
        assert clean(written) == segment.text
        assert not written.startswith((" ", "\n", "-", "•"))


@pytest.mark.parametrize("hyphen", ["-", "\u00ad"], ids=["hyphen", "soft hyphen"])
@pytest.mark.parametrize("width", range(60, 106, 5))
def test_a_pdf_of_any_width_gives_whole_sentences_and_words(tmp_path: Path, width: int, hyphen: str) -> None:
    write_pdf_note(tmp_path / "verslag.pdf", width=width, hyphen=hyphen)

    note = read_note(tmp_path / "verslag.pdf")

    assert texts_of(note) == expected("pdf")


def test_a_theme_has_no_signs_that_show_nothing(tmp_path: Path) -> None:
    page = (
        "<title>Tafel\u00a04</title><h1>Tafel 4 \u2013 Pro\ufb01el\u00adkeuze (vmbo)</h1><p>Wie kiest er?</p>"
    )
    (tmp_path / "verslag.html").write_text(page, encoding="utf-8")

    note = read_note(tmp_path / "verslag.html")

    assert (note.table, note.theme, note.sector) == ("4", "Profielkeuze", "vmbo")
