"""Names of columns and of front-matter keys, Dutch and English, lower case with single spaces."""

from __future__ import annotations

import re

_NAMES = {
    "text": (
        "tekst, text, notitie, notities, note, notes, opmerking, opmerkingen, bijdrage, inhoud, idee, "
        "uitspraak, besproken, post it, postit, reactie, reacties, antwoord, antwoorden, response, "
        "responses, comment, comments, content, vraag, vragen, question, questions, inbreng"
    ),
    "table": (
        "tafel, tafelnr, tafelnummer, tafel nr, tafel nummer, tafel no, nummer tafel, "
        "gesprekstafel, table, table number"
    ),
    "sector": (
        "sector, sectoren, sektor, groep, doelgroep, niveau, schoolsoort, schooltype, onderwijssector, "
        "onderwijstype, soort onderwijs"
    ),
    "theme": (
        "thema, tema, thematafel, thema tafel, gespreksonderwerp, gesprek over, waarover, hoofdvraag, "
        "onderwerp, titel, betreft, "
        "theme, topic, title"
    ),
    "role": "rol, functie, role",
    "date": (
        "datum, dag, wanneer, datum gesprek, datum bijeenkomst, vergaderdatum, vergaderdatum en tijd, date"
    ),
    "school": "school, schoolnaam, naam school, instelling, organisatie",
    "event": "bijeenkomst, evenement, gelegenheid, event",
    "place": "plaats, locatie, waar, vergaderplaats, place, location",
    "speaker": (
        "wie, naam, auteur, spreker, deelnemer, inbrenger, schrijver, geschreven door, author, name, speaker"
    ),
}
FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split(", ")}

LEFT_OUT = frozenset(
    (
        "kleur, color, colour, type, soort, categorie, category, kolom, column, id, nr, nummer, no, tijd, "
        "tijdstip, time, timestamp, status, stemmen, votes, likes, x, y, email, e mail, mail, "
        "versie, bron, voter, session, sessie"
    ).split(", ")
)
"""Columns about a row that are no part of what was said."""


def plain_name(name: str) -> str:
    """The name of a column as the tables above write it."""
    return " ".join(re.sub(r"[\W_]+", " ", name.replace("\ufeff", "")).lower().split())
