from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notemine.normalise import pseudonymise
from notemine.normalise.identifiers import find_identifiers, is_bsn, is_iban
from tests.builders import note


def found(text: str) -> dict[str, str]:
    return {text[start:end]: label for start, end, label in find_identifiers(text)}


@pytest.mark.parametrize(
    "number",
    [
        "06-12345678",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "06–12345678",
        "+31 6 12345678",
        "0031 6 12345678",
        "(038) 555 01 42",
        "038-5550142",
        "+31 (0)38 555 01 42",
        "0800-1234",
    ],
)
def test_a_phone_number_is_one_in_every_way_of_writing(number: str) -> None:
    assert found(f"bel {number}, na vieren") == {number: "[telefoon]"}


@pytest.mark.parametrize(
    "text",
    [
        "op 01-02-2024 10.00 uur",
        "01 02 2024 of 01/02/2024",
        "[30-01-2024 19:31] hoi",
        "van 2019 tot 2024, van 0 naar 10",
        "bestelling 0612345678901",
        "ordernummer 4501234567",
        "factuur 2024-00123",
        "10.000 euro voor 1.234.567 leerlingen",
        "versie 1.0.2024.11 van kamer 0.12",
        "ISBN 9789012345678",
        "tussen 09.00 en 10.30 uur in lokaal 12",
    ],
)
def test_dates_amounts_and_numbers_of_orders_stay(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize("number", ["111222333", "111.222.333", "111 222 333", "11122233 "])
def test_a_number_of_a_citizen_is_known_by_its_test(number: str) -> None:
    is_real = is_bsn(number)

    assert (found(f"dus {number} en verder") != {}) == is_real
    assert is_real == (number != "11122233 ")


def test_of_a_thousand_numbers_about_one_in_eleven_passes_the_test() -> None:
    assert 85 <= sum(is_bsn(str(number)) for number in range(123_456_000, 123_457_000)) <= 97
    assert not is_bsn("000000000")


@pytest.mark.parametrize("number", ["NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", "nl91 abna 0417164300"])
def test_an_account_number_is_known_by_its_check_digits(number: str) -> None:
    text = f"graag op {number} storten"

    (done,) = pseudonymise([note(text)]).notes

    assert done.text == "graag op [rekening] storten"
    assert not is_iban(number.replace("91", "92", 1))
    assert found(text.replace("91", "92", 1)).get(number.replace("91", "92", 1)) is None


@pytest.mark.parametrize(
    "address",
    [
        "Dorpsstraat 12",
        "Dorpsstraat 12a, 1234 AB",
        "Laan van de Vrijheid 3, 1234 AB",
        "Laan van Vrijheid 100",
        "Hoofdweg 7-9",
        "1234 AB",
        "1234AB 12",
    ],
)
def test_an_address_goes(address: str) -> None:
    assert found(f"Hij woont {address}.") == {address: "[adres]"}


@pytest.mark.parametrize(
    "text",
    [
        "de notulen van 2024 WG 05",
        "op de Markt 5 kramen",
        "de Ring 3 keer rond",
        "stap 2 van het plan, klas 3B 24 leerlingen",
        "de A28 en de N35",
        "Wij lopen door de Dorpsstraat\n12 leerlingen gingen mee",
        "in 1000\nTV kijken",
    ],
)
def test_what_only_looks_like_an_address_stays(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("leerlingnummer 123456", "123456"),
        ("lln nr 123456 was ziek", "123456"),
        ("studentnr. 1234567", "1234567"),
        ("studentennummer: 1234567", "1234567"),
        ("student s1234567", "s1234567"),
        ("Leerling Kim, nr. 12345", "12345"),
        ("personeelsnummer p12345", "p12345"),
        ("nummer van S7654321", "S7654321"),
    ],
)
def test_the_number_of_a_student_goes(text: str, number: str) -> None:
    assert found(text) == {number: "[nummer]"}


@pytest.mark.parametrize(
    "text",
    ["30000 leerlingen", "studenten 25000 per jaar", "leerlingen: 10000", "student\n12345 keer", "klas s12"],
)
def test_a_count_of_students_stays(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("geboren op 3 mei 2008 in Tiel", "3 mei 2008"),
        ("Kim (geb. 03-05-2008)", "03-05-2008"),
        ("geboortedatum: 3-5-08", "3-5-08"),
        ("geboren 3/5/2008", "3/5/2008"),
    ],
)
def test_a_day_of_birth_goes(text: str, day: str) -> None:
    assert found(text) == {day: "[geboortedatum]"}


def test_a_year_of_birth_stays() -> None:
    assert found("ze zijn geboren in 2008, dus na 3 mei 2007") == {}


WORDS = (
    "06 2841 7730 - Dorpsstraat 12 1234 AB NL91 ABNA 0417 1643 00 leerling nr : geboren 3 mei 2008 Gerda Bos "
    "a@b.nl 111222333 ſ K ."
)
PIECES = st.sampled_from([" ", "\n", *WORDS.split()])


@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_line_is_lost_with_what_is_replaced(text: str) -> None:
    (done,) = pseudonymise([note(text)]).notes

    assert done.text.count("\n") == text.count("\n")
