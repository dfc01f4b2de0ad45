from __future__ import annotations

import pytest

from notemine.dutch.content import says_by_itself


@pytest.mark.parametrize(
    ("sentence", "n"),
    [
        ("En wanneer dan?", 0),
        ("Wie betaalt dat?", 1),
        ("Wie betaalt de bus?", 2),
        ("Bus, bus en nog eens de bus", 1),
        ("Waar vind je stageplekken voor leerlingen zonder netwerk?", 3),
    ],
)
def test_content_words_are_counted_once_and_up_to_three(sentence: str, n: int) -> None:
    assert says_by_itself(sentence) == n
