"""Topics on disk, as JSON: kept between runs, and for researchers; nothing is pickled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np

from notemine import __version__
from notemine.config import Config
from notemine.domain import Term, Topic, TopicDecision, TopicGroup, TopicMap, make_id
from notemine.dutch.causes import cause_of
from notemine.errors import ReadError
from notemine.report.write import write_file

VERSION = 1


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier run left behind.

    Attributes:
        topics: Its topics; None if there are none.
        refit: They have to be found anew: it was asked for, they were found with other settings, or a
            decision was taken back.
        made_with: What topics are made with now: hashes of privacy, settings and each decision.
    """

    topics: TopicMap | None
    refit: bool
    made_with: tuple[str, ...]

    @classmethod
    def read(
        cls, path: Path, config: Config, *, decisions: Sequence[TopicDecision] = (), refit: bool = False
    ) -> Self:
        """Read what is there; what holds no topics of this version is left out of account."""
        settings = config.model_dump(include={"pipeline", "embedder", "seed", "stop_words", "topics"})
        made_with = (
            # Labels may hold names: with other privacy they must not go on.
            make_id(
                "privacy", config.privacy.model_dump_json(exclude={"quotes", "min_cell", "flag_sensitive"})
            ),
            make_id("settings", __version__, json.dumps(settings, sort_keys=True)),
            *(make_id("decision", repr(decision)) for decision in decisions),
        )
        if not path.exists():
            return cls(None, refit, made_with)
        try:
            topics, made_before = read_topics(path)
        except ReadError:
            return cls(None, refit, made_with)
        if made_before[:1] != made_with[:1]:
            return cls(None, refit, made_with)
        # What was said since can be done to the topics as they are; what was taken back cannot be undone.
        is_continued = bool(made_before) and made_with[: len(made_before)] == made_before
        return cls(topics, refit or not is_continued, made_with)


def save_topics(topics: TopicMap, path: str | Path, *, made_with: Sequence[str] = ()) -> Path:
    """Write a topic map; it holds ids, labels and words, but no line of a note.

    Args:
        topics: What to keep.
        path: Replaced whole if it is there.
        made_with: Hashes of the settings and decisions it was found with, see ``Before``.

    Raises:
        WriteError: it cannot be written.
    """
    path = Path(path)
    data = {
        "version": VERSION,
        "made_with": list(made_with),
        "topics": [asdict(topic) for topic in topics],
        "groups": [asdict(group) for group in topics.groups],
        "labels": topics.labels,
        "strengths": topics.strengths,
        "warning": topics.warning,
        # Six digits: what a float32 keeps.
        "shares": None if topics.shares is None else np.round(topics.shares.astype(float), 6).tolist(),
    }
    write_file(path, (json.dumps(data, ensure_ascii=False) + "\n").encode())
    return path


def load_topics(path: str | Path) -> TopicMap:
    """Read a topic map that ``save_topics`` wrote.

    Raises:
        ReadError: it cannot be read, or is something else.
    """
    return read_topics(Path(path))[0]


def read_topics(path: Path) -> tuple[TopicMap, tuple[str, ...]]:
    """Read a topic map, and what it was made with.

    Raises:
        ReadError: it cannot be read, or is something else.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise ReadError(f"{path}: onderwerpen van een andere versie van notemine; verwijder het bestand")
        return _topic_map(data), tuple(map(str, data["made_with"]))
    except OSError as error:
        raise ReadError(f"{path}: niet te lezen ({cause_of(error)})") from error
    except (KeyError, TypeError, ValueError) as error:
        raise ReadError(f"{path}: geen onderwerpen van notemine ({error}); verwijder het bestand") from error


def _topic_map(data: dict[str, Any]) -> TopicMap:
    shares = data["shares"]
    n_topics = len(data["topics"])
    return TopicMap(
        topics=tuple(_topic(topic) for topic in data["topics"]),
        labels=[int(label) for label in data["labels"]],
        strengths=[float(strength) for strength in data["strengths"]],
        warning=str(data["warning"]),
        groups=tuple(
            TopicGroup(id=g["id"], label=g["label"], topic_ids=tuple(g["topic_ids"])) for g in data["groups"]
        ),
        shares=None
        if shares is None
        else np.array(shares, dtype=np.float32).reshape(len(data["labels"]), n_topics),
    )


def _topic(data: dict[str, Any]) -> Topic:
    terms = tuple(Term(**term) for term in data["terms"])
    listed = {key: tuple(data[key]) for key in ("segment_ids", "quotes", "flags")}
    return Topic(**{**data, **listed, "terms": terms})
