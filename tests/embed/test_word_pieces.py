from __future__ import annotations

import pytest

from notemine.embed.artefact import read_arrays, read_pieces
from notemine.embed.word_pieces import SPACE, WordPieces

PIECES = ["<unk>", SPACE, "o", "u", SPACE + "ou", "ders", "der", "s"]
SCORES = [0.0, -3.0, -6.0, -6.0, -4.0, -4.0, -3.0, -2.0]


@pytest.fixture
def few() -> WordPieces:
    return WordPieces(PIECES, SCORES, unknown=0)


def test_a_word_is_cut_into_its_most_likely_pieces(few: WordPieces) -> None:
    # "ders" costs 4, "der" and "s" together 5.
    assert few.cut("ouders") == [4, 5]


def test_every_word_begins_with_the_mark_of_a_space(few: WordPieces) -> None:
    assert few.cut("ou ou") == [4, 4]


def test_a_run_of_unknown_letters_is_one_piece(few: WordPieces) -> None:
    assert few.cut("ouxyzs") == [4, 0, 7]


def test_a_text_cannot_spell_a_control_piece() -> None:
    pieces = WordPieces(["<unk>", "</s>", SPACE, "<", "/", "s", ">"], [0.0, 0.0, *[-2.0] * 5], unknown=0)

    assert pieces.cut("</s>") == [2, 3, 4, 5, 6]


def test_no_words_give_no_pieces(few: WordPieces) -> None:
    assert few.cut(" \t\n") == []


def test_compatible_letters_are_the_same(few: WordPieces) -> None:
    assert few.cut("\uff4fuders") == few.cut("ouders")


def test_a_word_without_end_is_cut_off(few: WordPieces) -> None:
    assert len(few.cut("s" * 100_000)) <= 201


def test_the_shipped_pieces_cut_dutch_words_at_sensible_places() -> None:
    pieces = read_pieces()
    shipped = WordPieces(pieces, read_arrays("transformer")["piece_scores"].tolist(), unknown=3)

    cut = [pieces[i].removeprefix(SPACE) for i in shipped.cut("de loopbaanbegeleiding")]

    assert "".join(cut) == "deloopbaanbegeleiding"
    assert cut[0] == "de"
    assert len(cut) < 8
