"""What the plan says of its tables: sentences that an organiser reads."""

from __future__ import annotations

PINNED = "Vastgezet."
# Said of a topic that is not found back in refits.
WEAK = "Het onderwerp is zwak: met iets andere notities was het anders uitgevallen."
# By the trend of the question that leads.
TRENDS = {
    "": "",
    "new": "Nieuw op de laatste bijeenkomst.",
    "persistent": "Kwam op de laatste bijeenkomst terug.",
    "faded": "Op de laatste bijeenkomst niet meer gevraagd.",
}
# Why something is no table.
STRUCK = "Doorgestreept."
SERVED = "Geen plaats: de tafels die dit vroegen komen al aan bod."
FULL = "Geen plaats: de gekozen tafels voegen meer toe."
TOO_MANY = "Vastgezet, maar er is meer vastgezet dan er past."
SILENT = "Geen plaats: niemand stelde er een vraag over die nog open is."


def crowded(n_waiting: int) -> str:
    """What to do where more past tables wait for answers than there are seats.

    >>> crowded(12)
    'Hier wachten 12 tafels op, meer dan er plaatsen zijn: zet de tafel dubbel neer, of herhaal haar.'
    """
    wait = f"Hier wachten {n_waiting} tafels op, meer dan er plaatsen zijn"
    return f"{wait}: zet de tafel dubbel neer, of herhaal haar."


def about(title: str) -> str:
    """An opening where nobody asked anything, or it may not be shown.

    >>> about("Ouders")
    'Wat speelt er rond ‘Ouders’, en wat helpt?'
    """
    return f"Wat speelt er rond ‘{title}’, en wat helpt?"


def double(title: str) -> str:
    """Why something is no table beside one of nearly the same title; without a title if that is not shown.

    >>> double("Ouders"), double("")
    ('Dubbel met “Ouders”.', 'Dubbel met een andere tafel.')
    """
    return f"Dubbel met “{title}”." if title else "Dubbel met een andere tafel."
