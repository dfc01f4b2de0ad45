from __future__ import annotations

import pytest

from notemine.dutch.hyphens import join_cut_words
from notemine.dutch.plain_text import clean
from notemine.dutch.sentences import split_units
from notemine.questions import find_questions


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("loopbaan-\nbegeleiding", "loopbaanbegeleiding"),
        ("loopbaan\u00ad\nbegeleiding", "loopbaanbegeleiding"),
        ("loopbaan\u2010\n  begeleiding", "loopbaanbegeleiding"),
        ("de leer-\n> lingen", "de leerlingen"),
        ("mbo-\ndocent", "mbo-docent"),
        ("LOB-\nbegeleider", "LOB-begeleider"),
        ("Jan-\nWillem", "Jan-Willem"),
        ("2024-\n2025", "2024-2025"),
        ("in-\nen uitstroom", "in- en uitstroom"),
        ("zee-\neend", "zee-eend"),
        ("co-\nordinatie", "coördinatie"),
        ("idee\nper week", "idee\nper week"),
        ("uitval -\nwaarom", "uitval -\nwaarom"),
    ],
)
def test_a_word_that_was_cut_at_the_end_of_a_line_is_whole(cut: str, whole: str) -> None:
    assert join_cut_words(cut) == whole


def test_the_wording_of_a_question_has_whole_words_and_plain_letters() -> None:
    (question,) = find_questions("Hoe krijg je loopbaan-\nbegeleiding in het pro\ufb01el?")

    assert question.wording == "Hoe krijg je loopbaanbegeleiding in het profiel?"
    assert question.text == "Hoe krijg je loopbaan-\nbegeleiding in het pro\ufb01el?"


def test_a_cut_word_joins_its_lines_where_no_others_are_as_wide() -> None:
    text = "- meer tijd voor loopbaan-\nbegeleiding\n- een vaste plek\nen dan?"

    units = split_units(text)

    assert [clean(text[unit.start : unit.end]) for unit in units] == [
        "meer tijd voor loopbaanbegeleiding",
        "een vaste plek",
        "en dan?",
    ]
