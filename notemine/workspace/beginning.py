"""What a new workspace begins with: explained settings, room for notes, what git must leave alone."""

from __future__ import annotations

from pathlib import Path

from notemine.dutch.causes import cannot_write

SETTINGS = """\
# Instellingen van notemine. Wat met # begint telt niet: haal het weg om een instelling te gebruiken.
# Elke regel toont wat er zonder instelling gebeurt, tenzij er 'bijvoorbeeld' bij staat.

# Waarmee regels vergeleken worden. "auto" kiest zelf; "dutch_fast" is sneller en grover.
# embedder = "auto"

# Woorden die nooit een onderwerp benoemen (bijvoorbeeld).
# stop_words = ["gesprekstafel", "flap"]

[topics]
# Hoeveel onderwerpen; zonder dit kiest notemine zelf (bijvoorbeeld).
# n_topics = 8
# Fijnheid: 0.6 is grof, 1.5 gewoon, 3 fijn.
# grain = 1.5
# Thema's waar de onderwerpen naar mogen staan (bijvoorbeeld).
# guides = ["Stage en bedrijven", "Ouders"]

[questions]
# Wat de gespreksleider overal vraagt; het telt niet als vraag van een tafel (bijvoorbeeld).
# prompts = ["Wat neem je mee van vanavond?"]

[plan]
# Wat de volgende bijeenkomst aankan: tafels in de zaal, ronden waarin mensen wisselen, plaatsen per tafel.
# tables = 8
# rounds = 1
# seats = 8
# Vervolgvragen per tafel, hoogstens.
# follow_ups = 4
# Naam, dag, tijd en plaats; met een dag kan 'notemine plan --output uitnodiging.ics' (bijvoorbeeld).
# title = "LOB-avond Breda"
# date = 2026-03-17
# begins = 19:00:00
# ends = 21:30:00
# place = "Breda"

[plan.weights]
# Wat telt bij het kiezen van tafels. Een tafel van de vorige keer die een antwoord krijgt telt 1, voor haar
# tweede vraag 1/2, voor haar derde 1/3.
# tables = 1.0
# Elke volgende tafel die hetzelfde vroeg.
# recurrence = 0.25
# Elke tafel die een sector nog te kort komt.
# sectors = 1.0
# De vraag kwam op meer bijeenkomsten, of op de laatste, of een andere tafel heeft er een antwoord op.
# events = 0.5
# trend = 0.5
# helpers = 0.25

[privacy]
# Namen van mensen worden vervangen door Deelnemer 1, 2, ...; deze mogen blijven staan (bijvoorbeeld).
# public_names = ["Johan Cruijff"]
# Vervang ook scholen en plaatsen door School 1 en Plaats 1.
# hide_schools = false
# hide_places = false
# Voor een rapport dat naar buiten gaat: geen citaten, en kleine aantallen verborgen (3 toont 1 en 2 als <3).
# quotes = true
# min_cell = 1

# Wat je beter weet dan het bestand (bijvoorbeeld).
# [ingest.notes."tafel3.docx"]
# table = "3"
# sector = "mbo"
"""
IGNORED = """\
# De sleutel zegt wie er achter elk pseudoniem zit: deel hem met niemand.
*.key.json
# Notities van mensen, en wat eruit te maken is.
notities/
uitkomst/*
# Wat een mens besliste blijft bewaard.
!uitkomst/decisions.toml
notemine.db*
"""
NOTES = "notities"
FILES = {"notemine.toml": SETTINGS, ".gitignore": IGNORED}


def begin(folder: Path) -> list[Path]:
    """Make a workspace ready for notes; what is there stays as it is.

    Returns:
        What was made.

    Raises:
        WriteError: it cannot be written.
    """
    made = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / NOTES).exists():
            (folder / NOTES).mkdir()
            made.append(folder / NOTES)
        for name, content in FILES.items():
            try:
                with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
                    file.write(content)
            except FileExistsError:
                continue
            made.append(folder / name)
    except OSError as error:
        raise cannot_write(folder, error) from error
    return made
