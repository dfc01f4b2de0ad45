from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notemine.dutch.sentences import clean, split_units


def texts(text: str, **options: object) -> list[str]:
    return [clean(text[u.start : u.end]) for u in split_units(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Mooi. Wie doet mee?", ["Mooi.", "Wie doet mee?"], id="two sentences"),
        pytest.param(
            "dat is een moetje. hoe kan het anders",
            ["dat is een moetje.", "hoe kan het anders"],
            id="no capitals",
        ),
        pytest.param(
            "Zie o.a. de gids en mw. De Vries.", ["Zie o.a. de gids en mw. De Vries."], id="abbreviations"
        ),
        pytest.param(
            "Brood, kaas, enz. Daarna ging men.",
            ["Brood, kaas, enz.", "Daarna ging men."],
            id="enz. may be last",
        ),
        pytest.param(
            "Wij vroegen J. Jansen en P.C. Hooft.", ["Wij vroegen J. Jansen en P.C. Hooft."], id="initials"
        ),
        pytest.param(
            "Hij kiest wiskunde B. Zij niet.",
            ["Hij kiest wiskunde B.", "Zij niet."],
            id="a letter that is no initial",
        ),
        pytest.param(
            "Om 19.30 uur op 3.5.2024, 2.500 lln.", ["Om 19.30 uur op 3.5.2024, 2.500 lln."], id="numbers"
        ),
        pytest.param("Zie nr. 4 en blz. 12.", ["Zie nr. 4 en blz. 12."], id="abbreviation before a number"),
        pytest.param(
            "Dat was in 2022. Daarna niet.", ["Dat was in 2022.", "Daarna niet."], id="a year ends a sentence"
        ),
        pytest.param("Tja... dat weet niemand.", ["Tja... dat weet niemand."], id="ellipsis in a sentence"),
        pytest.param("Tja… Wie weet het?", ["Tja…", "Wie weet het?"], id="ellipsis at the end"),
        pytest.param('"Wat wil je?" vroeg hij.', ['"Wat wil je?" vroeg hij.'], id="reported question"),
        pytest.param("Hoe dan? vroeg zij. Zo.", ["Hoe dan? vroeg zij.", "Zo."], id="reported without quotes"),
        pytest.param(
            "Hij zei: 'Ja. Nee. Wie?' Stil.",
            ["Hij zei: 'Ja.", "Nee.", "Wie?'", "Stil."],
            id="quote of sentences",
        ),
        pytest.param("Visie!! staat op papier.", ["Visie!! staat op papier."], id="a cry inside a sentence"),
        pytest.param(
            "welk systeem? word, niks",
            ["welk systeem?", "word, niks"],
            id="question mark before small letters",
        ),
        pytest.param("Ouders (wie?) komen niet.", ["Ouders (wie?) komen niet."], id="question in brackets"),
        pytest.param(
            "meer tijd; minder regels; een plek",
            ["meer tijd", "minder regels", "een plek"],
            id="semicolon list",
        ),
        pytest.param("Het regent; wij gaan.", ["Het regent; wij gaan."], id="one semicolon joins"),
        pytest.param("geel | Wie kijkt er? | Bram", ["geel", "Wie kijkt er?", "Bram"], id="cells"),
        pytest.param(
            "| Vraag | Wie |\n|---|---|\n| Hoe dan? | Bo |",
            ["Vraag", "Wie", "Hoe dan?", "Bo"],
            id="markdown table",
        ),
        pytest.param("Lees [de **gids**](https://x.nl/a) _goed_.", ["Lees de gids goed."], id="markdown"),
    ],
)
def test_a_line_is_cut_where_a_sentence_ends(line: str, expected: list[str]) -> None:
    assert texts(line) == expected


@pytest.mark.parametrize(
    "mark",
    ["- ", "* ", "+ ", "• ", "– ", "1. ", "3b. ", "4b) ", "a) ", "   |-- ", "   `-- ", "- [ ] ", "-> ", "-"],
)
def test_the_mark_of_a_bullet_stays_outside(mark: str) -> None:
    text = f"{mark}meer tijd voor mentoren\n{mark}een vaste plek"

    units = split_units(text)

    assert [text[u.start : u.end] for u in units] == ["meer tijd voor mentoren", "een vaste plek"]
    assert {u.kind for u in units} == {"bullet"}


@pytest.mark.parametrize(
    ("line", "speaker", "words"),
    [
        pytest.param("Samira Ouali: Bel ze.", "Samira Ouali", "Bel ze.", id="full name"),
        pytest.param(
            "Marijke van 't Westeinde: mbo hier", "Marijke van 't Westeinde", "mbo hier", id="particles"
        ),
        pytest.param("Gespreksleider: Welkom", "Gespreksleider", "Welkom", id="role"),
        pytest.param("**Leerling 2**: Hoi", "Leerling 2", "Hoi", id="bold and numbered"),
        pytest.param("Deelnemer 12: Hoe dan?", "Deelnemer 12", "Hoe dan?", id="pseudonym"),
        pytest.param("[30-01-2024 19:31] Fenne ten Brink: tafel 8", "Fenne ten Brink", "tafel 8", id="chat"),
        pytest.param("30/01/24, 19:31 - Fenne: tafel 8", "Fenne", "tafel 8", id="chat with a dash"),
        pytest.param("- Piet Zijp (bouw): dat kan", "Piet Zijp", "dat kan", id="bullet with a remark"),
    ],
)
def test_a_label_names_the_speaker_and_stays_outside(line: str, speaker: str, words: str) -> None:
    (unit,) = split_units(line)

    assert (unit.kind, unit.speaker, line[unit.start : unit.end]) == ("turn", speaker, words)


@pytest.mark.parametrize(
    "line",
    [
        "Nadeel: docenten kennen vooral docenten.",
        "De Meenthe: flexuur op dinsdag",
        "Onze zorg: wie houdt het overeind",
        "PS: nog iets",
        "19.30 uur: inloop met koffie",
    ],
)
def test_words_before_a_colon_are_not_always_a_speaker(line: str) -> None:
    (unit,) = split_units(line)

    assert (unit.speaker, line[unit.start : unit.end]) == ("", line)


@pytest.mark.parametrize(
    "line", ["# Ouders", "### 2. Ouders", "**Ouders**", "- **Ouders**", "OUDERS THUIS", "Over de ouders:"]
)
def test_a_heading_stands_above_what_follows(line: str) -> None:
    heading, unit = split_units(f"{line}\n\nWie belt ze op?")

    assert (heading.kind, unit.heading) == ("heading", clean(line[heading.start : heading.end]).rstrip(":"))


def test_bullets_below_a_short_bullet_have_it_as_their_heading() -> None:
    text = "   |-- dossier\n   |     |-- wie leest het?\n   `-- zomergat"

    units = split_units(text)

    assert [u.heading for u in units] == ["", "dossier", ""]


def test_a_paragraph_wrapped_at_a_fixed_width_is_read_as_one() -> None:
    text = (
        "Teun vraagt dan niet meer naar later maar naar\n"
        "gisteren: waar had je lol in. Yasemin houdt het\n"
        "nog kleiner. Wat doet de een of ander daar van\n"
        "Landstede mee?\n"
    )

    assert texts(text) == [
        "Teun vraagt dan niet meer naar later maar naar gisteren: waar had je lol in.",
        "Yasemin houdt het nog kleiner.",
        "Wat doet de een of ander daar van Landstede mee?",
    ]


def test_short_lines_without_capitals_stay_apart() -> None:
    text = "stress zit in het moment\nalles komt tegelijk\nen dan thuis nog gedoe"

    assert texts(text) == text.split("\n")


def test_a_bullet_goes_on_in_its_hanging_indent() -> None:
    text = "- hoe krijg je ouders\n  naar de avond?\n- wie belt ze"

    assert texts(text) == ["hoe krijg je ouders naar de avond?", "wie belt ze"]


def test_a_sentence_runs_over_the_cues_of_one_speaker() -> None:
    text = "Hoe houden jullie bij wat er\nin het vak verandert.\nEerlijk? Niet."

    assert texts(text, unit="cue", speakers=("Loes", "Loes", "Tesfay")) == [
        "Hoe houden jullie bij wat er in het vak verandert.",
        "Eerlijk?",
        "Niet.",
    ]


def test_cues_of_two_speakers_stay_apart() -> None:
    text = "Hoe houden jullie bij wat er\nin het vak verandert."

    units = split_units(text, unit="cue", speakers=("Loes", "Tesfay"))

    assert [u.speaker for u in units] == ["Loes", "Tesfay"]


def test_meta_lines_are_left_out() -> None:
    text = "Aanwezig: Bo, Mo\nWie begint?"

    assert texts(text, meta_lines=(0,)) == ["Wie begint?"]


WORDS = ["wie doet dat", "Hoe dan?", "o.a. ", "J. ", "é", "19.30", "€ 5", "OUDERS", "[a](b)", "😅"]
MARKS = ["- ", "* ", "1. ", "# ", "> ", "|-- ", " | ", "-> ", "**", "_", "'", '"', "(", ")"]
POINTS = [". ", "... ", "; ", ":", "!", " ", "\n", "\n\n", "\u00ad", "\u00a0"]
PIECES = st.sampled_from(WORDS + MARKS + POINTS)
NOTES = st.lists(PIECES, max_size=25).map("".join)


@given(NOTES)
def test_units_are_in_order_and_hold_every_letter(text: str) -> None:
    units = split_units(text)

    covered = set()
    edge = 0
    for unit in units:
        assert edge <= unit.start < unit.end
        covered.update(range(unit.start, unit.end))
        edge = unit.end
    marks = {i for i, c in enumerate(text) if c.isalpha()} - covered
    assert not marks


@given(NOTES)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)

    assert clean(once) == once
    assert "\n" not in once


def test_a_line_without_points_is_cut_between_words() -> None:
    units = split_units("leerling " * 5000)

    assert len(units) > 1
    assert max(u.end - u.start for u in units) <= 5000
    assert sum(u.end - u.start + 1 for u in units) == len("leerling " * 5000)


def test_short_turns_of_one_speaker_are_joined() -> None:
    text = "Ja.\nDat klopt wel.\nPrecies.\nHoe regel je dat?\nNou ja.\nMet de mentor."
    speakers = ("Bas", "Bas", "Fatma", "Bas", "Fatma", "Fatma")

    units = split_units(text, speakers=speakers, unit="cue")

    assert [(text[u.start : u.end], u.speaker) for u in units] == [
        ("Ja.\nDat klopt wel.", "Bas"),
        ("Precies.", "Fatma"),
        ("Hoe regel je dat?", "Bas"),
        ("Nou ja.\nMet de mentor.", "Fatma"),
    ]
