"""``decisions.toml``: what a person said, kept between runs; people edit it, so comments and order stay."""

from __future__ import annotations

import errno
import json
import os
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

from notemine.domain import Decisions, PlanDecision, PlanDecisionKind, TopicDecision, TopicDecisionKind
from notemine.dutch.causes import cannot_write, cause_of
from notemine.errors import ConfigError
from notemine.plan.decided import check_plan
from notemine.questions.decided import check

FILE = "decisions.toml"
HEADER = """\
# Wat een mens besliste over vragen, onderwerpen en het plan. notemine houdt zich eraan, ook als er notities
# bij komen.
# Een regel weghalen maakt een beslissing ongedaan.
"""
# Keys of a decision of each kind.
KEYS: Mapping[str, tuple[str, ...]] = {
    "same": ("questions",),
    "different": ("questions",),
    "no_question": ("text",),
    "question": ("text",),
    "prompt": ("question",),
    "no_prompt": ("question",),
    "answered": ("question",),
    "open": ("question",),
    "wording": ("question", "wording"),
    "topic": ("do", "topics", "label"),
    "plan": ("do", "title"),
}
# What may stand in a decision besides.
OPTIONAL: Mapping[str, tuple[str, ...]] = {"topic": ("was",), "plan": ("lines",)}
DO: Mapping[str, tuple[TopicDecisionKind | PlanDecisionKind, ...]] = {
    "topic": get_args(TopicDecisionKind),
    "plan": get_args(PlanDecisionKind),
}


def read_decisions(path: Path, *, must_exist: bool = False) -> Decisions:
    """Read the decisions in a file; none if there is no file, unless it must exist.

    Raises:
        ConfigError: it cannot be read, is no TOML, holds a decision that is not known, or contradicts itself.
    """
    if not path.exists() and not must_exist:
        return Decisions()
    try:
        decisions = _parse(_read_text(path), path)
        _check_all(decisions)
    except ConfigError as error:
        raise ConfigError(str(error).replace("beslissingen", str(path), 1)) from error
    return decisions


def _read_text(path: Path) -> str:
    try:
        # With the mark that some editors put before the text.
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: niet te lezen ({cause_of(error)})") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: niet te lezen; bewaar het bestand als UTF-8 ({error})") from error


def _parse(text: str, path: Path) -> Decisions:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: geen geldige TOML ({error})") from error
    _check(tables, path)
    every: Callable[[str], list[Any]] = lambda kind: tables.get(kind, [])  # noqa: E731
    return Decisions(
        same=tuple(tuple(d["questions"]) for d in every("same")),
        different=tuple(tuple(d["questions"]) for d in every("different")),
        no_question=tuple(d["text"] for d in every("no_question")),
        questions=tuple(d["text"] for d in every("question")),
        prompts=tuple(d["question"] for d in every("prompt")),
        no_prompts=tuple(d["question"] for d in every("no_prompt")),
        answered=tuple(d["question"] for d in every("answered")),
        open=tuple(d["question"] for d in every("open")),
        wordings=tuple((d["question"], d["wording"]) for d in every("wording")),
        topics=tuple(
            TopicDecision(
                kind=d["do"],
                topics=tuple(tuple(t) for t in d["topics"]),
                label=d["label"],
                was=tuple(d.get("was", ())),
            )
            for d in every("topic")
        ),
        plan=tuple(
            PlanDecision(kind=d["do"], title=d["title"], lines=tuple(d.get("lines", ())))
            for d in every("plan")
        ),
    )


def _check_all(decisions: Decisions) -> None:
    check(decisions)
    check_plan(decisions.plan)


def add_topic_decision(path: Path, decision: TopicDecision) -> None:
    """Write what a person said of topics behind what is there; see ``add_decision``."""
    topics = [list(lines) for lines in decision.topics]
    was = {"was": list(decision.was)} if decision.was else {}
    add_decision(path, "topic", do=decision.kind, topics=topics, label=decision.label, **was)


def add_plan_decision(path: Path, decision: PlanDecision) -> None:
    """Write what a person said of the plan behind what is there; see ``add_decision``."""
    lines = {"lines": list(decision.lines)} if decision.lines else {}
    add_decision(path, "plan", do=decision.kind, title=decision.title, **lines)


def add_decision(path: Path, kind: str, **said: str | list[str] | list[list[str]]) -> None:
    """Write a decision behind those that are there, at once, so that nothing said is lost.

    Args:
        path: The file; made if there is none.
        kind: See ``KEYS``.
        said: A value for each of its keys, and for those of ``OPTIONAL`` that are known.

    Raises:
        ConfigError: it contradicts what is there, or that cannot be read; nothing is written.
        WriteError: the file cannot be written.
        ValueError: the decision is not known.
    """
    if kind not in KEYS or not _has_keys(kind, said):
        raise ValueError(f"no decision {kind!r} of {sorted(said)}; choose one of {dict(KEYS)}")
    keys = [key for key in (*KEYS[kind], *OPTIONAL.get(kind, ())) if key in said]
    lines = [f"[[{kind}]]", *(f"{key} = {_as_toml(said[key])}" for key in keys)]
    block = "\n".join(lines) + "\n"
    before = _read_text(path) if path.is_file() else ""
    _check_all(_parse(f"{before}\n{block}", path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _append(path, f"{'' if before else HEADER}\n{block}".encode())
    except OSError as error:
        raise cannot_write(path, error) from error


def _append(path: Path, content: bytes) -> None:
    """Write at the end, all or nothing; what another process writes there meanwhile stays."""
    with path.open("ab", buffering=0) as file:
        size = file.tell()
        try:
            if file.write(content) < len(content):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(file.fileno())
        except OSError:
            file.truncate(size)
            raise


def _as_toml(value: str | list[str] | list[list[str]]) -> str:
    # A JSON string is a basic string in TOML, but for DEL and halves of pairs.
    if isinstance(value, list):
        return "[" + ", ".join(map(_as_toml, value)) + "]"
    whole = value.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def _check(tables: Mapping[str, Any], path: Path) -> None:
    for kind, decisions in tables.items():
        if kind not in KEYS:
            raise ConfigError(f"{path}: onbekende beslissing {kind!r}; kies uit {', '.join(KEYS)}")
        if not isinstance(decisions, list):
            raise ConfigError(f"{path}: schrijf [[{kind}]], met dubbele haken")
        for decision in decisions:
            if not isinstance(decision, dict):
                raise ConfigError(f"{path}: schrijf [[{kind}]], met dubbele haken")
            _check_keys(kind, decision, path)


def _check_keys(kind: str, decision: Mapping[str, Any], path: Path) -> None:
    if not _has_keys(kind, decision):
        besides = f"; {' en '.join(OPTIONAL[kind])} mag erbij" if kind in OPTIONAL else ""
        needs = f"{', '.join(KEYS[kind])} nodig, en niets anders{besides}"
        raise ConfigError(f"{path}: [[{kind}]] heeft {needs}")
    for key, value in decision.items():
        fits, example = SHAPES.get(key, (_is_text, '"een vraag"'))
        if key == "do":
            fits, example = DO[kind].__contains__, " of ".join(f'"{word}"' for word in DO[kind])
        if not fits(value):
            raise ConfigError(f"{path}: {key} in [[{kind}]] is {value!r}; schrijf {example}")
    if kind == "topic" and (len(decision["topics"]) > 1) != (decision["do"] in ("merge", "split")):
        raise ConfigError(f"{path}: merge en split gaan over twee of meer, de andere over een onderwerp")


def _has_keys(kind: str, said: Iterable[str]) -> bool:
    needed = set(KEYS[kind])
    return needed <= set(said) <= needed | set(OPTIONAL.get(kind, ()))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_texts(value: Any) -> bool:
    return _is_list_of_texts(value) and len(value) > 1


def _are_topics(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(lines, list) and bool(lines) and all(map(_is_text, lines)) for lines in value)
    )


# What may stand behind a key that holds more than a text of the notes, and an example of it.
SHAPES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "questions": (_are_texts, '["eerste vraag", "tweede vraag"]'),
    "topics": (_are_topics, '[["een regel", "nog een regel van dit onderwerp"]]'),
    "label": (_is_text, '"een naam", of ""'),
    "title": (_is_text, '"een onderwerp" of "een vraag"'),
    "lines": (_is_list_of_texts, '["een regel van het onderwerp", "nog een"]'),
    "was": (_is_list_of_texts, '["hoe het onderwerp eerst heette"]'),
}
