"""An invitation to the next event, for a calendar (RFC 5545)."""

from __future__ import annotations

from datetime import datetime, timedelta

from notemine.domain import Mined, make_id
from notemine.errors import WriteError
from notemine.report.agenda import Agenda, view_agenda
from notemine.report.evidence import Evidence
from notemine.report.next_event import NextEvent
from notemine.report.safe import plain
from notemine.report.views import view_questions

HOLDS = ("uitnodiging", "plan")
# Octets of a line, without its end (section 3.1).
MAX_OCTETS = 75
TITLE = "Gesprekstafels"


def render(mined: Mined, *, name: str) -> bytes:
    """Write the next event with its tables; the same bytes for the same plan.

    Raises:
        WriteError: the settings name no date.
    """
    evidence = Evidence(mined)
    agenda = view_agenda(mined, evidence, view_questions(mined, evidence))
    held = agenda.next_event
    if held.held_on is None:
        raise WriteError(
            f"{name}: een uitnodiging heeft een datum nodig; zet date = 2026-03-17 onder [plan] in "
            "notemine.toml, of geef --next-date 2026-03-17"
        )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//notemine//plan//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_uid(held)}",
        # Not the clock: the same plan is the same file.
        f"DTSTAMP:{held.held_on:%Y%m%d}T000000Z",
        *_when(held),
        f"SUMMARY:{_text(held.title or TITLE)}",
        *([f"LOCATION:{_text(held.place)}"] if held.place else []),
        f"DESCRIPTION:{_text(*_description(agenda))}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_fold(line) for line in lines)


def _uid(held: NextEvent) -> str:
    """The same for the same event, so that a calendar replaces what it knows of an earlier plan."""
    return f"{make_id('e', held.title, str(held.held_on), held.place)}@notemine"


def _when(held: NextEvent) -> list[str]:
    """The whole day, or times as a clock in the room shows them."""
    assert held.held_on is not None
    if not held.begins:
        after = held.held_on + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{held.held_on:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    begins = datetime.combine(held.held_on, held.begins)
    lines = [f"DTSTART:{begins:%Y%m%dT%H%M%S}"]
    if held.ends:
        ends = datetime.combine(held.held_on, held.ends)
        # Past midnight.
        ends += timedelta(days=1 if ends <= begins else 0)
        lines.append(f"DTEND:{ends:%Y%m%dT%H%M%S}")
    return lines


def _description(agenda: Agenda) -> list[str]:
    lines = ["Aan tafel:"]
    for one in agenda.rounds:
        lines += ["", f"Ronde {one.number}"] if agenda.has_rounds else [""]
        for item in one.items:
            # It goes to people who were not there.
            is_shown = item.opening and not (item.lead and item.lead.sensitive)
            opening = f": {item.opening}" if is_shown else ""
            lines.append(f"Tafel {item.table}, {item.title}{opening}")
    return lines


def _text(*lines: str) -> str:
    """Lines as one value of type TEXT (section 3.3.11)."""
    escaped = [plain(line).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines]
    return "\\n".join(escaped)


def _fold(line: str) -> bytes:
    """A content line of at most 75 octets, and what follows behind a space, with no character in two."""
    folded, room = [bytearray()], MAX_OCTETS
    for character in line:
        octets = character.encode()
        if len(octets) > room:
            folded.append(bytearray(b" "))
            room = MAX_OCTETS - 1
        folded[-1] += octets
        room -= len(octets)
    return b"\r\n".join(folded) + b"\r\n"
