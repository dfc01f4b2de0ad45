"""Which candidates become tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from notemine.config import PlanWeights
from notemine.plan.demand import Candidate
from notemine.plan.programme import solve
from notemine.plan.titles import find_doubles, is_same_title
from notemine.plan.worth import Worth, make_worth

# Why a candidate is no table: a person struck it, it doubles another, all whom it would serve are served,
# others add more, there are more pinned than places, or nobody asks anything about it.
Loss = Literal["struck", "double", "served", "full", "pinned", "silent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A candidate that is no table.

    Attributes:
        worth: What it would add to the chosen.
        double_of: The chosen one that it doubles.
    """

    candidate: Candidate
    why: Loss
    worth: int = 0
    double_of: Candidate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Chosen candidates, what adds most first, and the others.

    Attributes:
        worths: What each of the chosen adds to the others.
        total: What they add up to.
        is_optimal: No other choice is worth more.
    """

    chosen: tuple[Candidate, ...]
    worths: tuple[int, ...]
    lost: tuple[Lost, ...]
    total: int
    is_optimal: bool


def choose(
    candidates: Sequence[Candidate],
    *,
    n_places: int,
    sector_of: Mapping[str, str],
    weights: PlanWeights,
) -> Choice:
    """Choose the tables of the next event, all at once: see ``Worth`` for what counts, ``solve`` for how.

    Where that takes too long they are chosen one by one, what adds most first. Candidates without a question
    come only after all that have one. What a person pinned is always in, as far as it fits; what was struck
    never is.

    Args:
        candidates: In any order.
        n_places: Most that fit, in all rounds together.
        sector_of: Sector of each ``Note.table_id``; ``""`` where it is not known.
        weights: Of the settings.
    """
    ordered = sorted((c for c in candidates if not c.is_struck), key=_in_order)
    struck = sorted((c for c in candidates if c.is_struck), key=_in_order)
    pinned = [c for c in ordered if c.is_pinned]
    fixed, too_many = pinned[:n_places], pinned[n_places:]
    silent = [c for c in fixed if not c.wishes]
    open_to = [
        c for c in ordered if c.wishes and c not in too_many and (c in fixed or not _double(c, silent))
    ]
    worth = make_worth(open_to, n_places=n_places, sector_of=sector_of, weights=weights)
    places, is_optimal = _best(open_to, worth, n_places=n_places - len(silent), fixed=fixed)
    chosen = [*(open_to[j] for j in places), *silent]
    fill = [c for c in ordered if not c.wishes and not c.is_pinned]
    chosen += _fill(fill, chosen, n_places=n_places)
    worths = [worth.add(j, places) for j in places]
    added = dict(zip(map(id, open_to), worth.add_each(places), strict=True))
    lost = [_lost(c, int(added.get(id(c), 0)), chosen) for c in ordered if c not in chosen]
    return Choice(
        chosen=tuple(chosen),
        worths=tuple(worths + [0] * (len(chosen) - len(worths))),
        lost=(
            *sorted(lost, key=lambda one: (not one.candidate.wishes, -one.worth, _in_order(one.candidate))),
            *(Lost(candidate=c, why="struck") for c in struck),
        ),
        total=worth.of(places),
        is_optimal=is_optimal,
    )


def choose_in_turn(
    worth: Worth,
    *,
    n_places: int,
    doubles: Iterable[tuple[int, int]],
    pinned: Sequence[int] = (),
    among: Iterable[int] | None = None,
) -> list[int]:
    """Choose one by one what adds most: sequential proportional approval voting, and preferences.

    Args:
        worth: Of the candidates; ties go to the one that comes first.
        n_places: Most that fit.
        doubles: Pairs of candidates with nearly the same title.
        pinned: Those that are chosen whatever they are worth.
        among: Those that may be chosen; all if left out.

    Returns:
        Places of the chosen, in the order of choice; pinned ones stand where their worth puts them.
    """
    apart: dict[int, set[int]] = {}
    for i, j in doubles:
        apart.setdefault(i, set()).add(j)
        apart.setdefault(j, set()).add(i)
    shut = set().union(*(apart.get(j, set()) for j in pinned)) - set(pinned)
    free = set(range(len(worth.own)) if among is None else among) - shut
    chosen: list[int] = []
    while free and len(chosen) < n_places:
        still = set(pinned) - set(chosen)
        # The last places are kept for what is pinned.
        pool = still if len(still) >= n_places - len(chosen) else free
        added = worth.add_each(chosen)
        best = min(pool, key=lambda j: (-added[j], j))
        chosen.append(best)
        free -= {best} | (apart.get(best, set()) - set(pinned))
    return chosen


def _best(
    candidates: Sequence[Candidate], worth: Worth, *, n_places: int, fixed: Sequence[Candidate]
) -> tuple[list[int], bool]:
    """The best choice that was found, in order, and whether it is known that there is no better one."""
    pinned = [j for j, candidate in enumerate(candidates) if candidate in fixed]
    doubles = find_doubles([candidate.title for candidate in candidates])
    in_turn = choose_in_turn(worth, n_places=n_places, doubles=doubles, pinned=pinned)
    solved = solve(worth, n_places=n_places, doubles=doubles, pinned=frozenset(pinned))
    if solved is None or worth.of(solved.places) < worth.of(in_turn):
        return in_turn, False
    among = choose_in_turn(worth, n_places=len(solved.places), doubles=(), pinned=pinned, among=solved.places)
    return among, solved.is_optimal


def _fill(silent: Sequence[Candidate], chosen: Sequence[Candidate], *, n_places: int) -> list[Candidate]:
    """Topics that nobody asks about, while there is room: first those of most tables without anything."""
    left, filled = list(silent), list[Candidate]()
    served = {table for candidate in chosen for table in candidate.tables}
    while left and len(chosen) + len(filled) < n_places:
        best = min(left, key=lambda c: (-len(set(c.tables) - served), -len(c.tables), _in_order(c)))
        left.remove(best)
        if not _double(best, [*chosen, *filled]):
            filled.append(best)
            served.update(best.tables)
    return filled


def _lost(candidate: Candidate, worth: int, chosen: Sequence[Candidate]) -> Lost:
    served = {table for other in chosen for wish in other.wishes for table in wish.waiting}
    double_of = _double(candidate, chosen)
    why: Loss = "full"
    if candidate.is_pinned:
        why = "pinned"
    elif double_of:
        why = "double"
    elif not candidate.wishes:
        why = "silent"
    elif served.issuperset(candidate.tables):
        why = "served"
    return Lost(candidate=candidate, why=why, worth=worth, double_of=double_of if why == "double" else None)


def _double(candidate: Candidate, others: Iterable[Candidate]) -> Candidate | None:
    return next((other for other in others if is_same_title(candidate.title, other.title)), None)


def _in_order(candidate: Candidate) -> tuple[int, int, str, str, tuple[str, ...]]:
    """Most asked first, then largest, then by title: the order in which ties fall."""
    wordings = tuple(wish.question.wording for wish in candidate.wishes)
    return (-candidate.demand, -candidate.n_segments, candidate.title, candidate.topic_id, wordings)
