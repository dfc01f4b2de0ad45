"""The report as one page that asks nothing of the network: Dutch, printable, readable without JavaScript."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any

from notemine.domain import Mined
from notemine.dutch.phrases import count
from notemine.report import sentences
from notemine.report.agenda import view_agenda
from notemine.report.evidence import NO_SECTOR, UNIT_WORDS, Evidence
from notemine.report.figures import along, bar_width, bubble_radius
from notemine.report.safe import plain
from notemine.report.sensitive import describe_sensitive, find_sensitive
from notemine.report.shares import find_shares, scale_of
from notemine.report.topic_map import draw_topics
from notemine.report.trends import view_trends
from notemine.report.views import (
    WEAK,
    DoubtView,
    QuestionView,
    TopicView,
    view_doubts,
    view_questions,
    view_topics,
)

if TYPE_CHECKING:
    import jinja2

HOLDS = ("rapport",)
N_TOP, N_WAITING = 5, 4
N_IN_FIGURE = 15
# Parts of the one style and the one script of the page, in this order.
STYLES = ("style", "sections", "figures", "print")
BEHAVIOURS = ("behaviour", "search")
# Of each kind; the table holds them all.
MAX_DOUBTS = 4


def render(mined: Mined, *, name: str) -> bytes:  # noqa: ARG001, every exporter is called alike
    """Write the report as one self-contained HTML page."""
    style = "\n".join(_asset(f"{part}.css") for part in STYLES)
    behaviour = "\n".join(_asset(f"{part}.js") for part in BEHAVIOURS)
    page = _environment().get_template("report.html")
    html = page.render(
        style=style, behaviour=behaviour, policy=_policy(style=style, behaviour=behaviour), **_context(mined)
    )
    return html.encode()


def _context(mined: Mined) -> dict[str, Any]:
    evidence = Evidence(mined)
    questions = view_questions(mined, evidence)
    found = view_topics(mined, evidence, questions)
    subjects = [topic for topic in found if not topic.is_aside]
    topics = [*subjects, *(topic for topic in found if topic.is_aside)]
    return {
        "shown": evidence.shown,
        "title": sentences.title(evidence.events),
        "when": sentences.when(evidence.events),
        "n_tables": len(evidence.sector_of_table),
        "n_events": len(evidence.events),
        "event_names": evidence.event_name,
        "n_lines": len(mined.segments),
        "topics": topics,
        "n_subjects": len(subjects),
        "discs": draw_topics(mined, weak=WEAK),
        "changes": sentences.describe_changes(mined.topic_changes),
        "top_topics": subjects[:N_TOP],
        "agenda": view_agenda(mined, evidence, questions),
        "next_step": sentences.next_step(mined),
        "limits": sentences.limits(mined, evidence, topics),
        "sources": _sources(mined, evidence, topics),
        "skipped": mined.skipped,
        "sensitive": (sensitive := find_sensitive(mined, evidence)),
        "sensitive_sentence": describe_sensitive(sensitive),
        "provenance": mined.provenance,
        **_questions(mined, evidence, subjects, questions),
        **_sectors(mined, evidence, subjects),
    }


def _questions(
    mined: Mined, evidence: Evidence, subjects: Sequence[TopicView], questions: Sequence[QuestionView]
) -> dict[str, Any]:
    """What was asked more than once, how that went over the events, and what else was asked."""
    own = [q for q in questions if not q.is_prompt]
    recurring = [q for q in own if q.is_recurring]
    return {
        "recurring": recurring,
        "came_back": sentences.came_back(recurring),
        "waiting": _waiting(recurring)[:N_WAITING],
        "trend": sentences.trend(recurring),
        "trends": view_trends(mined, evidence, subjects, recurring, n_topics=N_IN_FIGURE),
        "single": [q for q in own if not q.is_recurring],
        "doubts": _first_of_each_kind(view_doubts(mined, evidence)),
        "n_doubts": len(mined.review),
        "prompts": [q for q in questions if q.is_prompt],
    }


def _waiting(recurring: Sequence[QuestionView]) -> list[QuestionView]:
    """Questions without an answer, then those with one at some tables, each most asked first."""
    return [q for q in recurring if q.is_open] + [q for q in recurring if q.is_partly_answered]


def _first_of_each_kind(doubts: list[DoubtView]) -> list[DoubtView]:
    seen: Counter[str] = Counter()
    shown = []
    for doubt in doubts:
        seen[doubt.kind] += 1
        if seen[doubt.kind] <= MAX_DOUBTS:
            shown.append(doubt)
    return shown


def _sectors(mined: Mined, evidence: Evidence, topics: list[TopicView]) -> dict[str, Any]:
    """Who spoke of what; no sectors where the notes name none."""
    unknown = [""] if "" in evidence.sector_of_table.values() else []
    sectors = [*evidence.sectors, *unknown] if evidence.sectors else []
    shown = topics[:N_IN_FIGURE]
    seen = {s: [n for topic in topics if isinstance(n := topic.sectors[s], int)] for s in sectors}
    totals = {sector: sum(counts) for sector, counts in seen.items()}
    if evidence.shown.min_cell > 1:
        # A circle that is a share of its column would tell what the column adds up to.
        totals = dict.fromkeys(sectors, max((n for counts in seen.values() for n in counts), default=0))
    cells = [(topic.sectors[s], totals[s]) for topic in shown for s in sectors if totals[s]]
    of_columns = [n / total for n, total in cells if isinstance(n, int)]
    shares = find_shares(mined, evidence, facet="sector")
    return {
        "sectors": sectors,
        "no_sector": NO_SECTOR,
        "sector_tables": evidence.tables_by_sector(evidence.sector_of_table),
        "sector_sentences": sentences.describe_sectors(mined, evidence, topics),
        "sector_totals": totals,
        "largest_share": max(of_columns, default=0.0),
        "shares": shares,
        "scale": scale_of(share for of_topic in shares.values() for share in of_topic.values()),
        "in_figure": shown,
    }


def _sources(mined: Mined, evidence: Evidence, topics: list[TopicView]) -> list[dict[str, Any]]:
    """Every note with its lines, for the appendix that all findings link to."""
    topic_of = {line.id: topic for topic in topics for line in topic.lines}
    lines_of: dict[str, list[tuple[Any, TopicView | None]]] = {note.id: [] for note in mined.notes}
    for segment in mined.segments:
        lines_of[segment.note_id].append((evidence.line(segment.id), topic_of.get(segment.id)))
    return [
        {
            "note": note,
            "file": evidence.file(note.source),
            "table": evidence.table(note.table_id) or "verslag van de avond",
            "event": evidence.event_name[note.event.id],
            "unit": UNIT_WORDS[note.unit],
            "lines": lines_of[note.id],
        }
        for note in mined.notes
    ]


def _environment() -> jinja2.Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("notemine.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["plain"] = plain
    environment.filters["percent"] = lambda share: f"{share:.0%}"
    environment.filters["decimal"] = lambda value: f"{value:.2f}".replace(".", ",")
    environment.globals.update(count=count, along=along, bar_width=bar_width, bubble_radius=bubble_radius)
    return environment


def _asset(name: str) -> str:
    return resources.files("notemine.report").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _policy(*, style: str, behaviour: str) -> str:
    """Content security policy: only our own style and script, recognised by hash; no request at all."""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(behaviour)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(asset: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()}"
