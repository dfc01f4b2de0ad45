"""What changed over the events: how much was said of each topic; which questions came, stayed and went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from notemine.domain import Event, Mined
from notemine.dutch.phrases import count, enumerate_words, write_month
from notemine.report import sentences
from notemine.report.cells import Cell
from notemine.report.evidence import Evidence
from notemine.report.shares import Share, find_shares, scale_of
from notemine.report.views import TOPIC_TRENDS, TRENDS, QuestionView, TopicView

Viewed = TypeVar("Viewed", TopicView, QuestionView)
WIDTH, HEIGHT, EDGE = 132.0, 44.0, 6.0
ABOUT_TOPICS = {
    "nieuw": "nieuw op de laatste bijeenkomst",
    "groeit": "vaker besproken dan eerder",
    "neemt af": "minder besproken dan eerder",
    "verdwenen": "op de laatste bijeenkomst niet meer besproken",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event as the head of a column: its name, its month and how many tables it had."""

    id: str
    name: str
    month: str
    tables: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A share in the figure of a topic: where it stands, and the ends of its interval."""

    x: str
    y: str
    low: str
    high: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTrendView:
    """A topic over the events.

    Attributes:
        shares: For each event; None where its tables said nothing that has a topic.
        marks: The shares that may be shown, in order of date.
        lines: Points of the lines between the marks of events that follow one another.
    """

    topic: TopicView
    shares: tuple[Share | None, ...]
    marks: tuple[Mark, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsView:
    """Everything about the events in order of date, those without one last.

    Attributes:
        topics_sentence, questions_sentence: What the tables below them show, in words.
        topics: The largest topics.
        scale: Where the axis of the figures ends.
        questions: Recurring questions: new ones, those that came back, those that did not; then the others.
        new_topics, kept_topics: Topics for the summary, the most telling first.
        new_questions, kept_questions: The same of questions.
    """

    events: tuple[EventView, ...]
    topics_sentence: str
    topics: tuple[TopicTrendView, ...]
    scale: str
    questions_sentence: str
    questions: tuple[QuestionView, ...]
    new_topics: tuple[TopicView, ...]
    kept_topics: tuple[TopicView, ...]
    new_questions: tuple[QuestionView, ...]
    kept_questions: tuple[QuestionView, ...]


def view_trends(
    mined: Mined,
    evidence: Evidence,
    topics: Sequence[TopicView],
    questions: Sequence[QuestionView],
    *,
    n_topics: int,
) -> TrendsView | None:
    """Compare the events; None where fewer than two days of events are known.

    Args:
        mined: What was found.
        evidence: Of ``mined``.
        topics: Subjects, largest first.
        questions: Recurring ones.
        n_topics: How many of the topics get a row.
    """
    tables = evidence.tables_by_event(evidence.sector_of_table)
    events = [event for event in evidence.events if event.id in tables]
    if len({event.held_on for event in events} - {None}) < 2:
        return None
    drawn, scale = _draw_topics(topics[:n_topics], find_shares(mined, evidence, facet="event"), events)
    return TrendsView(
        events=tuple(_view_event(event, evidence, tables[event.id]) for event in events),
        topics_sentence=describe_topics(topics),
        topics=drawn,
        scale=f"{scale:.0%}",
        questions_sentence=sentences.trend(questions),
        questions=tuple(sorted(questions, key=lambda question: _place(question.trend))),
        new_topics=_with_trend(topics, "nieuw", "groeit"),
        kept_topics=_with_trend(topics, "blijft"),
        new_questions=_with_trend(questions, "nieuw"),
        kept_questions=_with_trend(questions, "komt terug"),
    )


def describe_topics(topics: Sequence[TopicView]) -> str:
    """Which topics are clearly spoken of more or less than before; empty if that cannot be told."""
    said = []
    for trend, words in ABOUT_TOPICS.items():
        labels = [f"“{topic.label}”" for topic in topics if topic.trend == trend]
        if labels:
            said.append(f"{enumerate_words(labels)} {'is' if len(labels) == 1 else 'zijn'} {words}.")
    if not said:
        # Of a topic without a trend it may be hidden.
        if not topics or not all(topic.trend for topic in topics):
            return ""
        return "Geen onderwerp is op de laatste bijeenkomst duidelijk meer of minder besproken dan eerder."
    n_kept = sum(1 for topic in topics if topic.trend == TOPIC_TRENDS["persistent"])
    if n_kept:
        kept = count(n_kept, "ander onderwerp bleef", "andere onderwerpen bleven")
        said.append(f"{kept}, zonder duidelijk verschil.")
    return " ".join(said)


def _with_trend(found: Sequence[Viewed], *trends: str) -> tuple[Viewed, ...]:
    return tuple(one for trend in trends for one in found if one.trend == trend)


def _place(trend: str) -> int:
    order = [name for name in TRENDS.values() if name]
    return order.index(trend) if trend else len(order)


def _view_event(event: Event, evidence: Evidence, tables: Cell) -> EventView:
    month = write_month(event.held_on) if event.held_on else "zonder datum"
    return EventView(id=event.id, name=evidence.event_name[event.id], month=month, tables=tables)


def _draw_topics(
    topics: Sequence[TopicView], shares: Mapping[str, Mapping[str, Share]], events: Sequence[Event]
) -> tuple[tuple[TopicTrendView, ...], float]:
    """Draw topics on one scale; returns where its axis ends, too."""
    spoken = [topic for topic in topics if topic.id in shares]
    scale = scale_of(share for topic in spoken for share in shares[topic.id].values())
    drawn = (
        _draw(topic, [shares[topic.id].get(event.id) for event in events], events, scale=scale)
        for topic in spoken
    )
    return tuple(drawn), scale


def _draw(
    topic: TopicView, shares: Sequence[Share | None], events: Sequence[Event], *, scale: float
) -> TopicTrendView:
    """Put the shares of dated events beside one another, at equal distances."""
    dated = [share for share, event in zip(shares, events, strict=True) if event.held_on]
    step = (WIDTH - 2 * EDGE) / max(len(dated) - 1, 1)
    marks = [
        _mark(share, EDGE + i * step, scale) if share and not share.is_hidden else None
        for i, share in enumerate(dated)
    ]
    return TopicTrendView(
        topic=topic,
        shares=tuple(shares),
        marks=tuple(mark for mark in marks if mark),
        lines=tuple(f"{a.x},{a.y} {b.x},{b.y}" for a, b in pairwise(marks) if a and b),
    )


def _mark(share: Share, x: float, scale: float) -> Mark:
    def height(value: float) -> str:
        return f"{HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * min(value / scale, 1.0):.1f}"

    return Mark(x=f"{x:.1f}", y=height(share.value), low=height(share.low), high=height(share.high))
