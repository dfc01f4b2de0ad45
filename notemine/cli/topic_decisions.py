"""What ``notemine decide`` writes down about topics: a person names them, their lines are written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from notemine.errors import ReadError, UnknownNameError

if TYPE_CHECKING:
    from notemine.cli.results import Asked
    from notemine.config import Config
    from notemine.domain import TopicDecision

RESULT = "resultaat.json"


@dataclass(frozen=True, slots=True)
class TopicWishes:
    """What a person asked for on the command line, topics by their names."""

    rename: tuple[str, str] | None = None
    merge: list[str] | None = None
    split: str | None = None
    drop: list[str] | None = None
    pin: list[str] | None = None

    def __bool__(self) -> bool:
        return any((self.rename, self.merge, self.split, self.drop, self.pin))


def decide_topics(wishes: TopicWishes, asked: Asked, config: Path | None, given: Mapping[str, Any]) -> None:
    """Write a decision for each wish; the topics are those of the last run into the workspace.

    Raises:
        ReadError: there is no run, or it has no topic of that name.
        BadParameter: one topic cannot be merged, or one of a single line be split.
    """
    from notemine.cli.results import read_settings
    from notemine.workspace.decisions import FILE, add_topic_decision

    if wishes.merge and len(wishes.merge) < 2:
        raise typer.BadParameter("noem er twee of meer: --merge '...' --merge '...'")
    result = Result.read(asked.into / RESULT)
    found = _decisions(wishes, result)
    if wishes.split:
        if len(result.lines_of(wishes.split, every=True)) < 2:
            raise typer.BadParameter(f"{wishes.split!r} heeft maar een regel en valt niet te delen")
        found.append(_split(wishes.split, asked, read_settings(asked, config, given)))
    for decision in found:
        add_topic_decision(asked.into / FILE, decision)


def _decisions(wishes: TopicWishes, result: Result) -> list[TopicDecision]:
    from notemine.domain import TopicDecision

    found = []
    if wishes.merge:
        lines = tuple(result.lines_of(name) for name in wishes.merge)
        found.append(TopicDecision(kind="merge", topics=lines, was=tuple(map(result.label_of, wishes.merge))))
    if wishes.rename:
        old, new = wishes.rename
        if not new.strip():
            raise typer.BadParameter("de nieuwe naam is leeg")
        was = (result.label_of(old),)
        found.append(TopicDecision(kind="rename", topics=(result.lines_of(old),), label=new.strip(), was=was))
    drops = [
        TopicDecision(kind="drop", topics=(result.lines_of(name, every=True),)) for name in wishes.drop or ()
    ]
    pins = [
        TopicDecision(kind="pin", topics=(result.lines_of(name, every=True),)) for name in wishes.pin or ()
    ]
    return [*found, *drops, *pins]


def _split(name: str, asked: Asked, config: Config) -> TopicDecision:
    """Mine once more, as far as needed, and let the graph say into which two parts the topic falls."""
    from notemine.cli.results import TOPICS, clean_asked, decisions_of
    from notemine.pipeline import split_topic
    from notemine.workspace.store import FILE as STORE
    from notemine.workspace.store import Store
    from notemine.workspace.topic_maps import Before

    decisions = decisions_of(asked)
    before = Before.read(asked.into / TOPICS, config, decisions=decisions.topics)
    clean = clean_asked(asked, config)
    with Store(asked.into / STORE) as cache:
        try:
            return split_topic(
                clean,
                name,
                config,
                decisions=decisions,
                previous=None if before.refit else before.topics,
                cache=cache,
            )
        except (UnknownNameError, ValueError) as error:
            raise typer.BadParameter(
                f"{name!r} is zo niet te delen; geef dezelfde bronnen en --config als bij 'run'"
            ) from error


@dataclass(frozen=True, slots=True)
class Result:
    """Topics of a run, and the text of each line."""

    path: Path
    topics: list[dict[str, Any]]
    text_of: dict[str, str]

    @classmethod
    def read(cls, path: Path) -> Result:
        """Read ``resultaat.json``; for one without lines, made for others, those of the workspace.

        Raises:
            ReadError: there is none, or it is something else.
        """
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            texts = {segment["id"]: segment["text"] for segment in data["segments"] if "text" in segment}
            return cls(path, data["topics"], texts or _texts_of(path.parent))
        except FileNotFoundError as error:
            raise ReadError(f"{path}: nog geen resultaat; draai eerst 'notemine run'") from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ReadError(f"{path}: geen resultaat van notemine ({error})") from error

    def lines_of(self, name: str, *, every: bool = False) -> tuple[str, ...]:
        """Lines by which a topic is found back, or all of its lines.

        Raises:
            ReadError: there is no topic of that name, or its lines are nowhere.
        """
        from notemine.topics.decided import N_ANCHORS, anchors_of

        topic = self._topic(name)
        try:
            lines = anchors_of(topic["segment_ids"], topic["quotes"], self.text_of)
        except KeyError as error:
            raise ReadError(
                f"{self.path}: zonder de regels van {name!r}; draai 'notemine run' zonder --no-quotes en "
                "--min-cell"
            ) from error
        return lines if every else lines[:N_ANCHORS]

    def label_of(self, name: str) -> str:
        """A topic as the result calls it."""
        return str(self._topic(name)["label"])

    def _topic(self, name: str) -> dict[str, Any]:
        from notemine.dutch.text_keys import key_of

        topic = next((t for t in self.topics if key_of(t["label"]) == key_of(name)), None)
        if topic is None:
            known = ", ".join(t["label"] for t in self.topics)
            raise ReadError(f"{self.path}: geen onderwerp {name!r}; kies uit {known}")
        return topic


def _texts_of(into: Path) -> dict[str, str]:
    """The text of each segment of a workspace, by its id; nothing where nothing was added."""
    from notemine.cli.results import has_notes, open_store
    from notemine.cli.workspace import read_clean

    if not has_notes(into):
        return {}
    with open_store(into) as store:
        return {segment.id: segment.text for segment in read_clean(store).segments}
