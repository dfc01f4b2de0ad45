from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import notemine as nm

ROWS = [
    {"text": "- Hoe krijg je ouders op school?\n- De stage is te kort.", "table": "1", "sector": "vmbo"},
    {"text": "- Hoe krijgen we ouders naar school?\n- Bellen helpt.", "table": "2", "sector": "mbo"},
]


@pytest.mark.parametrize(
    "texts",
    [
        ["Wie komt er?", "Niemand komt."],
        ("Wie komt er?", "Niemand komt."),
        pd.Series(["Wie komt er?", "Niemand komt."]),
        pd.DataFrame({"text": ["Wie komt er?", "Niemand komt."], "table": [1, 2]}),
    ],
    ids=["list", "tuple", "series", "frame"],
)
def test_texts_come_in_every_common_form(texts: object) -> None:
    assert nm.is_question(texts) == [True, False]


def test_a_missing_text_keeps_its_place() -> None:
    texts = pd.Series(["Wie komt er?", None, np.nan])

    assert nm.is_question(texts) == [True, False, False]
    assert nm.embed(texts).shape[0] == 3
    assert len(nm.find_topics(texts).labels) == 3


def test_nothing_gives_nothing() -> None:
    assert nm.is_question([]) == []
    assert nm.group_questions([]) == []
    assert nm.find_questions("") == []
    assert nm.find_topics([]).labels == []


def test_a_frame_without_texts_says_which_column_is_missing() -> None:
    with pytest.raises(ValueError, match="no column 'text' among 'tekst'"):
        nm.is_question(pd.DataFrame({"tekst": ["Wie?"]}))


def test_one_string_is_refused_where_texts_are_asked_for() -> None:
    with pytest.raises(TypeError, match=r"write \[text\]"):
        nm.is_question("Wie komt er?")


@pytest.mark.parametrize("as_frame", [True, False], ids=["frame", "series"])
def test_notes_come_as_a_frame_or_a_series(as_frame: bool) -> None:
    frame = pd.DataFrame(ROWS)

    mined = nm.mine(frame if as_frame else frame["text"])

    assert len(mined.notes) == 2
    assert sorted(len(q.tables) for q in mined.questions) == [2]


def test_paths_that_hold_nothing_are_an_error_that_names_them() -> None:
    with pytest.raises(nm.NotemineError, match="bestaat-niet"):
        nm.mine("bestaat-niet")


def test_questions_of_a_text_are_exact_spans() -> None:
    text = "Een moeder vroeg hoe je ouders bereikt. Wie regelt dat?"

    found = nm.find_questions(text)

    assert [text[q.start : q.end] for q in found] == [q.text for q in found]
    assert [q.kind for q in found] == ["indirect", "direct"]


@pytest.mark.parametrize("side", ["text", "question"])
def test_vectors_have_length_one_on_both_sides(side: str) -> None:
    vectors = nm.embed(["Wie betaalt de zaal?", "Hoe laat begint het?"], side=side)

    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("what", ["notes", "segments", "topics", "questions", "mentions", "plan"])
def test_every_part_of_a_result_is_a_frame(what: str) -> None:
    mined = nm.mine(pd.DataFrame(ROWS))

    assert isinstance(nm.to_frame(mined, what), pd.DataFrame)


def test_the_embedder_fitted_on_the_texts_themselves_does_the_whole_job() -> None:
    mined = nm.mine(pd.DataFrame(ROWS), nm.Config(embedder="tfidf"))

    assert mined.provenance.embedder == "tfidf 1"
    assert mined.questions
