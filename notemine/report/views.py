"""What a reader sees of topics and questions, in words and numbers; every exporter shows the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notemine.domain import Mined, RecurringQuestion, Topic
from notemine.dutch.content import says_by_itself
from notemine.dutch.phrases import count
from notemine.report.cells import Cell
from notemine.report.evidence import Evidence, Line
from notemine.report.safe import plain

# Below half its members found back, a topic is another one in the next run (Hennig, 2007).
FIRM, FAIR = 0.75, 0.5
# A line with fewer of its ties inside its topic is shown as a weak member.
WEAK = 0.4
ADVICE = {
    "joined": "samengevoegd; vragen ze echt hetzelfde?",
    "apart": "apart gehouden; vragen ze toch hetzelfde?",
    "question": "als vraag geteld; is het er een?",
}
TRENDS = {"": "", "new": "nieuw", "persistent": "komt terug", "faded": "niet meer gevraagd"}
TOPIC_TRENDS = {
    "": "",
    "new": "nieuw",
    "growing": "groeit",
    "persistent": "blijft",
    "shrinking": "neemt af",
    "faded": "verdwenen",
}
FLAGS = {
    "unstable": "anders als er notities wegvallen",
    "loose": "losse regels",
    "one_table": "van één tafel",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A recurring question.

    Attributes:
        sectors: Tables that asked, for each sector of the evidence, ``""`` for unknown.
        by_event: Tables that asked, for each event that had tables, by its id.
        status: ``open``, ``beantwoord`` or, where only 1 of 3 tables has an answer, ``deels, 1 van 3``;
            ``deels`` where so few may not be told.
        trend: ``nieuw``, ``komt terug`` or ``niet meer gevraagd``; empty where that cannot be told.
        first_asked: Day, as 2022-10-11; empty where it is not known.
    """

    id: str
    wording: str
    n_tables: int
    n_asked: int
    sectors: dict[str, Cell]
    by_event: dict[str, Cell]
    events: tuple[str, ...]
    roles: tuple[str, ...]
    trend: str
    first_asked: str
    last_asked: str
    status: str
    is_open: bool
    is_prompt: bool
    topic_id: str
    topic: str
    variants: tuple[Line, ...]
    answers: tuple[Line, ...]
    elsewhere: tuple[Line, ...]

    @property
    def asked_at(self) -> str:
        """At how many tables: ``3 tafels``."""
        return count(self.n_tables, "tafel", "tafels") if self.n_tables else "verslag van de avond"

    @property
    def is_partly_answered(self) -> bool:
        """Some of the tables that asked have an answer."""
        return self.status.startswith("deels")

    @property
    def is_recurring(self) -> bool:
        """Asked at more than one table."""
        return self.n_tables > 1

    @property
    def sensitive(self) -> str:
        """Kinds of what stands in the lines where it was asked and should go no further."""
        return ", ".join(sorted({line.sensitive for line in self.variants} - {""}))


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtView:
    """What a person had better decide: two questions or one, each with its line.

    Attributes:
        advice: What the machine did and what may be wrong with it.
    """

    id: str
    kind: str
    advice: str
    questions: tuple[tuple[str, Line], ...]
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic.

    Attributes:
        lines: Every member, by file and line.
        group: Label of the broader group.
        kin: Id and label of the other topics of the group.
        flags: Why it deserves less trust, in words.
        trend: ``nieuw``, ``groeit``, ``blijft``, ``neemt af``, ``verdwenen``; empty if unknown.
        sectors: Members of each sector of the evidence, ``""`` for unknown.
        weak: Ids of the members whose ties lie mostly outside it.
    """

    id: str
    label: str
    group: str
    kin: tuple[tuple[str, str], ...]
    is_aside: bool
    flags: tuple[str, ...]
    trend: str
    coherence: float
    weak: frozenset[str]
    terms: tuple[str, ...]
    n_tables: int
    stability: float
    stability_word: str
    strength: float
    strength_word: str
    sectors: dict[str, Cell]
    quotes: tuple[Line, ...]
    lines: tuple[Line, ...]
    questions: tuple[QuestionView, ...]


def view_questions(mined: Mined, evidence: Evidence) -> list[QuestionView]:
    """Questions: asked at most tables first, then most often, then what says most by itself."""
    labels = {topic.id: plain(topic.label) for topic in mined.topics}
    views = [
        _view_question(question, evidence, labels.get(question.topic_id, "")) for question in mined.questions
    ]
    return sorted(
        views,
        key=lambda q: (-q.n_tables, -q.n_asked, -says_by_itself(q.wording), q.wording, q.id),
    )


def view_topics(mined: Mined, evidence: Evidence, questions: Sequence[QuestionView]) -> list[TopicView]:
    """Topics in the order of the map, each with its questions."""
    label_of = {topic.id: plain(topic.label) for topic in mined.topics}
    group_of = {topic_id: group for group in mined.topics.groups for topic_id in group.topic_ids}
    strength_of = {
        segment.id: strength for segment, strength in zip(mined.segments, mined.topics.strengths, strict=True)
    }
    return [
        _view_topic(
            topic,
            evidence,
            [q for q in questions if q.topic_id == topic.id],
            group=plain(group_of[topic.id].label) if topic.id in group_of else "",
            kin=tuple(
                (other, label_of[other])
                for other in (group_of[topic.id].topic_ids if topic.id in group_of else ())
                if other != topic.id
            ),
            strength_of=strength_of,
        )
        for topic in mined.topics
    ]


def view_doubts(mined: Mined, evidence: Evidence) -> list[DoubtView]:
    """Doubts in the order of the review."""
    return [
        DoubtView(
            id=doubt.id,
            kind=doubt.kind,
            advice=ADVICE[doubt.kind],
            questions=tuple(
                (plain(question.wording), evidence.line(question.segment_id)) for question in doubt.questions
            ),
            probability=doubt.probability,
        )
        for doubt in mined.review
    ]


def stability_word(stability: float) -> str:
    """How well a topic is found back when a part of the notes is left out."""
    if stability >= FIRM:
        return "stevig"
    return "redelijk" if stability >= FAIR else "zwak"


def _view_question(question: RecurringQuestion, evidence: Evidence, topic: str) -> QuestionView:
    return QuestionView(
        id=question.id,
        wording=plain(question.wording),
        n_tables=len(question.tables),
        n_asked=len(question.asked),
        sectors=evidence.tables_by_sector(question.tables),
        by_event=evidence.tables_by_event(question.tables),
        events=tuple(
            evidence.event_name[event.id] for event in evidence.events if event.id in question.events
        ),
        roles=tuple(plain(role) for role in question.roles),
        trend=TRENDS[question.trend],
        first_asked=question.first_asked.isoformat() if question.first_asked else "",
        last_asked=question.last_asked.isoformat() if question.last_asked else "",
        status=_status(question, evidence),
        is_open=question.status == "open",
        is_prompt=question.is_prompt,
        topic_id=question.topic_id if topic else "",
        topic=topic,
        variants=tuple(evidence.line(asked.segment_id, text=asked.text) for asked in question.asked),
        answers=tuple(evidence.quote(segment_id) for segment_id in question.answers),
        elsewhere=tuple(evidence.quote(segment_id) for segment_id in question.elsewhere),
    )


def _status(question: RecurringQuestion, evidence: Evidence) -> str:
    if question.status == "open":
        return "open"
    if question.is_decided:
        return "beantwoord"
    answered_at = len(set(evidence.tables(question.answers)) & set(question.tables))
    if 0 < answered_at < len(question.tables):
        n_least = min(answered_at, len(question.tables) - answered_at)
        told = n_least >= evidence.shown.min_cell
        return f"deels, {answered_at} van {len(question.tables)}" if told else "deels"
    return "beantwoord"


def _view_topic(
    topic: Topic,
    evidence: Evidence,
    questions: Sequence[QuestionView],
    *,
    group: str,
    kin: tuple[tuple[str, str], ...],
    strength_of: Mapping[str, float],
) -> TopicView:
    lines = tuple(evidence.line(segment_id) for segment_id in topic.segment_ids)
    return TopicView(
        id=topic.id,
        label=plain(topic.label),
        group=group,
        kin=kin,
        is_aside=topic.is_aside,
        flags=tuple(FLAGS[flag] for flag in topic.flags),
        trend=TOPIC_TRENDS[topic.trend],
        coherence=topic.coherence,
        weak=frozenset(s for s in topic.segment_ids if strength_of.get(s, 1.0) < WEAK),
        terms=tuple(plain(term.text) for term in topic.terms),
        n_tables=len(evidence.tables(topic.segment_ids)),
        stability=topic.stability,
        stability_word=stability_word(topic.stability),
        strength=topic.strength,
        strength_word="hecht" if topic.strength >= FAIR else "los",
        sectors=evidence.lines_by_sector(topic.segment_ids),
        quotes=tuple(line for s in topic.quotes if not (line := evidence.line(s)).sensitive),
        lines=tuple(sorted(lines, key=lambda line: (line.file, line.number, line.id))),
        questions=tuple(q for q in questions if not q.is_prompt),
    )
