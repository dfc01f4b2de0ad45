from datetime import date

import pandas as pd
import pytest

from notemine.errors import ReadError
from notemine.ingest.frame import notes_from_rows


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NaT, pd.NA], ids=["None", "NaN", "NaT", "NA"])
def test_an_empty_cell_says_nothing(nothing: object) -> None:
    (note,) = notes_from_rows([{"text": "Wie regelt dat?", "table": nothing, "held_on": nothing}])

    assert (note.table, note.event.held_on) == ("", None)


def test_a_table_number_stays_whole_in_a_column_with_gaps() -> None:
    frame = pd.DataFrame({"text": ["Een regel.", "Nog een."], "table": [3, None]})

    notes = notes_from_rows(frame.to_dict("records"))

    assert [note.table for note in notes] == ["3", ""]


def test_event_and_sector_are_named_as_those_of_a_file() -> None:
    row = {"text": "x", "event": "Café LOB!", "held_on": "2025-03-18", "sector": "VMBO-t"}

    (note,) = notes_from_rows([row])

    assert (note.event.id, note.event.held_on) == ("2025-03-18-cafe-lob", date(2025, 3, 18))
    assert note.sector == "vmbo"


def test_the_same_row_twice_is_one_note() -> None:
    row = {"text": "Een regel.", "source": "tafel1.txt"}

    assert len(notes_from_rows([row, row])) == 1


def test_a_row_without_text_is_named() -> None:
    with pytest.raises(ReadError, match="row 2: no text"):
        notes_from_rows([{"text": "Een regel."}, {"text": None}])


def test_a_day_that_is_no_date_is_refused() -> None:
    with pytest.raises(ReadError, match="'gisteren' is no date"):
        notes_from_rows([{"text": "Een regel.", "held_on": "gisteren"}])
