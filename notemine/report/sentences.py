"""The sentences of the report: what was read, what stands out, and what the result cannot say."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from notemine.domain import Event, Mined, TopicChange
from notemine.dutch.phrases import count, enumerate_words, write_date
from notemine.report.cells import HIDDEN, small
from notemine.report.disclosure import disclosure_of
from notemine.report.evidence import NO_SECTOR, Evidence
from notemine.report.prevalence import hide_prevalence
from notemine.report.safe import plain
from notemine.report.views import FAIR, QuestionView, TopicView

# Below these a difference between topics or sectors is mostly chance.
FEW_TABLES, FEW_LINES, FEW_LINES_OF_SECTOR = 6, 100, 20
MAX_TITLES, MAX_EVENTS = 3, 8
N_DESCRIBED = 3


def title(events: Sequence[Event]) -> str:
    """Name the events: ``Zwolle en Breda``."""
    titles = list(dict.fromkeys(plain(event.title) for event in events))
    if not titles:
        return "Geen notities"
    if len(titles) > MAX_TITLES:
        return count(len(titles), "bijeenkomst", "bijeenkomsten")
    return enumerate_words(titles)


def when(events: Sequence[Event]) -> list[str]:
    """Each event with its date and, where it says more than the title, its place; the period of many."""
    if len(events) > MAX_EVENTS:
        days = sorted(event.held_on for event in events if event.held_on)
        return [f"{write_date(days[0])} tot en met {write_date(days[-1])}"] if days else []
    lines = []
    for event in events:
        place = plain(event.place) if event.place.casefold() not in event.title.casefold() else ""
        day = write_date(event.held_on) if event.held_on else ""
        lines.append(", ".join(part for part in (plain(event.title), place, day) if part))
    return lines


def describe_sectors(mined: Mined, evidence: Evidence, topics: Sequence[TopicView]) -> list[tuple[str, str]]:
    """What the tables of each sector spoke of most, and clearly more than the others; beside the figure.

    Returns:
        Pairs of sector and sentence, without sectors that have no line in a topic, as far as that is shown.
    """
    described = []
    for sector in [*evidence.sectors, ""]:
        cells = [(topic.label, topic.sectors[sector]) for topic in topics]
        spoken = [(label, n) for label, n in cells if isinstance(n, int) and n]
        top = sorted(spoken, key=lambda found: (-found[1], found[0]))[:N_DESCRIBED]
        if not top:
            continue
        parts = [f"{label} ({n})" for label, n in top]
        # Something larger may be hidden.
        most = "Onder meer" if HIDDEN in (cell for _, cell in cells) else "Het meest"
        of_all = _of_lines(sum(n for _, n in spoken)) if evidence.shown.min_cell == 1 else ""
        said = f"{most} over {enumerate_words(parts)}{of_all}."
        described.append((sector or NO_SECTOR, f"{said} {_typical(mined, evidence, topics, sector)}".strip()))
    return described


def _of_lines(n: int) -> str:
    caution = "; dat is weinig" if n < FEW_LINES_OF_SECTOR else ""
    return f", van {count(n, 'regel', 'regels')}{caution}"


def _typical(mined: Mined, evidence: Evidence, topics: Sequence[TopicView], sector: str) -> str:
    """Topics of which the tables of a sector speak more than the others, beyond chance (95 %)."""
    label_of = {topic.id: topic.label for topic in topics}
    found = [
        f"{label_of[p.topic_id]} ({p.share:.0%} van hun regels, de andere {p.share - p.difference:.0%})"
        for p, hidden in hide_prevalence(mined, evidence)
        if p.facet == "sector"
        and p.group == sector
        and p.is_typical
        and p.topic_id in label_of
        and not hidden
    ]
    return f"Duidelijk meer dan de andere tafels over {enumerate_words(found)}." if found else ""


def came_back(questions: Sequence[QuestionView]) -> str:
    """How many questions recur and how many of them still wait for an answer.

    Args:
        questions: Recurring ones only.
    """
    if not questions:
        return "Geen enkele vraag kwam aan meer dan één tafel terug."
    n_open = sum(1 for question in questions if question.is_open)
    n_partly = sum(1 for question in questions if question.is_partly_answered)
    back = count(len(questions), "vraag kwam", "vragen kwamen") + " aan meer dan één tafel terug"
    waiting = []
    if n_open == len(questions):
        return f"{back}; nergens met een antwoord."
    if n_open:
        waiting.append(f"{n_open} {'is' if n_open == 1 else 'zijn'} nergens beantwoord")
    if n_partly:
        waiting.append(f"{n_partly} aan een deel van de tafels")
    return f"{back}; {enumerate_words(waiting)}." if waiting else f"{back}; elke tafel had zelf een antwoord."


def trend(questions: Sequence[QuestionView]) -> str:
    """How many questions are new, came back, or faded; empty where the events have no dates.

    Args:
        questions: Recurring ones only.
    """
    counts = Counter(question.trend for question in questions if question.trend)
    said = {
        "nieuw": count(counts["nieuw"], "vraag is nieuw", "vragen zijn nieuw"),
        "komt terug": count(counts["komt terug"], "vraag kwam terug", "vragen kwamen terug"),
        "niet meer gevraagd": count(
            counts["niet meer gevraagd"],
            "vraag van eerder kwam niet meer",
            "vragen van eerder kwamen niet meer",
        ),
    }
    parts = [sentence for word, sentence in said.items() if counts[word]]
    return f"Op de laatste bijeenkomst: {enumerate_words(parts)}." if parts else ""


CHANGES = {
    "new": ("onderwerp is nieuw", "onderwerpen zijn nieuw"),
    "grown": ("groeide", "groeiden"),
    "shrunk": ("kromp", "krompen"),
    "changed": ("veranderde", "veranderden"),
    "gone": ("verdween", "verdwenen"),
    "same": ("kreeg een andere naam", "kregen een andere naam"),
}


def describe_changes(changes: Sequence[TopicChange]) -> str:
    """What became of the topics since the run before; empty if nothing did."""
    counts: Counter[str] = Counter(change.kind for change in changes)
    parts = [count(counts[kind], *words) for kind, words in CHANGES.items() if counts[kind]]
    return f"Sinds de vorige keer: {enumerate_words(parts)}." if parts else ""


def next_step(mined: Mined) -> str:
    """What an organiser does now."""
    if not mined.plan.items:
        return "Er is te weinig gevraagd of besproken voor een plan. Voeg meer notities toe."
    tables = count(len(mined.plan.items), "tafel", "tafels")
    n_rounds = len({item.round for item in mined.plan.items})
    ready = f"{tables} in {n_rounds} ronden klaar" if n_rounds > 1 else f"{tables} klaar"
    ask = " en vraag de genoemde tafels om hun antwoord te delen" if disclosure_of(mined).places else ""
    return (
        f"Voor de volgende bijeenkomst {'ligt' if len(mined.plan.items) == 1 else 'liggen'} {ready}, "
        f"te beginnen met “{plain(mined.plan.items[0].title)}”. Loop het plan na{',' if ask else ' en'} "
        f"streep door wat niet past{ask}."
    )


def limits(mined: Mined, evidence: Evidence, topics: Sequence[TopicView]) -> list[str]:
    """What the result cannot say, the most serious first."""
    return [
        *left_out_of(evidence),
        *_limits_of_notes(mined, evidence),
        *_limits_of_topics(mined, topics),
        *_limits_of_method(mined, evidence),
    ]


def left_out_of(evidence: Evidence) -> list[str]:
    """What is not shown to who was not there."""
    found, n = [], evidence.shown.min_cell
    if not evidence.shown.quotes:
        found.append(
            "Citaten, bronregels en vragen van één tafel zijn op verzoek weggelaten. Wat er staat zijn "
            "onderwerpen, aantallen en vragen die aan meer tafels terugkwamen."
        )
    if n > 1:
        found.append(
            f"Aantallen per sector, rol, thema, bijeenkomst of tafel onder de {n} zijn verborgen als "
            f"“{small(n)}”, in zo'n rij ook een 0, en waar een verborgen aantal nog uit te rekenen zou zijn "
            f"ook een groter als “{HIDDEN}”; bij welk bestand en welke tafel iets hoort staat er daarom niet "
            "bij."
        )
    return found


def _limits_of_notes(mined: Mined, evidence: Evidence) -> list[str]:
    found = []
    n_tables, n_lines = len(evidence.sector_of_table), len(mined.segments)
    if n_tables < FEW_TABLES or n_lines < FEW_LINES:
        read = f"{count(n_tables, 'tafel', 'tafels')} en {count(n_lines, 'regel', 'regels')}"
        found.append(
            f"Er is weinig tekst ({read}). Verschillen tussen onderwerpen en sectoren kunnen toeval zijn."
        )
    n_foreign = sum(len(note.foreign_lines) for note in mined.notes)
    if n_foreign:
        lines = count(n_foreign, "regel is", "regels zijn")
        found.append(f"{lines} niet in het Nederlands; die tellen niet mee.")
    n_repeated = sum(len(note.repeated_lines) for note in mined.notes)
    if n_repeated:
        lines = count(n_repeated, "regel staat", "regels staan")
        found.append(f"{lines} dubbel in de notities van een tafel; die tellen één keer.")
    if mined.skipped:
        files = count(len(mined.skipped), "bestand is", "bestanden zijn")
        found.append(f"{files} niet gelezen. Wat daarin staat, telt nergens mee.")
    if not evidence.sectors:
        found.append("In de notities staat geen sector; het rapport kan sectoren niet vergelijken.")
    if any(note.is_impression for note in mined.notes):
        found.append(
            "Een verslag van de hele avond telt niet als tafel: het vat samen wat aan meer tafels gezegd is."
        )
    found.append(
        "Notities zijn wat iemand opschreef. “Aan 3 tafels gevraagd” betekent dat het in de notities van "
        "drie tafels staat, niet hoeveel mensen het vroegen of vonden."
    )
    return found


def _limits_of_topics(mined: Mined, topics: Sequence[TopicView]) -> list[str]:
    found = [plain(mined.topics.warning)] if mined.topics.warning else []
    weak = [f"“{topic.label}”" for topic in topics if topic.stability < FAIR]
    if weak:
        found.append(
            f"{count(len(weak), 'onderwerp is', 'onderwerpen zijn')} zwak: {enumerate_words(weak)}. "
            "Met iets andere notities was de indeling daar anders uitgevallen."
        )
    n_local = sum(1 for topic in topics if topic.n_tables < 2)
    if n_local:
        found.append(f"{count(n_local, 'onderwerp komt', 'onderwerpen komen')} van één tafel.")
    n_none = sum(1 for label in mined.topics.labels if label < 0)
    n_loose = sum(
        1
        for label, strength in zip(mined.topics.labels, mined.topics.strengths, strict=True)
        if label >= 0 and strength < FAIR
    )
    if n_loose or n_none:
        found.append(
            f"Van de {count(len(mined.segments), 'regel', 'regels')} "
            f"{'past' if n_loose == 1 else 'passen'} er {n_loose} maar half bij hun onderwerp; "
            f"{n_none} {'heeft' if n_none == 1 else 'hebben'} er geen."
        )
    return found


def _limits_of_method(mined: Mined, evidence: Evidence) -> list[str]:
    keeps_names = json.loads(mined.provenance.config or "{}").get("privacy", {}).get("keep_names", False)
    look = "Kijk bij de bron" if evidence.shown.sources else "Vraag wie de notities heeft naar de bron"
    names = (
        "Namen zijn op verzoek blijven staan. Deel dit rapport alleen met wie ze mag lezen."
        if keeps_names
        else "Namen zijn automatisch vervangen (“Deelnemer 7”). Een enkele naam kan gemist zijn: "
        "lees het na voordat je het deelt."
    )
    return [
        "Onderwerpen, vragen en antwoorden zijn automatisch gevonden. “Open” betekent dat aan dezelfde tafel "
        f"geen antwoord is herkend; “misschien elders beantwoord” is een suggestie. {look} "
        "voordat je iets overneemt.",
        names,
    ]
