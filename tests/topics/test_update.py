from __future__ import annotations

import random

import numpy as np

from notemine.config import TopicSettings
from notemine.domain import Segment
from notemine.topics import Task, find_changes, find_topic_map
from tests.builders import segment
from tests.topics.themes import loose_lines, vectors_of

QUICK = TopicSettings(n_refits=0)
SEGMENTS, THEMES = loose_lines(120)


def task(segments: list[Segment], **options: object) -> Task:
    return Task(**({"segments": segments, "vectors": vectors_of(segments), "settings": QUICK} | options))


def of_themes(*themes: str) -> list[Segment]:
    return [s for s, theme in zip(SEGMENTS, THEMES, strict=True) if theme in themes]


def test_the_same_notes_again_change_nothing() -> None:
    before = find_topic_map(task(SEGMENTS))

    again = find_topic_map(task(SEGMENTS, previous=before))

    assert (again.topics, again.labels, again.groups) == (before.topics, before.labels, before.groups)
    assert find_changes(before, again) == ()


def test_new_lines_join_and_every_old_line_keeps_its_topic_id_and_label() -> None:
    old = SEGMENTS[:90]
    before = find_topic_map(task(old))

    now = find_topic_map(task(SEGMENTS, previous=before))

    topic_of = {segment_id: topic for topic in now for segment_id in topic.segment_ids}
    for topic in before:
        assert {(topic_of[s].id, topic_of[s].label) for s in topic.segment_ids} == {(topic.id, topic.label)}
    assert {change.kind for change in find_changes(before, now)} == {"grown"}
    assert sum(change.n_joined for change in find_changes(before, now)) == 30


def test_lines_about_something_else_found_a_topic_of_their_own() -> None:
    before = find_topic_map(task(of_themes("ouders", "stage")))

    now = find_topic_map(task(SEGMENTS, previous=before))

    new = [topic for topic in now if topic.id not in {old.id for old in before}]
    founders = {s.id for s in of_themes("rooster")}
    assert new
    assert all(set(topic.segment_ids) <= founders for topic in new)
    assert {c.kind for c in find_changes(before, now) if c.topic_id in {t.id for t in new}} == {"new"}


def test_a_topic_without_lines_is_gone() -> None:
    before = find_topic_map(task(SEGMENTS))

    now = find_topic_map(task(of_themes("ouders"), previous=before))

    gone = {change.topic_id for change in find_changes(before, now) if change.kind == "gone"}
    assert gone == {topic.id for topic in before} - {topic.id for topic in now}
    assert gone


def test_topics_that_are_found_anew_keep_the_id_of_what_they_were() -> None:
    before = find_topic_map(task(SEGMENTS[:90]))

    now = find_topic_map(task(SEGMENTS, previous=before, refit=True))

    ids = {topic.id: set(topic.segment_ids) for topic in before}
    kept = [topic for topic in now if topic.id in ids]
    assert kept
    assert all(len(ids[topic.id] & set(topic.segment_ids)) > len(ids[topic.id]) / 2 for topic in kept)


def test_the_order_of_the_lines_does_not_matter_to_an_update() -> None:
    before = find_topic_map(task(SEGMENTS[:60]))
    shuffled = random.Random(2).sample(SEGMENTS, len(SEGMENTS))

    now, other = (find_topic_map(task(some, previous=before)) for some in (SEGMENTS, shuffled))

    assert other.topics == now.topics


def test_every_line_is_new_to_topics_of_other_notes() -> None:
    before = find_topic_map(task([segment(f"iets anders {i}", terms=("stage",)) for i in range(20)]))

    now = find_topic_map(task(SEGMENTS, previous=before))

    assert -1 not in now.labels
    assert not {topic.id for topic in before} & {topic.id for topic in now}


def test_the_document_topic_matrix_tells_the_strength_of_every_line() -> None:
    found = find_topic_map(task(SEGMENTS))

    assert found.shares.shape == (len(SEGMENTS), len(found))
    assert np.allclose(found.shares.sum(axis=1), 1, atol=1e-4)
    own = found.shares[np.arange(len(SEGMENTS)), found.labels]
    assert np.allclose(own, found.strengths, atol=1e-4)
    assert list(found.document_topics().columns) == [topic.label for topic in found]


def test_weak_lines_have_no_topic_if_that_is_asked() -> None:
    whole = find_topic_map(task(SEGMENTS, vectors=vectors_of(SEGMENTS, noise=1.5)))
    border = float(np.median(whole.strengths))

    found = find_topic_map(
        task(
            SEGMENTS,
            vectors=vectors_of(SEGMENTS, noise=1.5),
            settings=TopicSettings(n_refits=0, min_strength=border),
        )
    )

    assert 0 < found.labels.count(-1) < len(SEGMENTS)
    kept = [x for x, label in zip(found.strengths, found.labels, strict=True) if label >= 0]
    assert min(kept) >= border


def test_a_guide_draws_its_lines_and_gives_them_its_name_but_has_no_topic_itself() -> None:
    guide = segment("hoe het rooster in elkaar zit", terms=("rooster",))

    found = find_topic_map(task(SEGMENTS, guides=[guide], guide_vectors=vectors_of([guide])))

    named = [topic for topic in found if topic.label == "Hoe het rooster in elkaar zit"]
    assert len(named) == 1
    assert set(named[0].segment_ids) <= {s.id for s in of_themes("rooster")}
    assert len(found.labels) == len(SEGMENTS)


def test_a_guide_that_nothing_follows_changes_no_line() -> None:
    guide = segment("ruimtevaart", terms=("ruimtevaart",))
    away = np.zeros((1, 12), dtype=np.float32)
    away[0, 11] = 1

    found = find_topic_map(task(SEGMENTS, guides=[guide], guide_vectors=away))

    assert "Ruimtevaart" not in {topic.label for topic in found}
    assert -1 not in found.labels
