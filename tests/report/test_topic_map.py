from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np

from notemine.domain import Mined
from notemine.report.exporters import html
from notemine.report.topic_map import HEIGHT, WIDTH, Disc, draw_topics
from tests.report.sample import two_evenings


def with_shares(mined: Mined) -> Mined:
    shares = np.full((len(mined.segments), len(mined.topics)), 0.1, dtype=np.float32)
    for row, label in enumerate(mined.topics.labels):
        shares[row, label] += 0.5
    shares[:, :2] += 0.1
    return replace(mined, topics=replace(mined.topics, shares=shares / shares.sum(axis=1, keepdims=True)))


def box(disc: Disc) -> tuple[float, float, float]:
    return float(disc.x), float(disc.y), float(disc.radius)


def test_every_topic_is_a_disc_in_the_picture_clear_of_the_others() -> None:
    mined = with_shares(two_evenings())

    discs = draw_topics(mined, weak=0.4)

    assert [disc.id for disc in discs] == [topic.id for topic in mined.topics]
    for x, y, radius in map(box, discs):
        assert radius <= x <= WIDTH - radius
        assert radius <= y <= HEIGHT - radius
    for (x, y, r), (x2, y2, r2) in combinations(map(box, discs), 2):
        assert np.hypot(x - x2, y - y2) > r + r2


def test_every_line_is_a_dot_in_its_topic() -> None:
    mined = with_shares(two_evenings())

    for disc, topic in zip(draw_topics(mined, weak=0.4), mined.topics, strict=True):
        x, y, radius = box(disc)
        assert [dot.segment_id for dot in disc.dots] == list(topic.segment_ids)
        assert all(np.hypot(float(dot.x) - x, float(dot.y) - y) <= radius for dot in disc.dots)


def test_the_picture_is_the_same_every_time_and_stands_in_the_report() -> None:
    mined = with_shares(two_evenings())

    assert draw_topics(mined, weak=0.4) == draw_topics(mined, weak=0.4)
    assert b"Kaart van de onderwerpen" in html.render(mined, name="rapport.html")


def test_one_topic_or_none_needs_no_picture() -> None:
    mined = with_shares(two_evenings())
    alone = replace(mined.topics, topics=mined.topics.topics[:1], shares=mined.topics.shares[:, :1])

    assert draw_topics(replace(mined, topics=alone), weak=0.4) == ()
    assert draw_topics(replace(mined, topics=replace(mined.topics, shares=None)), weak=0.4) == ()


def test_a_long_label_is_written_on_two_lines_and_a_very_long_one_is_cut() -> None:
    mined = with_shares(two_evenings())
    labels = ["Ouders", "Switchen en begeleiding", "Loopbaanoriëntatie", "Samen " * 12]
    topics = tuple(replace(t, label=label) for t, label in zip(mined.topics, labels, strict=False))
    renamed = replace(mined.topics, topics=(*topics, *mined.topics.topics[len(topics) :]))

    discs = draw_topics(replace(mined, topics=renamed), weak=0.4)

    assert [disc.label_lines for disc in discs[:4]] == [
        ("Ouders",),
        ("Switchen en", "begeleiding"),
        ("Loopbaanoriëntatie",),
        ("Samen Samen Samen", "Samen Samen…"),
    ]
    assert discs[3].label == "Samen Samen Samen Samen Samen Samen Samen Samen Samen Samen Samen Samen"
