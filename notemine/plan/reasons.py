"""Why a table is in the plan, or is not, in the words of an organiser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notemine.domain import Note
from notemine.dutch import plan_words
from notemine.dutch.phrases import count, sort_sectors
from notemine.plan.choose import Loss, Lost
from notemine.plan.demand import Candidate, Wish

WHY_NOT: Mapping[Loss, str] = {
    "struck": plan_words.STRUCK,
    "served": plan_words.SERVED,
    "full": plan_words.FULL,
    "pinned": plan_words.TOO_MANY,
    "silent": plan_words.SILENT,
}


def why(candidate: Candidate, note_of: Mapping[str, Note], *, is_weak: bool, n_seats: int = 0) -> str:
    """How many tables, of which sectors, at how many events asked; whether still; and who could answer.

    Where more past tables wait than there are seats, it says so.
    """
    n_waiting = len(candidate.tables) if candidate.wishes else 0
    trend = plan_words.TRENDS[candidate.wishes[0].question.trend] if candidate.wishes else ""
    parts = (
        plan_words.PINNED if candidate.is_pinned and not candidate.is_struck else "",
        _demand(candidate, note_of),
        trend,
        plan_words.crowded(n_waiting) if 0 < n_seats < n_waiting else "",
        plan_words.WEAK if is_weak else "",
    )
    return " ".join(filter(None, parts))


def why_not(lost: Lost) -> str:
    """Why a candidate is no table."""
    return plan_words.double(lost.double_of.title) if lost.double_of else WHY_NOT[lost.why]


def helpers(wishes: Sequence[Wish], note_of: Mapping[str, Note]) -> tuple[str, ...]:
    """Tables with an answer to their own question, then those that may have one, best first."""
    answered = [table for wish in wishes for table in wish.answered]
    elsewhere = [note_of[segment_id].table_id for segment_id in guesses(wishes)]
    return tuple(table for table in dict.fromkeys(answered + elsewhere) if table)


def guesses(wishes: Sequence[Wish]) -> tuple[str, ...]:
    """Segments that may answer questions: more often wrong than right, so of a follow-up only the best."""
    some = (wish.guesses[: None if n == 0 else 1] for n, wish in enumerate(wishes))
    return tuple(dict.fromkeys(segment_id for found in some for segment_id in found))


def _demand(candidate: Candidate, note_of: Mapping[str, Note]) -> str:
    if not candidate.wishes:
        lines = count(candidate.n_segments, "regel", "regels")
        return f"Veel besproken ({lines}, {_tables(len(candidate.tables))}), geen open vraag."
    lead, *others = candidate.talk
    reason = f"{_asked(lead)}; {_answered(lead, note_of)}."
    with_others = {table for wish in candidate.talk for table in wish.question.tables}
    if others and len(with_others) > len(lead.question.tables):
        reason += f" Met de vervolgvragen erbij: {_tables(len(with_others))}."
    return reason


def _asked(wish: Wish) -> str:
    question = wish.question
    asked = "Alleen gevraagd in een verslag van de avond"
    if question.tables:
        asked = f"Aan {_tables(len(question.tables))} gevraagd"
    if question.sectors:
        asked += f" ({', '.join(sort_sectors(question.sectors))})"
    return f"{asked}, op {wish.n_events} bijeenkomsten" if wish.n_events > 1 else asked


def _answered(wish: Wish, note_of: Mapping[str, Note]) -> str:
    if wish.answered and not wish.waiting:
        return "overal beantwoord"
    if wish.answered:
        return f"aan {len(wish.answered)} daarvan beantwoord"
    n_elsewhere = len({note_of[segment_id].table_id for segment_id in wish.guesses} - {""})
    if not n_elsewhere:
        return "nog niet beantwoord"
    others = "1 andere tafel" if n_elsewhere == 1 else f"{n_elsewhere} andere tafels"
    return f"nog niet beantwoord, aan {others} misschien wel"


def _tables(n: int) -> str:
    return count(n, "tafel", "tafels")
