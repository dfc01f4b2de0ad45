from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from notemine.domain import Note, Segment, Topic, TopicMap
from notemine.topics import find_prevalence
from notemine.topics.prevalence import estimate_shares
from notemine.topics.trend import find_trends
from tests.builders import event, note, segment


def tables(*rows: tuple[str, str], **fields: object) -> tuple[list[Note], list[Segment], list[int]]:
    """A table for each pair of sector and letters: a line about topic 0 for each ``a``, 1 for each ``b``."""
    notes, segments, labels = [], [], []
    for number, (sector, letters) in enumerate(rows):
        texts = [f"regel {place} van tafel {number}" for place in range(len(letters))]
        of = note("\n".join(texts), table=str(number), sector=sector, source=f"{number}.txt", **fields)
        notes.append(of)
        segments += [segment(text, of) for text in texts]
        labels += ["ab".index(letter) for letter in letters]
    return notes, segments, labels


def map_of(segments: list[Segment], labels: list[int]) -> TopicMap:
    topics = tuple(
        Topic(
            id=name,
            label=name,
            terms=(),
            segment_ids=tuple(s.id for s, label in zip(segments, labels, strict=True) if label == k),
            strength=1,
            stability=1,
        )
        for k, name in enumerate(("a", "b"))
    )
    return TopicMap(topics=topics, labels=labels, strengths=[1.0] * len(labels))


def test_each_table_counts_once_however_long_its_notes() -> None:
    notes, segments, labels = tables(("vmbo", "a" * 50), ("vmbo", "bb"), ("mbo", "bb"), ("mbo", "bb"))

    found = find_prevalence(map_of(segments, labels), segments, notes)

    vmbo = next(p for p in found if (p.topic_id, p.group) == ("a", "vmbo"))
    assert (vmbo.share, vmbo.n_tables, vmbo.n_speaking, vmbo.n_segments) == (0.5, 2, 1, 50)
    assert vmbo.difference == 0.5


def test_a_clear_difference_is_typical_and_a_chance_one_is_not() -> None:
    clear = tables(*[("vmbo", "aaab")] * 6, *[("mbo", "abbb")] * 6)
    chance = tables(("vmbo", "aaab"), ("vmbo", "bbbb"), ("mbo", "bbba"), ("mbo", "bbbb"))

    typical, not_typical = (
        next(
            p
            for p in find_prevalence(map_of(segments, labels), segments, notes)
            if (p.topic_id, p.group) == ("a", "vmbo")
        )
        for notes, segments, labels in (clear, chance)
    )

    assert typical.is_typical
    assert not not_typical.is_typical
    assert not_typical.difference_low < 0 < not_typical.difference_high


def test_one_table_never_proves_anything() -> None:
    notes, segments, labels = tables(("vmbo", "aaaa"), ("mbo", "abbb"), ("mbo", "bbbb"), ("mbo", "aabb"))

    found = find_prevalence(map_of(segments, labels), segments, notes)

    assert all(p.low <= p.share <= p.high for p in found)
    assert not any(p.is_typical for p in found if p.group == "vmbo")


@pytest.mark.parametrize(
    ("group", "others"), [([0.6, 0.4], [0.5, 0.5]), ([0.3, 0], [0, 0]), ([0.2, 0], [0.1, 0])]
)
def test_tables_that_do_not_vary_prove_nothing(group: list[float], others: list[float]) -> None:
    shares = np.array([group, others, others])

    low, high = estimate_shares(shares, np.array([True, False, False]), seed=0).difference_interval

    assert low[0] <= 0 <= high[0]


def test_tables_of_one_group_or_of_none_are_not_compared() -> None:
    notes, segments, labels = tables(("vmbo", "ab"), ("vmbo", "ab"), ("", "ab"))

    assert find_prevalence(map_of(segments, labels), segments, notes) == []


def test_an_impression_of_the_evening_is_no_table() -> None:
    notes, segments, labels = tables(("vmbo", "aa"), ("mbo", "bb"))
    report = note("aan alle tafels ging het over a", source="verslag.md", is_impression=True)

    found = find_prevalence(
        map_of([*segments, segment(report.text, report)], [*labels, 0]),
        [*segments, segment(report.text, report)],
        [*notes, report],
    )

    assert {(p.group, p.n_tables) for p in found} == {("vmbo", 1), ("mbo", 1)}


@pytest.mark.parametrize(("n_group", "n_others"), [(3, 20), (5, 20), (9, 9), (3, 6)])
def test_the_interval_holds_the_truth_about_as_often_as_it_says(n_group: int, n_others: int) -> None:
    random = np.random.default_rng(5)
    is_group = np.arange(n_group + n_others) < n_group
    held = []
    for _ in range(60):
        spoken = random.random((n_group + n_others, 8)) < 0.4
        shares = spoken * random.beta(2, 3, spoken.shape)
        low, high = estimate_shares(shares, is_group, seed=0).difference_interval
        held += list((low <= 0) & (high >= 0))

    assert np.mean(held) > 0.93


def test_the_last_event_is_compared_with_those_before() -> None:
    before = event("Zwolle", date(2023, 5, 1)), event("Breda", date(2024, 5, 1))
    rows = [("vmbo", "ab"), ("mbo", "ab"), ("vmbo", "aa"), ("mbo", "ab")] * 3
    notes, segments, labels = [], [], []
    for of in before:
        some = tables(*(rows if of is before[0] else [(sector, "aa") for sector, _ in rows]), event=of)
        notes += some[0]
        segments += some[1]
        labels += some[2]

    trends = find_trends(labels, segments, notes, n_topics=2, seed=0)

    assert trends == ["growing", "faded"]


@pytest.mark.parametrize(
    ("before", "now", "trend"),
    [
        pytest.param((2, 0), (0, 0), "", id="one table, then none"),
        pytest.param((2, 2), (0, 0), "faded", id="two tables, then none"),
        pytest.param((0, 0), (1, 0), "", id="a single line is not new"),
        pytest.param((0, 0), (2, 0), "new", id="two lines are"),
        pytest.param((2, 2), (1, 0), "", id="a single line keeps no topic"),
        pytest.param((2, 2), (2, 1), "persistent", id="lines of both"),
    ],
)
def test_a_trend_needs_more_than_a_single_line_or_table(
    before: tuple[int, int], now: tuple[int, int], trend: str
) -> None:
    lines: list[Segment] = []
    notes: list[Note] = []
    labels: list[int] = []
    for held_on, counts in ((date(2025, 3, 18), before), (date(2025, 11, 11), now)):
        for table, n in enumerate(counts, start=1):
            text = "\n".join(f"regel {i}" for i in range(5))
            own = note(text, event=event("Ede", held_on), table=str(table), source=f"{held_on}/{table}.txt")
            notes.append(own)
            lines += [segment(f"regel {i}", own) for i in range(5)]
            labels += [0] * n + [1] * (5 - n)

    assert find_trends(labels, lines, notes, n_topics=2, seed=0)[0] == trend


def test_events_without_a_date_have_no_trend() -> None:
    notes, segments, labels = tables(("vmbo", "ab"), ("mbo", "ab"), event=event(held_on=None))

    assert find_trends(labels, segments, notes, n_topics=2, seed=0) == ["", ""]
