"""Eight notes of two evenings; who is meant in one of them is known only from another."""

from __future__ import annotations

import re
from pathlib import Path

ZWOLLE, BREDA = "2024-01-16-zwolle", "2025-03-18-breda"
NOTES = {
    f"{ZWOLLE}/tafel1.txt": (
        "Tafel 1 - vmbo\n- Hoe krijg je ouders naar de ouderavond?\n"
        "- Linde zei dat de stage te kort duurt.\n"
        "- Er is een gebrek aan stageplekken in de techniek.\n- Wie betaalt de bus naar het bedrijf?\n"
    ),
    f"{ZWOLLE}/tafel2.txt": (
        "Tafel 2 - mbo\n- Leerlingen weten niet wat ze willen.\n- Wie betaalt de bus naar de bedrijven?\n"
        "- De decaan heeft weinig tijd voor gesprekken.\n- Vraag het aan Hendriks van de gemeente.\n"
    ),
    f"{ZWOLLE}/tafel3.txt": (
        "Tafel 3 - havo/vwo\nAanwezig: Linde Hendriks, Karim El Amrani\n"
        "- Keuzestress is groot in de bovenbouw.\n- Hoe krijg je ouders op school?\n"
        "- Karim wil bedrijfsbezoeken voor alle klassen.\n"
    ),
    f"{ZWOLLE}/tafel4.txt": (
        "Tafel 4 - vmbo\n- De stage duurt te kort.\n- Bedrijven willen leerlingen wel ontvangen.\n"
        "- Ouders helpen met kiezen, maar weten weinig van opleidingen.\n"
    ),
    f"{BREDA}/tafel1.txt": (
        "Tafel 1 - mbo\n- Karim belt de bedrijven in de regio.\n- Hoe krijg je ouders op school?\n"
        "- De open dag is te druk om iets te vragen.\n"
    ),
    f"{BREDA}/tafel2.txt": (
        "Tafel 2 - vmbo\n- Wie betaalt het vervoer naar de bedrijven?\n"
        "- Leerlingen kiezen wat hun vrienden kiezen.\n- Een stage van twee weken is te kort.\n"
    ),
    f"{BREDA}/tafel3.txt": (
        "Tafel 3 - havo/vwo\n- Ouderavonden trekken weinig ouders.\n"
        "- Keuzestress begint al in klas 3.\n- Kan de decaan meer uren krijgen?\n"
    ),
    f"{BREDA}/tafel4.txt": (
        "Tafel 4 - mbo\nAanwezig: Karim Haddad en Sofie Wouters\n- Sofie kent veel ondernemers.\n"
        "- Stageplekken in de zorg zijn schaars.\n- Wie helpt leerlingen zonder netwerk?\n"
    ),
}
NAMES = ("Linde", "Hendriks", "Karim", "Amrani", "Haddad", "Sofie", "Wouters")


def write_notes(folder: Path) -> Path:
    """Write them into a folder."""
    for name, text in NOTES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def masked(text: str) -> str:
    """Text with the numbers of pseudonyms left out."""
    return re.sub(r"Deelnemer \d+", "Deelnemer", text)
