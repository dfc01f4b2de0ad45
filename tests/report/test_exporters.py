from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from notemine.domain import Mined, Plan, Provenance, TopicMap
from notemine.report.exporters import csv as csv_exporter
from notemine.report.exporters import json as json_exporter
from notemine.report.exporters import md as md_exporter
from tests.report.hostile import TABLE
from tests.report.sample import two_evenings

EMPTY = Mined(
    notes=(),
    segments=(),
    topics=TopicMap(topics=(), labels=[], strengths=[]),
    questions=[],
    plan=Plan(items=()),
    provenance=Provenance(notemine="0", pipeline="", embedder="", clusterer="", seed=0, config=""),
)


def rows_of(mined: Mined, name: str) -> list[dict[str, str]]:
    text = csv_exporter.render(mined, name=name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_question_is_one_row_with_its_counts_and_sources() -> None:
    rows = rows_of(two_evenings(), "vragen.csv")

    row = next(r for r in rows if r["vraag"] == "Hoe krijg je ouders mee in de keuze van hun kind?")
    assert (row["tafels"], row["keer gevraagd"], row["sectoren"]) == ("3", "3", "vmbo 3")
    assert row["bijeenkomsten"] == "Zwolle, Breda"
    assert (row["status"], row["onderwerp"]) == ("open", "Ouders betrekken")
    assert (
        "Wij vroegen ons af hoe je ouders bij de keuze betrekt. (tafel4_ouders.txt, regel 3)"
        in row["varianten"]
    )
    assert len(rows) == 11


def test_a_question_answered_at_one_of_its_tables_says_so() -> None:
    rows = rows_of(two_evenings(), "vragen.csv")

    row = next(r for r in rows if r["vraag"] == "Wie betaalt de bus naar de open dagen?")
    assert row["status"] == "deels, 1 van 2"
    assert "ouderraad" in row["antwoorden"]


def test_a_question_says_since_when_it_is_asked_and_whether_it_comes_back() -> None:
    rows = rows_of(two_evenings(), "vragen.csv")

    row = next(r for r in rows if r["vraag"] == "Hoe krijg je ouders mee in de keuze van hun kind?")
    assert (row["voor het eerst"], row["voor het laatst"]) == ("2022-10-11", "2023-05-23")
    assert row["verloop"] == "komt terug"


def test_a_doubt_is_one_row_with_both_sources() -> None:
    rows = rows_of(two_evenings(), "nalopen.csv")

    assert [row["id"] for row in rows] == ["d-joined", "d-apart", "d-single"]
    assert all(row["bron"] and row["andere bron"] for row in rows[:2])
    assert rows[2]["andere vraag"] == ""


def test_a_topic_is_one_row() -> None:
    rows = rows_of(two_evenings(), "onderwerpen.csv")

    assert [row["onderwerp"] for row in rows][:2] == ["Ouders betrekken", "Mentor en mentorlessen"]
    assert (rows[0]["regels"], rows[0]["tafels"], rows[0]["stevigheid"]) == ("15", "5", "0,86")


def test_no_cell_starts_a_formula_or_moves_the_cursor() -> None:
    mined = two_evenings(TABLE)

    cells = [
        c for name in ("vragen.csv", "onderwerpen.csv") for row in rows_of(mined, name) for c in row.values()
    ]

    assert any(c.startswith("'=HYPERLINK") for c in cells)
    assert not any(c.startswith(("=", "+", "-", "@")) for c in cells)
    assert not any("\x1b" in c or "\u202e" in c for c in cells)


def test_the_plan_names_question_reason_helper_and_source() -> None:
    text = md_exporter.render(two_evenings(), name="plan.md").decode()

    assert "## Tafel 1: Ouders betrekken\n\n> Hoe krijg je ouders mee in de keuze van hun kind?\n" in text
    assert "- **Waarom:** Aan 3 tafels gevraagd (vmbo), op 2 bijeenkomsten; nog niet beantwoord" in text
    assert "tafel 2 Zwolle, havo/vwo: “Een ouder die zelf vertelt over zijn werk" in text
    assert "- **Bron:** zwolle/tafel1.txt, regel 2" in text
    assert "- Zwolle, 11 oktober 2022\n- Breda, 23 mei 2023\n" in text
    assert "Welke vraag neem je mee" not in text


def test_hostile_notes_are_inert_in_the_plan() -> None:
    text = md_exporter.render(two_evenings(TABLE), name="plan.md").decode()

    assert "<" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_json_leads_every_question_to_its_line() -> None:
    mined = two_evenings()

    data = json.loads(json_exporter.render(mined, name="resultaat.json"))

    asked = data["questions"][0]["asked"][0]
    text = next(note["text"] for note in data["notes"] if note["source"] == asked["source"])
    assert text[asked["start"] : asked["end"]] == asked["text"]
    assert text.split("\n")[asked["line"] - 1] == asked["text"]
    assert data["segments"][0]["topic_id"] == data["topics"][0]["id"]
    assert len(data["segments"]) == len(mined.segments)
    assert data["plan"]["items"][0]["title"] == "Ouders betrekken"
    assert data["notes"][0]["event"]["held_on"] == "2022-10-11"


def test_the_json_holds_hostile_text_exactly_but_without_its_force() -> None:
    mined = two_evenings(TABLE)

    written = json_exporter.render(mined, name="resultaat.json").decode()

    assert "\x1b" not in written
    assert "\u202e" not in written
    assert [s["text"] for s in json.loads(written)["segments"]] == [s.text for s in mined.segments]


def test_nothing_found_still_gives_every_file() -> None:
    assert rows_of(EMPTY, "vragen.csv") == rows_of(EMPTY, "onderwerpen.csv") == []
    assert md_exporter.render(EMPTY, name="plan.md").startswith(b"# Plan")
    assert json.loads(json_exporter.render(EMPTY, name="x.json"))["segments"] == []


def test_an_event_without_a_date_is_named_without_one() -> None:
    mined = two_evenings()
    undated = replace(
        mined, notes=tuple(replace(n, event=replace(n.event, held_on=None)) for n in mined.notes)
    )

    text = md_exporter.render(undated, name="plan.md").decode()

    assert "- Breda\n- Zwolle\n" in text
