"""Which candidates become tables: as many different tables and sectors served as fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from fractions import Fraction

from notemine.plan.demand import Candidate

# From here on two titles read as the same table ("Ouders betrekken", "Betrekken van ouders").
SAME_TITLE = 0.85
_LINK_WORDS = frozenset({"bij", "de", "en", "het", "in", "met", "of", "op", "over", "van", "voor"})


def choose(
    candidates: Sequence[Candidate], *, n_tables: int, sector_of: Mapping[str, str]
) -> tuple[list[Candidate], list[tuple[Candidate, str]]]:
    """Choose the tables of the next event one by one.

    Sequential proportional approval voting (Thiele, 1895): every table of the past event approves of the
    candidates that answer a question of its own, and counts for 1, 1/2, 1/3, ... as more of them are chosen.
    So a loud group of tables cannot fill the agenda. Ties go to the candidate that serves more new sectors,
    then to demand, size and title. Candidates without a question come only after all that have one.

    Args:
        candidates: In any order.
        n_tables: Most that fit.
        sector_of: Sector of each ``Note.table_id``; ``""`` where it is not known.

    Returns:
        The chosen, in the order of choice, and the others, each with the title of the chosen one it
        doubles; ``""`` where there was no room.
    """
    left = sorted(
        candidates, key=lambda c: (c.title, c.topic_id, tuple(w.question.wording for w in c.wishes))
    )
    served: Counter[str] = Counter()
    chosen: list[Candidate] = []
    doubles: list[tuple[Candidate, str]] = []
    for has_wishes in (True, False):
        pool = [c for c in left if bool(c.wishes) is has_wishes]
        while pool and len(chosen) < n_tables:
            best = min(pool, key=lambda c: _merit(c, served, sector_of))
            pool.remove(best)
            left.remove(best)
            double_of = next((c.title for c in chosen if is_same_title(c.title, best.title)), "")
            if double_of:
                doubles.append((best, double_of))
                continue
            chosen.append(best)
            served.update(best.tables)
    rest = sorted(left, key=lambda c: (not c.wishes, _merit(c, served, sector_of)))
    return chosen, doubles + [(candidate, "") for candidate in rest]


def is_same_title(left: str, right: str) -> bool:
    """Whether two titles name the same table, whatever the order of their words.

    >>> is_same_title("Ouders betrekken", "Betrekken van ouders")
    True
    """
    a, b = _key(left), _key(right)
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= SAME_TITLE


def _key(title: str) -> str:
    words = re.findall(r"\w+", title.casefold())
    return " ".join(sorted(word for word in words if word not in _LINK_WORDS))


def _merit(
    candidate: Candidate, served: Counter[str], sector_of: Mapping[str, str]
) -> tuple[Fraction, int, int, int, str]:
    """Sorts the best candidate first."""
    gain = sum((Fraction(1, 1 + served[table]) for table in candidate.tables), Fraction(0))
    served_sectors = {sector_of[table] for table in served}
    new_sectors = {sector_of[table] for table in candidate.tables} - served_sectors - {""}
    return (-gain, -len(new_sectors), -candidate.demand, -candidate.n_segments, candidate.title)
