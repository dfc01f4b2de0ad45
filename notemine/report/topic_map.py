"""A picture of the topics: near one another where lines hang between them, a dot for each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Mined
from notemine.report.safe import plain
from notemine.vectors import with_fixed_signs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

WIDTH, HEIGHT, MARGIN = 900.0, 560.0, 18.0
# Of the picture, so much is covered by topics.
COVER = 0.28
GAP, LINE_HEIGHT, N_PUSHES = 12.0, 15.0, 400
GOLDEN_ANGLE = pi * (3 - sqrt(5))
MAX_DOTS, MAX_LABEL = 2000, 30
# A longer label is written on two lines, so that it is no wider than most discs.
MAX_LINE = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A line: where it is drawn, and whether it belongs to its topic only weakly."""

    x: str
    y: str
    is_weak: bool
    segment_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A topic: where it is drawn, how large, and its lines.

    Attributes:
        label_lines: The label as it is written below, shortened where it is long.
        label_y: Of the first of them.
    """

    id: str
    label: str
    label_lines: tuple[str, ...]
    x: str
    y: str
    radius: str
    label_y: str
    is_aside: bool
    dots: tuple[Dot, ...]


def draw_topics(mined: Mined, *, weak: float) -> tuple[Disc, ...]:
    """Lay out topics and their lines; the same result is always the same picture.

    Topics are placed by classical scaling of how much of the ties of their lines lead into one another, and
    pushed apart where they overlap. The strongest lines stand in the middle of their topic.

    Args:
        mined: What was found.
        weak: Lines of less strength are weak members.

    Returns:
        A disc for each topic, in order; none where there are fewer than two.
    """
    topics = mined.topics.topics
    if len(topics) < 2 or mined.topics.shares is None:
        return ()
    sizes = np.array([len(topic.segment_ids) for topic in topics], dtype=float)
    radii = np.sqrt(sizes / sizes.sum() * COVER * WIDTH * HEIGHT / pi).clip(8)
    written = [_lines(plain(topic.label)) for topic in topics]
    heights = np.array([len(lines) * LINE_HEIGHT for lines in written])
    places = _pushed_apart(_scaled(_distances(mined)), radii, heights)
    strength_of = {s.id: x for s, x in zip(mined.segments, mined.topics.strengths, strict=True)}
    step = max(1, len(mined.segments) // MAX_DOTS)
    return tuple(
        Disc(
            id=topic.id,
            label=plain(topic.label),
            label_lines=lines,
            x=f"{x:.1f}",
            y=f"{y:.1f}",
            radius=f"{radius:.1f}",
            label_y=f"{y + radius + LINE_HEIGHT - 2:.1f}",
            is_aside=topic.is_aside,
            dots=_dots(topic.segment_ids[::step], float(x), float(y), float(radius), strength_of, weak),
        )
        for topic, (x, y), radius, lines in zip(topics, places, radii, written, strict=True)
    )


def _distances(mined: Mined) -> Points:
    """How little the lines of two topics are tied to one another, 0 to 1, shape (n_topics, n_topics)."""
    labels = np.array(mined.topics.labels)
    shares = np.asarray(mined.topics.shares, dtype=float)
    rows = [shares[labels == k].mean(axis=0) for k in range(len(mined.topics))]
    ties = np.stack(rows)
    ties = (ties + ties.T) / 2
    np.fill_diagonal(ties, 0)
    near = np.sqrt(ties / ties.max()) if ties.max() > 0 else ties
    apart: Points = 1 - near
    np.fill_diagonal(apart, 0)
    return apart.round(6)


def _scaled(distances: Points) -> Points:
    """Classical multidimensional scaling (Torgerson 1952) into the picture; signs are made to be the same."""
    n = len(distances)
    centring = np.eye(n) - 1 / n
    values, axes = np.linalg.eigh(-centring @ distances**2 @ centring / 2)
    places = axes[:, [-1, -2]] * np.sqrt(np.clip(values[[-1, -2]], 0, None))
    places = with_fixed_signs(places)
    low, high = places.min(axis=0), places.max(axis=0)
    spread = np.where(high - low > 1e-9, high - low, 1)
    picture: Points = (places - low) / spread * (WIDTH * 0.7, HEIGHT * 0.7) + (WIDTH * 0.15, HEIGHT * 0.15)
    return picture


def _pushed_apart(places: Points, radii: Points, heights: Points) -> Points:
    """Move discs until they and their labels are clear of one another, as far as there is room."""
    places = places.copy()
    # Two topics in one place would never part.
    places += np.array([[cos(i * GOLDEN_ANGLE), sin(i * GOLDEN_ANGLE)] for i in range(len(places))])
    needed = radii[:, None] + radii[None, :] + GAP + np.maximum(heights[:, None], heights[None, :])
    inner = radii[:, None] + MARGIN
    for _ in range(N_PUSHES):
        apart = places[:, None] - places[None, :]
        distance = np.linalg.norm(apart, axis=2)
        np.fill_diagonal(distance, np.inf)
        overlap = np.clip(needed - distance, 0, None)
        places += (apart / distance[..., None] * overlap[..., None]).sum(axis=1) * 0.25
        low = inner + np.array([WIDTH * 0.04, 0])
        high = np.column_stack([np.full(len(radii), WIDTH * 0.96), HEIGHT - heights]) - inner
        places = np.clip(places, np.minimum(low, high), np.maximum(low, high))
    return places


def _dots(
    segment_ids: Sequence[str],
    x: float,
    y: float,
    radius: float,
    strength_of: dict[str, float],
    weak: float,
) -> tuple[Dot, ...]:
    """Lines in the pattern of a sunflower, the first in the middle."""
    n = len(segment_ids)
    return tuple(
        Dot(
            x=f"{x + cos(i * GOLDEN_ANGLE) * (radius - 4) * sqrt((i + 0.5) / n):.1f}",
            y=f"{y + sin(i * GOLDEN_ANGLE) * (radius - 4) * sqrt((i + 0.5) / n):.1f}",
            is_weak=strength_of[segment_id] < weak,
            segment_id=segment_id,
        )
        for i, segment_id in enumerate(segment_ids)
    )


def _lines(label: str) -> tuple[str, ...]:
    """A label on one line or, cut at the space nearest to its middle, on two."""
    label = label if len(label) <= MAX_LABEL else f"{label[: MAX_LABEL - 1].rstrip()}…"
    spaces = [i for i, character in enumerate(label) if character == " "]
    if len(label) <= MAX_LINE or not spaces:
        return (label,)
    cut = min(spaces, key=lambda i: abs(2 * i + 1 - len(label)))
    return (label[:cut], label[cut + 1 :])
