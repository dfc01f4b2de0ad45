from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from notemine.errors import ReadError
from notemine.evaluate.embeddings import ScoredPair, read_pairs, score_embeddings
from notemine.vectors import Matrix


def by_length(texts: Sequence[str]) -> Matrix:
    """Texts of about one length lie close."""
    angles = np.array([len(text) / 20 for text in texts])
    return np.column_stack([np.cos(angles), np.sin(angles)]).astype(np.float32)


def test_the_order_of_the_cosines_is_scored() -> None:
    pairs = [ScoredPair("a", "a", 5), ScoredPair("a", "aaaa", 3), ScoredPair("a", "aaaaaaaaa", 1)]

    scores = score_embeddings(by_length, pairs)

    assert scores["spearman"] == 1.0
    assert scores["n"] == 3
    assert scores["sentences_per_second"] > 0


def test_the_wrong_order_is_scored_as_such() -> None:
    pairs = [ScoredPair("a", "a", 1), ScoredPair("a", "aaaaaaaaa", 5)]

    assert score_embeddings(by_length, pairs)["spearman"] == -1.0


def test_pairs_that_are_all_alike_have_no_correlation() -> None:
    assert score_embeddings(by_length, [ScoredPair("a", "b", 3)] * 3)["spearman"] is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("paren.csv", 'een man,"een heer, oud",4.5\nja,nee,0\n'),
        ("paren.csv", 'zin,zin,score\neen man,"een heer, oud",4.5\nja,nee,0\n'),
        ("paren.tsv", "a\tb\tgelijk\tset\neen man\teen heer, oud\t4.5\tTRAIN\nja\tnee\t0\tTRIAL\n"),
    ],
    ids=["csv", "with a heading", "tsv with more columns"],
)
def test_pairs_are_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert read_pairs(tmp_path / name) == [("een man", "een heer, oud", 4.5), ("ja", "nee", 0.0)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("een,twee,3\neen,twee\n", r"paren.csv:2: schrijf zin, zin, getal"),
        ("een,twee,3\neen,twee,veel\n", r"paren.csv:2: schrijf"),
        ("een,twee,3\neen,twee,nan\n", r"paren.csv:2: schrijf"),
        ('een,"twee\nregels",3\neen,twee,x\n', r"paren.csv:3: schrijf"),
        ("een,twee\neen,twee,3\n", r"paren.csv:1: schrijf"),
        ("een,twee,3\n", "minder dan twee paren"),
        ("", "minder dan twee paren"),
    ],
)
def test_bad_pairs_are_named_with_their_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "paren.csv").write_text(text, encoding="utf-8")

    with pytest.raises(ReadError, match=message):
        read_pairs(tmp_path / "paren.csv")
