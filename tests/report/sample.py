"""A believable result of two evenings, made by hand, so that the report can be looked at by itself.

Each line of an evening is a segment; what follows ``##`` is what the rooms before the report would have
found: a topic, ``q:`` a question of a group, ``a:`` its answer at the same table, ``e:`` one elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from notemine.config import PlanSettings
from notemine.domain import (
    Doubt,
    Event,
    Mined,
    Note,
    Provenance,
    Question,
    QuestionTrend,
    RecurringQuestion,
    Segment,
    Skipped,
    Term,
    Topic,
    TopicMap,
    make_id,
)
from notemine.plan import make_plan
from tests.builders import note, question, segment

ZWOLLE = Event(id="2022-10-11-zwolle", title="Zwolle", held_on=date(2022, 10, 11), place="Zwolle")
BREDA = Event(id="2023-05-23-breda", title="Breda", held_on=date(2023, 5, 23), place="Breda")

TOPICS = {
    "ouders": ("Ouders betrekken", "ouder, ouderavond, keuzegesprek, thuis, uitnodiging", 0.86),
    "mentor": ("Mentor en mentorlessen", "mentor, mentoruur, les, gesprek, scholing", 0.78),
    "stage": ("Stageplekken vinden", "stage, bedrijf, plek, stagebureau, reistijd", 0.71),
    "profiel": ("Profielkeuze in leerjaar 3", "profiel, keuze, vak, decaan, leerjaar", 0.64),
    "tijd": ("Tijd en geld voor LOB", "uur, rooster, taakbeleid, budget, directie", 0.55),
    "dossier": ("Loopbaandossier", "dossier, portfolio, opdracht, bewijs, reflectie", 0.38),
}

GROUPS = {
    "mee": "Hoe krijg je ouders mee in de keuze van hun kind?",
    "uren": "Hoeveel uur krijgt een mentor voor LOB?",
    "bus": "Wie betaalt de bus naar de open dagen?",
    "plek": "Waar vinden we genoeg stageplekken voor leerlingen zonder netwerk?",
    "vroeg": "Is veertien niet te jong voor een profielkeuze?",
    "map": "Wat gebeurt er na het vmbo met het loopbaandossier?",
    "scholing": "Welke scholing helpt mentoren met een goed loopbaangesprek?",
    "directie": "Hoe krijgen we de directie achter LOB?",
    "taal": "Hoe bereik je ouders die geen Nederlands lezen?",
    "avg": "Mag je een dossier zomaar doorgeven aan het mbo?",
    "kaartje": "Welke vraag neem je mee naar huis?",
}
PROMPTS = {"kaartje"}

EVENINGS = (
    (
        ZWOLLE,
        "1",
        "vmbo",
        "zwolle/tafel1.txt",
        """
Ouders komen wel naar de rapportavond, niet naar de voorlichting. ## ouders
Hoe krijg je ouders mee in de keuze van hun kind? ## ouders q:mee
Wie thuis niet over werk praat, kiest wat een vriend kiest. ## ouders
De bus naar de open dagen kostte 600 euro, wie betaalt dat eigenlijk ## tijd q:bus
Mentor heeft het druk genoeg. ## mentor
Hoeveel uur staat er voor LOB bij een mentor? ## mentor q:uren
Bij ons 20 uur op papier, in het echt minder. ## mentor a:uren
Welke vraag neem je mee naar huis? ## - q:kaartje
""",
    ),
    (
        ZWOLLE,
        "2",
        "havo/vwo",
        "zwolle/tafel-2-profielkeuze.md",
        """
Leerlingen kiezen het profiel met de minste wiskunde. ## profiel
is 14 niet veel te jong om een profiel te kiezen? ## profiel q:vroeg
Decaan spreekt iedereen een keer, tien minuten. ## profiel
De brede brugklas helpt niet, de keuze komt toch in leerjaar 3. ## profiel
Vakken proeven werkt: twee weken meedoen bij natuurkunde. ## profiel
Ouders denken in diploma's, niet in beroepen. ## ouders
Een ouder die zelf vertelt over zijn werk, dat bleef hangen. ## ouders e:mee
Welke vraag neem je mee naar huis? ## - q:kaartje
""",
    ),
    (
        ZWOLLE,
        "3",
        "mbo",
        "zwolle/tafel3.docx",
        """
Studenten vinden geen stage in de buurt. ## stage
Waar vinden we genoeg plekken voor leerlingen zonder netwerk? ## stage q:plek
Reistijd van anderhalf uur is voor een eerstejaars niet te doen. ## stage
Het stagebureau belt, de docent kent het bedrijf. ## stage
We krijgen nooit een dossier van het vmbo te zien. ## dossier
Wat gebeurt er na het vmbo met dat loopbaandossier? ## dossier q:map
mag je zo'n dossier zomaar doorgeven aan het mbo? ## dossier q:avg
Alleen met toestemming van de student, zegt de jurist. ## dossier a:avg
Welke vraag neem je mee naar huis? ## - q:kaartje
""",
    ),
    (
        ZWOLLE,
        "4",
        "vmbo",
        "zwolle/tafel4_ouders.txt",
        """
Uitnodiging in vier talen, er kwamen twee ouders meer. ## ouders
Hoe bereik je ouders die geen Nederlands lezen? ## ouders q:taal
Wij vroegen ons af hoe je ouders bij de keuze betrekt. ## ouders q:mee
Bel ze: een telefoontje van de mentor doet meer dan drie brieven. ## ouders e:taal
Keuzegesprek met ouder erbij, een half uur, leerling leidt het gesprek. ## ouders
Kinderen tolken voor hun ouders, dat wil je niet. ## ouders
Welke vraag neem je mee naar huis? ## - q:kaartje
""",
    ),
    (
        ZWOLLE,
        "5",
        "havo/vwo",
        "zwolle/05-tijd-en-geld.md",
        """
LOB staat in het plan, niet in het rooster. ## tijd
Hoe krijgen we de directie achter LOB? ## tijd q:directie
Taakbeleid: 40 uur voor de decaan, voor 300 leerlingen. ## tijd
Hoeveel uur krijgt een mentor voor LOB ## mentor q:uren
Eerst een dag zonder lessen, dan pas een plan. ## tijd
Budget gaat op aan software die niemand opent. ## tijd
Wie betaalt de bus? ## tijd q:bus
Bij ons betaalt de ouderraad, ieder jaar een vast bedrag. ## tijd a:bus
""",
    ),
    (
        BREDA,
        "1",
        "vmbo",
        "breda/tafel1.txt",
        """
Ouderavond om 19 uur is voor wie ploegendienst draait onmogelijk. ## ouders
Hoe krijg je de ouders mee bij het kiezen? ## ouders q:mee
Ouders op het werkbezoek: vijf gingen mee, vijf vertelden het door. ## ouders e:mee
Stage in leerjaar 3 is twee dagen, te kort om iets te zien. ## stage
Hoe vind je stageplekken voor kinderen zonder netwerk? ## stage q:plek
De voetbalclub heeft meer sponsors dan wij bedrijven kennen. ## stage e:plek
""",
    ),
    (
        BREDA,
        "2",
        "mbo",
        "breda/tafel 2 - mbo.txt",
        """
Eerstejaars weet na zes weken dat dit het niet is. ## profiel
Portfolio is een lijst die je aftikt voor je diploma. ## dossier
Wat doet het mbo met het dossier van het vmbo? ## dossier q:map
Reflectie op papier levert verhaaltjes op, een gesprek niet. ## dossier
Bedrijven willen wel een gastles, geen stagiair van 16. ## stage
Bereiken we ouders die geen Nederlands lezen wel via de app? ## ouders q:taal
""",
    ),
    (
        BREDA,
        "3",
        "havo/vwo",
        "breda/tafel3.md",
        """
Mentoruur gaat op aan absentie en ruzie in de groepsapp. ## mentor
Welke scholing helpt mentoren met een goed loopbaangesprek? ## mentor q:scholing
Een mentor stelt vragen, een decaan weet antwoorden. ## mentor
Intervisie, vier keer per jaar, zes mentoren, één casus. ## mentor e:scholing
Het is raar dat je op je veertiende al moet kiezen, is dat niet te vroeg? ## profiel q:vroeg
Meeloopdag op het hbo in havo 3, de helft stelde het profiel bij. ## profiel
""",
    ),
    (
        BREDA,
        "",
        "mbo",
        "breda/t7.vtt",
        """
Ja, loopt de opname? ## -
Wij hebben geen mentor maar een slb'er, die heeft vijftig studenten. ## mentor
En hoeveel uur krijgt die slb'er dan voor loopbaan? ## mentor q:uren
Welke cursus helpt slb'ers met een goed gesprek? ## mentor q:scholing
Hoe krijg je een directie zo ver dat er uren komen? ## tijd q:directie
Twintig uur per jaar, en dat is met de administratie mee. ## mentor
""",
    ),
)
IMPRESSION = "Het was vol in de aula. Aan iedere tafel ging het over ouders en over tijd."


@dataclass(slots=True)
class _Found:
    """What the marks of the sample say, as it is read."""

    notes: list[Note] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    topic_of: dict[str, str] = field(default_factory=dict)
    asked: dict[str, list[Question]] = field(default_factory=dict)
    answers: dict[str, list[str]] = field(default_factory=dict)
    elsewhere: dict[str, list[str]] = field(default_factory=dict)


def two_evenings(*extra: tuple[Event, str, str, str, str]) -> Mined:
    """Nine tables, six topics, eleven questions; ``extra`` tables are written in the same way."""
    found = _Found()
    for held, table, sector, source, marked in (*EVENINGS, *extra):
        _read_table(found, marked.strip().split("\n"), event=held, table=table, sector=sector, source=source)
    impression = note(
        IMPRESSION, event=BREDA, table="", sector="", source="breda/impressie.md", is_impression=True
    )
    found.notes.append(impression)
    found.segments.append(segment("Aan iedere tafel ging het over ouders en over tijd.", of=impression))
    topics = _topics(found)
    questions = _questions(found, topics)
    plan = make_plan(
        topics, questions, notes=found.notes, segments=found.segments, settings=PlanSettings(tables=5)
    )
    return Mined(
        notes=tuple(found.notes),
        segments=tuple(found.segments),
        topics=topics,
        questions=questions,
        plan=plan,
        provenance=Provenance(
            notemine="0.1.0",
            pipeline="nl_notemine 1.0",
            embedder="dutch 1.1.0",
            clusterer="louvain",
            seed=0,
            config="{}",
        ),
        skipped=(Skipped(source="breda/foto-flap.png", reason="een afbeelding kan notemine niet lezen"),),
        review=_doubts(found),
    )


def _read_table(found: _Found, marked: list[str], **fields: object) -> None:
    texts, marks = zip(*(line.rsplit(" ## ", 1) for line in marked), strict=True)
    made = note("\n".join(texts), sha256=make_id("x", *texts), **fields)
    found.notes.append(made)
    start = 0
    for text, mark in zip(texts, marks, strict=True):
        line = Segment(
            id=make_id("s", made.id, str(start)),
            note_id=made.id,
            start=start,
            end=start + len(text),
            text=text,
            line=made.line_at(start),
        )
        start += len(text) + 1
        found.segments.append(line)
        topic, *others = mark.split()
        found.topic_of[line.id] = topic
        for other in others:
            _mark(found, line, other)


def _mark(found: _Found, line: Segment, mark: str) -> None:
    role, _, group = mark.partition(":")
    if role == "q":
        found.asked.setdefault(group, []).append(question(line.text, of=line))
    else:
        (found.answers if role == "a" else found.elsewhere).setdefault(group, []).append(line.id)


def _topics(found: _Found) -> TopicMap:
    topics = []
    for key, (label, terms, stability) in TOPICS.items():
        members = tuple(s.id for s in found.segments if found.topic_of.get(s.id) == key)
        weighted = tuple(Term(text=t, weight=1 / i) for i, t in enumerate(terms.split(", "), start=1))
        topics.append(
            Topic(
                id=make_id("t", label),
                label=label,
                terms=weighted,
                segment_ids=members,
                strength=0.9 - 0.05 * len(topics),
                stability=stability,
                quotes=members[:3],
            )
        )
    topics.sort(key=lambda topic: (-len(topic.segment_ids), topic.label))
    place = {topic.label: i for i, topic in enumerate(topics)}
    label_of = {key: place[label] for key, (label, _, _) in TOPICS.items()}
    labels = [label_of.get(found.topic_of.get(s.id, "-"), -1) for s in found.segments]
    return TopicMap(
        topics=tuple(topics),
        labels=labels,
        strengths=[0.0 if label < 0 else (0.3 if i % 9 == 4 else 0.8) for i, label in enumerate(labels)],
    )


def _trend(events: set[str]) -> QuestionTrend:
    if BREDA.id not in events:
        return "faded"
    return "persistent" if ZWOLLE.id in events else "new"


def _doubts(found: _Found) -> tuple[Doubt, ...]:
    """A pair that was joined, one that was not, and a question of which it is not sure."""
    joined, apart, single = (
        found.asked["bus"][:2],
        [found.asked["map"][0], found.asked["avg"][0]],
        found.asked["vroeg"],
    )
    return (
        Doubt(id="d-joined", kind="joined", questions=tuple(joined), probability=0.6),
        Doubt(id="d-apart", kind="apart", questions=tuple(apart), probability=0.5),
        Doubt(id="d-single", kind="question", questions=(single[0],), probability=0.7),
    )


def _questions(found: _Found, topics: TopicMap) -> list[RecurringQuestion]:
    note_of = {n.id: n for n in found.notes}
    segment_of = {s.id: s for s in found.segments}
    topic_of = {segment_id: topic.id for topic in topics for segment_id in topic.segment_ids}
    groups = []
    for key, asked in found.asked.items():
        notes = [note_of[segment_of[q.segment_id].note_id] for q in asked]
        groups.append(
            RecurringQuestion(
                id=make_id("q", key),
                wording=GROUPS.get(key, asked[0].wording),
                asked=tuple(asked),
                tables=tuple(sorted({n.table_id for n in notes})),
                sectors=tuple(sorted({n.sector for n in notes} - {""})),
                events=tuple(sorted({n.event.id for n in notes})),
                first_asked=min(n.event.held_on for n in notes if n.event.held_on),
                last_asked=max(n.event.held_on for n in notes if n.event.held_on),
                trend=_trend({n.event.id for n in notes}),
                status="answered" if key in found.answers else "open",
                answers=tuple(found.answers.get(key, ())),
                elsewhere=tuple(found.elsewhere.get(key, ())),
                is_prompt=key in PROMPTS,
                topic_id=topic_of.get(asked[0].segment_id, ""),
            )
        )
    return sorted(groups, key=lambda q: (-len(q.tables), q.wording))
