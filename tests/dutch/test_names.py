from __future__ import annotations

import pytest

from notemine.dutch.names import find_initials, find_names, find_namesakes, name_in_entity, name_of


def names(text: str, **options: object) -> list[str]:
    return [text[m.start : m.end] for m in find_names(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("dat vond Gerda mooi", ["Gerda"], id="given name"),
        pytest.param("Gerda vond het mooi", ["Gerda"], id="given name that opens the sentence"),
        pytest.param("Dat zei Marijke van 't Westeinde.", ["Marijke van 't Westeinde"], id="particles"),
        pytest.param("Rutger in 't Veld kwam", ["Rutger in 't Veld"], id="two particles"),
        pytest.param("met Soraya el Idrissi erbij", ["Soraya el Idrissi"], id="el"),
        pytest.param("en Hélène d'Hondt ook", ["Hélène d'Hondt"], id="d'"),
        pytest.param("volgens Anna de Boer-Smit", ["Anna de Boer-Smit"], id="double family name"),
        pytest.param("Geert-Jan ten Cate: 20 uur", ["Geert-Jan ten Cate"], id="double given name"),
        pytest.param("volgens mw. De Vries en dhr. Bos", ["De Vries", "Bos"], id="titles"),
        pytest.param("Volgens J.P. Jansen wel", ["J.P. Jansen"], id="initials"),
        pytest.param("Installateur Bas van den Oever kwam", ["Bas van den Oever"], id="role with a capital"),
        pytest.param("zei student Oluwaseun Adeyemi", ["Oluwaseun Adeyemi"], id="on no list, after a role"),
        pytest.param("Fenna's school en Kees' klas", ["Fenna", "Kees"], id="genitive"),
        pytest.param(
            "Aanwezig: Chaimae, Bo en Xanthippa (decaan)", ["Chaimae", "Bo", "Xanthippa"], id="roll"
        ),
        pytest.param(
            "## Aanwezigen\n* Pano Maria, Geonovum\n* Quxa\n", ["Pano Maria", "Quxa"], id="roll in lines"
        ),
        pytest.param("## Afwezig / Afgemeld\n* Quxa\n", ["Quxa"], id="roll of two words"),
        pytest.param("vierdeklasser Storm zei niets", ["Storm"], id="ordinary word after a role"),
        pytest.param("Roos haar school doet dat", ["Roos"], id="ordinary word with a possessive"),
        pytest.param("en toen vroeg Roos iets", ["Roos"], id="ordinary word inside a sentence"),
        pytest.param("Toen zei Frans dat het kon", ["Frans"], id="language as a name"),
        pytest.param("- Wil de Graaf: even dit", ["Wil de Graaf"], id="ordinary word with a family name"),
        pytest.param(
            "Tesvu: ja\nKees: nee\nTesvu: toch wel", ["Tesvu", "Kees", "Tesvu"], id="label that comes back"
        ),
        pytest.param("Aanwezig: Roos, Storm en Wil", ["Roos", "Storm", "Wil"], id="words on a roll"),
        pytest.param("Ik ben Kees Bos van Smit Techniek.", ["Kees Bos"], id="firm behind the name"),
        pytest.param("Notulist: Roos", ["Roos"], id="a word that wrote"),
        pytest.param("Linde en Storm deden dat samen.", ["Linde", "Storm"], id="two words that are names"),
        pytest.param("@Mark kun jij dat doen?", ["Mark"], id="called with a sign"),
        pytest.param("Wil, jij misschien?", ["Wil"], id="called"),
        pytest.param("Volgens mevrouw in 't Veld kan dat.", ["in 't Veld"], id="particle after a title"),
        pytest.param("Boer, Mirjam", ["Boer, Mirjam"], id="family name first"),
        pytest.param(
            "Afgemeld: Boer, Mirjam; Winter, Henk (vz)", ["Boer, Mirjam", "Winter, Henk"], id="two of these"
        ),
        pytest.param("Kok, dhr.", ["Kok"], id="title last"),
        pytest.param("P. de Groot vroeg", ["P. de Groot"], id="one initial"),
        pytest.param("Ayşe, Ngozi en Kofi vroegen dat", ["Ayşe", "Ngozi", "Kofi"], id="of today"),
        pytest.param("Dat zegt Mo.", ["Mo"], id="short name at the end"),
        pytest.param("In mei komt Mei Ling", ["Mei Ling"], id="month as a name"),
        pytest.param(
            "Piet Hof en Pien Oosterhuis", ["Piet Hof", "Pien Oosterhuis"], id="as a street is called"
        ),
    ],
)
def test_names_of_people_are_found(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Wil de minister dat, dan schuift de rest op.",
        "Loopt het storm in de zomer? In Mei of mei?",
        "Bloemen en hoop: een roos voor elke mentor.",
        "In de kantine van Het Drieland College in Zwolle.",
        "De Meenthe: flexuur op dinsdag",
        "Nadeel: docenten kennen vooral docenten.",
        "Qompas, Teams en Instagram werken niet op maandag.",
        "Vervolgvraag: hoe dan?\nVervolgvraag: en wie?",
        "Wie betaalt dat? Eén school. Dan niemand.",
        "Tip: kijk op de site van de gemeente Amsterdam.",
        "LOB-beleid, GitHub en NPO-geld staan op papier.",
        "Hoe laat je bij natuurkunde of Frans zien wat je er later mee kunt?",
        "De bakkerij De Wit deed mee, garage Van Dam niet.",
        "Bakker & Zn en Jansen en Zonen zoeken mensen.",
        "Bij Kees van Dam Bouw en Piet de Groot Transport is plek.",
        "Op het Titus Brandsma Lyceum en het Anne Frank College.",
        "Het is op de Johan de Wittstraat, naast Theater De Kuiper.",
        "De docent Economie en de docent Nederlands staan in Magister.",
        "Roos bloeit, en Jan 12 is een datum.",
        "Wil jij dat, of wil je dat niet?",
        "Aan tafel: Ouders, Docenten en Leerlingen",
    ],
)
def test_what_is_no_person_stays(text: str) -> None:
    assert names(text) == []


def test_a_known_name_is_found_where_it_could_be_a_word() -> None:
    assert names("Storm begint erover") == []

    assert names("Storm begint erover", known={"storm"}) == ["Storm"]


def test_a_name_is_divided_in_given_and_family_name() -> None:
    mention = name_of("dhr. Kees van der Veen")

    assert (mention.given, mention.family) == ("Kees", "van der Veen")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Volgens Groot kan het", id="reported before"),
        pytest.param("Dat zei Groot ook", id="reported inside"),
        pytest.param("Groot vraagt of dat kan", id="reports"),
        pytest.param("Groot presenteert de cijfers", id="presents"),
        pytest.param("Groot haar school doet dat", id="possessive"),
        pytest.param("Groot: dat kan", id="label"),
        pytest.param("- Groot (RDW) was er ook", id="with a firm in brackets"),
    ],
)
def test_a_known_family_name_that_is_a_word_counts_where_it_is_used_as_a_name(text: str) -> None:
    assert names(text, known={"groot"}) == ["Groot"]


def test_a_known_family_name_that_is_a_noun_counts_before_a_verb() -> None:
    assert names("Zwaan houdt zich hiermee bezig", known={"zwaan"}) == ["Zwaan"]
    assert names("Zomer houdt zich hiermee bezig", known={"zomer"}) == ["Zomer"]


def test_a_known_family_name_counts_behind_its_particles() -> None:
    assert names("Van de Plas: hoelang nog?", known={"plas"}) == ["Van de Plas"]
    assert names("Van de plas is weinig over: alles is droog", known={"plas"}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Zwolle heeft een nieuwe school.",
        "In Zwolle vraagt men dat anders.",
        "Delft en Zwolle zijn steden.",
        "Groot is het verschil niet.",
        "In het Groot Nederlands Boek staat niets.",
    ],
)
def test_a_known_family_name_stays_where_it_is_a_place_or_a_word(text: str) -> None:
    assert names(text, known={"zwolle", "groot"}) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mentor Kees", ("Kees", "")),
        ("Leerling Kees", ("Kees", "")),
        ("Ouders Samira", ("Samira", "")),
        ("Volgens Kees Bos", ("Kees", "Bos")),
        ("Docent De Vries", ("", "De Vries")),
        ("De Vries", ("", "De Vries")),
        ("Roos Timmer", ("Roos", "Timmer")),
        ("Vincent van Gogh", ("Vincent", "van Gogh")),
    ],
)
def test_what_stands_before_the_name_in_an_entity_is_left_out(words: str, expected: tuple[str, str]) -> None:
    mention = name_in_entity(words)

    assert mention is not None
    assert (mention.given, mention.family) == expected


@pytest.mark.parametrize(
    "words", ["Open Dag", "Grote Kerk", "Query Style", "Mentor", "Thorbecke College", "De Meenthe", "Frans"]
)
def test_an_entity_of_ordinary_words_is_no_person(words: str) -> None:
    assert name_in_entity(words) is None


def test_the_short_word_for_those_present_opens_a_list_too() -> None:
    text = "Aanw.: Oluwaseun Adeyemi (uitzendbureau), Fenna Kuipers\nAfw.: Qadir Zamani"

    found = [text[name.start : name.end] for name in find_names(text)]

    assert found == ["Oluwaseun Adeyemi", "Fenna Kuipers", "Qadir Zamani"]


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("Petra Pots (PP) en Radj Soekhoe, hierna RS", {"PP": "Petra Pots", "RS": "Radj Soekhoe"}),
        ("Wan-Ling Tan (WLT) kwam", {"WLT": "Wan-Ling Tan"}),
        ("Ineke van Loon (decaan, verder IVL)", {"IVL": "Ineke van Loon"}),
        ("Petra Pots (ROC) kwam", {}),
        ("Petra (PP) kwam", {}),
    ],
)
def test_initials_are_of_the_one_behind_whose_name_they_stand(text: str, initials: dict[str, str]) -> None:
    found = find_initials(text, find_names(text))

    assert {letters: text[m.start : m.end] for letters, m in found.items()} == initials


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "het Titus Brandsma Lyceum en de Johan de Wittstraat",
            ["Titus Brandsma Lyceum", "Johan de Wittstraat"],
        ),
        ("bakkerij De Wit", ["De Wit"]),
        ("Jansen & Zn", ["Jansen"]),
        ("Gerda de Wit kwam", []),
    ],
)
def test_what_is_named_after_a_person_is_found_as_such(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in find_namesakes(text)] == spans
