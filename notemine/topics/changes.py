"""What became of each topic between two runs."""

from __future__ import annotations

from notemine.domain import Topic, TopicChange, TopicChangeKind, TopicMap


def find_changes(before: TopicMap, now: TopicMap) -> tuple[TopicChange, ...]:
    """Compare topics by id, and their members by segment.

    Returns:
        A change for each topic of ``now`` that is not the same, in order, then for each that is gone.
    """
    old_of = {topic.id: topic for topic in before}
    kept = {topic.id for topic in now}
    gone = [
        TopicChange(
            topic_id=topic.id,
            kind="gone",
            label=topic.label,
            old_label=topic.label,
            n_before=len(topic.segment_ids),
            n_left=len(topic.segment_ids),
        )
        for topic in before
        if topic.id not in kept
    ]
    changes = [_change(topic, old_of.get(topic.id)) for topic in now]
    return (
        *(change for change in changes if change.kind != "same" or change.label != change.old_label),
        *gone,
    )


def _change(topic: Topic, old: Topic | None) -> TopicChange:
    members, old_members = set(topic.segment_ids), set(old.segment_ids) if old else set()
    n_joined, n_left = len(members - old_members), len(old_members - members)
    return TopicChange(
        topic_id=topic.id,
        kind=_kind(n_joined, n_left) if old else "new",
        label=topic.label,
        old_label=old.label if old else "",
        n_before=len(old_members),
        n_now=len(members),
        n_joined=n_joined,
        n_left=n_left,
    )


def _kind(n_joined: int, n_left: int) -> TopicChangeKind:
    if n_joined and n_left:
        return "changed"
    if n_joined:
        return "grown"
    return "shrunk" if n_left else "same"
