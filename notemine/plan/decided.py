"""What a person said of the plan, by the names of tables and by lines of their topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from notemine.domain import PlanDecision, PlanDecisionKind, Segment, TopicDecision, TopicMap
from notemine.dutch.text_keys import key_of, keys_of
from notemine.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Said:
    """Keys of the names that are pinned and struck, and what was said of topics, by their ids."""

    pinned: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()
    topics: Mapping[str, PlanDecisionKind] = field(default_factory=dict)

    def pins(self, *names: str) -> bool:
        """Whether a question is pinned under one of its names."""
        return not self.pinned.isdisjoint(keys_of(names))

    def strikes(self, *names: str) -> bool:
        """Whether a question is struck under one of its names."""
        return not self.struck.isdisjoint(keys_of(names))


def read_said(
    decisions: Sequence[PlanDecision],
    topics: TopicMap,
    segments: Sequence[Segment],
    *,
    topic_decisions: Sequence[TopicDecision] = (),
) -> Said:
    """Find what decisions are about; one that names nothing in the notes changes nothing.

    A topic is the one that is called so; else the one that has most of the lines of the decision; else the
    one that was called so before a person renamed or merged it. Of two words on one topic the last counts:
    topics that were pinned and struck may have become one since.

    Args:
        decisions: What was said, in order.
        topics: As they are now.
        segments: Of the topics.
        topic_decisions: What was said of topics, in order.
    """
    pinned, struck = (keys_of(d.title for d in decisions if d.kind == kind) for kind in ("pin", "strike"))
    named = {key_of(topic.label): topic.id for topic in topics}
    lines = [*(d.lines for d in decisions), *(part for d in topic_decisions if d.was for part in d.topics)]
    topics_of = _topics_of(keys_of(line for some in lines for line in some), topics, segments)
    before: dict[str, str] = {}
    for renamed in topic_decisions:
        there = _most(topics_of, (line for part in renamed.topics for line in part)) if renamed.was else ""
        before |= dict.fromkeys(keys_of(renamed.was), there)
    of_topic: dict[str, PlanDecisionKind] = {}
    for decision in decisions:
        key = key_of(decision.title)
        topic_id = named.get(key) or _most(topics_of, decision.lines) or before.get(key)
        if topic_id and key:
            of_topic[topic_id] = decision.kind
    # An empty name would be that of every question without words.
    return Said(pinned - {""}, struck - {""}, of_topic)


def check_plan(decisions: Sequence[PlanDecision]) -> None:
    """Refuse decisions that contradict one another.

    Raises:
        ConfigError: one table is pinned and struck.
    """
    pinned, struck = (keys_of(d.title for d in decisions if d.kind == kind) for kind in ("pin", "strike"))
    for decision in decisions:
        if key_of(decision.title) in (pinned & struck) - {""}:
            raise ConfigError(f"beslissingen: {decision.title!r} staat in het plan vast én is doorgestreept")


def _topics_of(
    wanted: frozenset[str], topics: TopicMap, segments: Sequence[Segment]
) -> dict[str, Counter[str]]:
    """By the key of a line, how many segments of each topic say it; topics in their order."""
    if not wanted:
        return {}
    keys = {segment.id: key_of(segment.text) for segment in segments}
    found: dict[str, Counter[str]] = {key: Counter() for key in wanted}
    for topic in topics:
        for segment_id in topic.segment_ids:
            if keys[segment_id] in wanted:
                found[keys[segment_id]][topic.id] += 1
    return found


def _most(topics_of: Mapping[str, Counter[str]], lines: Iterable[str]) -> str:
    """The topic where most of the lines are, ties to the first; empty if they are in none."""
    counts = sum((topics_of[key] for key in sorted(keys_of(lines))), Counter[str]())
    return max(sorted(counts), key=lambda topic_id: counts[topic_id], default="")
