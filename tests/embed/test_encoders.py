from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from notemine.embed.embedders import dutch, dutch_fast
from notemine.embed.transformer import N_ROWS, Transformer
from notemine.embed.word_features import numbered, tokens, word_numbers

LINES = [
    "",
    "Hoe krijg je ouders mee?",
    "ja",
    "de mentor heeft er in het rooster geen uur voor gekregen, zegt zij",
    "?!",
    "x " * 400,
]


def untrained(*, n_dims: int = 8, n_inner: int = 16, n_layers: int = 4) -> Transformer:
    rng = np.random.default_rng(0)

    def packed(*shape: int) -> np.ndarray:
        return rng.integers(-127, 128, (n_layers, *shape)).astype(np.int8)

    arrays = {
        "words": rng.integers(-127, 128, (50, n_dims)).astype(np.int8),
        "words.scale": np.full(50, 0.01, dtype=np.float16),
        "positions": rng.normal(size=(32, n_dims)).astype(np.float16),
        "sides": rng.normal(size=(2, n_dims)).astype(np.float16),
        "first_norm": np.ones((2, n_dims), dtype=np.float16),
        "n_heads": np.array(2),
        "n_shared": np.array(2),
    }
    for name, shape in {
        "qkv": (n_dims, 3 * n_dims),
        "out": (n_dims, n_dims),
        "up": (n_dims, n_inner),
        "down": (n_inner, n_dims),
    }.items():
        arrays[name] = packed(*shape)
        arrays[f"{name}.scale"] = np.full((n_layers, shape[1]), 0.01, dtype=np.float16)
        arrays[f"{name}_bias"] = rng.normal(size=(n_layers, shape[1])).astype(np.float16)
    for name in ("norm", "last_norm"):
        arrays[name] = rng.normal(size=(n_layers, 2, n_dims)).astype(np.float16)
    return Transformer(arrays)


def test_a_row_is_the_same_to_the_last_bit_alone_and_among_others() -> None:
    model = dutch.make_embedder()

    together = model.encode(LINES * 7, "text")

    for i, line in enumerate(LINES):
        assert np.array_equal(model.encode([line], "text")[0], together[i])


def test_the_table_gives_the_same_row_alone_and_among_others() -> None:
    model = dutch_fast.make_embedder()

    together = model.encode(LINES * 7, "text")

    for i, line in enumerate(LINES):
        assert np.array_equal(model.encode([line], "text")[0], together[i])


@pytest.mark.parametrize("embedder", ["dutch", "dutch_fast"])
def test_the_number_of_threads_changes_no_bit(embedder: str) -> None:
    script = (
        "import hashlib, notemine as nm;"
        f"rows = nm.embed([f'Hoe krijg je tafel {{i}} stil?' for i in range(60)], embedder={embedder!r});"
        "print(hashlib.sha256(rows.tobytes()).hexdigest())"
    )

    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "OPENBLAS_NUM_THREADS": n_threads},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for n_threads in ("1", "2", "4")
    }

    assert len(digests) == 1


def test_more_texts_than_fit_at_once_keep_their_order() -> None:
    model = untrained()
    texts = [[0, 5 + i % 40, 2] for i in range(N_ROWS)]

    rows = model.encode(texts, side=0)

    assert np.array_equal(rows[:40], rows[40:80])
    assert not np.array_equal(rows[0], rows[1])


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 32 pieces"):
        untrained().encode([[0] * 33], side=0)


def test_each_side_has_last_layers_of_its_own() -> None:
    model, texts = untrained(), [[0, 7, 9, 2]]
    model._sides[:] = 0

    assert not np.allclose(model.encode(texts, side=0), model.encode(texts, side=1))


def test_the_order_of_the_pieces_matters() -> None:
    one, other = untrained().encode([[0, 7, 9, 2], [0, 9, 7, 2]], side=0)

    assert not np.allclose(one, other)


@pytest.mark.parametrize("make", [dutch.make_embedder, dutch_fast.make_embedder], ids=["dutch", "dutch_fast"])
class TestBothEncoders:
    def test_a_text_without_words_is_a_row_of_zeros(self, make) -> None:
        assert not make().encode(["", "  "], "text").any()

    def test_a_question_has_the_vector_of_its_text_and_one_for_what_it_asks(self, make) -> None:
        model, lines = make(), ["Hoe krijg je ouders mee?"]

        text, question = model.encode(lines, "text"), model.encode(lines, "question")

        assert question.shape == (1, 768)
        assert np.allclose(question[:, :384] * np.sqrt(2), text)
        assert not np.allclose(question[:, 384:], question[:, :384])

    def test_width_and_kind_of_numbers(self, make) -> None:
        rows = make().encode(LINES, "text")

        assert rows.shape == (len(LINES), 384)
        assert rows.dtype == np.float32
        assert np.isfinite(rows).all()

    def test_a_typing_error_moves_a_sentence_less_than_another_subject(self, make) -> None:
        rows = make().encode(
            [
                "de ouders weten niets van het mbo",
                "de oudres weten nietsvan het mbo",
                "de zaal was te koud en de koffie op",
            ],
            "text",
        )
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)

        assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2


def test_tokens_are_words_in_lower_case_and_question_marks() -> None:
    assert tokens("Wie regelt ’t: de School?") == ["wie", "regelt", "t", "de", "school", "?"]


def test_a_word_is_its_own_number_and_those_of_its_letters() -> None:
    assert len(word_numbers("ja")) == 1
    assert len(word_numbers("2025")) == 1
    assert len(word_numbers("ouder")) == 1 + 5 + 4 + 3
    assert word_numbers("ouder")[0] != word_numbers("ouders")[0]


def test_texts_are_taken_apart_into_distinct_words() -> None:
    words, of_word, starts = numbered(["een twee een", "", "twee"])

    assert words == ["een", "twee"]
    assert of_word.tolist() == [0, 1, 0, 1]
    assert starts.tolist() == [0, 3, 3, 4]
