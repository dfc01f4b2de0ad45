from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.domain import Edit, Event, Note, Segment
from notemine.workspace.rows import read_notes, read_segments, write_notes
from notemine.workspace.store import Store

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
NUMBERS = st.lists(st.integers(0, 99), max_size=4).map(tuple)
WORDS = st.lists(TEXT, max_size=4).map(tuple)
EVENTS = st.builds(
    Event, id=TEXT, title=TEXT, held_on=st.none() | st.dates(min_value=date(1990, 1, 1)), place=TEXT
)
EDITS = st.builds(Edit, **dict.fromkeys(("start", "end", "source_start", "source_end"), st.integers(0, 999)))
NOTE = st.builds(
    Note,
    id=st.just("n-1"),
    event=EVENTS,
    **dict.fromkeys(
        ("source", "text", "table", "sector", "role", "theme", "school", "author", "sha256"), TEXT
    ),
    metadata_from=st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple),
    unit=st.sampled_from(["line", "paragraph", "row", "cue"]),
    **dict.fromkeys(("line_numbers", "meta_lines", "foreign_lines", "repeated_lines"), NUMBERS),
    speakers=WORDS,
    is_impression=st.booleans(),
    edits=st.lists(EDITS, max_size=3).map(tuple),
)
SEGMENT = st.builds(
    Segment,
    id=st.just("s-1"),
    note_id=st.just("n-1"),
    start=st.integers(0, 999),
    end=st.integers(0, 999),
    text=TEXT,
    kind=st.sampled_from(["sentence", "bullet", "turn", "heading"]),
    line=st.integers(1, 999),
    speaker=TEXT,
    heading=TEXT,
    lemmas=WORDS,
    tags=WORDS,
    terms=WORDS,
)


@settings(max_examples=100, deadline=None)
@given(note=NOTE, segment=SEGMENT)
def test_what_the_workspace_gives_back_is_what_went_in(note: Note, segment: Segment) -> None:
    with Store(None) as store:
        with store.transaction():
            store.execute("INSERT INTO sources VALUES ('b', 'x', 1, 1, '', 'read', '')")
            write_notes(store, [note], [segment], source_of={note.id: "b"})

        notes = read_notes(store)
        assert notes == (note,)
        assert read_segments(store, notes) == (segment,)

        with store.transaction():
            store.execute("DELETE FROM sources")
        store.execute("INSERT INTO segments_fts (segments_fts) VALUES ('integrity-check')")
        assert store.rows("SELECT count(*) FROM segments") == [(0,)]
