from __future__ import annotations

import pytest

from notemine.domain import Term, Topic, TopicMap
from notemine.evaluate.cluster import score_grouping
from notemine.evaluate.counts import Counts, token_f1
from notemine.evaluate.detect import score_detection
from notemine.evaluate.extract import score_extraction
from notemine.evaluate.topics import score_topics


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Wie betaalt dat?", "wie betaalt DAT", 1.0),
        ("wie betaalt", "wie betaalt dat nu", 2 / 3),
        ("wie", "hoe", 0.0),
        ("", "hoe", 0.0),
    ],
    ids=["case and marks aside", "half", "nothing", "empty"],
)
def test_token_f1_counts_shared_words(left: str, right: str, expected: float) -> None:
    assert token_f1(left, right) == pytest.approx(expected)


def test_detection_counts_hits_false_hits_and_misses_and_each_kind() -> None:
    scores = score_detection(
        [True, True, False, False], [True, False, True, False], kinds=["a", "b", "b", "a"]
    )

    assert scores["precision"] == scores["recall"] == scores["f1"] == scores["accuracy"] == 0.5
    assert scores["accuracy_by_kind"] == {"a": 1.0, "b": 0.0}


def test_a_span_a_word_short_is_soft_but_not_strict() -> None:
    scores = score_extraction([["wie betaalt de zaal"]], [["wie betaalt de"]])

    assert scores["soft"]["f1"] == 1.0
    assert scores["strict"]["f1"] == 0.0


def test_a_span_is_used_once_and_an_optional_one_is_not_counted_against() -> None:
    scores = score_extraction(
        [["wie betaalt"], ["hoe dan"]],
        [["wie betaalt", "wie betaalt"], ["hoe dan", "of dat mag"]],
        optional=[[], ["of dat mag"]],
    )

    assert scores["soft"]["precision"] == pytest.approx(2 / 3, abs=1e-4)
    assert scores["soft"]["perfect_passages"] == 1


def test_the_same_grouping_under_other_names_is_perfect() -> None:
    scores = score_grouping(["a", "a", "b", "c"], [7, 7, 1, 0])

    assert scores["pair"]["f1"] == scores["bcubed"]["f1"] == scores["ami"] == 1.0
    assert (scores["exact"], scores["groups"]) == (1, 1)


def test_one_lump_has_full_recall_and_low_precision() -> None:
    scores = score_grouping(["a", "a", "b", "b"], [0, 0, 0, 0])

    assert scores["pair"] == {"precision": 0.3333, "recall": 1.0, "f1": 0.5}
    assert scores["exact"] == 0


def test_topics_are_scored_by_label_and_by_the_variety_of_their_words() -> None:
    words = (Term(text="ouder", weight=1.0), Term(text="stage", weight=0.5))
    topics = tuple(
        Topic(id=f"t-{i}", label=f"T{i}", terms=words, segment_ids=(), strength=1, stability=1)
        for i in range(2)
    )
    found = TopicMap(topics=topics, labels=[0, 0, 1, -1], strengths=[1.0] * 4)

    scores = score_topics(["x", "x", "y", "y"], found)

    assert scores["outliers"] == 1
    assert scores["diversity"] == 0.5
    assert 0 < scores["ami"] < 1


def test_nothing_found_where_nothing_was_to_find_is_perfect() -> None:
    assert Counts(0, 0, 0).f1 == 1.0
