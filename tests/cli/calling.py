"""Calls the command line as a shell would."""

from __future__ import annotations

import json
from typing import Any

import pytest

from notemine.cli import main


def call(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """Run ``notemine`` with arguments; the exit code."""
    monkeypatch.setattr("sys.argv", ["notemine", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    """What was written to stdout, as JSON."""
    return json.loads(capsys.readouterr().out)
