"""The evening on a page, to edit into a news item."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from notemine.domain import Event, Mined
from notemine.report import for_outside, write_report
from notemine.report.evidence import Evidence
from notemine.report.excerpts import MAX_CHARS, Excerpts
from notemine.report.exporters import docx as docx_exporter
from notemine.report.impression import view_impression
from notemine.report.next_event import NextEvent
from notemine.report.opening import headline, opening
from notemine.report.views import view_questions, view_topics
from tests.report.hostile import TABLE
from tests.report.planned import planned
from tests.report.reading import text_of
from tests.report.sample import two_evenings
from tests.report.test_exporters import EMPTY

# What fits on an A4 page beside headings, at most 15 paragraphs.
MAX_CHARS_OF_PAGE = 3_700


def document_of(mined: Mined) -> Document:  # type: ignore[valid-type]
    return Document(io.BytesIO(docx_exporter.render(mined, name="impressie.docx")))


def lines_of(mined: Mined) -> list[str]:
    return [paragraph.text for paragraph in document_of(mined).paragraphs]  # type: ignore[attr-defined]


def with_events(mined: Mined, *events: Event) -> Mined:
    """The same notes, handed out over other events."""
    notes = tuple(replace(note, event=events[i % len(events)]) for i, note in enumerate(mined.notes))
    return replace(mined, notes=notes)


def test_the_page_says_who_sat_where_and_when_and_what_comes_next() -> None:
    lines = lines_of(planned())

    assert lines[:2] == ["Aan tafel in Zwolle en Breda", "Zwolle, 11 oktober 2022; Breda, 23 mei 2023"]
    assert lines[3].startswith(
        "Op 11 oktober 2022 in Zwolle en op 23 mei 2023 in Breda gingen mensen uit vmbo, havo/vwo en mbo aan "
        "negen gesprekstafels met elkaar in gesprek."
    )
    assert lines[-1].startswith(
        "De volgende bijeenkomst, LOB-avond; voorjaar, is op 17 maart 2026 in Breda, zaal 2. "
        "Dan staan er vier tafels klaar, onder meer over “"
    )


def test_topics_have_a_sentence_and_a_quote_and_questions_say_how_they_stand() -> None:
    lines = lines_of(two_evenings())

    start = lines.index("Waar het over ging")
    assert lines[start + 1].startswith(
        "Ouders betrekken. Hierover werd het meest gezegd: aan vijf van de negen tafels kwam het ter sprake, "
        "vooral aan tafels uit het vmbo. In de notities staat: “"
    )
    assert "Negen vragen kwamen aan meer dan één tafel terug, deze aan de meeste:" in lines
    assert "Hoe krijg je ouders mee in de keuze van hun kind? Aan drie tafels; nog open." in lines
    assert "Zeven van die vragen kregen nog nergens een antwoord." in " ".join(lines)


def test_what_the_leader_asked_is_no_question_of_the_tables() -> None:
    assert "Welke vraag neem je mee" not in " ".join(lines_of(two_evenings()))


def test_every_quote_and_question_has_its_place_in_a_comment() -> None:
    mined = two_evenings()

    document = document_of(mined)

    sources = "\n".join(comment.text for comment in document.comments)  # type: ignore[attr-defined]
    evidence = Evidence(mined)
    place_of = {s.text: evidence.line(s.id).place for s in mined.segments}
    quoted = [q for line in lines_of(mined) for q in re.findall("“([^”]+)”", line) if q in place_of]
    assert len(quoted) >= 4
    assert all(f"{place_of[quote]} (tafel" in sources for quote in quoted)
    [lead] = [q for q in view_questions(mined, evidence) if q.wording.startswith("Hoe krijg je ouders mee")]
    assert all(line.place in sources for line in lead.variants)


def test_a_quote_is_short_of_nobody_and_given_once() -> None:
    mined = two_evenings()
    evidence = Evidence(mined)
    topics = view_topics(mined, evidence, view_questions(mined, evidence))
    excerpts = Excerpts(mined, evidence)

    given = [line for topic in topics if (line := excerpts.of_topic(topic))]
    again = [line for topic in topics if (line := excerpts.of_topic(topic))]

    assert len({line.id for line in (*given, *again)}) == len(given) + len(again)
    asked = {asked.segment_id for question in mined.questions for asked in question.asked}
    assert not asked & {line.id for line in given}
    assert all(len(line.text) <= MAX_CHARS for line in given)


@pytest.mark.parametrize(
    "said",
    [
        "Deelnemer 7 regelt de bus naar de open dag van het mbo.",
        "Bel voor de bus naar de open dag [telefoon].",
    ],
)
def test_a_line_with_a_person_or_a_number_is_not_quoted(said: str) -> None:
    mined = two_evenings()
    segments = tuple(replace(segment, text=said) for segment in mined.segments)

    assert said not in " ".join(lines_of(replace(mined, segments=segments)))


def test_a_sensitive_line_is_neither_quoted_nor_asked() -> None:
    mined = two_evenings()
    sensitive = replace(
        mined, segments=tuple(replace(segment, sensitive="gezondheid") for segment in mined.segments)
    )
    questions = [replace(question, wording=question.asked[0].wording) for question in mined.questions]

    lines = lines_of(replace(sensitive, questions=questions))

    said = " ".join(lines[: lines.index("Hoe verder")])
    assert "“" not in said
    assert not [q.wording for q in questions if q.wording in said]


def test_a_topic_known_from_sensitive_lines_only_is_not_named() -> None:
    mined = planned()
    topic = mined.topics.topics[0]
    hidden = {segment.id for segment in mined.segments if segment.id in topic.segment_ids}
    segments = tuple(replace(s, sensitive="schulden" if s.id in hidden else "") for s in mined.segments)

    said = " ".join(lines_of(replace(mined, segments=segments)))

    assert f"{topic.label}. " in " ".join(lines_of(mined))
    assert f"{topic.label}. " not in said
    assert f"“{topic.label}”" not in said


def test_words_of_a_topic_do_not_come_from_sensitive_lines() -> None:
    mined = with_terms(two_evenings())
    # Nothing can be quoted, so that words take the place of quotes.
    segments = tuple(replace(segment, text=f"{segment.text}?") for segment in mined.segments)
    topic = mined.topics.topics[0]
    private = topic.terms[1].text
    guarded = tuple(
        replace(
            segment,
            sensitive="gezondheid" if segment.id == topic.segment_ids[0] else "",
            terms=segment.terms
            if segment.id == topic.segment_ids[0]
            else tuple(term for term in segment.terms if term != private),
        )
        for segment in segments
    )

    told = [" ".join(lines_of(replace(mined, segments=some))) for some in (segments, guarded)]

    assert [f" {private} " in said.split("Vragen die")[0] for said in told] == [True, False]


def test_one_table_and_two_are_said_as_a_person_would() -> None:
    mined = two_evenings()
    topic, *others = mined.topics.topics
    tables = {note.id: note.table_id for note in mined.notes}
    of_one = [s.id for s in mined.segments if tables[s.note_id] == mined.notes[0].table_id]
    first = replace(topic, segment_ids=tuple(of_one))
    topics = replace(mined.topics, topics=(first, *(replace(t, segment_ids=of_one[:1]) for t in others)))

    said = " ".join(lines_of(replace(mined, topics=topics)))

    assert "aan één van de negen tafels kwam het ter sprake, een tafel uit het vmbo." in said
    assert "Eén tafel had het hierover, een tafel uit het vmbo." in said


def test_without_quotes_words_of_the_topic_take_their_place() -> None:
    text = " ".join(lines_of(for_outside(with_terms(two_evenings()), quotes=False)))

    assert "Citaten, bronregels en vragen van één tafel zijn op verzoek weggelaten." in text
    assert "In de notities staat" not in text
    assert "Veel gebruikte woorden: " in text


def with_terms(mined: Mined) -> Mined:
    terms = tuple(term.text for topic in mined.topics for term in topic.terms)
    return replace(mined, segments=tuple(replace(segment, terms=terms) for segment in mined.segments))


@pytest.mark.parametrize("quotes", [True, False])
def test_where_counts_are_hidden_there_are_no_comments_and_no_small_numbers(
    quotes: bool, tmp_path: Path
) -> None:
    path = write_report(two_evenings(), tmp_path / "impressie.docx", quotes=quotes, min_cell=3)

    document = Document(str(path))
    assert len(document.comments) == 0
    said = " ".join(paragraph.text for paragraph in document.paragraphs[4:])
    assert not re.search("(één|twee) tafel|vooral|alleen aan", said.split("Vragen die terugkwamen")[0])
    assert "Aan een paar tafels; " in said
    assert not re.search(r"Aan (één|twee) tafel", said)


@pytest.mark.parametrize(
    ("events", "title", "start"),
    [
        (
            [Event(id="a", title="LOB-avond", held_on=date(2025, 11, 11), place="Roosendaal")],
            "Aan tafel in Roosendaal",
            "Op 11 november 2025 in Roosendaal gingen mensen uit vmbo, havo/vwo en mbo aan ",
        ),
        (
            [Event(id="a", title="LOB-avond")],
            "Aan tafel: LOB-avond",
            "Mensen uit vmbo, havo/vwo en mbo gingen aan ",
        ),
        (
            [Event(id=f"e{n}", title=f"Avond {n}", held_on=date(2025, n, 1)) for n in range(1, 6)],
            "Aan tafel: 5 bijeenkomsten",
            "Tijdens vijf bijeenkomsten, van 1 januari 2025 tot en met 1 mei 2025, gingen mensen uit ",
        ),
    ],
    ids=["one evening", "nothing known", "many evenings"],
)
def test_the_page_begins_with_what_is_known_of_the_evening(
    events: list[Event], title: str, start: str
) -> None:
    evidence = Evidence(with_events(two_evenings(), *events))

    assert headline(evidence) == title
    assert opening(evidence).startswith(start)


def test_a_sector_keeps_its_capitals_at_the_beginning_of_the_page() -> None:
    mined = with_events(two_evenings(), Event(id="a", title="LOB-avond"))
    notes = tuple(replace(note, sector="ISK" if note.sector else "") for note in mined.notes)

    assert opening(Evidence(replace(mined, notes=notes))).startswith("Mensen uit ISK gingen aan ")


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (NextEvent(), ""),
        (NextEvent(place="Breda"), "in Breda"),
        (NextEvent(held_on=date(2026, 3, 17), begins=time(19)), "op 17 maart 2026, om 19.00 uur"),
        (
            NextEvent(held_on=date(2026, 3, 17), place="Breda", begins=time(19), ends=time(21, 30)),
            "op 17 maart 2026 in Breda, van 19.00 tot 21.30 uur",
        ),
    ],
    ids=["nothing", "place", "begin", "all"],
)
def test_the_next_event_is_said_as_far_as_it_is_known(held: NextEvent, said: str) -> None:
    assert held.in_sentence == said


def test_without_a_date_the_editor_is_asked_for_one() -> None:
    assert "volgt nog [vul datum en plaats in]." in lines_of(two_evenings())[-1]


def test_nothing_found_still_gives_a_page() -> None:
    lines = lines_of(EMPTY)

    assert lines[0] == "Aan tafel"
    assert "Geen enkele vraag kwam aan meer dan één tafel terug." in lines


def test_the_same_result_has_the_same_bytes_and_no_date() -> None:
    first, second = (docx_exporter.render(planned(), name="impressie.docx") for _ in range(2))

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert "w:date=" not in archive.read("word/comments.xml").decode()


def test_hostile_notes_are_inert_on_the_page(tmp_path: Path) -> None:
    text = text_of(write_report(planned(TABLE), tmp_path / "impressie.docx"))

    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", text)


def longest() -> Mined:
    """Everything as long as it may be."""
    mined = planned()
    said = (
        "Loopbaanoriëntatie hoort in het rooster, met uren en een mentor die tijd heeft voor een gesprek, ja"
    )
    topics = replace(
        mined.topics, topics=tuple(replace(t, label=f"{t.label} en {said}") for t in mined.topics.topics)
    )
    questions = [replace(q, wording=f"{q.wording} {said} {said}?") for q in mined.questions]
    segments = tuple(replace(s, text=f"{said} {i}, toch wel.") for i, s in enumerate(mined.segments))
    return replace(mined, topics=topics, questions=questions, segments=segments)


def test_what_is_long_is_cut_so_that_it_stays_a_page() -> None:
    for mined in (longest(), for_outside(longest(), min_cell=3)):
        lines = lines_of(mined)
        assert sum(len(line) for line in lines) < MAX_CHARS_OF_PAGE
        assert len(lines) <= 26


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice lays out the page")
def test_it_is_one_page(tmp_path: Path) -> None:
    made = {"sample": two_evenings(), "longest": longest(), "hidden": for_outside(longest(), min_cell=3)}
    for name, mined in made.items():
        write_report(mined, tmp_path / f"impressie-{name}.docx")

    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    files = sorted(tmp_path.glob("*.docx"))
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files],
        check=True,
        capture_output=True,
        timeout=120,
    )

    assert {path.stem: len(PdfReader(path).pages) for path in tmp_path.glob("*.pdf")} == {
        f"impressie-{name}": 1 for name in made
    }


def test_each_section_has_something_to_say() -> None:
    for section in view_impression(two_evenings()).sections:
        assert section.title
        assert section.paragraphs
