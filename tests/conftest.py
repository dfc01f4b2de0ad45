"""No test reaches the network."""

from __future__ import annotations

import socket
from typing import Any, NoReturn

import pytest


class NetworkUsedError(Exception):
    """Something tried to reach the network."""


def _refuse(*args: Any, **kwargs: Any) -> NoReturn:
    raise NetworkUsedError(f"a test tried to open a connection: {args[1:]}")


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    # A browser is steered over a local pipe; its own requests are counted by its test.
    if "browser" in request.keywords:
        return
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", _refuse)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)
