"""The evening on one page, in sentences to edit into a news item; each part knows where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from notemine.domain import Mined
from notemine.dutch.phrases import count_in_words, enumerate_words, number
from notemine.dutch.sectors import MIXED
from notemine.report.cells import Cell, show
from notemine.report.evidence import Evidence, Line
from notemine.report.excerpts import Excerpts, names_somebody, shorten
from notemine.report.next_event import NextEvent, next_event_of
from notemine.report.opening import headline, opening
from notemine.report.outside import questions_for_others, with_terms_of_many
from notemine.report.plan_views import PlanView, view_plan
from notemine.report.sensitive_topics import is_nameless
from notemine.report.sentences import left_out_of, when
from notemine.report.views import QuestionView, TopicView, view_questions, view_topics

# What fits on a page beside the rest.
N_TOPICS, N_TERMS, N_QUESTIONS, N_OPEN, N_TABLES, N_PLACES = 4, 3, 4, 2, 3, 12
MAX_LABEL, MAX_WORDING, MAX_WHEN = 60, 130, 160
# From this share of its lines on, a topic is mostly that of one sector.
MOSTLY = 0.6
_QUOTED = ("In de notities staat: ", "Een tafel schreef op: ", "Iemand noteerde: ")
_ARTICLE = dict.fromkeys(("po", "vmbo", "mbo", "hbo", "wo"), "het ")
_STANDS = {"open": "nog open", "beantwoord": "beantwoord"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of running text.

    Attributes:
        source: What a comment beside it says of where it comes from; empty if nothing.
    """

    text: str
    source: str = ""
    is_bold: bool = False


Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its paragraphs; ``items`` are a list below them."""

    title: str
    paragraphs: tuple[Paragraph, ...] = ()
    items: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Impression:
    """A page about an evening.

    Attributes:
        remarks: For who edits it, not for the reader.
    """

    title: str
    when: str
    remarks: tuple[str, ...]
    opening: str
    sections: tuple[Section, ...]


def view_impression(mined: Mined) -> Impression:
    """Tell what a result says in a page; what stands in a sensitive line counts but is not told."""
    evidence = Evidence(mined)
    # Without quotes this was done before, and words of lines are not there any more.
    mined = with_terms_of_many(mined) if evidence.shown.quotes else mined
    questions = view_questions(mined, evidence)
    found = [topic for topic in view_topics(mined, evidence, questions) if _may_be_named(topic)]
    topics = sorted(found, key=lambda topic: -len(topic.lines))[:N_TOPICS]
    recurring = [q for q in questions if q.is_recurring and not q.is_prompt]
    for_others = {question.id for question in questions_for_others(mined)}
    told = [q for q in recurring if q.id in for_others and not names_somebody(q.wording)]
    excerpts = Excerpts(mined, evidence)
    sections = (
        _subjects(topics, evidence, excerpts),
        _came_back(recurring, told[:N_QUESTIONS], evidence),
        _open(recurring, told[N_QUESTIONS:]),
        _answered(told, excerpts),
        _next(mined, view_plan(mined.plan.items, evidence, questions), {topic.id for topic in found}),
    )
    return Impression(
        title=headline(evidence),
        when=shorten("; ".join(when(evidence.events)), MAX_WHEN),
        remarks=_remarks(evidence),
        opening=opening(evidence),
        sections=tuple(section for section in sections if section.paragraphs or section.items),
    )


def _may_be_named(topic: TopicView) -> bool:
    """Whether it is a subject, and not one that is known only from sensitive lines."""
    is_known = not is_nameless(topic.label) and not all(line.sensitive for line in topic.lines)
    return is_known and not topic.is_aside


def _remarks(evidence: Evidence) -> tuple[str, ...]:
    where = " Waar iets staat, zie je in de opmerkingen ernaast." if evidence.shown.places else ""
    return (
        f"Concept voor een nieuwsbericht, automatisch gemaakt uit de notities: lees na en herschrijf.{where}",
        *left_out_of(evidence),
    )


def _subjects(topics: Sequence[TopicView], evidence: Evidence, excerpts: Excerpts) -> Section:
    paragraphs = []
    for place, topic in enumerate(topics):
        text = f" {_spoken(topic, evidence, place=place)}"
        parts = [
            Piece(f"{shorten(topic.label, MAX_LABEL)}.", _source(topic.lines), is_bold=True),
            Piece(text),
        ]
        if line := excerpts.of_topic(topic):
            parts += [Piece(f" {_QUOTED[place % len(_QUOTED)]}"), *_quoted(line)]
        elif words := [term for term in topic.terms if term.casefold() != topic.label.casefold()][:N_TERMS]:
            parts.append(Piece(f" Veel gebruikte woorden: {enumerate_words(words)}."))
        paragraphs.append(tuple(parts))
    return Section(title="Waar het over ging", paragraphs=tuple(paragraphs))


def _spoken(topic: TopicView, evidence: Evidence, *, place: int) -> str:
    """At how many tables, and whose.

    A small number of tables is not told where small counts are hidden.
    """
    n = show(topic.n_tables, evidence.shown.min_cell)
    if not n:
        return "Dit staat in het verslag van de avond."
    n_all, tables = len(evidence.sector_of_table), _tables(n)
    whose = _whose(topic, n, at="" if place % 3 == 2 else "aan ")
    if place == 0:
        few = isinstance(n, int) and n < n_all
        of_all = f"{tables.split()[0]} van de {number(n_all)} tafels" if few else tables
        if n == n_all > 1:
            of_all = "beide tafels" if n == 2 else f"alle {tables}"
        return f"Hierover werd het meest gezegd: aan {of_all} kwam het ter sprake{whose}."
    if place % 3 == 2:
        return f"{_capital(tables)} {'had' if n == 1 else 'hadden'} het hierover{whose}."
    return f"{'Ook dit' if place % 3 == 0 else 'Dit'} kwam aan {tables} ter sprake{whose}."


def _tables(n: Cell) -> str:
    return "een paar tafels" if isinstance(n, str) else count_in_words(n, "tafel", "tafels")


def _capital(text: str) -> str:
    # A capital bears no stress mark: "Eén tafel".
    return f"{text[:1].upper()}{text[1:]}".replace("Één", "Eén", 1)


def _whose(topic: TopicView, n_tables: Cell, *, at: str) -> str:
    counts = {sector: n for sector, n in topic.sectors.items() if n and isinstance(n, int)}
    # Of what is hidden nothing can be said, and of one sector it goes without saying.
    if len(topic.sectors) < 3 or not counts or any(isinstance(n, str) for n in topic.sectors.values()):
        return ""
    first = max(counts, key=lambda sector: (counts[sector], sector))
    if not first or counts[first] < MOSTLY * sum(counts.values()):
        return ""
    where = f"uit {_ARTICLE.get(first, '')}{first}"
    if n_tables == 1:
        return f", {'een gemengde tafel' if first == MIXED else f'een tafel {where}'}"
    tables = "gemengde tafels" if first == MIXED else f"tafels {where}"
    return f", {'alleen' if len(counts) == 1 else 'vooral'} {at}{tables}"


def _came_back(
    recurring: Sequence[QuestionView], told: Sequence[QuestionView], evidence: Evidence
) -> Section:
    if not recurring:
        said = "Geen enkele vraag kwam aan meer dan één tafel terug."
    else:
        back = count_in_words(len(recurring), "vraag kwam", "vragen kwamen")
        said = f"{_capital(back)} aan meer dan één tafel terug"
        said += ", deze aan de meeste:" if 0 < len(told) < len(recurring) else ":" if told else "."
    items = tuple(
        (
            Piece(shorten(q.wording, MAX_WORDING), _source(q.variants), is_bold=True),
            Piece(f" Aan {_tables(show(q.n_tables, evidence.shown.min_cell))}; {_stand(q)}."),
        )
        for q in told
    )
    return Section(title="Vragen die terugkwamen", paragraphs=((Piece(said),),), items=items)


def _stand(question: QuestionView) -> str:
    return _STANDS.get(question.status, "aan een deel daarvan beantwoord")


def _open(recurring: Sequence[QuestionView], others: Sequence[QuestionView]) -> Section:
    waiting = [q for q in recurring if q.is_open]
    if not waiting:
        return Section(title="")
    n = len(waiting)
    if n == len(recurring):
        of_all = "Die vraag kreeg" if n == 1 else "Al die vragen kregen"
    else:
        of_all = f"{_capital(number(n))} van die vragen {'kreeg' if n == 1 else 'kregen'}"
    parts = [Piece(f"{of_all} nog nergens een antwoord.")]
    also = [q for q in others if q.is_open][:N_OPEN]
    waits = "wacht" if len(also) == 1 else "wachten"
    for place, q in enumerate(also):
        parts.append(Piece(" en " if place else f" Ook deze {waits} nog op antwoord: "))
        parts.append(Piece(f"“{shorten(q.wording, MAX_WORDING)}”", _source(q.variants)))
    return Section(title="Wat nog openligt", paragraphs=(tuple(parts),))


def _answered(told: Sequence[QuestionView], excerpts: Excerpts) -> Section:
    for q in told:
        if line := excerpts.first([] if q.is_open else q.answers):
            said = (
                Piece("Bij de vraag "),
                Piece(f"“{shorten(q.wording, MAX_WORDING)}”", _source(q.variants)),
                Piece(" staat als antwoord in de notities: "),
                *_quoted(line, caution="Automatisch gevonden antwoord; lees na."),
            )
            return Section(title="Wat tafels elkaar meegaven", paragraphs=(said,))
    return Section(title="")


def _next(mined: Mined, items: Sequence[PlanView], told: Collection[str]) -> Section:
    parts = [Piece(_next_event(next_event_of(mined)))]
    named = [item for item in items if item.topic_id in told][:N_TABLES]
    if items:
        are = "staat er" if len(items) == 1 else "staan er"
        parts.append(Piece(f" Dan {are} {count_in_words(len(items), 'tafel', 'tafels')} klaar"))
        for place, item in enumerate(named):
            before = (", over " if len(items) == 1 else ", onder meer over ") if place == 0 else ", "
            before = " en " if place and place == len(named) - 1 else before
            asked = [line for q in (item.lead, *item.follow_ups) if q for line in q.variants]
            parts += [Piece(before), Piece(f"“{shorten(item.title, MAX_LABEL)}”", _source(asked))]
        parts.append(Piece("."))
    return Section(title="Hoe verder", paragraphs=(tuple(parts),))


def _next_event(held: NextEvent) -> str:
    if not held.where_and_when:
        return "Wanneer en waar de volgende bijeenkomst is, volgt nog [vul datum en plaats in]."
    is_when = f" is {held.in_sentence}"
    return f"De volgende bijeenkomst{f', {held.title},' if held.title else ''}{is_when}."


def _quoted(line: Line, *, caution: str = "") -> list[Piece]:
    """A quote at the end of a sentence."""
    is_closed = line.text.endswith((".", "!", "…"))
    return [Piece(f"“{line.text}”", _source([line], caution=caution)), *([] if is_closed else [Piece(".")])]


def _source(lines: Iterable[Line], *, caution: str = "") -> str:
    """Where lines stand, for a comment; empty where that may not be told."""
    found = list(
        dict.fromkeys(f"{line.place} ({line.table})" if line.table else line.place for line in lines)
    )
    found = [place for place in found if place]
    if not found:
        return ""
    more = [f"en nog {len(found) - N_PLACES}; zie resultaat.xlsx"] if len(found) > N_PLACES else []
    return "\n".join(filter(None, (caution, *found[:N_PLACES], *more)))
