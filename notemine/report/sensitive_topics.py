"""Topics that are known from sensitive lines only: to who was not there they have no name of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from notemine.domain import Mined, Plan, TopicGroup

NAMELESS = "Gevoelig onderwerp"


def is_nameless(label: str) -> bool:
    """Whether a label is one that ``without_sensitive_labels`` gave."""
    return label.startswith(NAMELESS)


def without_sensitive_labels(mined: Mined) -> Mined:
    """Take label and words from each topic of which every line is sensitive.

    A label that a person gave stays. Those without one are numbered where there are several, largest first.
    """
    sensitive = {segment.id for segment in mined.segments if segment.sensitive}
    hidden = [
        t for t in mined.topics if not t.is_named and t.segment_ids and sensitive.issuperset(t.segment_ids)
    ]
    label_of = {t.id: NAMELESS if i == 1 else f"{NAMELESS} {i}" for i, t in enumerate(hidden, start=1)}
    if not label_of:
        return mined
    topics = tuple(
        replace(topic, label=label_of[topic.id], terms=()) if topic.id in label_of else topic
        for topic in mined.topics
    )
    labels = {topic.id: topic.label for topic in topics}
    return replace(
        mined,
        topics=replace(
            mined.topics,
            topics=topics,
            groups=tuple(_group(g, label_of, labels) for g in mined.topics.groups),
        ),
        topic_changes=tuple(
            replace(change, label=label_of[change.topic_id], old_label="")
            if change.topic_id in label_of
            else change
            for change in mined.topic_changes
        ),
        plan=_plan(mined.plan, label_of),
    )


def _group(group: TopicGroup, hidden: Mapping[str, str], labels: Mapping[str, str]) -> TopicGroup:
    """A group is called by its largest topics; with such a topic in it, by the first that has a name."""
    if hidden.keys().isdisjoint(group.topic_ids):
        return group
    named = [labels[t] for t in group.topic_ids if t in labels and t not in hidden]
    return replace(group, label=(named or [NAMELESS])[0])


def _plan(plan: Plan, label_of: Mapping[str, str]) -> Plan:
    items, left_out = (
        tuple(replace(item, title=label_of.get(item.topic_id, item.title)) for item in some)
        for some in (plan.items, plan.left_out)
    )
    return replace(plan, items=items, left_out=left_out)
