"""Many patterns of words as one quick regular expression."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

_NOT_AFTER_WORD = r"(?<![^\W_])"
_NOT_BEFORE_WORD = r"(?![^\W_])"


def patterns_of(table: str, classes: Mapping[str, str]) -> list[str]:
    """Read a table of patterns: separated by a comma, classes in braces, ``~`` for the rest of a word."""
    written = re.split(r",\s+", re.sub(r"(?<=\|)\n  ", "", table.strip()))
    return [_expand(pattern, classes) for pattern in written]


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression for patterns that each fill whole words.

    Alternatives are sorted by their first two letters, for ``re`` tries them one by one at every word; those
    that begin with any part of a word stand at the end.
    """
    by_letters: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    heads = []
    for pattern in dict.fromkeys(start for written in patterns for start in _starts(written)):
        if not pattern[0].isalnum() and not pattern.startswith(r"\w*"):
            raise ValueError(f"pattern {pattern!r} begins with no letter")
        if pattern.startswith(r"\w*"):
            heads.append(pattern.removeprefix(r"\w*"))
        else:
            second = pattern[1] if pattern[1:2].isalpha() and pattern[2:3] not in ("?", "*", "{") else ""
            by_letters[pattern[0]][second].append(pattern[len(second) + 1 :])
    words = "|".join(
        f"{first}(?:{'|'.join(f'{second}(?:' + '|'.join(rest) + ')' for second, rest in seconds.items())})"
        for first, seconds in by_letters.items()
    )
    parts = [f"{_NOT_AFTER_WORD}(?:{words})"] if words else []
    parts += [rf"(?<=\w)(?:{'|'.join(heads)})"] if heads else []
    return re.compile(rf"(?:{'|'.join(parts)}){_NOT_BEFORE_WORD}")


def _expand(pattern: str, classes: Mapping[str, str]) -> str:
    for _ in range(3):
        # A class may be made of others.
        for name, words in classes.items():
            pattern = pattern.replace(f"{{{name}}}", words)
    return pattern.replace("~", r"\w*")


def _starts(pattern: str) -> list[str]:
    """The pattern once for each alternative of a group it begins with, so that each begins with a letter."""
    if not pattern.startswith("(?:"):
        return [pattern]
    inside, after = _first_group(pattern)
    if after[:1] == "?":
        starts, rest = [*inside, ""], after[1:]
    else:
        starts, rest = inside, after
    return [found for start in starts for found in _starts(start + rest)]


def _first_group(pattern: str) -> tuple[list[str], str]:
    """Alternatives of the group that a pattern begins with, and what stands behind it."""
    alternatives: list[str] = []
    depth, begin = 0, 3
    for i, sign in enumerate(pattern):
        # Signs after a backslash never open a group in our tables.
        if sign == "(" and pattern[i - 1 : i] != "\\":
            depth += 1
        elif sign == ")" and pattern[i - 1 : i] != "\\":
            depth -= 1
            if depth == 0:
                return [*alternatives, pattern[begin:i]], pattern[i + 1 :]
        elif sign == "|" and depth == 1:
            alternatives.append(pattern[begin:i])
            begin = i + 1
    raise ValueError(f"a group of {pattern!r} is not closed")
