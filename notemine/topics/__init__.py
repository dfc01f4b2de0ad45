"""Segments and vectors to topics: clusters of lines, their words, labels and quotes."""

from __future__ import annotations

from notemine.topics.bertopic_frame import FittedBERTopic
from notemine.topics.find import find_topic_map, fitted_bertopic

__all__ = ["FittedBERTopic", "find_topic_map", "fitted_bertopic"]
