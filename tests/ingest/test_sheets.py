from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from ftfy import fix_encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.domain import Event, Note, Plan, PlanItem, RecurringQuestion, Segment
from notemine.dutch.pipeline import load_nlp
from notemine.dutch.sheets import INSTRUCTION, is_bare, quote
from notemine.ingest import Ingested, read_sources
from notemine.ingest.raw import RawNote
from notemine.ingest.sheets import read_sheet
from notemine.normalise import make_segments
from notemine.report import write_sheets
from notemine.report.safe import plain

BLANK = "leeg invulvel: niemand schreef er iets op"
LEAD, FOLLOW_UP = "Hoeveel uur krijgt een mentor voor LOB?", "Wie betaalt de bus (600 euro)?"
DAY = date(2026, 3, 17)


def item(title: str = "Tijd en geld", sectors: tuple[str, ...] = ("mbo",)) -> PlanItem:
    return PlanItem(
        id="p-1",
        title=title,
        topic_id="t-1",
        lead_question="q-1",
        questions=("q-2",),
        sectors=sectors,
        helpers=(),
        demand=2,
        reason="",
    )


def asked(lead: str = LEAD, follow_up: str = FOLLOW_UP) -> list[RecurringQuestion]:
    return [
        RecurringQuestion(id="q-1", wording=lead, asked=()),
        RecurringQuestion(id="q-2", wording=follow_up, asked=()),
    ]


def sheet(
    folder: Path, *items: PlanItem, questions: Sequence[RecurringQuestion] = (), place: str = "Breda"
) -> Path:
    """Write the sheets of one event; the path of the first."""
    plan = Plan(items=items or (item(),))
    questions = questions or asked()
    return write_sheets(
        plan, folder, questions=questions, event="LOB-avond / voorjaar", held_on=DAY, place=place
    )[0]


def edit(path: Path, change: Callable[[DocumentObject], object]) -> Note:
    """Change a sheet as a note-taker would; what it is read as."""
    document = Document(str(path))
    change(document)
    document.save(str(path))
    (note,) = read_sources([path]).notes
    return note


def fill(document: DocumentObject, *notes: str) -> None:
    """Type notes at the bullets of a sheet, and more below them."""
    bullets = [p for p in document.paragraphs if p.style and p.style.name == "Notemine notitie"]
    for i, text in enumerate(notes):
        (bullets[i] if i < len(bullets) else document.add_paragraph(style="Notemine notitie")).add_run(text)


def write_at(document: DocumentObject, label: str, text: str) -> None:
    next(p for p in document.paragraphs if p.text.startswith(label)).add_run(text)


def segments(note: Note) -> list[str]:
    return [segment.text for segment in _segments(note)]


def _segments(note: Note) -> tuple[Segment, ...]:
    return make_segments([note], load_nlp())


def reasons(ingested: Ingested) -> set[str]:
    return {skipped.reason for skipped in ingested.skipped}


def test_a_sheet_that_nobody_wrote_on_is_skipped(tmp_path: Path) -> None:
    sheet(tmp_path / "vellen", item(), item("Ouders"))
    write_sheets(2, tmp_path / "genummerd")

    ingested = read_sources([tmp_path])

    assert ingested.notes == ()
    assert [skipped.reason for skipped in ingested.skipped] == [BLANK] * 4


def test_names_alone_are_no_notes(tmp_path: Path) -> None:
    path = sheet(tmp_path)
    document = Document(str(path))
    write_at(document, "Notulist:", "Eefje Bloem")
    write_at(document, "Aanwezig:", "Piet Jansen (decaan), Ans de Wit, 2 leerlingen")
    document.save(str(path))

    assert reasons(read_sources([path])) == {BLANK}


def test_a_filled_sheet_gives_its_facts_and_only_what_was_written(tmp_path: Path) -> None:
    def write(document: DocumentObject) -> None:
        write_at(document, "Rol:", "decanen")
        write_at(document, "School:", "Markdal College")
        write_at(document, "Notulist:", "Eefje Bloem")
        fill(document, "Twintig uur op papier.", "Wie regelt dat dan?")

    note = edit(sheet(tmp_path / "vellen"), write)

    assert (note.table, note.sector, note.theme, note.role) == ("1", "mbo", "Tijd en geld", "decanen")
    assert (note.school, note.author) == ("Markdal College", "Eefje Bloem")
    assert note.event == Event(
        id="2026-03-17-lob-avond-voorjaar", title="LOB-avond / voorjaar", held_on=DAY, place="Breda"
    )
    assert segments(note) == ["Twintig uur op papier.", "Wie regelt dat dan?"]


@pytest.mark.parametrize(
    "theme",
    [
        "Overstap van vmbo naar mbo",
        "Tafel 4: ouders?",
        "Ouders / verzorgers – thuis – en op school; hoe dan (vmbo)",
        "LOB",
        "*nu* | straks",
        "12 maart 2024",
        "Verslag van Jan de Vries",
    ],
)
def test_a_theme_comes_back_as_it_was_put_in(tmp_path: Path, theme: str) -> None:
    note = edit(sheet(tmp_path / "vellen", item(theme)), lambda document: fill(document, "Een punt."))

    assert note.theme == theme
    assert (note.table, note.sector, note.event.held_on) == ("1", "mbo", DAY)


# What looks as if it was read in a wrong encoding ("Â¡") is put right when it is read.
_VALUES = st.text(min_size=1, max_size=60).filter(
    lambda text: plain(text) != "" and fix_encoding(plain(text)) == plain(text)
)


@settings(max_examples=25, deadline=None)
@given(theme=_VALUES, place=_VALUES, lead=_VALUES)
def test_whatever_is_put_in_comes_back_and_is_no_note(
    tmp_path_factory: pytest.TempPathFactory, theme: str, place: str, lead: str
) -> None:
    folder = tmp_path_factory.mktemp("vel") / "vellen"
    path = sheet(folder, item(theme), questions=asked(lead), place=place)
    blank = read_sources([path])

    note = edit(path, lambda document: fill(document, "Een punt."))

    unwritable = dict.fromkeys((0xFFFE, 0xFFFF))
    assert reasons(blank) == {BLANK}
    assert note.theme == plain(theme.translate(unwritable))
    assert note.event.place == plain(place.translate(unwritable))
    assert segments(note) == ["Een punt."]


def test_more_bullets_than_were_printed_are_read(tmp_path: Path) -> None:
    notes = [f"Punt {n} van de avond." for n in range(40)]

    note = edit(sheet(tmp_path), lambda document: fill(document, *notes))

    assert segments(note) == notes


def test_what_a_table_notes_in_the_words_of_a_sheet_is_a_note(tmp_path: Path) -> None:
    notes = ["Vervolgvraag: mag dat van de directie?", "Tafel 4 – ouders", "Thema: te breed."]

    note = edit(sheet(tmp_path), lambda document: fill(document, *notes))

    assert segments(note) == notes


@pytest.mark.parametrize("label", ["Openingsvraag", "Vervolgvraag"])
def test_a_reply_behind_a_printed_question_is_kept(tmp_path: Path, label: str) -> None:
    note = edit(sheet(tmp_path), lambda document: write_at(document, label, " Wij weten het ook niet."))

    assert segments(note)[-1] == "Wij weten het ook niet."


def test_a_reply_on_a_new_line_in_a_printed_question_is_kept_without_the_question(tmp_path: Path) -> None:
    note = edit(sheet(tmp_path), lambda document: write_at(document, "Openingsvraag", "\nTwintig uur."))

    assert segments(note) == ["Twintig uur."]


def test_a_paragraph_under_a_printed_question_is_a_note(tmp_path: Path) -> None:
    def write(document: DocumentObject) -> None:
        below = next(p for p in document.paragraphs if p.text.startswith("Vervolgvraag"))
        below.insert_paragraph_before("Twintig uur.", style="Notemine notitie")

    assert segments(edit(sheet(tmp_path), write)) == ["Twintig uur."]


def test_enter_behind_a_printed_question_begins_a_note(tmp_path: Path) -> None:
    styles = Document(str(sheet(tmp_path))).styles

    following = {styles[name].next_paragraph_style.name for name in ("Notemine vraag", "Notemine uitleg")}  # type: ignore[attr-defined]

    assert following == {"Notemine notitie"}


def test_a_sheet_is_known_when_its_styles_are_lost(tmp_path: Path) -> None:
    def write(document: DocumentObject) -> None:
        fill(document, "Twintig uur op papier.")
        for paragraph in document.paragraphs:
            paragraph.style = document.styles["Normal"]

    note = edit(sheet(tmp_path), write)

    assert segments(note) == ["Twintig uur op papier."]
    assert (note.table, note.theme, note.event.title) == ("1", "Tijd en geld", "LOB-avond / voorjaar")


def test_a_sheet_is_known_by_its_styles_when_its_words_were_changed(tmp_path: Path) -> None:
    def write(document: DocumentObject) -> None:
        for paragraph in document.paragraphs:
            if paragraph.text in INSTRUCTION:
                paragraph.text = "Schrijf gerust wat je wilt."
            elif paragraph.text.startswith(("Openingsvraag", "Vervolgvraag")):
                paragraph.text = "Wat doen jullie aan LOB?"
        fill(document, "Twintig uur op papier.")

    assert segments(edit(sheet(tmp_path), write)) == ["Twintig uur op papier."]


def test_a_sheet_copied_as_text_is_known_though_its_lines_were_wrapped(tmp_path: Path) -> None:
    lines = (
        "Tafel 3 – Ouders van anderstalige",
        "leerlingen: wat weten ze?",
        "Bijeenkomst: LOB-avond",
        "Datum: 17 maart 2026",
        "Thema: Ouders",
        "Aanwezig: Piet Jansen,",
        "Ans de Wit",
        "Vragen voor aan tafel",
        "Openingsvraag: “Hoe bereik je ouders die geen Nederlands lezen en nooit op de",
        "ouderavond komen?”",
        "Notities",
        *INSTRUCTION,
        "- Bel ze.",
        "Invulvel · Tafel 3 – Ouders · bladzijde",
        "1",
    )
    (tmp_path / "vel.txt").write_text("\n".join(lines), encoding="utf-8")

    (note,) = read_sources([tmp_path / "vel.txt"]).notes

    assert segments(note) == ["Bel ze."]
    assert (note.table, note.theme, note.event.title) == ("3", "Ouders", "LOB-avond")


def test_notes_typed_in_place_of_everything_under_the_top_are_kept() -> None:
    text = "Tafel 3 – Ouders\nPlaats: Breda\nAanwezig: Ans\nBel ze gewoon.\nDat scheelt een brief."

    read = read_sheet(RawNote(text=text, unit="paragraph", is_sheet=True))

    assert read is not None
    assert read.meta_lines == (0, 1, 2)
    assert not read.is_blank


def test_sheets_put_into_one_file_are_a_note_each(tmp_path: Path) -> None:
    sheet(tmp_path / "vellen", item("Ouders?"), item("Stage"), item("Mentoren"))
    files = sorted((tmp_path / "vellen").iterdir())
    sheets = [
        [p.text for p in Document(str(file)).paragraphs] + [f"- Punt {file.stem[6:8]}."] for file in files
    ]
    (tmp_path / "alles.txt").write_text(
        "\n".join(line for lines in sheets for line in lines), encoding="utf-8"
    )

    notes = read_sources([tmp_path / "alles.txt"]).notes

    found = [(note.table, note.theme, *segments(note)) for note in notes]
    assert sorted(found) == [
        ("1", "Ouders?", "Punt 01."),
        ("2", "Stage", "Punt 02."),
        ("3", "Mentoren", "Punt 03."),
    ]


def test_a_sheet_in_the_folder_of_an_older_evening_belongs_to_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "2025-11-11-roosendaal"
    path = sheet(folder / "vellen")
    (folder / "tafel1.txt").write_text("Tafel 1 - mbo\n- Wie belt?\n", encoding="utf-8")
    edit(path, lambda document: fill(document, "Een punt."))

    events = {note.event for note in read_sources([folder]).notes}

    assert {(event.held_on, event.place) for event in events} == {
        (date(2025, 11, 11), "Roosendaal"),
        (DAY, "Breda"),
    }


def test_a_place_on_a_sheet_beats_a_town_in_the_name_of_a_folder(tmp_path: Path) -> None:
    path = sheet(tmp_path / "Heerenveen" / "vellen", place="Aula van het Markdal, Breda")

    note = edit(path, lambda document: fill(document, "Een punt."))

    assert note.event.place == "Aula van het Markdal, Breda"


def test_what_is_printed_on_two_sheets_makes_them_no_copies(tmp_path: Path) -> None:
    sheet(tmp_path / "vellen", item("Ouders"), item("Ouders"))
    for n, path in enumerate(sorted((tmp_path / "vellen").iterdir()), start=1):
        document = Document(str(path))
        fill(document, f"Punt {n}.")
        document.save(str(path))

    ingested = read_sources([tmp_path / "vellen"])

    assert ingested.skipped == ()
    assert [note.table for note in ingested.notes] == ["1", "2"]


def test_sheets_of_two_evenings_with_one_name_stay_apart(tmp_path: Path) -> None:
    for number, day in enumerate((DAY, date(2026, 9, 29)), start=1):
        (path,) = write_sheets(1, tmp_path / "uit" / str(number), event="LOB-avond", held_on=day)
        document = Document(str(path))
        fill(document, f"Punt {number}.")
        (tmp_path / "vellen").mkdir(exist_ok=True)
        document.save(str(tmp_path / "vellen" / f"{number}.docx"))

    events = [note.event for note in read_sources([tmp_path / "vellen"]).notes]

    assert [event.held_on for event in events] == [DAY, date(2026, 9, 29)]
    assert len({event.id for event in events}) == 2


def test_a_plain_note_with_such_labels_is_read_as_before(tmp_path: Path) -> None:
    (tmp_path / "tafel 3.txt").write_text("Tafel 3\nThema: ouders\n- Bel ze.\n", encoding="utf-8")

    (note,) = read_sources([tmp_path / "tafel 3.txt"]).notes

    assert (note.table, note.theme) == ("3", "ouders")
    assert segments(note) == ["Bel ze."]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("“Wie belt?”", True),
        ("“Wie belt? (of niet)”", True),
        ('"Wie belt?"', True),
        ("", True),
        ("Wie belt", True),
        ("Wie belt?", True),
        ("“Wie belt?” Wij.", False),
        ("Wie belt? Wij. Nietwaar?", False),
    ],
)
def test_a_reply_behind_a_question_is_told_from_the_question(question: str, expected: bool) -> None:
    assert is_bare(question) is expected


@given(st.text(max_size=80).map(plain))
def test_a_quoted_question_is_bare_and_a_reply_is_not(question: str) -> None:
    assert is_bare(quote(question))
    assert not is_bare(f"{quote(question)} Wij bellen zelf.")
