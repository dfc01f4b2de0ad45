from __future__ import annotations

from tests.cli.conftest import notes

__all__ = ["notes"]
