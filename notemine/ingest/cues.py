"""Cues of a subtitle file (WebVTT, SubRip) and who says them."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from notemine.errors import ReadError
from notemine.ingest.raw import Unit

_TIMING = re.compile(r"^\s*(?:\d+:)?\d+:\d\d[.,]\d+\s*-->\s*(?:\d+:)?\d+:\d\d[.,]\d+")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,99})?\s([^<>]{0,200})>")
_TAG = re.compile(r"</?(?:[cibuv]|lang|ruby|rt|font)\b[^<>]{0,200}>|<[\d:.]{1,20}>", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:-\s*)?(?P<name>[^\W\d_][^:?!.;<>]{0,40}(?:\.[^:?!;<>]{0,30})?):\s+(?P<said>\S.*)$", re.DOTALL
)
_MIN_LABELLED = 0.8


def read_cues(text: str) -> list[Unit]:
    """The cues in order; a cue on several lines becomes one line, one with two voices gives two units.

    Raises:
        ReadError: there is no cue.
    """
    units = [
        Unit(number, said, speaker)
        for number, payload in enumerate(_payloads(text), 1)
        for speaker, said in _voices(payload)
    ]
    if not units:
        raise ReadError("geen ondertitels gevonden (tijden als 00:00:01.000 --> 00:00:04.000)")
    return units if any(unit.speaker for unit in units) else _split_labels(units)


def _payloads(text: str) -> Iterator[str]:
    payload: list[str] | None = None
    for line in text.split("\n"):
        if _TIMING.match(line):
            if payload is not None:
                yield " ".join(payload)
            payload = []
        elif not line.strip():
            if payload is not None:
                yield " ".join(payload)
            payload = None
        elif payload is not None:
            payload.append(line.strip())
    if payload is not None:
        yield " ".join(payload)


def _voices(payload: str) -> list[tuple[str, str]]:
    parts = _VOICE.split(payload)
    voices = [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    said = [(_plain(speaker), _plain(words)) for speaker, words in voices]
    return [voice for voice in said if voice[1]] or [("", "")]


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).split())


def _split_labels(units: Sequence[Unit]) -> list[Unit]:
    """Take "Name: ..." apart where (nearly) every cue has it and names come back, as Zoom writes it."""
    labels = [_LABEL.match(unit.text) for unit in units]
    filled = sum(1 for unit in units if unit.text)
    names = Counter(label["name"].strip() for label in labels if label)
    if not names or names.total() < _MIN_LABELLED * filled or names.total() < min(2 * len(names), filled):
        return list(units)
    split, speaker = [], ""
    for unit, label in zip(units, labels, strict=True):
        speaker = label["name"].strip() if label else speaker
        split.append(Unit(unit.number, label["said"] if label else unit.text, speaker))
    return split
