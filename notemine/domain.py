"""The nouns of notemine: frozen dataclasses that travel between the rooms.

Offsets are 0-based character positions, end exclusive. Ids are hashes of content, the same on every
machine. An empty string means "not known".
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

# Is told the name of a stage, what is done and what is to do.
Progress = Callable[[str, int, int], None]
LineUnit = Literal["line", "paragraph", "row", "cue"]
SegmentKind = Literal["sentence", "bullet", "turn", "heading"]
QuestionKind = Literal["direct", "unmarked", "indirect"]
QuestionStatus = Literal["open", "answered"]
# Over dated events: asked at the last one only, also before, or no more; "" where there are fewer than two.
QuestionTrend = Literal["", "new", "persistent", "faded"]
DoubtKind = Literal["joined", "apart", "question"]
# Over dated events: the tables of the last one speak clearly more or less of it, or only they do, or they no
# longer do; "" where there are fewer than two.
TopicTrend = Literal["", "new", "growing", "persistent", "shrinking", "faded"]
# Why a topic deserves less trust: it is not found back in refits, its members have more ties outside it, or
# one table alone speaks of it.
TopicFlag = Literal["unstable", "loose", "one_table"]
TopicDecisionKind = Literal["rename", "merge", "split", "drop", "pin"]
PlanDecisionKind = Literal["pin", "strike"]
TopicChangeKind = Literal["same", "grown", "shrunk", "changed", "new", "gone"]
Facet = Literal["sector", "role", "theme", "event"]

TOPIC_COLUMNS = [
    "id",
    "label",
    "group",
    "terms",
    "n_segments",
    "strength",
    "stability",
    "coherence",
    "flags",
    "trend",
]


def make_id(prefix: str, *parts: str) -> str:
    """Hash ``parts`` into a short id such as ``q-3f9a1c20be``."""
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"{prefix}-{digest[:10]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One evening of discussion tables.

    Attributes:
        id: Date and place or title, so that people recognise it: ``2022-10-11-zwolle``.
    """

    id: str
    title: str
    held_on: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A replaced stretch: ``text[start:end]`` stood at ``source_start:source_end`` as it was read."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The notes of one table, whole.

    Attributes:
        source: Where it was read, with ``/``, from the folder above what the user named.
        table: Number or name of the table ("3", "Ouders").
        sector: Who sat there: ``vmbo``, ``havo/vwo``, ``mbo``, ``gemengd``, or what else the note says.
        role: What the people at the table do, where the note says so.
        theme: What the organiser called the table.
        school: Where the people at the table are from, where the note says so.
        author: Who wrote it down, where that is known.
        metadata_from: Of each fact, what told it, in Dutch: ``("table", "bestandsnaam")``.
        text: One line for each line, paragraph, row or cue of the file, in order, blank ones too; a unit that
            holds line breaks fills several.
        unit: What one line of ``text`` is in the file.
        line_numbers: Number in the file of the unit of each line of ``text``, from 1; empty: 1, 2, 3, ...
        speakers: Speaker of each line of ``text`` where the format says so; empty: none does.
        meta_lines: 0-based lines of ``text`` that hold metadata (front matter, "Aanwezig: ...").
        foreign_lines: 0-based lines of ``text`` in another language than Dutch.
        repeated_lines: 0-based lines of ``text`` that the table had said before.
        is_impression: A report about the evening rather than the notes of a table.
        encoding: Of the file.
        sha256: Hash of the bytes of the file.
        edits: Pseudonyms put in place of names, in order.
    """

    id: str
    event: Event
    source: str
    text: str
    table: str = ""
    sector: str = ""
    role: str = ""
    theme: str = ""
    school: str = ""
    author: str = ""
    metadata_from: tuple[tuple[str, str], ...] = ()
    unit: LineUnit = "line"
    line_numbers: tuple[int, ...] = ()
    speakers: tuple[str, ...] = ()
    meta_lines: tuple[int, ...] = ()
    foreign_lines: tuple[int, ...] = ()
    repeated_lines: tuple[int, ...] = ()
    is_impression: bool = False
    encoding: str = "utf-8"
    sha256: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def table_id(self) -> str:
        """What counts as one table: event and table; empty for an impression of the evening."""
        if self.is_impression:
            return ""
        return f"{self.event.id}/{self.table or self.source.rpartition('/')[2]}"

    def line_at(self, offset: int) -> int:
        """Number in the file (line, paragraph, row or cue, from 1) of the character at ``offset``."""
        line = self.text.count("\n", 0, offset)
        return self.line_numbers[line] if self.line_numbers else line + 1

    def source_offset(self, offset: int) -> int:
        """Position in the text as it was read, before pseudonyms, of the character at ``offset``."""
        i = bisect_right(self.edits, offset, key=lambda edit: edit.start)
        if i == 0:
            return offset
        edit = self.edits[i - 1]
        if offset < edit.end:
            return edit.source_start
        return edit.source_end + offset - edit.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The smallest unit that has a topic: a sentence, a bullet or a turn.

    Attributes:
        start: ``note.text[start:end]`` is the source of the segment.
        text: The same on one line, without bullet or speaker label.
        line: Number in the file of the line where it starts.
        speaker: Who said it, as a pseudonym.
        heading: The nearest heading above it in the note.
        lemmas: Lower-case lemma of each word, in order.
        tags: Universal part-of-speech tag of each lemma; empty where the pipeline gives none.
        terms: Candidates for topic words: content lemmas, parts of compounds, noun phrases.
        sensitive: What it tells of one person that is nobody else's business, in Dutch (``gezondheid``,
            ``thuissituatie``, ...), or ``vertrouwelijk`` where it is not meant for others; empty if nothing.
    """

    id: str
    note_id: str
    start: int
    end: int
    text: str
    kind: SegmentKind = "sentence"
    line: int = 1
    speaker: str = ""
    heading: str = ""
    lemmas: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    sensitive: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it stands in a text.

    Attributes:
        segment_id: Segment where it was found; empty for a text that is no note.
        start: Offset in the text it was found in (of the note, in ``mine``).
        text: ``text_it_was_found_in[start:end]``, line breaks included.
        kind: ``direct`` has its mark, ``unmarked`` lacks it, ``indirect`` is a reported clause.
        wording: The question on its own: on one line, with capital and mark.
        is_rewritten: ``wording`` turns an indirect question into a direct one.
        confidence: How sure it is that this is a question, 0 to 1.
    """

    segment_id: str
    start: int
    end: int
    text: str
    kind: QuestionKind
    wording: str
    is_rewritten: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringQuestion:
    """Questions that ask the same thing; one asked once is a group of one.

    Attributes:
        wording: The clearest member, in its own words.
        asked: Every time it was asked, in order of event, note and place.
        tables: Distinct ``Note.table_id`` where it was asked, sorted; impressions don't count.
        roles: What the people at those tables do, where the notes say so.
        first_asked: Day of the first event where it was asked, of those with a date.
        status: ``answered`` where ``answers`` name the segments that answer it at the same table, or where a
            person said so.
        is_decided: A person said the status; it holds for all of its tables.
        elsewhere: Segments at other tables that may answer it, best first.
        is_prompt: Asked by the facilitator at (nearly) every table.
        topic_id: Topic of most of its segments.
    """

    id: str
    wording: str
    asked: tuple[Question, ...]
    tables: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    first_asked: date | None = None
    last_asked: date | None = None
    trend: QuestionTrend = ""
    status: QuestionStatus = "open"
    is_decided: bool = False
    answers: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    is_prompt: bool = False
    topic_id: str = ""

    @property
    def recurs(self) -> bool:
        """Asked at more than one table, and not by the facilitator."""
        return len(self.tables) > 1 and not self.is_prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something about questions that a person had better decide.

    Attributes:
        kind: ``joined``, two questions that were taken for one; ``apart``, two that were not; ``question``,
            something that may be no question.
        questions: The two, or the one.
        probability: That the two ask the same, or that it is a question, 0 to 1.
    """

    id: str
    kind: DoubtKind
    questions: tuple[Question, ...]
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicDecision:
    """What a person said about topics; one is named by some of its lines, and so found back after a refit.

    Attributes:
        topics: Lines of each topic that it is about, by their text: two topics or more for ``merge``, two
            parts or more for ``split``, otherwise one. For ``pin`` and ``drop`` they are all of its lines.
        label: The name it gets; may be empty, but not for ``rename``.
        was: What it was called before, each name if there were several; a plan may still name it so.
    """

    kind: TopicDecisionKind
    topics: tuple[tuple[str, ...], ...]
    label: str = ""
    # Changes no topic, so topics that were made without it are as good.
    was: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDecision:
    """What a person said of the plan: what is pinned is always a table, what is struck never is.

    Attributes:
        title: Label of a topic, or a question in its wording or as it was asked.
        lines: Lines of that topic, by their text: it is found back where most of them are, once no topic is
            called ``title`` any more. May be empty.
    """

    kind: PlanDecisionKind
    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What a person said; a question is named by its text or its wording, marks and capitals aside.

    Attributes:
        same: Questions that ask the same, a tuple for each group.
        different: Questions that each ask something else.
        no_question: What is no question.
        questions: What is one, though the machine doubted it.
        prompts: What the leader asked.
        no_prompts: What the leader did not ask, though it seemed so.
        answered: Questions that have their answer.
        open: Questions that have none.
        wordings: In whose words a question is shown: a member, and the words.
        topics: What was said of topics, in order.
        plan: What was said of tables of the plan, in order.
    """

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, ...], ...] = ()
    no_question: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    no_prompts: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    wordings: tuple[tuple[str, str], ...] = ()
    topics: tuple[TopicDecision, ...] = ()
    plan: tuple[PlanDecision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A topic word and its class-based tf-idf weight."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Segments about one thing.

    Attributes:
        label: What an organiser would write on a flip-over; no two topics share one.
        terms: Topic words, heaviest first.
        segment_ids: Members, strongest first.
        strength: Mean strength of the members, 0 to 1.
        stability: Mean overlap (Jaccard) with its best match in refits on samples, 0 to 1.
        quotes: Typical members, most typical first.
        coherence: Mean NPMI of its first terms over the lines and those around them, -1 to 1.
        flags: Why it deserves less trust; empty where nothing is wrong.
        trend: Over events.
        is_named: A person gave the label.
        is_aside: About the evening itself (who sits there, coffee, the next date): no subject for a table.
    """

    id: str
    label: str
    terms: tuple[Term, ...]
    segment_ids: tuple[str, ...]
    strength: float
    stability: float
    quotes: tuple[str, ...] = ()
    coherence: float = 0.0
    flags: tuple[TopicFlag, ...] = ()
    trend: TopicTrend = ""
    is_named: bool = False
    is_aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGroup:
    """Topics that lie near one another: the broad level of the hierarchy.

    Attributes:
        label: That of its largest topics, no two alike.
        topic_ids: Largest first.
    """

    id: str
    label: str
    topic_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicMap:
    """Topics, largest first, and the topic of each text.

    Attributes:
        labels: Index in ``topics`` for each text, -1 for none.
        strengths: Share of the ties of each text that stay inside its topic, 0 to 1.
        warning: Why the topics deserve less trust (too little text); empty if nothing is wrong.
        groups: The broad level above the topics; each topic is in exactly one.
        shares: Share of the ties of each text that lead into each topic, a float32 array of shape (n_texts,
            n_topics); rows sum to 1, but for a text without a topic to 0.
    """

    topics: tuple[Topic, ...]
    labels: list[int]
    strengths: list[float]
    warning: str = ""
    groups: tuple[TopicGroup, ...] = ()
    shares: Any = field(default=None, compare=False, repr=False)

    def __iter__(self) -> Iterator[Topic]:
        return iter(self.topics)

    def __len__(self) -> int:
        return len(self.topics)

    def to_frame(self) -> pd.DataFrame:
        """One row a topic: id, label, group, terms, n_segments, the measures of trust, flags, trend."""
        import pandas as pd

        group_of = {topic_id: group.label for group in self.groups for topic_id in group.topic_ids}
        rows = [
            {
                "id": topic.id,
                "label": topic.label,
                "group": group_of.get(topic.id, ""),
                "terms": ", ".join(term.text for term in topic.terms),
                "n_segments": len(topic.segment_ids),
                "strength": topic.strength,
                "stability": topic.stability,
                "coherence": topic.coherence,
                "flags": ", ".join(topic.flags),
                "trend": topic.trend,
            }
            for topic in self.topics
        ]
        return pd.DataFrame(rows, columns=TOPIC_COLUMNS)

    def document_topics(self) -> pd.DataFrame:
        """The document-topic matrix: a row a text, a column a topic (its label), ``shares`` as values."""
        import pandas as pd

        return pd.DataFrame(self.shares, columns=[topic.label for topic in self.topics])


@dataclass(frozen=True, slots=True, kw_only=True)
class Prevalence:
    """How much the tables of one group speak of a topic; each table counts once, however long its notes.

    Attributes:
        facet: What the tables are grouped by.
        group: The sector, role, theme, or title of the event.
        n_tables: Tables of the group.
        n_speaking: Those of them that speak of the topic.
        n_segments: Lines about it at these tables.
        share: Mean over the tables of the share of their lines, 0 to 1.
        low, high: 95 % interval of ``share``, over tables.
        difference: ``share`` less that of all other tables.
        difference_low, difference_high: 95 % interval of ``difference``.
    """

    topic_id: str
    facet: Facet
    group: str
    n_tables: int
    n_speaking: int
    n_segments: int
    share: float
    low: float
    high: float
    difference: float
    difference_low: float
    difference_high: float

    @property
    def is_typical(self) -> bool:
        """The tables of the group speak of it more than the others, beyond chance."""
        return self.difference_low > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChange:
    """What became of a topic since an earlier run.

    Attributes:
        label: The label now; that of the earlier run if it is gone.
        old_label: In the earlier run; empty if it is new.
        n_before, n_now: Members then and now.
        n_joined, n_left: Members that came and went.
    """

    topic_id: str
    kind: TopicChangeKind
    label: str
    old_label: str = ""
    n_before: int = 0
    n_now: int = 0
    n_joined: int = 0
    n_left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatAdvice:
    """How many seats of a table are for people of a sector; of ``""`` for whoever comes."""

    sector: str
    n_seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """A table at the next event.

    Attributes:
        lead_question: Id of the recurring question that opens the table; empty if there is none.
        questions: Ids of follow-up questions, those that most tables wait for first; where too few are open,
            answered ones of the topic come last.
        sectors: Sectors that asked.
        helpers: ``Note.table_id`` of tables that had an answer, then of those that may have one.
        guesses: Ids of the segments for which these may have one.
        demand: Tables that asked, summed over the questions of the item.
        reason: Why the table is there, in Dutch.
        round: In which it is held, from 1; 0 for what is left out.
        table: Its number, from 1, running on over the rounds so that no two share one; 0 if left out.
        roles: What the people at the tables that asked do, where the notes say so.
        score: What it adds to the plan beside the other tables, in the unit of ``Plan.objective``.
        evidence: Ids of the segments that ask the lead question and the follow-ups, in that order.
        is_pinned: A person said that it is a table.
        why_not: Why it is left out, in Dutch; empty for a table.
        double_of: Id of the table that it doubles.
        seats: Whom its seats are for, in proportion to who asked; empty where the notes do not tell.
    """

    id: str
    title: str
    topic_id: str
    lead_question: str
    questions: tuple[str, ...]
    sectors: tuple[str, ...]
    helpers: tuple[str, ...]
    demand: int
    reason: str
    round: int = 0
    table: int = 0
    roles: tuple[str, ...] = ()
    score: float = 0.0
    evidence: tuple[str, ...] = ()
    is_pinned: bool = False
    why_not: str = ""
    double_of: str = ""
    seats: tuple[SeatAdvice, ...] = ()
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorFollowUp:
    """What a sector still asks and has no table for, to take up otherwise.

    Attributes:
        questions: Ids of recurring questions, those that most of its tables wait for first.
    """

    sector: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Tables for the next event, by round, and what did not fit, what adds most first.

    Attributes:
        n_rounds: Rounds there are.
        n_tables: Tables that stand in the room, so many items at most in a round.
        seats: People at a table; 0 if not known.
        objective: What the tables add up to: 1 for the first question of a past table that still waits for an
            answer and gets one, 1/2 for its second, and so on, with the other weights of the settings.
        is_optimal: No other choice adds up to more; otherwise it was made table by table.
        follow_up_by_sector: Open questions of each sector that got no table.
    """

    items: tuple[PlanItem, ...]
    left_out: tuple[PlanItem, ...] = ()
    n_rounds: int = 1
    n_tables: int = 0
    seats: int = 0
    objective: float = 0.0
    is_optimal: bool = True
    follow_up_by_sector: tuple[SectorFollowUp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """Whom a pseudonym stands for at an event.

    Attributes:
        given: Given name in lower case; may be empty.
        family: Family name in lower case; may be empty where ``given`` is not.
        forms: As the notes write the name, sorted.
    """

    event_id: str
    pseudonym: str
    given: str
    family: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDecisions:
    """What a person said of the names that were found.

    Attributes:
        names: Forms that are names of people.
        no_names: Forms that are not.
        public: Names that may stay.
        same: Of each person the names that are one.
    """

    names: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameKey:
    """Who is behind the pseudonyms, and what was said of names: kept apart from notes and results."""

    people: tuple[KnownPerson, ...] = ()
    decisions: NameDecisions = NameDecisions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A source that could not be used, and why, in Dutch."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made a result: versions, models, seed, configuration (JSON), and a hash of the decisions."""

    notemine: str
    pipeline: str
    embedder: str
    clusterer: str
    seed: int
    config: str
    decisions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mined:
    """Everything that was found in a set of notes; names of people replaced, unless that was switched off.

    Attributes:
        review: What a person had better decide, most telling first.
        prevalence: How much the tables of each sector, role, theme and event speak of each topic.
        topic_changes: Since the topics that were handed in; empty if there were none or none changed.
    """

    notes: tuple[Note, ...]
    segments: tuple[Segment, ...]
    topics: TopicMap
    questions: list[RecurringQuestion]
    plan: Plan
    provenance: Provenance
    skipped: tuple[Skipped, ...] = ()
    review: tuple[Doubt, ...] = ()
    topic_changes: tuple[TopicChange, ...] = ()
    prevalence: tuple[Prevalence, ...] = ()
