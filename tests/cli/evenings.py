"""An evening with names in it: in the text, as author and as speaker; a school, a town, lines set aside."""

from __future__ import annotations

from pathlib import Path

NAMES = ("Gerda", "Horst", "Kees", "Kok", "Wietske", "Postma")
TEXTS = {
    "tafel1.txt": (
        "Tafel 1 - ouders (vmbo)\nNotulist: Wietske Postma\n\n- Gerda ter Horst vraagt: wie betaalt de bus?\n"
        "- Volgens Gerda komen ouders niet.\n- I think that we should ask the parents about this\n"
    ),
    "tafel2.txt": (
        "Tafel 2 - stage (mbo)\nLinde College, Breda\n\n"
        "- Kees Kok zei: de stage duurt te kort voor iedereen.\n"
        "- de stage duurt te kort voor iedereen\n- De stage duurt te kort voor iedereen!\n"
    ),
    "opname.vtt": (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n"
        "<v Quxantha Li>Tafel drie, mbo. Wie belt de bedrijven?</v>\n"
    ),
}


def write_evening(above: Path) -> Path:
    """Write its notes into a folder of their own."""
    folder = above / "2025-03-18-deventer"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
