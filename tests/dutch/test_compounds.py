"""The parts of compounds, against a list made before tuning: half of it was tuned on, half left aside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from notemine.dutch.compounds import split_compound

GOLD = Path(__file__).parents[2] / "corpus" / "gold" / "compounds.tsv"
# "gesprek|s|tafels", "les|sen|tabel"
LINK = re.compile(r"(?<=(.))\|(?:s|n|er|\1?en?)\|")

Row = tuple[str, tuple[str, ...]]


def read_gold(half: str, *, compounds: bool) -> list[Row]:
    """Words and the parts that they should have: the compounds of a half, or what is none."""
    header, *lines = GOLD.read_text(encoding="utf-8").splitlines()
    assert header == "half\tword\tparts"
    rows = [line.split("\t") for line in lines]
    return [
        (word, tuple(LINK.sub("|", parts).split("|")))
        for in_half, word, parts in rows
        if in_half == half and ("|" in parts) == compounds
    ]


def wrong_in(rows: list[Row]) -> list[str]:
    found = {word: split_compound(word) for word, _ in rows}
    return [f"{word}: {'|'.join(found[word])}" for word, parts in rows if found[word] != parts]


@pytest.mark.parametrize(
    ("half", "compounds", "least"),
    [("dev", True, 0.98), ("dev", False, 0.98), ("test", True, 0.93), ("test", False, 0.97)],
    ids=["compounds tuned on", "other words tuned on", "compounds left aside", "other words left aside"],
)
def test_words_are_split_as_a_reader_would(half: str, compounds: bool, least: float) -> None:
    rows = read_gold(half, compounds=compounds)

    wrong = wrong_in(rows)

    assert len(wrong) <= (1 - least) * len(rows), wrong


def test_the_parts_in_the_list_make_up_the_word() -> None:
    rows = [line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines()[1:]]

    words = [word for _, word, _ in rows]

    assert words == [parts.replace("|", "") for _, _, parts in rows]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("word", ["school", "nederlandse", "xyzzyplugh", "", "mbo-leerling", "les" * 1000])
def test_a_short_unknown_or_endless_word_stays_whole(word: str) -> None:
    assert split_compound(word) == (word,)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("lessentabel", ("les", "tabel")),
        ("zonnepaneel", ("zon", "paneel")),
        ("talenkennis", ("talen", "kennis")),
        ("kantoren", ("kantoren",)),
        ("huisvesting", ("huisvesting",)),
        ("visserij", ("visserij",)),
    ],
    ids=["doubled, -en", "doubled, -e", "other stem", "form of a whole word", "from a verb", "suffix"],
)
def test_spelling_and_derivation_decide_where_a_word_is_cut(word: str, parts: tuple[str, ...]) -> None:
    assert split_compound(word) == parts
