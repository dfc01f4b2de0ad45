"""A third evening beside the two of the sample, with everything that compares them: shares, trends, a map."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import numpy as np

from notemine.domain import Event, Facet, Mined, QuestionTrend, TopicMap, TopicTrend
from notemine.topics.prevalence import find_prevalence
from tests.report.sample import BREDA, ZWOLLE, two_evenings

EDE = Event(id="2024-01-30-ede", title="Ede", held_on=date(2024, 1, 30), place="Ede")
TRENDS: dict[str, TopicTrend] = {
    "Ouders betrekken": "growing",
    "Loopbaandossier": "faded",
    "Mentor en mentorlessen": "shrinking",
}
TABLES = (
    (
        EDE,
        "1",
        "vmbo",
        "ede/tafel1.txt",
        """
Drie ouders vertelden over hun werk, de klas stelde vragen. ## ouders
Hoe krijg je ouders mee in de keuze van hun kind? ## ouders q:mee
Wat doe je als ouders het niet eens worden? ## ouders q:oneens
Een ouder is geen decaan, wel een voorbeeld. ## ouders
""",
    ),
    (
        EDE,
        "2",
        "mbo",
        "ede/tafel2.txt",
        """
Wat doe je als de ouders het oneens zijn? ## ouders q:oneens
Stage dichtbij huis gaat voor alles. ## stage
Waar vinden we plekken voor wie geen netwerk heeft? ## stage q:plek
Eén crème-café wilde wel een leerling in de keuken. ## stage
""",
    ),
    (
        EDE,
        "3",
        "havo/vwo",
        "ede/tafel3.txt",
        """
Ouders willen de zekerheid van een diploma. ## ouders
Is kiezen op je veertiende niet te vroeg? ## profiel q:vroeg
Uitstel van de keuze kost een jaar, zegt de rector. ## profiel
""",
    ),
)


def three_evenings(*extra: tuple[Event, str, str, str, str]) -> Mined:
    """Twelve tables over three evenings; ``extra`` tables are written as in the sample."""
    mined = two_evenings(*TABLES, *extra)
    topics = _with_trends(mined.topics)
    compared = tuple(
        found
        for facet in get_args(Facet)
        for found in find_prevalence(topics, mined.segments, mined.notes, facet=facet)
    )
    questions = [replace(q, trend=_trend(set(q.events))) for q in mined.questions]
    return replace(mined, topics=topics, questions=questions, prevalence=compared)


def _trend(events: set[str]) -> QuestionTrend:
    if EDE.id not in events:
        return "faded"
    return "persistent" if events & {ZWOLLE.id, BREDA.id} else "new"


def _with_trends(topics: TopicMap) -> TopicMap:
    shares = np.zeros((len(topics.labels), len(topics)), dtype=np.float32)
    for row, label in enumerate(topics.labels):
        if label >= 0:
            shares[row] = 0.1 / (len(topics) - 1)
            shares[row, label] = 0.9
    named = tuple(replace(t, trend=TRENDS.get(t.label, "persistent")) for t in topics)
    return replace(topics, topics=named, shares=shares)
