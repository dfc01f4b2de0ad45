"""Settings: the defaults, and what a person wrote in ``notemine.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date as Day  # noqa: N812 - a field of that name would hide it
from datetime import time as Clock  # noqa: N812
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
)

from notemine.errors import ConfigError

Column = Literal[
    "text", "table", "sector", "theme", "role", "date", "event", "place", "school", "speaker", ""
]


class Section(BaseModel):
    """A table of the file; unknown keys are refused, so that a typing error is seen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NoteSettings(Section):
    """What a person knows better of a note than its text and name say; only what is given counts."""

    table: str | int | None = None
    sector: str | None = None
    theme: str | None = None
    role: str | None = None
    school: str | None = None
    author: str | None = None
    event: str | None = None
    place: str | None = None
    date: Day | None = None
    skip: bool = Field(default=False, description="leave this note out")

    def given(self) -> dict[str, str]:
        """What is said, by key, as text."""
        said = self.model_dump(exclude={"skip"}, exclude_none=True)
        return {
            key: value.isoformat() if isinstance(value, Day) else str(value) for key, value in said.items()
        }


class IngestSettings(Section):
    """How files become notes."""

    columns: dict[str, Column] = Field(default={}, description="columns of your own, by name")
    notes: dict[str, NoteSettings] = Field(default={}, description="corrections, by (end of) path or pattern")


class TopicSettings(Section):
    """How topics are found."""

    clusterer: str = "louvain"
    n_topics: int | None = Field(default=None, ge=2)
    grain: float = Field(default=1.5, gt=0, le=10, description="0.6 coarse, 1.5 normal, 3 fine")
    n_refits: int = Field(default=5, ge=0, description="refits on samples that measure stability")
    min_strength: float = Field(default=0.0, ge=0, le=1, description="weaker lines get no topic")
    guides: tuple[str, ...] = Field(default=(), description="themes that the topics may follow")
    asides_apart: bool = Field(default=True, description="what is about the evening itself is set apart")


class QuestionSettings(Section):
    """How questions are grouped and counted."""

    min_similarity: float | None = Field(default=None, ge=0, le=1)
    prompts: tuple[str, ...] = ()


class PlanWeights(Section):
    """What counts in the choice of tables; 1 is what a table counts that gets its first question answered."""

    tables: float = Field(
        default=1.0, gt=0, le=100, description="a waiting table is served: 1, 1/2, 1/3, ..."
    )
    recurrence: float = Field(
        default=0.25, ge=0, le=100, description="each further table that asked the lead"
    )
    sectors: float = Field(
        default=1.0, ge=0, le=100, description="each table that a sector is short of its share"
    )
    events: float = Field(default=0.5, ge=0, le=100, description="the lead was asked at more events")
    trend: float = Field(default=0.5, ge=0, le=100, description="the lead was asked at the last event")
    helpers: float = Field(default=0.25, ge=0, le=100, description="some table has an answer to share")


class PlanSettings(Section):
    """How much the next event can hold, what counts in the choice of its tables, and when it is."""

    tables: int = Field(default=8, ge=1, description="tables that stand in the room")
    rounds: int = Field(default=1, ge=1, le=20, description="rounds in which people change tables")
    seats: int = Field(default=8, ge=1, description="people at a table")
    follow_ups: int = Field(default=4, ge=0, description="follow-up questions at most, per table")
    weights: PlanWeights = PlanWeights()
    title: str = Field(default="", description="name of the next event")
    date: Day | None = Field(default=None, description="day of the next event; an invitation needs it")
    begins: Clock | None = Field(default=None, description="time of the day, 19:00")
    ends: Clock | None = Field(default=None, description="time of the day, 21:30")
    place: str = Field(default="", description="where the next event is")


class PrivacySettings(Section):
    """What is done with the names of people, and what a report shows to who was not there."""

    keep_names: bool = False
    public_names: tuple[str, ...] = ()
    hide_schools: bool = Field(default=False, description="schools become School 1, School 2, ...")
    hide_places: bool = Field(default=False, description="towns become Plaats 1, Plaats 2, ...")
    quotes: bool = Field(default=True, description="show what was written, word for word")
    min_cell: int = Field(default=1, ge=1, description="smaller counts per sector, role, ... are hidden")
    flag_sensitive: bool = Field(default=True, description="flag what is told of one person or in confidence")

    @model_serializer(mode="wrap")
    def _as_written(self, to_data: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave out what a report shows unless it was asked for: a run that hides nothing reads as before."""
        data: dict[str, Any] = to_data(self)
        shows = {"quotes": True, "min_cell": 1, "flag_sensitive": True}
        return {name: value for name, value in data.items() if name not in shows or value != shows[name]}


class Config(Section):
    """All settings of a run."""

    pipeline: str = "auto"
    embedder: str = "auto"
    seed: int = 0
    stop_words: tuple[str, ...] = ()
    ingest: IngestSettings = IngestSettings()
    topics: TopicSettings = TopicSettings()
    questions: QuestionSettings = QuestionSettings()
    plan: PlanSettings = PlanSettings()
    privacy: PrivacySettings = PrivacySettings()

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read ``notemine.toml``.

        Raises:
            ConfigError: it cannot be read, is no TOML, or holds a key or value that is not allowed.
        """
        try:
            return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigError(f"{path}: {error}") from error
        except ValidationError as error:
            raise ConfigError(f"{path}: {_first_fault(error)}") from error

    def changed(self, changes: Mapping[str, Any]) -> Self:
        """A copy with ``changes`` put over it; a table in ``changes`` changes only the keys it names.

        Raises:
            ConfigError: a key or value is not allowed.
        """
        settings = self.model_dump()
        for name, value in changes.items():
            table = settings.get(name)
            if isinstance(value, Mapping) and isinstance(table, dict):
                settings[name] = {**table, **value}
            else:
                settings[name] = value
        try:
            return self.model_validate(settings)
        except ValidationError as error:
            raise ConfigError(_first_fault(error)) from error


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return f"{where}: onbekende instelling"
    if fault["type"].startswith("date"):
        return f"{where}: {fault['input']!r} is geen datum; schrijf 2026-03-17"
    if fault["type"].startswith("time"):
        return f"{where}: {fault['input']!r} is geen tijd; schrijf 19:30"
    return f"{where}: {fault['input']!r} mag niet ({fault['msg']})"
