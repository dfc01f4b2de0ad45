"""Segments and vectors to topics: clusters of lines, their words, labels and quotes."""

from __future__ import annotations

from notemine.topics.bertopic_frame import FittedBERTopic
from notemine.topics.changes import find_changes
from notemine.topics.decided import find_topic, make_decision
from notemine.topics.find import find_topic_map, fitted_bertopic
from notemine.topics.prevalence import find_prevalence, prevalence_of_groups
from notemine.topics.split import propose_split
from notemine.topics.task import Task

__all__ = [
    "FittedBERTopic",
    "Task",
    "find_changes",
    "find_prevalence",
    "find_topic",
    "find_topic_map",
    "fitted_bertopic",
    "make_decision",
    "prevalence_of_groups",
    "propose_split",
]
