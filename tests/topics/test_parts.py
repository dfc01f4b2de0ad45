"""The small parts of the topics room: neighbours, hierarchy, coherence, asides."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from notemine.config import TopicSettings
from notemine.domain import Segment, Term, TopicMap
from notemine.embed import embed, encode_questions, load_embedder
from notemine.topics import Task, find_topic_map, make_decision, neighbours
from notemine.topics.asides import find_asides
from notemine.topics.coherence import coherences
from notemine.topics.hierarchy import group_clusters
from notemine.topics.learned import read_lines
from notemine.vectors import Matrix, unit_rows
from tests.builders import note, segment
from tests.topics.themes import loose_lines, vectors_of


def rows_in_bunches(n: int) -> Matrix:
    random = np.random.default_rng(3)
    bunches = random.standard_normal((20, 32))
    return unit_rows((bunches[np.arange(n) % 20] + 0.7 * random.standard_normal((n, 32))).astype(np.float32))


def test_neighbours_in_cells_are_nearly_those_among_all_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = rows_in_bunches(1500)
    exact = neighbours.nearest_neighbours(rows) > 0

    monkeypatch.setattr(neighbours, "MAX_EXACT", 100)
    found = neighbours.nearest_neighbours(rows) > 0

    assert exact.multiply(found).sum() / exact.sum() > 0.9


def test_neighbours_in_cells_of_sparse_rows_are_nearly_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = csr_matrix(np.clip(rows_in_bunches(1200), 0, None))
    rows = csr_matrix(unit_rows(rows.toarray()))
    exact = neighbours.nearest_neighbours(rows) > 0

    monkeypatch.setattr(neighbours, "MAX_EXACT", 100)
    found = neighbours.nearest_neighbours(rows) > 0

    assert exact.multiply(found).sum() / exact.sum() > 0.9


def test_a_row_that_is_near_to_all_is_the_neighbour_of_few() -> None:
    rows = rows_in_bunches(400)
    hub = unit_rows(rows.mean(axis=0, keepdims=True))

    graph = neighbours.nearest_neighbours(np.vstack([rows, hub]))

    assert graph[400].nnz < 60


def test_topics_that_are_tied_to_one_another_form_a_group() -> None:
    labels = np.repeat([0, 1, 2, 3], 5)
    weights = np.equal.outer(labels, labels) * 1.0
    weights += np.equal.outer(labels // 2, labels // 2) * 0.5 + 0.01
    np.fill_diagonal(weights, 0)

    groups = group_clusters(csr_matrix(weights), labels, grain=1.5)

    assert groups.tolist() == [0, 0, 1, 1]


def test_there_are_two_levels_or_more_and_each_topic_is_in_one_group() -> None:
    segments, _ = loose_lines(120)
    settings = TopicSettings(n_refits=0, n_topics=9)
    found = find_topic_map(Task(segments=segments, vectors=vectors_of(segments), settings=settings))

    assert 2 <= len(found.groups) < len(found)
    assert sorted(t for group in found.groups for t in group.topic_ids) == sorted(t.id for t in found)
    assert len({group.label for group in found.groups}) == len(found.groups)


def test_words_that_always_meet_are_coherent_and_words_that_never_do_are_not() -> None:
    segments = [segment(f"regel {i}", terms=("a", "b") if i % 2 else ("c",)) for i in range(10)]
    windows = [((i, 1.0),) for i in range(10)]
    words = [[Term(text=text, weight=1) for text in row] for row in (("a", "b"), ("a", "c"), ("a",))]

    together, apart, alone = coherences(words, segments, windows)

    assert (together, apart, alone) == (1.0, -1.0, 0.0)


EVENING = [
    "we beginnen met een rondje, wie zit er aan tafel",
    "Els was te laat vanwege de file",
    "ouders komen niet op de ouderavond",
    "hoe krijg je ze wel in school",
    "bij ons helpt een telefoontje van de mentor",
    "de stage is te kort voor een goed beeld",
    "bedrijven willen wel maar hebben geen begeleider",
    "de soep was lekker, bedankt voor de organisatie",
    "wie stuurt het verslag rond en wanneer is de volgende keer",
]


def test_what_is_about_the_evening_itself_is_told_from_what_is_not() -> None:
    of = note("\n".join(EVENING))
    segments = [segment(text, of) for text in EVENING]
    vectors = embed(EVENING, load_embedder("dutch"))
    reading = read_lines(vectors, encode_questions(EVENING), encoder=load_embedder("dutch").name)

    found = find_asides(segments, [of], reading)

    assert found == [True, True, False, False, False, False, False, True, True]


def test_asides_are_a_topic_of_their_own_unless_that_is_switched_off() -> None:
    notes = [note("\n".join(EVENING), source=f"{i}.txt", table=str(i)) for i in range(4)]
    segments = [segment(text, of, terms=tuple(text.lower().split())) for of in notes for text in EVENING]
    texts = [s.text for s in segments]
    encoder = load_embedder("dutch")
    vectors, asked = embed(texts, encoder), encode_questions(texts)

    apart, mixed = (
        find_topic_map(
            Task(
                segments=segments,
                vectors=vectors,
                notes=notes,
                asked=asked,
                encoder=encoder.name,
                settings=TopicSettings(n_refits=0, asides_apart=wanted),
            )
        )
        for wanted in (True, False)
    )

    asides = [topic for topic in apart if topic.is_aside]
    assert [topic.label for topic in asides] == ["De avond zelf"]
    assert {s.text for s in segments if s.id in asides[0].segment_ids} == {*EVENING[:2], *EVENING[-2:]}
    assert not any(topic.is_aside for topic in mixed)


def test_what_a_person_merges_with_asides_is_a_subject_and_the_order_of_notes_does_not_matter() -> None:
    notes = [note("\n".join(EVENING), source=f"{i}.txt", table=str(i)) for i in range(4)]
    by_note = [[segment(text, of, terms=tuple(text.lower().split())) for text in EVENING] for of in notes]

    def found(in_order: list[list[Segment]], **options: object) -> TopicMap:
        segments = [s for of in in_order for s in of]
        texts = [s.text for s in segments]
        encoder = load_embedder("dutch")
        return find_topic_map(
            Task(
                segments=segments,
                vectors=embed(texts, encoder),
                notes=notes,
                asked=encode_questions(texts),
                encoder=encoder.name,
                **options,
            )
        )

    first = found(by_note)
    aside = next(topic for topic in first if topic.is_aside)
    other = next(topic for topic in first if not topic.is_aside)
    merged = make_decision("merge", [aside, other], [s for of in by_note for s in of], label="Samen")

    for previous in (None, first):
        together = found(by_note, decisions=[merged], previous=previous)
        assert not any(topic.is_aside for topic in together)
    assert found(by_note[::-1]).topics == first.topics


def test_a_few_asides_are_no_topic() -> None:
    of = note("\n".join(EVENING[2:8]))
    segments = [segment(text, of) for text in EVENING[2:8]]
    texts = [s.text for s in segments]
    encoder = load_embedder("dutch")

    found = find_topic_map(
        Task(
            segments=segments,
            vectors=embed(texts, encoder),
            notes=[of],
            asked=encode_questions(texts),
            encoder=encoder.name,
        )
    )

    assert not any(topic.is_aside for topic in found)


def test_other_encoders_are_read_with_the_fast_one_alone() -> None:
    asked = encode_questions(EVENING)

    reading = read_lines(np.ones((len(EVENING), 5), dtype=np.float32), asked, encoder="use 3")

    assert reading.rows.shape == asked.shape
