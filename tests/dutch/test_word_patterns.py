from __future__ import annotations

import pytest

from notemine.dutch import sensitive_words as sw
from notemine.dutch.word_patterns import any_of, patterns_of

TABLE = """epilep~, ~kanker, (?:erg|heel) ziek, zijn {kin}, x(?= y),
(?:lang|
  kort)e lijst"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("een vorm van epilepsie nu", "epilepsie"),
        ("zij had borstkanker", "kanker"),
        ("hij is heel ziek", "heel ziek"),
        ("met zijn oom mee", "zijn oom"),
        ("een korte lijst", "korte lijst"),
        ("heel ziekelijk", None),
        ("kankeren", None),
        ("geziek", None),
        ("x z", None),
    ],
)
def test_patterns_stand_for_whole_words(text: str, found: str | None) -> None:
    pattern = any_of(patterns_of(TABLE, {"kin": "(?:oom|tante)"}))

    match = pattern.search(text)

    assert (match[0] if match else None) == found


def test_a_class_may_be_made_of_others() -> None:
    pattern = any_of(patterns_of("{who} komt", {"who": "(?:{kin}|iemand)", "kin": "(?:oom|tante)"}))

    assert pattern.search("tante komt")
    assert pattern.search("iemand komt")


@pytest.mark.parametrize("table", [*sw.THEMES.values(), sw.CONFIDENTIAL])
def test_each_pattern_of_the_tables_can_be_used(table: str) -> None:
    patterns = patterns_of(table, sw.CLASSES)

    assert all(any_of([pattern]) for pattern in patterns)
    assert "{" not in "".join(patterns).replace("{0,", "")


def test_a_pattern_that_begins_with_a_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="begins with no letter"):
        any_of(["(?<!a)b"])
