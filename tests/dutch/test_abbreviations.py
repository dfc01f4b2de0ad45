from __future__ import annotations

import pytest

from notemine.dutch.abbreviations import ends_sentence


@pytest.mark.parametrize(
    ("before", "is_capital_next", "expected"),
    [
        ("zie blz", True, False),
        ("o.a", True, False),
        ("brood enz", True, True),
        ("brood enz", False, False),
        ("de heer J", True, False),
        ("Wie kiest wiskunde B", True, True),
        ("dat was het", False, True),
        ("gzg", False, False),
        ("op 3 jan", True, False),
        ("Dat zei Jan", True, True),
        ("", True, False),
    ],
)
def test_a_point_ends_a_sentence_or_belongs_to_the_word(
    before: str, is_capital_next: bool, expected: bool
) -> None:
    assert ends_sentence(before, is_capital_next=is_capital_next) is expected
