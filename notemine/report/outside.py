"""Makes a result fit for who was not there: without words of participants, without telling small groups."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from notemine.domain import (
    Mined,
    Plan,
    PlanItem,
    Question,
    RecurringQuestion,
    SectorFollowUp,
    Skipped,
    Topic,
)
from notemine.dutch import plan_words
from notemine.dutch.phrases import count, sort_sectors
from notemine.report.cells import Cell, hide_row, show
from notemine.report.disclosure import Disclosure, disclosure_of, with_disclosure
from notemine.report.evidence import Evidence
from notemine.report.sensitive_topics import without_sensitive_labels

_NO_LINE_BREAK = re.compile(r"[^\n]")


def for_outside(mined: Mined, *, quotes: bool | None = None, min_cell: int | None = None) -> Mined:
    """Leave out what may not be shown; a result that may show everything comes back as it is.

    Args:
        mined: What was found.
        quotes: Whether words of the notes stay; the settings of ``mined`` if left out. Without them, labels,
            terms, counts, trends and the wording of questions of two tables or more are what is left, and
            of these none that stands in sensitive lines only.
        min_cell: Counts below it are hidden; the settings of ``mined`` if left out. Here, what tells such a
            count without being one is left out: who asked, when, and which table can help.

    Returns:
        A result of which every exporter shows no more than ``disclosure_of`` it allows. Texts of notes are
        blank but of the same length, so that offsets and lines still hold.

    Raises:
        ValueError: ``min_cell`` is below 1.
    """
    now = disclosure_of(mined)
    shown = Disclosure(
        quotes=now.quotes if quotes is None else quotes,
        min_cell=now.min_cell if min_cell is None else min_cell,
    )
    mined = with_disclosure(mined, shown)
    if shown.is_whole:
        return mined
    mined = mined if shown.quotes else without_sensitive_labels(mined)
    kept = with_fewer_settings(mined)
    kept = kept if shown.quotes else _without_texts(with_terms_of_many(kept))
    if shown.min_cell > 1:
        kept = _without_small_groups(kept)
    return replace(kept, plan=_plan(kept, planned_before=mined.plan))


def questions_for_others(mined: Mined) -> list[RecurringQuestion]:
    """The questions that may be put before people who were not at the table."""
    sensitive = {segment.id for segment in mined.segments if segment.sensitive}
    return [question for question in mined.questions if not _is_sensitive(question, sensitive)]


def with_fewer_settings(mined: Mined) -> Mined:
    """A result whose settings name no school, person or question that someone wrote there."""
    settings = json.loads(mined.provenance.config or "{}")
    settings.pop("stop_words", None)
    settings.get("questions", {}).pop("prompts", None)
    settings.get("topics", {}).pop("guides", None)
    config = json.dumps(settings, separators=(",", ":"))
    return replace(mined, provenance=replace(mined.provenance, config=config))


def with_terms_of_many(mined: Mined) -> Mined:
    """A result of which topics have only the terms that may go further.

    These are the ones that two tables or more used in lines that tell nothing private of one person.
    """
    evidence = Evidence(mined)
    tables: dict[tuple[str, str], set[str]] = defaultdict(set)
    for segment, label in zip(mined.segments, mined.topics.labels, strict=True):
        if label < 0 or segment.sensitive:
            continue
        for term in segment.terms:
            tables[mined.topics.topics[label].id, term].add(evidence.note(segment.id).table_id)
    topics = tuple(
        replace(topic, terms=tuple(t for t in topic.terms if len(tables[topic.id, t.text]) > 1))
        for topic in mined.topics.topics
    )
    return replace(mined, topics=replace(mined.topics, topics=topics))


def _without_texts(mined: Mined) -> Mined:
    sensitive = {segment.id for segment in mined.segments if segment.sensitive}
    return replace(
        mined,
        notes=tuple(
            replace(note, text=_NO_LINE_BREAK.sub(" ", note.text), speakers=()) for note in mined.notes
        ),
        segments=tuple(
            replace(segment, text="", speaker="", heading="", lemmas=(), tags=(), terms=(), sensitive="")
            for segment in mined.segments
        ),
        topics=replace(
            mined.topics,
            topics=tuple(replace(topic, quotes=()) for topic in mined.topics.topics),
        ),
        questions=[
            replace(question, asked=tuple(_blank(asked) for asked in question.asked))
            for question in mined.questions
            if len(question.tables) > 1 and not _is_sensitive(question, sensitive)
        ],
        review=(),
    )


def _is_sensitive(question: RecurringQuestion, sensitive: Collection[str]) -> bool:
    """Whether its wording stands in a line that should go no further, and in no other."""
    said = [asked.segment_id for asked in question.asked if asked.wording == question.wording]
    return bool(said) and all(segment_id in sensitive for segment_id in said)


def _blank(question: Question) -> Question:
    return replace(question, text="", wording="")


@dataclass(frozen=True, slots=True)
class _Groups:
    """Which tables belong to which sector, event and role."""

    evidence: Evidence
    event_of: Mapping[str, str]
    role_of: Mapping[str, str]

    def visible(self, tables: Iterable[str], group_of: Mapping[str, str]) -> frozenset[str]:
        """Groups of which so many tables are among ``tables`` that it may be told."""
        return frozenset(group for group, n in self.row(tables, group_of).items() if isinstance(n, int) and n)

    def row(self, tables: Iterable[str], group_of: Mapping[str, str]) -> dict[str, Cell]:
        """How many of ``tables`` each group has, or the mark of a hidden count."""
        counts = dict.fromkeys(sorted(set(group_of.values())), 0)
        for table in set(tables):
            counts[group_of[table]] += 1
        return hide_row(counts, self.evidence.shown.min_cell)


def _groups(mined: Mined, evidence: Evidence) -> _Groups:
    role_of: dict[str, str] = {}
    for note in mined.notes:
        role_of[note.table_id] = role_of.get(note.table_id) or note.role
    event_of = {note.table_id: note.event.id for note in mined.notes if note.table_id}
    return _Groups(evidence, event_of, {table: role for table, role in role_of.items() if table})


def _without_small_groups(mined: Mined) -> Mined:
    """Leave out what names a group of which too few tables asked or spoke."""
    evidence = Evidence(mined)
    groups = _groups(mined, evidence)
    return replace(
        mined,
        skipped=tuple(
            Skipped(source="een bestand", reason=one.reason.partition(" als ")[0]) for one in mined.skipped
        ),
        questions=[_question(question, groups) for question in mined.questions],
        topics=replace(mined.topics, topics=tuple(_topic(topic, groups) for topic in mined.topics.topics)),
    )


def _question(question: RecurringQuestion, groups: _Groups) -> RecurringQuestion:
    sectors = groups.visible(question.tables, groups.evidence.sector_of_table)
    roles = groups.visible(question.tables, groups.role_of)
    events = groups.visible(question.tables, groups.event_of)
    named = replace(
        question,
        sectors=tuple(sector for sector in question.sectors if sector in sectors),
        roles=tuple(role for role in question.roles if role in roles),
        events=tuple(event for event in question.events if event in events),
    )
    if _is_told(groups.row(question.tables, groups.event_of)):
        return named
    return replace(named, trend="", first_asked=None, last_asked=None)


def _topic(topic: Topic, groups: _Groups) -> Topic:
    spoke = groups.evidence.tables(topic.segment_ids)
    return topic if _is_told(groups.row(spoke, groups.event_of)) else replace(topic, trend="")


def _is_told(row: Mapping[str, Cell]) -> bool:
    return not any(isinstance(cell, str) for cell in row.values())


def _plan(mined: Mined, *, planned_before: Plan) -> Plan:
    """The same tables, as far as they can be named, and why they are there in what may be told."""
    evidence = Evidence(mined)
    question_of = {question.id: question for question in mined.questions}
    topic_of = {topic.id: topic for topic in mined.topics}

    def items(planned: Iterable[PlanItem]) -> tuple[PlanItem, ...]:
        kept = []
        for item in planned:
            asked = [q for q in (item.lead_question, *item.questions) if q in question_of]
            # A table without a topic is named by its question.
            if item.topic_id or asked:
                kept.append(
                    _item(item, [question_of[q] for q in asked], topic_of.get(item.topic_id), evidence)
                )
        return tuple(kept)

    kept = items(planned_before.items)
    title_of = {item.id: item.title for item in kept}
    return replace(
        planned_before,
        items=kept,
        left_out=tuple(_lost(item, title_of) for item in items(planned_before.left_out)),
        objective=planned_before.objective if evidence.shown.places else 0.0,
        follow_up_by_sector=_follow_up(planned_before, question_of, evidence),
    )


def _lost(item: PlanItem, title_of: Mapping[str, str]) -> PlanItem:
    """Why it lost names another table only if that is shown too."""
    if not item.double_of:
        return item
    title = title_of.get(item.double_of, "")
    return replace(item, why_not=plan_words.double(title), double_of=item.double_of if title else "")


def _follow_up(
    plan: Plan, question_of: Mapping[str, RecurringQuestion], evidence: Evidence
) -> tuple[SectorFollowUp, ...]:
    """The questions that may be shown, of sectors of which it may be told that they asked."""
    kept = []
    for found in plan.follow_up_by_sector:
        questions = [question_of[q] for q in found.questions if q in question_of]
        if not evidence.shown.places:
            # How many tables of a sector still wait would follow from the order.
            questions = [q for q in questions if found.sector in q.sectors]
            questions.sort(key=lambda q: (-len(q.tables), q.wording, q.id))
        if questions:
            kept.append(SectorFollowUp(sector=found.sector, questions=tuple(q.id for q in questions)))
    return tuple(kept)


def _item(
    item: PlanItem, asked: list[RecurringQuestion], topic: Topic | None, evidence: Evidence
) -> PlanItem:
    sectors = {sector for question in asked for sector in question.sectors}
    lead, *others = [question.id for question in asked] or [""]
    reason = (
        _why_asked(asked[0], evidence, guesses=item.guesses) if asked else _why_spoken(item, topic, evidence)
    )
    parts = (
        plan_words.PINNED if item.is_pinned and not item.why_not else "",
        reason,
        plan_words.TRENDS[asked[0].trend] if asked else "",
        "Het onderwerp is zwak." if topic and "unstable" in topic.flags else "",
    )
    roles = {role for question in asked for role in question.roles}
    members = [member.segment_id for question in asked for member in question.asked]
    return replace(
        item,
        lead_question=lead,
        questions=tuple(others),
        sectors=tuple(sector for sector in item.sectors if sector in sectors),
        helpers=item.helpers if evidence.shown.places else (),
        guesses=item.guesses if evidence.shown.places else (),
        demand=sum(len(question.tables) for question in asked),
        reason=" ".join(filter(None, parts)),
        roles=tuple(role for role in item.roles if role in roles),
        score=item.score if evidence.shown.places else 0.0,
        evidence=tuple(dict.fromkeys(members)) if evidence.shown.places else (),
        # They are counts per sector of who asked, of questions that may not be shown either.
        seats=item.seats if evidence.shown.places and len(asked) > len(item.questions) else (),
    )


def _why_asked(lead: RecurringQuestion, evidence: Evidence, *, guesses: Collection[str]) -> str:
    n_answered = len(set(evidence.tables(lead.answers)) & set(lead.tables))
    n_elsewhere = len(evidence.tables(s for s in lead.elsewhere if s in guesses))
    who = f" ({', '.join(sort_sectors(lead.sectors))})" if lead.sectors else ""
    answered = "nog niet beantwoord"
    if n_answered:
        answered = f"aan {show(n_answered, evidence.shown.min_cell)} daarvan beantwoord"
    elif n_elsewhere:
        answered += f", aan {_count(n_elsewhere, 'andere tafel', 'andere tafels', evidence)} misschien wel"
    return f"Aan {_count(len(lead.tables), 'tafel', 'tafels', evidence)} gevraagd{who}; {answered}."


def _why_spoken(item: PlanItem, topic: Topic | None, evidence: Evidence) -> str:
    if item.lead_question or not topic:
        return "Hierover zijn vragen gesteld, elk aan één tafel; die staan niet in dit stuk."
    lines = _count(len(topic.segment_ids), "regel", "regels", evidence)
    tables = _count(len(evidence.tables(topic.segment_ids)), "tafel", "tafels", evidence)
    return f"Veel besproken ({lines}, {tables}), geen open vraag."


def _count(n: int, one: str, many: str, evidence: Evidence) -> str:
    cell = show(n, evidence.shown.min_cell)
    return count(n, one, many) if isinstance(cell, int) else f"{cell} {many}"
