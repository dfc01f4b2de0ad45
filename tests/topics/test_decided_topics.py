from __future__ import annotations

from dataclasses import replace

import pytest

from notemine.config import TopicSettings
from notemine.domain import Segment, TopicDecision, TopicMap
from notemine.errors import UnknownNameError
from notemine.topics import Task, find_topic, find_topic_map, make_decision, propose_split
from tests.topics.themes import loose_lines, vectors_of

QUICK = TopicSettings(n_refits=0)
SEGMENTS, THEMES = loose_lines(90)


def task(segments: list[Segment] = SEGMENTS, **options: object) -> Task:
    return Task(**({"segments": segments, "vectors": vectors_of(segments), "settings": QUICK} | options))


FOUND = find_topic_map(task())


def lines_of(found: TopicMap, name: str) -> set[str]:
    ids = set(find_topic(found, name).segment_ids)
    return {segment.text for segment in SEGMENTS if segment.id in ids}


def test_a_new_name_stays_when_all_topics_are_found_anew_at_another_grain() -> None:
    said = make_decision("rename", FOUND.topics[:1], SEGMENTS, label="Wat thuis speelt")

    for grain in (0.5, 1.5, 3):
        found = find_topic_map(task(decisions=[said], settings=TopicSettings(n_refits=0, grain=grain)))

        named = [topic for topic in found if topic.is_named]
        assert [topic.label for topic in named] == ["Wat thuis speelt"]
        assert lines_of(FOUND, FOUND.topics[0].label) & lines_of(found, "Wat thuis speelt")


def test_merged_topics_are_one_and_keep_all_their_lines() -> None:
    said = make_decision("merge", FOUND.topics[:2], SEGMENTS, label="Samen")

    found = find_topic_map(task(decisions=[said]))

    first, second = (lines_of(FOUND, topic.label) for topic in FOUND.topics[:2])
    assert lines_of(found, "Samen") == first | second
    assert len(found) == len(FOUND) - 1


def test_a_dropped_topic_is_gone_and_its_lines_have_none() -> None:
    dropped = FOUND.topics[0]

    found = find_topic_map(task(decisions=[make_decision("drop", [dropped], SEGMENTS)]))

    gone = {s.id for s, label in zip(SEGMENTS, found.labels, strict=True) if label == -1}
    assert gone == set(dropped.segment_ids)
    assert dropped.label not in {topic.label for topic in found}


def test_pinned_lines_stay_together_whatever_the_number_of_topics() -> None:
    pinned = FOUND.topics[1]
    said = make_decision("pin", [pinned], SEGMENTS, label="Vast")

    found = find_topic_map(task(decisions=[said], settings=TopicSettings(n_refits=0, n_topics=12)))

    assert lines_of(FOUND, pinned.label) <= lines_of(found, "Vast")


def test_a_few_lines_that_are_pinned_leave_the_topic_they_were_in() -> None:
    few = sorted(lines_of(FOUND, FOUND.topics[0].label))[:4]
    said = TopicDecision(kind="pin", topics=(tuple(few),), label="Apart")

    found = find_topic_map(task(decisions=[said]))

    assert lines_of(found, "Apart") == set(few)
    assert len(found) == len(FOUND) + 1


def test_a_split_divides_a_topic_once_and_stays() -> None:
    name = FOUND.topics[0].label
    said = propose_split(task(), name)

    found = find_topic_map(task(decisions=[said]))
    again = find_topic_map(task(decisions=[said], previous=found))

    assert len(found) == len(FOUND) + 1
    parts = [topic for topic in found if set(topic.segment_ids) <= set(FOUND.topics[0].segment_ids)]
    assert len(parts) == 2
    assert again.topics == found.topics


def test_a_decision_waits_for_notes_that_hold_its_lines() -> None:
    said = TopicDecision(kind="drop", topics=(("een regel die nergens staat",),))

    assert find_topic_map(task(decisions=[said])).topics == FOUND.topics


def test_marks_capitals_and_numbers_of_pseudonyms_do_not_hide_a_line() -> None:
    segments = [replace(s, text=f"{s.text} van Deelnemer 12.") for s in SEGMENTS]
    lines = tuple(
        f"{s.text.upper()} van deelnemer 3" for s in SEGMENTS if s.id in FOUND.topics[0].segment_ids
    )
    said = TopicDecision(kind="rename", topics=(lines,), label="Gevonden")

    found = find_topic_map(task(segments, vectors=vectors_of(SEGMENTS), decisions=[said]))

    assert "Gevonden" in {topic.label for topic in found}


@pytest.mark.parametrize(
    ("kind", "n_topics", "label"), [("merge", 1, ""), ("rename", 1, " "), ("drop", 2, ""), ("split", 1, "")]
)
def test_what_cannot_be_decided_is_refused(kind: str, n_topics: int, label: str) -> None:
    with pytest.raises(ValueError, match=r"cannot|empty"):
        make_decision(kind, FOUND.topics[:n_topics], SEGMENTS, label=label)


def test_a_topic_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(
        UnknownNameError, match=f"no topic is called 'nergens'; choose one of: {FOUND.topics[0].label}"
    ):
        find_topic(FOUND, "nergens")


def test_one_word_of_a_label_is_enough_if_no_other_has_it() -> None:
    topics = (replace(FOUND.topics[0], label="Stage en bedrijven"), replace(FOUND.topics[1], label="Ouders"))

    assert find_topic(replace(FOUND, topics=topics), "bedrijven") == topics[0]


def test_a_small_topic_that_is_dropped_takes_no_large_one_with_it() -> None:
    fine = find_topic_map(task(settings=TopicSettings(n_refits=0, n_topics=9)))
    small = fine.topics[-1]
    said = make_decision("drop", [small], SEGMENTS)

    coarse = find_topic_map(task(decisions=[said], settings=TopicSettings(n_refits=0, n_topics=3)))
    again = find_topic_map(
        task(decisions=[said], previous=coarse, settings=TopicSettings(n_refits=0, n_topics=3))
    )

    assert coarse.labels.count(-1) == again.labels.count(-1) == len(small.segment_ids)


def test_where_all_is_dropped_nothing_is_left_and_nothing_breaks() -> None:
    said = [make_decision("drop", [topic], SEGMENTS) for topic in FOUND]

    found = find_topic_map(task(decisions=said, settings=TopicSettings(n_refits=2)))
    but_one = find_topic_map(task(decisions=said[1:], settings=TopicSettings(n_refits=2)))

    assert (len(found), set(found.labels)) == (0, {-1})
    assert [topic.label for topic in but_one] == [FOUND.topics[0].label]


def test_a_name_of_a_person_goes_before_one_of_an_earlier_run() -> None:
    first, second = FOUND.topics[:2]
    said = make_decision("rename", [second], SEGMENTS, label=first.label)

    found = find_topic_map(task(decisions=[said], previous=FOUND))

    assert find_topic(found, first.label).id == second.id
