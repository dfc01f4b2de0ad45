"""How well names and identifiers are found in invented notes with marks. Run by hand.

Usage: python tests/benchmarks/names_in_notes.py [dev|test|fresh] [-v]

``marked_notes/`` holds notes written for this project, hard on purpose: names that are words, words that are
names, notes without capitals, schools and firms named after people. Marks: ``⟦Samira⟧`` a name, ``⟦e:...⟧``
e-mail, ``t`` telephone, ``p`` address, ``b`` BSN, ``s`` student number. The rules were made while looking at
``dev``; before anyone looked at them, ``test`` had precision .900 and recall .903, ``fresh`` .933 and .964.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from notemine.domain import Edit, Event, Note
from notemine.dutch.pipeline import load_nlp
from notemine.normalise import pseudonymise

FOLDER = Path(__file__).parent / "marked_notes"
MARK = re.compile(r"⟦(?:(?P<kind>[etpbs]):)?(?P<text>[^⟧]*)⟧")
NAME = "name"

Span = tuple[int, int, str]


def unmarked(text: str) -> tuple[str, list[Span]]:
    """The text of a note without marks, and where they stood."""
    spans: list[Span] = []
    parts, length, edge = [], 0, 0
    for match in MARK.finditer(text):
        before = text[edge : match.start()]
        start = length + len(before)
        spans.append((start, start + len(match["text"]), match["kind"] or NAME))
        parts += [before, match["text"]]
        length, edge = start + len(match["text"]), match.end()
    return "".join(parts) + text[edge:], spans


def words(text: str, start: int, end: int) -> set[int]:
    """Offsets of the words in a stretch."""
    return {start + match.start() for match in re.finditer(r"\w+", text[start:end])}


def show(kind: str, name: str, text: str, offsets: set[int]) -> None:
    """Print what went wrong, with its line."""
    for offset in sorted(offsets):
        first = text.rfind("\n", 0, offset) + 1
        word = re.match(r"\w+", text[offset:])
        print(kind, name, word[0] if word else "", "|", text[first:].partition("\n")[0][:120])


def found_in(text: str, note: Note) -> tuple[set[int], set[int]]:
    """Words that were replaced by a pseudonym, and by anything."""
    by: dict[bool, set[int]] = {True: set(), False: set()}
    edit: Edit
    for edit in note.edits:
        is_person = note.text[edit.start : edit.end].startswith("Deelnemer")
        by[is_person] |= words(text, edit.source_start, edit.source_end)
    return by[True], by[True] | by[False]


def main() -> None:
    """Score the notes of one part, or all."""
    part = next((a for a in sys.argv[1:] if not a.startswith("-")), "")
    read = {p.name: unmarked(p.read_text(encoding="utf-8")) for p in sorted(FOLDER.glob(f"{part}*"))}
    notes = [
        Note(id=name, event=Event(id=name, title="Avond"), source=name, text=text)
        for name, (text, _) in read.items()
    ]
    hits = misses = false = 0
    whole, total = Counter[str](), Counter[str]()
    for note in pseudonymise(notes, nlp=load_nlp()).notes:
        text, spans = read[note.id]
        people, replaced = found_in(text, note)
        wanted = {word for start, end, kind in spans if kind == NAME for word in words(text, start, end)}
        marked = {word for start, end, _ in spans for word in words(text, start, end)}
        for start, end, kind in spans:
            total[kind] += 1
            whole[kind] += words(text, start, end) <= replaced
        hits, misses, false = (
            hits + len(wanted & people),
            misses + len(wanted - replaced),
            false + len(people - marked),
        )
        if "-v" in sys.argv:
            show("missed", note.id, text, wanted - replaced)
            show("false", note.id, text, people - marked)
    print(f"precision {hits / (hits + false):.3f}, recall {hits / (hits + misses):.3f} over words of names")
    print(", ".join(f"{kind}: {whole[kind]} of {total[kind]}" for kind in sorted(total)))


if __name__ == "__main__":
    main()
