"""Lines about three things, and vectors that tell them apart."""

from __future__ import annotations

from itertools import islice, product

import numpy as np

from notemine.domain import Note, Segment
from notemine.vectors import Matrix, unit_rows
from tests.builders import note, segment

SUBJECTS = {
    "ouders": ("ouderavond", ["De ouderavond", "Een ouder", "Moeder", "Vader", "Het oudergesprek"]),
    "stage": ("stage", ["De stage", "Het stagebedrijf", "Een stageplek", "De praktijkopleider", "Werk"]),
    "rooster": ("rooster", ["Het rooster", "Een lesuur", "De roostermaker", "Het tussenuur", "De bel"]),
}
ENDINGS = [
    "kost veel tijd", "komt te laat", "is niet geregeld", "werkt goed bij ons", "moet vaker besproken",
    "is elk jaar anders", "staat op de agenda", "wordt vergeten", "begint te vroeg", "roept vragen op",
    "is nu beter dan eerst", "hoort bij de mentor", "ligt bij de decaan", "vraagt om overleg",
]  # fmt: skip


def loose_lines(n_lines: int) -> tuple[list[Segment], list[str]]:
    """Lines that stand on their own, the themes in turn, and the theme of each."""
    lines = [
        (f"{SUBJECTS[theme][1][i]} {ending}", theme)
        for (i, ending), theme in product(product(range(5), ENDINGS), SUBJECTS)
    ]
    chosen = list(islice(lines, n_lines))
    return [line(text, theme) for text, theme in chosen], [theme for _, theme in chosen]


def line(text: str, theme: str, of: Note | None = None) -> Segment:
    """A line with the term of its theme."""
    return segment(text, of, terms=(SUBJECTS[theme][0],))


def tables(*themes: list[str]) -> tuple[list[Note], list[Segment], list[str]]:
    """A note for each list of themes: three lines about each, in that order."""
    notes, segments, themes_of = [], [], []
    for number, of_table in enumerate(themes):
        rows = [
            (f"{SUBJECTS[theme][1][i]} {ENDINGS[(4 * number + place + i) % len(ENDINGS)]}", theme)
            for place, theme in enumerate(of_table)
            for i in range(3)
        ]
        of = note("\n".join(text for text, _ in rows), table=str(number), source=f"tafel{number}.txt")
        notes.append(of)
        segments += [line(text, theme, of) for text, theme in rows]
        themes_of += [theme for _, theme in rows]
    return notes, segments, themes_of


def vectors_of(segments: list[Segment], *, noise: float = 0.3) -> Matrix:
    """Unit rows that point where the theme of a text points, more or less; the same for the same text."""
    axes = {theme: axis for axis, (theme, _) in enumerate(SUBJECTS.values())}
    rows = []
    for of in segments:
        row = noise * np.random.default_rng(list(of.text.encode())).standard_normal(12)
        row[axes[of.terms[0]]] += 2
        rows.append(row)
    return unit_rows(np.array(rows, dtype=np.float32).reshape(-1, 12))
