from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notemine.domain import Event, Segment
from notemine.embed import load_embedder
from notemine.workspace.rows import write_notes
from notemine.workspace.search import Where, search_meaning, search_words
from notemine.workspace.store import FILE, Store
from tests.builders import event, note, segment
from tests.cli.calling import call

LINES = (
    ("De ouderavond was druk.", ("de", "ouderavond", "zijn", "druk")),
    ("Stageplekken zijn schaars.", ("stageplek", "zijn", "schaars")),
    ("Niemand kent het bedrijf.", ("niemand", "kennen", "het", "bedrijf")),
    ("Een café is geen school.", ("een", "café", "zijn", "geen", "school")),
)


def fill(
    store: Store, lines: tuple[tuple[str, tuple[str, ...]], ...], *, of: Event | None = None, **fields: str
) -> None:
    of = of or event()
    table = note("\n".join(text for text, _ in lines), event=of, **fields)
    segments: list[Segment] = [segment(text, table, lemmas=lemmas) for text, lemmas in lines]
    source = f"bron-{table.id}"
    with store.transaction():
        store.execute("INSERT INTO sources VALUES (?, 'x', 1, 1, '', 'read', '')", (source,))
        write_notes(store, [table], segments, source_of={table.id: source})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / FILE) as store:
        fill(store, LINES)
        yield store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ouders", "De ouderavond was druk."),
        ("avond", "De ouderavond was druk."),
        ("STAGE", "Stageplekken zijn schaars."),
        ("plekken", "Stageplekken zijn schaars."),
        ("bedrijven", "Niemand kent het bedrijf."),
        ("schaar", "Stageplekken zijn schaars."),
        ("cafe", "Een café is geen school."),
        ("kende bedrijf", "Niemand kent het bedrijf."),
    ],
    ids=str,
)
def test_a_line_is_found_by_word_lemma_part_of_a_compound_and_beginning(
    query: str, found: str, store: Store
) -> None:
    hits = search_words(store, query, where=Where(), limit=9)

    assert [hit.text for hit in hits] == [found]


def test_every_word_must_be_there(store: Store) -> None:
    assert search_words(store, "ouders bedrijven", where=Where(), limit=9) == []


def test_a_hit_says_where_it_stands(store: Store) -> None:
    (hit,) = search_words(store, "ouders", where=Where(), limit=9)

    assert (hit.source, hit.line, hit.event, hit.table, hit.sector) == (
        *("notes/tafel1.txt", 1, "Deventer", "1", "vmbo"),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.text(max_size=30)
    | st.sampled_from(['"', "a* OR", "NEAR(a b)", "text:ouders", "^x", "-x", "(", "a\0b"])
)
def test_no_query_is_read_as_a_command(query: str, store: Store) -> None:
    hits = search_words(store, query, where=Where(), limit=9)

    assert len(hits) <= len(LINES)


@pytest.mark.parametrize(
    ("where", "n_found"),
    [
        (Where(sector="MBO"), 1),
        (Where(event="zwolle"), 1),
        (Where(event="2025"), 1),
        (Where(table="2"), 1),
        (Where(table="2", sector="vmbo"), 0),
        (Where(), 2),
    ],
    ids=str,
)
def test_sector_event_and_table_bound_what_is_found(where: Where, n_found: int, store: Store) -> None:
    fill(store, (("Ouders bellen.", ("ouder", "bellen")),), of=event("Zwolle", None), table="2", sector="mbo")

    assert len(search_words(store, "ouders", where=where, limit=9)) == n_found
    meant = search_meaning(store, "ouders", embedder=load_embedder("dutch_fast"), where=where, limit=9)
    assert bool(meant) == bool(n_found)


def test_meaning_finds_other_words_for_the_same(store: Store) -> None:
    hits = search_meaning(
        store, "vaders en moeders kwamen", embedder=load_embedder("dutch"), where=Where(), limit=2
    )

    assert hits[0].text == "De ouderavond was druk."
    assert hits[0].score > hits[1].score


def test_a_hostile_line_is_inert_in_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(tmp_path / FILE) as store:
        fill(
            store,
            (("Ouders \x1b[31mrood\x07 \u202enaar links.", ("ouder",)),),
            source="notes/\x1b]0;x\x07tafel.txt",
        )

    code = call(monkeypatch, "search", "ouders", "--into", tmp_path)

    said = capsys.readouterr().out
    assert code == 0
    assert "rood naar links." in said
    assert not set(said) & set("\x1b\x07\u202e")


def test_what_was_found_is_shown_with_file_and_line_and_as_json(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "uit"
    call(monkeypatch, "add", notes, "--into", into, "--embedder", "dutch_fast")
    capsys.readouterr()

    call(monkeypatch, "search", "stages", "--sector", "mbo", "--into", into)
    call(
        monkeypatch,
        "search",
        "te weinig tijd op stage",
        "--meaning",
        "--into",
        into,
        "--json",
        "--limit",
        "1",
    )

    *shown, as_json = capsys.readouterr().out.splitlines()
    assert shown == [
        "De stage duurt te kort.",
        "    2025-03-18-deventer/tafel2.txt:3  Deventer, tafel 2, mbo",
    ]
    assert json.loads(as_json)[0]["text"] == "De stage duurt te kort."


def test_searching_where_nothing_was_added_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, "search", "ouders", "--into", tmp_path) == 1
    assert "nog geen notities" in capsys.readouterr().err
