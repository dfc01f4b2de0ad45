"""``decisions.toml``: what a person said, kept between runs; people edit it, so comments and order stay."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from notemine.domain import Decisions
from notemine.errors import ConfigError, WriteError
from notemine.questions.decided import check

FILE = "decisions.toml"
HEADER = """\
# Wat een mens over de vragen besliste. notemine houdt zich eraan, ook als er notities bij komen.
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
}


def read_decisions(path: Path, *, must_exist: bool = False) -> Decisions:
    """Read the decisions in a file; none if there is no file, unless it must exist.

    Raises:
        ConfigError: it cannot be read, is no TOML, holds a decision that is not known, or contradicts itself.
    """
    if not path.exists() and not must_exist:
        return Decisions()
    try:
        # With the mark that some editors put before the text.
        decisions = _parse(path.read_text(encoding="utf-8-sig"), path)
        check(decisions)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    except ConfigError as error:
        raise ConfigError(str(error).replace("beslissingen", str(path), 1)) from error
    return decisions


def _parse(text: str, path: Path) -> Decisions:
    tables = tomllib.loads(text)
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
    )


def add_decision(path: Path, kind: str, **said: str | list[str]) -> None:
    """Write a decision behind those that are there, at once, so that nothing said is lost.

    Args:
        path: The file; made if there is none.
        kind: See ``KEYS``.
        said: A value for each of its keys.

    Raises:
        ConfigError: it contradicts what is there; nothing is written.
        WriteError: the file cannot be written.
        ValueError: the decision is not known.
    """
    if kind not in KEYS or set(said) != set(KEYS[kind]):
        raise ValueError(f"no decision {kind!r} of {sorted(said)}; choose one of {dict(KEYS)}")
    lines = [f"[[{kind}]]", *(f"{key} = {_as_toml(said[key])}" for key in KEYS[kind])]
    block = "\n".join(lines) + "\n"
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    check(_parse(f"{before}\n{block}", path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists() or path.stat().st_size == 0
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{HEADER if is_new else ''}\n{block}")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise WriteError(f"{path}: {error.strerror or error}") from error


def _as_toml(value: str | list[str]) -> str:
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
    if set(decision) != set(KEYS[kind]):
        raise ConfigError(f"{path}: [[{kind}]] heeft {', '.join(KEYS[kind])} nodig, en niets anders")
    for key, value in decision.items():
        wanted = list if key == "questions" else str
        is_list_of_texts = wanted is str or (
            isinstance(value, list) and len(value) > 1 and all(isinstance(v, str) for v in value)
        )
        if not isinstance(value, wanted) or not is_list_of_texts:
            raise ConfigError(f"{path}: {key} in [[{kind}]] is {value!r}; schrijf {_example(key)}")


def _example(key: str) -> str:
    return '["eerste vraag", "tweede vraag"]' if key == "questions" else '"een vraag"'
