"""Sizes of the shapes in the report's figures."""

from __future__ import annotations

from math import sqrt


def bar_width(n: int, most: int, *, full: float = 100.0) -> str:
    """Length of a bar for ``n``, in the unit of ``full``; what is there at all can be seen."""
    return f"{min(max(full * n / most, 1.0), full):.1f}" if n and most else "0"


def bubble_radius(n: int, total: int, *, largest: float, full: float = 13.0) -> str:
    """Radius of a circle whose area is the share of ``n`` in ``total``; ``largest`` is the largest share."""
    return f"{max(full * sqrt(n / total / largest), 1.5):.1f}" if n and total and largest else "0"


def along(share: float, end: float, *, full: float = 100.0) -> str:
    """Place of a share on an axis from 0 to ``end``, in the unit of ``full``."""
    return f"{full * min(share / end, 1.0):.1f}"
