from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from notemine import registry
from notemine.embed import Embedder, artefact, embed, load_embedder
from notemine.embed.encode import EMBEDDERS
from notemine.errors import MissingModelError, UnknownNameError
from notemine.vectors import Matrix

TEXTS = ["Hoe betrek je ouders?", "", "De mentor heeft geen uren.", "Hoe betrek je ouders?", "stage 🙂", "ok"]


def installed() -> list[str]:
    """Those that need nothing but what is here; one needs a model on disk."""
    names = [name for name in registry.names_in(EMBEDDERS) if name != "sentence_transformers"]
    return [name for name in names if find_spec(registry.find(EMBEDDERS, name).PACKAGE)]


@pytest.fixture(params=installed())
def embedder(request: pytest.FixtureRequest) -> Embedder:
    return load_embedder(request.param)


class Memory:
    """A cache that remembers what it was asked for."""

    def __init__(self) -> None:
        self.kept: dict[str, Matrix] = {}

    def get(self, keys: Sequence[str]) -> Mapping[str, Matrix]:
        return {key: self.kept[key] for key in keys if key in self.kept}

    def put(self, vectors: Mapping[str, Matrix]) -> None:
        self.kept |= vectors


class Counting:
    name = "counting 1"
    is_cacheable = True
    has_question_side = False

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str], side: str) -> Matrix:
        self.encoded += texts
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)


def test_rows_are_unit_length_or_zero_and_in_the_order_of_the_texts(embedder: Embedder) -> None:
    vectors = embed(TEXTS, embedder)

    lengths = np.linalg.norm(vectors, axis=1)
    assert vectors.shape[0] == len(TEXTS)
    assert vectors.dtype == np.float32
    assert np.all(np.isclose(lengths, 1, atol=1e-5) | (lengths == 0))
    assert np.array_equal(vectors[0], vectors[3])


def test_the_order_of_the_texts_changes_no_bit(embedder: Embedder) -> None:
    forward = embed(TEXTS, embedder)
    backward = embed(TEXTS[::-1], embedder)

    assert np.array_equal(forward, backward[::-1])


def test_no_texts_give_no_rows(embedder: Embedder) -> None:
    assert embed([], embedder).shape[0] == 0


def test_one_text_gives_one_row(embedder: Embedder) -> None:
    assert embed(["Wie betaalt de zaal?"], embedder).shape[0] == 1


def test_a_paraphrase_is_nearer_than_another_question_for_the_default() -> None:
    texts = ["Wie betaalt de zaal?", "Wie gaat de zaal betalen?", "Hoeveel leerlingen zitten er in de klas?"]

    vectors = embed(texts, load_embedder())

    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_each_distinct_text_is_encoded_once_and_then_comes_from_the_cache() -> None:
    counting, cache = Counting(), Memory()

    first = embed(TEXTS, counting, cache=cache)
    second = embed([*TEXTS, "nieuw"], counting, cache=cache)

    assert sorted(counting.encoded) == sorted({*TEXTS, "nieuw"})
    assert np.array_equal(first, second[:-1])


def test_the_two_sides_are_cached_apart() -> None:
    counting, cache = Counting(), Memory()

    embed(["ouders"], counting, cache=cache)
    embed(["ouders"], counting, side="question", cache=cache)

    assert counting.encoded == ["ouders", "ouders"]


def test_an_unknown_embedder_is_named_with_those_that_exist() -> None:
    with pytest.raises(
        UnknownNameError, match=r"no embedder is called 'usee'; choose one of: dutch, dutch_fast, e5, "
    ):
        load_embedder("usee")


def test_an_embedder_whose_package_is_missing_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        registry.find(EMBEDDERS, "sentence_transformers"), "PACKAGE", "no_such_package_anywhere"
    )

    with pytest.raises(MissingModelError, match=r"pip install 'notemine\[sentence_transformers\]'"):
        load_embedder("sentence_transformers:/a/model")


def test_a_model_that_is_not_on_disk_is_refused_before_anything_could_be_downloaded() -> None:
    with pytest.raises(MissingModelError, match="write the folder behind a colon"):
        registry.find(EMBEDDERS, "sentence_transformers").make_embedder("some/name-on-a-hub")


def test_the_default_is_the_thorough_encoder_until_that_would_take_more_than_a_minute() -> None:
    assert load_embedder().name.startswith("dutch ")
    assert load_embedder(n_texts=10_000).name.startswith("dutch ")
    assert load_embedder(n_texts=10_001).name.startswith("dutch_fast ")


def test_an_embedder_is_loaded_once() -> None:
    assert load_embedder() is load_embedder("dutch")


def test_the_fast_encoder_puts_texts_near_where_the_thorough_one_puts_them() -> None:
    texts = ["Wie betaalt de zaal?", "De mentor heeft geen uren.", "Hoe betrek je ouders bij de keuze?"]

    near = embed(texts, load_embedder("dutch")) @ embed(texts, load_embedder("dutch_fast")).T

    assert list(near.argmax(axis=1)) == [0, 1, 2]


def test_an_embedder_that_loads_nothing_else_says_so() -> None:
    with pytest.raises(UnknownNameError, match="'tfidf' loads nothing else; leave out ':x'"):
        load_embedder("tfidf:x")


def test_missing_weights_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(artefact, "folder_of", lambda name: tmp_path)

    with pytest.raises(MissingModelError, match=r"nl_notemine_embed/table\.npz is not installed"):
        artefact.read_arrays("table")
