"""notemine: topics, recurring questions and a plan for the next event from Dutch notes of discussion tables.

>>> import notemine as nm
>>> nm.is_question(["hoe betrek je ouders daarbij", "Wat opvalt is de drukte."])
[True, False]
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from notemine.config import Config as Config
    from notemine.domain import Decisions as Decisions
    from notemine.domain import Doubt as Doubt
    from notemine.domain import Event as Event
    from notemine.domain import Mined as Mined
    from notemine.domain import Note as Note
    from notemine.domain import Plan as Plan
    from notemine.domain import PlanDecision as PlanDecision
    from notemine.domain import PlanItem as PlanItem
    from notemine.domain import Prevalence as Prevalence
    from notemine.domain import Question as Question
    from notemine.domain import RecurringQuestion as RecurringQuestion
    from notemine.domain import Segment as Segment
    from notemine.domain import Topic as Topic
    from notemine.domain import TopicChange as TopicChange
    from notemine.domain import TopicDecision as TopicDecision
    from notemine.domain import TopicGroup as TopicGroup
    from notemine.domain import TopicMap as TopicMap
    from notemine.errors import NotemineError as NotemineError
    from notemine.event_comparison import EventComparison as EventComparison
    from notemine.event_comparison import TopicShift as TopicShift
    from notemine.event_comparison import compare_events as compare_events
    from notemine.notebook import compare as compare
    from notemine.notebook import decide_topics as decide_topics
    from notemine.notebook import embed as embed
    from notemine.notebook import find_questions as find_questions
    from notemine.notebook import find_topics as find_topics
    from notemine.notebook import fit_bertopic as fit_bertopic
    from notemine.notebook import group_questions as group_questions
    from notemine.notebook import is_question as is_question
    from notemine.notebook import load_nlp as load_nlp
    from notemine.notebook import load_topics as load_topics
    from notemine.notebook import mine as mine
    from notemine.notebook import read_notes as read_notes
    from notemine.notebook import save_topics as save_topics
    from notemine.notebook import to_frame as to_frame
    from notemine.notebook import write_report as write_report
    from notemine.notebook import write_sheets as write_sheets

__version__ = "0.1.0"

_HOME = {
    "Config": "config",
    "Decisions": "domain",
    "Doubt": "domain",
    "Event": "domain",
    "EventComparison": "event_comparison",
    "Mined": "domain",
    "Note": "domain",
    "NotemineError": "errors",
    "Plan": "domain",
    "PlanDecision": "domain",
    "PlanItem": "domain",
    "Prevalence": "domain",
    "Question": "domain",
    "RecurringQuestion": "domain",
    "Segment": "domain",
    "Topic": "domain",
    "TopicChange": "domain",
    "TopicDecision": "domain",
    "TopicGroup": "domain",
    "TopicMap": "domain",
    "TopicShift": "event_comparison",
    "compare": "notebook",
    "compare_events": "event_comparison",
    "decide_topics": "notebook",
    "embed": "notebook",
    "find_questions": "notebook",
    "find_topics": "notebook",
    "fit_bertopic": "notebook",
    "group_questions": "notebook",
    "is_question": "notebook",
    "load_nlp": "notebook",
    "load_topics": "notebook",
    "mine": "notebook",
    "read_notes": "notebook",
    "save_topics": "notebook",
    "to_frame": "notebook",
    "write_report": "notebook",
    "write_sheets": "notebook",
}

__all__ = sorted([*_HOME, "__version__"])


def __getattr__(name: str) -> Any:
    # Rooms are imported when they are first used: `import notemine` stays light.
    if name not in _HOME:
        raise AttributeError(f"module 'notemine' has no attribute {name!r}")
    return getattr(import_module(f"notemine.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__


class _Package(ModuleType):
    # `nm.embed` is the function. Importing the room of that name would bind the room over it.
    @property
    def embed(self) -> Any:
        return import_module("notemine.notebook").embed

    @embed.setter
    def embed(self, room: ModuleType) -> None:
        """Keep the function."""


sys.modules[__name__].__class__ = _Package
